"""Whom to ask: no sentence promises that somebody knows, and each can be said of any contact."""

from __future__ import annotations

from generator.catalogue.contacts import ContactKind
from generator.catalogue.entry import Forms
from generator.i18n import words
from generator.wording.contacts import asked, in_doubt, sentence
from tests.catalogues import PORTUGUESE, catalogue

WRITTEN = catalogue(PORTUGUESE)
PAPER = WRITTEN.contact["termo"].model_copy(
    update={"kind": ContactKind.READ, "forms": Forms(at="no Termo que você recebe")}
)
GUIDE = WRITTEN.model_copy(update={"contact": {**WRITTEN.contact, PAPER.id: PAPER}})
WORDS = words("pt-BR")


def test_whom_to_ask_is_all_that_is_said():
    """No source tells that the one who is asked has the answer: the guide says whom to ask, and where to look."""
    assert sentence(GUIDE, WORDS, "esn") == "A quem perguntar: o seu ESN."
    assert sentence(GUIDE, WORDS, "termo") == "Onde ver: no Termo que você recebe."


def test_who_has_asked_nothing_yet_is_told_for_a_later_doubt():
    """Beside advice there is no question to answer: the same contact is there in case of doubt."""
    assert in_doubt(GUIDE, WORDS, "esn") == "Se tiver dúvida, fale com o seu ESN."
    assert in_doubt(GUIDE, WORDS, "termo") == "Se tiver dúvida, veja no Termo que você recebe."


def test_of_several_it_is_said_of_what_each_is_asked():
    """The modalities stand before the contact's name."""
    first, second = (each.id for each in GUIDE.modalities[:2])
    told = list(asked(GUIDE, WORDS, {"esn": (first,), "portal": (second,)}))
    assert [each.said for each in told] == [
        f"{GUIDE.modality[id_].name}: {GUIDE.contact[whom].name}."
        for id_, whom in ((first, "esn"), (second, "portal"))
    ]
    assert [(each.how, each.facts) for each in told] == [
        (GUIDE.contact[id_].how, GUIDE.contact[id_].facts) for id_ in ("esn", "portal")
    ]
    (alone,) = asked(GUIDE, WORDS, {"esn": (first, second)})
    assert alone.said == "A quem perguntar: o seu ESN."
