"""The canary: what a new version of the theme changes of all that we rely on."""

from __future__ import annotations

import json
import re

from generator.publish import theme
from generator.theme import material
from tests.theme import known, whole

HOW = """
Look at each: a template that ours stands for may say something new to readers; a class or a property that is gone
leaves a part of the shell without its look (`make shots`). Then accept it: python -m tests.theme.known
"""


def test_the_theme_is_the_one_that_we_know() -> None:
    """Sheets, templates, icons, classes and custom properties, and every rule that a page of ours can match."""
    told = known.differences(json.loads(known.FILE.read_text(encoding="utf-8")), known.known())
    assert told == [], "\n".join(["The theme has changed.", *told, HOW])


def test_a_change_is_told_in_words() -> None:
    """What is gone, what is new, and what is not as it was."""
    before = {"class": {"md-grid": 1, "md-main": 2}, "sheet": {"main": "there"}}
    now = {"class": {"md-main": 3, "md-row": 1}, "sheet": {"main": "there"}}
    assert known.differences(before, now) == [
        "class: md-grid is gone",
        "class: md-row is new",
        "class: md-main was 2, and is 3",
    ]


def test_what_is_known_of_the_theme_is_there() -> None:
    """Its icons, its sheet, and rules for each class that our pages are said to share with it."""
    home = material.icons()
    assert home is not None
    assert (home / "material" / "menu.svg").is_file()
    assert (
        len([each for each in known.sheets() if material.is_main_sheet(f"{material.SHEETS}{each.name}")]) == 1
    )
    assert [each for each in material.SHARED_CLASSES if f".{each}" not in whole.rules()] == []


def test_no_class_of_ours_is_taken_for_one_that_no_page_has() -> None:
    """A class that a template writes or a script sets, and that the theme has a rule for, is known to be shared."""
    classes = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r'"[^"]*"', "", whole.rules())))
    package = theme.FOLDER.parent
    written = {
        name
        for folder in ("templates", "components")
        for path in (package / folder).rglob("*.jinja")
        for value in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8"))
        for name in re.findall(r"[\w-]+", value)
    }
    set_by_scripts = {
        name
        for folder in ("browser", "components")
        for path in (package / folder).rglob("*.js")
        for value in re.findall(
            r"\bclass(?:Name|List\.\w+)?\s*[:=(]\s*([^,;})]*)", path.read_text(encoding="utf-8")
        )
        for name in re.findall(r"[\w-]+", value)
    }
    assert len(written) > 100
    assert len(set_by_scripts) > 20
    assert (written | set_by_scripts) & classes - material.SHARED_CLASSES == set()
