"""What the tools are told of a modality: of what no source tells, whom to ask, and where it can be read."""

from __future__ import annotations

from generator.catalogue.loader import load
from generator.i18n import words
from generator.publish.browser_data import data
from generator.publish.shape import PublishedModality
from generator.source.parser import parse
from generator.source.reader import SourceFile
from generator.views.context import WholeGuide
from tests.catalogues import PORTUGUESE

CONTACT = "  - id: termo\n    name: o Termo enviado no seu chamado\n"
FACTS = "facts: [v5, b2]"
SENTENCE = "A quem perguntar: o Termo enviado no seu chamado."


def modalities(contact: str = "", facts: str = FACTS) -> dict[str, PublishedModality]:
    """Return the modalities as they are published, with more said of the contact that knows the rate."""
    text = PORTUGUESE.read_text(encoding="utf-8")
    assert (text.count(CONTACT), text.count(FACTS)) == (1, 1)
    text = text.replace(FACTS, facts).replace(CONTACT, CONTACT + contact)
    loaded = load(parse(SourceFile("modalities.yaml", text))).catalogue
    assert loaded is not None
    return data(WholeGuide(loaded, words("pt-BR"), lambda _path: (1, 1)))["modalities"]


def test_whom_to_ask_is_told_of_what_an_open_question_asks():
    """Rate and least quantity are asked of one contact; what no question asks, and who has no such time, has none."""
    told = modalities()
    assert told["consultoria-do-suporte"]["ask"] == {"rate": SENTENCE, "minimum": SENTENCE, "increment": ""}
    assert told["consultoria-tecnica"]["ask"] == {"rate": SENTENCE, "minimum": "", "increment": ""}
    assert set(told["suporte-padrao"]["ask"].values()) == {""}


def test_where_the_rate_is_read_is_told_of_a_contact_that_is_read():
    """Whoever has no such document is sent to none, and a contact that is asked is no place to look."""
    assert {each["rateAt"] for each in modalities().values()} == {""}
    told = modalities("    kind: read\n    forms: {at: no Termo enviado no seu chamado}\n")
    sentence = "Onde ver: no Termo enviado no seu chamado."
    assert {id_ for id_, each in told.items() if each["rateAt"] == sentence} == {
        "consultoria-do-suporte",
        "consultoria-tecnica",
    }
    assert told["suporte-padrao"]["rateAt"] == ""


def test_whom_to_ask_is_marked_where_it_is_inferred():
    """Where it can be read is a statement too: an inference says that it is one."""
    inferred = modalities("    kind: read\n    forms: {at: no Termo}\n", "facts: [v5, q1-i]")
    assert {each["rateAt"] for each in inferred.values()} == {"", "Onde ver: no Termo. (inferência)"}
    assert inferred["consultoria-tecnica"]["ask"]["rate"] == "Onde ver: no Termo. (inferência)"
