"""Counts which mutants are noticed, and by what: a check of `guia check`, or a promise that is kept no longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.catalogue.whole import Catalogue
from generator.checks import run
from generator.diagnostics import Severity
from tests.mutation.mutants import KINDS, Mutant, mutants
from tests.mutation.promises import breaks_any, broken, stands


@dataclass(frozen=True)
class Verdict:
    """What noticed a mutant: the codes of checks, the facts whose promises broke, and the list of citations."""

    mutant: Mutant
    checks: tuple[str, ...]
    promises: tuple[str, ...]
    citations: bool

    @property
    def noticed(self) -> bool:
        return bool(self.checks or self.promises or self.citations)

    def told(self) -> Verdict:
        """Return the verdict without the catalogue that it is about, to be handed from process to process."""
        return replace(self, mutant=replace(self.mutant, catalogue=None))  # type: ignore[arg-type]


def judge(mutant: Mutant) -> Verdict:
    """Show a mutant to everything that might notice it."""
    codes = dict.fromkeys(each.code for each in run(mutant.catalogue) if each.severity is not Severity.HINT)
    gone = broken(mutant.catalogue)
    facts = tuple(promise.fact for promise in gone if promise.kept is not stands)
    return Verdict(mutant, tuple(codes), facts, any(promise.kept is stands for promise in gone))


def noticed(mutant: Mutant) -> bool:
    """Tell whether anything notices a mutant: the same as `judge`, but the first that does is enough."""
    return breaks_any(mutant.catalogue) or any(
        each.severity is not Severity.HINT for each in run(mutant.catalogue)
    )


def verdicts(catalogue: Catalogue, part: int = 0, parts: int = 1) -> Iterator[Verdict]:
    """Judge every mutant of a catalogue, or one part of so many of them."""
    for number, mutant in enumerate(mutants(catalogue)):
        if number % parts == part:
            yield judge(mutant)


def verdicts_told(catalogue: Catalogue, parts: int, part: int) -> list[Verdict]:
    """Judge one part for another process."""
    return [each.told() for each in verdicts(catalogue, part, parts)]


def table(judged: Iterable[Verdict]) -> str:
    """Put the score into a table, kind by kind."""
    told = list(judged)
    lines = [f"{'kind':18}{'mutants':>8}{'checks':>8}{'promises':>9}{'cited':>7}{'alive':>7}{'score':>8}"]
    for kind in (*KINDS, "all"):
        here = [each for each in told if kind in (each.mutant.kind, "all")]
        if here:
            alive = [each for each in here if not each.noticed]
            lines.append(
                f"{kind:18}{len(here):8}"
                f"{sum(bool(each.checks) for each in here):8}"
                f"{sum(bool(each.promises) for each in here):9}"
                f"{sum(each.citations for each in here):7}"
                f"{len(alive):7}{1 - len(alive) / len(here):8.1%}"
            )
    return "\n".join(lines)
