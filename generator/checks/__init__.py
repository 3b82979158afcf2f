"""Finds the checks and runs them: one fault, one module, and the module's name is the fault's code."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from generator.catalogue.load import load
from generator.catalogue.whole import Catalogue
from generator.diagnostics import Diagnostic, Finding, Place, Severity
from generator.source.places import place_of
from generator.source.reader import Source, read
from generator.source.tree import Tree, parse

FAMILIES = (
    "syntax",
    "shape",
    "references",
    "access",
    "scopes",
    "tables",
    "money",
    "finder",
    "provenance",
    "text",
)
"""The folders of checks, in the order in which they run."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a check module says of its fault; all words are English message ids."""

    code: str
    family: str
    title: str
    message: str
    cure: str
    severity: Severity
    terms: Mapping[str, Mapping[str, str]]
    """For values that are words of ours, such as the kind of an entry: placeholder, word, message id."""
    run: Callable[[Catalogue], Iterator[Finding]] | None
    """None where the reader, the parser or the loader finds the fault on its own way."""
    why: str
    examples: Path


@dataclass(frozen=True, slots=True)
class Examined:
    """A catalogue file and all that was found in it, in the order of its lines."""

    source: Source
    tree: Tree
    catalogue: Catalogue | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)

    @property
    def ok(self) -> bool:
        return not self.errors

    def place(self, diagnostic: Diagnostic) -> Place:
        """Return where in the text a diagnostic stands."""
        return _place(self.tree, diagnostic)


def examine(source: Source) -> Examined:
    """Parse, load and check the text of a catalogue."""
    tree = parse(source)
    loaded = load(tree)
    # What the parser could not take also fails as a value, at the same place: the first fault says more.
    spoken = {each.place for each in tree.diagnostics}
    found = [each for each in loaded.diagnostics if each.place or _place(tree, each) not in spoken]
    if loaded.catalogue is not None:
        found.extend(run(loaded.catalogue))
    found.sort(key=lambda each: (_place(tree, each), each.code))
    return Examined(source, tree, loaded.catalogue, tuple(found))


def examine_file(path: Path, name: str | None = None) -> Examined:
    """Examine a file; raises `source.reader.Unreadable` where it cannot be taken as a text."""
    return examine(read(path, name=name))


def run(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Run all checks over a well-formed catalogue. A check that raises is a bug, and stops the run."""
    for family in FAMILIES:
        found = [
            Diagnostic(each.code, finding, each.severity)
            for each in checks(family)
            for finding in (each.run(catalogue) if each.run else ())
        ]
        errors = [each for each in found if each.severity is Severity.ERROR]
        if family == "references" and errors:
            # All later families follow references, and an id with a slip makes another entry look unused: they
            # would only repeat this fault in other words.
            yield from errors
            return
        yield from found


@cache
def checks(family: str) -> tuple[Check, ...]:
    """Return the checks of one family, by code."""
    return tuple(check(code) for code, home in _homes().items() if home == family)


@cache
def check(code: str) -> Check:
    """Return the check of a code; raises `KeyError` where there is none."""
    family = _homes()[code]
    stem = code.replace("-", "_")
    module = import_module(f"{__name__}.{family}.{stem}")
    return Check(
        code,
        family,
        module.TITLE,
        module.MESSAGE,
        module.CURE,
        getattr(module, "SEVERITY", Severity.ERROR),
        getattr(module, "TERMS", {}),
        getattr(module, "check", None),
        module.__doc__ or "",
        Path(__file__).with_name(family) / f"{stem}.yaml",
    )


def codes() -> tuple[str, ...]:
    """Return the code of every check, family by family."""
    return tuple(_homes())


@cache
def _homes() -> dict[str, str]:
    """Code to family, from the names of the files alone: no check is imported before it is wanted."""
    return {
        module.name.replace("_", "-"): family
        for family in FAMILIES
        for module in pkgutil.iter_modules([str(Path(__file__).with_name(family))])
    }


def _place(tree: Tree, diagnostic: Diagnostic) -> Place:
    return diagnostic.place or place_of(tree, diagnostic.path, diagnostic.finding.on)
