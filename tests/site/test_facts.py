"""Fact by fact: where in the Portuguese guide a reader is told it. A fact that nobody is told fails here."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from selectolax.lexbor import LexborNode

from tests.site.site import Page, Site, squeeze, text_of

SP, CS, CT = (
    "modalidades/suporte-padrao/",
    "modalidades/consultoria-do-suporte/",
    "modalidades/consultoria-tecnica/",
)
IL = "modalidades/consultoria-in-loco/"
OTHER_OFFERS = ("modalidades/prime/", "modalidades/ams/", "modalidades/outras-ofertas/")
CONSULTANTS = {
    "UNI": "consultor-unidade-franqueada",
    "PRO": "consultor-projeto",
    "HOM": "consultor-homologado",
    "AMS": "consultor-ams",
}
UNIT = "A Unidade ou Franquia responsável"


@dataclass(frozen=True)
class Place:
    """Where something is told: a page, a part of it, and words that stand there.

    ``part`` is empty for the whole page, the anchor of a heading for what stands under it, or `#` and the id of
    an entry: a case (its row), a term, a question, a row of the comparison.
    """

    address: str
    part: str
    words: tuple[str, ...]


def at(address: str, part: str, *words: str) -> Place:
    return Place(address, part, words)


@dataclass(frozen=True)
class Told:
    """A fact, what a reader learns by it, and where."""

    id: str
    sentence: str
    places: tuple[Place, ...]


def told(id_: str, sentence: str, *places: Place) -> Told:
    return Told(id_, sentence, places)


FACTS = (
    # The words, and what the price depends on.
    told("v1", "The guide has the parts that it has always had.",
        at("", "", "Suporte Técnico", "Consultoria"),
        at("modalidades/", "", "Suporte Técnico", "Consultoria"),
        at("modalidades/suporte-tecnico/", "", "Suporte Padrão"),
        at("modalidades/consultoria/", "", "Consultoria do Suporte", "Consultoria Técnica")),
    told("v2", "A modality is a way of being served.",
        at("glossario/", "#modalidade", "modalidade de atendimento", "formas", "suporte técnico")),
    told("v3", "Tickets are opened and Issues listed in the Portal.",
        at("glossario/", "#portal", "Portal do Cliente", "Central de Relacionamento", "chamados", "Issues"),
        at(SP, "como-pedir", "Abra um chamado no Portal do Cliente")),
    told("v4", "An Issue is a registered inconsistency; for the price it matters whether it is already in the Portal.",
        at("glossario/", "#issue", "inconsistência do produto ou da documentação", "Portal do Cliente")),
    told("v5", "The Termo details the charge.",
        at("glossario/", "#termo", "cobrada"),
        at(CS, "antes", "Termo", "detalha a cobrança"),
        at(CT, "antes", "Termo")),
    told("v6", "Nothing chargeable starts before the Aceite.",
        at("glossario/", "#aceite", "Antes dele, nada"),
        at(CS, "antes", "Aceite", "antes dele"),
        at(CT, "antes", "Aceite", "só acontece depois")),
    told("v7", "Maintenance is on the release in force.",
        at("glossario/", "#release-vigente", "em vigor", "manutenção")),
    told("v8", "The Unidade or Franquia is responsible for a consultant.",
        at("glossario/", "#unidade", "responsável por um consultor")),
    told("v9", "The ESN is the commercial contact.",
        at("glossario/", "#esn", "Executivo de Soluções e Negócio", "contato comercial")),
    told("v10", "AMS and Prime are offers of support, and AMS is also a kind of consultant: two different things.",
        at("modalidades/ams/", "", "Não é o mesmo que o consultor de AMS"),
        at("modalidades/prime/", "", "oferta de suporte", "ESN"),
        at("solicitantes/consultor-ams/", "", "Não confunda com a oferta de suporte AMS")),
    told("v11", "The price depends on who asks and on how the analysis ends.",
        at("custos/", "resultados", "não está no Portal do Cliente", "já estava no Portal do Cliente",
           "causa é outra")),
    # Who asks.
    told("q1", "The customer may ask for both consultings.",
        at("solicitantes/cliente/", "visao-geral", "Consultoria do Suporte Pode pedir",
           "Consultoria Técnica Pode pedir"),
        at(CS, "quem-pode-pedir", "Cliente Pode pedir"),
        at(CT, "quem-pode-pedir", "Cliente Pode pedir")),
    told("q1-i", "When the customer asks, the customer pays; this is an inference and says so.",
        at("solicitantes/cliente/", "", "O cliente inferência"),
        at("custos/", "#cs-cli-pub", "Cobrado", "O cliente", "inferência"),
        at("custos/", "#ct-cli-sem", "Cobrado", "O cliente", "inferência")),
    told("q2", "Consultants of four kinds may ask too.",
        *(at(f"solicitantes/{id_}/", "visao-geral", f"{name} Pode pedir")
          for id_ in CONSULTANTS.values() for name in ("Consultoria do Suporte", "Consultoria Técnica")),
        *(at(page, "quem-pode-pedir", f"{name} Pode pedir") for page in (CS, CT) for name in (
            "Consultor de Unidade Franqueada", "Consultor de Projeto", "Consultor de Consultoria Homologada",
            "Consultor de AMS"))),
    told("q3", "When a consultant asks, the Unidade or Franquia pays, not the customer and not the consultant.",
        *(at("custos/", f"#{code.lower()}", "Cobrado", UNIT)
          for who in CONSULTANTS
          for code in (f"CS-{who}-PUB", f"CS-{who}-SEM", f"CT-{who}-NOV", f"CT-{who}-PUB", f"CT-{who}-SEM")),
        *(at(f"solicitantes/{id_}/", "", "Quem paga", UNIT) for id_ in CONSULTANTS.values()),
        *(at(page, "quem-pode-pedir", UNIT) for page in (CS, CT)),
        *(at("comparativo/", f"#matrix-payer-{id_}", UNIT) for id_ in CONSULTANTS.values())),
    # Suporte Padrão.
    told("p1", "It answers specific questions and simulates inconsistencies that are reported.",
        at(SP, "", "dúvidas pontuais", "simulação"),
        at(SP, "escopo", "Dúvidas pontuais", "Simulação do caso")),
    told("p2", "Maintenance is on the release in force.",
        at(SP, "como-funciona", "release vigente"), at(SP, "escopo", "Manutenção no release vigente")),
    told("p3", "It does not look into the customer's environment nor database.",
        at(SP, "escopo", "Não coberto", "Análise do ambiente do cliente", "Análise do banco de dados do cliente"),
        at("comparativo/", "#matrix-scope-analise-ambiente", "Não coberto"),
        at("comparativo/", "#matrix-scope-analise-banco", "Não coberto")),
    told("p4", "What happens only at the customer's goes to one of the consultings.",
        at(SP, "como-funciona", "só acontece no seu ambiente", "uma das consultorias"),
        at("escolher/", "", "só acontece no meu ambiente", "Consultoria do Suporte")),
    told("p5", "It is not charged per service; this is an inference and says so.",
        *(at("custos/", f"#sp-cli-{outcome}", "Grátis", "inferência") for outcome in ("nov", "pub", "sem")),
        at(SP, "custo", "Grátis", "inferência")),
    told("p6", "The five kinds of situation that it is recommended for.",
        at(SP, "recomendacao", "comportamento padrão", "configuração", "parâmetro padrão", "cenário mapeado",
           "manutenção do produto", "atualização", "documentação pública", "canal certo")),
    # Consultoria do Suporte.
    told("d1", "It goes on with a ticket of Suporte Padrão, to find the cause in the customer's environment.",
        at(CS, "", "Continua um chamado do Suporte Padrão", "causa ou origem"),
        at(CS, "antes", "Análise do Suporte Padrão", "continuação")),
    told("d2", "The time is charged by the minute, after the Aceite.",
        at(CS, "custo", "por minuto", "depois do Aceite"), at(CS, "como-pedir", "Até aqui nada é cobrado")),
    told("d3", "The charge is waived when the inconsistency is not yet published.",
        *(at("custos/", f"#cs-{who}-nov", "Cobrança dispensada", "Ninguém", "ainda não estava publicada")
          for who in ("cli", *map(str.lower, CONSULTANTS))),
        at(CS, "custo", "Cobrança dispensada")),
    told("d4", "It is charged when the Issue was already there, and when the cause is anything else.",
        *(at("custos/", f"#cs-{who}-pub", "Cobrado", "já estava disponível no Portal do Cliente")
          for who in ("cli", *map(str.lower, CONSULTANTS))),
        *(at("custos/", f"#cs-{who}-sem", "Cobrado", "não é uma inconsistência")
          for who in ("cli", *map(str.lower, CONSULTANTS))),
        at("custos/", "resultados", "o ambiente, os dados, uma customização ou o modo de uso")),
    told("d5", "It is open to customers and consultants.",
        at(CS, "quem-pode-pedir", "Cliente Pode pedir", "Consultor de Projeto Pode pedir", UNIT)),
    told("d6", "The four kinds of situation that it is recommended for.",
        at(CS, "recomendacao", "parâmetros, configurações, atualizações", "dicionário, registros, tabelas ou depuração",
           "não consegue simular o caso no seu próprio ambiente", "registros já gravados", "massa de dados",
           "dicionário de dados padrão do Portal", "não pode voltar ao padrão")),
    told("d7", "It used to have another name.", at(CS, "", "Consultoria do Módulo")),
    # Both consultings.
    told("b1", "The price is adjusted every year by an inflation index.",
        at(CS, "custo", "todo ano por um índice de inflação"), at(CT, "custo", "todo ano por um índice de inflação"),
        at("custos/", "consultoria-do-suporte", "índice de inflação")),
    told("b2", "Nobody knows a rate, hours or a least time: the guide says so, and that the Termo tells.",
        at(CS, "custo", "não conhece o valor do minuto nem um tempo mínimo", "Termo", "inferência"),
        at("perguntas-em-aberto/", "#valor-do-minuto", "Nenhuma fonte traz o valor", "Termo"),
        at("perguntas-em-aberto/", "#prazo-em-horas", "Nenhuma fonte traz um prazo em horas", "Termo"),
        at("perguntas-em-aberto/", "#tempo-minimo", "Nenhuma fonte traz um tempo mínimo", "Termo")),
    # Consultoria Técnica.
    told("t1", "It is the broadest, personalised, with shorter deadlines, and looks into environment and test base.",
        at(CT, "", "mais amplo que os outros", "personalizado", "base de testes"),
        at(CT, "como-funciona", "prazos menores", "escopo diferente"),
        at(CT, "escopo", "Análise do ambiente do cliente", "Atendimento personalizado")),
    told("t2", "It is by appointment, after the Termo is accepted.",
        at(CT, "", "hora marcada"), at(CT, "antes", "Agendamento", "depois de aceito o Termo")),
    told("t3", "It is charged whatever comes of it, even when an inconsistency is found.",
        *(at("custos/", f"#ct-{who}-{outcome}", "Cobrado", "100% cobrada")
          for who in ("cli", *map(str.lower, CONSULTANTS)) for outcome in ("nov", "pub", "sem")),
        at(CT, "custo", "mesmo quando se encontra uma inconsistência")),
    told("t4", "It is open to customers and consultants.",
        at(CT, "quem-pode-pedir", "Cliente Pode pedir", "Consultor de AMS Pode pedir", UNIT)),
    told("t5", "It is chosen in a field when the ticket is opened.",
        at(CT, "como-pedir", "Central de Relacionamento", "Tipo da Solicitação", "Consultoria Técnica")),
    told("t6", "At least 10 minutes are billed: 4 minutes make 10.",
        at(CT, "custo", "Mínimo cobrado 10 minutos"),
        at(CT, "exemplos", "leva 4 minutos", "10 minutos cobrados"),
        at("custos/", "consultoria-tecnica", "leva 4 minutos", "10 minutos cobrados")),
    told("t7", "It depends on the consultants' agenda.", at(CT, "como-funciona", "agenda dos consultores")),
    told("t8", "The five kinds of situation that it is recommended for.",
        at(CT, "recomendacao", "dúvidas pontuais", "parametrização", "execução de rotinas do produto padrão",
           "atualizar o produto ou o ambiente", "prioritária ou emergencial", "prazo do Suporte Padrão",
           "equipe de TI")),
    # On site, and the other offers.
    told("l1", "For a consultant on site, the customer's Unidade is asked for an appointment.",
        at(IL, "como-pedir", "agendamento", "Unidade TOTVS"), at(IL, "antes", "Agendamento")),
    told("l2", "The details of all these come from the ESN.",
        at(IL, "como-pedir", "ESN"), *(at(page, "como-pedir", "ESN") for page in OTHER_OFFERS)),
    told("l3", "No price and no scope is known: the guide says whom to ask.",
        *(at(page, "custo", "não trazem preço", "Sob consulta") for page in (IL, *OTHER_OFFERS)),
        *(at("perguntas-em-aberto/", part, "Nenhuma fonte traz o preço", "ESN")
          for part in ("#consultoria-in-loco.price", "#prime.price", "#ams.price", "#outras-ofertas.price"))),
    # What we concluded ourselves: told, and marked as an inference.
    told("i1", "The customer may open a ticket with Suporte Padrão.",
        at(SP, "quem-pode-pedir", "Cliente Pode pedir", "inferência")),
    told("i2", "Where no source tells whether something is covered, the guide says so.",
        *(at(page, "escopo", "inferência") for page in (SP, CS, CT)),
        at("perguntas-em-aberto/", "#consultoria-tecnica.scope", "inferência")),
    told("i3", "Whether consultants may ask for anything but the consultings is not told.",
        at(SP, "quem-pode-pedir", "Consultor de Projeto Não informado", "inferência"),
        at("perguntas-em-aberto/", "#suporte-padrao.access", "Consultores TOTVS", "inferência")),
    told("i4", "Who pays for the offers on quote is not told.",
        *(at("custos/", f"#{code}-cli-sem", "Sob consulta", "Não informado", "inferência")
          for code in ("il", "prm", "ams", "out")),
        at("perguntas-em-aberto/", "#prime.payer", "quem paga")),
    told("i5", "The other offers stand in a part of the guide that we chose.",
        at("modalidades/suporte-tecnico/", "", "Prime", "AMS", "inferência"),
        at("modalidades/consultoria/", "", "Consultoria In Loco", "inferência")),
    told("i6", "No telephone, e-mail or hours are known.",
        at("perguntas-em-aberto/", "#telefone", "telefone", "e-mail", "inferência")),
    told("i7", "How time above the 10 minutes is rounded is not told.",
        at(CT, "custo", "Acima do mínimo Nenhuma fonte", "inferência"),
        at("perguntas-em-aberto/", "#consultoria-tecnica.increment", "inferência")),
    told("i8", "The customer may turn to the ESN for the other offers.",
        *(at(page, "quem-pode-pedir", "Cliente Pode pedir", "inferência") for page in OTHER_OFFERS)),
    told("i9", "How a started minute of Consultoria do Suporte counts is our reading.",
        at(CS, "custo", "Arredondamento cada minuto começado conta inteiro", "inferência")),
    told("i10", "That Consultoria Técnica is counted in minutes is our reading.",
        at(CT, "custo", "Contado por minuto", "inferência")),
    told("i11", "Who writes the invoice, and how a charge is contested, is not told.",
        at("perguntas-em-aberto/", "#nota-fiscal", "nota fiscal", "boleto", "inferência")),
)  # fmt: skip


def part_of(page: Page, part: str) -> list[LexborNode]:
    """Return the nodes of a part of a page; of a heading that is an entry's own, the entry."""
    if not part:
        return [page.content]
    if not part.startswith("#"):
        return page.section(part).css("*")
    marked = page.one(f"[id='{part[1:]}']")
    entry = closest(marked, "tr") or (marked if marked.tag in ("div", "li") else marked.parent)
    assert entry is not None
    return [entry]


