"""What of `mkdocs.yml` the guide cannot be built with, or not as its reader expects; it is read and not run."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.diagnostics import Diagnostic, Finding, Span
from generator.language.suggestion import suggestion
from generator.linter.runner import check
from generator.publish.written.option_nodes import composed, members, options
from generator.source.reader import SourceFile, Unreadable, read
from generator.theme import material

NAME = "mkdocs.yml"

# What is no YAML makes no nodes, and is some guide's settings all the same.
_GUIDE = re.compile(r"^ *-? *guide\b|\[.*\bguide\b.*\]", re.MULTILINE)
_CATALOGUE = re.compile(r"^ *catalogue: *(\S+)", re.MULTILINE)
_FOLDER = {key: re.compile(rf"^ *{key}: *(\S+)", re.MULTILINE) for key in ("docs_dir", "custom_dir")}
_TRUSTS = re.compile(r"^[^#\n]*\btrusted_pages: *true\b", re.MULTILINE)

_USUAL = "modalities.yaml"
_PAGES = ("content", "docs")
"""Where pages lie by custom: of this guide, and of MkDocs."""


def source_of(path: Path, name: str) -> SourceFile:
    """Return the text of the settings; empty where they are no text, which is MkDocs' to tell."""
    try:
        return read(path, name=name)
    except Unreadable:
        return SourceFile(name, "")


def found(source: SourceFile) -> Iterator[Diagnostic]:
    """Give each setting with which no guide can be built; none where the text cannot be read."""
    if composed(source.text) is None:
        return
    told = _told(source.text)
    if _guide_in(source.text) is None and "INHERIT" not in told:
        meant = next((each for each, _ in _plugins(source.text) if suggestion(each.value, ["guide"])), None)
        yield _bad(meant or told.get("plugins"), "plugins", "guide", "guide" if meant else "")
    if (at := told.get("use_directory_urls")) is not None and _value(at) is False:
        yield _bad(at, "use_directory_urls", "folders")
    theme = told.get("theme")
    name = theme if isinstance(theme, yaml.ScalarNode) else options(theme).get("name")
    if theme is None or name is None or name.value != material.NAME:
        yield _bad(name or theme, "theme", "theme")


def omitted(source: SourceFile, pages: list[str]) -> Iterator[Diagnostic]:
    """Tell which pages of the guide a menu leaves out that the project has laid out itself."""
    if pages and (at := _told(source.text).get("nav")) is not None:
        shown = ", ".join(pages)
        code = "left-out-of-the-menu"
        yield Diagnostic(code, Finding((), {"pages": shown}), check(code).severity, _span(at))


def lost(source: SourceFile, option: str, known: Collection[str]) -> Iterator[Diagnostic]:
    """Tell what a setting such as the menu names that is not among the files of the site."""
    for at in _texts(_told(source.text).get(option)):
        named = str(at.value)
        try:
            host, path = urlsplit(named)[:2], urlsplit(named).path
        except ValueError:
            host, path = ("", ""), named
        if not any(host) and path and named not in known:
            near = [each for each in known if Path(each).suffix == Path(named).suffix]
            values = {"option": option, "seen": named, "cure": "pages", "suggestion": suggestion(named, near)}
            yield Diagnostic("setting-to-nowhere", Finding((), values), place=_span(at))


def without_catalogue(source: SourceFile, folder: Path) -> Iterator[Diagnostic]:
    """Tell of a catalogue that the settings in a folder name, and that is not there."""
    at = options(_guide_in(source.text)).get("catalogue")
    if isinstance(at, yaml.ScalarNode) and not (folder / at.value).is_file():
        near = suggestion(at.value, [each.name for each in folder.glob("*.y*ml") if each.name != NAME])
        values = {"option": "catalogue", "seen": at.value, "cure": "settings", "suggestion": near}
        yield Diagnostic("setting-to-nowhere", Finding((), values), place=_span(at))


