"""What became of the sources, in words: on a terminal, and as Markdown for an issue, which holds no text of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diff.report import escaped
from generator.i18n import N_, Words
from generator.reporters.message import visible
from generator.watched.comparing import ParagraphChange
from generator.watched.looking import Look
from generator.watched.outcome import Came, Why

MOST = 20
"""Paragraphs of one source that are told each; of more, their number is."""

LONGEST = 160
"""Characters of a paragraph that are shown."""

MOST_SIGNS = 60_000
"""Signs of an issue: GitHub takes 65,536, and refuses the whole of a longer one."""

WHY = {
    Why.ADDRESS: N_("its address is none that can be fetched over http or https"),
    Why.ROBOTS: N_("its robots.txt asks that it be not read by programs"),
    Why.REFUSED: N_("the server refuses to show it"),
    Why.STRANGE_REDIRECT: N_("it leads to a place that a guest must not be led to"),
    Why.REDIRECTS: N_("it leads on without end"),
    Why.TYPE: N_("it is no page and no plain text, and what it says cannot be read here"),
    Why.ENCODING: N_("nobody can tell how it is written"),
    Why.SIZE: N_("it is too long"),
    Why.INTRICATE: N_("it is so intricate that it cannot be taken apart"),
    Why.EMPTY: N_("there is no text in it, or a script would have to fetch it"),
    Why.STATUS: N_("the server has a problem"),
    Why.TIME: N_("it takes too long"),
    Why.NETWORK: N_("the server cannot be reached, or breaks off"),
}

ORDER = (Came.CHANGED, Came.GONE, Came.FIRST, Came.UNREADABLE, Came.UNREACHED, Came.REORDERED, Came.UNCHANGED)


@dataclass(frozen=True)
class LookedAt:
    """All that is told of a run, and in whose words."""

    file: str
    words: Words
    looks: Sequence[Look]
    facts: Mapping[str, int]
    """The line of each fact in the file, by its id."""
    checked: Mapping[str, int]
    """The line of `checked` of each source, by the source's id."""
    accept: str
    """The command that accepts what was seen; empty where that has just been done."""

    def gettext(self, message: str, **values: object) -> str:
        return self.words.gettext(message).format(**values)

    def place(self, line: int) -> str:
        return f"{visible(self.file)}:{line}"

    def ordered(self) -> list[Look]:
        """Return the looks, first of all what asks most of a writer."""
        return sorted(self.looks, key=lambda each: ORDER.index(each.came))


def as_text(told: LookedAt) -> str:
    """Tell a run on a terminal, with the words that are new."""
    lines = [counted(told)]
    for each in told.ordered():
        lines += [
            "",
            f"{visible(each.source.code)} · {visible(each.source.title)}",
            f"  {_address(told, each)}",
        ]
        lines.append(f"  {sentence(told, each)}")
        lines += (f"    - {line}" for line in _paragraphs(told, each, with_text=True))
        if each.differs:
            lines.append(f"  {_to_do(told, each)}")
            lines += (f"    {told.place(told.facts[fact.id])} {fact.id}" for fact in each.source.facts)
    return "\n".join((*lines, *_ending(told, str))) + "\n"


def as_markdown(told: LookedAt) -> str:
    """Tell the same as the text of an issue, without a word of what the sources say."""
    lines = [f"**{escaped(counted(told))}**"]
    for each in told.ordered():
        title = f"{visible(each.source.code)} · {visible(each.source.title)}"
        lines += ["", f"### {escaped(title)}", "", f"{escaped(sentence(told, each))}"]
        lines += ["", f"{escaped(_address(told, each))}"]
        shown = [f"- {escaped(line)}" for line in _paragraphs(told, each, with_text=False)]
        lines += ["", *shown] if shown else []
        if each.differs:
            places = [
                f"- {escaped(told.place(told.facts[fact.id]))} {escaped(fact.id)}"
                for fact in each.source.facts
            ]
            summary = f"<summary>{escaped(_to_do(told, each))}</summary>"
            lines += ["", "<details>", summary, "", *places, "", "</details>"]
    ending = [*_ending(told, escaped)]
    return "\n".join((*_fitting(lines, told, sum(map(len, ending))), *ending)) + "\n"


