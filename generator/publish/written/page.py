"""One page that somebody wrote: what its head says, its text with the catalogue's values, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from generator.analysis import content_spelling, content_told
from generator.diagnostics import MOST, Diagnostic, Finding, Span
from generator.language.suggestion import suggestion
from generator.linter.runner import check
from generator.publish import inline_images
from generator.publish.written import active, braces, head, links, slips, template
from generator.source.conflict_marks import WIDTH, conflict
from generator.source.reader import SourceFile
from generator.views.context import Context, WholeGuide
from generator.views.notes import Notes, notes

LONGEST = 200_000
"""Signs of a page, which are some hundred pages of a book: what reads them takes longer than they are long."""

_OPEN, _LINES, _CELLS = 500, 15_000, 50_000
"""Signs that open and are not closed, lines, and cells of a table: of more, Markdown is not done in time."""


class Onward(NamedTuple):
    """A link to a place on another page: the file of that page, the place, and what to say if it is not there."""

    file: str
    place: str
    told: Diagnostic

    def missed(self, ids: Set[str]) -> Diagnostic:
        """Say that the place is not among those of its page, and which was likely meant."""
        near = suggestion(self.place, ids)
        way = self.told.finding.values["seen"].partition("#")[0]
        values = {**self.told.finding.values, "suggestion": f"{way}#{near}" if near else ""}
        return self.told._replace(finding=self.told.finding._replace(values=values))


@dataclass(frozen=True)
class Written:
    """A page as it was written: its file, its address, what its head says, and its text with the catalogue's values."""

    uri: str
    address: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    filled: str = ""
    notes: Notes = field(default_factory=Notes)
    """What its marks and its words of the glossary open."""
    not_carried: Set[str] = frozenset()
    """Where the pictures lead that the guide as one file leaves out, as far as that has been told."""

    ids: Set[str] | None = None
    """The places on it that a link may lead to; None where it cannot be read so far."""
    onward: tuple[Onward, ...] = ()
    """What it links to on other pages."""

    @property
    def description(self) -> str:
        return str(self.meta.get("description", ""))

    @property
    def is_searched(self) -> bool:
        """Tell whether the page wants to be found: as the theme has it, `exclude: true`; `false` means the same."""
        told = self.meta.get("search")
        return told != "false" and not (isinstance(told, dict) and told.get("exclude") == "true")


class Surroundings(NamedTuple):
    """What a page is judged by beside itself."""

    whole: WholeGuide | None
    """None beside a catalogue that has errors: then nothing is judged that depends on what it says."""
    html: Callable[[str], str]
    """Makes HTML of Markdown, as the project has it; links of Markdown are marked in it."""
    places: links.Places
    """What a page may link to."""
    trusted: bool
    """Whether the project has said that its pages may hold scripts."""
    read: Callable[[str], bytes | None] = lambda _uri: None
    """Gives the bytes of a file beside the pages."""


def judged(
    uri: str, address: str, source: SourceFile, around: Surroundings
) -> tuple[Written, list[Diagnostic]]:
    """Return a page as far as it can be read, and all that is wrong in it, in the order of its lines."""
    if len(source.text) > LONGEST:
        return Written(uri, address), [_at("file-too-large", 1, limit=f"{LONGEST // 1000} kB")]
    if (at := conflict(source.text, underlined=True)) is not None:
        # Of two versions in one, nothing can be said but that.
        return Written(uri, address), [_from_to(source, "conflict-marker", at, at + WIDTH)]
    found, meta, start = head.read(source)
    body = source.text[start:]
    before = source.text.count("\n", 0, start)
    if around.whole:
        found += _misspelt(source, start, meta, around.whole)
        found += _told_otherwise(source, start, meta, around.whole)
    context = Context(around.whole, address) if around.whole else None
    try:
        filled = template.fill(body, context) if context else template.outline(body)
    except template.Slip as slip:
        if meant := braces.cause(body):
            values = {"why": meant.why, "suggestion": meant.meant}
            found.append(_from_to(source, "bad-braces", start + meant.start, start + meant.end, **values))
        else:
            values = {"suggestion": slip.near, "why": "other"}
            found.append(_named(source, slip.code, before + slip.line, slip.seen, **values))
        return Written(uri, address, meta), in_order(found)
    for each in islice(slips.found(body), MOST):
        kinds = {"kind": each.kind, "cure": each.kind}
        told = _from_to(source, "unread-markdown", start + each.start, start + each.end, **kinds)
        found.append(told._replace(severity=check("unread-markdown").severity))
    html = None if _is_endless(filled) else _converted(around, filled)
    if html is None:
        found.append(_at("page-without-end", 1))
        return Written(uri, address, meta), in_order(found)
    if not around.trusted:
        seen_first = islice(active.found(html), MOST)
        found += [_where(source, start, "active-content", seen, word) for seen, word in seen_first]
    nowhere: set[str] = set()
    onward: list[Onward] = []
    page = links.Standpoint(uri, address, around.places, links.ids(html))
    for link in links.links(html):
        seen = link.target
        known = around.whole or (links.is_to_a_file(seen) and template.UNKNOWN not in seen)
        if known and not links.leads_somewhere(link, page):
            if len(nowhere) < MOST:
                values = {"suggestion": links.near(link, page), "cure": links.cure(link, page)}
                found.append(_where(source, start, "link-to-nowhere", seen, seen, **values))
            nowhere.add(seen)
        elif known and len(onward) < MOST and (there := links.elsewhere(link, page)):
            onward.append(Onward(*there, _where(source, start, "link-to-nowhere", seen, seen, cure="there")))
    lost = [each for each in _not_carried(html, uri, address, around) if each.name not in nowhere]
    found += _pictures(source, start, lost)
    noted = notes(context) if context else Notes()
    carried = frozenset(each.target for each in lost)
    page_ = Written(uri, address, meta, filled, noted, carried, page.ids, tuple(onward))
    return page_, in_order(found)


