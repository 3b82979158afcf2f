"""The tables as data for the browser: what Python evaluates is what a reader's own machine evaluates again."""

from __future__ import annotations

import json

from babel.numbers import get_currency_precision, get_decimal_symbol, get_group_symbol

from generator import pricing
from generator.analysis.arrivals import unsure
from generator.analysis.whom_to_ask import whom_to_ask
from generator.catalogue.entry import Statement
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality, Start
from generator.catalogue.open_questions import Missing
from generator.catalogue.pricing_rules import Price, PriceState, PricingRule
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.decisions import finder
from generator.publish import shape
from generator.views.context import Context, WholeGuide
from generator.views.states import price_word
from generator.wording.access import unpriced
from generator.wording.contacts import in_doubt
from generator.wording.inline_markdown import plain
from generator.wording.number_input import own_signs
from generator.wording.phrases import counting
from generator.wording.script_messages import all_messages

VERSION = "2"
"""The shape of this data; `browser/decisions.js` names the one that it reads, and refuses any other."""


def data(whole: WholeGuide) -> shape.Data:
    """Return everything that the finder and the simulator need; links are relative to the site's root."""
    catalogue = whole.catalogue
    context = Context(whole, "")
    guide = catalogue.guide
    locale = whole.format.locale
    return {
        "version": VERSION,
        "revision": guide.revision,
        "date": guide.date.isoformat(),
        "language": guide.language,
        "currency": guide.currency,
        "digits": get_currency_precision(guide.currency),
        "rounding": guide.rounding,
        "signs": {
            "decimal": get_decimal_symbol(locale),
            "group": get_group_symbol(locale),
            "currency": list(own_signs(guide.currency, locale)),
        },
        "title": guide.title,
        "prevails": plain(guide.prevails),
        "prevailsFacts": list(guide.prevails_facts),
        "outcomeUnknown": _statement(guide.outcome_unknown),
        "requesters": {
            each.id: {
                "name": each.name,
                "earlier": list(each.earlier_ids),
                "party": each.party,
                "billed": each.billed,
                "billedFacts": list(each.billed_facts),
            }
            for each in catalogue.requesters
        },
        "parties": {each.id: each.name for each in catalogue.parties},
        "states": {state.value: price_word(whole.words, state) for state in PriceState},
        "outcomes": {
            each.id: {
                "name": each.name,
                "earlier": list(each.earlier_ids),
                "doubts": [
                    {"text": plain(fact.text), "facts": [id_]}
                    for id_ in each.facts
                    if (fact := catalogue.facts[id_]).unknown
                ],
            }
            for each in catalogue.outcomes
        },
        "dimensions": {
            each.id: {
                "name": each.name,
                "ifUnknown": _statement(each.if_unknown),
                "values": {
                    value.id: {"name": value.name, "earlier": list(value.earlier_ids)}
                    for value in each.values
                },
            }
            for each in catalogue.dimensions
        },
        "rules": {rule.id: _rule(context, rule) for rule in catalogue.pricing_rules},
        "modalities": {
            each.id: {
                "code": each.code,
                "earlier": list(each.earlier_ids),
                "name": each.name,
                "icon": each.icon,
                "audience": whole.plainly(each.audience, each.facts_of_audience),
                "href": context.href(whole.addresses.modality(each.id)),
                "steps": context.href(
                    whole.addresses.modality(each.id), whole.words.pgettext("anchor", "steps")
                ),
                "cases": context.href(context.costs_of(each.id)) if whole.addresses.is_split("costs") else "",
                "rule": each.pricing,
                "access": {
                    requester.id: _access(whole, each, requester.id) for requester in catalogue.requesters
                },
                "closed": {
                    "denied": _closed(whole, each, Access.DENIED),
                    "unknown": _closed(whole, each, Access.UNKNOWN),
                },
                "before": [catalogue.precondition[wanted.precondition].name for wanted in each.preconditions],
                "beforeCharge": _before_charge(catalogue, each),
                "asked": whole.format.named(each).object,
                "of": whole.format.named(each).of,
                "contact": {
                    "text": in_doubt(catalogue, whole.words, each.contact),
                    "facts": list(catalogue.contact[each.contact].facts),
                },
                "ask": {
                    "rate": _ask(whole, each, Missing.RATE),
                    "minimum": _ask(whole, each, Missing.MINIMUM),
                    "increment": _ask(whole, each, Missing.INCREMENT),
                    "tax": _ask(whole, each, Missing.TAX),
                },
                "prevails": catalogue.prevails(each),
            }
            for each in catalogue.modalities
        },
        "icons": {
            each.icon: {"box": icon.box, "paths": list(icon.paths)}
            for each in catalogue.modalities
            if each.icon and (icon := whole.signs[each.id].icon)
        },
        "facts": {
            id_: {
                "name": id_.upper(),
                "href": context.href(whole.addresses.sources, id_),
                "inferred": fact.concluded,
                "unknown": fact.unknown,
            }
            for id_, fact in catalogue.facts.items()
        },
        "finder": _finder(whole),
        "words": all_messages(whole.words),
    }


