"""`guia explain`: what a code of a report means, with examples."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from generator.cli.localisation import LANG, Command, Misuse, _, locale
from generator.cli.terminal import OK, show
from generator.i18n import FIRST_LANGUAGE, words


@click.command(
    cls=Command,
    help=_("Tells what a code means, with a wrong and a right example (without CODE: lists all codes)."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("code", default="", metavar=_("[CODE]"))
@LANG
@click.pass_context
def command(ctx: click.Context, code: str, lang: str | None) -> NoReturn:
    from generator.language.suggestion import suggestion
    from generator.linter.runner import codes
    from generator.reporters.explain import render, render_list

    told = words(lang or locale() or FIRST_LANGUAGE)
    if not code:
        show(render_list(told), sys.stdout)
        sys.exit(OK)
    if code not in codes():
        message = told.gettext("There is no code “{code}”.").format(code=code)
        if near := suggestion(code, codes()):
            message += " " + told.gettext("Did you mean “{word}”?").format(word=near)
        raise Misuse(message, ctx)
    show(render(code, told), sys.stdout)
    sys.exit(OK)
