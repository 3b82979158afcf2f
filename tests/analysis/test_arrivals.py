"""Of what the finder recommends, readers are told whether it may not be for them."""

from __future__ import annotations

from generator.analysis.arrivals import arrivals, unsure
from generator.i18n import words
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue


def test_who_comes_to_a_row_is_who_its_answers_tell_of():
    """An answer that means a group brings its members; where no question asks, it is not known who comes."""
    offer = catalogue(HARBOUR)
    assert arrivals(offer)["partner-question"] == set(offer.members("partners"))
    assert set(arrivals(catalogue(PORTUGUESE)).values()) == {None}


def test_a_recommendation_that_may_be_closed_says_for_whom_and_whom_to_ask():
    """Modalities of which the same is unknown share a sentence, a group has its name, and the facts come along."""
    offer = catalogue(PORTUGUESE)
    row = next(each for each in offer.finder.rows if each.id == "outra-oferta")
    (told,) = unsure(offer, words("en"), row)
    assert told.text == (
        "No source tells whether all of these may ask for "
        "a oferta Prime, a oferta AMS ou as outras ofertas de suporte: os consultores TOTVS. Ask: o seu ESN."
    )
    assert told.facts == ("i3", "v9", "l2")


def test_what_is_known_to_be_open_needs_no_word():
    """Where all who come may ask for all that is recommended, nothing is added."""
    offer = catalogue(PORTUGUESE)
    row = next(each for each in offer.finder.rows if each.id == "acompanhamento")
    assert unsure(offer, words("en"), row) == ()