def _ask(whole: WholeGuide, modality: Modality, missing: Missing) -> shape.PublishedContact | None:
    """Say whom to ask; None where no open question asks what is missing."""
    whom = whom_to_ask(whole.catalogue, whole.words, modality, missing)
    return {"text": plain(whom.said), "at": plain(whom.at), "facts": list(whom.facts)} if whom else None


def _before_charge(catalogue: Catalogue, modality: Modality) -> list[str]:
    """Name the preconditions that the steps put before the charge; none where no step says that it starts."""
    begins = next((at for at, step in enumerate(modality.steps) if Start.CHARGE in step.starts), 0)
    wanted = {each.precondition for each in modality.preconditions}
    earlier = dict.fromkeys(step.precondition for step in modality.steps[:begins])
    return [catalogue.precondition[id_].name for id_ in earlier if id_ is not None and id_ in wanted]


def _access(whole: WholeGuide, modality: Modality, requester: str) -> shape.Stand:
    stand = whole.catalogue.stands[modality.id][requester]
    told = "" if stand.state is Access.ALLOWED else plain(unpriced(whole.format, modality, (requester,)))
    return {"state": stand.state, "facts": list(stand.facts), "unpriced": told}


def _closed(whole: WholeGuide, modality: Modality, state: Access) -> str:
    """Say of all for whom a modality is not open, in one way, why no price is told; empty where there is none."""
    stands = whole.catalogue.stands[modality.id]
    who = tuple(id_ for id_, stand in stands.items() if stand.state is state)
    return plain(unpriced(whole.format, modality, who)) if who else ""


def _rule(context: Context, rule: PricingRule) -> shape.Rule:
    catalogue = context.catalogue
    codes = {
        REQUESTER: {each.id: each.code for each in catalogue.requesters},
        OUTCOME: {each.id: each.code for each in catalogue.outcomes},
        **{each.id: {value.id: value.code for value in each.values} for each in catalogue.dimensions},
    }
    return {
        "name": rule.name,
        "timed": pricing.traits(rule).by_time,
        "unit": rule.unit,
        "minimum": rule.minimum if isinstance(rule.minimum, int) else None,
        "increment": rule.increment if isinstance(rule.increment, int) else None,
        "unknown": [name for name in ("minimum", "increment") if getattr(rule, name) == UNKNOWN],
        "counting": [
            [each.label, context.whole.plainly(each.text.removesuffix("."), each.facts)]
            for each in counting(context.whole.words, rule)
        ]
        if pricing.traits(rule).by_time
        else [],
        "countingFacts": list(rule.facts_of_counting) if pricing.traits(rule).by_time else [],
        "rates": [
            {
                "value": str(rate.value),
                "currency": rate.currency,
                "digits": get_currency_precision(rate.currency or catalogue.guide.currency),
                "tax": rate.tax,
                "from": rate.valid_from.isoformat(),
                "to": rate.valid_to.isoformat() if rate.valid_to else None,
            }
            for rate in rule.rates or ()
        ],
        "dimensions": [
            {"id": each.id, "values": list(each.values), "codes": codes[each.id]}
            for each in pricing.dimensions(catalogue, rule)
        ],
        "rows": [
            {
                "id": row.id,
                "when": {name: sorted(values) for name, values in row.when.items()},
                "then": row.then.then,
                "payer": row.then.payer,
                "price": _price(row.then.amount),
                "reason": plain(row.then.reason),
                "facts": list(row.then.facts),
            }
            for row in pricing.table(catalogue, rule).rows
        ],
    }


def _price(amount: Price | None) -> shape.PublishedPrice | None:
    if amount is None:
        return None
    return {"value": str(amount.value), "currency": amount.currency, "tax": amount.tax}


def _finder(whole: WholeGuide) -> shape.PublishedFinder:
    catalogue = whole.catalogue
    return {
        "questions": [
            {
                "id": question.id,
                "text": question.text,
                "help": plain(question.help) if question.help else "",
                "earlier": list(question.earlier_ids),
                "ifUnknown": _statement(question.if_unknown),
                "answers": [
                    {
                        "id": answer.id,
                        "earlier": list(answer.earlier_ids),
                        "text": answer.text,
                        "implies": {
                            name: value
                            for name, value in answer.implies.items()
                            if name != REQUESTER or value in catalogue.requester
                        },
                        # Whom an answer tells of, where it is not one alone: the others need not be offered.
                        "requesters": list(catalogue.members(answer.implies[REQUESTER]))
                        if REQUESTER in answer.implies
                        else [],
                    }
                    for answer in question.answers
                ],
            }
            for question in catalogue.finder.questions
        ],
        "rows": [
            {
                "id": row.id,
                "when": {name: sorted(values) for name, values in row.when.items()},
                "recommend": list(row.then.recommend),
                "reason": plain(row.then.reason),
                "facts": list(row.then.facts),
                "unsure": [
                    {"text": each.text, "facts": list(each.facts)}
                    for each in unsure(catalogue, whole.words, row.then)
                ],
            }
            for row in finder.table(catalogue.finder).rows
        ],
    }


def _statement(told: Statement | None) -> shape.PublishedStatement | None:
    return {"text": plain(told.text), "facts": list(told.facts)} if told else None


def text(whole: WholeGuide) -> str:
    """Return the data as strict JSON."""
    return json.dumps(data(whole), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
