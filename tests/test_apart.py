"""Tests of the engine never read the published guide, and one that does is told so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.apart import TOP, reached

FROZEN = "tests/catalogues/suporte"


@pytest.mark.parametrize(
    ("path", "here", "found"),
    [
        ("modalities.yaml", TOP, "modalities.yaml"),
        (TOP / "content" / "sobre.md", Path("/"), "content/sobre.md"),
        (b"../../mkdocs.yml", TOP / "tests" / "site", "mkdocs.yml"),
        ("promises.txt", TOP, "promises.txt"),
        ("modalities.yaml", TOP / FROZEN, None),
        (TOP / FROZEN / "content" / "sobre.md", TOP, None),
        ("pyproject.toml", TOP, None),
        (".", TOP, None),
        ("", TOP, None),
        (7, TOP, None),
    ],
)
def test_a_path_is_known_wherever_it_is_seen_from(path: object, here: Path, found: str | None) -> None:
    """Whole or from where a test stands, with steps back; what bears the same name elsewhere is no such file."""
    for event in ("open", "os.scandir", "os.listdir"):
        assert reached(event, (path, "r", 0), here) == found


@pytest.mark.parametrize(
    ("command", "folder", "found"),
    [
        (["guia", "check"], None, "`guia check` at the top of the project"),
        (["python", "-m", "mkdocs", "build"], TOP, "`python -m mkdocs build` at the top of the project"),
        (["make", "check"], str(TOP / "tests" / ".."), "`make check` at the top of the project"),
        (["cat", "../modalities.yaml"], "tests", "modalities.yaml"),
        (["mkdocs", f"--config-file={TOP / 'mkdocs.yml'}"], "/", "mkdocs.yml"),
        (["guia", "check"], FROZEN, None),
        (["git", "status"], TOP, None),
        ("node --version", None, None),
    ],
)
def test_a_program_that_would_read_it_is_known(
    command: str | list[str], folder: str | Path | None, found: str | None
) -> None:
    """By a file that it is given, or by what it reads where it is started."""
    assert reached("subprocess.Popen", ("", command, folder, None), TOP) == found


ENGINE_ONLY = {
    "content_pages": "builds guides of its own",
    "enough": "says that the engine's guides have all that the rules look for",
    "no_names": "searches the engine's code",
    "not_found": "no catalogue changes the error page",
    "spelling": "reads the engine's messages",
}
"""Modules of tests/site that a change of the guide alone cannot break, each with the reason."""


def test_each_rule_of_a_built_site_is_held_to_the_published_guide() -> None:
    """A rule that is written for the engine's guides is one for the published guide too, unless said otherwise."""
    rules = {path.stem.removeprefix("test_") for path in (TOP / "tests" / "site").glob("test_*.py")}
    held = {path.stem.removeprefix("test_") for path in (TOP / "tests" / "guide" / "site").glob("test_*.py")}
    assert rules - held == set(ENGINE_ONLY)
    assert held <= rules


READS = f"""
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path({str(TOP)!r})


def test_in_the_test():
    try:
        (TOP / "modalities.yaml").read_bytes()
    except Exception:
        pass


@pytest.fixture
def pages():
    try:
        return list((TOP / "content").iterdir())
    except OSError:
        return []


def test_in_a_fixture(pages):
    pass


def test_in_a_program():
    subprocess.run([sys.executable, "-m", "generator", "--version"], cwd=TOP)


def test_elsewhere():
    (TOP / {FROZEN!r} / "modalities.yaml").read_bytes()
"""


def test_a_test_that_reads_it_fails_and_names_it(tmp_path: Path) -> None:
    """In itself, in a fixture, by a program or while it is collected; tests of the guide alone may."""
    loads = f"open({str(TOP / 'mkdocs.yml')!r}).close()"
    for name, text in (("test_reads.py", READS), ("test_loads.py", loads), ("guide/test_may.py", READS)):
        file = tmp_path / "tests" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    options = "-p tests.apart -p no:cacheprovider -rA --rootdir=. --import-mode=importlib"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options.split(), "--continue-on-collection-errors", "."],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    program = f"`{sys.executable} -m generator --version` at the top of the project"
    for told in (
        "tests/test_reads.py::test_in_the_test reads modalities.yaml",
        "tests/test_reads.py::test_in_a_fixture reads content",
        f"tests/test_reads.py::test_in_a_program reads {program}",
        "tests/test_loads.py reads mkdocs.yml",
    ):
        assert f"{told}: tests of the engine have guides of their own" in done.stdout
    passed = [line.removeprefix("PASSED ") for line in done.stdout.splitlines() if line.startswith("PASSED ")]
    may = "tests/guide/test_may.py::test_"
    assert sorted(passed) == [
        *(f"{may}{name}" for name in ("elsewhere", "in_a_fixture", "in_a_program", "in_the_test")),
        "tests/test_reads.py::test_elsewhere",
    ]
