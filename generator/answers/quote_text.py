"""A quote in words for a terminal or a ticket, and as data for a program; both say the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator import pricing
from generator.analysis.whom_to_ask import whom_to_ask
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality
from generator.catalogue.open_questions import Missing
from generator.catalogue.pricing_rules import Price, PriceState, PricingRule, Unit
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.pricing.payer import PAID
from generator.pricing.quote import Quote, Result, TimeCharge, settled
from generator.wording.access import unpriced
from generator.wording.formatting import Formatter, capital
from generator.wording.inline_markdown import plain
from generator.wording.phrases import counting
from generator.wording.script_messages import messages

MOST_CASES = 12
"""Case ids that are named; of more, their number is."""


class Teller:
    """Tells quotes of one catalogue in its language."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self.catalogue = catalogue
        self.words = words
        self.format = Formatter(catalogue, words)
        self.said = messages(words, "simulator")

    def say(self, key: str, **values: object) -> str:
        return self.said[key].format(**values)

    # Sentences

    def verdict(self, result: Result, known: Mapping[str, str], bill: TimeCharge | None = None) -> str:
        """Say in one sentence who pays, and how much where that is known."""
        state = result.state
        requester = self.catalogue.requester.get(known.get(REQUESTER, ""))
        if state is PriceState.WAIVED and not (requester and requester.party == requester.billed):
            return self.say("waived_nobody")
        if state not in PAID:
            return self.say(state.value)
        amount = self._amount(result, bill)
        unpriced = "" if state is PriceState.CHARGED else "_quote"
        if result.payer in (None, UNKNOWN):
            kind = "_amount" if amount else unpriced
            return self.say("on_quote" if kind == "_quote" else f"charged{kind}", amount=amount)
        amount = amount or self._time(result, bill)
        kind = "_amount" if amount else unpriced
        if requester and requester.party == result.payer:
            return self.say(f"you_pay{kind}", amount=amount)
        party = capital(self.catalogue.party[str(result.payer)].name)
        return self.say(f"party_pays{kind}", party=party, amount=amount)

    def verdicts(
        self, results: Sequence[Result], known: Mapping[str, str], bill: TimeCharge | None = None
    ) -> str:
        """Say what results come to: one sentence where they agree, else that it is open, and each."""
        each = dict.fromkeys(self.verdict(result, known, bill) for result in results)
        if settled(results):
            return next(iter(each))
        return self.say("open_each", results=self.either(each))

    def headline(self, made: Quote) -> str:
        """Say a quote in one sentence: what it comes to, marked where that is inferred, or that it is open."""
        if made.deciding is not None:
            return self.say("open", number=len({result.money for result in made.results}))
        return self.marked(
            self.verdicts(made.results, made.known, made.bill), self.basis(made, *made.results)
        )

    def basis(self, made: Quote, *results: Result) -> tuple[str, ...]:
        """Return what results rest on, and where time is charged, what the count of it does."""
        facts = [fact for result in results for fact in result.facts]
        if made.bill and any(result.state is PriceState.CHARGED for result in results):
            rule = self.catalogue.pricing_rule[self.catalogue.modality[made.modality].pricing]
            facts += rule.facts_of_counting
        return tuple(dict.fromkeys(facts))

    def either(self, texts: Iterable[str]) -> str:
        """Tell alternatives, each in quotation marks: “You pay” or “You do not pay”."""
        return self.format.listed([f"“{text.removesuffix('.')}”" for text in texts], "or")

    def _amount(self, result: Result, bill: TimeCharge | None) -> str:
        if result.price:
            return self.price(result.price)
        if result.state is PriceState.CHARGED and bill and bill.amount is not None:
            return self._at_least(self.money(bill.amount, bill.currency), bill)
        return ""

    def _time(self, result: Result, bill: TimeCharge | None) -> str:
        """Say the time that is billed: of it one can speak where no rate is known."""
        if result.state is not PriceState.CHARGED or not bill:
            return ""
        return self._at_least(self.quantity(bill.unit, bill.units), bill)

    def _at_least(self, amount: str, bill: TimeCharge) -> str:
        return self.say("at_least", amount=amount) if bill.least else amount

    def money(self, value: Decimal, currency: str | None) -> str:
        return _spaced(self.format.money(value, currency))

    def price(self, amount: Price) -> str:
        return _spaced(self.format.price(amount))

    def quantity(self, unit: Unit | None, number: int) -> str:
        told = "hour" if unit is Unit.HOUR else "minute"
        return self.say(f"{told}_{'one' if number == 1 else 'many'}", number=number)

    def reason(self, result: Result, made: Quote) -> str:
        """Say why: in the row's words, or where the access decides, in those."""
        if result.row:
            return plain(result.row.reason)
        stands = self.catalogue.stands[made.modality]
        state = Access.DENIED if result.state is PriceState.NOT_OFFERED else Access.UNKNOWN
        known = made.known.get(REQUESTER)
        who = (known,) if known else tuple(id_ for id_, stand in stands.items() if stand.state is state)
        return plain(unpriced(self.format, self.catalogue.modality[made.modality], who))

    # Parts

    def arithmetic(self, rule: PricingRule, bill: TimeCharge) -> Iterator[str]:
        """Count line by line: time, what is billed of it, times the rate, rounded once."""
        yield self.say("worked", quantity=self.quantity(Unit.MINUTE, bill.minutes))
        for each in counting(self.words, rule):
            yield f"{each.label}: {self.marked(each.text.removesuffix('.'), each.facts)}."
        yield self.say("billed", quantity=self.quantity(bill.unit, bill.units))
        if bill.rate is None or bill.amount is None:
            return
        exact = bill.rate * bill.units
        yield self.say(
            "product",
            units=self.format.number(bill.units),
            rate=self.money(bill.rate, bill.currency),
            exact=self.money(exact if exact != bill.amount else bill.amount, bill.currency),
        )
        if exact != bill.amount:
            yield self.say("rounded", amount=self.money(bill.amount, bill.currency))

    def assumptions(self, modality: Modality, bill: TimeCharge, as_of: date) -> Iterator[str]:
        """Say what no source tells, and what was taken instead."""
        rule = self.catalogue.pricing_rule[modality.pricing]
        yield from self.untold(rule, bill)
        day = self.format.date(as_of)
        if bill.rate is None:
            yield self._asked(self.say("rate_ended" if rule.rates else "rate_none", date=day), modality)
            return
        rate = self.money(bill.rate, bill.currency)
        yield self.say("rate_own", rate=rate) if bill.given else self.say("rate_dated", date=day, rate=rate)
        if bill.given:
            yield self._asked(self.say("tax_own"), modality)
        else:
            yield capital(self.say(f"tax_{bill.tax.value}")) + "."

    def untold(self, rule: PricingRule, bill: TimeCharge) -> Iterator[str]:
        """Say what no source tells of how time is counted."""
        if "minimum" in bill.unknown:
            yield self.say("no_minimum")
        if "increment" in bill.unknown:
            part = "increment" if rule.has_minimum else "rounding"
            yield self.say(f"no_{part}_hour" if rule.unit is Unit.HOUR else f"no_{part}_minute")

    def _asked(self, text: str, modality: Modality) -> str:
        """Say what is not known of a rate, and whom to ask where an open question tells."""
        whom = whom_to_ask(self.catalogue, self.words, modality, Missing.RATE)
        return f"{text} {self.marked(whom.said, whom.facts)}" if whom else text

    def dimension(self, name: str) -> str:
        if name in (REQUESTER, OUTCOME):
            return self.say(name)
        return self.catalogue.dimension[name].name

    def now(self, dimension: str | None) -> tuple[str, tuple[str, ...]]:
        """Say what whoever does not know can do now, and by which facts."""
        if dimension is None or dimension == REQUESTER:
            return "", ()
        told = (
            self.catalogue.guide.outcome_unknown
            if dimension == OUTCOME
            else self.catalogue.dimension[dimension].if_unknown
        )
        return (plain(told.text), told.facts) if told else ("", ())

    def facts(self, ids: Sequence[str]) -> str:
        """Name facts, each inference marked as one."""
        mark = self.say("inference")
        return ", ".join(
            f"{id_.upper()} ({mark})" if self.catalogue.facts[id_].concluded else id_.upper() for id_ in ids
        )

    def marked(self, text: str, facts: Iterable[str]) -> str:
        """Say of a text whose facts are not named beside it that it is an inference, where it is one."""
        inferred = any(self.catalogue.facts[id_].concluded for id_ in facts)
        return f"{text} ({self.say('inference')})" if inferred else text

    def cases(self, ids: Sequence[str]) -> str:
        shown = ", ".join(ids[:MOST_CASES])
        more = len(ids) - MOST_CASES
        return shown if more <= 0 else f"{shown} {self.say('more_cases', number=more)}"


