"""`guia choose`: the questions that lead to a modality."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.loading import sound
from generator.cli.localisation import Command, Misuse, _
from generator.cli.options import CATALOGUE, JSON
from generator.cli.terminal import OK, show
from generator.i18n import words


@click.command(
    cls=Command,
    help=_("Asks what you need and recommends a modality."),
    options_metavar=_("[OPTIONS]"),
)
@CATALOGUE
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="ID=ID",
    help=_(
        "An answer to a question, “?” where it is not known yet; as often as needed. Nothing is asked then."
    ),
)
@JSON
@click.pass_context
def command(ctx: click.Context, /, file: Path, answers: tuple[str, ...], as_json: bool) -> NoReturn:
    from generator.answers.finder_dialogue import Chooser
    from generator.answers.quote_request import InvalidRequest
    from generator.decisions.finder import advise

    catalogue = sound(file)
    chooser = Chooser(catalogue, words(catalogue.guide.language))
    try:
        given = chooser.read(answers)
    except InvalidRequest as slip:
        raise Misuse(str(slip), ctx) from None
    if answers or as_json:
        advice = advise(catalogue.finder, given)
    else:
        # The questions go beside the result, so that it can be redirected alone.
        advice = chooser.ask(sys.stdin.readline, lambda text: show(text, sys.stderr))
    show(chooser.as_json(advice) if as_json else chooser.render(advice), sys.stdout)
    sys.exit(OK)
