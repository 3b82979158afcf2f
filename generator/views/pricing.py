"""Prices in readers' words: the cases of a modality gathered into lines, and how a rule counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.analysis.decided_cases import decided_cases
from generator.analysis.silence import tells_no_outcome
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import Example, PriceState, PricingRule, Unit
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.pricing.basis import traits
from generator.pricing.counting import rate_on
from generator.pricing.table import PricedCase
from generator.routes import case_anchor
from generator.views.context import Citation, CitedText, Context, Link
from generator.views.payers import marked_once, payer_facts
from generator.views.states import State, price_state, price_word, said, untold
from generator.wording import phrases
from generator.wording.access import unpriced
from generator.wording.formatting import capital
from generator.wording.script_messages import messages


@dataclass(frozen=True, slots=True)
class CaseName:
    """A case as it is quoted: its id, its anchor, and what it is."""

    id: str
    anchor: str
    href: str
    what: str


@dataclass(frozen=True, slots=True)
class CostLine:
    """Cases that come to the same for the same reason.

    ``conditions`` gives for the outcome and each further dimension its name and the values concerned. ``decided`` by a
    row of the rule, or by who may ask at all. ``payer`` cites facts only where its mark would say something else than
    the one of ``reason``, which stands in the same line for both. ``paid`` is what says who pays, where somebody does.
    """

    requesters: tuple[str, ...]
    who: str
    conditions: tuple[tuple[str, str], ...]
    state: State
    payer: CitedText
    amount: str
    reason: CitedText
    cases: tuple[CaseName, ...]
    decided: bool
    paid: Citation | None


@dataclass(frozen=True, slots=True)
class Costs:
    """What a modality costs; its ``name`` says where it stands alone that it is an inference."""

    modality: Link
    anchor: str
    name: str
    summary: CitedText
    condition_names: tuple[str, ...]
    lines: tuple[CostLine, ...]
    details: tuple[tuple[str, tuple[CitedText, ...]], ...]
    examples: tuple[WorkedExample, ...]
    in_detail: str
    """What its cases, its examples and how it is counted are called where they are folded."""

    @property
    def counted(self) -> str:
        """What is told of how it is counted."""
        return " · ".join(label for label, _texts in self.details)


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A worked example with its result in words."""

    text: CitedText
    result: str
    case: Link


MANY = 100
"""Above so many modalities, a page about all of them leaves to their own pages what those tell anyway."""


def costs(context: Context, modality: Modality, *, brief: bool = False) -> Costs:
    """Gather what a modality costs; in brief, without how it is counted and without examples."""
    rule = context.catalogue.pricing_rule[modality.pricing]
    lines = cost_lines(context, modality)
    counted = () if brief else details(context, rule)
    examples = tuple(worked_example(context, modality, each) for each in rule.examples if not brief)
    return Costs(
        modality=context.modality_link(modality.id),
        anchor=modality.id,
        name=_brief(context, modality, rule),
        summary=context.told(rule.summary, rule.facts),
        condition_names=tuple(name for name, _ in dimension_names(context, rule)),
        lines=lines,
        details=counted,
        examples=examples,
        in_detail=_in_detail(context, sum(len(line.cases) for line in lines), bool(counted), bool(examples)),
    )


def _brief(context: Context, modality: Modality, rule: PricingRule) -> str:
    """Say a price in a word, and for whom it is told where that is not everybody."""
    name = context.whole.plainly(rule.name, rule.facts)
    told = told_a_price(context, modality)
    if len(told) == len(context.catalogue.requester):
        return name
    return f"{context.format.requesters_named(told)}: {name}"


def _in_detail(context: Context, number: int, counted: bool, examples: bool) -> str:
    ngettext = context.ngettext
    match counted, examples:
        case True, True:
            return ngettext(
                "Counting, examples and {number} case", "Counting, examples and {number} cases", number
            )
        case True, False:
            return ngettext("Counting and {number} case", "Counting and {number} cases", number)
        case False, True:
            return ngettext("Examples and {number} case", "Examples and {number} cases", number)
    return ngettext("{number} case, with its code", "{number} cases, with their codes", number)


def dimension_names(context: Context, rule: PricingRule) -> list[tuple[str, str]]:
    """Give the names and ids of what a rule's cases depend on besides the requester."""
    catalogue = context.catalogue
    return [
        (context.gettext("Outcome"), OUTCOME),
        *((catalogue.dimension[id_].name, id_) for id_ in rule.depends_on),
    ]


