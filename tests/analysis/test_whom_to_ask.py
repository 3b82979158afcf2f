"""Whom to ask about what no source tells: the contact of the open question that asks it, and nobody else."""

from __future__ import annotations

from generator.analysis.arrivals import unsure
from generator.analysis.whom_to_ask import asked_of, whom_to_ask
from generator.catalogue.loader import load
from generator.catalogue.open_questions import Missing
from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.source.parser import parse
from generator.source.reader import SourceFile
from tests.catalogues import PORTUGUESE, catalogue

OFFER = catalogue(PORTUGUESE)


def asking(question: str, **changes: object) -> Catalogue:
    """Return the catalogue with one open question changed."""
    questions = [
        each.model_copy(update=changes) if each.id == question else each for each in OFFER.open_questions
    ]
    return OFFER.model_copy(update={"open_questions": tuple(questions)})


def test_the_contact_is_that_of_the_question_that_asks_it():
    """A question of the modality, or of all of them, that names what is missing; what none asks has no contact."""
    support, prime = OFFER.modality["consultoria-do-suporte"], OFFER.modality["prime"]
    assert asked_of(OFFER, support, Missing.MINIMUM) == "termo"
    assert asked_of(OFFER, support, Missing.INCREMENT) is None
    assert asked_of(OFFER, prime, Missing.MINIMUM) is None
    everywhere = asking("tempo-minimo", modalities=())
    assert asked_of(everywhere, prime, Missing.MINIMUM) == "termo"


def test_a_question_without_a_contact_is_for_that_of_the_modality():
    """Whom a question does not name is whoever answers for the modality."""
    support = OFFER.modality["consultoria-do-suporte"]
    assert asked_of(asking("tempo-minimo", ask=None), support, Missing.MINIMUM) == support.contact


def test_the_sentence_has_its_facts_and_says_whether_it_is_read():
    """A contact that is asked and one that is read are told apart, and the facts behind it come along."""
    support = OFFER.modality["consultoria-do-suporte"]
    whom = whom_to_ask(OFFER, words("en"), support, Missing.RATE)
    assert whom == (
        "Ask: o Termo enviado no seu chamado.",
        OFFER.contact["termo"].how,
        ("v5", "b2"),
        "",
    )
    text = PORTUGUESE.read_text(encoding="utf-8").replace(
        "  - id: termo\n    name: o Termo enviado", "  - id: termo\n    kind: read\n    name: o Termo enviado"
    )
    offer = load(parse(SourceFile("modalities.yaml", text))).catalogue
    assert offer is not None
    read = whom_to_ask(offer, words("en"), offer.modality[support.id], Missing.RATE)
    assert read is not None
    assert read.at.startswith("in ")
    assert read.said.startswith("See: ")


def test_whether_a_recommendation_is_open_is_asked_where_a_question_says():
    """The finder's warning names the contact of the question that asks it, not that of the modality."""
    row = next(each for each in OFFER.finder.rows if each.id == "duvida-simples")
    (told,) = unsure(asking("data-no-local", modalities=(), gaps=(Missing.ACCESS,)), words("en"), row)
    assert told.text.endswith("Ask: a sua Unidade TOTVS.")
