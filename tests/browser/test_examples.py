"""Each worked example of a catalogue, typed into the simulator, comes to what the catalogue says it does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from generator.catalogue.fields import UNKNOWN
from tests.browser.conftest import Served
from tests.browser.simulator import Simulator, squeezed

pytestmark = pytest.mark.browser


@pytest.fixture
def simulator(window: BrowserContext, served: Served) -> Iterator[Simulator]:
    made = Simulator.open(window, served)
    yield made
    made.page.close()


def test_each_example_comes_to_what_it_says(simulator: Simulator) -> None:
    """State, payer, billed time and amount of every example, for every modality whose price it belongs to."""
    site = simulator.served.site
    seen = 0
    for modality in site.catalogue.modalities:
        rule = site.catalogue.pricing_rule[modality.pricing]
        for example in rule.examples:
            seen += 1
            minutes = {"minutes": str(example.minutes)} if example.minutes else {}
            simulator.set({"modality": modality.id, **example.given, **minutes})
            expect = example.expect
            told = f"{modality.id}: {example.id}"
            assert simulator.state == expect.state.value, told
            if expect.payer not in (None, UNKNOWN):
                requester = site.catalogue.requester[example.given["requester"]]
                name = site.catalogue.party[expect.payer].name
                who = (
                    site.word("You pay.")[:-1]
                    if requester.party == expect.payer
                    else name[0].upper() + name[1:]
                )
                assert simulator.headline.startswith(who), told
            if expect.units is not None:
                unit = rule.unit
                quantity = site.number(f"{{number}} {unit}", f"{{number}} {unit}s", expect.units)
                assert site.word("Billed: {quantity}.", quantity=quantity) in simulator.lines("arithmetic"), (
                    told
                )
            if expect.amount is not None:
                row = next(case.row for case in site.cases(modality) if case.case == dict(example.given))
                currency = row.amount.currency if row and row.amount else None
                assert squeezed(site.money_alone(expect.amount, currency)) in simulator.headline, told
    assert seen
