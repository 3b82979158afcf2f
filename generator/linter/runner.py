"""Finds the rules and runs them: one fault, one file, and the file's name is the fault's code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import chain, islice
from pathlib import Path as FilePath
from typing import NamedTuple

from generator.analysis.traversal import list_of
from generator.catalogue.loader import Loaded, load
from generator.catalogue.references import HOMES
from generator.catalogue.root import Catalogue
from generator.diagnostics import MOST, Diagnostic, Finding, Path, Severity, Span
from generator.linter import another
from generator.linter.doubts import standing
from generator.linter.readings import readings
from generator.linter.recovery import (
    Astray,
    is_declared,
    is_written,
    names_made_up_id,
    repaired,
    without_stand_ins,
)
from generator.linter.rule_file import RuleWords, rule_words, severity
from generator.linter.suppression import suppress
from generator.source.locations import excerpt_of, lines_of, node_of, place_of
from generator.source.nodes import Scalar
from generator.source.parser import Tree, parse
from generator.source.reader import SourceFile, read

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
    "names",
    "text",
    "suppressions",
    "pages",
)
"""The folders of `rules`, in the order in which they run."""

_RULES = FilePath(__file__).parents[1] / "rules"
"""Found by name, file by file: nothing registers a rule, and none is loaded before it is wanted."""

_SHARED = "piece-used-again"

_TWICE = "duplicate-id"

_ALIKE = frozenset({"duplicate-code", "same-name", "neighbour-superfluous"})
"""What else is the same where an entry was copied: its id tells of all of it."""

_REFERENCES = "references"
"""The family whose errors come first: all others follow references."""


class Check(NamedTuple):
    """A rule: what a run needs of it, and, once somebody is told of its fault, its words."""

    code: str
    family: str
    file: FilePath
    """The file of its words and its examples."""
    run: Callable[[Catalogue], Iterator[Finding]] | None
    """None where the reader, the parser or the loader finds the fault on its own way."""
    opening: str
    """Why there is such a rule, where its module says so."""

    @property
    def severity(self) -> Severity:
        return severity(self.file)

    @property
    def words(self) -> RuleWords:
        return rule_words(self.file)

    @property
    def why(self) -> str:
        return self.opening or self.words.why


class Examined(NamedTuple):
    """A catalogue file and all that was found in it, in the order of its lines."""

    source: SourceFile
    tree: Tree
    catalogue: Catalogue | None
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    """Warnings that the writer has answered for, beside the entry."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)

    @property
    def ok(self) -> bool:
        return not self.errors

    @property
    def doubted(self) -> bool:
        """Tell whether there is more to mend than hints: what stops a strict build, and a check."""
        return any(each.severity is not Severity.HINT for each in self.diagnostics)

    def place(self, diagnostic: Diagnostic) -> Span:
        """Return where in the text a diagnostic stands."""
        return _place(self.tree, self.source, diagnostic)

    def related(self, diagnostic: Diagnostic) -> tuple[Span, ...]:
        """Return where else in the text something stands that belongs to a diagnostic."""
        finding = diagnostic.finding
        return tuple(
            excerpt_of(self.source, place_of(self.tree, path), finding.excerpt) for path in finding.related
        )


def examine(source: SourceFile) -> Examined:
    """Parse, load and check the text of a catalogue."""
    tree = parse(source)
    if another.is_another(tree, source):
        found = [Diagnostic("not-a-catalogue", Finding(()), place=Span(1, 1, 1, len(source.lines[0]) + 1))]
        return Examined(source, tree, None, tuple(found))
    loaded = load(tree)
    # What the parser could not take also fails as a value, at the same place: the first fault says more.
    spoken = tuple(each.place for each in tree.faults if each.place)
    # What was to come from other places of the file is not there: nobody can tell what is missing.
    shared = any(each.code == _SHARED for each in tree.diagnostics)
    found = [
        each for each in loaded.diagnostics if each.place or not (shared or _is_spoken(tree, each, spoken))
    ]
    if cut := _cut_off(loaded, tree, source):
        found, shared = cut, True
    rest = None if shared else loaded.catalogue or loaded.mended
    suppressed: tuple[Diagnostic, ...] = ()
    if rest is not None:
        found.extend(_believable(rest, loaded.tainted, tree))
        whole = not loaded.tainted and not any(_is_first(each.code) for each in found)
        kept = suppress(rest, found, _severity, codes(), whole=whole)
        found, suppressed = list(kept.told), kept.suppressed
    return Examined(source, tree, loaded.catalogue, _told(found, tree, source), suppressed)


