"""A quote in words: who pays, how much, why, by which facts, and what to do where something is not known."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from generator import pricing
from generator.answers.quote_request import InvalidRequest, Reader
from generator.answers.quote_text import data, render
from generator.catalogue.open_questions import Missing
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.pricing.quote import quote
from generator.wording.script_messages import messages
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue


def told(path, modality, known, **more):
    offer = catalogue(path)
    language = words(offer.guide.language)
    return render(offer, quote(offer, offer.modality[modality], known, **more), language)


def as_data(path, modality, known, **more):
    offer = catalogue(path)
    made = data(offer, quote(offer, offer.modality[modality], known, **more), words(offer.guide.language))
    return json.loads(json.dumps(made, allow_nan=False))


CONSULTANT = {"requester": "consultor-projeto", "outcome": "sem-inconsistencia"}


@pytest.mark.parametrize(
    ("path", "modality", "known", "more", "first"),
    [
        (
            PORTUGUESE,
            "suporte-padrao",
            {"requester": "cliente"},
            {},
            "Não há cobrança por atendimento. (inferência)",
        ),
        (
            PORTUGUESE,
            "consultoria-do-suporte",
            {"requester": "cliente", "outcome": "inconsistencia-nova"},
            {"minutes": 90, "rate": Decimal("3.50")},
            "Você não paga: a cobrança é dispensada.",
        ),
        (
            PORTUGUESE,
            "consultoria-do-suporte",
            {"requester": "consultor-projeto", "outcome": "inconsistencia-nova"},
            {},
            "Ninguém paga: a cobrança é dispensada.",
        ),
        (PORTUGUESE, "consultoria-tecnica", {"requester": "cliente"}, {}, "Você paga. (inferência)"),
        (
            PORTUGUESE,
            "consultoria-tecnica",
            {"requester": "cliente"},
            {"minutes": 4, "rate": Decimal("123.456")},
            "Você paga R$ 1.234,56. (inferência)",
        ),
        (
            PORTUGUESE,
            "consultoria-do-suporte",
            CONSULTANT,
            {"minutes": 50, "rate": Decimal("3.50")},
            "A Unidade ou Franquia responsável paga pelo menos R$ 175,00. (inferência)",
        ),
        (
            PORTUGUESE,
            "prime",
            {"requester": "cliente"},
            {},
            "O preço é sob consulta, e nenhuma fonte diz quem paga.",
        ),
        (
            PORTUGUESE,
            "suporte-padrao",
            {"requester": "consultor-ams"},
            {},
            "Nenhuma fonte diz quanto isto custa.",
        ),
        (
            PORTUGUESE,
            "consultoria-do-suporte",
            {"requester": "cliente"},
            {},
            "Depende: sem cobrança se for “Inconsistência ainda não publicada”; senão, você paga. (inferência)",
        ),
        (
            HARBOUR,
            "advisory-time",
            {"requester": "integrator", "hours": "business"},
            {"minutes": 46},
            "The port operator pays A$267.00.",
        ),
        (
            HARBOUR,
            "advisory-time",
            {"requester": "reseller", "hours": "business"},
            {"minutes": 46},
            "You pay A$267.00.",
        ),
        (HARBOUR, "partner-desk", {"requester": "reseller"}, {}, "You pay $950.00 (plus tax)."),
        (HARBOUR, "advisory-time", {"hours": "after"}, {}, "In this case it is not offered."),
        (
            HARBOUR,
            "harbour-watch",
            {"requester": "operator-staff"},
            {},
            "You pay, and the price is on quote.",
        ),
    ],
)
def test_the_first_line_says_who_pays_and_how_much(path, modality, known, more, first):
    """One line has the answer, marked where inferred; "you" is said only to somebody of the party that pays."""
    assert first == told(path, modality, known, **more).splitlines()[0]


@pytest.mark.parametrize(
    ("minutes", "first"),
    [(10, "Você paga R$ 35,00. (inferência)"), (11, "Você paga R$ 38,50 pela conta do guia. (inferência)")],
)
def test_no_more_is_claimed_than_is_known(minutes, first):
    """Where no source tells how time is rounded, an amount is the guide's count: rounding may make it less, too."""
    asked = {"minutes": minutes, "rate": Decimal("3.50")}
    text = told(PORTUGUESE, "consultoria-tecnica", {"requester": "cliente"}, **asked)
    assert text.splitlines()[0] == first


