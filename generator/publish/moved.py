"""A page under each address of old: whoever kept it, or was sent it, is led on to where the entry lives now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.page_ids import earlier_ids_of
from generator.publish import csp
from generator.relative import relative
from generator.routes import ROUTES
from generator.views.context import WholeGuide


class Moved(NamedTuple):
    """An address of old, that of today, and what lives there."""

    old: str
    new: str
    name: str


def moved(whole: WholeGuide) -> Iterator[Moved]:
    """Give every address that a page of an entry had before."""
    at = whole.addresses.at
    for route in ROUTES.values():
        if route.each:
            for _path, old, entry in earlier_ids_of(whole.catalogue, route.each):
                yield Moved(at(route.kind, old), at(route.kind, entry.id), entry.name)


def files(whole: WholeGuide, url: str) -> Mapping[str, str]:
    """Return the pages that lead on, by their files; ``url`` is where the guide is published, if known."""
    return {f"{each.old}index.html": _page(whole, each, url) for each in moved(whole)}


def _page(whole: WholeGuide, each: Moved, url: str) -> str:
    # The browser goes on by itself, without a script; where it is told not to, there is the link.
    canonical = Markup('<link rel="canonical" href="{}">\n').format(url + each.new) if url else ""
    return csp.with_csp(
        Markup(
            '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="refresh" content="0; url={there}">\n{canonical}'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
            "<title>{name}: {guide}</title>\n</head>\n<body>\n<main>\n"
            '<h1>{name}</h1>\n<p>{told} <a href="{there}">{name}</a></p>\n</main>\n</body>\n</html>\n'
        ).format(
            language=whole.catalogue.guide.language,
            there=relative(each.old, each.new),
            canonical=canonical,
            name=each.name,
            guide=whole.catalogue.guide.title,
            told=whole.words.gettext("This page has a new address:"),
        )
    )
