"""A modality's way from ticket to outcome: who acts, what is handed over, and when clock and charge begin."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.decided_cases import decided_cases
from generator.catalogue.modalities import Modality, Start, Step
from generator.catalogue.preconditions import PreconditionKind
from generator.catalogue.pricing_rules import PriceState
from generator.i18n import N_
from generator.views.context import CitedText, Context


@dataclass(frozen=True, slots=True)
class Handover:
    """What a step brings about that must come first: ``kind`` names its look, ``label`` what it is."""

    kind: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Begin:
    """What begins with a step: ``kind`` names its look, ``word`` says it."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """One step, who acts, and what it brings about."""

    actor: str
    text: CitedText
    handover: Handover | None
    begins: tuple[Begin, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """All steps, and that nothing is charged on the way where that is so."""

    steps: tuple[JourneyStep, ...]
    remark: CitedText | None


_KINDS = {
    PreconditionKind.DOCUMENT: N_("Document"),
    PreconditionKind.ACCEPTANCE: N_("Agreement"),
    PreconditionKind.APPOINTMENT: N_("Appointment"),
    PreconditionKind.EARLIER_SERVICE: N_("Service that comes before"),
    PreconditionKind.PAYMENT: N_("Payment"),
}
_BEGINS = {
    Start.CLOCK: N_("The clock starts here"),
    Start.CHARGE: N_("The charge starts here"),
}


def journey(context: Context, modality: Modality) -> Journey:
    return Journey(tuple(_step(context, each) for each in modality.steps), _remark(context, modality))


def _step(context: Context, step: Step) -> JourneyStep:
    handover = None
    if step.precondition is not None:
        entry = context.catalogue.precondition[step.precondition]
        label = context.gettext(_KINDS[entry.kind])
        # A thing that is called what it is needs no label before its name.
        handover = Handover(entry.kind.value, "" if label == entry.name else label, entry.name)
    return JourneyStep(
        step.actor,
        context.told(step.text, step.facts),
        handover,
        tuple(Begin(each.value, context.gettext(_BEGINS[each])) for each in Start if each in step.starts),
    )


def _remark(context: Context, modality: Modality) -> CitedText | None:
    cases = decided_cases(context.catalogue, modality)
    if not modality.steps or any(case.state is not PriceState.FREE for case in cases):
        return None
    told = context.gettext("On this way there is no charge per service.")
    return context.named(told, (fact for case in cases for fact in case.price_facts))
