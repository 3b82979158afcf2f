"""A difference as text for a terminal, and as Markdown for a pull request, in which no text of a guide is markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from markupsafe import escape

from generator.diff.comparing import Compared
from generator.diff.edit import EFFECTS, Edit
from generator.diff.sides import Sides
from generator.promises.changes import Effect
from generator.promises.telling import home

MOST = 20
"""Changes of one effect and one modality that are told each; of more, their number is."""

MOST_SIGNS = 60_000
"""Signs of a comment: GitHub takes 65,536, and refuses the whole of a longer one."""

MOST_NAMES = 12
"""Modalities that are named above what holds of several."""

MOST_WORDS = 5
"""The same for those that only change words."""


def as_text(found: Compared, old: str, new: str) -> str:
    """Tell a difference; ``old`` and ``new`` are what the catalogues are called."""
    sides = found.sides
    if not found.edits:
        return sides.gettext("Nothing changes from {old} to {new}.", old=old, new=new) + "\n"
    lines = [sides.gettext("What changes from {old} to {new}:", old=old, new=new), _counted(found)]
    for effect, edits in _by_effect(found):
        lines += ["", f"{headings(sides)[effect]} ({len(edits)})"]
        for name, these in _by_modalities(sides, edits):
            lines.append(f"  {name}")
            lines += (f"    - {each}" for each in _told(sides, effect, these))
    return "\n".join(lines) + "\n"


def as_markdown(found: Compared, old: str, new: str) -> str:
    """Tell the same as the comment of a pull request: what is worse stands open, words are folded away."""
    sides = found.sides
    if not found.edits:
        told = sides.gettext("Nothing changes from {old} to {new}.", old=escaped(old), new=escaped(new))
        return f"**{told}**\n"
    told = sides.gettext("What changes from {old} to {new}:", old=escaped(old), new=escaped(new))
    lines = [f"**{told}**", "", escaped(_counted(found))]
    for effect, edits in _by_effect(found):
        title = f"{escaped(headings(sides)[effect])} ({len(edits)})"
        folded = effect is Effect.WORDING
        lines += ["", *(["<details>", f"<summary>{title}</summary>"] if folded else [f"### {title}"])]
        for name, these in _by_modalities(sides, edits):
            lines += ["", f"**{escaped(name)}**", ""]
            lines += (f"- {escaped(each)}" for each in _told(sides, effect, these))
        lines += ["", "</details>"] if folded else []
    return "\n".join(_fitting(lines, sides)) + "\n"


def _fitting(lines: list[str], sides: Sides) -> list[str]:
    """Leave out what a comment has no room for, and say how much that is."""
    room = MOST_SIGNS
    for at, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            more = sum(each.startswith("- ") for each in lines[at:])
            is_open = "<details>" in lines[:at] and "</details>" not in lines[:at]
            closed = ["", "</details>"] if is_open else []
            return [*lines[:at], *closed, "", sides.gettext("… and {number} more", number=more)]
    return lines


_MARKUP = re.compile(r"[\\`*_{}\[\]#|~$]")

_BEGINNING = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")

_APART = "&#8203;"
"""An empty character, as entity: in it GitHub finds no mention, no reference and no address."""


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it stands: no markup, no table, nobody called, nothing that links."""
    plain = escape(" ".join(text.split()))
    told = _MARKUP.sub(lambda sign: f"\\{sign[0]}", str(plain).replace("&#39;", "'").replace("&#34;", '"'))
    told = _BEGINNING.sub(lambda found: f"{_APART}{found[0]}", told)
    told = re.sub(r"(@|\\#)(?=\w)", rf"\1{_APART}", told)
    return re.sub(r"\b(https?:|ftp:|www\.|GH-)(?=\S)", rf"\1{_APART}", told, flags=re.IGNORECASE)


def headings(sides: Sides) -> dict[Effect, str]:
    """Return what stands above the changes of each effect."""
    return {
        Effect.WORSE: sides.gettext("Worse for whoever asks or pays"),
        Effect.BETTER: sides.gettext("Better for whoever asks or pays"),
        Effect.NEUTRAL: sides.gettext("Neither worse nor better, or nobody can tell"),
        Effect.WORDING: sides.gettext("Other words only"),
    }


def _counted(found: Compared) -> str:
    """Say how many changes there are of each effect, those that there are none of left out."""
    words = found.sides.words
    told: dict[Effect, Callable[[int], str]] = {
        Effect.WORSE: lambda n: words.ngettext(
            "{number} change for the worse", "{number} changes for the worse", n
        ),
        Effect.BETTER: lambda n: words.ngettext("{number} for the better", "{number} for the better", n),
        Effect.NEUTRAL: lambda n: words.ngettext("{number} neutral", "{number} neutral", n),
        Effect.WORDING: lambda n: words.ngettext("{number} of words only", "{number} of words only", n),
    }
    parts = [
        told[effect](number).format(number=number) for effect in EFFECTS if (number := found.number(effect))
    ]
    if not found.number(Effect.WORSE):
        parts.insert(0, found.sides.gettext("No change for the worse"))
    return f"{', '.join(parts)}."


def _by_effect(found: Compared) -> Iterator[tuple[Effect, list[Edit]]]:
    for effect, edits in groupby(found.edits, key=lambda each: each.effect):
        yield effect, list(edits)


def _by_modalities(sides: Sides, edits: Sequence[Edit]) -> Iterator[tuple[str, list[Edit]]]:
    for modalities, these in groupby(edits, key=lambda each: each.modalities):
        yield _heading(sides, modalities), list(these)


def _heading(sides: Sides, modalities: Sequence[str]) -> str:
    if not modalities:
        return sides.gettext("The guide as a whole")
    if len(modalities) > 1 and set(modalities) == sides.new.catalogue.modality.keys():
        return sides.gettext("All modalities")
    names = [sides.called(home("modalities", each)).strip("“”") for each in modalities]
    if len(names) > MOST_NAMES:
        names[MOST_NAMES:] = [sides.gettext("… and {number} more", number=len(names) - MOST_NAMES)]
        return ", ".join(names)
    return sides.listed(names)


def _told(sides: Sides, effect: Effect, edits: Sequence[Edit]) -> Iterator[str]:
    # All that is worse is told: a reviewer must not have to look for it elsewhere.
    most = {Effect.WORSE: len(edits), Effect.WORDING: MOST_WORDS}.get(effect, MOST)
    for each in edits[:most]:
        yield each.text
    if len(edits) > most:
        yield sides.gettext("… and {number} more", number=len(edits) - most)
