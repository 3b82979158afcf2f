"""The menu of pages that it does not name: one for each folder, and none that is another page's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from generator.publish.menus import Menus

NAMED = ("index.md", "boats/index.md", "boats/rope/knot/index.md")


@pytest.fixture
def config() -> MkDocsConfig:
    made = MkDocsConfig()
    made.load_dict({"site_name": "Harbour"})
    made.validate()
    return made


def page(uri: str, config: MkDocsConfig) -> Page:
    return Page(None, File(uri, "docs", "site", True), config)


Same = Callable[[str, Page | None], tuple[str, str] | None]


@pytest.fixture
def same(config: MkDocsConfig) -> Same:
    pages = [page(uri, config) for uri in NAMED]
    items = [pages[0], Section("Boats", pages[1:]), Link("Elsewhere", "lamps/oil/")]
    menus, nav = Menus(), Navigation(items, pages)
    return lambda name, here: menus.same(name, nav, here)


def test_pages_beside_each_other_have_one_menu(same: Same, config: MkDocsConfig) -> None:
    """Where the menu names neither, what it links to is as far from the one as from the other."""
    one, other = (same("menu", page(f"boats/{name}/index.md", config)) for name in ("oar", "sail"))
    assert one is not None
    assert one == other
    assert one != same("tabs", page("boats/oar/index.md", config))
    assert one != same("menu", page("boats/oar/wood/index.md", config))
    assert one != same("menu", page("crew/mate/index.md", config))


@pytest.mark.parametrize("uri", [*NAMED, "boats/rope/index.md", "lamps/index.md", "lamps/oil/index.md"])
def test_a_page_that_the_menu_names_has_its_own(same: Same, config: MkDocsConfig, uri: str) -> None:
    """It is marked there; and from a page above one that is named, the way is shorter than from those beside it."""
    assert same("menu", page(uri, config)) is None


def test_what_is_no_page_has_its_own(same: Same) -> None:
    """The error page lies nowhere."""
    assert same("menu", None) is None
