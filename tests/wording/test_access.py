"""Why no price is told to whoever may not ask: in the words that a note has for it, or by their names."""

from __future__ import annotations

from generator.catalogue.modalities import Access
from generator.i18n import words
from generator.wording.access import unpriced
from generator.wording.formatting import Formatter
from tests.catalogues import HARBOUR, catalogue

OFFER = catalogue(HARBOUR)
FORM = Formatter(OFFER, words("en"))


def test_a_note_stands_for_the_sentence_only_where_all_of_them_have_it():
    """What is said of one requester is not said of others; all who may not ask are named, one by one or together."""
    closed = {
        each.id: [id_ for id_, stand in OFFER.stands[each.id].items() if stand.state is Access.DENIED]
        for each in OFFER.modalities
    }
    noted = next(each for each in OFFER.modalities if any(s.note for s in OFFER.stands[each.id].values()))
    (trial,) = closed[noted.id]
    assert unpriced(FORM, noted, (trial,)) == OFFER.stands[noted.id][trial].note
    several = next(each for each in OFFER.modalities if len(closed[each.id]) > 1)
    told = unpriced(FORM, several, closed[several.id])
    assert f"{FORM.requesters(closed[several.id]):subject} may not ask for ".casefold() in told.casefold()
    stands = {**OFFER.stands[several.id], trial: OFFER.stands[noted.id][trial]}
    mixed = OFFER.model_copy(update={"stands": {several.id: stands}})
    assert unpriced(Formatter(mixed, words("en")), several, closed[several.id]) == told
