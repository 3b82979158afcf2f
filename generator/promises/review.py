"""Changed promises in words: what was told, what is told now, for whom, and how to accept it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.analysis.page_ids import home_of, shared_addresses
from generator.i18n import Words
from generator.promises.changes import Change, Effect
from generator.promises.promise import Kind
from generator.promises.terms import terms

MOST = 12
"""Promises that are named where many change alike; of more, their number is."""

FEW = 3
"""Parts of a promise that are read at a glance."""


def render(changes: Sequence[Change], strange: Sequence[str], words: Words, file: str, command: str) -> str:
    """Tell changes kind by kind, those alike together; ``strange`` are lines of the file that are no promises."""
    _ = words.gettext
    lines = [_("{file} no longer says what the guide promises. What changes:").format(file=file)]
    for kind, group in groupby(changes, key=lambda each: each.promise.kind):
        lines += ["", terms(words).headings[kind]]
        for alike in _alike(group):
            lines += _told(alike, words)
    if strange:
        lines += ["", _("Lines that are no promises:"), *(f"  {each}" for each in strange[:MOST])]
        lines += _more(len(strange), words)
    lines += _dead(changes, words)
    number = len(changes)
    counted = words.ngettext("{number} promise changes.", "{number} promises change.", number)
    lines += ["", *([counted.format(number=number)] if number else [])]
    lines.append(_("If that is what you mean, run: {command}").format(command=command))
    return "\n".join(lines) + "\n"


def _dead(changes: Sequence[Change], words: Words) -> Iterator[str]:
    """Tell which ids and addresses that people keep lead nowhere any more, and how they would still lead somewhere."""
    _ = words.gettext
    gone = [each.before for each in changes if each.before and not each.after]
    told = [each.after.told for each in changes if each.after and each.after.kind is Kind.FORMERLY]
    led_on = {id_ for text in told for id_ in text.partition(" [")[0].split(", ")}
    lists = frozenset((home_of("term"),)).union(*shared_addresses())
    homes = [each.subject.rpartition(".") for each in gone if each.kind is Kind.SAYS]
    pages = [f"{home}.{id_}" for home, _dot, id_ in homes if home in lists and id_ not in led_on]
    # A question that goes was answered; where another one comes, it may have been given a new id.
    if any(each.after and not each.before and each.after.kind is Kind.OPEN for each in changes):
        asked = (each.subject for each in gone if each.kind is Kind.OPEN and each.subject not in led_on)
        pages += [f"{home_of('open question')}.{id_}" for id_ in asked]
    cases = [each.subject for each in gone if each.kind is Kind.CASE]
    if cases:
        message = _("Whoever has written down one of these cases finds it no more. A code never changes:")
        yield from ("", message, *(f"  {each}" for each in cases[:MOST]), *_more(len(cases), words))
    if pages:
        message = _("Links to these lead nowhere. Write the old id to “earlier_ids” of the entry:")
        yield from ("", message, *(f"  {each}" for each in pages[:MOST]), *_more(len(pages), words))


def _alike(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Gather changes that say the same of several cases, in the order of the first of each."""
    found: dict[tuple[str | None, str | None], list[Change]] = {}
    for each in changes:
        key = each.before and each.before.told, each.after and each.after.told
        found.setdefault(key, []).append(each)
    yield from found.values()


def _told(alike: Sequence[Change], words: Words) -> Iterator[str]:
    _ = words.gettext
    first = alike[0]
    for each in alike[:MOST]:
        about = f" ({each.promise.about})" if each.promise.about else ""
        yield f"  {each.promise.subject}{about}"
    yield from _more(len(alike), words)
    before, after = _told_apart(first)
    if before:
        yield "    " + _("before: {told}").format(told=before)
    yield "    " + (_("now: {told}").format(told=after) if after else _gone(first, words))
    if first.effect in (Effect.WORSE, Effect.BETTER):
        yield "    " + _effect(first, words)


def _gone(change: Change, words: Words) -> str:
    if change.promise.kind is Kind.MISSING:
        return words.gettext("now: it is known")
    return words.gettext("now: it is told no longer")


def _effect(change: Change, words: Words) -> str:
    _ = words.gettext
    worse = change.effect is Effect.WORSE
    if change.is_about_money:
        return _("worse for whoever pays") if worse else _("better for whoever pays")
    return _("worse for whoever asks") if worse else _("better for whoever asks")


def _told_apart(change: Change) -> tuple[str, str]:
    """Return what was told and what is told now; of a long promise only the parts that differ."""
    told = [list(_parts(each.told)) if each else [] for each in (change.before, change.after)]
    if not change.before or not change.after or max(map(len, told)) <= FEW:
        return change.before.told if change.before else "", change.after.told if change.after else ""
    apart = [[part for part in one if part not in other] for one, other in (told, told[::-1])]
    return "; ".join(apart[0]) or "–", "; ".join(apart[1]) or "–"


def _parts(told: str) -> Iterator[str]:
    """Take a promise apart: a text in quotation marks is one part, and so are the facts behind all."""
    said, bracket, facts = told.rpartition(" [")
    if not bracket or "]" not in facts:
        said, facts = told, ""
    begin = depth = 0
    for at, sign in enumerate(said):
        depth += (sign == "“") - (sign == "”")
        if depth == 0 and said.startswith("; ", at):
            yield said[begin:at]
            begin = at + 2
    yield said[begin:]
    if facts:
        yield f"[{facts}"


def _more(number: int, words: Words) -> Iterator[str]:
    if number > MOST:
        yield "  " + words.gettext("… and {number} more").format(number=number - MOST)
