"""`guia new`: a project of one's own, whole or not at all, and never over anything that is there."""

from __future__ import annotations

import shlex
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from generator.cli.localisation import Command, Misuse, _, locale
from generator.cli.terminal import OK, UNREADABLE, show
from generator.i18n import FIRST_LANGUAGE, STARTER, having, spoken


def _chosen(ctx: click.Context, _option: click.Parameter, value: str | None) -> str:
    begun = having(STARTER)
    if value is None:
        return told if (told := locale()) in begun else FIRST_LANGUAGE
    if (wanted := spoken(value)) not in begun:
        told = _("There is no “{value}” for {option}. What there is: {choices}.")
        raise Misuse(told.format(value=value, option="--language", choices=", ".join(begun)), ctx)
    return wanted


@click.command(
    cls=Command,
    help=_("Writes a small, whole project into a new folder: an example to begin with."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar=_("FOLDER"))
@click.option(
    "--language",
    callback=_chosen,
    metavar=_("LANGUAGE"),
    help=_("Language of the new guide, one of {languages}; else that of your system.").format(
        languages=", ".join(having(STARTER))
    ),
)
@click.pass_context
def command(ctx: click.Context, folder: Path | None, language: str) -> NoReturn:
    from generator.starter import files

    if folder is None:
        raise Misuse(_("Say into which folder: `guia new my-guide`, for example."), ctx)
    try:
        if refusal := _refusal(folder):
            show(f"{refusal.format(folder=folder)}\n", sys.stderr)
            sys.exit(UNREADABLE)
        _write(folder.absolute(), files(language))
    except OSError as error:
        told = _("{file} could not be written: {why}.")
        show(told.format(file=folder, why=error.strerror) + "\n", sys.stderr)
        sys.exit(UNREADABLE)
    show(_told(folder), sys.stdout)
    sys.exit(OK)


def _refusal(folder: Path) -> str | None:
    """Say why nothing may be written there; None where it may."""
    if folder.is_dir():
        if not any(folder.iterdir()):
            return None
        return _(
            "The folder “{folder}” is not empty, and nothing was written."
            " How to mend it: name a folder that is empty or not there yet."
        )
    if folder.exists() or folder.is_symlink():
        return _(
            "“{folder}” is a file, and nothing was written."
            " How to mend it: name a folder that is empty or not there yet."
        )
    return None


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write beside the place first, and move what is whole."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # An empty folder stays the one that it is: somebody may stand in it, or something may be mounted there.
        with TemporaryDirectory(prefix=".guia-", dir=folder.parent if missing else folder) as beside:
            project = Path(beside, "project")
            for name, text in files.items():
                path = project / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
            if missing:
                project.rename(folder)
            else:
                _move(project, folder)
    except BaseException:
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise


def _move(project: Path, folder: Path) -> None:
    moved: list[Path] = []
    try:
        for each in sorted(project.iterdir()):
            moved.append(each.rename(folder / each.name))
    except BaseException:
        for each in moved:
            each.rename(project / each.name)
        raise


def _told(folder: Path) -> str:
    """Say what was made, and the commands that come next."""
    there = folder.absolute() == Path.cwd()
    commands = [*([] if there else [f"cd {_quoted(folder)}"]), "guia check", "mkdocs serve"]
    begin = _(
        "The project is there. Begin with modalities.yaml: it holds an example to replace. What comes next:"
    )
    return "\n".join((begin, "", *(f"  {each}" for each in commands))) + "\n"


def _quoted(folder: Path) -> str:
    """Write a path as a shell takes it."""
    if sys.platform == "win32":
        return f'"{folder}"' if " " in str(folder) else str(folder)
    return shlex.quote(str(folder))
