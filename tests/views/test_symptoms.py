"""Where a symptom leads: the finder with its answers, at the part of the tree that has them."""

from __future__ import annotations

import pytest

from generator.catalogue.finder import Symptom
from generator.i18n import words
from generator.views.context import Context, WholeGuide
from generator.views.finder_places import followed
from generator.views.symptoms import symptoms
from tests.catalogues import PORTUGUESE, catalogue

GUIDE = catalogue(PORTUGUESE)


def hrefs(*told: Symptom) -> list[str]:
    finder = GUIDE.finder.model_copy(update={"symptoms": told})
    whole = WholeGuide(GUIDE.model_copy(update={"finder": finder}), words("pt-BR"), lambda _path: (1, 1))
    return [link.href for link in symptoms(Context(whole, ""))]


@pytest.mark.parametrize(
    ("answers", "there"),
    [
        ({"necessidade": "erro"}, "escolher/?necessidade=erro#arvore-necessidade-erro"),
        (
            {"urgencia": "urgente", "necessidade": "duvida"},
            "escolher/?urgencia=urgente&necessidade=duvida#arvore-necessidade-duvida-urgencia-urgente",
        ),
        ({"equipe": "tem-equipe"}, "escolher/?equipe=tem-equipe#arvore"),
    ],
)
def test_it_goes_as_far_down_the_tree_as_its_answers(answers: dict[str, str], there: str) -> None:
    """In whatever order they are written; what the tree does not ask first leads to its top."""
    assert hrefs(Symptom(id="it", text="It", answers=answers)) == [there]


def test_a_symptom_may_lead_to_a_modality() -> None:
    """Where there is nothing to ask, the finder is left out."""
    assert hrefs(Symptom(id="it", text="It", modality="prime")) == ["modalidades/prime/"]


def test_it_stops_where_the_tree_goes_on_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch with a page of its own is led to from the first page: no anchor lies beyond."""
    tree = WholeGuide(GUIDE, words("pt-BR"), lambda _path: (1, 1)).tree
    answers = {"necessidade": "erro", "urgencia": "urgente"}
    assert len(followed(tree, answers).given) == 2
    monkeypatch.setattr("generator.views.finder_places.ONE_TREE", 3)
    assert len(followed(tree, answers).given) == 1
