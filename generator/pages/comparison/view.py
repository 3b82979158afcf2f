"""The comparison matrix: every modality against everything that a reader compares, a cell for each pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.analysis.decided_cases import decided_cases
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import Price, PriceState
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.i18n import N_
from generator.pages.page import Page, group_pages, page
from generator.pricing.table import PricedCase
from generator.routes import ONE_TABLE
from generator.source.reader import SourceFile
from generator.views.context import Citation, Context, Link, WholeGuide
from generator.views.parts import GroupPart, group_parts
from generator.views.payers import payer, payer_facts
from generator.views.pricing import least
from generator.views.states import State, access_state, price_state, required, said, scope_state, untold


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One thing said in a cell by its facts: a state, a text, or both; ``who`` names whom it is about.

    Where it holds for some requesters only, ``requesters`` are their ids, so that a script can tell. Where it can be
    one of several, ``others`` are the other states with their texts, and ``depends`` names what decides between them.
    """

    citation: Citation
    state: State | None = None
    text: Markup | str = ""
    who: str = ""
    requesters: tuple[str, ...] = ()
    others: tuple[tuple[State, str], ...] = ()
    depends: str = ""

    @property
    def after_state(self) -> str:
        """What ends the state before a sentence, for whoever hears or copies both; an amount goes on in the line."""
        return "." if self.state and isinstance(self.text, Markup) else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the modality that it is about, and what it says."""

    modality: str
    entries: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: a stable key, its heading, a cell for each modality; ``requester`` where it is about that one alone."""

    key: str
    name: str
    cells: tuple[Cell, ...]
    requester: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading."""

    key: str
    name: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the modality, and the link that heads it."""

    id: str
    link: Link


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of modalities side by side."""

    title: str
    anchor: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """The modalities of a group, from which a reader chooses those that stand side by side: id and name of each."""

    key: str
    name: str
    modalities: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A page of tables; more than one only where its modalities are too many for one.

    ``sheet`` leads to the same as a spreadsheet, ``up`` to the other groups where each has a page of its own.
    """

    tables: tuple[Matrix, ...]
    choices: tuple[Choices, ...]
    requesters: tuple[tuple[str, str], ...]
    unknown: Link
    sheet: Link
    sheet_address: str
    up: Link | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The page that leads to the comparisons of all groups."""

    items: tuple[GroupPart, ...]
    unknown: Link


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give the page; of very many modalities, one for each group, and one that leads to these."""
    if not whole.addresses.is_split("comparison"):
        yield page(whole, "comparison", view)
        return
    yield page(whole, "comparison", parts, template="parts", room="text")
    yield from group_pages(whole, "comparison", N_("Compare: {group}"), of_group)


def view(context: Context) -> Comparison:
    """Compare all modalities in one table."""
    modalities = context.catalogue.modalities
    # True as well for the few that a reader has chosen of them.
    title = context.gettext("Modalities side by side")
    return _comparison(context, modalities, (matrix(context, modalities, title, "matrix"),), "")


