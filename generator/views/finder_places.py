"""Which page each part of the finder's tree stands on: a branch that is more than its share gets one of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.finder import FinderRow
from generator.decisions import finder as decisions
from generator.i18n import Words
from generator.routes import ONE_TREE, Addresses
from generator.views.context import WholeGuide


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the tree that stands on one page, after the answers ``given`` to questions."""

    given: tuple[tuple[str, tuple[str, ...]], ...]
    tree: Tree

    def address(self, addresses: Addresses) -> str:
        return addresses.finder_of((question, answers[0]) for question, answers in self.given)


Tree = decisions.Branch | decisions.Leaf


def places(tree: Tree, given: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Iterator[Place]:
    """Give the parts of a tree, that at its root first, and the only one of a small tree."""
    yield Place(given, tree)
    if isinstance(tree, decisions.Branch):
        apart = is_large(tree)
        for answers, below in tree.ways:
            if apart and has_own_page(tree, below):
                yield from places(below, (*given, (tree.question, answers)))


def where(whole: WholeGuide) -> dict[str, str]:
    """Return the address of the page that shows where each row of the finder leads."""
    found: dict[str, str] = {}
    for place in places(whole.tree):
        for row in _rows_on_page(place.tree):
            found.setdefault(row.id, place.address(whole.addresses))
    return found


def followed(tree: Tree, answers: Mapping[str, str]) -> Place:
    """Return the part of a tree to which answers lead, as far as they are those that it asks for.

    It ends where the rest stands on a page of its own: the way there stands on this one.
    """
    place = Place((), tree)
    while isinstance(place.tree, decisions.Branch) and place.tree.question in answers:
        branch, wanted = place.tree, answers[place.tree.question]
        given, below = next((given, below) for given, below in branch.ways if wanted in given)
        place = Place((*place.given, (branch.question, given)), below)
        if is_large(branch) and has_own_page(branch, below):
            break
    return place


def anchor(words: Words, place: Place) -> str:
    """Return the anchor of a part of the tree on its page; of all of it, that of its heading."""
    return "-".join(
        (words.pgettext("anchor", "tree"), *(f"{question}-{given[0]}" for question, given in place.given))
    )


def _ends(tree: Tree) -> int:
    return 1 if isinstance(tree, decisions.Leaf) else sum(_ends(below) for _, below in tree.ways)


def is_large(tree: Tree) -> bool:
    return _ends(tree) > ONE_TREE


def has_own_page(tree: decisions.Branch, below: Tree) -> bool:
    """Tell whether what follows in a large tree is more than its share of the page."""
    return isinstance(below, decisions.Branch) and _ends(below) * len(tree.ways) > ONE_TREE


def _rows_on_page(tree: Tree) -> Iterator[FinderRow]:
    if isinstance(tree, decisions.Leaf):
        yield from tree.rows
        return
    apart = is_large(tree)
    for _, below in tree.ways:
        if not (apart and has_own_page(tree, below)):
            yield from _rows_on_page(below)
