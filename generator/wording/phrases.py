"""How time is counted, in words, and how its numbers are written: for a page, its script, a terminal and a ticket."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from babel.numbers import format_decimal

from generator.catalogue.pricing_rules import PricingRule, Tax, Unit
from generator.i18n import N_, Words
from generator.wording.script_messages import messages


class NumberExamples(NamedTuple):
    """How a language writes minutes, the rate of one unit, and what was billed."""

    minutes: str
    rate: str
    billed: str


def number_examples(locale: str) -> NumberExamples:
    def money(amount: str) -> str:
        return format_decimal(Decimal(amount), format="#,##0.00", locale=locale)

    return NumberExamples("90", money("1.23"), money("123.45"))


class Counted(NamedTuple):
    """A part of how time is counted: what it is, how it is, and the facts that say so."""

    label: str
    text: str
    facts: tuple[str, ...]


def quantity(words: Words, rule: PricingRule, number: int) -> str:
    """Write a number of a rule's units of time."""
    if rule.unit is Unit.HOUR:
        return words.ngettext("{number} hour", "{number} hours", number).format(number=number)
    return words.ngettext("{number} minute", "{number} minutes", number).format(number=number)


def counting(words: Words, rule: PricingRule) -> Iterator[Counted]:
    """Say what is billed of the time: at least the least quantity, and what follows it is counted in steps."""
    _ = words.gettext
    unit = _("hour") if rule.unit is Unit.HOUR else _("minute")
    yield Counted(_("Counted by"), unit, rule.facts_of_unit)
    after = _("After that") if rule.has_minimum else _("Rounding")
    if isinstance(rule.minimum, int):
        yield Counted(_("Least quantity"), quantity(words, rule, rule.minimum), rule.facts_of_minimum)
    elif rule.minimum:
        yield Counted(_("Least quantity"), _("No source tells."), rule.facts_on("minimum"))
    if isinstance(rule.increment, int):
        text = (
            words.ngettext(
                "each started hour counts whole",
                "each started block of {number} hours counts whole",
                rule.increment,
            )
            if rule.unit is Unit.HOUR
            else words.ngettext(
                "each started minute counts whole",
                "each started block of {number} minutes counts whole",
                rule.increment,
            )
        )
        yield Counted(after, text.format(number=rule.increment), rule.facts_of_unit)
    elif rule.increment:
        yield Counted(after, _(_unrounded(rule)), rule.facts_on("increment"))


def _unrounded(rule: PricingRule) -> str:
    """Say that no source tells the increment, by what is known: only what has a least quantity has time above it."""
    if rule.has_minimum:
        return N_("No source tells how the time above the least quantity is rounded.")
    if rule.unit is Unit.HOUR:
        return N_("No source tells how a started hour counts.")
    return N_("No source tells how a started minute counts.")


def taxes(words: Words) -> dict[Tax, str]:
    """Say what an amount tells of taxes, in words that stand behind it."""
    said = messages(words, "simulator")
    return {tax: said[f"tax_{tax.value}"] for tax in Tax}
