"""A new check is two files, its words with examples and its code: all else finds it there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.linter.examples import smallest
from tests.package import copied

TOP = Path(__file__).parents[2]

WORDS = """\
severity: warning
title: Name that shouts
message: “{name}” has capitals only, and is read aloud letter by letter.
cure: Write it as in a sentence.
---
broken:
  - why: A modality in capitals.
    replace: "    name: Repair\\n"
    by: "    name: REPAIR  # ! shouted-name: REPAIR\\n"
near_miss:
  - why: A short sign is one.
    replace: "    name: Repair\\n"
    by: "    name: AMS\\n"
"""

CODE = '''\
"""Capitals are for signs: a word of them is spelt by whoever reads aloud."""

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        if modality.name.isupper() and len(modality.name) > 3:
            yield Finding(("modalities", index, "name"), {"name": modality.name})
'''

ASKED = """\
import json

from docs.tooling.pages import pages
from generator.linter.examples import examples
from generator.linter.runner import check, examine
from generator.source.reader import decode

shown = examples(check("shouted-name").file)
print(json.dumps({
    "found": [
        [[each.code for each in examine(decode(example.data, "example.yaml")).diagnostics] for example in shown[kind]]
        for kind in ("broken", "near_miss")
    ],
    "manual": [str(name) for name, text in pages().items() if "shouted-name" in text],
}))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the engine with the two files, and beside it a catalogue with the fault."""
    folder = tmp_path_factory.mktemp("two-files")
    copied(folder)
    for end, text in ((".yaml", WORDS), (".py", CODE)):
        (folder / "generator" / "rules" / "names" / f"shouted_name{end}").write_text(text, encoding="utf-8")
    (folder / "modalities.yaml").write_text(
        smallest().replace("    name: Repair\n", "    name: REPAIR\n"), encoding="utf-8"
    )
    return folder


def run(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, *arguments),
        cwd=package,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(package), str(TOP))),
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_it_is_run(package: Path):
    """`guia check` tells of the fault at its place, and the strict verdict fails on it."""
    done = run(package, "-m", "generator", "check", "modalities.yaml", "--lang", "en")
    assert "warning[shouted-name]: “REPAIR” has capitals only" in done.stdout
    assert done.returncode == 1


def test_it_is_explained(package: Path):
    """`guia explain` has its title, its cure and its examples."""
    told = run(package, "-m", "generator", "explain", "shouted-name", "--lang", "en").stdout
    for said in (
        "Name that shouts",
        "Write it as in a sentence.",
    ):
        assert said in told


def test_it_is_held_to_its_examples_and_stands_in_the_manual(package: Path):
    """What the examples mark is found, what they do not mark is not; both manuals have a part for it."""
    told = json.loads(run(package, "-c", ASKED).stdout)
    assert told["found"] == [[["shouted-name"]], [[]]]
    assert sum("names.md" in name for name in told["manual"]) == 2