def test_where_no_rate_is_known_the_time_is_what_is_paid():
    """The first line says how much all the same: as much as is known; and who only asks who pays is told that."""
    client, more = {"requester": "cliente"}, {"minutes": 4}
    assert told(PORTUGUESE, "consultoria-tecnica", client, **more).startswith(
        "Você paga 10 minutos. (inferência)\n"
    )
    support = told(PORTUGUESE, "consultoria-do-suporte", CONSULTANT, minutes=50)
    assert support.startswith("A Unidade ou Franquia responsável paga pelo menos 50 minutos. (inferência)\n")


def test_the_arithmetic_stands_line_by_line_and_is_rounded_once():
    """Time, least quantity, steps, billed time, product, and one rounding, each in its line."""
    text = told(
        PORTUGUESE, "consultoria-tecnica", {"requester": "cliente"}, minutes=13, rate=Decimal("0.335")
    )
    assert [line.strip() for line in text.split("A conta:\n")[1].splitlines()[:7]] == [
        "Tempo trabalhado: 13 minutos.",
        "Contado por: minuto (inferência).",
        "Mínimo cobrado: 10 minutos.",
        "Acima do mínimo: Nenhuma fonte diz como se arredonda o tempo acima do mínimo.",
        "Cobrado: 13 minutos.",
        "13 × R$ 0,335 = R$ 4,355",
        "Arredondado uma vez, no fim: R$ 4,36.",
    ]


def test_what_is_exact_is_not_said_to_be_rounded():
    """Where the product has no more decimals than the money, no line speaks of rounding."""
    text = told(PORTUGUESE, "consultoria-tecnica", {"requester": "cliente"}, minutes=13, rate=Decimal("3.50"))
    assert "  13 × R$ 3,50 = R$ 45,50" in text.splitlines()
    assert "Arredondado" not in text


def test_why_with_facts_and_case():
    """A quote can be followed to its sources: each fact with its mark, and the id of the case; no id of a row."""
    text = told(
        PORTUGUESE, "consultoria-do-suporte", {"requester": "cliente", "outcome": "inconsistencia-publicada"}
    )
    for line in (
        "Caso: CS-CLI-PUB",
        "Por quê: A Issue já estava disponível no Portal do Cliente, então o tempo é cobrado.",
        "  Fatos: D2, D4, Q1-I (inferência)",
        "O que vem antes: Análise do Suporte Padrão, Termo, Aceite do Termo",
    ):
        assert line in text.splitlines()
    assert "por-minuto-com-dispensa" not in text
    assert "publicada”" not in text


def test_what_is_not_known_says_what_decides_and_what_to_do_now():
    """Before the analysis: what each outcome would mean, and where to look already, with the facts behind it."""
    lines = told(PORTUGUESE, "consultoria-do-suporte", {"requester": "cliente"}).splitlines()
    start = lines.index("O que decide: Resultado da análise")
    assert lines[start + 1 : start + 5] == [
        "  Inconsistência ainda não publicada: Você não paga: a cobrança é dispensada.",
        "  Inconsistência já publicada; Nenhuma inconsistência: Você paga. (inferência)",
        "O que fazer agora: Procure no Portal do Cliente uma Issue publicada que descreva o seu caso. "
        "Para o preço, importa se ela já está lá.",
        "  Fatos: V3, V4, D3",
    ]


def test_while_a_case_is_open_results_are_told_apart():
    """Alternatives stand in quotation marks with an "or", and each reason says whose it is."""
    lines = told(PORTUGUESE, "consultoria-do-suporte", {}).splitlines()
    start = lines.index("O que decide: Quem pede")
    assert lines[start + 1] == (
        "  Cliente: Ainda não está decidido: “Você não paga: a cobrança é dispensada” ou “Você paga”. (inferência)"
    )
    assert (
        "Por quê: “Ninguém paga: a cobrança é dispensada”: A inconsistência ainda não estava publicada no Portal "
        "do Cliente, então a cobrança é dispensada."
    ) in lines
    assert (
        "Por quê: “O cliente paga” ou “A Unidade ou Franquia responsável paga”: A Issue já estava disponível no "
        "Portal do Cliente, então o tempo é cobrado."
    ) in lines


def test_near_cases_that_say_the_same_share_a_line():
    """Four kinds of consultant are one line, not four."""
    text = told(
        PORTUGUESE, "consultoria-do-suporte", {"requester": "cliente", "outcome": "inconsistencia-publicada"}
    )
    near = text.split("O que mudaria o resultado:\n")[1].split("\n\n")[0].splitlines()
    assert len(near) == 2
    assert near[0].endswith(" ou Consultor de AMS: A Unidade ou Franquia responsável paga.")
    assert near[1] == (
        "  Se “Resultado da análise” for Inconsistência ainda não publicada: "
        "Você não paga: a cobrança é dispensada."
    )


