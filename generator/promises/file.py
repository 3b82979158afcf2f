"""The file in which a guide keeps its promises: one a line, and nothing in it that can change without a meaning."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.i18n import Words
from generator.promises.promise import Promise
from generator.promises.terms import terms

NAME = "promises.txt"
COMMAND = f"guia promises -o {NAME}"


def text(promises: Iterable[Promise], words: Words) -> str:
    """Return the file's text."""
    told = terms(words)
    lines = [_head(words)]
    for kind, group in groupby(promises, key=lambda each: each.kind):
        lines += ["", f"# {told.headings[kind]}", *(line(each, words) for each in group)]
    return "\n".join(lines) + "\n"


def line(promise: Promise, words: Words) -> str:
    return f"{terms(words).kinds[promise.kind]} {promise.subject}: {promise.told}"


def read(text: str, words: Words) -> tuple[list[Promise], list[str]]:
    """Return the promises of a file's text, and the lines that are none, such as a merge conflict's marks."""
    told = terms(words)
    kinds = {word: kind for kind, word in told.kinds.items()}
    remarks = {"", _head(words), *(f"# {each}" for each in told.headings.values())}
    found: list[Promise] = []
    strange: list[str] = []
    for each in text.splitlines():
        word, _, rest = each.partition(" ")
        subject, colon, said = rest.partition(": ")
        if word in kinds and colon:
            found.append(Promise(kinds[word], subject, said))
        elif each not in remarks:
            strange.append(each)
    return found, strange


def _head(words: Words) -> str:
    head = words.gettext(
        "What this guide promises, one promise a line. Written by `{command}`; do not edit it by hand."
    )
    return f"# {head.format(command=COMMAND)}"
