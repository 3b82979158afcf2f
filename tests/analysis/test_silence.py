"""Which modalities say nothing of what a reader comes for."""

from __future__ import annotations

import pytest

from generator.analysis.silence import tells_no_price, tells_nothing
from generator.catalogue.modalities import AspectTold, ScopeCoverage, ScopeState, Status
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

GUIDE = catalogue(PORTUGUESE)
SILENT = GUIDE.modality["prime"]
FACTS = SILENT.facts
TOLD = ScopeCoverage(state=ScopeState.EXCLUDED, condition=None, facts=FACTS)


def test_offers_of_which_nothing_is_known() -> None:
    """The offers that have only a name and whom to ask say nothing; one whose place is known does, without a price."""
    assert [each.id for each in GUIDE.modalities if tells_nothing(GUIDE, each)] == [
        "prime",
        "ams",
        "outras-ofertas",
    ]
    assert [each.id for each in GUIDE.modalities if tells_no_price(GUIDE, each)] == [
        "consultoria-in-loco",
        "prime",
        "ams",
        "outras-ofertas",
    ]


@pytest.mark.parametrize(
    "told",
    [
        {"scopes": {**SILENT.scopes, "presencial": TOLD}},
        {"aspects": {**SILENT.aspects, "prazos": AspectTold(text="Menores.", facts=FACTS)}},
        {"recommendations": GUIDE.modalities[0].recommendations},
        {"characteristics": GUIDE.modalities[0].characteristics},
        {"preconditions": GUIDE.modality["consultoria-tecnica"].preconditions},
        {"pricing": GUIDE.modalities[0].pricing},
        {"status": Status.RETIRED},
    ],
    ids=lambda told: next(iter(told)),
)
def test_one_thing_that_is_told_is_something(told: dict[str, object]) -> None:
    """A scope that is excluded, an aspect, a situation, a price: each is something to say; so is that it has ended."""
    assert tells_nothing(GUIDE, SILENT)
    assert not tells_nothing(GUIDE, SILENT.model_copy(update=told))


def test_an_amount_is_a_price() -> None:
    """In a guide whose prices are amounts each modality with one tells its price."""
    harbour = catalogue(HARBOUR)
    silent = {each.id for each in harbour.modalities if tells_no_price(harbour, each)}
    assert silent == {"dockside-visit", "harbour-watch", "night-line"}
    assert not any(tells_nothing(harbour, each) for each in harbour.modalities)
