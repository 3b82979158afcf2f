"""Words of a language are read as figures, prices and order by its list alone."""

import pytest

from generator.analysis.figures_told import figures
from generator.analysis.prices_told import prices
from generator.analysis.word_meanings import reader

PORTUGUESE = reader("pt-BR")
assert PORTUGUESE is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("O mínimo é de doze minutos.", ["time 12"]),
        ("De 10 a 15 minutos, ou 2 horas.", ["time 10", "time 15", "time 120"]),
        ("Custa R$ 1.250,50, e o mínimo é de 10.", ["money 1250.50", "least 10"]),
        ("São 5 reais por hora, às 8h.", ["time 480", "rate 5 hour"]),
        ("São R$ 5,00 a hora, ou R$ 1,00/minuto.", ["rate 5.00 hour", "rate 1.00 minute"]),
        (
            "Cada hora custa R$ 5,00, e o valor do minuto é de R$ 1,00.",
            ["rate 5.00 hour", "rate 1.00 minute"],
        ),
        ("Em 2 horas são R$ 5,00 por 3 minutos.", ["time 120", "money 5.00", "time 3"]),
        ("Veja o valor da hora.", ["each hour"]),
        ("Cem por cento, ou 50%, das 08:30 em diante.", ["percent 100", "percent 50", "clock 510"]),
        ("Os dois têm 3 itens; a hora é marcada.", []),
    ],
)
def test_figures(text: str, told: list[str]):
    """A number with a unit, an amount, a share, a time of the day and what is counted by are figures."""
    assert [f"{each.kind} {each.value} {each.unit}".strip() for each in figures(PORTUGUESE, text)] == told


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("O tempo é cobrado.", ["charged"]),
        ("O tempo não é cobrado, e a visita é gratuita.", ["free", "free"]),
        ("A visita não é gratuita.", ["charged"]),
        ("Nada é cobrado antes do Aceite.", []),
        ("As fontes não dizem se é cobrado.", []),
        ("A causa não é do produto, então o tempo é cobrado.", ["charged"]),
    ],
)
def test_prices(text: str, meanings: list[str]):
    """A negation in the same clause turns a word of price round; a question, or a time before something, tells none."""
    assert [each.meaning for each in prices(PORTUGUESE, text)] == meanings


def test_a_language_without_a_list_is_left_alone():
    """Where nobody has written the words of a language, nothing is read in it."""
    assert reader("fr") is None
