"""What the scripts decide and compute without a page, in node: each file beside this one holds a module of theirs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator.i18n import having
from generator.publish import scripts
from generator.publish.search import read_by
from tests.node import node
from tests.wording.numbers import MINUTES, NUMBERS, SIGNS

HERE = Path(__file__).parent
TESTS = sorted(path.name for path in HERE.glob("*.test.js"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the scripts as they are published, and beside them the tests, which import them by name.

    What the index of a guide says of its language lies there too, for each language that says something.
    """
    made = tmp_path_factory.mktemp("scripts")
    tests = {name: (HERE / name).read_text(encoding="utf-8") for name in TESTS}
    lists = {language: read_by(language) for language in having("endings.txt")}
    numbers = {"numbers": NUMBERS, "minutes": MINUTES, "signs": SIGNS}
    data = {
        "numbers.json": json.dumps(numbers),
        "lists.json": json.dumps(lists),
        "package.json": '{ "type": "module" }',
    }
    for name, text in {**scripts.modules(), **tests, **data}.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize("name", TESTS)
def test_a_script_keeps_what_its_tests_promise(folder: Path, name: str) -> None:
    """Every promise of a module's tests holds, and there is one at least."""
    command = (str(node()), "--test", "--test-reporter=tap", name)
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# pass 0" not in ran.stdout
