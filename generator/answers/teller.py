"""Results of the tables in sentences, as browser/teller.js tells them: whatever says in words what something costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.analysis.whom_to_ask import whom_to_ask
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality
from generator.catalogue.open_questions import Missing
from generator.catalogue.pricing_rules import Price, PriceState, PricingRule, Tax, Unit
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

FEW = 2
"""So many values are named in a sentence."""


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
        key, party, amount = self._told(result, known, bill)
        return self.say(key, party=capital(party), amount=amount)

    def brief(self, result: Result, known: Mapping[str, str], bill: TimeCharge | None = None) -> str:
        """Say the same in so few words that several fit into a sentence."""
        key, party, amount = self._told(result, known, bill)
        return self.say(f"brief_{key.removesuffix('_nobody')}", party=party, amount=amount)

    def _told(
        self, result: Result, known: Mapping[str, str], bill: TimeCharge | None
    ) -> tuple[str, str, str]:
        """Return the key of what is said of a result, and the party and the amount that this names."""
        state = result.state
        requester = self.catalogue.requester.get(known.get(REQUESTER, ""))
        if state is PriceState.WAIVED and not (requester and requester.party == requester.billed):
            return "waived_nobody", "", ""
        if state not in PAID:
            return state.value, "", ""
        amount = self._amount(result, bill)
        unpriced = "" if state is PriceState.CHARGED else "_quote"
        if result.payer in (None, UNKNOWN):
            kind = "_amount" if amount else unpriced
            return "on_quote" if kind == "_quote" else f"charged{kind}", "", amount
        amount = amount or self._time(result, bill)
        kind = "_amount" if amount else unpriced
        if requester and requester.party == result.payer:
            return f"you_pay{kind}", "", amount
        return f"party_pays{kind}", self.catalogue.party[str(result.payer)].name, amount

    def verdicts(
        self, results: Sequence[Result], known: Mapping[str, str], bill: TimeCharge | None = None
    ) -> str:
        """Say what results come to: one sentence where they agree, else that it is open, and each."""
        each = dict.fromkeys(self.verdict(result, known, bill) for result in results)
        if settled(results):
            return next(iter(each))
        return self.say("open_each", results=self.either(each))

    def headline(self, made: Quote) -> str:
        """Say a quote in one sentence: what it comes to, marked where that is inferred, or on what that depends."""
        if made.deciding is not None:
            return self.depends(made, made.deciding)
        return self.marked(
            self.verdicts(made.results, made.known, made.bill), self.basis(made, *made.results)
        )

    def depends(self, made: Quote, deciding: str) -> str:
        """Say what decides: a result with few values and else the other, or each that is possible, or how many.

        The whole is marked where any of it is inferred; which, is told where each result stands by itself.
        """
        told: dict[str, list[str]] = {}
        for way in made.ways:
            text = self._briefly(made, way.results, {**made.known, deciding: way.value})
            told.setdefault(text, []).append(self.format.value_name(deciding, way.value))
        one, *others = sorted(told, key=lambda text: len(told[text]))
        basis = self.basis(made, *made.results)
        if len(others) == 1 and len(told[one]) <= FEW and all(settled(way.results) for way in made.ways):
            values = self.either(told[one])
            return self.marked(self.say("open_else", result=one, values=values, other=others[0]), basis)
        each = list(dict.fromkeys(self._briefly(made, (result,), made.known) for result in made.results))
        if len(each) > FEW + 1:
            return self.say("open", number=len({result.money for result in made.results}))
        told_each = self.format.listed(each, "or")
        # Where an answer to it leaves more open, it does not decide alone.
        key = "open_by" if all(settled(way.results) for way in made.ways) else "open_by_more"
        return self.marked(self.say(key, dimension=self.dimension(deciding), results=told_each), basis)

    def _briefly(self, made: Quote, results: Sequence[Result], known: Mapping[str, str]) -> str:
        """Say in few words what results come to."""
        each = dict.fromkeys(self.brief(result, known, made.bill) for result in results)
        return self.format.listed(list(each), "or")

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
            return self._counted(self.money(bill.amount, bill.currency), bill)
        return ""

    def _time(self, result: Result, bill: TimeCharge | None) -> str:
        """Say the time that is billed: of it one can speak where no rate is known."""
        if result.state is not PriceState.CHARGED or not bill:
            return ""
        return self._counted(self.quantity(bill.unit, bill.units), bill)

    def _counted(self, amount: str, bill: TimeCharge) -> str:
        """Say of an amount where it can only be more, and where no source tells how it is rounded."""
        if "increment" in bill.untold:
            return self.say("by_count", amount=amount)
        return self.say("at_least", amount=amount) if bill.untold else amount

    def money(self, value: Decimal, currency: str | None) -> str:
        return spaced(self.format.money(value, currency))

    def price(self, amount: Price) -> str:
        return spaced(self.format.price(amount))

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
            yield self._asked(
                self.say("rate_ended" if rule.rates else "rate_none", date=day), modality, Missing.RATE
            )
            return
        rate = self.money(bill.rate, bill.currency)
        yield self.say("rate_own", rate=rate) if bill.given else self.say("rate_dated", date=day, rate=rate)
        if bill.given:
            yield self._asked(self.say("tax_own"), modality, Missing.TAX)
        else:
            tax = capital(self.say(f"tax_{bill.tax.value}")) + "."
            yield self._asked(tax, modality, Missing.TAX) if bill.tax is Tax.UNKNOWN else tax

    def untold(self, rule: PricingRule, bill: TimeCharge) -> Iterator[str]:
        """Say what no source tells of how time is counted."""
        if "minimum" in bill.unknown:
            yield self.say("no_minimum")
        if "increment" in bill.unknown:
            part = "increment" if rule.has_minimum else "rounding"
            yield self.say(f"no_{part}_hour" if rule.unit is Unit.HOUR else f"no_{part}_minute")

    def _asked(self, text: str, modality: Modality, missing: Missing) -> str:
        """Say what is not known, and whom to ask where an open question tells."""
        whom = whom_to_ask(self.catalogue, self.words, modality, missing)
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


def spaced(text: str) -> str:
    """Put plain spaces where a page has those that do not break: pasted text is then found."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
