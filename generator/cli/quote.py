"""`guia quote`: what a case costs, who pays and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.cli.loading import sound
from generator.cli.localisation import Command, Misuse, _
from generator.cli.options import CATALOGUE, JSON
from generator.cli.terminal import OK, show
from generator.i18n import words


@click.command(
    cls=Command,
    help=_("Tells what a case costs, who pays and why; what is left out or “?” is not known yet."),
    options_metavar=_("[OPTIONS]"),
)
@CATALOGUE
@click.option("--modality", metavar="ID", help=_("The modality, by its id."))
@click.option("--requester", metavar="ID", help=_("Who asks."))
@click.option("--outcome", metavar="ID", help=_("How the analysis ended."))
@click.option(
    "--given", multiple=True, metavar="ID=ID", help=_("What else the price depends on; as often as needed.")
)
@click.option("--minutes", metavar="N", help=_("Minutes worked."))
@click.option("--rate", metavar=_("NUMBER"), help=_("What your document says of one unit of time."))
@click.option(
    "--as-of",
    "as_of",
    metavar=_("DAY"),
    help=_("The day whose rate counts, as in 2026-11-25; else the guide's."),
)
@JSON
@click.pass_context
def command(ctx: click.Context, /, file: Path, as_json: bool, **asked: Any) -> NoReturn:
    from generator.answers import quote_text as report
    from generator.answers.quote_request import InvalidRequest, Reader
    from generator.pricing.quote import quote as decide

    catalogue = sound(file)
    told = words(catalogue.guide.language)
    try:
        wanted = Reader(catalogue, told).options(**asked)
    except InvalidRequest as slip:
        raise Misuse(str(slip), ctx) from None
    made = decide(
        catalogue, wanted.modality, wanted.known, minutes=wanted.minutes, rate=wanted.rate, as_of=wanted.as_of
    )
    tell = report.as_json if as_json else report.render
    show(tell(catalogue, made, told, wanted.as_of), sys.stdout)
    sys.exit(OK)
