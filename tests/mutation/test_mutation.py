"""What would mislead a customer is noticed, by a check or by a promise that is kept no longer."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.checks import run
from tests.catalogues import REAL, catalogue
from tests.mutation.mutants import KINDS, mutants
from tests.mutation.promises import CITED, PROMISES, advice_told, broken, scopes_told
from tests.mutation.score import noticed

BAR = 0.95
"""The least share of mutants that has to be noticed."""

WEAKER = (
    "equivalent: what the claim says of the cases is still true, and the text that it stands for is untouched"
)

SURVIVORS: Mapping[str, str] = {
    "claim: nada-antes-do-aceite: state waived": WEAKER,
    "claim: nenhum-minuto-antes-do-aceite: state waived": WEAKER,
    "claim: nada-ate-o-aceite: state waived": WEAKER,
    "claim: cobranca-so-nas-consultorias: only → always": WEAKER,
    "claim: cobranca-so-nas-consultorias: state charged": WEAKER,
    "claim: cobranca-so-nas-consultorias: state waived": WEAKER,
    "claim: suporte-padrao-nunca-cobrado: state charged": WEAKER,
    "claim: suporte-padrao-nunca-cobrado: state waived": WEAKER,
    "claim: suporte-padrao-nunca-cobrado: state on_quote": WEAKER,
    "claim: dispensa-da-inconsistencia-nova: always → only": WEAKER,
    "claim: dispensa-so-da-inconsistencia-nova: always → only": WEAKER,
    "claim: cobrado-com-qualquer-resultado: always → only": WEAKER,
    "claim: cem-por-cento-cobrada: always → only": WEAKER,
    "claim: unidade-paga-pelo-consultor: always → only": WEAKER,
}
"""What nothing notices, and why that misleads nobody."""

NO_FACT_OF_A_CUSTOMER = {"claim"}
"""Kinds that change no fact, only what is proven of the facts: their equivalents survive by nature."""


@pytest.mark.parametrize("kind", KINDS)
def test_what_would_mislead_is_noticed(kind: str, record_property):
    """Of each kind of misleading change at least 95 % are noticed, and each other is told with its reason."""
    made = list(mutants(catalogue(REAL), [kind]))
    alive = {each.name for each in made if not noticed(each)}
    score = 1 - len(alive) / len(made)
    told = [f"{kind}: {len(made) - len(alive)} of {len(made)} noticed, {score:.1%}"]
    told += [f"  survived: {name}: {SURVIVORS.get(name, 'no reason given')}" for name in sorted(alive)]
    record_property("score", "\n".join(told))
    print(*told, sep="\n")

    assert score >= BAR or kind in NO_FACT_OF_A_CUSTOMER, told
    assert alive - SURVIVORS.keys() == set(), "notice these, or say in SURVIVORS why they mislead nobody"


def test_each_survivor_is_a_mutant_that_is_made():
    """A reason is given only for what is really tried."""
    names = {each.name for each in mutants(catalogue(REAL))}
    assert SURVIVORS.keys() - names == set()


def test_each_kind_of_change_is_made_and_each_mutant_once():
    """No way of misleading that is counted stays untried, and none counts twice by its name."""
    made = list(mutants(catalogue(REAL)))
    assert {each.kind for each in made} == set(KINDS)
    assert len({each.name for each in made}) == len(made)


def test_the_real_catalogue_keeps_its_promises():
    """What the guide says today is what its sources promise, or a mutant would prove nothing."""
    real = catalogue(REAL)
    assert [each.sentence for each in broken(real)] == []
    assert list(run(real)) == []


def test_each_fact_has_a_promise_or_a_citation():
    """No fact of the sources is without somebody who minds it, and no promise rests on a fact that is none."""
    facts = set(catalogue(REAL).facts)
    minded = {each.fact for each in PROMISES} | CITED.keys()
    assert minded == facts


def test_the_promised_tables_are_about_the_whole_guide():
    """The tables of scopes and of advice name every modality, scope, question and answer that there is."""
    real = catalogue(REAL)
    told = list(scopes_told())
    assert {(code, scope) for code, scope, _ in told} == {
        (each.code, scope) for each in real.modalities for scope in real.scope
    }
    asked = [answers for answers, _ in advice_told()]
    assert {id_ for answers in asked for id_ in answers.items()} == {
        (question.id, answer.id) for question in real.finder.questions for answer in question.answers
    }