def test_what_no_source_tells_is_said():
    """The guide names what it left out of the count, and that the rate is not its own."""
    text = told(PORTUGUESE, "consultoria-do-suporte", {"requester": "cliente"}, minutes=35)
    assert (
        "  Nenhuma fonte diz se há um mínimo. A conta não inclui nenhum, e por isso a cobrança pode ser maior."
        in text
    )
    whom = "A quem perguntar: o Termo enviado no seu chamado."
    assert f"  Nenhuma fonte diz o valor. Se você informar o seu, o guia calcula o total. {whom}" in text
    assert "R$" not in text


def test_of_a_rate_that_no_question_asks_nobody_is_named():
    """Where the guide has rates, or does not ask for one, the reader is sent to no document."""
    asked = {"minutes": 46, "rate": Decimal("4.20")}
    text = told(HARBOUR, "advisory-time", {"requester": "reseller", "hours": "business"}, **asked)
    assert "  The guide does not know whether this rate includes tax." in text.splitlines()


def test_taxes_are_asked_of_whom_their_own_question_names():
    """The contact for the rate is not said of taxes, of which it may tell nothing: they have a question, or none."""
    offer = catalogue(PORTUGUESE)
    language = words(offer.guide.language)

    def line(guide: Catalogue) -> str:
        support = guide.modality["consultoria-do-suporte"]
        made = quote(guide, support, {"requester": "cliente"}, minutes=35, rate=Decimal("2"))
        text = render(guide, made, language)
        return next(each.strip() for each in text.splitlines() if "este valor inclui impostos" in each)

    untold = "O guia não sabe se este valor inclui impostos."
    assert line(offer) == untold
    first, *others = offer.open_questions
    taxes = first.model_copy(update={"id": "impostos", "gaps": (Missing.TAX,), "ask": "esn"})
    asked = offer.model_copy(update={"open_questions": (first, taxes, *others)})
    assert line(asked) == f"{untold} A quem perguntar: {offer.contact['esn'].name}."


def test_the_document_that_prevails_ends_every_quote():
    """Nobody leaves with a number and without knowing what holds."""
    offer = catalogue(HARBOUR)
    for modality in offer.modalities:
        assert told(HARBOUR, modality.id, {}).splitlines()[-2] == offer.guide.prevails


def test_no_document_prevails_where_the_modality_has_none():
    """Whoever asks for what has no such document is not sent to look for it."""
    offer = catalogue(PORTUGUESE)
    sent = {each.id for each in offer.modalities if offer.guide.prevails in told(PORTUGUESE, each.id, {})}
    assert sent == {"consultoria-do-suporte", "consultoria-tecnica"}


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_amounts_have_plain_spaces_everywhere(path):
    """What is pasted into a ticket is found again: no space in it is one that does not break."""
    offer = catalogue(path)
    for modality in offer.modalities:
        for more in ({}, {"minutes": 1500, "rate": Decimal("1234.5")}):
            text = told(path, modality.id, {}, **more)
            text += json.dumps(as_data(path, modality.id, {}, **more), ensure_ascii=False)
            assert not {"\u00a0", "\u202f"} & set(text)


def test_data_has_plain_digits_and_ids():
    """A program reads amounts with a point, states and payers by id, and the sentence for people beside them."""
    made = as_data(PORTUGUESE, "consultoria-do-suporte", CONSULTANT, minutes=50, rate=Decimal("1234.50"))
    assert made["bill"] | {"lines": [], "assumptions": []} == {
        "minutes": 50,
        "unit": "minute",
        "units": 50,
        "unknown": ["minimum"],
        "least": True,
        "rate": "1234.50",
        "rate_given": True,
        "currency": "BRL",
        "tax": "unknown",
        "amount": "61725.00",
        "lines": [],
        "assumptions": [],
    }
    (result,) = made["results"]
    assert result == {
        "state": "charged",
        "payer": "unidade-responsavel",
        "price": None,
        "text": "A Unidade ou Franquia responsável paga pelo menos R$ 61.725,00. (inferência)",
        "row": "outra-causa",
        "reason": "A causa não é uma inconsistência do produto nem da documentação, então o tempo é cobrado.",
        "facts": ["d2", "d4", "q3"],
        "cases": ["CS-PRO-SEM"],
    }
    assert made["result"] == result["text"]
    assert (made["deciding"], made["ways"], made["now"]) == (None, [], None)
    assert made["before"] == ["analise-suporte-padrao", "termo", "aceite"]
    assert [(near["dimension"], near["value"], near["state"]) for near in made["nearby"]][-1] == (
        "outcome",
        "inconsistencia-nova",
        "waived",
    )


