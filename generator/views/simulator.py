"""The form of the simulator: what a reader chooses and types; its sentences are those of `wording.phrases`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.references import OUTCOME, REQUESTER
from generator.views.context import Context
from generator.wording.phrases import number_examples


@dataclass(frozen=True, slots=True)
class Choice:
    """A thing to choose; not ``always``, where only some prices depend on it."""

    id: str
    name: str
    always: bool


@dataclass(frozen=True, slots=True)
class Simulator:
    """What the form is made of; the numbers are examples as they are written in the guide's language."""

    choices: tuple[Choice, ...]
    minutes: str
    rate: str
    billed: str


def simulator(context: Context) -> Simulator:
    """Gather the form: who asks, the outcome, and every further dimension that a price can depend on."""
    catalogue = context.catalogue
    examples = number_examples(context.format.locale)
    asked = {name for rule in catalogue.pricing_rules for name in rule.depends_on}
    return Simulator(
        choices=(
            Choice(REQUESTER, context.gettext("Who asks"), always=True),
            Choice(OUTCOME, context.gettext("Outcome"), always=True),
            *(Choice(each.id, each.name, always=False) for each in catalogue.dimensions if each.id in asked),
        ),
        minutes=examples.minutes,
        rate=examples.rate,
        billed=examples.billed,
    )
