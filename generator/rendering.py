"""Generated pages as HTML: the templates' environment, and the headings that they write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path as FilePath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator import lean_templates
from generator.analysis.page_ids import earlier_ids_of
from generator.compiled_templates import BesideTemplates
from generator.i18n import Words
from generator.lean_templates import LeanEnvironment
from generator.pages import Page
from generator.relative import ON_SITE, Ways
from generator.views.context import Citation, Context, WholeGuide
from generator.views.notes import Notes, notes

HERE = FilePath(__file__).parent


def citer(words: Words) -> Callable[[Citation], Markup]:
    """Return what writes the facts behind a statement where no template does; it is made once it is needed."""

    @cache
    def written() -> Callable[[Citation], str]:
        macros: Any = environment(words).get_template("components/citation/macro.html.jinja").module
        made: Callable[[Citation], str] = macros.written
        return made

    return lambda citation: Markup(written()(citation))


@dataclass(frozen=True)
class Heading:
    """A heading of a rendered page, for its table of contents and for search."""

    level: int
    anchor: str
    title: str

    @property
    def tag(self) -> str:
        """How it begins in the HTML of a page of its own."""
        return _tag(self.level, self.anchor)


@dataclass(frozen=True)
class Rendered:
    """A page's HTML and the headings in it, and the view that it shows."""

    html: str
    headings: tuple[Heading, ...]
    view: Any = None

    @property
    def opening(self) -> str:
        """What stands before the first heading; empty where there is none."""
        return self.html.partition(self.headings[0].tag)[0] if self.headings else ""


@dataclass
class PageWriter:
    """What a template calls for what is not the same on a page of its own and in the guide as one file.

    It writes the headings, too, so that the table of contents cannot differ from the page.
    """

    words: Words
    part: str = ""
    """In one file: what the page's anchors begin with there."""
    earlier: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The ids that the entries with an anchor on this page had before, by those that they have."""
    headings: list[Heading] = field(default_factory=list)

    @property
    def alone(self) -> bool:
        """Whether it is a page of its own: with scripts, ways to the others, and what it says of itself."""
        return not self.part

    def anchor(self, anchor: str) -> str:
        return f"{self.part}.{anchor}" if self.part else anchor

    def level(self, level: int) -> int:
        """Return the level of a heading: in one file each is one deeper."""
        return level + 1 if self.part else level

    def box(self, label: str, has_links: bool = True) -> Markup:
        """Write what makes a box that scrolls a stop of the keyboard, with a name.

        A script takes the stop from those that show all. In one file most do; from a link within, the arrow keys scroll
        a box as well; and of a hundred, none is a landmark.
        """
        stop = Markup(' tabindex="0"') if self.alone or not has_links else ""
        return Markup('{}aria-label="{}"{}').format(
            Markup("" if self.alone else 'role="group" '), label, stop
        )

    def heading(
        self,
        level: int,
        anchor: str,
        title: str,
        href: str | None = None,
        before: Markup | str = "",
        folded: bool = False,
    ) -> Markup:
        """Write a heading; ``before`` stands before its text, such as a sign.

        On a page of its own it has a link to itself; one that is ``folded`` opens what stands below it, and has none.
        """
        heading = Heading(level, anchor, title)
        self.headings.append(heading)
        text, here, level = escape(title), escape(self.anchor(anchor)), self.level(level)
        label = escape(self.words.gettext("Link to “{title}”").format(title=title))
        inside = f'<a href="{escape(href)}">{text}</a>' if href else text
        # Who goes by the keyboard has the same links in the table of contents.
        permalink = f' <a class="permalink" href="#{here}" aria-label="{label}" tabindex="-1">#</a>'
        sign = escape(before) + " " if before else ""
        start = _tag(level, here) + self.former(anchor) + sign
        if folded:
            return Markup(f"{start}{text}</h{level}>")
        itself = permalink if self.alone else ""
        return Markup(f"{start}{inside}{itself}</h{level}>")  # every part was escaped

    def former(self, anchor: str) -> Markup:
        """Write the anchors that an entry had before: a link that people kept still arrives at it, without a script."""
        id_, dot, part = anchor.partition(".")
        return Markup("").join(
            Markup('<span id="{}"></span>').format(self.anchor(f"{old}{dot}{part}"))
            for old in self.earlier.get(id_, ())
        )


def _tag(level: int, anchor: str) -> Markup:
    return Markup(f'<h{level} id="{escape(anchor)}">')


def environment(words: Words) -> Environment:
    """Make the Jinja environment of a guide: autoescaped, strict, in one language."""
    made = LeanEnvironment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # every build makes its own environment
        bytecode_cache=BesideTemplates((__file__, lean_templates.__file__)),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    # The same few words stand on every page: each is looked up once.
    made.globals["_"] = cache(lambda message: Markup(words.gettext(message) % {}))
    made.globals["citations"] = {}
    made.tests["having"] = hasattr
    return made


def render(
    environment: Environment, whole: WholeGuide, page: Page, ways: Ways = ON_SITE, part: str = ""
) -> Rendered:
    """Render a page to the HTML that goes into the theme's content area.

    With other ``ways``, and the name of its ``part``, it is rendered for the guide as one file.
    """
    context = Context(whole, page.address, ways)
    writer = PageWriter(whole.words, part, _earlier(whole, page))
    guide = whole.catalogue.guide
    view = page.view(context)
    html = environment.get_template(f"pages/{page.route.kind}/{page.template}.html.jinja").render(
        view=view,
        page=writer,
        page_notes=partial(notes, context),
        unread=context.unread(),
        title=page.title,
        kind=page.look,
        guide=guide,
        guide_date=context.format.date(guide.date),
    )
    return Rendered(_tidy(html), tuple(writer.headings), view)


def written_notes(environment: Environment, notes: Notes) -> Markup:
    """Write what the marks of a page open that no template of ours lays out."""
    macros: Any = environment.get_template("components/notes/macro.html.jinja").module
    return Markup(macros.notes(notes))


def _earlier(whole: WholeGuide, page: Page) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for kind in (*page.route.ids, *page.route.some_ids):
        for _path, old, entry in earlier_ids_of(whole.catalogue, kind):
            found.setdefault(entry.id, []).append(old)
    return found


_INDENT = re.compile(r"\n[ \t\n]+")
_PRE = re.compile(r"(<pre.*?</pre>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Drop the templates' indentation, outside preformatted text: a quarter of a table's bytes."""
    parts = _PRE.split(html) if "<pre" in html else [html]
    return "".join(
        part if part.startswith("<pre") else _INDENT.sub("\n", part.lstrip(" \t")) for part in parts
    )
