"""A sentence of a page is held to what it names: figures, words of price and payers there are the catalogue's."""

import pytest

from generator.analysis.content_told import told_otherwise
from tests.catalogues import PORTUGUESE, catalogue

GUIDE = catalogue(PORTUGUESE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A Consultoria Técnica tem mínimo de 10 minutos.", []),
        ("A Consultoria Técnica tem mínimo de 15 minutos.", ["figure 15 minutos"]),
        ("O minuto custa R$ 3,00.", ["figure R$ 3,00"]),
        ("A Consultoria Técnica é gratuita.", ["price gratuita"]),
        ("A Consultoria Técnica é\ngratuita.", ["price gratuita"]),
        ("- Consultoria Técnica\n- gratuita", []),
        ("O Suporte Padrão é gratuito.", []),
        ("Na Consultoria Técnica quem paga é o cliente.", []),
        ("No Suporte Padrão quem paga é o cliente.", ["payer paga"]),
        ("A Consultoria Técnica tem mínimo de `15 minutos`.", []),
        ("A Consultoria Técnica tem uma aula de 15 dias.", []),
    ],
)
def test_a_sentence_is_held_to_what_it_names(text: str, told: list[str]):
    """To the price and the facts of its modality, and to the whole catalogue where it names none."""
    found = told_otherwise(GUIDE, text, ["15 dias"])
    assert [f"{each.kind} {text[each.start : each.end]}" for each in found] == told
