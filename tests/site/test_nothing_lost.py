"""Everything that the catalogue says is told somewhere in the guide: a writer never writes for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from pydantic import BaseModel

from generator.catalogue.fields import UNKNOWN
from generator.wording.inline_markdown import plain
from tests.site.site import Site, squeeze, text_of

NO_TEXT = {
    "id": "an id is part of addresses and anchors",
    "earlier_ids": "the same, of old: held by the tests of addresses in the browser",
    "icon": "the name of a drawing, held by the tests of signs",
    "suppress": "a word to `guia check`, not to readers",
    "organisation": "told to machines, held by the tests of metadata; readers meet it in the texts that name it",
    "language": "a tag, held by the tests of each page's language",
    "currency": "a code, written out in each amount",
    "plural": "a form by which terms are found in texts",
    "forms": "how a name stands in the sentences that need it: held by the tests of these",
    "searched_as": "words that lead the search somewhere, held by the tests of its index",
    "words": "spellings that `guia check` takes for right",
    "url": "an address, held by the tests of the sources",
    "when": "ids, held by the tests of costs and finder",
    "given": "ids, held by the tests of worked examples",
}
"""Keys whose values are not told as they stand, each with the reason."""


def texts(entry: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give every text of a catalogue with the keys that lead to it; ids and what refers to them are no texts."""
    if isinstance(entry, BaseModel):
        for key in type(entry).model_fields:
            if key not in NO_TEXT:
                yield from texts(getattr(entry, key), (*path, key))
    elif isinstance(entry, dict):
        for value in entry.values():
            yield from texts(value, path)
    elif isinstance(entry, tuple):
        for value in entry:
            yield from texts(value, path)
    elif isinstance(entry, str) and not isinstance(entry, Enum) and entry != UNKNOWN:
        yield path, entry


def ids(entry: Any) -> Iterator[str]:
    if isinstance(entry, BaseModel):
        if hasattr(entry, "id"):
            yield entry.id
        for key in type(entry).model_fields:
            yield from ids(getattr(entry, key))
    elif isinstance(entry, dict):
        for value in entry.values():
            yield from ids(value)
    elif isinstance(entry, tuple):
        for value in entry:
            yield from ids(value)


def test_every_text_of_the_catalogue_is_told(site: Site) -> None:
    """Each name, sentence and reason of the catalogue stands on a page other than the catalogue's own."""
    pages = [page for page in site.generated() if page.address != site.addresses.catalogue]
    told = "\n".join(text_of(page.content) for page in pages).casefold()
    referred = set(ids(site.catalogue))
    untold = [
        (".".join(path), text)
        for path, text in texts(site.catalogue)
        if text not in referred and squeeze(plain(text)).casefold() not in told
    ]
    assert untold == []
