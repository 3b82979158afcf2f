"""What several commands are asked in the same words: for which catalogue, in which form, and to which file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.localisation import Misuse, _
from generator.cli.terminal import FILE

Asked = Callable[..., NoReturn]

CATALOGUE = click.argument("file", type=click.Path(path_type=Path), default=FILE, metavar=_("[FILE]"))

JSON = click.option("--json", "as_json", is_flag=True, help=_("As data for a program."))


def one_of(
    option: str, name: str, choices: Sequence[str], *, metavar: str, help: str, default: str | None = None
) -> Callable[[Asked], Asked]:
    """Return an option that takes one of some words; another one is told in the reader's language."""

    def chosen(ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in choices:
            told = _("There is no “{value}” for {option}. What there is: {choices}.")
            raise Misuse(told.format(value=value, option=option, choices=", ".join(choices)), ctx)
        return value

    return click.option(option, name, default=default, callback=chosen, metavar=metavar, help=help)


def committed(check: str, output: str) -> Callable[[Asked], Asked]:
    """Return the options of a file that is committed: ``--check`` and ``--output``, each with its help."""

    def ask(command: Asked) -> Asked:
        command = click.option(
            "-o", "--output", type=click.Path(path_type=Path), metavar=_("FILE"), help=output
        )(command)
        return click.option("--check", "compare", is_flag=True, help=check)(command)

    return ask
