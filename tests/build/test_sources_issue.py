"""The one issue about the sources, as the workflow keeps it with `gh`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.node import TOP

GH = """#!/bin/sh
case "$*" in *state=all*) printf '%s' "$FOUND" ;; *) printf '%s\\n' "$*" >> "$CALLS" ;; esac
"""
"""Answers what issues there are, and notes down whatever else it is asked to do."""


def run(folder: Path, code: int, found: str) -> list[str]:
    gh = folder / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    calls = folder / "calls"
    calls.touch()
    told = {"FOUND": found, "CALLS": str(calls), "TITLE": "Sources; $(rm x)", "GH_REPO": "some/guide"}
    subprocess.run(
        ["bash", TOP / ".ci" / "sources-issue", str(code), "report.md"],
        cwd=folder,
        env={**os.environ, **told, "PATH": f"{gh.parent}{os.pathsep}{os.environ['PATH']}"},
        check=True,
    )
    return calls.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("code", [1, 3])
def test_something_to_tell(tmp_path: Path, code: int):
    """The first time an issue is opened."""
    opened = "api repos/some/guide/issues -f title=Sources; $(rm x) -F body=@report.md --silent"
    assert run(tmp_path, code, "") == [opened]


@pytest.mark.parametrize("found", ["7 open\n", "7 closed\n", "12 open\n7 closed\n", "7 open\n12 closed\n"])
def test_never_a_second_issue(tmp_path: Path, found: str):
    """Where there is one already it is renewed, and opened again where it was closed."""
    renewed = "api -X PATCH repos/some/guide/issues/7 -f state=open -F body=@report.md --silent"
    assert run(tmp_path, 1, found) == [renewed]


@pytest.mark.parametrize(("found", "state"), [("", None), ("7 open\n", "closed"), ("7 closed\n", None)])
def test_all_is_well(tmp_path: Path, found: str, state: str | None):
    """Where nothing is left to tell, an open issue is closed, and none is touched that is closed already."""
    closed = f"api -X PATCH repos/some/guide/issues/7 -f state={state} -F body=@report.md --silent"
    assert run(tmp_path, 0, found) == ([closed] if state else [])


def test_the_workflow_knows_every_end():
    """The workflow tells an issue of just those ends that `guia sources check` has for what it found."""
    workflow = (TOP / ".github" / "workflows" / "sources.yml").read_text(encoding="utf-8")
    assert "0 | 1 | 3)" in workflow
    assert "--format markdown > build/sources.md" in workflow
