"""What MkDocs says against settings, in the reader's language: which setting, what is wrong; its own words as a quote.

MkDocs speaks English, of options and never of lines: its sentences are told apart by how they begin, and the option is
looked for in the file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugins

from generator.diagnostics import Diagnostic, Finding, Severity, Span
from generator.language.suggestion import suggestion
from generator.publish.written.option_nodes import composed, members
from generator.source.parser import parse
from generator.source.reader import SourceFile


class Refusal(NamedTuple):
    """A sentence of MkDocs, and how much it matters to it: a level of `logging`."""

    text: str
    level: int = logging.ERROR


_ABOUT = re.compile(r"Config value '([^']+)': ")
_FURTHER = re.compile(r"(?:Plugin '([^']+)' option|Sub-option) '([^']+)': ")
_INHERITED = re.compile(r"Inherited config file '")
_LINE = re.compile(r"\bline (\d+), column (\d+)")
_ABOVE = 3
_FRAME = re.compile(r"\n\s+File \".*(?=\n)", re.DOTALL)

_WHYS = (
    ("unknown", r"Unrecognised configuration name"),
    ("required", r"Required configuration not provided"),
    ("deprecated", r".*\bdeprecated\b"),
    ("absent", r"Failed to load extension .*\n(?:.*\n)*ModuleNotFoundError"),
    ("absent", r"Unrecognised theme name|The \".*\" plugin is not installed"),
    ("extension", r"Failed to load extension"),
    ("nowhere", r".*\b(?:isn't an existing|does not exist)\b"),
    ("inside", r".*\bshould not be within\b"),
    ("number", r"Expected type: <class 'int'>|Must be 0 or more"),
    ("flag", r"Expected type: <class 'bool'>"),
    ("kind", r"Expected |Must be |The configuration is invalid|Invalid |Unknown template"),
)
"""Kinds of faults, and how MkDocs speaks of each; the first that fits."""


def found(source: SourceFile, said: Iterable[Refusal]) -> Iterator[Diagnostic]:
    """Give a diagnostic for each sentence that MkDocs says of settings with this text."""
    for each in said:
        if "error parsing the configuration file" in each.text:
            yield _unreadable(source, each.text)
        else:
            yield _refused(source, each)


def _refused(source: SourceFile, said: Refusal) -> Diagnostic:
    names, told = _option(said.text)
    why = next((why for why, words in _WHYS if re.match(words, told)), "refused")
    values = {"option": " › ".join(names) or source.name, "why": why, "cure": why, "told": _short(told)}
    if why == "unknown":
        values["suggestion"] = suggestion(names[-1], _known(names[:-1]))
    severity = Severity.WARNING if said.level < logging.ERROR else Severity.ERROR
    return Diagnostic("refused-settings", Finding((), values), severity, place_of(source, names))


def _known(names: list[str]) -> list[str]:
    """Return which options there are where these names lead: at the top, or in a plugin."""
    match names:
        case []:
            return [key for key, _ in MkDocsConfig._schema]
        case ["plugins", name] if name in (plugins := get_plugins()):
            return [key for key, _ in plugins[name].load().config_class._schema]
    return []


def _unreadable(source: SourceFile, told: str) -> Diagnostic:
    """Tell where the settings are no YAML: as it is told of a catalogue, where the same is wrong with it there."""
    last = list(_LINE.finditer(told))
    line, column = (int(last[-1][1]), int(last[-1][2])) if last else (1, 1)
    line = min(line, len(source.lines) or 1)
    # The slip is where YAML stops, or some lines above; tags are no fault in settings.
    near = [
        each
        for each in parse(source).faults
        if each.place and each.code != "tag" and line - _ABOVE <= each.place.line <= line + 1
    ]
    if near:
        return min(near, key=lambda each: abs(each.place.line - line) if each.place else 0)
    values = {"option": source.name, "why": "syntax", "cure": "syntax", "told": _short(told)}
    return Diagnostic("refused-settings", Finding((), values), place=Span(line, column, line, column + 1))


def _option(told: str) -> tuple[list[str], str]:
    """Return the names that lead to the option that is spoken of, and what is said of it."""
    if _INHERITED.match(told):
        return ["INHERIT"], told
    about = _ABOUT.match(told)
    if about is None:
        return [], told
    names, told = [about[1]], told[about.end() :]
    while further := _FURTHER.match(told):
        names += [each for each in further.groups() if each]
        told = told[further.end() :]
    return names, told


def _short(told: str) -> str:
    """Return a sentence of MkDocs without the traceback that may stand in it, in one line."""
    return " ".join(_FRAME.sub("", told).split())


def place_of(source: SourceFile, names: list[str]) -> Span:
    """Return where an option stands, as far as its names lead in the file; the top where none does."""
    node = composed(source.text)
    place = Span(1, 1, 1, 2)
    for name in names:
        pair = next((pair for pair in members(node) if pair[0].value == name), None)
        if pair is None:
            break
        mark, node = pair[0].start_mark, pair[1]
        place = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + len(name))
    return place
