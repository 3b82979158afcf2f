"""The command line, as each command tells of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from docs.tooling.phrases import Phrases
from generator.cli import guia
from generator.cli.localisation import CommandGroup

HERE = Path(__file__).parent


def page(said: Phrases) -> str:
    """Write the page: the command, and below it each of its commands with its options."""
    parts = [f"# {said.commands_title}", said.commands_opening.strip()]
    for command in ("", *names()):
        name = f"guia {command}".strip()
        shown = f"$ {name} --help\n{_help(command, said.language).strip()}"
        parts += [f"## `{name}`", f"```console\n{shown}\n```"]
    return "\n\n".join(parts) + "\n"


def names() -> Iterator[str]:
    """Give each command as it is called, those that a command holds behind it."""
    for name in CommandGroup.NAMES:
        yield name
        found = guia.get_command(click.Context(guia), name)
        if isinstance(found, CommandGroup):
            yield from (f"{name} {each}" for each in found.NAMES)


def _help(command: str, language: str) -> str:
    """Ask a command for its help, in a process of its own: a command learns its language as it is loaded."""
    asked = {"LC_ALL": language, "PYTHONUTF8": "1", "COLUMNS": "100", "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *command.split(), "--help"],
        cwd=HERE,  # no help reads a guide, and there is none here
        env={**os.environ, **asked},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout
