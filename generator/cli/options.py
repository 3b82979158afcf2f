"""What several commands are asked in the same words: for which catalogue, in which form, and to which file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.localisation import _
from generator.cli.terminal import FILE

Asked = Callable[..., NoReturn]

CATALOGUE = click.argument("file", type=click.Path(path_type=Path), default=FILE, metavar=_("[FILE]"))

JSON = click.option("--json", "as_json", is_flag=True, help=_("As data for a program."))


def committed(check: str, output: str) -> Callable[[Asked], Asked]:
    """Return the options of a file that is committed: ``--check`` and ``--output``, each with its help."""

    def ask(command: Asked) -> Asked:
        command = click.option(
            "-o", "--output", type=click.Path(path_type=Path), metavar=_("FILE"), help=output
        )(command)
        return click.option("--check", "compare", is_flag=True, help=check)(command)

    return ask
