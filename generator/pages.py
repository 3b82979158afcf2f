"""Every page of the guide: its address, its title, its view and its template; knows nothing of the site builder."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path as FilePath
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError, UndefinedError
from markupsafe import Markup, escape

from generator.addresses import HOME
from generator.source.reader import Source
from generator.views import (
    costs,
    finder,
    glossary,
    groups,
    handwritten,
    home,
    matrix,
    modality,
    open_questions,
    requester,
    source_text,
    sources,
)
from generator.views.context import Context, Link, Whole
from generator.views.prose import plain
from generator.words import Words

HERE = FilePath(__file__).parent


@dataclass(frozen=True)
class Page:
    """A page: ``address`` from the site's root, ``template`` by its stem, ``view`` what the template is given.

    ``part`` names the place in the navigation: a top-level page is its own part. ``section`` tells where within the
    part: the id of a group, or what tells one page of many apart that the navigation does not list. ``room`` is the
    width that the page wants: that of a text, that of a table beside its table of contents, or the whole screen.
    """

    address: str
    title: str
    description: str
    template: str
    view: Callable[[Context], Any]
    part: str
    section: str = ""
    index: bool = False
    room: Literal["text", "wide", "whole"] = "text"


@dataclass(frozen=True)
class Heading:
    """A heading of a rendered page, for its table of contents and for search."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True)
class Rendered:
    """A page's HTML and the headings in it, and the view that it shows."""

    html: str
    headings: tuple[Heading, ...]
    view: Any = None


@dataclass
class Frame:
    """What a template calls to write headings, so that the table of contents cannot differ from the page."""

    words: Words
    headings: list[Heading] = field(default_factory=list)

    def heading(
        self, level: int, anchor: str, title: str, href: str | None = None, before: Markup | str = ""
    ) -> Markup:
        """Write a heading with a link to itself; ``before`` stands before its text, such as a sign."""
        self.headings.append(Heading(level, anchor, title))
        text, here = escape(title), escape(anchor)
        label = escape(self.words.gettext("Link to “{title}”").format(title=title))
        inside = f'<a href="{escape(href)}">{text}</a>' if href else text
        permalink = f'<a class="permalink" href="#{here}" aria-label="{label}">#</a>'
        sign = f"{escape(before)} " if before else ""
        return Markup(
            f'<h{level} id="{here}">{sign}{inside} {permalink}</h{level}>'
        )  # every part was escaped


def environment(words: Words) -> Environment:
    """Make the Jinja environment of a guide: autoescaped, strict, in one language."""
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # every build makes its own environment
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    # The same few words stand on every page: each is looked up once.
    made.globals["_"] = cache(lambda message: Markup(words.gettext(message) % {}))
    made.globals["citations"] = {}
    return made


def all_pages(whole: Whole, source: Source) -> Iterator[Page]:
    """Give every page of a guide, in the order of its navigation."""
    catalogue, addresses = whole.catalogue, whole.addresses
    _ = whole.words.gettext
    guide = catalogue.guide
    yield Page(HOME, guide.title, plain(guide.summary), "home", home.view, part="home", room="whole")
    yield Page(
        addresses.modalities,
        _("Modalities"),
        _("All modalities, group by group, each with its price in a word."),
        "groups",
        groups.all_groups,
        part="modalities",
        index=True,
    )
    for group in guide.groups:
        yield Page(
            addresses.group(group.id),
            group.name,
            plain(group.summary),
            "group",
            _bound(groups.one_group, group.id),
            part="modalities",
            section=group.id,
            index=True,
        )
        for each in catalogue.modalities:
            if each.group == group.id:
                yield Page(
                    addresses.modality(each.id),
                    each.name,
                    plain(each.summary),
                    "modality",
                    _bound(modality.view, each),
                    part="modalities",
                    section=group.id,
                )
    yield Page(
        addresses.finder,
        _("Which modality?"),
        _("A few questions that lead you to the modality that fits your case."),
        "finder",
        finder.view,
        part="finder",
        room="wide",
    )
    yield from _branches(whole)
    yield from _comparison(whole)
    yield from _costs(whole)
    yield Page(
        addresses.requesters,
        _("Who asks"),
        _("What each kind of requester may ask for, what it costs, and who is billed."),
        "requesters",
        requester.all_requesters,
        part="requesters",
        index=True,
    )
    for who in catalogue.requesters:
        yield Page(
            addresses.requester(who.id),
            who.name,
            plain(who.description),
            "requester",
            _bound(requester.view, who),
            part="requesters",
        )
    yield Page(
        addresses.open_questions,
        _("Open questions"),
        _("What this guide does not answer, and whom to ask."),
        "open_questions",
        open_questions.view,
        part="more",
    )
    if addresses.open_questions_are_split:
        for group in whole.catalogue.filled_groups:
            yield Page(
                addresses.open_questions_of(group.id),
                _("Open questions: {group}").format(group=group.name),
                _("What this guide does not answer, and whom to ask."),
                "open_questions_group",
                _bound(open_questions.of_group, group.id),
                part="more",
                section=group.id,
            )
    if catalogue.glossary:
        yield Page(
            addresses.glossary,
            _("Glossary"),
            _("The words that the guide uses, explained."),
            "glossary",
            glossary.view,
            part="more",
        )
    yield Page(
        addresses.sources,
        _("Sources"),
        _("Where each fact comes from, and every statement that rests on it."),
        "sources",
        sources.view,
        part="more",
    )
    yield from _source(whole, source)