def closest(node: LexborNode, tag: str) -> LexborNode | None:
    found: LexborNode | None = node
    while found is not None and found.tag != tag:
        found = found.parent
    return found


def all_text(nodes: list[LexborNode]) -> str:
    """Return the text of nodes with their citations, as the mark of an inference stands in these."""
    return squeeze(" ".join(node.text(separator=" ") for node in nodes))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_reader_is_told(portuguese: Site, fact: Told) -> None:
    """Each fact of the sources stands where a reader looks for it, and is cited there."""
    cited = set()
    for place in fact.places:
        page = portuguese.page(place.address)
        nodes = part_of(page, place.part)
        plain_text = squeeze(" ".join(text_of(node) for node in nodes))
        with_marks = all_text(nodes)
        for words in place.words:
            assert words in plain_text or words in with_marks, (fact.sentence, place, words)
        cited |= {each for node in nodes for each in page.facts(node)}
    assert fact.id in cited, fact.sentence


def test_no_fact_of_the_sources_is_without_a_place(portuguese: Site) -> None:
    """Each fact that the catalogue knows has its place above, and none is listed that it does not know."""
    assert sorted(fact.id for fact in FACTS) == sorted(portuguese.catalogue.facts)


def test_a_missing_fact_would_be_noticed(portuguese: Site) -> None:
    """The search fails where the words do not stand: else it could prove nothing."""
    row = part_of(portuguese.page("custos/"), "#cs-cli-nov")
    assert [node.tag for node in row] == ["tr"]
    assert "Cobrança dispensada" in all_text(row)
    assert "Cobrado" not in all_text(row)
