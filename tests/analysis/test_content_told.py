"""A sentence of a page is held to what it names: its figures, prices, payers and who may ask are the catalogue's."""

import pytest

from generator.analysis.content_told import told_otherwise
from tests.catalogues import PORTUGUESE, catalogue

GUIDE = catalogue(PORTUGUESE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A Consultoria Técnica tem mínimo de 10 minutos.", []),
        ("A Consultoria Técnica tem mínimo de 15 minutos.", ["figure 15 minutos"]),
        ("O minuto custa R$ 3,00.", ["figure minuto custa R$ 3,00"]),
        ("A Consultoria Técnica é gratuita.", ["price gratuita"]),
        ("A Consultoria Técnica é\ngratuita.", ["price gratuita"]),
        ("- Consultoria Técnica\n- gratuita", []),
        ("O Suporte Padrão é gratuito.", []),
        ("Na Consultoria Técnica quem paga é o cliente.", []),
        ("No Suporte Padrão quem paga é o cliente.", ["payer paga"]),
        ("Só o cliente pode pedir a Consultoria Técnica.", ["access Só o cliente pode pedir"]),
        ("Consultores não podem pedir as consultorias.", ["access Consultores não podem pedir"]),
        ("Qualquer consultor pode pedir o Suporte Padrão.", ["access Qualquer consultor pode pedir"]),
        ("A Consultoria Técnica é exclusiva do cliente.", ["access exclusiva do cliente"]),
        ("Clientes e consultores podem pedir a Consultoria Técnica, aberta a consultores.", []),
        ("O consultor em atendimento ao cliente pode pedir as duas consultorias.", []),
        (
            "Um consultor pode usar o Suporte Padrão? Não se sabe se consultores podem usar o Suporte Padrão.",
            [],
        ),
        ("Dê o Aceite e depois leia o Termo.", ["order Aceite e depois leia o Termo"]),
        ("Leia o Termo e depois dê o Aceite.", []),
        ("A Consultoria Técnica tem mínimo de `15 minutos`.", []),
        ("A Consultoria Técnica tem uma aula de 15 dias.", []),
    ],
)
def test_a_sentence_is_held_to_what_it_names(text: str, told: list[str]):
    """To the price and the facts of its modality, and to the whole catalogue where it names none."""
    found = told_otherwise(GUIDE, text, ["15 dias"])
    assert [f"{each.kind} {text[each.start : each.end]}" for each in found] == told
