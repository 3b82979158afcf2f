"""Edits by which a writer would mislead a customer without breaking the form of the file: one slip of the pen each."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """What is changed: its kind, the line below which to look, and each old piece with the new one."""

    kind: str
    below: str
    changes: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return f"{self.kind}: {self.below}: " + "; ".join(f"{old} → {new}" for old, new in self.changes)

    def __call__(self, text: str) -> str:
        """Return the text of the catalogue with this edit: the first place below the line that has all old pieces."""
        start = text.index(f"\n{self.below}") if self.below else 0
        head, body = text[:start], text[start:]
        marked = []
        for number, (old, new) in enumerate(self.changes):
            if old not in body:
                raise ValueError(f"not found below {self.below!r}: {old!r}")
            body = body.replace(old, f"\0{number}\0", 1)
            marked.append((f"\0{number}\0", new))
        for mark, new in marked:
            body = body.replace(mark, new)
        return head + body


def _swap(kind: str, below: str, one: str, other: str) -> Edit:
    return Edit(kind, below, ((one, other), (other, one)))


def _edit(kind: str, below: str, old: str, new: str) -> Edit:
    return Edit(kind, below, ((old, new),))


_NEW = "      - id: nova"
_PUBLISHED = "      - id: publicada"
_OTHER_CAUSE = "      - id: outra-causa"
_ANY_RESULT = "      - id: qualquer-resultado"
_BY_MINUTE = "  - id: por-minuto-com-dispensa"
_ALWAYS = "  - id: por-tempo-sempre"
_NO_CHARGE = "  - id: sem-cobranca"
_ON_QUOTE = "  - id: sob-consulta"
_SP = "  - id: suporte-padrao\n    code"
_CS = "  - id: consultoria-do-suporte\n    code"
_CT = "  - id: consultoria-tecnica\n    code"
_IL = "  - id: consultoria-in-loco\n    code"
_PRIME = "  - id: prime\n    code"
_AMS = "  - id: ams\n    code"
_FINDER = "finder:"
_ACCEPTED = """\
      - precondition: aceite
        note: Nenhum minuto é cobrado antes dele.
        facts: [d2, v6]
