"""The catalogue as the hand-written pages of a guide see it: values by id, and links to generated pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self, get_args

from markupsafe import Markup
from pydantic.fields import FieldInfo

from generator.catalogue.entry import Model
from generator.catalogue.fields import Prose
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact
from generator.routes import ROWS
from generator.views.context import Citation, Context, Link
from generator.wording.inline_markdown import inline

_ById = Callable[[Catalogue], Mapping[str, Any]]

_VALUES: Mapping[str, _ById] = {
    "modality": lambda catalogue: catalogue.modality,
    "requester": lambda catalogue: catalogue.requester,
    "outcome": lambda catalogue: catalogue.outcome,
    "scope": lambda catalogue: catalogue.scope,
    "aspect": lambda catalogue: catalogue.aspect,
    "party": lambda catalogue: catalogue.party,
    "contact": lambda catalogue: catalogue.contact,
    "precondition": lambda catalogue: catalogue.precondition,
    "pricing_rule": lambda catalogue: catalogue.pricing_rule,
    "term": lambda catalogue: catalogue.term,
    "fact": lambda catalogue: catalogue.facts,
}

_NAMED: Mapping[str, _ById] = {**_VALUES, "group": lambda catalogue: catalogue.group}
"""What has an id that a page may name: of a group, there is no more than a link."""

VALUES = tuple(_VALUES)
"""What a page names together with an id as a value, such as ``modality["its-id"]``."""

LINKS: Mapping[str, Callable[[Context, str], Link]] = {
    "modality": lambda context, id_: context.modality_link(id_),
    "requester": lambda context, id_: context.requester_link(id_),
    "term": lambda context, id_: Link(
        context.catalogue.term[id_].term, context.href(context.addresses.glossary, id_)
    ),
    "group": lambda context, id_: Link(
        context.catalogue.group[id_].name, context.href(context.addresses.group(id_))
    ),
    "fact": lambda context, id_: Link(
        context.catalogue.facts[id_].id.upper(), context.href(context.addresses.sources, id_)
    ),
}
"""What a page links to with an id, such as ``link("modality", "its-id")``."""


class NotThere(Exception):
    """A page names what the catalogue does not have. No `LookupError`: Jinja would put its own words in its place."""

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


_SIGN = re.compile(r"<[^>]*>|&#?\w+;|([!-/:-@\[-`{-~])", re.ASCII)


def literal(html: Markup) -> Markup:
    """Write the signs between the tags as entities: the page's own Markdown, which comes after, takes none for its own.

    A value may well hold what `inline` has refused to make a link of; it stays refused.
    """
    return Markup(_SIGN.sub(lambda found: f"&#{ord(found[1])};" if found[1] else found[0], html))


class CitedStatement(Markup):
    """A text that rests on facts, and brings their citation along to where it is shown."""

    citation: Markup

    @classmethod
    def of(cls, text: str, citation: Markup) -> Self:
        made = cls(text)
        made.citation = citation
        return made

    def cited(self) -> Markup:
        """Return the text as a reader sees it, with its facts."""
        return Markup(f"{self} {self.citation}")


Cite = Callable[[Iterable[str]], Markup]
"""Writes the citation of facts."""


class Shown:
    """An entry whose texts come out rendered; only what the entry has can be named."""

    def __init__(self, entry: Any, cite: Cite) -> None:
        self._entry = entry
        self._cite = cite

    def __getitem__(self, name: str) -> Any:
        fields = type(self._entry).model_fields
        if name not in fields:
            raise NotThere(str(name), fields)
        shown = _shown(getattr(self._entry, name), self._cite)
        if isinstance(shown, Markup) and (facts := _facts_behind(self._entry, name, fields[name])):
            return CitedStatement.of(shown, self._cite(facts))
        return shown


_PROSE = get_args(Prose)[1]
"""By its validator a text is known that may state something; of a field, pydantic keeps it apart."""

_LINES_THAT_TELL = ("audience",)
"""Texts of one line that state something, too; all others are names."""


def _facts_behind(entry: Model, name: str, field: FieldInfo) -> tuple[str, ...]:
    """Return the facts on which a text of an entry rests; a name rests on none, and a fact on itself."""
    if (
        _PROSE not in field.metadata
        and Prose not in get_args(field.annotation)
        and name not in _LINES_THAT_TELL
    ):
        return ()
    if isinstance(entry, Fact):
        return (entry.id,) if name == "text" else ()
    return getattr(entry, f"{name}_facts", None) or getattr(entry, "facts", None) or ()


def _shown(value: Any, cite: Cite) -> Any:
    """Show a text rendered, and what holds texts so that they come out rendered, however deep they stand."""
    if type(value) is str:
        return literal(inline(value))
    if isinstance(value, Model):
        return Shown(value, cite)
    if isinstance(value, tuple):
        return tuple(_shown(each, cite) for each in value)
    return Entries(value, cite) if isinstance(value, Mapping) else value


class Entries:
    """Entries by id. No method stands in the way of an id such as `items` or `copy`: look-up is all there is."""

    def __init__(self, entries: Mapping[str, Any], cite: Cite) -> None:
        self._entries = entries
        self._cite = cite

    def __getitem__(self, id_: str) -> Any:
        if id_ not in self._entries:
            raise NotThere(str(id_), self._entries)
        return _shown(self._entries[id_], self._cite)


class Way:
    """Writes a link when it is called: the only thing on a page that can be."""

    def __init__(self, write: Callable[..., Markup]) -> None:
        self._write = write

    def __call__(self, kind: str, id_: str = "") -> Markup:
        return self._write(kind, id_)


def names(context: Context, written: Callable[[Citation], Markup]) -> dict[str, Any]:
    """Give what a hand-written page may name: entries by id, and ``link("modality", "its-id")``.

    ``written`` makes HTML of a citation.
    """

    def cite(facts: Iterable[str]) -> Markup:
        return literal(written(context.citation(facts)))

    def link(kind: str, id_: str) -> Markup:
        pages = [route.kind for route in ROWS if route.linked]
        if kind in pages:
            made = context.page_link(kind)
        elif kind not in LINKS:
            raise NotThere(str(kind), (*LINKS, *pages))
        else:
            try:
                made = LINKS[kind](context, id_)
            except KeyError:
                raise NotThere(str(id_), _NAMED[kind](context.catalogue)) from None
        return literal(Markup('<a href="{}">{}</a>').format(made.href, made.text))

    values = {kind: Entries(of(context.catalogue), cite) for kind, of in _VALUES.items()}
    return {"guide": Shown(context.catalogue.guide, cite), **values, "link": Way(link)}
