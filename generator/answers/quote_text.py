"""A quote in words for a terminal or a ticket, and as data for a program; both say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator import pricing
from generator.answers.teller import Teller, spaced
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import PricingRule
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.pricing.quote import Quote, Result, TimeCharge
from generator.wording.inline_markdown import plain


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
    return spaced("\n".join(lines)) + "\n"


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
        "result": spaced(tell.headline(made)),
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
        "text": spaced(
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
        "lines": [spaced(line) for line in tell.arithmetic(rule, bill)],
        "assumptions": [spaced(line) for line in tell.assumptions(modality, bill, day)],
    }