def cost_lines(context: Context, modality: Modality, requester: str | None = None) -> tuple[CostLine, ...]:
    """Gather the cases of a modality, or those of one requester, into lines.

    Requesters for whom every case comes to the same share their lines; within them, the cases that the
    same row decides share one.
    """
    per_requester = [
        (who, tuple(cases))
        for who, cases in groupby(
            decided_cases(context.catalogue, modality), key=lambda case: case.case[REQUESTER]
        )
        if requester is None or who == requester
    ]
    classes: dict[tuple[object, ...], list[tuple[str, tuple[PricedCase, ...]]]] = {}
    for who, cases in per_requester:
        fate = tuple((case.state, case.payer, case.row and case.row.id, case.facts) for case in cases)
        classes.setdefault(fate, []).append((who, cases))
    lines: list[CostLine] = []
    for members in classes.values():
        together: dict[str, list[PricedCase]] = {}
        for _, cases in members:
            for case in cases:
                together.setdefault(case.row.id if case.row else "", []).append(case)
        names = tuple(who for who, _ in members)
        lines.extend(_line(context, modality, names, cases) for cases in together.values())
    return tuple(lines)


def _line(
    context: Context, modality: Modality, requesters: tuple[str, ...], cases: list[PricedCase]
) -> CostLine:
    first = cases[0]
    rule = context.catalogue.pricing_rule[modality.pricing]
    why = first.row.reason if first.row else unpriced(context.format, modality, requesters)
    of_payer = payer_facts(context, first)
    together, apart = marked_once(context, first.price_facts, of_payer)
    return CostLine(
        requesters=requesters,
        who=context.format.requesters_named(requesters),
        conditions=tuple(
            (
                name,
                context.gettext("Not told")
                if id_ == OUTCOME and tells_no_outcome(context.catalogue, modality)
                else values_named(context, id_, {case.case[id_] for case in cases}),
            )
            for name, id_ in dimension_names(context, rule)
        ),
        state=price_state(context, first.state, first.price_facts),
        payer=context.named(context.format.payer_name(first.payer, first.state), apart),
        amount=context.format.price(first.amount) if first.amount else "",
        reason=context.told(why, together),
        cases=tuple(_case_name(context, case) for case in cases),
        decided=first.row is not None,
        paid=context.citation(of_payer) if first.payer else None,
    )


def _case_name(context: Context, case: PricedCase) -> CaseName:
    # Its code has an outcome; where no source speaks of an analysis, the words beside it claim none.
    silent = tells_no_outcome(context.catalogue, context.catalogue.modality[case.modality])
    told = {id_: value for id_, value in case.case.items() if not (silent and id_ == OUTCOME)}
    what = "; ".join(context.format.value_name(id_, value) for id_, value in told.items())
    anchor = case_anchor(case.id)
    return CaseName(case.id, anchor, context.href(context.costs_of(case.modality), anchor), what)


def values_named(context: Context, dimension: str, values: set[str]) -> str:
    """Name values of a dimension in their order; all of them are "any"."""
    catalogue = context.catalogue
    entries = catalogue.outcomes if dimension == OUTCOME else catalogue.dimension[dimension].values
    if len(values) == len(entries):
        return context.gettext("Any")
    return "; ".join(entry.name for entry in entries if entry.id in values)


def states_of(context: Context, cases: Iterable[PricedCase]) -> tuple[State, ...]:
    """Give the distinct states that cases come to, in their order, each with all that it rests on."""
    facts: dict[PriceState, list[str]] = {}
    for case in cases:
        facts.setdefault(case.state, []).extend(case.price_facts)
    return tuple(price_state(context, state, each) for state, each in facts.items())


@dataclass(frozen=True, slots=True)
class PriceInBrief:
    """A price in a word, and the states that it can come to for whoever may ask: none where the word says just that."""

    word: CitedText
    states: tuple[State, ...]


def told_a_price(context: Context, modality: Modality) -> tuple[str, ...]:
    """Return those for whom a price is told; all, where none is."""
    cases = decided_cases(context.catalogue, modality)
    found = tuple(dict.fromkeys(case.case[REQUESTER] for case in cases if case.row))
    return found or tuple(context.catalogue.requester)


