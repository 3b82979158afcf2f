"""Modalities in rows: in which order they stand, and by whom the others are told."""

from __future__ import annotations

from generator.catalogue.modalities import Status
from generator.i18n import words
from generator.views.context import Context, WholeGuide
from generator.views.rows import in_order, offers
from tests.catalogues import PORTUGUESE, catalogue

GUIDE = catalogue(PORTUGUESE)


def test_what_has_ended_stands_last() -> None:
    """The others keep the catalogue's order, and those that say nothing stand apart."""
    first, *rest = GUIDE.modalities
    ended = (first.model_copy(update={"status": Status.RETIRED}), *rest)
    whole = WholeGuide(GUIDE.model_copy(update={"modalities": ended}), words("pt-BR"), lambda _path: (1, 1))
    telling, silent = in_order(Context(whole, ""))
    assert [each.id for each in telling][-1] == first.id
    assert len(telling) + len(silent) == len(ended)


def test_offers_are_gathered_by_whom_to_ask() -> None:
    """One line for each contact, in the order in which they are met."""
    whole = WholeGuide(GUIDE, words("pt-BR"), lambda _path: (1, 1))
    found = offers(Context(whole, ""), GUIDE.modalities)
    asked = {each.id: each.contact for each in GUIDE.modalities}
    assert len(found) == len(set(asked.values()))
    assert sorted(link.text for each in found for link in each.modalities) == sorted(
        each.name for each in GUIDE.modalities
    )
    assert all(each.ask.citation.links for each in found)
