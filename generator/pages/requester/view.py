"""The pages of the requesters: what I may ask for, what it costs, and who is billed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.decided_cases import decided_cases
from generator.catalogue.modalities import Access, AccessRule, Modality
from generator.catalogue.references import REQUESTER
from generator.catalogue.requesters import Requester
from generator.pages.page import Page, bound, page
from generator.routes import HOME
from generator.source.reader import SourceFile
from generator.views.context import Citation, CitedText, Context, Link, WholeGuide
from generator.views.payers import marked_once, payer
from generator.views.pricing import MANY, CostLine, cost_lines, states_of
from generator.views.readers import READER, readers
from generator.views.states import State, access_state
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class Offer:
    """A modality as this requester meets it; of many, none has a sign, and ``states`` stand for the lines of costs.

    ``citation`` is the line's mark; price and payer have one only where it would say something else of them.
    """

    id: str
    modality: Link
    costs: str
    access: State
    note: Markup | None
    citation: Citation
    price: CitedText
    payer: CitedText
    condition_names: tuple[str, ...]
    lines: tuple[CostLine, ...]
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class RequesterPage:
    """One requester."""

    id: str
    name: str
    description: CitedText
    ways: tuple[Link, ...]
    """Where it is worked out what this requester pays, where anything can be charged."""
    reader: Link | None
    """The guide as it speaks to them alone."""
    offers: tuple[Offer, ...]
    detailed: bool
    others: tuple[Link, ...]


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give a page for each kind of requester."""
    for each in whole.catalogue.requesters:
        yield page(
            whole,
            "requester",
            bound(view, each),
            address=whole.addresses.requester(each.id),
            title=each.name,
            description=whole.plainly(plain(each.description), each.facts),
        )


def view(context: Context, requester: Requester) -> RequesterPage:
    catalogue = context.catalogue
    detailed = len(catalogue.modalities) <= MANY
    offers = []
    for modality in catalogue.modalities:
        stand = catalogue.access(modality, requester.id)
        link = context.modality_link(modality.id)
        price, billed = _price(context, modality, stand), payer(context, modality, requester)
        lines = cost_lines(context, modality, requester.id) if detailed else ()
        access, priced, paid = marked_once(context, stand.facts, price.facts, billed.facts)
        offers.append(
            Offer(
                id=modality.id,
                modality=link if detailed else replace(link, sign=None),
                costs=context.href(context.here if detailed else context.costs_of(modality.id), modality.id),
                access=access_state(context, stand.state, stand.facts),
                note=context.prose(stand.note) if stand.note else None,
                citation=context.citation(access),
                price=context.named(price.text, priced),
                payer=context.named(billed.text, paid),
                condition_names=tuple(name for line in lines[:1] for name, _value in line.conditions),
                lines=lines,
                states=() if detailed else _states(context, modality, requester),
            )
        )
    return RequesterPage(
        id=requester.id,
        name=requester.name,
        description=context.told(requester.description, requester.facts),
        ways=tuple(_ways(context, requester)),
        reader=_reader(context, requester),
        offers=tuple(offers),
        detailed=detailed,
        others=tuple(
            context.requester_link(other.id) for other in catalogue.requesters if other is not requester
        ),
    )


def _ways(context: Context, requester: Requester) -> Iterator[Link]:
    cases = [case for each in context.catalogue.modalities for case in decided_cases(context.catalogue, each)]
    if any(case.payer for case in cases if case.case[REQUESTER] == requester.id):
        chosen = f"?{REQUESTER}={requester.id}"
        anchor = context.whole.words.pgettext("anchor", "simulator")
        costs = context.href(context.addresses.costs)
        yield Link(context.gettext("See what I would pay"), f"{costs}{chosen}#{anchor}")
        bill = context.page_link("bill")
        yield Link(bill.text, f"{bill.href}{chosen}")


def _reader(context: Context, requester: Requester) -> Link | None:
    found = [each for each in readers(context.whole) if requester.id in each.members]
    if not found:
        return None
    text = context.gettext("Read the guide as: {reader}", reader=found[0].name)
    return Link(text, f"{context.href(HOME)}?{READER}={found[0].id}")


class _Price(NamedTuple):
    text: str
    facts: tuple[str, ...]


def _price(context: Context, modality: Modality, stand: AccessRule) -> _Price:
    """Name the price; of what is not open to somebody, or not known to be, no price is told."""
    match stand.state:
        case Access.ALLOWED:
            rule = context.catalogue.pricing_rule[modality.pricing]
            return _Price(rule.name, rule.facts)
        case Access.DENIED:
            return _Price(context.gettext("Does not apply"), stand.facts)
        case Access.UNKNOWN:
            return _Price(context.gettext("Not told"), stand.facts)


def _states(context: Context, modality: Modality, requester: Requester) -> tuple[State, ...]:
    cases = decided_cases(context.catalogue, modality)
    return states_of(context, (case for case in cases if case.case[REQUESTER] == requester.id))