def price_in_brief(context: Context, modality: Modality) -> PriceInBrief:
    """Say a price in a word."""
    rule = context.catalogue.pricing_rule[modality.pricing]
    cases = [case for case in decided_cases(context.catalogue, modality) if case.row]
    states = states_of(context, cases)
    if [each.word for each in states] == [rule.name]:
        facts = (*rule.facts, *(fact for case in cases for fact in case.price_facts))
        return PriceInBrief(context.named(rule.name, facts), ())
    return PriceInBrief(context.named(rule.name, rule.facts), states)


def least(context: Context, modality: Modality) -> State:
    """Say what is billed at least; of a price that nobody knows, nobody knows it."""
    rule = context.catalogue.pricing_rule[modality.pricing]
    if isinstance(rule.minimum, int):
        return said(context, phrases.quantity(context.whole.words, rule, rule.minimum), rule.facts_of_minimum)
    if traits(rule).by_time or traits(rule).made_later:
        return untold(context, rule.facts_on("minimum"))
    told = (
        context.gettext("Not counted by time")
        if traits(rule).may_charge
        else context.gettext("Does not apply")
    )
    return said(context, told, rule.facts)


def details(context: Context, rule: PricingRule) -> tuple[tuple[str, tuple[CitedText, ...]], ...]:
    """Say how a rule counts: each label once, with all texts under it, what no source tells included."""
    found: list[tuple[str, CitedText]] = []
    if traits(rule).by_time:
        found.extend(counting(context, rule))
        found.extend(_rates(context, rule))
    found.extend(
        (context.gettext("Good to know"), context.told(each.text, each.facts)) for each in rule.statements
    )
    labels = dict.fromkeys(label for label, _text in found)
    return tuple((each, tuple(text for label, text in found if label == each)) for each in labels)


def counting(context: Context, rule: PricingRule) -> Iterator[tuple[str, CitedText]]:
    """Say what is billed of the time, each with its facts."""
    for each in phrases.counting(context.whole.words, rule):
        yield each.label, context.told(each.text, each.facts)


def _rates(context: Context, rule: PricingRule) -> Iterator[tuple[str, CitedText]]:
    _ = context.gettext
    label = _("Rate per hour") if rule.unit is Unit.HOUR else _("Rate per minute")
    if not rule.rates:
        if context.whole.inferred(rule.facts_of_unit):
            label = _(
                "Rate of the time"
            )  # of which unit a rate would be, is a conclusion, and marked where it is told
        yield label, context.told(_("No source tells."), rule.facts_on("rates"))
    for rate in rule.rates or ():
        money = context.format.price(rate)
        since = context.format.date(rate.valid_from)
        text = (
            _(
                "{money}, from {since} to {until}",
                money=money,
                since=since,
                until=context.format.date(rate.valid_to),
            )
            if rate.valid_to
            else _("{money}, since {since}", money=money, since=since)
        )
        yield label, context.told(text, rule.facts_of_rate(rate))


def worked_example(context: Context, modality: Modality, example: Example) -> WorkedExample:
    """Tell a worked example as a case of a modality."""
    rule = context.catalogue.pricing_rule[modality.pricing]
    case = next(
        case for case in decided_cases(context.catalogue, modality) if case.case == dict(example.given)
    )
    expect = example.expect
    billed = []
    if expect.amount is not None:
        price = case.amount or rate_on(rule, context.catalogue.guide.date)
        billed.append(context.format.money(expect.amount, price.currency if price else None))
    if expect.units is not None:
        billed.append(phrases.quantity(context.whole.words, rule, expect.units))
    return WorkedExample(
        text=context.told(example.text, example.facts),
        result=_result(context, example, " · ".join(billed)),
        case=context.case_link(case),
    )


def _result(context: Context, example: Example, billed: str) -> str:
    """Say what an example comes to: who pays, and how much."""
    expect, catalogue = example.expect, context.catalogue
    state = price_word(context.whole.words, expect.state)
    if expect.state is not PriceState.CHARGED or not expect.payer or expect.payer == UNKNOWN:
        payer = catalogue.party.get(expect.payer or "")
        paid = context.gettext("paid by {party}", party=payer.name) if payer else ""
        return "; ".join(filter(None, (state, billed, paid)))
    said = messages(context.whole.words, "simulator")
    kind = "_amount" if billed else ""
    if catalogue.requester[example.given[REQUESTER]].party == expect.payer:
        return said[f"you_pay{kind}"].format(amount=billed).removesuffix(".")
    party = capital(catalogue.party[expect.payer].name)
    return said[f"party_pays{kind}"].format(party=party, amount=billed).removesuffix(".")