def _cut_off(loaded: Loaded, tree: Tree, source: SourceFile) -> list[Diagnostic]:
    """Tell in one word of a file that breaks off: without its last line end, and whole parts or the end of an entry."""
    if source.text.endswith("\n"):
        return []
    number = len(source.lines)
    lacking = [each.path for each in loaded.diagnostics if each.code == "missing-key"]
    if not any(len(path) == 1 or lines_of(tree, path[:-1], source)[1] == number for path in lacking):
        return []
    line = source.lines[-1]
    place = Span(number, len(line) - len(line.lstrip()) + 1, number, len(line) + 1)
    kept = [
        each for each in loaded.diagnostics if each.place or each.code not in ("missing-key", "bad-choice")
    ]
    return [*kept, Diagnostic("file-cut-off", Finding(()), place=place)]


def _told(found: list[Diagnostic], tree: Tree, source: SourceFile) -> tuple[Diagnostic, ...]:
    """Put what was found in the order of its lines; where it is too much, errors first, and say that there is more."""
    found.sort(key=lambda each: (_place(tree, source, each), each.code))
    if len(found) <= MOST:
        return tuple(found)
    found.sort(key=lambda each: each.severity is not Severity.ERROR)
    told, rest = found[:MOST], found[MOST:]
    told.sort(key=lambda each: (_place(tree, source, each), each.code))
    worst = Severity.ERROR if any(each.severity is Severity.ERROR for each in rest) else Severity.WARNING
    last = _place(tree, source, told[-1])
    return (*told, Diagnostic("too-many-problems", Finding((), {"limit": str(MOST)}), worst, last))


def examine_file(path: FilePath, name: str | None = None) -> Examined:
    """Examine a file; raises `source.reader.Unreadable` where it cannot be taken as a text."""
    return examine(read(path, name=name))


