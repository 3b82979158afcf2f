"""What the guide does not answer, drawn from every gap in the catalogue, with whom to ask instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.modalities import Modality
from generator.i18n import N_
from generator.pages.page import Page, group_pages, page
from generator.source.reader import SourceFile
from generator.views.context import Context, Link, WholeGuide
from generator.views.group_index import GroupPart, group_parts
from generator.views.questions import AskedQuestion, asked, gap_questions


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps in what is told of one modality."""

    modality: Link
    anchor: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """All that the guide leaves open, or where this is too much for a page, the ``parts`` that lead to the gaps."""

    asked: tuple[AskedQuestion, ...]
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
    if context.addresses.is_split("open_questions"):
        return OpenQuestions(
            asked(context, None), (), group_parts(context, context.addresses.open_questions_of)
        )
    return OpenQuestions(asked=asked(context, None), gaps=_all_gaps(context, context.catalogue.modalities))


def of_group(context: Context, group: str) -> GroupGaps:
    """Tell what is missing in what is told of one group's modalities."""
    up = context.page_link("open_questions")
    return GroupGaps(_all_gaps(context, context.catalogue.in_group[group]), up)


def _all_gaps(context: Context, modalities: Iterable[Modality]) -> tuple[Gaps, ...]:
    missing = [
        Gaps(context.modality_link(modality.id), modality.id, tuple(gap_questions(context, modality)))
        for modality in modalities
    ]
    return tuple(each for each in missing if each.questions)