def of_group(context: Context, group: str) -> Comparison:
    """Compare the modalities of one group; where they are too many for one table, in tables of about one length."""
    members = tuple(each for each in context.catalogue.modalities if each.group == group)
    name = context.catalogue.group[group].name
    count = -(-len(members) // ONE_TABLE)
    length = -(-len(members) // count)
    tables = tuple(
        matrix(
            context,
            members[number * length : (number + 1) * length],
            context.gettext("{group}, {number} of {count}", group=name, number=number + 1, count=count)
            if count > 1
            else name,
            f"matrix-{number + 1}" if number else "matrix",
        )
        for number in range(count)
    )
    return _comparison(context, members, tables, group)


def parts(context: Context) -> Parts:
    """Lead to the comparison of each group."""
    return Parts(group_parts(context, context.addresses.comparison_of), _unknown(context))


def _comparison(
    context: Context, modalities: Sequence[Modality], tables: tuple[Matrix, ...], group: str
) -> Comparison:
    catalogue, addresses = context.catalogue, context.addresses
    sheet = addresses.comparison_sheet(group)
    return Comparison(
        tables=tables,
        choices=tuple(
            Choices(each.id, each.name, members)
            for each in catalogue.guide.groups
            if (members := tuple((m.id, m.name) for m in modalities if m.group == each.id))
        ),
        requesters=tuple((each.id, each.name) for each in catalogue.requesters),
        unknown=_unknown(context),
        sheet=Link(context.gettext("Download as a spreadsheet (CSV)"), context.file(sheet)),
        sheet_address=sheet,
        up=Link(context.gettext("Compare another group"), context.href(addresses.comparison))
        if group
        else None,
    )


def _unknown(context: Context) -> Link:
    return Link(
        context.gettext("What this guide does not answer"), context.href(context.addresses.open_questions)
    )


def matrix(context: Context, modalities: Sequence[Modality], title: str, anchor: str) -> Matrix:
    """Build the table of some modalities."""
    catalogue = context.catalogue
    _ = context.gettext

    def row(
        key: str, name: str, cell: Callable[[Modality], tuple[MatrixCell, ...]], requester: str = ""
    ) -> MatrixRow:
        return MatrixRow(key, name, tuple(Cell(each.id, cell(each)) for each in modalities), requester)

    use = RowGroup(
        "use",
        _("When to use"),
        (
            row("audience", _("Who it is for"), lambda m: (_line(context, m.audience, m.facts_of_audience),)),
            row("recommended", _("Recommended situations"), lambda m: _recommended(context, m)),
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
    service = RowGroup(
        "service",
        _("How it is served"),
        tuple(row(f"aspect-{each.id}", each.name, _aspect(context, each.id)) for each in catalogue.aspects),
    )
    price = RowGroup(
        "price",
        _("What it costs"),
        (
            row(
                "price-word",
                _("Price in a word"),
                lambda m: (_price_word(context, m),),
            ),
            *(
                row(f"price-{outcome.id}", outcome.name, _price(context, outcome.id))
                for outcome in catalogue.outcomes
            ),
            row("least", _("Least quantity"), lambda m: (_stated(least(context, m)),)),
        ),
    )
    payer = RowGroup(
        "payer",
        _("Who pays"),
        tuple(
            row(f"payer-{each.id}", each.name, _payer(context, each.id), each.id)
            for each in catalogue.requesters
        ),
    )
    access = RowGroup(
        "access",
        _("Who may ask"),
        tuple(
            row(f"access-{each.id}", each.name, _access(context, each.id), each.id)
            for each in catalogue.requesters
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
        tuple(Column(each.id, context.modality_link(each.id)) for each in modalities),
        tuple(group for group in (use, service, *scopes, price, payer, access, first, steps) if group.rows),
    )


def _stated(state: State, text: Markup | str = "") -> MatrixCell:
    return MatrixCell(state.citation, state, text)


def _line(context: Context, text: Markup | str, facts: Iterable[str], who: str = "") -> MatrixCell:
    return MatrixCell(context.citation(facts), None, text, who)


def _price_word(context: Context, modality: Modality) -> MatrixCell:
    rule = context.catalogue.pricing_rule[modality.pricing]
    return _line(context, rule.name, rule.facts)


def _recommended(context: Context, modality: Modality) -> tuple[MatrixCell, ...]:
    if not modality.recommendations:
        return (_stated(untold(context)),)
    return tuple(
        _line(context, context.prose(each.text, link_terms=False), each.facts)
        for each in modality.recommendations
    )


def _steps(context: Context, modality: Modality) -> tuple[MatrixCell, ...]:
    if not modality.steps:
        return (_stated(untold(context)),)
    return tuple(
        _line(context, context.prose(each.text, link_terms=False), each.facts, f"{number}. {each.actor}")
        for number, each in enumerate(modality.steps, 1)
    )


def _scope(context: Context, scope: str) -> Callable[[Modality], tuple[MatrixCell, ...]]:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        stand = modality.scopes[scope]
        condition = context.prose(stand.condition, link_terms=False) if stand.condition else ""
        return (_stated(scope_state(context, stand.state, stand.facts), condition),)

    return cell


def _aspect(context: Context, aspect: str) -> Callable[[Modality], tuple[MatrixCell, ...]]:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        told = modality.aspects[aspect]
        if told.text:
            return (_line(context, context.prose(told.text, link_terms=False), told.facts),)
        return (_stated(untold(context, told.facts)),)

    return cell


def _access(context: Context, requester: str) -> Callable[[Modality], tuple[MatrixCell, ...]]:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        stand = context.catalogue.access(modality, requester)
        note = context.prose(stand.note, link_terms=False) if stand.note else ""
        return (_stated(access_state(context, stand.state, stand.facts), note),)

    return cell


def _first(context: Context, precondition: str) -> Callable[[Modality], tuple[MatrixCell, ...]]:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        wanted = [each for each in modality.preconditions if each.precondition == precondition]
        note = context.prose(wanted[0].note, link_terms=False) if wanted and wanted[0].note else ""
        return (_stated(required(context, modality, precondition), note),)

    return cell


def _price(context: Context, outcome: str) -> Callable[[Modality], tuple[MatrixCell, ...]]:
    """What an outcome comes to; where that differs between requesters, each with whom it is for."""

    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        by_requester: dict[str, list[PricedCase]] = {}
        for case in decided_cases(context.catalogue, modality):
            if case.case[OUTCOME] == outcome:
                by_requester.setdefault(case.case[REQUESTER], []).append(case)
        alike: dict[tuple[_Result, ...], list[str]] = {}
        for requester, cases in by_requester.items():
            alike.setdefault(tuple(map(_result, cases)), []).append(requester)
        found = []
        for results, who in alike.items():
            cases = [case for each in who for case in by_requester[each]]
            (state, text), *others = (
                (
                    price_state(context, state, _facts_of((state, amount), cases)),
                    context.format.price(amount) if amount else "",
                )
                for state, amount in dict.fromkeys(results)
            )
            everyone = len(alike) == 1
            named = "" if everyone else context.format.requesters_named(who)
            depends = _depends(context, modality, by_requester[who[0]]) if others else ""
            found.append(
                MatrixCell(
                    state.citation,
                    state,
                    text,
                    named,
                    () if everyone else tuple(who),
                    tuple(others),
                    depends,
                )
            )
        return tuple(found)

    return cell


_Result = tuple[PriceState, Price | None]


def _result(case: PricedCase) -> _Result:
    return case.state, case.amount


def _facts_of(result: _Result, cases: Iterable[PricedCase]) -> list[str]:
    return [fact for case in cases if _result(case) == result for fact in case.price_facts]


def _depends(context: Context, modality: Modality, cases: Sequence[PricedCase]) -> str:
    """Name what decides between the results of cases of one requester and one outcome."""
    catalogue = context.catalogue
    names = []
    for id_ in catalogue.pricing_rule[modality.pricing].depends_on:
        alike: dict[tuple[str, ...], set[_Result]] = {}
        for case in cases:
            rest = tuple(value for key, value in case.case.items() if key != id_)
            alike.setdefault(rest, set()).add(_result(case))
        if any(len(results) > 1 for results in alike.values()):
            names.append(catalogue.dimension[id_].name)
    return ", ".join(names)


def _spared(context: Context) -> dict[PriceState, str]:
    """How it is said that in some cases nobody pays, where in others somebody does."""
    return {
        PriceState.FREE: context.gettext("Nobody, where there is no charge per service"),
        PriceState.WAIVED: context.gettext("Nobody, where the charge is waived"),
    }


def _pays(context: Context, party: str, cases: Sequence[PricedCase]) -> MatrixCell:
    facts = [fact for case in cases for fact in payer_facts(context, case)]
    if party == UNKNOWN:
        return _stated(untold(context, facts))
    return _line(context, context.format.payer_name(party, cases[-1].state), facts)


def _payer(context: Context, requester: str) -> Callable[[Modality], tuple[MatrixCell, ...]]:
    """Who pays when this requester asks: in the cases that cost, and where in others nobody does, that too."""

    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        cases = [
            case for case in decided_cases(context.catalogue, modality) if case.case[REQUESTER] == requester
        ]
        paying: dict[str, list[PricedCase]] = {}
        facts: dict[PriceState, list[str]] = {}
        for case in cases:
            if case.payer:
                paying.setdefault(case.payer, []).append(case)
            facts.setdefault(case.state, []).extend(case.price_facts)
        if paying:
            spared = (
                _line(context, text, facts[state])
                for state, text in _spared(context).items()
                if state in facts
            )
            return (*(_pays(context, party, each) for party, each in paying.items()), *spared)
        if PriceState.UNKNOWN in facts:
            return (_stated(price_state(context, PriceState.UNKNOWN, facts[PriceState.UNKNOWN])),)
        nobody = payer(context, modality, context.catalogue.requester[requester])
        return (_stated(said(context, nobody.text, nobody.facts)),)

    return cell
