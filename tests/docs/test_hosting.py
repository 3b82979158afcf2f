"""The page on hosting: the table of what comes out names every file of a built guide."""

import re

from tests.docs.shown import page
from tests.site.site import Site


def test_every_file_is_told(harbour: Site) -> None:
    """Each file at the top of a site, and each kind of thing under `assets/`, is in the table, and nothing else is."""
    made = {"index.html", "…/index.html"}
    for path in harbour.folder.iterdir():
        if path.is_file():
            made.add(path.name)
    for path in (harbour.folder / "assets").iterdir():
        name = re.sub(r"\.[0-9a-f]{8}\b", ".HASH", path.name)
        made.add(f"assets/{name}{'/' if path.is_dir() else ''}")
    table = re.findall(r"^\| (`.+?) \| ", page("hosting.md"), re.MULTILINE)
    assert {name for cell in table for name in re.findall(r"`(.+?)`", cell)} == made