def _comparison(whole: Whole) -> Iterator[Page]:
    addresses, _ = whole.addresses, whole.words.gettext
    title = _("Compare")
    description = _("All modalities side by side: scope, price, who pays, who may ask, what comes first.")
    if not addresses.comparison_is_split:
        yield Page(
            addresses.comparison, title, description, "matrix", matrix.view, part="comparison", room="whole"
        )
        return
    yield Page(addresses.comparison, title, description, "matrix_parts", matrix.parts, part="comparison")
    for group in whole.catalogue.filled_groups:
        yield Page(
            addresses.comparison_of(group.id),
            _("Compare: {group}").format(group=group.name),
            plain(group.summary),
            "matrix",
            _bound(matrix.of_group, group.id),
            part="comparison",
            section=group.id,
            room="whole",
        )


def _costs(whole: Whole) -> Iterator[Page]:
    addresses, _ = whole.addresses, whole.words.gettext
    yield Page(
        addresses.costs,
        _("Will I pay?"),
        _("What each case costs, who pays, and why, with a short id that you can quote."),
        "costs",
        costs.view,
        part="costs",
        room="wide",
    )
    if addresses.costs_are_split:
        for group in whole.catalogue.filled_groups:
            yield Page(
                addresses.costs_of(group.id),
                _("Costs: {group}").format(group=group.name),
                plain(group.summary),
                "costs_group",
                _bound(costs.of_group, group.id),
                part="costs",
                section=group.id,
                room="wide",
            )


def _branches(whole: Whole) -> Iterator[Page]:
    _ = whole.words.gettext
    for place in finder.places(whole.tree):
        if place.given:
            yield Page(
                place.address(whole.addresses),
                _("Which modality? {answers}").format(answers=finder.answered(whole, place)),
                _("A few questions that lead you to the modality that fits your case."),
                "finder_branch",
                _bound(finder.branch, place),
                part="finder",
                section="-".join(id_ for id_, _answers in place.given),
            )


def _source(whole: Whole, source: Source) -> Iterator[Page]:
    addresses, _ = whole.addresses, whole.words.gettext
    name, text = source.name, source.text
    title, description = _("The catalogue"), _("The file behind this guide, line by line.")
    if not addresses.catalogue_is_split:
        yield Page(
            addresses.catalogue,
            title,
            description,
            "source_text",
            lambda _context: source_text.view(name, text),
            part="hidden",
        )
        return
    yield Page(
        addresses.catalogue,
        title,
        description,
        "source_parts",
        lambda context: source_text.parts(context, name, text),
        part="hidden",
    )
    for first in source_text.starts(addresses.lines_number):
        yield Page(
            addresses.catalogue_of(first),
            source_text.title(whole, first, _("The catalogue, lines {first} to {last}")),
            description,
            "source_text",
            _bound(lambda context, line: source_text.part(context, name, text, line), first),
            part="hidden",
        )


def written(address: str, title: str, description: str) -> Page:
    """Return what a page that was written by hand has in common with the others."""
    return Page(address.removeprefix("./"), title, description, "", lambda _context: None, part="written")


def _bound(view: Callable[[Context, Any], Any], subject: Any) -> Callable[[Context], Any]:
    return lambda context: view(context, subject)


@dataclass(frozen=True)
class NotFound:
    """What the error page offers instead."""

    links: tuple[Link, ...]


def not_found(whole: Whole, base: str) -> Page:
    """Return the error page; ``base`` leads from any address to the site's root, as it may be shown anywhere."""
    _ = whole.words.gettext
    addresses = whole.addresses
    ways = (
        (_("Home"), HOME),
        (_("Modalities"), addresses.modalities),
        (_("Which modality?"), addresses.finder),
        (_("Will I pay?"), addresses.costs),
        (_("Compare"), addresses.comparison),
        (_("Glossary"), addresses.glossary),
    )
    links = tuple(Link(text, base + address) for text, address in ways)
    return Page("404/", _("Page not found"), "", "not_found", lambda _context: NotFound(links), part="hidden")


def render(environment: Environment, whole: Whole, page: Page) -> Rendered:
    """Render a page to the HTML that goes into the theme's content area."""
    context = Context(whole, page.address)
    frame = Frame(whole.words)
    guide = whole.catalogue.guide
    view = page.view(context)
    html = environment.get_template(f"templates/{page.template}.html.jinja").render(
        view=view,
        page=frame,
        title=page.title,
        kind=page.template.replace("_", "-"),
        guide=guide,
        guide_date=context.date(guide.date),
    )
    return Rendered(_tidy(html), tuple(frame.headings), view)


class BadPage(Exception):
    """A hand-written page names what does not exist, or its template is broken; ``line`` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def fill(environment: Environment, text: str, context: Context) -> str:
    """Fill the catalogue's values into a hand-written page; raises `BadPage`."""
    try:
        template = environment.from_string(text)
        return template.render(handwritten.names(context))
    except TemplateSyntaxError as error:
        raise BadPage(str(error), error.lineno) from None
    except handwritten.NotThere as error:
        message = context.gettext("“{name}” is not in the catalogue.", name=error.name)
        raise BadPage(message, _line_of(error)) from None
    except (UndefinedError, LookupError, TypeError) as error:
        raise BadPage(str(error), _line_of(error)) from None


def _line_of(error: Exception) -> int:
    # Jinja rewrites the traceback so that the template's own lines stand in it.
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
    return lines[-1] if lines else 1


_INDENT = re.compile(r"\n[ \t\n]+")
_PRE = re.compile(r"(<pre.*?</pre>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Drop the templates' indentation, outside preformatted text: a quarter of a table's bytes."""
    parts = _PRE.split(html)
    return "".join(
        part if part.startswith("<pre") else _INDENT.sub("\n", part.lstrip(" \t")) for part in parts
    )
