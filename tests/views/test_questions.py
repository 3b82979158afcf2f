"""What is unknown is asked by what is known: no question takes for granted what no source tells."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality, ScopeState
from generator.catalogue.open_questions import Missing
from generator.catalogue.pricing_rules import Unit
from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.views.context import Context, WholeGuide
from generator.views.questions import gap_questions
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

GUIDE, HARBOUR_GUIDE = (
    catalogue(each).model_copy(update={"open_questions": ()}) for each in (PORTUGUESE, HARBOUR)
)


def asked(modality: Modality, guide: Catalogue = GUIDE, **changes: object) -> dict[str, tuple[str, str]]:
    """Return by its kind each gap's question and what is said of it, where the price is changed."""
    rule = guide.pricing_rule[modality.pricing].model_copy(update=changes)
    changed = guide.model_copy(update={"pricing_rule": {**guide.pricing_rule, rule.id: rule}})
    context = Context(WholeGuide(changed, words(guide.guide.language), lambda _path: (1, 1)), "")
    return {
        each.anchor.partition(".")[2]: (each.question, LexborHTMLParser(each.status.html).text())
        for each in gap_questions(context, modality)
    }


@pytest.mark.parametrize(
    ("minimum", "unit", "question"),
    [
        (10, "minute", "Como se arredonda, acima do mínimo, o tempo da Consultoria Técnica?"),
        (UNKNOWN, "minute", "Como conta um minuto começado da Consultoria Técnica?"),
        (None, "minute", "Como conta um minuto começado da Consultoria Técnica?"),
        (UNKNOWN, "hour", "Como conta uma hora começada da Consultoria Técnica?"),
    ],
)
def test_only_what_has_a_least_quantity_is_asked_for_time_above_it(minimum, unit, question):
    """Where no source tells a least quantity, or there is none, it is asked how a started unit counts."""
    told = asked(GUIDE.modality["consultoria-tecnica"], minimum=minimum, unit=Unit(unit), increment=UNKNOWN)
    assert told[Missing.INCREMENT][0] == question


def test_what_is_untold_of_one_modality_may_be_told_of_another():
    """Of scopes and aspects it is said what the sources leave open of this modality, not that they are silent."""
    onsite = GUIDE.modality["consultoria-in-loco"]
    told = asked(onsite)
    untold = [
        GUIDE.scope[id_].name for id_, each in onsite.scopes.items() if each.state is ScopeState.UNKNOWN
    ]
    assert told[Missing.SCOPE] == (
        "O que mais a Consultoria In Loco cobre?",
        f"As fontes não dizem se a Consultoria In Loco cobre: {'; '.join(untold)}.",
    )
    guide = HARBOUR_GUIDE
    modality, silent = next(
        (modality, untold)
        for modality in guide.modalities
        if (untold := [id_ for id_, each in modality.aspects.items() if each.text is None])
    )
    assert asked(modality, guide)[Missing.ASPECT] == (
        f"What do the sources not tell {modality.forms.of}?",
        f"The sources do not tell what holds for {' and '.join(f'“{guide.aspect[id_].name}”' for id_ in silent)}.",
    )


def test_what_covers_nothing_that_is_told_is_not_asked_for_more():
    """Where no source tells anything that is covered, the question is what is, in the name's own number."""
    others = [GUIDE.modality[id_] for id_ in ("prime", "outras-ofertas")]
    assert [asked(each)[Missing.SCOPE][0] for each in others] == [
        "O que a oferta Prime cobre?",
        "O que as outras ofertas de suporte cobrem?",
    ]
