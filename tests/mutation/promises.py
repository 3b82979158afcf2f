"""What the guide promises a customer, fact by fact, in words and held to the catalogue through its decisions.

Promises and the tables of scopes and advice say what the sources say, once more and on their own: where catalogue and
promise part, one of them would mislead somebody. `WORDING` and `CITATIONS` are different: they were taken from the
catalogue once it had been read through, and only keep what stands there from being changed unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

from generator.catalogue.fields import UNKNOWN, Part
from generator.catalogue.finder import FinderRow
from generator.catalogue.modalities import Modality, Status
from generator.catalogue.pricing import PricingRule
from generator.catalogue.sources import Fact
from generator.catalogue.whole import Catalogue
from generator.checks.walk import FACT_KEYS
from generator.decisions import finder, price
from generator.decisions.evaluate import Undecided, evaluate
from generator.decisions.table import Table

CUSTOMER = "CLI"
CONSULTANTS = ("UNI", "PRO", "HOM", "AMS")
EVERYBODY = (CUSTOMER, *CONSULTANTS)
OUTCOMES = ("NOV", "PUB", "SEM")
CONSULTINGS = ("CS", "CT")
ON_QUOTE = ("IL", "PRM", "AMS", "OUT")
ALL = ("SP", *CONSULTINGS, *ON_QUOTE)

UNIT = "unidade-responsavel"
CLIENT = "cliente"

SCOPES = """
                            SP  CS  CT  IL  PRM AMS OUT
