"""Every page of the guide, a folder for each kind: its view, its templates, its style; none knows the site builder.

A folder's `view.py` has either a ``view``, which its only page is made of, or ``pages``, which gives all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from generator.pages.not_found.view import not_found
from generator.pages.page import Page, page, written
from generator.routes import HIDDEN, PARTS, ROUTES, Route
from generator.source.reader import SourceFile
from generator.views.context import WholeGuide

__all__ = ["Page", "all_pages", "not_found", "written"]


def all_pages(whole: WholeGuide, source: SourceFile) -> Iterator[Page]:
    """Give every page in the order of the navigation: in each part, what belongs to no group comes first."""
    rank = {group.id: number for number, group in enumerate(whole.catalogue.guide.groups, 1)}
    for part in (*PARTS, HIDDEN):
        kinds = (route for route in ROUTES.values() if route.part == part)
        found = [each for route in kinds for each in _of_kind(whole, source, route)]
        yield from sorted(found, key=lambda each: rank.get(each.section, 0))


def _of_kind(whole: WholeGuide, source: SourceFile, route: Route) -> Iterator[Page]:
    if not whole.has(route):
        return
    module = import_module(f"{__name__}.{route.kind}.view")
    if hasattr(module, "pages"):
        yield from module.pages(whole, source)
    else:
        yield page(whole, route.kind, module.view)
