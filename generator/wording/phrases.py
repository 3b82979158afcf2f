"""Sentences of a price and of what is asked of it: one set of words for a page, its script, a terminal and a ticket."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from babel.numbers import format_decimal

from generator.catalogue.modalities import Access
from generator.catalogue.pricing_rules import PricingRule, Tax, Unit
from generator.i18n import Words


class NumberExamples(NamedTuple):
    """How a language writes minutes, the rate of one unit, and what was billed."""

    minutes: str
    rate: str
    billed: str


def number_examples(locale: str) -> NumberExamples:
    def money(amount: str) -> str:
        return format_decimal(Decimal(amount), format="#,##0.00", locale=locale)

    return NumberExamples("90", money("3.50"), money("122.50"))


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
    """Say what is billed of the time: the least quantity is the first block, what follows is counted in steps."""
    _ = words.gettext
    after = _("After that") if isinstance(rule.minimum, int) and rule.minimum else _("Rounding")
    if isinstance(rule.minimum, int):
        least = _("{quantity}, as a first block that counts whole")
        first = quantity(words, rule, rule.minimum)
        yield Counted(_("Least quantity"), least.format(quantity=first), rule.facts)
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
        yield Counted(after, text.format(number=rule.increment), rule.counting_facts or rule.facts)
    elif rule.increment:
        text = _("No source tells how the time above the least quantity is rounded.")
        yield Counted(after, text, rule.facts_on("increment"))


def taxes(words: Words) -> dict[Tax, str]:
    """Say what an amount tells of taxes, in words that stand behind it."""
    return {
        Tax.INCLUDED: words.gettext("tax included"),
        Tax.EXCLUDED: words.gettext("plus tax"),
        Tax.UNKNOWN: words.gettext("no source tells whether tax is included"),
    }


def refusals(words: Words) -> dict[Access, str]:
    """Say why a requester is told no price of a modality."""
    return {
        Access.DENIED: words.gettext("This requester may not ask for this modality."),
        Access.UNKNOWN: words.gettext("No source tells whether this requester may ask for this modality."),
    }


def sentences(words: Words) -> dict[str, str]:
    """Return every sentence of an answer by its key, in one language, with holes such as ``{amount}``."""
    return (
        _verdicts(words)
        | _parts(words)
        | _counting(words)
        | _numbers(words)
        | _checking(words)
        | _tool(words)
    )


def _verdicts(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "free": _("You do not pay."),
        "waived": _("You do not pay: the charge is waived."),
        "you_pay": _("You pay."),
        "you_pay_amount": _("You pay {amount}."),
        "party_pays": _("{party} pays."),
        "party_pays_amount": _("{party} pays {amount}."),
        "charged": _("It is charged, and no source tells who pays."),
        "charged_amount": _("It costs {amount}, and no source tells who pays."),
        "you_pay_quote": _("You pay, and the price is on quote."),
        "party_pays_quote": _("{party} pays, and the price is on quote."),
        "on_quote": _("The price is on quote, and no source tells who pays."),
        "not_offered": _("In this case it is not offered."),
        "unknown": _("No source tells what this costs."),
        "open": _("It is not decided yet: {number} results are possible."),
        "open_each": _("It is not decided yet: {results}."),
        "or": words.pgettext("between alternatives", "or"),
        "denied": refusals(words)[Access.DENIED],
        "access_unknown": refusals(words)[Access.UNKNOWN],
    }


def _parts(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "why": _("Why"),
        "why_each": _("{results}: {reason}"),
        "row": _("Decided by row “{row}” of “{rule}”."),
        "facts": _("Facts"),
        "inference": _("inference"),
        "case": _("Case"),
        "cases": _("Cases"),
        "more_cases": _("and {number} more"),
        "before": _("What must come first"),
        "decides": _("What decides: {dimension}"),
        "now": _("What to do now"),
        "ask": _("Ask: {whom}."),
        "nearby": _("Nearest cases that come to something else"),
        "with": _("If “{dimension}” is {values}:"),
        "arithmetic": _("How it is counted"),
        "assumptions": _("What is assumed"),
        "prevails": _("What prevails"),
        "not_known": _("not known yet"),
        "modality": _("Modality"),
        "requester": _("Who asks"),
        "outcome": _("Outcome"),
        "result": _("Result"),
    }


def _counting(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "minute_one": words.ngettext("{number} minute", "{number} minutes", 1),
        "minute_many": words.ngettext("{number} minute", "{number} minutes", 2),
        "hour_one": words.ngettext("{number} hour", "{number} hours", 1),
        "hour_many": words.ngettext("{number} hour", "{number} hours", 2),
        "worked": _("Time worked: {quantity}."),
        "billed": _("Billed: {quantity}."),
        "product": _("{units} × {rate} = {exact}"),
        "rounded": _("Rounded once, at the end: {amount}."),
        "time_does_not_count": _("Here the time does not change the price."),
        **{f"tax_{tax.value}": told for tax, told in taxes(words).items()},
        "tax_own": _("See in your document whether the rate includes tax."),
        "no_minimum": _(
            "No source tells whether there is a least quantity. None is counted, so the bill may be higher."
        ),
        "no_increment_minute": _(
            "No source tells how the time above the least quantity is rounded. Each started minute is counted."
        ),
        "no_increment_hour": _(
            "No source tells how the time above the least quantity is rounded. Each started hour is counted."
        ),
        "rate_own": _("The rate is the one that you gave: {rate}."),
        "rate_dated": _("The rate is the one that the guide knows for {date}: {rate}."),
        "rate_none": _(
            "No source tells the rate. With the one in your document, the guide computes the amount."
        ),
        "rate_ended": _(
            "The guide knows no rate for {date}. With the one in your document, it computes the amount."
        ),
        "if_charged": _("If it is charged"),
    }


def _numbers(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "understood": _("Understood: {number}"),
        "not-a-number": _("This is not a number. Write it like {example}."),
        "negative": _("A number below zero does not fit here. Write it like {example}."),
        "ambiguous": _("This number can be read in two ways. Write it like {example}."),
        "too-long": _("This number has too many digits. Write it like {example}."),
        "not-whole": _("Whole minutes are wanted here. Write them like {example}."),
        "zero": _("A number above zero is wanted here. Write it like {example}."),
    }


def _checking(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "checked": _("Result of the check"),
        "check_payer": _("Who pays is {party}: a charge to another party does not follow this guide."),
        "check_before": _("Check also what comes before the charge: {names}."),
        "check_same": _("The amount agrees: the guide comes to {amount} too."),
        "check_more": _(
            "It differs: {billed} was billed, and the guide comes to {amount}. That is {difference} more."
        ),
        "check_less": _(
            "It differs: {billed} was billed, and the guide comes to {amount}. That is {difference} less."
        ),
        "check_units": _("The amount billed is that of {billed}; the guide counts {counted}."),
        "check_no_charge": _("It differs: {billed} was billed, and in this case there is no charge."),
        "check_none": _("It agrees: in this case there is no charge."),
        "check_minutes": _("To check the amount, the guide needs the minutes."),
        "check_rate": _("To check the amount, the guide needs the rate of your document."),
        "check_no_price": _("The guide has no price to check this against."),
        "check_open": _("It is not decided yet, so the guide compares with each result that is possible."),
        "reference": _("For reference: row “{row}” of “{rule}”."),
        "check_unknown": _(
            "The difference may come from something that no source tells: see your document, or ask who sent it."
        ),
        "check_unknown_minimum": _(
            "The difference may come from something that no source tells, such as a least quantity: "
            "see your document, or ask who sent it."
        ),
    }


def _tool(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "choose": _("Choose a modality, and the result stands here."),
        "copied": _("Copied."),
        "copy_by_hand": _("The text is selected: copy it with Ctrl+C."),
        "dropped": _("The address named something that this guide does not know; it was left out: {names}."),
        "each_modality": _("The same case in every modality"),
        "each_outcome": _("{modality}: the same case with every outcome"),
        "chart": _("Cost by minutes worked"),
        "chart_units": _("Billed time by minutes worked"),
        "chart_table": _("The same as a table"),
        "minutes_worked": _("Minutes worked"),
        "billed_time": _("Billed time"),
        "amount": _("Amount"),
        "rate_of": _("Rate of your document"),
        "rate_of_minute": _("Rate of 1 minute in your document"),
        "rate_of_hour": _("Rate of 1 hour in your document"),
        "convert_minute": _("If your document gives the rate of an hour, divide it by 60."),
        "convert_hour": _("If your document gives the rate of a minute, multiply it by 60."),
        "text_title": _("{title}, revision {revision}, of {date}."),
    }
