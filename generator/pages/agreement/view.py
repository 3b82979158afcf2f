"""What to check before agreeing to something, a page for each agreement: a list to tick off and to copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.agreements import agreements, behind
from generator.pages.page import Page, bound, page
from generator.source.reader import SourceFile
from generator.views.agreements import ListPart, parts, title
from generator.views.context import Citation, CitedText, Context, Link, WholeGuide
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is agreed to, before what, and the list."""

    title: str
    what: CitedText
    modalities: tuple[tuple[Link, Citation], ...]
    parts: tuple[ListPart, ...]
    prevails: CitedText | None
    questions: Link


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give a page for each agreement."""
    for each in agreements(whole.catalogue):
        entry = whole.catalogue.precondition[each]
        yield page(
            whole,
            "agreement",
            bound(view, each),
            address=whole.addresses.at("agreement", each),
            title=title(Context(whole, ""), each),
            description=whole.plainly(plain(entry.description), entry.facts),
        )


def view(context: Context, agreement: str) -> Agreement:
    catalogue = context.catalogue
    entry, modalities = catalogue.precondition[agreement], behind(catalogue, agreement)
    return Agreement(
        title=title(context, agreement),
        what=context.told(entry.description, entry.facts),
        modalities=tuple(
            (context.modality_link(each.id), context.citation(each.wants(agreement) or ()))
            for each in modalities
        ),
        parts=parts(context, agreement),
        prevails=context.told(catalogue.guide.prevails, catalogue.guide.prevails_facts)
        if all(catalogue.prevails(each) for each in modalities)
        else None,
        questions=context.page_link("open_questions"),
    )
