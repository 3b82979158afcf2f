"""Measures builds of small and large catalogues, each beside plain MkDocs + Material on the same pages, in one run."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[1]
CATALOGUE = "modalities.yaml"

LARGE = 1000
"""From this size on, the limit holds; and one run is enough, as chance hardly shows."""
LIMIT = 0.2
"""The part of plain MkDocs' CPU time that a large guide may take."""
REPEATS = 3

MANY = 3000
MANY_SECONDS = 3
"""Modalities that are still to be checked while a writer waits, and the CPU seconds that it may take."""
LIMIT_OF_CHECK = 3
"""How many times the import of pydantic a check of the catalogue may take."""
CHECKS = 7
"""Runs of a check, at least: it is so short that chance shows."""
_NAMES = (
    "BaseModel",
    "BeforeValidator",
    "ConfigDict",
    "Field",
    "GetJsonSchemaHandler",
    "TypeAdapter",
    "ValidationError",
    "WithJsonSchema",
)
"""What the catalogue's classes and their loader take from pydantic."""


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU and wall seconds, peak memory in bytes."""

    cpu: float
    wall: float
    memory: int


@dataclass(frozen=True)
class Build:
    """What building a site took, and what came of it."""

    cost: Cost
    pages: int
    bytes: int
    largest: tuple[int, str]


class Failed(Exception):
    """A measured command ended with an error."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument(
        "--sizes", default="5,100,1000", help="numbers of modalities, with commas (%(default)s)"
    )
    parser.add_argument(
        "--repeats", type=int, default=REPEATS, help="runs of sizes below 1,000; the median counts"
    )
    parser.add_argument("--many", type=int, default=MANY, help="modalities to check (%(default)s)")
    parser.add_argument(
        "--checks",
        type=int,
        default=CHECKS,
        help="runs of a check; with fewer than %(default)s no limit holds",
    )
    parser.add_argument(
        "--guide",
        type=Path,
        default=ROOT,
        help="the folder of the guide that is grown (the one of this project)",
    )
    parser.add_argument("--keep", type=Path, help="leave the projects and their sites in this folder")
    options = parser.parse_args(arguments)
    sizes = [int(size) for size in options.sizes.split(",")]
    try:
        measured = (options.guide.resolve(), sizes, options.repeats, options.many, options.checks)
        if options.keep:
            return _measure(*measured, options.keep)
        with tempfile.TemporaryDirectory(prefix="guide-benchmark-") as folder:
            return _measure(*measured, Path(folder))
    except Failed as error:
        print(error, file=sys.stderr)
        return 1


def _measure(base: Path, sizes: Sequence[int], repeats: int, many: int, checks: int, folder: Path) -> int:
    heads = f"{'CPU s':>8}{'wall s':>8}{'peak MB':>9}{'pages':>7}{'site MB':>9}"
    print(f"{'modalities':>10}  {'':<28}{heads}  largest page")
    slow = []
    for size in sizes:
        ours, theirs = _compare(base, size, 1 if size >= LARGE else repeats, folder / str(size))
        _print(f"{size:,}", "the guide", ours)
        _print("", "plain MkDocs + Material", theirs)
        ratio = ours.cost.cpu / theirs.cost.cpu
        print(
            f"{'':>10}  {'ratio':<28}{ratio:>8.2f}{ours.cost.wall / theirs.cost.wall:>8.2f}"
            f"{ours.cost.memory / theirs.cost.memory:>9.2f}{'':>7}{ours.bytes / theirs.bytes:>9.2f}\n",
            flush=True,
        )
        if size >= LARGE and ratio > LIMIT:
            slow.append(
                f"{size:,} modalities take {ratio:.2f} of plain MkDocs' CPU time; at most {LIMIT} is wanted"
            )
    slow += _check(base, many, checks, folder) if checks else []
    for line in slow:
        print(line, file=sys.stderr)
    return 1 if slow else 0


