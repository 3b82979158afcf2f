"""What the tools are told of a modality: of what no source tells, whom to ask, and where it can be read."""

from __future__ import annotations

from generator.catalogue.loader import load
from generator.i18n import words
from generator.publish.browser_data import data
from generator.publish.shape import Data, PublishedModality
from generator.source.parser import parse
from generator.source.reader import SourceFile
from generator.views.context import WholeGuide
from tests.catalogues import PORTUGUESE

CONTACT = "  - id: termo\n    name: o Termo enviado no seu chamado\n"
SENTENCE = "A quem perguntar: o Termo enviado no seu chamado."


def published(old: str, new: str) -> Data:
    """Return what is published of the catalogue with one of its lines changed."""
    text = PORTUGUESE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    loaded = load(parse(SourceFile("modalities.yaml", text.replace(old, new)))).catalogue
    assert loaded is not None
    return data(WholeGuide(loaded, words("pt-BR"), lambda _path: (1, 1)))


def modalities(contact: str = "") -> dict[str, PublishedModality]:
    """Return the modalities as they are published, with more said of the contact that knows the rate."""
    return published(CONTACT, CONTACT + contact)["modalities"]


def test_whom_to_ask_is_told_of_what_an_open_question_asks():
    """Rate and least quantity are asked of one contact; what no question asks, and who has no such time, has none."""
    told = modalities()
    asked = {"text": SENTENCE, "at": "", "facts": ["v5", "b2"]}
    none = {"rate": None, "minimum": None, "increment": None, "tax": None}
    assert told["consultoria-do-suporte"]["ask"] == none | {"rate": asked, "minimum": asked}
    assert told["consultoria-tecnica"]["ask"] == none | {"rate": asked}
    assert told["suporte-padrao"]["ask"] == none


def test_where_it_is_read_is_told_of_a_contact_that_is_read():
    """Whoever has no such document is sent to none, and a contact that is asked is no place to look."""
    told = modalities("    kind: read\n    forms: {at: no Termo enviado no seu chamado}\n")
    read = {id_: each["ask"]["rate"] for id_, each in told.items() if each["ask"]["rate"]}
    assert set(read) == {"consultoria-do-suporte", "consultoria-tecnica"}
    for each in read.values():
        assert each["at"] == "no Termo enviado no seu chamado"
        assert each["text"] == f"Onde ver: {each['at']}."


def test_what_no_source_tells_of_an_outcome_is_published_in_the_words_of_its_facts():
    """A fact that says that something is not known is a doubt of the outcome that rests on it, and no other is."""
    outcomes = published("facts: [d3, v11]", "facts: [d3, b2]")["outcomes"]
    (doubt,) = outcomes["inconsistencia-nova"]["doubts"]
    assert doubt["facts"] == ["b2"]
    assert doubt["text"].startswith("Nenhuma fonte")
    assert outcomes["sem-inconsistencia"]["doubts"] == []