def _spaced(text: str) -> str:
    """Put plain spaces where a page has those that do not break: pasted text is then found."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def render(catalogue: Catalogue, made: Quote, words: Words, as_of: date | None = None) -> str:
    """Tell a quote: the result first, then why, what it is counted from, and what is near."""
    tell = Teller(catalogue, words)
    modality = catalogue.modality[made.modality]
    day = as_of or catalogue.guide.date
    lines = [tell.headline(made)]
    lines += ["", *_case(tell, modality, made)]
    for part in (_ways, _bill, _reasons, _before, _nearby):
        lines += part(tell, made, day)
    if catalogue.prevails(modality):
        lines += ["", plain(catalogue.guide.prevails)]
        lines += [f"  {tell.say('facts')}: {tell.facts(catalogue.guide.prevails_facts)}"]
    return _spaced("\n".join(lines)) + "\n"


def _rule(tell: Teller, made: Quote) -> PricingRule:
    return tell.catalogue.pricing_rule[tell.catalogue.modality[made.modality].pricing]


def _case(tell: Teller, modality: Modality, made: Quote) -> Iterator[str]:
    yield f"{tell.say('modality')}: {modality.name}"
    for dimension in pricing.dimensions(tell.catalogue, _rule(tell, made)):
        value = made.known.get(dimension.id)
        name = tell.format.value_name(dimension.id, value) if value else tell.say("not_known")
        yield f"{tell.dimension(dimension.id)}: {name}"
    ids = [id_ for result in made.results for id_ in result.cases]
    yield f"{tell.say('case' if len(ids) == 1 else 'cases')}: {tell.cases(ids)}"


def _ways(tell: Teller, made: Quote, _day: date) -> Iterator[str]:
    if made.deciding is None:
        return
    yield ""
    yield tell.say("decides", dimension=tell.dimension(made.deciding))
    told: dict[str, list[str]] = {}
    for way in made.ways:
        known = {**made.known, made.deciding: way.value}
        name = tell.format.value_name(made.deciding, way.value)
        text = tell.marked(tell.verdicts(way.results, known, made.bill), tell.basis(made, *way.results))
        told.setdefault(text, []).append(name)
    yield from (f"  {'; '.join(names)}: {text}" for text, names in told.items())
    text, facts = tell.now(made.deciding)
    if text:
        yield f"{tell.say('now')}: {text}"
        yield f"  {tell.say('facts')}: {tell.facts(facts)}"


def _bill(tell: Teller, made: Quote, day: date) -> Iterator[str]:
    rule = _rule(tell, made)
    if made.bill is None:
        return
    yield ""
    title = tell.say("arithmetic")
    yield f"{title}:" if made.deciding is None else f"{title} ({tell.say('if_charged').lower()}):"
    yield from (f"  {line}" for line in tell.arithmetic(rule, made.bill))
    yield f"{tell.say('assumptions')}:"
    modality = tell.catalogue.modality[made.modality]
    yield from (f"  {line}" for line in tell.assumptions(modality, made.bill, day))


def _reasons(tell: Teller, made: Quote, _day: date) -> Iterator[str]:
    yield ""
    found: dict[str, list[Result]] = {}
    for result in made.results:
        found.setdefault(tell.reason(result, made), []).append(result)
    for reason, results in found.items():
        facts = [fact for result in results for fact in result.facts]
        each = dict.fromkeys(tell.verdict(result, made.known, made.bill) for result in results)
        told = tell.say("why_each", results=tell.either(each), reason=reason) if made.deciding else reason
        yield f"{tell.say('why')}: {told}"
        yield f"  {tell.say('facts')}: {tell.facts(tuple(dict.fromkeys(facts)))}"


def _before(tell: Teller, made: Quote, _day: date) -> Iterator[str]:
    if made.before:
        names = (tell.catalogue.precondition[id_].name for id_ in made.before)
        yield ""
        yield f"{tell.say('before')}: {', '.join(names)}"


def _nearby(tell: Teller, made: Quote, _day: date) -> Iterator[str]:
    if made.nearby:
        yield ""
        yield f"{tell.say('nearby')}:"
    told: dict[tuple[str, str], list[str]] = {}
    for near in made.nearby:
        known = {**made.known, near.dimension: near.value}
        name = tell.format.value_name(near.dimension, near.value)
        text = tell.marked(tell.verdict(near.result, known, made.bill), tell.basis(made, near.result))
        told.setdefault((near.dimension, text), []).append(name)
    for (dimension, text), names in told.items():
        values = tell.format.listed(names, "or")
        yield f"  {tell.say('with', dimension=tell.dimension(dimension), values=values)} {text}"


def as_json(catalogue: Catalogue, made: Quote, words: Words, as_of: date | None = None) -> str:
    """Return a quote as JSON."""
    return (
        json.dumps(data(catalogue, made, words, as_of), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    )


def data(catalogue: Catalogue, made: Quote, words: Words, as_of: date | None = None) -> dict[str, Any]:
    """Return a quote as plain data: ids, plain digits, and the sentence that says the result."""
    tell = Teller(catalogue, words)
    day = as_of or catalogue.guide.date
    text, facts = tell.now(made.deciding)
    rule = _rule(tell, made)
    return {
        "revision": catalogue.guide.revision,
        "as_of": day.isoformat(),
        "modality": made.modality,
        "rule": rule.id,
        "known": dict(made.known),
        "result": _spaced(tell.headline(made)),
        "results": [_result(tell, result, made) for result in made.results],
        "deciding": made.deciding,
        "ways": [
            {
                "value": way.value,
                "results": [
                    _result(tell, result, made, {**made.known, str(made.deciding): way.value})
                    for result in way.results
                ],
            }
            for way in made.ways
        ],
        "now": {"text": text, "facts": list(facts)} if text else None,
        "bill": _bill_data(tell, made, made.bill, day) if made.bill else None,
        "before": list(made.before),
        "nearby": [
            {
                "dimension": near.dimension,
                "value": near.value,
                **_result(tell, near.result, made, {**made.known, near.dimension: near.value}),
            }
            for near in made.nearby
        ],
        "prevails": {"text": plain(catalogue.guide.prevails), "facts": list(catalogue.guide.prevails_facts)}
        if catalogue.prevails(catalogue.modality[made.modality])
        else None,
    }


def _result(
    tell: Teller, result: Result, made: Quote, known: Mapping[str, str] | None = None
) -> dict[str, Any]:
    return {
        "state": result.state.value,
        "payer": str(result.payer) if result.payer else None,
        "price": {
            "value": str(result.price.value),
            "currency": result.price.currency or tell.catalogue.guide.currency,
            "tax": result.price.tax.value,
        }
        if result.price
        else None,
        "text": _spaced(
            tell.marked(tell.verdict(result, known or made.known, made.bill), tell.basis(made, result))
        ),
        "row": result.row.id if result.row else None,
        "reason": tell.reason(result, made),
        "facts": list(result.facts),
        "cases": list(result.cases),
    }


def _bill_data(tell: Teller, made: Quote, bill: TimeCharge, day: date) -> dict[str, Any]:
    modality, rule = tell.catalogue.modality[made.modality], _rule(tell, made)
    return {
        "minutes": bill.minutes,
        "unit": bill.unit.value if bill.unit else None,
        "units": bill.units,
        "unknown": list(bill.unknown),
        "least": bill.least,
        "rate": None if bill.rate is None else str(bill.rate),
        "rate_given": bill.given,
        "currency": bill.currency,
        "tax": bill.tax.value,
        "amount": None if bill.amount is None else str(bill.amount),
        "lines": [_spaced(line) for line in tell.arithmetic(rule, bill)],
        "assumptions": [_spaced(line) for line in tell.assumptions(modality, bill, day)],
    }
