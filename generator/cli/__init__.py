"""The `guia` command: what it runs, and how it ends; each of its commands has a module of its name."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from typing import NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from generator import __version__
from generator.cli.localisation import VERSION, CommandGroup, Misuse, _, locale
from generator.cli.terminal import OK, UNREADABLE, show
from generator.i18n import FIRST_LANGUAGE, Words, words


@click.group(
    cls=CommandGroup,
    help=_("Checks the catalogue of a relationship guide, and keeps what belongs to it in step."),
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
)
@click.version_option(__version__, prog_name="guia", message="%(prog)s %(version)s", help=_(VERSION))
def guia() -> None:
    pass


def main(arguments: Iterable[str] | None = None) -> NoReturn:
    """Run the command; a slip in the arguments is told in the reader's language, without a traceback."""
    # This process uses no plugins of pydantic, and looking for some takes longer than reading the catalogue.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if arguments is None:
        # Nothing of what one run makes is garbage before it ends; a watch, which runs again, turns this back.
        gc.disable()
    try:
        _run(arguments)
    except SystemExit as end:
        if arguments is None and isinstance(end.code, int):
            # All is told. To take a catalogue apart object by object would be a tenth of the whole run.
            sys.stderr.flush()
            os._exit(end.code)
        raise


def _run(arguments: Iterable[str] | None) -> NoReturn:
    try:
        guia.main(
            args=None if arguments is None else list(arguments), prog_name="guia", standalone_mode=False
        )
    except NoArgsIsHelpError as error:
        show(error.message + "\n", sys.stderr)
        sys.exit(UNREADABLE)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "guia"
        hint = _("`{command} --help` shows what is possible.").format(command=command)
        show(f"{_usage(error, words(locale() or FIRST_LANGUAGE))}\n{hint}\n", sys.stderr)
        sys.exit(UNREADABLE)
    except click.ClickException as error:
        show(error.format_message() + "\n", sys.stderr)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(OK)


def _usage(error: click.UsageError, told: Words) -> str:
    match error:
        case Misuse():
            return error.message
        case click.NoSuchOption():
            return told.gettext("There is no option “{name}”.").format(name=error.option_name)
        case click.NoSuchCommand():
            return told.gettext("There is no command “{name}”.").format(name=error.command_name)
        case click.BadOptionUsage():
            return told.gettext("The option “{name}” is not used like this.").format(name=error.option_name)
        case _:
            return told.gettext("These arguments do not fit: there are more than the command takes.")
