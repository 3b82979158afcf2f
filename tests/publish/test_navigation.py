"""The navigation: every page has its place, and a large group is left to its own page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.publish import navigation
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue
from tests.publish.guides import all_pages, whole

GUIDES = pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)


def named(path: Path) -> dict[str, Any]:
    return {f"{page.address}index.md": page for page in all_pages(path)}


def layout(path: Path, limit: int = 20, hand_written: tuple[str, ...] = ()) -> list[Any]:
    shown = navigation.listed(named(path), limit)
    return navigation.layout(whole(path), named(path), shown, hand_written)


def leaves(entry: Any) -> Iterator[str]:
    """Give the pages below an entry."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        yield from leaves(list(entry.values()))
    else:
        for each in entry:
            yield from leaves(each)


@GUIDES
def test_every_page_but_hidden_ones_has_one_place(path: Path):
    """A small guide lists all; MkDocs complains of no page that was meant to be listed and is not."""
    wanted = {uri for uri, page in named(path).items() if page.part != "hidden"}
    assert sorted(leaves(layout(path))) == sorted(wanted)
    assert navigation.listed(named(path), 20) == wanted


@GUIDES
def test_a_group_above_the_limit_lists_only_its_own_page(path: Path):
    """The groups themselves stay, each with the page that opens it; a page without such a group stays too."""
    found = set(leaves(layout(path, limit=0)))
    alone = ("home", "finder", "comparison", "costs", "bill", "more")
    assert found == {uri for uri, page in named(path).items() if page.index or page.part in alone}
    assert {
        whole(path).addresses.group(group.id) + "index.md" for group in catalogue(path).guide.groups
    } <= found


@GUIDES
def test_the_limit_is_the_size_that_is_still_listed(path: Path):
    """One more is too many; each group has its own size."""
    sizes: dict[str, int] = {}
    for modality in catalogue(path).modalities:
        sizes[modality.group] = sizes.get(modality.group, 0) + 1
    limit = max(sizes.values())
    shown = navigation.listed(named(path), limit - 1)
    for modality in catalogue(path).modalities:
        uri = whole(path).addresses.modality(modality.id) + "index.md"
        assert (uri in shown) == (sizes[modality.group] < limit)
        assert uri in navigation.listed(named(path), limit)


@GUIDES
def test_groups_stand_under_their_names_and_open_with_their_page(path: Path):
    """The page that opens a section carries no title: the theme takes it as the section's own."""
    part = next(
        entry for entry in layout(path) if whole(path).words.gettext("Modalities of service") in entry
    )
    overview, *groups = next(iter(part.values()))
    assert overview == whole(path).addresses.modalities + "index.md"
    assert [next(iter(group)) for group in groups] == [group.name for group in catalogue(path).guide.groups]
    for group, told in zip(groups, catalogue(path).guide.groups, strict=True):
        assert next(iter(group.values()))[0] == whole(path).addresses.group(told.id) + "index.md"


@GUIDES
def test_hand_written_pages_stand_last_under_more(path: Path):
    """In the order that MkDocs finds them, and titled by themselves."""
    last = layout(path, hand_written=("mao.md", "outra/index.md"))[-1]
    assert list(last) == [whole(path).words.gettext("Questions and sources")]
    assert last[whole(path).words.gettext("Questions and sources")][-2:] == ["mao.md", "outra/index.md"]
