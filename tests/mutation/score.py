"""Counts which mutants are noticed, and by what: a check of `guia check`, or a line of `guia promises --check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.catalogue.root import Catalogue
from generator.decisions.evaluation import Undecided
from generator.diagnostics import Severity
from generator.i18n import words
from generator.linter.runner import run
from generator.promises.changes import changes
from generator.promises.promise import Promise
from generator.promises.reading import made, promises
from generator.promises.terms import terms
from tests.mutation.mutants import KINDS, Mutant, mutants


@dataclass(frozen=True)
class Verdict:
    """What noticed a mutant: the codes of checks, and how many promises change."""

    mutant: Mutant
    checks: tuple[str, ...]
    promises: int

    @property
    def noticed(self) -> bool:
        return bool(self.checks or self.promises)

    def told(self) -> Verdict:
        """Return the verdict without the catalogue that it is about, to be handed from process to process."""
        return replace(self, mutant=replace(self.mutant, catalogue=None))  # type: ignore[arg-type]


class Judge:
    """Shows mutants of one catalogue to all that a writer's commands would show them to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.words = words(catalogue.guide.language)
        self.accepted = promises(catalogue, self.words)
        self.told = {each[:3] for each in self.accepted}

    def __call__(self, mutant: Mutant) -> Verdict:
        found = list(run(mutant.catalogue))
        codes = dict.fromkeys(each.code for each in found if each.severity is not Severity.HINT)
        # Of a catalogue with an error nothing is promised: the command ends with the report of `guia check`.
        broken = any(each.severity is Severity.ERROR for each in found)
        return Verdict(mutant, tuple(codes), 0 if broken else len(self._changes(mutant.catalogue)))

    def notices(self, mutant: Mutant) -> bool:
        """Tell whether anything notices a mutant: the same as a verdict, but the first that does is enough."""
        try:
            if any(each[:3] not in self.told for each in made(mutant.catalogue, self.words)):
                return True
            if self._changes(mutant.catalogue):
                return True
        except (LookupError, Undecided):
            pass  # nothing can be promised of a table with a gap, or of an id that is none: a check tells
        return any(each.severity is not Severity.HINT for each in run(mutant.catalogue))

    def _changes(self, catalogue: Catalogue) -> tuple[object, ...]:
        now: tuple[Promise, ...] = promises(catalogue, self.words)
        return changes(self.accepted, now, terms(self.words))


def verdicts(catalogue: Catalogue, part: int = 0, parts: int = 1) -> Iterator[Verdict]:
    """Judge every mutant of a catalogue, or one part of so many of them."""
    judge = Judge(catalogue)
    for number, mutant in enumerate(mutants(catalogue)):
        if number % parts == part:
            yield judge(mutant)


def verdicts_told(catalogue: Catalogue, parts: int, part: int) -> list[Verdict]:
    """Judge one part for another process."""
    return [each.told() for each in verdicts(catalogue, part, parts)]


def table(judged: Iterable[Verdict]) -> str:
    """Put the score into a table, kind by kind."""
    told = list(judged)
    lines = [f"{'kind':18}{'mutants':>8}{'checks':>8}{'promises':>9}{'alive':>7}{'score':>8}"]
    for kind in (*KINDS, "all"):
        here = [each for each in told if kind in (each.mutant.kind, "all")]
        if here:
            alive = [each for each in here if not each.noticed]
            lines.append(
                f"{kind:18}{len(here):8}"
                f"{sum(bool(each.checks) for each in here):8}"
                f"{sum(bool(each.promises) for each in here):9}"
                f"{len(alive):7}{1 - len(alive) / len(here):8.1%}"
            )
    return "\n".join(lines)
