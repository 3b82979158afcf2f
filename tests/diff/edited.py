"""Catalogues with an edit, made by naming what is edited by its ids."""

from __future__ import annotations

from typing import Any

from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.diff.comparing import Compared, compare
from generator.linter.recovery import at, changed
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

GUIDE = catalogue(PORTUGUESE)
HARBOUR_GUIDE = catalogue(HARBOUR)


def place(guide: Catalogue, address: str) -> Path:
    """Return the path of an address whose entries of lists are named by their ids or numbers: `modalities.prime`."""
    node: Any = guide
    path: list[str | int] = []
    for step in address.split("."):
        found: str | int = step
        if isinstance(node, tuple):
            found = int(step) if step.isdigit() else [each.id for each in node].index(step)
        path.append(found)
        node = None if isinstance(node, dict) and found not in node else at(node, (found,))
    return tuple(path)


def value(guide: Catalogue, address: str) -> Any:
    return at(guide, place(guide, address))


def edited(guide: Catalogue, edits: dict[str, Any]) -> Catalogue:
    """Return a guide in which what stands at addresses is another."""
    return changed(guide, {place(guide, address): new for address, new in edits.items()})


def difference(edits: dict[str, Any], guide: Catalogue = GUIDE) -> Compared:
    return compare(guide, edited(guide, edits))


def told(found: Compared) -> list[str]:
    """Tell each change as its effect, its modalities and its sentence."""
    return [f"{each.effect} {','.join(each.modalities)}: {each.text}" for each in found.edits]
