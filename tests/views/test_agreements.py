"""What is checked before agreeing: made of what the guide does not know, and of how prices come about."""

from __future__ import annotations

from generator.analysis.agreements import agreements, behind
from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.views.agreements import ListPart, agreement_link, parts
from generator.views.context import Context, WholeGuide
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

GUIDE = catalogue(PORTUGUESE)


def context(guide: Catalogue) -> Context:
    return Context(WholeGuide(guide, words(guide.guide.language), lambda _path: (1, 1)), "")


def items(part: ListPart) -> list[str]:
    return [str(each.html) for each in part.items]


def test_only_what_is_agreed_to_before_a_charge_has_a_page() -> None:
    """A document or an appointment is none; nor is an agreement whose only modality has ended or costs nothing."""
    assert agreements(GUIDE) == ("aceite",)
    assert [each.id for each in behind(GUIDE, "aceite")] == ["consultoria-do-suporte", "consultoria-tecnica"]
    assert agreements(catalogue(HARBOUR)) == ("agreement", "accepted-terms")
    ended = tuple(each.model_copy(update={"status": Status.RETIRED}) for each in GUIDE.modalities)
    assert agreements(GUIDE.model_copy(update={"modalities": ended})) == ()
    link = agreement_link(context(GUIDE), "aceite")
    assert link is not None
    assert (link.text, link.href) == ("Antes do Aceite do Termo", "antes/aceite/")
    assert agreement_link(context(GUIDE), "termo") is None


def test_what_is_not_known_comes_first() -> None:
    """Questions on money and those to be settled before it, written or made of a gap, each with whom to ask, once."""
    unknown, *_known = parts(context(GUIDE), "aceite")
    assert unknown.title == "O que o guia não sabe: procure no Termo, ou pergunte antes"
    settled = [each.question for each in GUIDE.open_questions if each.before == "aceite"]
    assert len(settled) >= 3
    starts = items(unknown)
    assert all(sum(told.startswith(question) for told in starts) == 1 for question in settled)
    gaps = [told for told in starts if not any(told.startswith(question) for question in settled)]
    (gap,) = gaps
    assert gap.startswith("Como se arredonda, acima do mínimo, o tempo da Consultoria Técnica?")
    assert all("Termo" in told or "pergunt" in told.lower() for told in starts)
    assert all(each.citation.links for each in unknown.items)


def test_what_is_known_is_to_be_compared() -> None:
    """Of each modality how its price comes about; what only says that something is unknown stands above."""
    _unknown, *known = parts(context(GUIDE), "aceite")
    assert [part.title.partition(":")[0] for part in known] == [
        "Consultoria do Suporte",
        "Consultoria Técnica",
    ]
    assert any("10" in told for told in items(known[1]))
    rest = [fact for part in known for each in part.items for fact in each.citation.facts.split()]
    assert rest
    assert not any(GUIDE.facts[fact].unknown for fact in rest)


def test_without_a_document_one_has_to_ask() -> None:
    """Where no document comes first in all of them, the list says so."""
    harbour = catalogue(HARBOUR)
    title = parts(context(harbour), "agreement")[0].title
    assert title == "What the guide does not know: ask first"
