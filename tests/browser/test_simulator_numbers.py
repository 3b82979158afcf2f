"""Numbers as people type them into the simulator: what is understood, and what is said of the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from babel.numbers import get_decimal_symbol, get_group_symbol
from playwright.sync_api import Browser, BrowserContext

from generator.wording.number_input import own_signs
from tests.browser.conftest import ONE, Served
from tests.browser.simulator import Simulator, charged
from tests.wording.numbers import CURRENCIES, NUMBERS

pytestmark = pytest.mark.browser


@pytest.fixture
def simulator(window: BrowserContext, served: Served) -> Iterator[Simulator]:
    made = Simulator.open(window, served)
    yield made
    made.page.close()


@pytest.mark.parametrize("locale", ["pt_BR", "en"])
def test_numbers_are_read_as_the_command_reads_them(simulator: Simulator, locale: str) -> None:
    """One table for both readers: what is understood, or the reason why it is refused."""
    asked = [(text, expected) for language, text, expected in NUMBERS if language == locale]
    (home,) = simulator.served.site.folder.glob("assets/guide.*/")
    found = simulator.page.evaluate(
        """async ({ url, texts, signs, own }) => {
          const { readDecimal, plainly } = await import(url);
          return texts.map(text => {
            const read = readDecimal(text, signs, own);
            return read.problem ?? plainly(read);
          });
        }""",
        {
            "url": f"{simulator.served.address}assets/{home.name}/money.js",
            "texts": [text for text, _ in asked],
            "own": list(own_signs(CURRENCIES[locale], locale)),
            "signs": {"decimal": get_decimal_symbol(locale), "group": get_group_symbol(locale)},
        },
    )
    assert dict(zip([text for text, _ in asked], found, strict=True)) == dict(asked)


UNDERSTOOD = (
    ("3,50", "Entendido: R$ 3,50"),
    ("R$\u00a03,50", "Entendido: R$ 3,50"),
    ("1.234,56", "Entendido: R$ 1.234,56"),
    ("", ""),
    ("3.50", "Este número pode ser lido de duas formas. Escreva como 1,23."),
    ("três", "Isto não é um número. Escreva como 1,23."),
    ("1e3", "Isto não é um número. Escreva como 1,23."),
    ("-3", "Aqui não cabe um número abaixo de zero. Escreva como 1,23."),
    ("0", "Aqui vai um número maior que zero. Escreva como 1,23."),
    ("12345678901234", "Este número tem algarismos demais. Escreva como 1,23."),
)
"""What is typed as a rate, and what stands beside it then."""


@pytest.mark.parametrize("site", ["portuguese"], indirect=True)  # the sentences are in Portuguese
def test_what_was_understood_stands_beside_the_field(chromium: Browser, served: Served) -> None:
    """A number is told back as it was read; what is none is explained there, and never becomes an amount."""
    context = chromium.new_context(locale="en-US")  # B47: a browser set to English
    simulator = Simulator.open(context, served)
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    simulator.type(minutes="35")
    for text, said in UNDERSTOOD:
        simulator.type(rate=text)
        assert simulator.note("rate") == said, text
        bad = bool(said) and not said.startswith("Entendido")
        assert (simulator.page.get_attribute("[name=rate]", "aria-invalid") == "true") is bad, text
        assert ("R$" in simulator.headline) is said.startswith("Entendido"), text
        assert "R$ 0,00" not in simulator.headline, text
    context.close()


@pytest.mark.parametrize("site", ["portuguese"], indirect=True)
def test_time_and_rate_are_taken_as_documents_tell_them(simulator: Simulator) -> None:
    """Hours and minutes become minutes, and the rate's field names the unit of the modality that is chosen."""
    modality, case = charged(simulator)
    label = simulator.page.locator("label[for=simulator-rate]")
    hint = simulator.page.locator("#simulator-rate-example")
    assert (label.inner_text(), hint.inner_text()) == (
        "Valor do minuto ou da hora",
        "Exemplo: 1,23",
    )
    simulator.set({"modality": modality.id, **case})
    assert label.inner_text() == "Valor do minuto"
    assert hint.inner_text() == "Exemplo: 1,23"
    at = simulator.page.locator("#simulator-rate-at")
    convert = (
        "Se você só achar o valor da hora, divida por 60 e escreva com quatro casas decimais, como 1,6667."
    )
    assert at.inner_text() == convert
    for text in ("1h30", "1 h 30 min", "1H30", "1:30", "90 min", "90"):
        simulator.type(minutes=text)
        assert simulator.note("minutes") == "Entendido: 90 minutos", text
    for text in ("1h75", "1:5", "h", "min", "1:30:00"):
        simulator.type(minutes=text)
        assert simulator.note("minutes") == "Isto não é um número. Escreva como 90.", text


@ONE
def test_the_wheel_changes_nothing(simulator: Simulator) -> None:
    """Scrolling over a field that has the focus scrolls the page, and not the figure."""
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    for name in ("minutes", "rate"):
        simulator.type(**{name: "35"})
        simulator.page.hover(f"[name={name}]")
        simulator.page.mouse.wheel(0, 240)
        simulator.page.wait_for_timeout(50)
        assert simulator.page.input_value(f"[name={name}]") == "35"
