"""The simulator on guides of a few lines, of kinds that neither of the two whole guides is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.linter.examples import smallest
from tests.browser.conftest import serving
from tests.browser.simulator import Simulator
from tests.conftest import built
from tests.site.site import Site

pytestmark = pytest.mark.browser

SETTINGS = "site_name: Lamps\ndocs_dir: content\ntheme:\n  name: material\n  font: false\nplugins: [guide]\n"
DIMENSION = """\
  - id: {id_}
    name: {name}
    values:
      - {{id: small, code: {first}, name: Small, facts: fee}}
      - {{id: large, code: {second}, name: Large, facts: fee}}
"""


@contextmanager
def simulator(folder: Path, chromium: Browser, *changes: tuple[str, str]) -> Iterator[Simulator]:
    """Build the smallest catalogue with some changes, and open its simulator; a script's error is one at the end."""
    text = smallest()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    catalogue = folder / "modalities.yaml"
    catalogue.write_text(text, encoding="utf-8")
    built("small", folder, folder / "mkdocs.yml")
    site = Site("small", folder / "site", catalogue, folder / "content")
    with serving(site) as served:
        made = Simulator.open(chromium, served)
        errors: list[str] = []
        made.page.on("pageerror", lambda error: errors.append(str(error)))
        yield made
        made.page.close()
    assert errors == []


@pytest.mark.parametrize(
    ("currency", "rate", "minutes", "typed", "billed"),
    [
        ("JPY", "10.5", "11", "", "¥116"),
        ("CLP", "100.5", "11", "", "CLP\u00a01,106"),
        ("JPY", "100", "11", "10.5", "¥116"),
        ("EUR", "10.5", "11", "", "€115.50"),
    ],
)
def test_an_amount_has_the_decimals_of_its_currency(
    tmp_path: Path, chromium: Browser, currency: str, rate: str, minutes: str, typed: str, billed: str
):
    """Yen and Chilean pesos have none: rounded as such, and never shown with a part of one."""
    rule = f"    rates: [{{value: {rate}, valid_from: 2025-01-01, facts: fee}}]\n"
    changes = (
        ("currency: EUR", f"currency: {currency}"),
        ("    unit: hour\n", f"    unit: minute\n{rule}"),
        ("units: 2}", "units: 90}"),
        ("units: 1,", "units: 60,"),
        ("Each hour counts", "Each minute counts"),
        ("charged to the owner by the hour", f"charged to the owner by the minute, at {rate} each"),
        ("name: By the hour", "name: By the minute"),
        ("So far it was EUR 40.00, EUR 40.30 or EUR 42.00.", f"It is {currency} {rate}."),
    )
    with simulator(tmp_path, chromium, *changes) as opened:
        opened.choose(modality="repair", requester="owner", outcome="worn")
        opened.type(minutes=minutes, **({"rate": typed} if typed else {}))
        assert billed.replace("\u00a0", " ") in opened.headline


def test_a_dimension_may_be_called_as_what_a_form_has(tmp_path: Path, chromium: Browser):
    """A field named `item`, `length`, `name` or `submit` stands in front of what the form itself is called so."""
    names = ("item", "length", "name", "submit", "children")
    dimensions = "dimensions:\n" + "".join(
        DIMENSION.format(id_=each, name=each.title(), first=f"A{number}", second=f"B{number}")
        for number, each in enumerate(names)
    )
    depends = f"    depends_on: [{', '.join(names)}]\n"
    given = ", ".join(f"{each}: small" for each in names)
    before = ["".join(f"{each}: small, " for each in names[:number]) for number in range(len(names))]
    large = "".join(
        f"{{id: big-{each}, when: {{outcome: worn, {small}{each}: large}}, then: waived, reason: Large., facts: fee}}"
        "\n      - "
        for small, each in zip(before, names, strict=True)
    )
    changes = (
        ("scopes:\n  - id: lamp-care", f"{dimensions}scopes:\n  - id: lamp-care"),
        ("    basis: time\n", f"    basis: time\n{depends}"),
        (
            "{id: wear, when: {outcome: worn}, then: charged,",
            f"{large}{{id: wear, when: {{outcome: worn, {given}}}, then: charged,",
        ),
        ("given: {requester: owner, outcome: worn}", f"given: {{requester: owner, outcome: worn, {given}}}"),
        ("given: {outcome: worn, requester: owner}", f"given: {{outcome: worn, requester: owner, {given}}}"),
        (
            "given: {outcome: faulty, requester: owner}",
            f"given: {{outcome: faulty, requester: owner, {given}}}",
        ),
    )
    with simulator(tmp_path, chromium, *changes) as opened:
        opened.choose(modality="repair", requester="owner", outcome="worn", **dict.fromkeys(names, "small"))
        opened.type(minutes="90")
        assert opened.state == "charged"
        for name in names:
            opened.choose(**{name: "large"})
            assert opened.state == "waived"
            opened.choose(**{name: "small"})
            assert opened.state == "charged"
        opened.choose(length="large")
        opened.page.reload()
        opened.page.wait_for_selector("[data-component=simulator][data-ready]")
        assert opened.state == "waived"
