"""Catalogues with faults, for the tests of every format."""

from generator.i18n import words
from generator.linter.examples import smallest
from generator.linter.runner import Examined, examine
from generator.reporters.message import Report, report_of, report_of_unreadable
from generator.source.reader import SourceFile, Unreadable, decode

STRANGE = "a,b:100%/ç d.yaml"
"""The name of a file that every format must take care of (B43)."""


def line(text: str) -> int:
    """The line of the smallest catalogue on which a text stands."""
    assert smallest().count(text) == 1, text
    return smallest()[: smallest().index(text)].count("\n") + 1


def examined(*changes: tuple[str, str], name: str = "modalities.yaml") -> Examined:
    text = smallest()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return examine(SourceFile(name, text))


def examined_or_not(data: bytes) -> Examined | Unreadable:
    """Examine bytes once for reports in all languages; or give what keeps them from being read."""
    try:
        return examine(decode(data, "some.yaml"))
    except Unreadable as fault:
        return fault


def report(*changes: tuple[str, str], name: str = "modalities.yaml", language: str = "en") -> Report:
    return report_of(examined(*changes, name=name), words(language))


def of_text(text: str, name: str = "modalities.yaml") -> Report:
    return report_of(examine(SourceFile(name, text)), words("en"))


def many(number: int) -> Report:
    """As many errors as are wanted: keys that nobody knows."""
    return of_text(
        "\n".join((smallest().rstrip("\n"), *(f"unknown_{index}: x" for index in range(number)), ""))
    )


def missing(name: str = "none.yaml") -> Report:
    fault = Unreadable(name, "unreadable-file", {"why": "No such file or directory"})
    return report_of_unreadable(fault, words("en"))


def not_text() -> Report:
    try:
        decode(b"guide:\n  title: Caf\xe9\n", "modalities.yaml")
    except Unreadable as fault:
        return report_of_unreadable(fault, words("en"))
    raise AssertionError
