"""Runs `guia` in the process of the tests: a new one for each call takes ten times what most calls take.

What only a process of its own shows, `test_cli.py` runs in one: exit codes, pipes, terminals, the letters of an output,
and the help, whose language is that in which the command was started.
"""

from __future__ import annotations

import io
import os
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from generator.cli import main
from tests.catalogues import PORTUGUESE_GUIDE

SPOKEN = ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR")
"""What the machine of whoever runs the tests may say otherwise."""


class Done(NamedTuple):
    """What a run came to, as `subprocess.CompletedProcess` has it."""

    returncode: int
    stdout: bytes
    stderr: bytes


def surroundings(**environment: str) -> dict[str, str]:
    """Return the variables of the environment without what the machine says of languages and colours."""
    return {**{name: value for name, value in os.environ.items() if name not in SPOKEN}, **environment}


def guia(*arguments: str, cwd: Path = PORTUGUESE_GUIDE, **environment: str) -> Done:
    """Run the command in a folder and an environment; whatever it raises fails the test, as a traceback would."""
    out, err = io.BytesIO(), io.BytesIO()
    told, warned = io.TextIOWrapper(out, "utf-8"), io.TextIOWrapper(err, "utf-8")
    with (
        chdir(cwd),
        patch.dict(os.environ, surroundings(**environment), clear=True),
        redirect_stdout(told),
        redirect_stderr(warned),
    ):
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    told.flush()
    warned.flush()
    return Done(code, out.getvalue(), err.getvalue())
