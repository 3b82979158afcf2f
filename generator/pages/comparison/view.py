"""The comparison of modalities side by side: the page, and of very many modalities a page for each group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.silence import tells_nothing
from generator.catalogue.modalities import Modality
from generator.i18n import N_
from generator.pages.comparison.matrix import Matrix, matrix
from generator.pages.page import Page, group_pages, page
from generator.routes import ONE_TABLE
from generator.source.reader import SourceFile
from generator.views.context import Context, Link, WholeGuide
from generator.views.group_index import GroupPart, group_parts


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
    modalities = _told_first(context, context.catalogue.modalities)
    # True as well for the few that a reader has chosen of them.
    title = context.gettext("Modalities side by side")
    return _comparison(context, modalities, (matrix(context, modalities, title, "matrix"),), "")


def of_group(context: Context, group: str) -> Comparison:
    """Compare the modalities of one group; where they are too many for one table, in tables of about one length."""
    members = _told_first(context, (each for each in context.catalogue.modalities if each.group == group))
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


def _told_first(context: Context, modalities: Iterable[Modality]) -> tuple[Modality, ...]:
    """Put those behind of which nothing is told: a narrow screen begins with the first."""
    return tuple(sorted(modalities, key=lambda each: tells_nothing(context.catalogue, each)))


def _unknown(context: Context) -> Link:
    return Link(
        context.gettext("What this guide does not answer"), context.href(context.addresses.open_questions)
    )
