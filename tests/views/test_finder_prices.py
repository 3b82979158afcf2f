"""The prices beside what the finder recommends: those of whoever comes there."""

from __future__ import annotations

from generator.catalogue.loader import load
from generator.i18n import words
from generator.pages.finder import view
from generator.source.parser import parse
from generator.source.reader import SourceFile
from generator.views.context import Context, WholeGuide
from tests.catalogues import HARBOUR


def prices(**changes: str) -> dict[str, tuple[str, str, str]]:
    """Return the first row's prices by modality, each with its facts, after changes of the catalogue's text."""
    text = HARBOUR.read_text(encoding="utf-8")
    recommend = "recommend: [harbour-library, advisory-time]"
    for before, after in ((recommend, "recommend: [harbour-library, dockside-visit]"), *changes.items()):
        assert text.count(before) == 1
        text = text.replace(before, after)
    loaded = load(parse(SourceFile("harbour.yaml", text))).catalogue
    assert loaded is not None
    context = Context(WholeGuide(loaded, words("en"), lambda _path: (1, 1)), "")
    offers = view.view(context).rows[0].recommendation.offers
    return {each.id: (each.price.word.html, each.price.word.citation.facts, each.whom) for each in offers}


def test_a_price_is_told_to_whom_the_modality_is_open():
    """Where the answers say who comes, and they may ask, the price in a word stands there."""
    assert prices() == {
        "harbour-library": ("No charge", "g3", ""),
        "dockside-visit": ("On quotation", "g18", ""),
    }


def test_no_price_is_told_to_whom_it_may_be_closed():
    """Where no source says that whoever comes there may ask, the price is not told, by the facts of their access."""
    came = {"implies: {requester: operator-staff}": "implies: {requester: trial-user}"}
    assert prices(**came) == {
        "harbour-library": ("No charge", "g3", ""),
        "dockside-visit": ("Not told", "r5", ""),
    }


def test_a_price_of_some_says_whose_it_is():
    """Where not all who come there may ask, the price is that of those who may, and says so."""
    came = {
        "implies: {requester: operator-staff}": "implies: {requester: partners}",
        "members: [reseller, integrator]": "members: [reseller, integrator, trial-user]",
    }
    assert prices(**came) == {
        "harbour-library": ("No charge", "g3", ""),
        "dockside-visit": ("On quotation", "g18", "Reseller, Integrator"),
    }
