"""`guia diff`: what an edit of the catalogue means, for whom, and whether it is worse for them."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from generator.cli.localisation import Command, Misuse, _
from generator.cli.options import one_of
from generator.cli.terminal import FILE, OK, PROBLEMS, show

FORMATS = ("text", "markdown", "json")

FAIL_ON = ("worse", "meaning")


@click.command(
    cls=Command,
    help=_(
        "Tells what changes for whom between two catalogues: files, or REV:FILE of a git repository (without NEW: "
        "modalities.yaml). Example: guia diff HEAD:modalities.yaml"
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("old", required=False, metavar=_("OLD"))
@click.argument("new", default=FILE.as_posix(), metavar=_("[NEW]"))
@one_of(
    "--format",
    "form",
    FORMATS,
    default="text",
    metavar=_("FORMAT"),
    help=_("How it is told: text, markdown (the comment of a pull request) or json."),
)
@click.option("--exit-code", "any_change", is_flag=True, help=_("End with 1 where anything changes."))
@one_of(
    "--fail-on",
    "fail_on",
    FAIL_ON,
    metavar=_("EFFECT"),
    help=_("End with 1 only where something is worse (worse), or more than words changes (meaning)."),
)
@click.pass_context
def command(
    ctx: click.Context, old: str | None, new: str, form: str, any_change: bool, fail_on: str | None
) -> NoReturn:
    if old is None:
        raise Misuse(_("Say what to compare with: `guia diff HEAD:modalities.yaml`, for example."), ctx)
    from generator.cli.revision import older_and_newer
    from generator.diff import data, report
    from generator.diff.comparing import Compared, compare
    from generator.promises.changes import Effect

    found: Compared = compare(*older_and_newer(old, new))
    tell = {"text": report.as_text, "markdown": report.as_markdown, "json": data.as_json}[form]
    show(tell(found, old, new), sys.stdout)
    fails = any_change and bool(found.edits)
    match fail_on:
        case "worse":
            fails = fails or found.worst is Effect.WORSE
        case "meaning":
            fails = fails or found.worst not in (None, Effect.WORDING)
    sys.exit(PROBLEMS if fails else OK)