def _is_endless(text: str) -> bool:
    """Tell whether Markdown would take longer over a text, or more memory, than a page is worth."""
    lines = text.splitlines()
    return (
        len(text) > LONGEST
        or len(lines) > _LINES
        or any(text.count(opens) - text.count(closes) > _OPEN for opens, closes in ("[]", "()", "<>"))
        or max((line.count("|") for line in lines), default=0) * len(lines) > _CELLS
    )


def _converted(around: Surroundings, text: str) -> str | None:
    try:
        return around.html(text)
    except (RecursionError, MemoryError):
        return None


def in_order(found: list[Diagnostic]) -> list[Diagnostic]:
    """Give what is wrong with a page in the order of its lines."""
    return sorted(found, key=lambda each: (each.place or Span(1, 1, 1, 1), each.code))[:MOST]


def _misspelt(
    source: SourceFile, start: int, meta: Mapping[str, Any], whole: WholeGuide
) -> Iterator[Diagnostic]:
    """Say of each word that is in no dictionary where it stands, and what was likely meant."""
    text = content_spelling.seen(source.text[:start]) + source.text[start:]
    accepted = _accepted(meta)
    severity = check("strange-word").severity
    for each in content_spelling.misspelt(whole.catalogue, text, accepted)[:MOST]:
        place = Span(each.line, each.column, each.line, each.column + len(each.word))
        finding = Finding((), {"seen": each.word, "suggestion": each.near})
        yield Diagnostic("strange-word", finding, severity, place)


def _told_otherwise(
    source: SourceFile, start: int, meta: Mapping[str, Any], whole: WholeGuide
) -> Iterator[Diagnostic]:
    """Say of each figure and word of price where it stands that the catalogue has otherwise, or not at all."""
    severity = check("page-told-otherwise").severity
    doubtful = content_told.told_otherwise(whole.catalogue, source.text[start:], _accepted(meta))
    for each in islice(doubtful, MOST):  # as they stand: behind these, none would be told
        told = _from_to(source, "page-told-otherwise", start + each.start, start + each.end, why=each.kind)
        yield told._replace(severity=severity)


def _accepted(meta: Mapping[str, Any]) -> list[str]:
    listed = meta.get("words") or ()
    return listed if isinstance(listed, list) else [str(listed)] if listed else []


def _not_carried(html: str, uri: str, address: str, around: Surroundings) -> tuple[inline_images.Lost, ...]:
    """Return the pictures that the guide as one file leaves out."""
    if around.whole is None or not around.whole.addresses.single_file or "<img" not in html:
        return ()
    return inline_images.carried(html, address, around.read, around.whole.words, uri=uri)[1]


def _pictures(source: SourceFile, start: int, lost: list[inline_images.Lost]) -> Iterator[Diagnostic]:
    severity = check("picture-not-carried").severity
    for each in lost[:MOST]:
        told = _where(source, start, "picture-not-carried", each.name, each.name, why=each.why)
        yield told._replace(severity=severity)


def _at(code: str, line: int, **values: str) -> Diagnostic:
    return Diagnostic(code, Finding((), values), place=Span(line, 1, line, 2))


def _named(source: SourceFile, code: str, line: int, seen: str, **values: str) -> Diagnostic:
    """Point at a name in its line; without one, at the line from its first brace on."""
    text = source.lines[line - 1] if line <= len(source.lines) else ""
    column = text.find(seen) if seen else text.find("{")
    begin = max(column, 0)
    end = begin + len(seen) if seen and column >= 0 else len(text)
    place = Span(line, begin + 1, line, max(end, begin + 1) + 1)
    return Diagnostic(code, Finding((), {"seen": seen or text[begin:], **values}), place=place)


def _from_to(source: SourceFile, code: str, start: int, end: int, **values: str) -> Diagnostic:
    """Point at a piece of the text, in its first line."""
    seen = source.text[start:end].partition("\n")[0]
    line, column = source.text.count("\n", 0, start) + 1, start - source.text.rfind("\n", 0, start)
    place = Span(line, column, line, column + len(seen))
    return Diagnostic(code, Finding((), {"seen": seen, **values}), place=place)


def _where(source: SourceFile, start: int, code: str, seen: str, word: str, **values: str) -> Diagnostic:
    """Point at the first place where something is written; what the catalogue's values made is told at the top."""
    at = source.text.lower().find(word.lower(), start) if word else -1
    if at < 0:
        return _at(code, source.text.count("\n", 0, start) + 1, seen=seen, **values)
    return _from_to(source, code, at, at + len(word), **{"seen": seen, **values})
