"""The published guide passes what its writers are told to run."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.guide.where import GUIDE
from tests.node import TOP


def guia(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=GUIDE,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_catalogue_is_without_problems() -> None:
    """No error and no warning; a hint is no problem."""
    told = json.loads(guia("check", "--format", "json").stdout)
    assert [each for each in told["problems"] if each["severity"] != "hint"] == []
    assert told["readable"]


def test_the_editors_schema_is_fresh() -> None:
    """The committed schema is what the catalogue gives today."""
    done = guia("schema", "--check")
    assert done.returncode == 0, done.stderr


def test_what_the_guide_promises_was_accepted() -> None:
    """The committed promises are what the catalogue promises today."""
    done = guia("promises", "--check")
    assert done.returncode == 0, done.stdout
