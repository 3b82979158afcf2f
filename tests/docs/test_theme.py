"""The page on the theme: the templates and the values that it names are there, and none is left out."""

import re

from tests.docs.shown import TOP, page

GENERATOR = TOP / "generator"


def test_every_template_is_told() -> None:
    """Each file of the shell that one may lay over is named, and none that is not there."""
    folder = GENERATOR / "theme"
    files = {path.name for path in folder.rglob("*.html")}
    part = page("theme.md").partition("\n## Templates\n")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(?:[a-z]+/)*([a-z0-9]+\.html)`", part)) == files


def test_values_that_are_named_are_there() -> None:
    """Each value that the page names, or changes in its example, is one that the rules use."""
    told = re.findall(r"--[a-z-]+[a-z]", page("theme.md"))
    used = (GENERATOR / "styles" / "tokens.css").read_text(encoding="utf-8")
    assert told
    assert [name for name in told if f"{name}: " not in used] == []
