"""What each modality with a price comes to, who pays and what comes first: one table, to be printed on one sheet."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.analysis.decided_cases import decided_cases
from generator.analysis.silence import tells_no_price
from generator.catalogue.modalities import Modality, Status
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.pricing.table import PricedCase
from generator.views.agreements import agreement_links
from generator.views.context import CitedText, Context, Link
from generator.views.payers import payer
from generator.views.pricing import least
from generator.views.rows import Offers, offers
from generator.views.states import State, price_state, said, untold


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that hold of a modality, from case to case, with an amount where there is one.

    ``who`` are those for whom it holds, where it is not for all; ``otherwise``, that it is told to them alone.
    """

    state: State
    amount: str = ""
    who: tuple[str, ...] = ()
    otherwise: bool = False


Cell = tuple[Part, ...]
"""What holds of a modality."""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A heading, and a cell for each modality; ``ids`` are those of what it is about."""

    key: str
    ids: tuple[str, ...]
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The table, the modalities that have no price, and where to go on."""

    columns: tuple[tuple[str, Link], ...]
    rows: tuple[SummaryRow, ...]
    others: tuple[Offers, ...]
    prevails: CitedText
    links: tuple[Link, ...]


def view(context: Context) -> Summary:
    catalogue = context.catalogue
    offered = [each for each in catalogue.modalities if each.status is Status.ACTIVE]
    priced = [each for each in offered if not tells_no_price(catalogue, each)]
    return Summary(
        columns=tuple((each.id, context.modality_link(each.id)) for each in priced),
        rows=tuple(_rows(context, priced)),
        others=offers(context, (each for each in offered if tells_no_price(catalogue, each))),
        prevails=context.told(catalogue.guide.prevails, catalogue.guide.prevails_facts),
        links=tuple(_links(context)),
    )


def _links(context: Context) -> Iterator[Link]:
    yield from agreement_links(context)
    yield context.page_link("costs")
    yield context.page_link("comparison")


def _rows(context: Context, modalities: Sequence[Modality]) -> Iterator[SummaryRow]:
    def cells(cell: Callable[[Modality], Cell]) -> tuple[Cell, ...]:
        return tuple(cell(each) for each in modalities)

    catalogue, _ = context.catalogue, context.gettext
    for ids in _alike(catalogue.outcome, lambda id_: cells(partial(_price, context, outcomes=(id_,)))):
        name = "; ".join(catalogue.outcome[id_].name for id_ in ids)
        yield SummaryRow("price", ids, name, cells(partial(_price, context, outcomes=ids)))
    yield SummaryRow("least", (), _("Least quantity"), cells(lambda each: (Part(least(context, each)),)))
    yield SummaryRow("first", (), _("What must come first"), cells(partial(_first, context)))
    for ids in _alike(catalogue.requester, lambda id_: cells(partial(_payer, context, requester=id_))):
        named = context.format.requesters(ids)
        name = context.ngettext(
            "Who pays what is charged when {requesters:subject} asks",
            "Who pays what is charged when any of these asks: {requesters:subject}",
            named.number,
            requesters=named,
        )
        yield SummaryRow("payer", ids, name, cells(partial(_payer, context, requester=ids[0])))


def _alike(ids: Iterable[str], told: Callable[[str], Hashable]) -> list[tuple[str, ...]]:
    """Gather the ids of which the same is told in every modality: they share a row."""
    found: dict[Hashable, list[str]] = {}
    for each in ids:
        found.setdefault(told(each), []).append(each)
    return [tuple(each) for each in found.values()]


def _price(context: Context, modality: Modality, outcomes: Sequence[str]) -> Cell:
    """Say what outcomes come to for whoever may ask, with the amount where a state has only one.

    Who may not, or of whom no source tells, is told that instead, where the guide is read as theirs.
    """
    cases = [each for each in decided_cases(context.catalogue, modality) if each.case[OUTCOME] in outcomes]
    of_state: dict[tuple[bool, PriceState], list[PricedCase]] = {}
    for case in sorted(cases, key=lambda each: each.row is None):
        of_state.setdefault((case.row is None, case.state), []).append(case)
    found = []
    for (without_price, state), those in of_state.items():
        amounts = {context.format.price(each.amount) if each.amount else "" for each in those}
        facts = [fact for each in those for fact in each.price_facts]
        found.append(
            Part(
                price_state(context, state, facts),
                amounts.pop() if len(amounts) == 1 else "",
                tuple(dict.fromkeys(each.case[REQUESTER] for each in those)),
                otherwise=without_price and any(each.row for each in cases),
            )
        )
    return tuple(found)


def _first(context: Context, modality: Modality) -> Cell:
    wanted = modality.preconditions
    if not wanted:
        return (Part(untold(context, modality.preconditions_facts or ())),)
    names = [context.catalogue.precondition[each.precondition].name for each in wanted]
    return (Part(said(context, ", ".join(names), (fact for each in wanted for fact in each.facts))),)


def _payer(context: Context, modality: Modality, requester: str) -> Cell:
    told = payer(context, modality, context.catalogue.requester[requester])
    if told.text == context.format.payer_name(None, PriceState.UNKNOWN):
        return (Part(untold(context, told.facts)),)
    return (Part(said(context, told.text, told.facts)),)