def counted(told: LookedAt) -> str:
    """Say of how many sources what is true."""
    words = told.words
    say: dict[Came, Callable[[int], str]] = {
        Came.CHANGED: lambda n: words.ngettext("{number} changed", "{number} changed", n),
        Came.GONE: lambda n: words.ngettext("{number} is gone", "{number} are gone", n),
        Came.FIRST: lambda n: words.ngettext(
            "{number} read for the first time", "{number} read for the first time", n
        ),
        Came.UNREADABLE: lambda n: words.ngettext("{number} cannot be read", "{number} cannot be read", n),
        Came.UNREACHED: lambda n: words.ngettext(
            "{number} could not be fetched", "{number} could not be fetched", n
        ),
        Came.REORDERED: lambda n: words.ngettext("{number} only reordered", "{number} only reordered", n),
        Came.UNCHANGED: lambda n: words.ngettext("{number} as it was", "{number} as they were", n),
    }
    numbers = Counter(each.came for each in told.looks)
    parts = [say[came](numbers[came]).format(number=numbers[came]) for came in ORDER if numbers[came]]
    if not parts:
        return told.gettext("No source of {file} has an address to look at.", file=visible(told.file))
    return told.gettext("Sources of {file}: {parts}.", file=visible(told.file), parts=", ".join(parts))


def sentence(told: LookedAt, each: Look) -> str:
    """Say what a source was found to be."""
    words = told.words
    match each.came:
        case Came.UNCHANGED:
            return told.gettext("As it was read last.")
        case Came.REORDERED:
            return told.gettext("The same paragraphs in another order.")
        case Came.GONE:
            return told.gettext("It is gone: the server says {status}.", status=each.detail)
        case Came.FIRST:
            number = len(each.paragraphs)
            said = words.ngettext(
                "Read for the first time at this address: {number} paragraph, to which nothing can be compared yet.",
                "Read for the first time at this address: {number} paragraphs, to which nothing can be compared yet.",
                number,
            )
            return said.format(number=number)
        case Came.CHANGED if each.comparison:
            found = each.comparison
            other, new, gone = len(found.changed), len(found.came), len(found.went)
            parts = [
                words.ngettext("{number} paragraph is another", "{number} paragraphs are others", other),
                words.ngettext("{number} is new", "{number} are new", new),
                words.ngettext("{number} is gone", "{number} are gone", gone),
            ]
            counts = zip(parts, (other, new, gone), strict=True)
            said = ", ".join(part.format(number=number) for part, number in counts if number)
            also = told.gettext(" Others stand in another order.") if found.reordered else ""
            return told.gettext("Changed: {what}.", what=said) + also
    why = told.gettext(WHY[each.why or Why.NETWORK])
    detail = f" ({_short(each.detail)})" if each.detail else ""
    if each.known:
        return told.gettext(
            "It cannot be read, as was accepted: {why}{detail}. Look there by hand.", why=why, detail=detail
        )
    return told.gettext("It could not be read: {why}{detail}.", why=why, detail=detail)


def _address(told: LookedAt, each: Look) -> str:
    asked, found = _short(each.url), _short(each.address)
    if asked == found:
        return asked
    return told.gettext("{asked}, found at {found}", asked=asked, found=found)


def _paragraphs(told: LookedAt, each: Look, with_text: bool) -> Iterator[str]:
    if each.comparison is None:
        return
    found = each.comparison.differences
    for one in found[:MOST]:
        text = f": “{_short(each.paragraphs[one.after - 1])}”" if with_text and one.after else ""
        yield f"{_place(told, one)}{text}"
    if len(found) > MOST:
        yield told.gettext("… and {number} more", number=len(found) - MOST)


def _place(told: LookedAt, one: ParagraphChange) -> str:
    if one.after is None:
        return told.gettext("paragraph {before} of what was read last is gone", before=one.before)
    if one.before is None:
        return told.gettext("paragraph {after} is new", after=one.after)
    if one.before == one.after:
        return told.gettext("paragraph {after} is another", after=one.after)
    return told.gettext(
        "paragraph {after} is another; it was number {before}", after=one.after, before=one.before
    )


def _to_do(told: LookedAt, each: Look) -> str:
    return told.gettext(
        "Look again at the facts that name this source, then set `checked` ({place}):",
        place=told.place(told.checked[each.source.id]),
    )


def _ending(told: LookedAt, made: Callable[[str], str]) -> Iterator[str]:
    if told.accept and any(each.keep and not each.quiet for each in told.looks):
        said = told.gettext(
            "Once that is done, accept what was seen: {command}", command=visible(told.accept)
        )
        yield from ("", made(said))


def _short(text: str) -> str:
    shown = visible(text[: LONGEST + 1])
    return f"{shown[:LONGEST].rstrip()}…" if len(text) > LONGEST or len(shown) > LONGEST else shown


def _fitting(lines: list[str], told: LookedAt, reserved: int) -> list[str]:
    """Leave out what an issue has no room for, and say so."""
    room = MOST_SIGNS - reserved
    for at, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            is_open = lines[:at].count("<details>") > lines[:at].count("</details>")
            closed = ["", "</details>"] if is_open else []
            more = told.gettext(
                "There is more than an issue has room for; `guia sources check` tells all of it."
            )
            return [*lines[:at], *closed, "", more]
    return lines
