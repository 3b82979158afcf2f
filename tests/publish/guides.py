"""The pages of the two catalogues, rendered without a site builder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator import pages, rendering
from generator.i18n import words
from generator.pages import Page
from generator.rendering import Rendered
from generator.source.reader import read
from generator.views.context import WholeGuide
from tests.catalogues import catalogue


@cache
def whole(path: Path) -> WholeGuide:
    offer = catalogue(path)
    return WholeGuide(offer, words(offer.guide.language), lambda _path: (1, 1))


@cache
def all_pages(path: Path) -> tuple[Page, ...]:
    return tuple(pages.all_pages(whole(path), read(path)))


@cache
def rendered(path: Path) -> tuple[tuple[Page, Rendered], ...]:
    environment = rendering.environment(whole(path).words)
    return tuple((page, rendering.render(environment, whole(path), page)) for page in all_pages(path))