def project_of(catalogue: Path) -> Path | None:
    """Return the settings of the project that a catalogue belongs to; None where it lies alone.

    Settings that make no guide, or name a catalogue that is not there, are taken for those of the one beside them: a
    slip in a name must not pass for silence.
    """
    path = catalogue.parent / NAME
    if not path.is_file():
        return None
    named = _catalogue_in(source_of(path, "").text)
    if named is None:
        return path if catalogue.name == _USUAL else None
    there = path.parent / named
    return path if there.resolve() == catalogue.resolve() or not there.is_file() else None


def pages_folder(path: Path, source: SourceFile) -> str:
    """Return the folder of the pages as the settings at ``path`` tell it, or else the usual one that is there."""
    likely = (_folders_in(source.text)[0], *_PAGES)
    return next((each for each in likely if (path.parent / each).is_dir()), likely[0])


def trusts_pages(source: SourceFile) -> bool:
    """Tell whether settings say that the pages may hold scripts, be they readable or not."""
    return bool(_TRUSTS.search(source.text))


def watched(catalogue: Path) -> tuple[Path, ...]:
    """Return what else can change what a check of a catalogue finds: the settings of its project, and its folders."""
    path = project_of(catalogue)
    if path is None:
        return (catalogue.parent / NAME,)
    return (path, *(path.parent / each for each in _folders_in(source_of(path, "").text)))


@lru_cache(maxsize=1)
def _catalogue_in(text: str) -> str | None:
    """Return which catalogue the text of settings names for the guide; None where they make no guide."""
    if composed(text) is None and (guide := _GUIDE.search(text)):
        named_here = _CATALOGUE.search(text, guide.end())
        return named_here[1] if named_here else _USUAL
    guide_node = _guide_in(text)
    if guide_node is None:
        return None
    named = options(guide_node).get("catalogue")
    return str(named.value) if isinstance(named, yaml.ScalarNode) else _USUAL


def _guide_in(text: str) -> yaml.Node | None:
    """Return the node with the options of the guide's plugin, or that of its name where it has none."""
    return next((options for name, options in _plugins(text) if name.value == "guide"), None)


def _plugins(text: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Give the name of each plugin with its options, or with itself where it has none."""
    return members(_told(text).get("plugins"))


def _told(text: str) -> dict[str, yaml.Node]:
    """Return the options at the top, by their names."""
    return options(composed(text))


@lru_cache(maxsize=1)
def _folders_in(text: str) -> tuple[str, ...]:
    """Return the folders that the text of settings names: that of the pages, and that of the project's templates."""
    told = _told(text)
    if not told:
        found = [_FOLDER[key].search(text) for key in _FOLDER]
        pages, templates = (each[1] if each else "" for each in found)
        return (pages or _PAGES[-1], *([templates] if templates else []))
    named = (told.get("docs_dir"), options(told.get("theme")).get("custom_dir"))
    pages, templates = (str(each.value) if isinstance(each, yaml.ScalarNode) else "" for each in named)
    return (pages or _PAGES[-1], *([templates] if templates else []))


def _texts(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Give the texts of a setting, however deep its lists and maps go; keys are titles."""
    if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":str"):
        yield node
    for each in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from _texts(each[1] if isinstance(each, tuple) else each)


def _value(node: yaml.Node) -> Any:
    try:
        return yaml.SafeLoader("").construct_object(node, deep=True)
    except yaml.YAMLError:
        return None


def _bad(node: yaml.Node | None, option: str, why: str, meant: str = "") -> Diagnostic:
    values = {"option": option, "why": why, "cure": why, "suggestion": meant}
    return Diagnostic("bad-setting", Finding((), values), place=_span(node))


def _span(node: yaml.Node | None) -> Span:
    if node is None:
        return Span(1, 1, 1, 2)
    begin, end = node.start_mark, node.end_mark
    if begin.line != end.line:
        return Span(begin.line + 1, begin.column + 1, begin.line + 1, begin.column + 2)
    return Span(begin.line + 1, begin.column + 1, end.line + 1, end.column + 1)