def _compare(base: Path, size: int, repeats: int, folder: Path) -> tuple[Build, Build]:
    """Build a guide and its hand-written counterpart, turn by turn, so that what disturbs one disturbs the other."""
    guide, other = folder / "guide", folder / "plain"
    # In a process of its own: a child's peak memory is never told below what its parent held when it started.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as aside:
        aside.submit(_write, base, size, guide, other).result()
    build = [sys.executable, "-m", "mkdocs", "build"]
    ours, theirs = [], []
    for _ in range(repeats):
        ours.append(_run([*build, "--strict"], guide))
        theirs.append(_run(build, other))
    return _built(ours, guide / "site"), _built(theirs, other / "site")


def _write(base: Path, size: int, guide: Path, other: Path) -> None:
    from benchmarks import plain  # noqa: PLC0415 - only here, so that the measuring process stays small
    from generator.source.reader import SourceFile  # noqa: PLC0415

    text = _grow(base, size)
    guide.mkdir(parents=True, exist_ok=True)
    (guide / CATALOGUE).write_text(text, encoding="utf-8")
    shutil.copy(base / "mkdocs.yml", guide)
    for name in ("content", "overrides"):
        shutil.copytree(base / name, guide / name, dirs_exist_ok=True)
    plain.write(other, SourceFile(CATALOGUE, text))


def _run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command as a process of its own; what its children take counts too."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            said = output.read().decode("utf-8", "replace")
            raise Failed(f"{' '.join(command)}\nended with {process.returncode}:\n{said}")
    # Linux counts the peak in kilobytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(each.cpu for each in costs),
        statistics.median(each.wall for each in costs),
        max(each.memory for each in costs),
    )


def _built(costs: Sequence[Cost], site: Path) -> Build:
    files = [(path.stat().st_size, path) for path in site.rglob("*") if path.is_file()]
    made = [(size, path) for size, path in files if path.name == "index.html"]
    size, largest = max(made)
    where = largest.parent.relative_to(site).as_posix()
    return Build(_median(costs), len(made), sum(size for size, _ in files), (size, where))


def _print(size: str, what: str, build: Build) -> None:
    cost = build.cost
    print(
        f"{size:>10}  {what:<28}{cost.cpu:>8.2f}{cost.wall:>8.2f}{cost.memory / 1e6:>9.0f}{build.pages:>7,}"
        f"{build.bytes / 1e6:>9.1f}  {build.largest[0] / 1e6:.2f} MB {build.largest[1]}/"
    )


def _check(base: Path, many: int, repeats: int, folder: Path) -> list[str]:
    """Measure the command that writers wait for most against the least that any such program takes; tell what is slow.

    `import pydantic` by itself loads next to nothing: what the classes of a catalogue need of it comes with the names.
    """
    check = [sys.executable, "-m", "generator", "check"]
    large = folder / f"{many}.yaml"
    large.write_text(_grown(base, many), encoding="utf-8")
    rows = {
        f"guia check, {many:,} modalities": [*check, str(large)],
        "guia check": check,
        "importing pydantic": [sys.executable, "-c", f"from pydantic import {', '.join(_NAMES)}"],
    }
    costs = {name: _median([_run(command, base) for _ in range(repeats)]) for name, command in rows.items()}
    for name, cost in costs.items():
        print(f"{'':>10}  {name:<28}{cost.cpu:>8.2f}{cost.wall:>8.2f}{cost.memory / 1e6:>9.0f}")
    most, ours, least = costs.values()
    ratio = ours.cpu / least.cpu
    print(f"{'':>10}  {'ratio of the last two':<28}{ratio:>8.2f}{ours.wall / least.wall:>8.2f}")
    slow = []
    if repeats >= CHECKS and ratio > LIMIT_OF_CHECK:
        slow.append(f"a check takes {ratio:.2f} of importing pydantic; at most {LIMIT_OF_CHECK} is wanted")
    if repeats >= CHECKS and many >= MANY and most.cpu >= MANY_SECONDS:
        slow.append(f"{many:,} modalities take {most.cpu:.2f} s of CPU; less than {MANY_SECONDS} is wanted")
    return slow


def _grown(base: Path, size: int) -> str:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as aside:
        return aside.submit(_grow, base, size).result()


def _grow(base: Path, size: int) -> str:
    from benchmarks import grow  # noqa: PLC0415 - only here, so that the measuring process stays small

    return grow.grow(base / CATALOGUE, size)


if __name__ == "__main__":
    sys.exit(main())
