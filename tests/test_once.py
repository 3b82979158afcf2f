"""What all workers of a run need is made by one of them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

from tests.once import for_all


def worker(name: str, run: Path) -> tuple[Any, Any]:
    """Stand in for what a worker of a run is given."""
    here = run / name
    here.mkdir()
    return SimpleNamespace(workerinput={}), SimpleNamespace(getbasetemp=lambda: here)


def refused(_folder: Path) -> NoReturn:
    raise ValueError("it cannot be made")


def test_the_second_worker_reads_what_the_first_has_made(tmp_path: Path) -> None:
    """They are given one folder, and only one of them fills it."""
    first = for_all(*worker("one", tmp_path), "it", lambda folder: (folder / "made").touch())
    assert for_all(*worker("two", tmp_path), "it", refused) == first
    assert [path.name for path in first.iterdir()] == ["made"]


def test_what_could_not_be_made_fails_in_each_worker(tmp_path: Path) -> None:
    """In the first with its reason, in the others at once: nobody waits for what never comes."""
    with pytest.raises(ValueError, match="cannot be made"):
        for_all(*worker("one", tmp_path), "it", refused)
    with pytest.raises(AssertionError, match="it could not be made"):
        for_all(*worker("two", tmp_path), "it", refused)


def test_a_run_without_workers_keeps_to_its_own_folder(tmp_path: Path) -> None:
    """The folder above is that of all runs there ever were."""
    _, factory = worker("one", tmp_path)
    made: Any = for_all(SimpleNamespace(), factory, "it", Path.exists)  # type: ignore[arg-type]
    assert made == tmp_path / "one" / "it"
