"""The prices beside what the finder recommends: those of whoever comes there."""

from __future__ import annotations

from generator.catalogue.loader import load
from generator.i18n import words
from generator.pages.finder import view
from generator.source.parser import parse
from generator.source.reader import SourceFile
from generator.views.context import Context, WholeGuide
from tests.catalogues import HARBOUR


def first_row(**changes: str) -> view.Recommendation:
    """Return what the first row recommends, after changes of the catalogue's text."""
    text = HARBOUR.read_text(encoding="utf-8")
    recommend = "recommend: [harbour-library, advisory-time]"
    for before, after in ((recommend, "recommend: [harbour-library, dockside-visit]"), *changes.items()):
        assert text.count(before) == 1
        text = text.replace(before, after)
    loaded = load(parse(SourceFile("harbour.yaml", text))).catalogue
    assert loaded is not None
    context = Context(WholeGuide(loaded, words("en"), lambda _path: (1, 1)), "")
    return view.view(context).rows[0].recommendation


def prices(**changes: str) -> dict[str, tuple[str, str, str]]:
    """Return its prices by modality, each with its facts."""
    offers = first_row(**changes).offers
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


def test_what_may_be_closed_is_not_told_to_be_asked_for():
    """Where no source says that who comes there may ask for the best, it is not headed as what to ask for."""
    came = {"implies: {requester: operator-staff}": "implies: {requester: trial-user}"}
    turned = {"recommend: [harbour-library, dockside-visit]": "recommend: [dockside-visit, harbour-library]"}
    assert first_row(**came).open
    assert not first_row(**came, **turned).open
    assert first_row(**turned).open