duvidas-pontuais            +   ?   +   ?   ?   ?   ?
duvidas-recursos            +   ?   ?   ?   ?   ?   ?
duvidas-configuracao        +   ?   ?   ?   ?   ?   ?
atualizacoes-documentacao   +   ?   ?   ?   ?   ?   ?
indicacao-canais            +   ?   ?   ?   ?   ?   ?
simulacao-local             +   ?   ?   ?   ?   ?   ?
envio-manutencao            +   ?   ?   ?   ?   ?   ?
manutencao-release          +   ?   ?   ?   ?   ?   ?
causa-origem                -   +   ?   ?   ?   ?   ?
analise-ambiente            -   +   +   ?   ?   ?   ?
analise-banco               -   +   if  ?   ?   ?   ?
depuracao                   -   +   ?   ?   ?   ?   ?
acompanhamento-rotinas      ?   ?   +   ?   ?   ?   ?
atualizacao-ambiente        ?   ?   +   ?   ?   ?   ?
atendimento-personalizado   ?   ?   +   ?   ?   ?   ?
presencial                  ?   ?   ?   +   ?   ?   ?
"""
"""What each modality covers (+), does not (-), covers under a condition (if), or no source tells (?)."""

SIGNS = {"+": "included", "-": "excluded", "if": "conditional", "?": "unknown"}

ADVICE = """
duvida          pode-esperar  *             tem-equipe   suporte-padrao
duvida          pode-esperar  *             sem-equipe   consultoria-tecnica suporte-padrao
duvida          urgente       *             *            consultoria-tecnica
erro            pode-esperar  ainda-nao     tem-equipe   suporte-padrao
erro            pode-esperar  ainda-nao     sem-equipe   consultoria-tecnica suporte-padrao
erro            pode-esperar  ja-analisado  *            consultoria-do-suporte consultoria-tecnica
erro            urgente       *             *            consultoria-tecnica
acompanhamento  *             *             *            consultoria-tecnica
presencial      *             *             *            consultoria-in-loco
oferta          *             *             *            prime ams outras-ofertas
"""
"""Need, urgency, analysis so far and team (* is any), and what is recommended, the best first."""

WORDING = """
guide.groups.consultoria.summary                                    o Suporte Padrão não basta
sources.s.facts.v11.text                                            inconsistência ainda não publicada
sources.s.facts.q3.text                                             nem o cliente nem o consultor pagam
sources.s.facts.p3.text                                             não inclui análise do ambiente
sources.s.facts.p4.text                                             não pode ser simulada localmente
sources.s.facts.d1.text                                             não pôde ser simulado
sources.s.facts.d3.text                                             cuja Issue ainda não está disponível
sources.s.facts.l3.text                                             não dá preço nem escopo
sources.r.facts.d6.text                                             que atende um cliente não consegue simular
sources.c.facts.t8.text                                             não pode esperar o prazo do Suporte Padrão
sources.i.facts.p5.text                                             Não há cobrança
sources.i.facts.b2.text                                             nem um tempo mínimo para a Consultoria do Suporte
sources.i.facts.i2.text                                             não dizem se esta modalidade cobre
sources.i.facts.i3.text                                             das outras modalidades não falam
sources.i.facts.i4.text                                             não dizem quem paga
sources.i.facts.i7.text                                             não dizem como se arredonda
sources.i.facts.i11.text                                            não dizem quem emite
open_questions.nota-fiscal.status                                   se não combinarem, pergunte
requesters.consultor-unidade-franqueada.description                 não é cobrado de você nem do cliente
requesters.consultor-projeto.description                            não é cobrado de você nem do cliente
requesters.consultor-homologado.description                         não é cobrado de você nem do cliente
requesters.consultor-ams.description                                não é cobrado de você nem do cliente
preconditions.analise-suporte-padrao.description                    não conseguiu simular
scopes.orientacao.items.duvidas-pontuais.name                       Dúvidas pontuais
scopes.orientacao.items.duvidas-recursos.name                       comportamento padrão dos recursos
scopes.orientacao.items.duvidas-configuracao.name                   configurações e parâmetros padrão
scopes.orientacao.items.atualizacoes-documentacao.name              atualizações e à documentação pública
scopes.orientacao.items.indicacao-canais.name                       canal certo
scopes.inconsistencias.items.simulacao-local.name                   Simulação do caso no ambiente de testes do Suporte
scopes.inconsistencias.items.envio-manutencao.name                  à manutenção do produto
scopes.inconsistencias.items.manutencao-release.name                Manutenção no release vigente
scopes.inconsistencias.items.causa-origem.name                      causa ou origem quando o caso não se reproduz
scopes.seu-ambiente.items.analise-ambiente.name                     Análise do ambiente do cliente
scopes.seu-ambiente.items.analise-banco.name                        Análise do banco de dados do cliente
scopes.seu-ambiente.items.depuracao.name                            Depuração
scopes.com-voce.items.acompanhamento-rotinas.name                   parametrização e da execução de rotinas
scopes.com-voce.items.atualizacao-ambiente.name                     Atualização do produto ou do ambiente
scopes.com-voce.items.atendimento-personalizado.name                Atendimento personalizado
scopes.com-voce.items.presencial.name                               no local do cliente
pricing_rules.sem-cobranca.rows.sempre-gratis.reason                não é cobrado
pricing_rules.sem-cobranca.examples.erro-simulado.text              ainda não publicada
pricing_rules.por-minuto-com-dispensa.summary                       cuja Issue ainda não está no Portal do Cliente
pricing_rules.por-minuto-com-dispensa.rows.nova.reason              ainda não estava publicada no Portal
pricing_rules.por-minuto-com-dispensa.rows.publicada.reason         já estava disponível no Portal
pricing_rules.por-minuto-com-dispensa.rows.outra-causa.reason       não é uma inconsistência do produto
pricing_rules.por-minuto-com-dispensa.examples.cliente-nova.text    ainda não está no Portal
pricing_rules.por-tempo-sempre.examples.consultor-inconsistencia.text  ainda não está no Portal
pricing_rules.sob-consulta.rows.consulte.reason                     não dão preço nem dizem quem paga
modalities.consultoria-do-suporte.summary                           não pode ser simulado no Suporte
modalities.consultoria-do-suporte.recommendations.3.text            você não sabe o que eles têm de particular
modalities.consultoria-do-suporte.recommendations.4.text            O caso não se reproduz com o dicionário
modalities.consultoria-do-suporte.steps.5.text                      cuja Issue ainda não está no Portal
modalities.ams.summary                                              sem preço nem escopo
finder.questions.urgencia.if_unknown.text                           não pode esperar
finder.questions.analise.text                                       não conseguiu simular
finder.questions.analise.if_unknown.text                            não conseguiu simular
finder.questions.equipe.answers.sem-equipe.text                     não temos equipe
finder.rows.duvida-urgente.reason                                   não dá para esperar
finder.rows.erro-so-no-ambiente.reason                              ainda não estiver publicada
finder.rows.erro-urgente.reason                                     não dá para esperar
open_questions.qual-indice.status                                   não sabe qual é
open_questions.data-no-local.status                                 nenhuma fonte traz prazo nem agenda
open_questions.telefone.status                                      sem telefone nem e-mail
"""
"""Words on which the sense of a text turns: what it denies, and what a scope is."""

CITATIONS = Path(__file__).with_name("citations.txt")
"""Where each fact is cited, at least: a fact and a place on each line."""


class Says:
    """What a catalogue says, in the short signs by which people quote it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def modality(self, code: str) -> Modality:
        return next(each for each in self.catalogue.modalities if each.code == code)

    def rule(self, code: str) -> PricingRule:
        return self.catalogue.pricing_rule[self.modality(code).pricing]

    @cached_property
    def cases(self) -> Mapping[str, tuple[str, str | None]]:
        """Case, as in `CS-CLI-NOV`, to its state and who pays."""
        return {
            case.id: (str(case.state), case.payer and str(case.payer))
            for each in self.catalogue.modalities
            for case in price.cases(self.catalogue, each)
        }

    def all(
        self,
        modalities: Iterable[str],
        who: Iterable[str],
        outcomes: Iterable[str],
        state: str,
        payer: str | None,
    ) -> bool:
        """Tell whether all these cases come to this, and are there."""
        names = ["-".join(case) for case in product(modalities, who, outcomes)]
        return all(self.cases[name] == (state, payer) for name in names)

    def access(self, modality: str, who: str) -> str:
        (requester,) = [each.id for each in self.catalogue.requesters if each.code == who]
        return str(self.catalogue.access(self.modality(modality), requester).state)

    def scope(self, modality: str, scope: str) -> str:
        return str(self.modality(modality).scopes[scope].state)

    def before(self, modality: str) -> list[str]:
        """What has to come first, in order."""
        return [each.precondition for each in self.modality(modality).preconditions]

    def fulfilled(self, modality: str) -> list[str]:
        """What the steps fulfil, in order; `""` for a step that fulfils nothing."""
        return [step.precondition or "" for step in self.modality(modality).steps]

    def steps(self, modality: str) -> list[str]:
        return [step.text for step in self.modality(modality).steps]

    @cached_property
    def _finder(self) -> Table[FinderRow]:
        return finder.table(self.catalogue.finder)

    def advice(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        return evaluate(self._finder, answers).then.recommend

    def reason(self, modality: str, outcome: str) -> str:
        """What a customer is told as the reason of a price."""
        (case,) = (
            each
            for each in price.cases(self.catalogue, self.modality(modality))
            if each.id == f"{modality}-{CUSTOMER}-{outcome}"
        )
        return case.row.reason if case.row else ""

    @cached_property
    def _all(self) -> list[tuple[str, str, Any]]:
        return list(named(self.catalogue))

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every text by its address."""
        return {place: value for place, _, value in self._all if isinstance(value, str)}

    @cached_property
    def cited(self) -> dict[str, set[str]]:
        """Fact to the places that cite it."""
        found: dict[str, set[str]] = {}
        for place, key, value in self._all:
            if key in FACT_KEYS and isinstance(value, tuple) and not (value and isinstance(value[0], Fact)):
                for fact in value:
                    found.setdefault(fact, set()).add(place.removesuffix(".facts"))
        return found

    def inferred(self) -> set[str]:
        return {id_ for id_, fact in self.catalogue.facts.items() if fact.inferred}

    def unknown(self) -> set[str]:
        return {id_ for id_, fact in self.catalogue.facts.items() if fact.unknown}

    def of(self, source: str) -> set[str]:
        return {id_ for id_, home in self.catalogue.source_of.items() if home.id == source}

    def in_order(self, texts: Iterable[str], *wanted: str) -> bool:
        """Tell whether the texts are as many as wanted, and each says its piece."""
        told = list(texts)
        return len(told) == len(wanted) and all(
            piece in text for piece, text in zip(wanted, told, strict=True)
        )


@dataclass(frozen=True)
class Promise:
    """What a customer may rely on; ``fact`` is that of the sources behind it."""

    fact: str
    sentence: str
    kept: Callable[[Says], bool]


def scopes_told() -> Iterator[tuple[str, str, str]]:
    """Give modality, scope and state of the table above."""
    heading, *lines = SCOPES.strip().splitlines()
    for line in lines:
        scope, *signs = line.split()
        for code, sign in zip(heading.split(), signs, strict=True):
            yield code, scope, SIGNS[sign]


def advice_told() -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Give every combination of answers with what the table above recommends for it."""
    every = (
        ("duvida", "erro", "acompanhamento", "presencial", "oferta"),
        ("pode-esperar", "urgente"),
        ("ja-analisado", "ainda-nao"),
        ("tem-equipe", "sem-equipe"),
    )
    lines = [line.split() for line in ADVICE.strip().splitlines()]
    for answers in product(*every):
        (found,) = [
            line for line in lines if all(w in ("*", a) for w, a in zip(line[:4], answers, strict=True))
        ]
        yield (
            dict(zip(("necessidade", "urgencia", "analise", "equipe"), answers, strict=True)),
            tuple(found[4:]),
        )


ADVISED = tuple(advice_told())
STANDS = tuple(scopes_told())


def scopes_are(says: Says, *codes: str) -> bool:
    return all(says.scope(code, scope) == state for code, scope, state in STANDS if code in codes)


def advised(says: Says, *needs: str) -> bool:
    return all(
        says.advice(answers) == wanted for answers, wanted in advice_told() if answers["necessidade"] in needs
    )


def demands(says: Says) -> dict[str, tuple[str, ...]]:
    return {
        answer.id: answer.demands
        for question in says.catalogue.finder.questions
        for answer in question.answers
        if answer.demands
    }


def names(says: Says) -> dict[str, str]:
    return {each.code: each.name for each in says.catalogue.modalities}


def least_times(says: Says) -> set[str]:
    """Each number that is told as a least time, anywhere."""
    pattern = re.compile(r"mínimo (?:é )?(?:de )?(\d+)|(\d+) minutos, que é o mínimo|O mínimo é de (\d+)")
    return {n for text in says.texts.values() for found in pattern.findall(text) for n in found if n}


def examples_say_their_minutes(says: Says) -> bool:
    for rule in says.catalogue.pricing_rules:
        for example in rule.examples:
            told = re.search(r"(\d+) minutos", example.text)
            if example.minutes is not None and (not told or int(told[1]) != example.minutes):
                return False
    return True


def examples(says: Says, code: str) -> dict[tuple[str, str], tuple[int | None, str, str | None, int | None]]:
    """Who asks and what came of it, to minutes, state, payer and units."""
    return {
        (each.given["requester"], f"{each.given['outcome']} {each.minutes or ''}".strip()): (
            each.minutes,
            str(each.expect.state),
            each.expect.payer,
            each.expect.units,
        )
        for each in says.rule(code).examples
    }


def named(value: Any, address: str = "", key: str = "") -> Iterator[tuple[str, str, Any]]:
    """Give every value below one with its address, as `mutants.address` tells it, and the key that it stands at."""
    yield address, key, value
    way = f"{address}." if address else ""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from named(getattr(value, name), way + name, name)
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            name = getattr(item, "id", None) or getattr(item, "precondition", None) or str(number)
            yield from named(item, way + name, key)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from named(item, way + name, name)


def said_as_written(says: Says) -> bool:
    """Each text has the words on which its sense turns."""
    lines = [line.split(maxsplit=1) for line in WORDING.strip().splitlines()]
    return all(piece in says.texts.get(place, "") for place, piece in lines)


def citations_told() -> dict[str, set[str]]:
    lines = CITATIONS.read_text(encoding="utf-8").splitlines()
    told: dict[str, set[str]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            fact, _, place = line.strip().partition(" ")
            told.setdefault(fact, set()).add(place.strip())
    return told


CITED = citations_told()


def stands(says: Says) -> bool:
    """Each fact is cited at least where a reader was promised to find it."""
    there = says.cited
    return all(places <= there.get(fact, set()) for fact, places in CITED.items())


PROMISES = (
    # How the guide is laid out, and what its words mean.
    Promise("v1", "Suporte Padrão stands under Suporte Técnico, the two consultings under Consultoria.",
        lambda s: [s.modality(c).group for c in ("SP", *CONSULTINGS)] == ["suporte-tecnico", *["consultoria"] * 2]),
    Promise("v1", "There are these seven ways to be served, all open, and none under another's name.",
        lambda s: names(s) == {"SP": "Suporte Padrão", "CS": "Consultoria do Suporte", "CT": "Consultoria Técnica",
            "IL": "Consultoria In Loco", "PRM": "Prime", "AMS": "AMS (oferta de suporte)",
            "OUT": "Outras ofertas de suporte"}
        and all(each.status is Status.ACTIVE for each in s.catalogue.modalities)),
    Promise("v1", "Each summary is that of its own modality.",
        lambda s: all(piece in s.modality(code).summary for code, piece in (
            ("SP", "por simulação"), ("CS", "Continua um chamado do Suporte Padrão"), ("CT", "hora marcada"),
            ("IL", "vai até você"), ("PRM", "o nome dela, sem preço nem escopo"), ("AMS", "consultor de AMS"),
            ("OUT", "além de Prime e AMS")))),
    Promise("v2", "A way to be served is explained as just that.",
        lambda s: "formas em que o suporte técnico atende" in s.catalogue.term["modalidade"].definition),
    Promise("v7", "The release in force is the one that is maintained.",
        lambda s: "em vigor" in s.catalogue.term["release-vigente"].definition
        and s.scope("SP", "manutencao-release") == "included"),
    Promise("v8", "A unit or franchise is who is responsible for a consultant, and who is billed for one.",
        lambda s: "responsável por um consultor" in s.catalogue.term["unidade"].definition
        and {each.billed for each in s.catalogue.requesters[1:]} == {UNIT}),
    Promise("v9", "The ESN is the commercial contact.",
        lambda s: "contato comercial" in s.catalogue.term["esn"].definition),
    Promise("v3", "A ticket is opened in the Portal do Cliente, which is what Suporte Padrão begins with.",
        lambda s: "Portal do Cliente" in s.steps("SP")[0] and s.modality("SP").contact == "portal"),
    Promise("v4", "What counts is whether the Issue is already in the Portal do Cliente.",
        lambda s: "Portal do Cliente" in s.catalogue.outcome["inconsistencia-nova"].description
        and "não está" in s.catalogue.outcome["inconsistencia-nova"].description
        and "já estava" in s.catalogue.outcome["inconsistencia-publicada"].description
        and "A causa é outra" in s.catalogue.outcome["sem-inconsistencia"].description),
    Promise("v5", "The Termo is a document, the Aceite an acceptance, an appointment an appointment.",
        lambda s: {id_: str(each.kind) for id_, each in s.catalogue.precondition.items()} == {
            "analise-suporte-padrao": "earlier_service", "termo": "document", "aceite": "acceptance",
            "agendamento": "appointment"}),
    Promise("v6", "Whatever may be charged comes after Termo and Aceite, in this order.",
        lambda s: all([*before].index("termo") < [*before].index("aceite")
            for code in CONSULTINGS for before in (s.before(code), s.fulfilled(code)))),
    Promise("v10", "AMS is an offer and a kind of consultant: each says that it is not the other.",
        lambda s: "Não é o mesmo" in s.modality("AMS").summary
        and "Não confunda" in s.catalogue.requester["consultor-ams"].description),
    Promise("v11", "An analysis ends in one of three ways, under the name of each.",
        lambda s: {each.id: (each.code, each.name) for each in s.catalogue.outcomes} == {
            "inconsistencia-nova": ("NOV", "Inconsistência ainda não publicada"),
            "inconsistencia-publicada": ("PUB", "Inconsistência já publicada"),
            "sem-inconsistencia": ("SEM", "Nenhuma inconsistência")}),
    # Who asks.
    Promise("q1", "The customer may ask for both consultings.",
        lambda s: all(s.access(code, CUSTOMER) == "allowed" for code in CONSULTINGS)),
    Promise("q1-i", "What the customer asks for and is charged, the customer pays, and no one else is the customer.",
        lambda s: {s.cases[f"{m}-CLI-{o}"] for m, o in product(CONSULTINGS, OUTCOMES)}
            == {("charged", CLIENT), ("waived", None)}
        and [each.party for each in s.catalogue.requesters] == [CLIENT, *[None] * 4]),
    Promise("q2", "The four kinds of consultants may ask for both.",
        lambda s: [each.code for each in s.catalogue.requesters] == [*EVERYBODY]
        and all(s.access(code, who) == "allowed" for code, who in product(CONSULTINGS, CONSULTANTS))),
    Promise("q2", "These four, and nobody else, are meant by “consultores”.",
        lambda s: set(s.catalogue.requester_group["consultores"].members) | {"cliente"} == set(s.catalogue.requester)),
    Promise("q3", "What a consultant asks for, the responsible unit pays; nobody else, ever.",
        lambda s: all(s.cases[f"{m}-{w}-{o}"] in (("charged", UNIT), ("waived", None))
            for m, w, o in product(CONSULTINGS, CONSULTANTS, OUTCOMES))
        and [each.billed for each in s.catalogue.requesters] == [CLIENT, *[UNIT] * 4]),
    # Suporte Padrão.
    Promise("p1", "Suporte Padrão answers questions and analyses by simulating; what it covers is this and no more.",
        lambda s: scopes_are(s, "SP") and s.in_order(s.steps("SP"), "Abra um chamado", "Orienta você na dúvida",
            "envia o caso à manutenção", "Se não conseguir simular")),
    Promise("p2", "Maintenance is done on the release in force, and Suporte Padrão says so.",
        lambda s: s.in_order([each.text for each in s.modality("SP").characteristics], "release vigente",
            "não pode ser simulado")),
    Promise("p3", "Suporte Padrão includes no analysis of the customer's environment or database.",
        lambda s: {s.scope("SP", scope) for scope in ("analise-ambiente", "analise-banco", "depuracao")}
            == {"excluded"}),
    Promise("p4", "What happens only at the customer's leads to the consultings.",
        lambda s: "consultorias" in s.steps("SP")[-1] and advised(s, "erro")),
    Promise("p5", "Suporte Padrão is not charged, whatever comes of it; we inferred that.",
        lambda s: s.rule("SP").basis == "none" and s.all(["SP"], [CUSTOMER], OUTCOMES, "free", None)
        and "p5" in s.inferred()
        and examples(s, "SP") == {
            (CLIENT, "sem-inconsistencia"): (None, "free", None, None),
            (CLIENT, "inconsistencia-nova"): (None, "free", None, None)}),
    Promise("p6", "Five kinds of situation are for Suporte Padrão.",
        lambda s: s.in_order([each.text for each in s.modality("SP").recommendations], "comportamento padrão",
            "parâmetro padrão", "cenário mapeado", "já foi simulada", "documentação pública")),
    # Consultoria do Suporte.
    Promise("d1", "Consultoria do Suporte goes on with what Suporte Padrão analysed, and only then.",
        lambda s: s.before("CS") == ["analise-suporte-padrao", "termo", "aceite"]
        and s.fulfilled("CS") == ["analise-suporte-padrao", "termo", "aceite", "", ""]
        and s.catalogue.precondition["analise-suporte-padrao"].service == "suporte-padrao"),
    Promise("d1", "It looks into the customer's environment for the cause, and covers this and no more.",
        lambda s: scopes_are(s, "CS")),
    Promise("d2", "It is counted by the minute, each started one; nobody knows a least time.",
        lambda s: (s.rule("CS").basis, s.rule("CS").unit, s.rule("CS").minimum, s.rule("CS").increment)
            == ("time", "minute", UNKNOWN, 1)
        and [price.billed_units(s.rule("CS"), minutes) for minutes in (1, 35)] == [1, 35]),
    Promise("d2", "Its steps tell that nothing is charged before the Aceite, and what is charged after it.",
        lambda s: s.in_order(s.steps("CS"), "não consegue simular", "Envia o Termo", "Até aqui nada é cobrado",
            "conta por minuto", "a cobrança é dispensada. Nos outros casos, o tempo é cobrado")),
    Promise("d3", "The charge is waived for everybody if the Issue is not yet in the Portal, and in no other case.",
        lambda s: s.all(["CS"], EVERYBODY, ["NOV"], "waived", None)),
    Promise("d4", "It is charged if the Issue was there already, and if the cause is anything else.",
        lambda s: s.all(["CS"], [CUSTOMER], ["PUB", "SEM"], "charged", CLIENT)
        and s.all(["CS"], CONSULTANTS, ["PUB", "SEM"], "charged", UNIT)),
    Promise("d4", "The reason given is that of the case, not of another.",
        lambda s: s.in_order([s.reason("CS", outcome) for outcome in OUTCOMES], "ainda não estava publicada",
            "já estava disponível", "não é uma inconsistência")),
    Promise("d4", "The worked examples show it: 90 minutes waived, 35 to the customer, 50 to the unit.",
        lambda s: examples(s, "CS") == {
            (CLIENT, "inconsistencia-nova 90"): (90, "waived", None, None),
            (CLIENT, "inconsistencia-publicada 35"): (35, "charged", CLIENT, 35),
            ("consultor-projeto", "sem-inconsistencia 50"): (50, "charged", UNIT, 50)}),
    Promise("d5", "Customer and consultants may ask for it.",
        lambda s: all(s.access("CS", who) == "allowed" for who in EVERYBODY)),
    Promise("d6", "Four kinds of situation are for it, down to records, tables and debugging.",
        lambda s: s.in_order([each.text for each in s.modality("CS").recommendations],
            "não se achou a origem nem se reproduziu", "não consegue simular", "registros já gravados",
            "dicionário de dados padrão do Portal, você não sabe qual mudança o causa e não pode voltar")),
    Promise("d7", "It, and nothing else, was once called Consultoria do Módulo.",
        lambda s: [(each.code, old.name) for each in s.catalogue.modalities for old in each.earlier_names]
            == [("CS", "Consultoria do Módulo")]),
    # Both consultings.
    Promise("b1", "The price of both is adjusted every year by an inflation index.",
        lambda s: all("todo ano por um índice de inflação" in each.statements[0].text for each in
            (s.rule("CS"), s.rule("CT")))),
    Promise("b2", "Nobody knows a rate or hours: the guide says so, and that the Termo tells.",
        lambda s: all(rule.rates is None for rule in s.catalogue.pricing_rules)
        and all("não conhece o valor" in each.statements[1].text and "Termo" in each.statements[1].text
            for each in (s.rule("CS"), s.rule("CT")))
        and [s.modality(code).contact for code in CONSULTINGS] == ["termo", "termo"]),
    Promise("b2", "What stays open is asked and told whom to ask.",
        lambda s: {each.id: each.ask for each in s.catalogue.open_questions} == {
            "valor-do-minuto": "termo", "qual-indice": "esn", "prazo-em-horas": "termo", "tempo-minimo": "termo",
            "nota-fiscal": "portal", "data-no-local": "unidade", "telefone": "portal"}),
    Promise("b2", "Where guide and Termo differ, the Termo holds.",
        lambda s: "vale o Termo" in s.catalogue.guide.prevails),
    # Consultoria Técnica.
    Promise("t1", "Consultoria Técnica examines the environment; of the database, only the test base is told.",
        lambda s: scopes_are(s, "CT")
        and "base de testes" in (s.modality("CT").scopes["analise-banco"].condition or "")),
    Promise("t1", "It has shorter deadlines and depends on the consultants' agenda.",
        lambda s: s.in_order([each.text for each in s.modality("CT").characteristics], "prazos menores",
            "agenda dos consultores")),
    Promise("t2", "It is by appointment, after the Termo is accepted.",
        lambda s: s.before("CT") == ["termo", "aceite", "agendamento"]
        and s.fulfilled("CT") == ["", "termo", "aceite", "agendamento", ""]),
    Promise("t3", "It is charged whatever comes of it, to the customer or the unit.",
        lambda s: s.all(["CT"], [CUSTOMER], OUTCOMES, "charged", CLIENT)
        and s.all(["CT"], CONSULTANTS, OUTCOMES, "charged", UNIT)),
    Promise("t3", "No text gives it another share than 100%.",
        lambda s: set(re.findall(r"(\d+)% cobrada", " ".join(s.texts.values()))) == {"100"}),
    Promise("t4", "Customer and consultants may ask for it.",
        lambda s: all(s.access("CT", who) == "allowed" for who in EVERYBODY)),
    Promise("t5", "It is chosen in the field “Tipo da Solicitação” of the ticket, then comes what has to come.",
        lambda s: s.in_order(s.steps("CT"), 'no campo "Tipo da Solicitação", escolha Consultoria Técnica',
            "Envia o Termo", "dê o Aceite", "Combina o dia e a hora", "na hora marcada")),
    Promise("t6", "At least 10 minutes are billed: 4 make 10, 10 make 10; above, no less than what was worked.",
        lambda s: (s.rule("CT").basis, s.rule("CT").unit, s.rule("CT").minimum) == ("time", "minute", 10)
        and [price.billed_units(s.rule("CT"), minutes) for minutes in (4, 10, 40)] == [10, 10, 40]),
    Promise("t6", "Whoever tells of a least time says 10 minutes, the fact itself, too.",
        lambda s: least_times(s) == {"10"} and "mínimo de 10 minutos" in s.catalogue.facts["t6"].text
        and "mínimo de 10 minutos" in s.steps("CT")[-1]
        and all("10 minutos" in each.status for each in s.catalogue.open_questions if each.id == "tempo-minimo")),
    Promise("t6", "The worked examples show it, and say the minutes that they count.",
        lambda s: examples_say_their_minutes(s) and examples(s, "CT") == {
            (CLIENT, "sem-inconsistencia 4"): (4, "charged", CLIENT, 10),
            (CLIENT, "sem-inconsistencia 10"): (10, "charged", CLIENT, 10),
            ("consultor-ams", "inconsistencia-nova 40"): (40, "charged", UNIT, None)}),
    Promise("t8", "Five kinds of situation are for it.",
        lambda s: s.in_order([each.text for each in s.modality("CT").recommendations], "dúvidas pontuais",
            "acompanhamento", "atualizar", "prioritária ou emergencial e não pode esperar", "não tem equipe de TI")),
    Promise("t8", "Whoever needs help with routines, cannot wait or has no team is led to it.",
        lambda s: advised(s, "duvida", "acompanhamento")),
    Promise("t7", "It depends on the consultants' agenda, and says so where it is arranged.",
        lambda s: "agenda dos consultores" in s.steps("CT")[3]
        and any("agenda dos consultores" in each.text for each in s.modality("CT").characteristics)),
    Promise("i7", "How time above its 10 minutes is rounded is not told.",
        lambda s: s.rule("CT").increment == UNKNOWN),
    Promise("i9", "That each started minute counts whole is ours, and marked where it is said.",
        lambda s: s.rule("CS").increment == 1 and s.rule("CS").counting_facts == ("d2", "i9")),
    Promise("i10", "That its time is counted in minutes is ours, and marked where it is said.",
        lambda s: s.rule("CT").unit == "minute" and s.rule("CT").counting_facts == ("t6", "i10")),
    # On site, and the other offers.
    Promise("l1", "A consultant on site is asked for by an appointment with the unit, and covers just that.",
        lambda s: scopes_are(s, "IL") and s.before("IL") == ["agendamento"] and s.fulfilled("IL") == ["agendamento", ""]
        and s.in_order(s.steps("IL"), "Unidade TOTVS", "ESN") and advised(s, "presencial")
        and s.in_order([each.text for each in s.modality("IL").recommendations], "presente no seu local")),
    Promise("l2", "For all these the ESN is asked, and the finder names all three offers.",
        lambda s: {s.modality(code).contact for code in ON_QUOTE} == {"esn"} and advised(s, "oferta")
        and all("ESN" in s.steps(code)[-1] and s.fulfilled(code) == [""] for code in ON_QUOTE[1:])),
    Promise("l3", "Nobody knows their price, their payer or their scope.",
        lambda s: s.all(ON_QUOTE, [CUSTOMER], OUTCOMES, "on_quote", "unknown") and scopes_are(s, *ON_QUOTE)
        and s.rule("IL").basis == "quote" and "não trazem preço" in s.rule("IL").summary),
    Promise("i4", "Who pays for a visit or another offer is an open question, not a guess.",
        lambda s: all(row.payer == UNKNOWN for code in ON_QUOTE for row in s.rule(code).rows)),
    # What is ours.
    Promise("i1", "The customer may open a ticket with Suporte Padrão.",
        lambda s: s.access("SP", CUSTOMER) == "allowed"),
    Promise("i3", "Whether consultants may ask for anything else is not told.",
        lambda s: {s.access(code, who) for code, who in product(("SP", *ON_QUOTE), CONSULTANTS)} == {"unknown"}
        and s.all(("SP", *ON_QUOTE), CONSULTANTS, OUTCOMES, "unknown", None)),
    Promise("i5", "On-site consulting stands under Consultoria, the other offers under Suporte Técnico.",
        lambda s: [s.modality(code).group for code in ON_QUOTE] == ["consultoria", *["suporte-tecnico"] * 3]),
    Promise("i8", "The customer may turn to the ESN for the other offers, and to the unit for a visit.",
        lambda s: {s.access(code, CUSTOMER) for code in ON_QUOTE} == {"allowed"}),
    Promise("i2", "What we inferred is marked, and nothing else is.",
        lambda s: s.inferred() == {"q1-i", "p5", "b2", "i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8", "i9", "i10",
            "i11"}),
    Promise("l3", "What no source tells is marked, and nothing else is.",
        lambda s: s.unknown() == {"l3", "b2", "i2", "i3", "i4", "i6", "i7", "i11"}),
    Promise("v1", "Each fact stands under the source that says it; S goes before R and C, and these before us.",
        lambda s: s.of("r") == {"p6", "d6", "d7"} and s.of("c") == {"b1", "t5", "t6", "t7", "t8"}
        and s.of("i") == s.inferred() and [(each.id, str(each.trust)) for each in s.catalogue.sources]
            == [("s", "authority"), ("r", "official"), ("c", "official"), ("i", "inference")]),
    Promise("d1", "Who may take one for the other is shown both side by side.",
        lambda s: {frozenset((each.code, other.code)) for each in s.catalogue.modalities
            for other in s.catalogue.neighbours(each)} == {frozenset(pair.split("-")) for pair in
            ("SP-CS", "SP-CT", "CS-CT", "CT-IL", "PRM-AMS", "PRM-OUT", "AMS-OUT")}),
    Promise("t8", "What an answer of the finder asks for is what the modality that it leads to must cover.",
        lambda s: demands(s) == {"duvida": ("duvidas-pontuais",), "acompanhamento": ("acompanhamento-rotinas",),
            "presencial": ("presencial",), "ja-analisado": ("analise-ambiente",)}),
    Promise("v5", "The words that the guide leans on are explained.",
        lambda s: set(s.catalogue.term) >= {"modalidade", "portal", "issue", "termo", "aceite", "release-vigente",
            "unidade", "esn", "inconsistencia"}),
    Promise("d3", "What is denied is denied in words, and each scope is called what it is.", said_as_written),
    Promise("v11", "Each statement cites the facts that it rests on.", stands),
)  # fmt: skip


def broken(catalogue: Catalogue, promises: Iterable[Promise] = PROMISES) -> list[Promise]:
    """Return the promises that a catalogue does not keep."""
    says = Says(catalogue)
    return [promise for promise in promises if not keeps(says, promise)]


def breaks_any(catalogue: Catalogue) -> bool:
    """Tell whether a catalogue breaks any promise."""
    says = Says(catalogue)
    return not all(keeps(says, promise) for promise in PROMISES)


def keeps(says: Says, promise: Promise) -> bool:
    """Tell whether a promise is kept; where the catalogue says nothing at all on it, it is not."""
    try:
        return promise.kept(says)
    except (ArithmeticError, LookupError, StopIteration, TypeError, Undecided, ValueError):
        return False
