"""What is wrong and where, as data without words, so that any language and any format can tell it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, NamedTuple

Path = tuple[str | int, ...]
"""The way from the top of the catalogue to an entry: keys and list positions, e.g. ``("scopes", 0, "name")``."""

MOST = 500
"""Problems worth telling of one file: with more, it is damaged as a whole, or no catalogue at all."""

MOST_PLACES = 4
"""Further places of one problem that are worth telling."""


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not, a hint only advises."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Span(NamedTuple):
    """A stretch of the source text; lines and columns count characters from 1, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Finding(NamedTuple):
    """What a check found: the path it concerns and the values that fill its message.

    ``target`` tells whether the key at the path is meant, or its value; ``excerpt``, which words of that text are, if
    not all.
    """

    path: Path
    values: Mapping[str, str] = MappingProxyType({})
    target: Literal["key", "value"] = "value"
    related: tuple[Path, ...] = ()
    facts: tuple[str, ...] = ()
    excerpt: str = ""


class Diagnostic(NamedTuple):
    """A finding under its code, ready to be put into words.

    ``place`` is set where the text itself is at fault and no path leads there (a syntax error);
    everywhere else the reporter finds the place of ``finding.path``.
    """

    code: str
    finding: Finding
    severity: Severity = Severity.ERROR
    place: Span | None = None

    @property
    def path(self) -> Path:
        return self.finding.path
