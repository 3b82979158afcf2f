"""The page of a group: its modalities as cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.page import Page, bound, page
from generator.source.reader import SourceFile
from generator.views.cards import Card, cards_of
from generator.views.context import CitedText, Context, Link, WholeGuide
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group."""

    name: str
    summary: CitedText
    cards: tuple[Card, ...]
    finder: Link
    comparison: Link


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give a page for each group."""
    for group in whole.catalogue.guide.groups:
        yield page(
            whole,
            "group",
            bound(view, group.id),
            address=whole.addresses.group(group.id),
            title=group.name,
            description=whole.plainly(plain(group.summary), group.facts or ()),
            section=group.id,
        )


def view(context: Context, id_: str) -> GroupView:
    group = context.catalogue.group[id_]
    return GroupView(
        name=group.name,
        summary=context.told(group.summary, group.facts or ()),
        cards=cards_of(context, id_),
        finder=context.page_link("finder"),
        comparison=context.page_link("comparison", group=id_),
    )