"""

EDITS = (
    # Who pays
    _edit("payer", _PUBLISHED, "then: charged\n", "then: charged\n        payer: cliente\n"),
    _edit("payer", _OTHER_CAUSE, "then: charged\n", "then: charged\n        payer: unidade-responsavel\n"),
    _edit("payer", _ANY_RESULT, "then: charged\n", "then: charged\n        payer: cliente\n"),
    _edit("payer", _ANY_RESULT, "then: charged\n", "then: charged\n        payer: unidade-responsavel\n"),
    _edit("payer", "      - id: consulte", "payer: unknown", "payer: cliente"),
    _edit("payer", "requesters:", "billed: cliente", "billed: unidade-responsavel"),
    _edit("payer", "  - id: consultor-projeto", "billed: unidade-responsavel", "billed: cliente"),
    _edit("payer", "  - id: consultor-ams", "billed: unidade-responsavel", "billed: cliente"),
    _edit("payer", "parties:", "nunca o cliente", "ou o cliente"),
    _edit("payer", "  - id: consultor-homologado", "de você nem do cliente", "de você, mas do cliente"),
    _edit("payer", _NEW, "então a cobrança é dispensada", "e quem paga é o cliente"),
    _edit("payer", _PRIME, "As fontes dão o nome dela", "Quem paga é a Unidade"),
    _edit("payer", _ON_QUOTE, "Peça as condições ao ESN.", "O cliente paga."),
    # What a case comes to
    _edit("state", _NEW, "then: waived", "then: charged"),
    _edit("state", _PUBLISHED, "then: charged", "then: waived"),
    _edit("state", _OTHER_CAUSE, "then: charged", "then: waived"),
    _edit("state", _ANY_RESULT, "then: charged", "then: free"),
    _edit("state", "      - id: sempre-gratis", "then: free", "then: unknown"),
    _swap("state", _BY_MINUTE, "when: {outcome: inconsistencia-nova}", "when: {outcome: inconsistencia-publicada}"),
    _edit("state", _CS, "pricing: por-minuto-com-dispensa", "pricing: por-tempo-sempre"),
    _edit("state", _CT, "pricing: por-tempo-sempre", "pricing: por-minuto-com-dispensa"),
    _edit("state", _IL, "pricing: sob-consulta", "pricing: sem-cobranca"),
    # What a text says of the price
    _edit("price told", _NEW, "então a cobrança é dispensada", "e o tempo é cobrado"),
    _edit("price told", _PUBLISHED, "então o tempo é cobrado", "então a cobrança é dispensada"),
    _edit("price told", _OTHER_CAUSE, "então o tempo é cobrado", "então o tempo não é cobrado"),
    _edit("price told", _ANY_RESULT, "Esta modalidade é 100% cobrada", "Esta modalidade não é cobrada"),
    _edit("price told", "      - id: sempre-gratis", "este atendimento não é cobrado", "este atendimento é cobrado"),
    _edit("price told", _ALWAYS, "O tempo registrado é cobrado", "O tempo registrado não é cobrado"),
    _edit("price told", _BY_MINUTE, "A cobrança é dispensada", "A cobrança é feita"),
    _edit("price told", _NO_CHARGE, "Você não paga", "Você paga"),
    _edit("price told", _CS, "a cobrança é\n          dispensada", "a cobrança é\n          dobrada"),
    _edit("price told", _CT, "O tempo registrado é cobrado", "O atendimento é gratuito"),
    _edit("price told", _PRIME, "As fontes dão o nome dela, sem preço nem escopo.", "Ela é gratuita."),
    _edit("price told", _IL, "e os detalhes, com o ESN.", "e a visita é grátis."),
    _edit("price told", _SP, "do produto que você relata.", "do produto; o tempo é cobrado."),
    _edit("price told", "    - id: duvida-simples", "sem cobrança por atendimento", "que é cobrado"),
    _edit("price told", "    - id: duvida-sem-equipe", "e é cobrada", "e não é cobrada"),
    _edit("price told", "    - id: duvida-urgente", "e é cobrada", "sem cobrança"),
    _edit("price told", "    - id: erro-so-no-ambiente", "é cobrada mesmo que", "não é cobrada quando"),
    _edit("price told", "    - id: erro-urgente", "cobrada mesmo que a causa seja", "dispensada quando a causa é"),
    _edit("price told", "    - id: acompanhamento\n      when", "que é cobrada", "que é gratuita"),
    _edit("price told", "    - id: no-local", "à sua Unidade TOTVS.", "sem custo."),
    _edit("price told", "      - id: consulte", "As fontes não dão preço", "O atendimento é gratuito"),
    # Figures
    _edit("figure", _ALWAYS, "O mínimo é de 10 minutos", "O mínimo é de 15 minutos"),
    _edit("figure", _ALWAYS, "O mínimo é de 10 minutos", "O mínimo é de doze minutos"),
    _edit("figure", _ALWAYS, "minimum: 10", "minimum: 15"),
    _edit("figure", _ALWAYS, "minimum: 10", "minimum: unknown"),
    _edit("figure", _BY_MINUTE, "minimum: unknown", "minimum: 10"),
    _edit("figure", _BY_MINUTE, "é cobrado por minuto", "é cobrado por hora"),
    _edit("figure", _BY_MINUTE, "unit: minute", "unit: hour"),
    _edit("figure", _ALWAYS, "O mínimo é de 10.\n", "O mínimo é de 15.\n"),
    _edit("figure", _ALWAYS, "o atendimento leva 4 minutos", "o atendimento leva 40 minutos"),
    _edit("figure", _BY_MINUTE, "Em 35 minutos", "Em 53 minutos"),
    _edit("figure", _BY_MINUTE, "increment: 1\n", "increment: 15\n"),
    _edit("figure", _CT, "com mínimo de 10 minutos", "com mínimo de 20 minutos"),
    _edit("figure", _CT, "O tempo registrado é cobrado", "O tempo registrado é cobrado por hora"),
    _edit("figure", _CS, "O tempo gasto conta por minuto.", "O tempo gasto conta por hora."),
    _edit("figure", _CS, "detalha a cobrança por minuto", "detalha a cobrança por R$ 5,00 o minuto"),
    _edit("figure", _CS, "conta por minuto.", "conta por minuto, com mínimo de 30 minutos."),
    _edit("figure", _PRIME, "peça o escopo, o preço e as condições.", "peça o escopo; a resposta vem em 24 horas."),
    _edit("figure", _SP, "no Portal do Cliente.", "no Portal do Cliente; a resposta vem em 2 dias."),
    _edit("figure", _CT, "Tem prazos menores que os do Suporte Padrão", "Atende em até quatro horas"),
    _edit("figure", _BY_MINUTE, "O guia não conhece o valor do minuto nem um tempo mínimo.", "O minuto custa R$ 4,50."),
    _edit("figure", "  - id: tempo-minimo", "O mínimo de 10 minutos", "O mínimo de 30 minutos"),
    _edit("figure", "  - id: prazo-em-horas", "Nenhuma fonte traz um prazo em horas.", "O prazo é de 48 horas."),
    _edit("figure", "  - id: valor-do-minuto", "Nenhuma fonte traz o valor.", "O valor é de 5 reais por minuto."),
    _edit("figure", _ANY_RESULT, "100% cobrada", "50% cobrada"),
    _edit("figure", "      - id: t6", "mínimo de 10 minutos", "mínimo de 15 minutos"),
    _edit("figure", "      - id: d2", "é cobrado por minuto", "é cobrado por hora"),
    # What is covered
    _edit("scope", _SP, "analise-ambiente: {state: excluded", "analise-ambiente: {state: included"),
    _edit("scope", _SP, "simulacao-local: {state: included", "simulacao-local: {state: excluded"),
    Edit("scope", _SP, (
        ("duvidas-pontuais: {state: included", "duvidas-pontuais: {state: excluded"),
        ("analise-banco: {state: excluded", "analise-banco: {state: included"),
    )),
    _edit("scope", _SP, "depuracao: {state: excluded, facts: [p3, d6]", "depuracao: {state: included, facts: [p3, d6]"),
    _edit("scope", _CS, "causa-origem: {state: included", "causa-origem: {state: excluded"),
    _edit("scope", _CS, "depuracao: {state: included", "depuracao: {state: excluded"),
    _edit("scope", _CS, "presencial: {state: unknown", "presencial: {state: included"),
    _edit("scope", _CT, "acompanhamento-rotinas: {state: included", "acompanhamento-rotinas: {state: excluded"),
    _edit("scope", _CT, "analise-ambiente: {state: included", "analise-ambiente: {state: excluded"),
    _edit("scope", _CT, "depuracao: {state: unknown, facts: i2}", "depuracao: {state: included, facts: d6}"),
    _edit("scope", _IL, "presencial: {state: included", "presencial: {state: excluded"),
    # Who may ask
    _edit("access", _SP, "consultores: {state: unknown", "consultores: {state: allowed"),
    _edit("access", _CT, "consultores: {state: allowed", "consultores: {state: denied"),
    # Texts that changed places
    _swap("swapped", _FINDER, "text: Sim, e só acontece no meu ambiente", "text: Não, ainda não"),
    _swap("swapped", _FINDER, "text: Tirar uma dúvida sobre o produto", "text: Um consultor no meu local"),
    _swap("swapped", _FINDER, "text: Sim, posso esperar", "text: Não, é prioritário ou emergencial"),
    _swap("swapped", _SP,
        "audience: Quem tem uma dúvida sobre o produto ou quer relatar um erro.",
        "audience: Quem tem um caso que só acontece no próprio ambiente e já passou pelo Suporte Padrão."),
    _swap("swapped", _CT,
        "audience: Quem precisa de alguém junto, ou não pode esperar o prazo do Suporte Padrão.",
        "audience: Quem precisa de um consultor no próprio local."),
    _swap("swapped", "requesters:", "name: Consultor de Projeto", "name: Consultor de Consultoria Homologada"),
    _swap("swapped", "requesters:", "name: Consultor de Unidade Franqueada", "name: Consultor de AMS"),
    _swap("swapped", "outcomes:", "name: Inconsistência já publicada", "name: Nenhuma inconsistência"),
    _swap("swapped", _SP, "name: Consultoria do Suporte\n", "name: Consultoria Técnica\n"),
    _swap("swapped", "glossary:", "term: Termo", "term: Aceite"),
    # What comes first
    _edit("order", _CS, "Leia o Termo e, se concordar, dê o Aceite.", "Dê o Aceite e depois leia o Termo."),
    _edit("order", _CT, "Leia o Termo e, se concordar, dê o Aceite.", "Dê o Aceite e leia o Termo."),
    _edit("order", "contacts:", "Leia o Termo antes de dar o Aceite.", "Leia o Termo depois de dar o Aceite."),
    _swap("order", _CT, "precondition: termo\n        note", "precondition: agendamento\n        note"),
    _edit("order", _CS, _ACCEPTED, ""),
    # Where the finder leads
    _edit("finder", "    - id: duvida-simples", "recommend: suporte-padrao", "recommend: consultoria-tecnica"),
    _edit("finder", "    - id: erro-novo", "recommend: suporte-padrao", "recommend: consultoria-do-suporte"),
    _edit("finder", "    - id: no-local", "recommend: consultoria-in-loco", "recommend: consultoria-tecnica"),
    _swap("finder", "    - id: erro-novo", "recommend: suporte-padrao", "recommend: [prime, ams, outras-ofertas]"),
)  # fmt: skip
"""The kinds are those of the 95 edits with which the guide was tried by hand; the wording is our own."""
