"""The comparison matrix: every modality against everything that a reader compares, a cell for each pair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing import Price, PriceState
from generator.decisions.price import OUTCOME, REQUESTER
from generator.views.context import Context, Link
from generator.views.states import State, access_state, price_state, required, scope_state


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said in a cell: a state, a text, or both; ``who`` limits it to some requesters."""

    state: State | None
    text: Markup | str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the modality that it is about, and what it says."""

    modality: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a stable key, its heading, and a cell for each modality."""

    key: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading."""

    key: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix, or its part for one group of modalities."""

    title: str
    anchor: str
    modalities: tuple[Link, ...]
    groups: tuple[RowGroup, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The page: one table, or one for each group where there are too many modalities for one."""

    tables: tuple[Matrix, ...]
    unknown: Link


ONE_TABLE = 40
"""Up to so many modalities stand in one table; more are split by group, as no screen holds them side by side."""


def view(context: Context) -> Comparison:
    modalities = context.catalogue.modalities
    if len(modalities) <= ONE_TABLE:
        tables = [matrix(context, modalities, context.gettext("All modalities"), "matrix")]
    else:
        tables = [
            matrix(context, tuple(m for m in modalities if m.group == group.id), group.name, group.id)
            for group in context.catalogue.guide.groups
        ]
    return Comparison(
        tuple(table for table in tables if table.modalities),
        Link(
            context.gettext("What this guide does not answer"), context.href(context.addresses.open_questions)
        ),
    )


def matrix(context: Context, modalities: tuple[Modality, ...], title: str, anchor: str) -> Matrix:
    """Build the table of some modalities."""
    catalogue = context.catalogue
    _ = context.gettext

    def row(key: str, name: str, cell: Callable[[Modality], tuple[Entry, ...]]) -> Row:
        return Row(key, name, tuple(Cell(modality.id, cell(modality)) for modality in modalities))

    use = RowGroup(
        "use",
        _("When to use"),
        (
            row("audience", _("Who it is for"), lambda m: (Entry(None, m.audience),)),
            row("recommended", _("Recommended when"), lambda m: _recommended(context, m)),
        ),
    )
    scopes = tuple(
        RowGroup(
            f"scope-{group.id}",
            _("What it covers: {group}", group=group.name),
            tuple(row(f"scope-{scope.id}", scope.name, _scope(context, scope.id)) for scope in group.items),
        )
        for group in catalogue.scopes
    )
    price = RowGroup(
        "price",
        _("What it costs"),
        (
            row(
                "price-word",
                _("Price in a word"),
                lambda m: (Entry(None, catalogue.pricing_rule[m.pricing].name),),
            ),
            *(
                row(f"price-{outcome.id}", outcome.name, _price(context, outcome.id))
                for outcome in catalogue.outcomes
            ),
        ),
    )
    payer = RowGroup(
        "payer",
        _("Who pays"),
        tuple(row(f"payer-{each.id}", each.name, _payer(context, each.id)) for each in catalogue.requesters),
    )
    access = RowGroup(
        "access",
        _("Who may ask"),
        tuple(
            row(f"access-{each.id}", each.name, _access(context, each.id)) for each in catalogue.requesters
        ),
    )
    first = RowGroup(
        "first",
        _("What must come first"),
        tuple(
            row(f"first-{each.id}", each.name, _first(context, each.id)) for each in catalogue.preconditions
        ),
    )
    steps = RowGroup("steps", _("How to ask"), (row("steps", _("Steps"), lambda m: _steps(context, m)),))
    return Matrix(
        title,
        anchor,
        tuple(context.modality_link(modality.id) for modality in modalities),
        tuple(group for group in (use, *scopes, price, payer, access, first, steps) if group.rows),
    )


def _recommended(context: Context, modality: Modality) -> tuple[Entry, ...]:
    if not modality.recommendations:
        return (Entry(State("unknown", context.gettext("Not told"))),)
    return tuple(Entry(None, context.prose(each.text, link_terms=False)) for each in modality.recommendations)


def _steps(context: Context, modality: Modality) -> tuple[Entry, ...]:
    if not modality.steps:
        return (Entry(State("unknown", context.gettext("Not told"))),)
    return tuple(
        Entry(None, context.prose(each.text, link_terms=False), f"{number}. {each.actor}")
        for number, each in enumerate(modality.steps, 1)
    )


def _scope(context: Context, scope: str) -> Callable[[Modality], tuple[Entry, ...]]:
    def cell(modality: Modality) -> tuple[Entry, ...]:
        stand = modality.scopes[scope]
        condition = context.prose(stand.condition, link_terms=False) if stand.condition else ""
        return (Entry(scope_state(context, stand.state), condition),)

    return cell


def _access(context: Context, requester: str) -> Callable[[Modality], tuple[Entry, ...]]:
    def cell(modality: Modality) -> tuple[Entry, ...]:
        return (Entry(access_state(context, context.catalogue.access(modality, requester).state)),)

    return cell


def _first(context: Context, precondition: str) -> Callable[[Modality], tuple[Entry, ...]]:
    def cell(modality: Modality) -> tuple[Entry, ...]:
        wanted = [each for each in modality.preconditions if each.precondition == precondition]
        note = context.prose(wanted[0].note, link_terms=False) if wanted and wanted[0].note else ""
        return (Entry(required(context, bool(wanted)), note),)

    return cell


def _price(context: Context, outcome: str) -> Callable[[Modality], tuple[Entry, ...]]:
    """The states that an outcome comes to; where they differ between requesters, each with whom it is for."""

    def cell(modality: Modality) -> tuple[Entry, ...]:
        found: dict[tuple[PriceState, Price | None], dict[str, None]] = {}
        for case in context.whole.cases(modality):
            if case.case[OUTCOME] == outcome:
                found.setdefault((case.state, case.amount), {})[case.case[REQUESTER]] = None
        everyone = len(found) == 1
        return tuple(
            Entry(
                price_state(context, state),
                context.price(amount) if amount else "",
                "" if everyone else context.requesters_named(who),
            )
            for (state, amount), who in found.items()
        )

    return cell


def _payer(context: Context, requester: str) -> Callable[[Modality], tuple[Entry, ...]]:
    """Who pays when this requester asks; where that depends on the case, only the cases that cost are told."""

    def cell(modality: Modality) -> tuple[Entry, ...]:
        cases = [case for case in context.whole.cases(modality) if case.case[REQUESTER] == requester]
        payers = {case.payer: case for case in cases if case.payer}
        if payers:
            return tuple(
                Entry(
                    State("unknown", context.gettext("Not told")) if party == UNKNOWN else None,
                    "" if party == UNKNOWN else context.payer_name(party, case.state),
                )
                for party, case in payers.items()
            )
        states = {each.state for each in cases}
        if PriceState.UNKNOWN in states:
            return (Entry(price_state(context, PriceState.UNKNOWN)),)
        if states == {PriceState.NOT_OFFERED}:
            return (Entry(price_state(context, PriceState.NOT_OFFERED)),)
        return (Entry(State("none", context.gettext("Nobody"))),)

    return cell