def run(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Run all checks over a well-formed catalogue. A check that raises is a bug, and stops the run."""
    yield from _believable(catalogue, frozenset(), None)


def _believable(catalogue: Catalogue, tainted: frozenset[Path], tree: Tree | None) -> Iterator[Diagnostic]:
    """Run all checks; where something is not what was written, give only the findings that do not rest on it."""
    first = [each for each in checks(_REFERENCES) if _is_first(each.code)]
    faults = [
        each
        for each in _found(catalogue, first, tainted)
        if tree is None or not tainted or not _is_excused(each, tree, tainted)
    ]
    copied = [each.path[:-1] for each in faults if each.code == _TWICE]
    yield from (each for each in faults if not (_is_of_duplicate(each, faults) or _is_of_copy(each, copied)))
    written: Mapping[Path, Astray] = {}
    if len(faults) > MOST:
        return
    if faults or tainted:
        # Every later check follows references: it would repeat their faults in other words, or go astray.
        mended = repaired(catalogue, faults)
        if mended is None:
            return
        catalogue, tainted, written = mended.catalogue, tainted | mended.tainted, mended.written
    # What stands before the references was found by the parser and the loader on their own way.
    for family in FAMILIES[FAMILIES.index(_REFERENCES) :]:
        later = [each for each in checks(family) if each not in first]
        yield from (
            each for each in _found(catalogue, later, tainted, written) if not _is_of_copy(each, copied)
        )


def _found(
    catalogue: Catalogue,
    running: Iterable[Check],
    tainted: frozenset[Path],
    written: Mapping[Path, Astray] | None = None,
) -> Iterator[Diagnostic]:
    found: dict[Check, Sequence[Finding]] = {
        each: [*islice(each.run(catalogue), MOST + 1)] for each in running if each.run
    }
    if tainted:
        doubted = {
            each.run: left
            for each, findings in found.items()
            if each.run
            and (
                left := [
                    one for one in findings if is_written(one.path, tainted) and not names_made_up_id(one)
                ]
            )
        }
        others = readings(catalogue, tainted, written or {}, chain.from_iterable(doubted.values()))
        if written is not None:
            # All but the first checks follow references.
            others = (made.catalogue for other in others if (made := repaired(other)))
        kept = standing(doubted, others) if doubted else {}
        found = {each: kept.get(each.run, ()) for each in found if each.run}
    for each, findings in found.items():
        yield from (_told_as(each, finding, tainted) for finding in findings)


def _told_as(rule: Check, finding: Finding, tainted: frozenset[Path]) -> Diagnostic:
    return Diagnostic(rule.code, without_stand_ins(finding) if tainted else finding, rule.severity)


def _is_spoken(tree: Tree, fault: Diagnostic, spoken: tuple[Span, ...]) -> bool:
    """Tell whether the parser has told of the text that a value is at fault for, or that begins within it."""
    if not spoken:
        return False
    place, node = place_of(tree, fault.path, fault.finding.target), node_of(tree, fault.path)
    starts = [(place.line, place.column), *([(node.place.line, node.place.column)] if node else [])]
    if any(each[:2] <= start < each[2:] for each in spoken for start in starts):
        return True
    if not isinstance(node, Scalar):
        return False
    begin, end = node.place[:2], node.place[2:]
    if node.empty:
        end = (begin[0] + 1, 0)  # what follows on its line stands where its value should
    return any(begin <= each[:2] < end for each in spoken)


def _is_first(code: str) -> bool:
    """Tell whether a fault is of those that come first, because all later checks follow references."""
    return check(code).family == _REFERENCES and check(code).severity is Severity.ERROR


def _severity(code: str) -> Severity | None:
    return check(code).severity if code in _homes() else None


def _is_excused(fault: Diagnostic, tree: Tree, tainted: frozenset[Path]) -> bool:
    values = fault.finding.values
    return "kind" in values and (
        is_declared(tree, tainted, values["kind"], values["id"])
        or any(
            each.finding.values.get("first_line", "").endswith(f"id: {values['id']}") for each in tree.faults
        )
    )


def _is_of_duplicate(fault: Diagnostic, faults: list[Diagnostic]) -> bool:
    """Tell whether an id leads nowhere because another entry got its id twice: the only one that does so."""
    kind = fault.finding.values.get("kind")
    if kind is None or sum(each.finding.values.get("kind") == kind for each in faults) > 1:
        return False
    return any(each.code == _TWICE and list_of(each.path) == ".".join(HOMES.get(kind, ())) for each in faults)


def _is_of_copy(fault: Diagnostic, copied: list[Path]) -> bool:
    """Tell whether something is the same twice because its whole entry was copied."""
    return fault.code in _ALIKE and any(fault.path[: len(each)] == each for each in copied)


@cache
def checks(family: str) -> tuple[Check, ...]:
    """Return the checks of one family, by code."""
    return tuple(check(code) for code, home in _homes().items() if home == family)


@cache
def check(code: str) -> Check:
    """Return the check of a code; raises `KeyError` where there is none."""
    family = _homes()[code]
    name = code.replace("-", "_")
    file = _RULES / family / f"{name}.yaml"
    if not file.with_suffix(".py").exists():
        return Check(code, family, file, None, "")
    module = import_module(f"generator.rules.{family}.{name}")
    return Check(code, family, file, module.check, module.__doc__ or "")


def codes() -> tuple[str, ...]:
    """Return the code of every check, family by family."""
    return tuple(_homes())


@cache
def _homes() -> dict[str, str]:
    """Code to family, from the names of the files alone: none is opened before it is wanted."""
    return {
        path.stem.replace("_", "-"): family
        for family in FAMILIES
        for path in sorted((_RULES / family).glob("*.yaml"))
    }


def _place(tree: Tree, source: SourceFile, diagnostic: Diagnostic) -> Span:
    finding = diagnostic.finding
    return diagnostic.place or excerpt_of(
        source, place_of(tree, finding.path, finding.target), finding.excerpt
    )
