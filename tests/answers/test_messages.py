"""What scripts say is written once, for them and for the terminal."""

from __future__ import annotations

import ast
from pathlib import Path

from generator.i18n import words
from generator.wording.script_messages import all_messages

ANSWERS = Path(__file__).parents[2] / "generator" / "answers"


def messages(path: Path) -> set[str]:
    """Return what a module has translated."""
    calls = (
        each for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(each, ast.Call)
    )
    named = (each for each in calls if isinstance(each.func, ast.Attribute) and each.func.attr == "gettext")
    return {each.args[0].value for each in named if isinstance(each.args[0], ast.Constant)}


def test_the_terminal_types_no_sentence_of_a_script_again() -> None:
    """A sentence that a script says stands in one place: the terminal asks for it by its key, as the script does."""
    said = {sentence for each in all_messages(words("en")).values() for sentence in each.values()}
    typed = {path.name: messages(path) for path in ANSWERS.glob("*.py")}
    assert len(typed["finder_dialogue.py"]) > 3
    assert {name: found & said for name, found in typed.items() if found & said} == {}
