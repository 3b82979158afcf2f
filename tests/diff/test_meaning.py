"""Edits of a guide, each told for whom it changes what, and whether that is worse for them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.loader import load
from generator.catalogue.modalities import Access, ScopeState, Status
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.root import Catalogue
from generator.diff.comparing import compare
from generator.linter.recovery import changed
from generator.promises.changes import Effect
from generator.source.parser import parse
from generator.source.reader import SourceFile
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue
from tests.diff.edited import GUIDE, HARBOUR_GUIDE, difference, edited, told, value

ROWS = "pricing_rules.por-minuto-com-dispensa.rows"
NEW = value(GUIDE, f"{ROWS}.nova")
OUTCOME = "Inconsistência ainda não publicada"
UNIT = "quem paga: a Unidade ou Franquia responsável"


def without(address: str, id_: str) -> dict[str, Any]:
    return {address: tuple(each for each in value(GUIDE, address) if each.id != id_)}


def text(address: str, old: str, new: str) -> dict[str, Any]:
    assert old in value(GUIDE, address)
    return {address: value(GUIDE, address).replace(old, new)}


def split(*requesters: str) -> dict[str, Any]:
    """Return the table in which the waiver is lost for some requesters."""
    kept = tuple(each for each in GUIDE.requester if each not in requesters)
    rows = [each for each in value(GUIDE, ROWS) if each.id != "nova"]
    lost = {("id",): "cobrada", ("then",): PriceState.CHARGED}
    for change, who in (({}, kept), (lost, requesters)):
        rows += [changed(NEW, {**change, ("when",): {**NEW.when, "requester": who}})] if who else []
    return {ROWS: tuple(rows)}


CONSULTANTS = tuple(each for each in GUIDE.requester if each != "cliente")


@pytest.mark.parametrize(
    ("requesters", "who"),
    [
        (CONSULTANTS[:3], "3 de 4 Consultores TOTVS (menos: Consultor de AMS)"),
        (CONSULTANTS, "Consultores TOTVS"),
        (CONSULTANTS[:1], "Consultor de Unidade Franqueada"),
        (CONSULTANTS[:2], "Consultor de Unidade Franqueada; Consultor de Projeto"),
    ],
)
def test_a_waiver_that_some_lose(requesters: tuple[str, ...], who: str):
    """Cases that change alike are one sentence: for which part of which group, who is left out, with which result."""
    found = difference(split(*requesters))
    assert told(found) == [
        f"worse consultoria-do-suporte: Preço para {who} · {OUTCOME}: antes dispensado; agora cobrado, {UNIT}."
    ]
    (edit,) = found.edits
    assert edit.requesters == requesters
    assert len(edit.cases) == len(requesters)
    assert {each.after.subject for each in edit.changes if each.after and each.promise.kind == "case"} == {
        *edit.cases
    }


def test_a_waiver_that_all_lose():
    """Where every requester is meant, no name is told, and who pays what is."""
    found = difference({f"{ROWS}.nova.then": PriceState.CHARGED})
    assert told(found) == [
        f"worse consultoria-do-suporte: Preço para Cliente · {OUTCOME}: "
        "antes dispensado; agora cobrado, quem paga: o cliente (inferência).",
        f"worse consultoria-do-suporte: Preço para Consultores TOTVS · {OUTCOME}: "
        f"antes dispensado; agora cobrado, {UNIT}.",
    ]


def test_several_modalities_that_change_alike():
    """What holds of several modalities is told once, of all of them."""
    found = difference({"pricing_rules.sob-consulta.rows.consulte.then": PriceState.FREE,
                        "pricing_rules.sob-consulta.rows.consulte.payer": None})  # fmt: skip
    assert told(found)[0].startswith(
        "better consultoria-in-loco,prime,ams,outras-ofertas: Preço para Cliente: antes "
    )


EDITS = {
    "a scope withdrawn": (
        {"modalities.consultoria-tecnica.scopes.duvidas-pontuais.state": ScopeState.EXCLUDED},
        ["worse consultoria-tecnica: Cobre – Dúvidas pontuais: antes sim; agora não."],
    ),
    "a requester shut out": (
        {"modalities.consultoria-tecnica.requesters.consultores.state": Access.DENIED},
        ["worse consultoria-tecnica: Pode pedir – Consultores TOTVS: antes sim"],
    ),
    "a longer time": (
        {"pricing_rules.por-tempo-sempre.minimum": 15},
        ["worse consultoria-tecnica: Quantidade mínima cobrada: antes 10 minutos; agora 15 minutos."],
    ),
    "a time that nobody tells": (
        {"pricing_rules.por-tempo-sempre.minimum": UNKNOWN},
        ["neutral consultoria-tecnica: Quantidade mínima cobrada: antes 10 minutos; agora não informado."],
    ),
    "a new precondition": (
        {"modalities.prime.preconditions": value(GUIDE, "modalities.consultoria-in-loco.preconditions")},
        ["worse prime: Passa a ser exigido antes: “Agendamento”."],
    ),
    "preconditions in another order": (
        {"modalities.consultoria-tecnica.preconditions":
         value(GUIDE, "modalities.consultoria-tecnica.preconditions")[::-1]},
        ["neutral consultoria-tecnica: O que vem antes, na ordem: antes “Termo”, "],
    ),
    "another name": (
        {"modalities.suporte-padrao.name": "Suporte Básico"},
        ["wording suporte-padrao: Nome: antes “Suporte Padrão”; agora “Suporte Básico”."],
    ),
    "an end": (
        {"modalities.prime.status": Status.RETIRED},
        ["worse prime: Situação: antes É oferecida; agora Já acabou; a página continua no ar, e diz isso."],
    ),
    "other words": (
        text("sources.s.facts.t1.text", "mais", "bem mais"),
        ["wording : Fato T1: Texto: "],
    ),
    "a number in words": (
        text("modalities.consultoria-tecnica.steps.4.text", "10 minutos", "12 minutos"),
        ["neutral consultoria-tecnica: Passo: … com mínimo de [-10-] {+12+} minutos."],
    ),
    "a negation": (
        text("preconditions.analise-suporte-padrao.description", "não ", ""),
        ["neutral : O que vem antes “Análise do Suporte Padrão”: Descrição: … no chamado e [-não-] conseguiu"],
    ),
    "a fact that a cell loses": (
        {"modalities.consultoria-tecnica.scopes.duvidas-pontuais.facts": ("v1",)},
        ["neutral consultoria-tecnica: Apoio de Consultoria Técnica · Dúvidas pontuais: não se apoia mais em T8; "
         "agora se apoia em V1."],
    ),
    "a fact that is an inference now": (
        {"sources.c.facts.t8.inferred": True},
        ["neutral consultoria-tecnica: Apoio de ", "neutral : Fato T8: Inferência: antes não; agora sim."],
    ),
    "a source that is trusted less": (
        {"sources.c.trust": value(GUIDE, "sources.r.trust")},
        [],
    ),
    "another recommendation": (
        {"finder.rows.acompanhamento.recommend": ("suporte-padrao",)},
        ["neutral : Recomendação para “Ajuda para parametrizar, executar rotinas ou atualizar”: "
         "antes Consultoria Técnica; agora Suporte Padrão."],
    ),
    "a fact that is new": (
        {"sources.c.facts": (*value(GUIDE, "sources.c.facts"),
         changed(value(GUIDE, "sources.c.facts.t8"), {("id",): "t99", ("text",): "Algo\nnovo."}))},
        ["neutral : Novidade: Fato T99, “Algo novo.”."],
    ),
    "other facts for whom it is": (
        {"modalities.prime.audience_facts": ("v1",)},
        ["neutral prime: Em que se apoia `audience`: agora se apoia em V1."],
    ),
    "whom to ask": (
        {"modalities.prime.contact": "portal"},
        ["neutral prime: A quem perguntar o que o guia deixa em aberto: antes “"],
    ),
    "a step that moves": (
        {"modalities.suporte-padrao.steps": value(GUIDE, "modalities.suporte-padrao.steps")[1::-1]
         + value(GUIDE, "modalities.suporte-padrao.steps")[2:]},
        ["neutral suporte-padrao: Passo em outro lugar: "],
    ),
    "a step that is gone": (
        {"modalities.suporte-padrao.steps": value(GUIDE, "modalities.suporte-padrao.steps")[1:]},
        ["neutral suporte-padrao: Passo que não existe mais: "],
    ),
    "who pays for a requester": (
        {"requesters.cliente.billed": "unidade-responsavel"},
        ["better consultoria-do-suporte: Preço para Cliente · Inconsistência já publicada ou Nenhuma inconsistência: ",
         "better consultoria-tecnica: Preço para Cliente: "],
    ),
    "another price": (
        {"modalities.prime.pricing": "por-tempo-sempre"},
        ["neutral prime: Preço para Cliente: antes sob consulta, não se sabe quem paga; agora cobrado, ",
         "neutral prime: Como o preço é contado: antes sob consulta; agora por tempo."],
    ),
    "another code": (
        {"requesters.cliente.code": "KUN"},
        ["neutral suporte-padrao: Casos que agora têm outro código: SP-CLI-NOV > SP-KUN-NOV, "],
    ),
    "a table that says the same": (
        {ROWS: tuple(changed(each, {("id",): f"x-{each.id}"}) for each in value(GUIDE, ROWS))},
        ["wording consultoria-do-suporte: A tabela do preço está escrita de outro modo; nenhum caso muda."],
    ),
    "a sentence more": (
        {"modalities.prime.characteristics": value(GUIDE, "modalities.suporte-padrao.characteristics")[:1]},
        ["neutral prime: O que a distingue: agora “A manutenção é feita no release vigente, "],
    ),
    "a fact under another source": (
        {"sources.c.facts": (), "sources.r.facts":
         (*value(GUIDE, "sources.r.facts"), *value(GUIDE, "sources.c.facts"))},
        ["neutral : Fato B1: Fonte: antes “"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_what_an_edit_means(name: str):
    """Each kind of edit is told in a sentence, of its modality, with what it is for the customer."""
    edits, expected = EDITS[name]
    found = told(difference(edits))
    for each in expected:
        assert any(line.startswith(each) for line in found), "\n".join(found)


def test_a_modality_that_is_new_and_one_that_is_gone():
    """A new modality is told with its price and its scope; all that one promised goes with it in one sentence."""
    named = {("id",): "ouro", ("code",): "ORO", ("name",): "Ouro", ("neighbours",): ()}
    more = edited(
        GUIDE,
        {"modalities": (*GUIDE.modalities, changed(value(GUIDE, "modalities.consultoria-tecnica"), named))},
    )
    come = told(compare(GUIDE, more))
    assert come[0] == "better ouro: Novidade: Modalidade “Ouro”."
    assert f"neutral ouro: Preço para Consultores TOTVS: agora cobrado, {UNIT}." in come
    assert any(each.startswith("better ouro: Cobre – ") for each in come)
    gone = compare(more, GUIDE)
    assert told(gone)[0] == "worse ouro: Não existe mais: Modalidade “Ouro”."
    assert sum("ouro" in each.modalities for each in gone.edits) == 1
    assert len(gone.edits[0].cases) == 15


def called_otherwise(old: str, new: str, guide: Path = PORTUGUESE) -> Catalogue:
    """Return a guide in which an id is another one wherever it stands."""
    text = re.sub(rf"(?<![\w-]){old}(?![\w-])", new, guide.read_text(encoding="utf-8"))
    found = load(parse(SourceFile("other", text))).catalogue
    assert found
    return found


def test_another_id_is_another_modality():
    """Entries are matched by their ids: a modality that keeps its name under another id is gone, and a new one."""
    assert {
        each.text
        for each in compare(GUIDE, called_otherwise("prime", "primeiro")).edits
        if each.topic == "entry"
    } == {"Não existe mais: Modalidade “Prime”.", "Novidade: Modalidade “Prime”."}


@pytest.mark.parametrize(
    ("guide", "old", "of"),
    [
        (PORTUGUESE, "prime", "modalities"),
        (PORTUGUESE, "consultor-ams", "requesters"),
        (HARBOUR, "trial-user", "requesters"),
        (PORTUGUESE, "inconsistencia-nova", "outcomes"),
        (PORTUGUESE, "nota-fiscal", "open_questions"),
    ],
)
def test_an_entry_that_says_what_it_was_called_is_the_same(guide: Path, old: str, of: str):
    """Where the new id names the old one, nothing is gone, and only that the old address still leads there is told."""
    other = edited(called_otherwise(old, "another", guide), {f"{of}.another.earlier_ids": (old,)})
    (edit,) = compare(catalogue(guide), other).edits
    assert edit.effect is Effect.NEUTRAL
    assert edit.text.startswith(("Ids anteriores: ", "Earlier ids: "))
    assert edit.text.endswith(f" {old}.")


def test_a_result_that_is_new():
    """A new result of the analysis is told with what it costs in each modality, and one that is gone in a sentence."""
    named = {("id",): "outra", ("code",): "OUT", ("name",): "Outra"}
    rows = value(GUIDE, ROWS)
    free = changed(NEW, {("id",): "outra", ("when",): {"outcome": ("outra",)}, ("then",): PriceState.FREE})
    more = edited(
        GUIDE, {"outcomes": (*GUIDE.outcomes, changed(GUIDE.outcomes[0], named)), ROWS: (*rows, free)}
    )
    come = told(compare(GUIDE, more))
    assert "better : Novidade: Resultado da análise “Outra”." in come
    assert (
        "better consultoria-do-suporte: Preço para todos os solicitantes · Outra: agora sem cobrança." in come
    )
    assert "worse : Não existe mais: Resultado da análise “Outra”." in told(compare(more, GUIDE))


def test_a_requester_who_is_shut_out_is_told_once():
    """The cases that follow from it are a part of it, and are not told as prices."""
    found = difference({"modalities.consultoria-tecnica.requesters.cliente.state": Access.DENIED})
    (edit,) = (each for each in found.edits if each.effect is Effect.WORSE)
    assert edit.text == "Pode pedir – Cliente: antes sim; agora não."
    assert edit.requesters == ("cliente",)
    assert edit.cases == ("CT-CLI-NOV", "CT-CLI-PUB", "CT-CLI-SEM")


def test_rates_are_compared_day_by_day():
    """A higher rate is worse from its day on, an amount in another currency is neither; an end is told, too."""
    rates = "pricing_rules.by-the-minute.rates"
    more = told(difference({f"{rates}.1.value": Decimal("4.60")}, HARBOUR_GUIDE))
    assert [each for each in more if "Rate from" in each] == [
        "worse advisory-time: Rate from July 1, 2026 on: before A$4.45 (tax included); now A$4.60 (tax included)."
    ]
    ends = told(difference({f"{rates}.1.valid_to": date(2026, 12, 31)}, HARBOUR_GUIDE))
    assert any(
        "Rate from January 1, 2027 on: before A$4.45" in each and "now not told" in each for each in ends
    )
    other = told(difference({f"{rates}.1.currency": "EUR"}, HARBOUR_GUIDE))
    assert any(each.startswith("neutral") and "Rate from" in each for each in other)


def test_a_price_that_looks_at_one_thing_less():
    """Where a price depends on less, each case is held against the one that it has become."""
    dropped = {
        "pricing_rules.by-the-minute.depends_on": (),
        "pricing_rules.by-the-minute.rows": tuple(
            changed(each, {("when",): {key: of for key, of in each.when.items() if key != "hours"}})
            for each in value(HARBOUR_GUIDE, "pricing_rules.by-the-minute.rows")
            if "hours" not in each.when or each.id != "at-night"
        ),
    }
    found = difference(dropped, HARBOUR_GUIDE)
    assert any("What else the price depends on" in each for each in told(found))
    assert any("Cases that have another code now" in each for each in told(found))


def test_told_in_the_language_of_the_newer_guide():
    """A guide that is translated is told in its new language."""
    found = compare(GUIDE, edited(GUIDE, {"guide.language": "en", "modalities.prime.status": Status.RETIRED}))
    assert "worse prime: State: before It is offered; now It has ended; its page stays, and says so." in told(
        found
    )


def test_nothing_changes():
    """A guide that is compared with itself has not changed."""
    for guide in (GUIDE, HARBOUR_GUIDE):
        assert compare(guide, guide).edits == ()
        assert compare(guide, guide).worst is None


def test_a_sentence_that_is_gone():
    """What is left out of a list is told as what it was, with the list that it was in."""
    found = difference({"modalities.consultoria-do-suporte.earlier_names": ()})
    assert told(found)[0].endswith("não mais “Consultoria do Módulo”.")