def test_data_of_a_part_of_a_case_says_what_decides():
    """Each answer to what decides comes with its own results."""
    made = as_data(HARBOUR, "advisory-time", {"requester": "reseller"})
    assert made["deciding"] == "hours"
    assert [(way["value"], [r["state"] for r in way["results"]]) for way in made["ways"]] == [
        ("business", ["charged"]),
        ("after", ["not_offered"]),
    ]


def test_every_state_has_its_sentence():
    """No result is without words, and none has a hole that is not filled."""
    said = messages(words("pt-BR"), "simulator")
    for state in PriceState:
        assert said[state.value]


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_every_case_can_be_told(path):
    """Each case of each modality has a quote without a hole left in it."""
    offer = catalogue(path)
    for modality in offer.modalities:
        for case in pricing.cases(offer, modality):
            assert "{" not in told(path, modality.id, case.case, minutes=61)


# What is asked


def reader():
    return Reader(catalogue(PORTUGUESE), words("pt-BR"))


def test_an_open_part_is_the_same_as_one_left_out():
    """A question mark says that it is not known yet."""
    asked = reader().read("consultoria-do-suporte", {"requester": "?", "outcome": "inconsistencia-nova"})
    assert asked.known == {"outcome": "inconsistencia-nova"}


def test_what_a_price_does_not_depend_on_is_taken_and_changes_nothing():
    """Whoever says the severity of what is priced by the minute is not refused."""
    asked = Reader(catalogue(HARBOUR), words("en")).read("advisory-time", {"severity": "a", "hours": "after"})
    assert asked.known == {"hours": "after"}


@pytest.mark.parametrize(
    ("modality", "given", "more", "message"),
    [
        (
            "consultoria-tecnic",
            {},
            {},
            "Não existe “consultoria-tecnic” para --modality. Você quis dizer “consultoria-tecnica”?",
        ),
        (
            "consultoria-tecnica",
            {"requester": "clente"},
            {},
            "Não existe “clente” para --requester. Você quis dizer “cliente”?",
        ),
        (
            "consultoria-tecnica",
            {"outcome": "zzz"},
            {},
            "Não existe “zzz” para --outcome. "
            "O que há: inconsistencia-nova, inconsistencia-publicada, sem-inconsistencia.",
        ),
        (
            "consultoria-tecnica",
            {"severidade": "a"},
            {},
            "Não existe “severidade” para --given. O que há: requester, outcome.",
        ),
        (
            "consultoria-tecnica",
            {},
            {"rate": "3.50"},
            "--rate “3.50”: Este número pode ser lido de duas formas. Escreva como 1,23.",
        ),
        (
            "consultoria-tecnica",
            {},
            {"rate": "três"},
            "--rate “três”: Isto não é um número. Escreva como 1,23.",
        ),
        ("consultoria-tecnica", {}, {"rate": ""}, "--rate “”: Isto não é um número. Escreva como 1,23."),
        (
            "consultoria-tecnica",
            {},
            {"rate": "0,00"},
            "--rate “0,00”: Aqui vai um número maior que zero. Escreva como 1,23.",
        ),
        (
            "consultoria-tecnica",
            {},
            {"minutes": "1,5"},
            "--minutes “1,5”: Aqui vão minutos inteiros. Escreva como 90.",
        ),
        (
            "consultoria-tecnica",
            {},
            {"minutes": "-5"},
            "--minutes “-5”: Aqui não cabe um número abaixo de zero. Escreva como 90.",
        ),
        (
            "consultoria-tecnica",
            {},
            {"minutes": "9.999.999"},
            "--minutes “9.999.999”: Este número tem algarismos demais. Escreva como 90.",
        ),
        (
            "consultoria-tecnica",
            {},
            {"as_of": "2026-02-30"},
            "--as-of “2026-02-30” não é um dia. Escreva como 2026-11-25.",
        ),
    ],
)
def test_a_slip_is_told_with_its_cure(modality, given, more, message):
    """An id, a number or a day that cannot be is refused, and the message says what would do."""
    with pytest.raises(InvalidRequest) as slip:
        reader().read(modality, given, **more)
    assert str(slip.value) == message
