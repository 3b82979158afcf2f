"""What of `mkdocs.yml` the guide cannot be built with, or not as its reader expects; it is read and not run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Finding, Span
from generator.linter.runner import check
from generator.source.reader import SourceFile, Unreadable, read
from generator.theme import material

NAME = "mkdocs.yml"

# What is no YAML makes no nodes, and is some guide's settings all the same.
_GUIDE = re.compile(r"^ *-? *guide\b|\[.*\bguide\b.*\]", re.MULTILINE)
_CATALOGUE = re.compile(r"^ *catalogue: *(\S+)", re.MULTILINE)


def source_of(path: Path, name: str) -> SourceFile:
    """Return the text of the settings; empty where they are no text, which is MkDocs' to tell."""
    try:
        return read(path, name=name)
    except Unreadable:
        return SourceFile(name, "")


def found(source: SourceFile) -> Iterator[Diagnostic]:
    """Give each setting with which no guide can be built; none where the text cannot be read."""
    if _composed(source.text) is None:
        return
    told = dict(_told(source))
    if (at := told.get("use_directory_urls")) is not None and _value(at) is False:
        yield _bad(at, "use_directory_urls", "folders")
    theme = told.get("theme")
    name = theme if isinstance(theme, yaml.ScalarNode) else dict(_members(theme)).get("name")
    if theme is None or name is None or name.value != material.NAME:
        yield _bad(name or theme, "theme", "theme")


def omitted(source: SourceFile, pages: list[str]) -> Iterator[Diagnostic]:
    """Tell which pages of the guide a menu leaves out that the project has laid out itself."""
    if pages and (at := dict(_told(source)).get("nav")) is not None:
        shown = ", ".join(pages)
        code = "left-out-of-the-menu"
        yield Diagnostic(code, Finding((), {"pages": shown}), check(code).severity, _span(at))


def project_of(catalogue: Path) -> Path | None:
    """Return the settings of the project that a catalogue belongs to; None where it lies alone."""
    path = catalogue.parent / NAME
    named = _catalogue_in(source_of(path, "").text) if path.is_file() else None
    return path if named is not None and (path.parent / named).resolve() == catalogue.resolve() else None


def watched(catalogue: Path) -> tuple[Path, ...]:
    """Return what else can change what a check of a catalogue finds: the settings of its project, and its folders."""
    path = project_of(catalogue)
    if path is None:
        return (catalogue.parent / NAME,)
    return (path, *(path.parent / each for each in _folders_in(source_of(path, "").text)))


@lru_cache(maxsize=1)
def _catalogue_in(text: str) -> str | None:
    """Return which catalogue the text of settings names for the guide; None where they make no guide."""
    if _composed(text) is None and (guide := _GUIDE.search(text)):
        named_here = _CATALOGUE.search(text, guide.end())
        return named_here[1] if named_here else "modalities.yaml"
    for key, node in _told(SourceFile("", text)):
        if key == "plugins":
            entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
            for entry in entries:
                if isinstance(entry, yaml.ScalarNode) and entry.value == "guide":
                    return "modalities.yaml"
                for name, options in _members(entry):
                    if name == "guide":
                        named = dict(_members(options)).get("catalogue")
                        return str(named.value) if isinstance(named, yaml.ScalarNode) else "modalities.yaml"
    return None


@lru_cache(maxsize=1)
def _folders_in(text: str) -> tuple[str, ...]:
    """Return the folders that the text of settings names: that of the pages, and that of the project's templates."""
    told = dict(_told(SourceFile("", text)))
    named = (told.get("docs_dir"), dict(_members(told.get("theme"))).get("custom_dir"))
    pages, templates = (str(each.value) if isinstance(each, yaml.ScalarNode) else "" for each in named)
    return (pages or "docs", *([templates] if templates else []))


def _told(source: SourceFile) -> Iterator[tuple[str, yaml.Node]]:
    """Give the keys at the top with their nodes: tags are no more than names here, and nothing is made of them."""
    yield from _members(_composed(source.text))


def _composed(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None  # MkDocs says where


def _members(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)


def _value(node: yaml.Node) -> Any:
    try:
        return yaml.SafeLoader("").construct_object(node, deep=True)
    except yaml.YAMLError:
        return None


def _bad(node: yaml.Node | None, option: str, why: str) -> Diagnostic:
    return Diagnostic(
        "bad-setting", Finding((), {"option": option, "why": why, "cure": why}), place=_span(node)
    )


def _span(node: yaml.Node | None) -> Span:
    if node is None:
        return Span(1, 1, 1, 2)
    begin, end = node.start_mark, node.end_mark
    if begin.line != end.line:
        return Span(begin.line + 1, begin.column + 1, begin.line + 1, begin.column + 2)
    return Span(begin.line + 1, begin.column + 1, end.line + 1, end.column + 1)
