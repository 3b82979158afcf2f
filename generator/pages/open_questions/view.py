"""What the guide does not answer, drawn from every gap in the catalogue, with whom to ask instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.catalogue.modalities import Modality
from generator.i18n import N_
from generator.pages.page import Page, group_pages, page
from generator.source.reader import SourceFile
from generator.views.agreements import agreement_link
from generator.views.context import CitedText, Context, Link, WholeGuide
from generator.views.group_index import GroupPart, group_parts
from generator.views.questions import AskedQuestion, asked, gap_questions


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps in what is told of one modality: whom to ask of all of them, and the questions."""

    modality: Link
    anchor: str
    asks: tuple[CitedText, ...]
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class AskedOf:
    """Questions that are asked of the same: it is told once whom, and how."""

    asks: tuple[CitedText, ...]
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """All that the guide leaves open, or where this is too much for a page, the ``parts`` that lead to the gaps."""

    asked: tuple[AskedOf, ...]
    gaps: tuple[Gaps, ...]
    parts: tuple[GroupPart, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupGaps:
    """The gaps in what is told of one group's modalities."""

    gaps: tuple[Gaps, ...]
    up: Link


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give the page, and of very many modalities one for each group."""
    whole_page = page(whole, "open_questions", view)
    yield whole_page
    title, told = N_("Open questions: {group}"), whole_page.description
    yield from group_pages(whole, "open_questions", title, of_group, template="group", description=told)


def view(context: Context) -> OpenQuestions:
    written = _by_whom(_written(context))
    if context.addresses.is_split("open_questions"):
        return OpenQuestions(written, (), group_parts(context, context.addresses.open_questions_of))
    return OpenQuestions(written, _all_gaps(context, context.catalogue.modalities))


def _written(context: Context) -> Iterator[AskedQuestion]:
    """Give the questions of the catalogue; what is to be settled before agreeing leads to the list of that."""
    for each, entry in zip(asked(context, None), context.catalogue.open_questions, strict=True):
        yield replace(each, before=agreement_link(context, entry.before) if entry.before else None)


def of_group(context: Context, group: str) -> GroupGaps:
    """Tell what is missing in what is told of one group's modalities."""
    up = context.page_link("open_questions")
    return GroupGaps(_all_gaps(context, context.catalogue.in_group[group]), up)


def _all_gaps(context: Context, modalities: Iterable[Modality]) -> tuple[Gaps, ...]:
    return tuple(
        # Whatever is missing in what is told of a modality, its own contact knows.
        Gaps(context.modality_link(modality.id), modality.id, each.asks, each.questions)
        for modality in modalities
        for each in _by_whom(gap_questions(context, modality))
    )


def _by_whom(questions: Iterable[AskedQuestion]) -> tuple[AskedOf, ...]:
    """Put together what is asked of the same, in the order of the first of each.

    A term is a link where it stands first: by that alone, two tell the same of whom to ask.
    """
    found: dict[tuple[tuple[str, str], ...], list[AskedQuestion]] = {}
    for each in questions:
        said = tuple((ask.html.striptags(), ask.citation.facts) for ask in each.asks)
        found.setdefault(said, []).append(each)
    return tuple(
        AskedOf(alike[0].asks, tuple(replace(each, asks=()) for each in alike)) for alike in found.values()
    )
