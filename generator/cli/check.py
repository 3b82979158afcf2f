"""`guia check`: all problems of a catalogue, in the form that a person, a workflow or another program reads."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.localisation import LANG, Command, Misuse, _, language_of, locale
from generator.cli.options import CATALOGUE, one_of
from generator.cli.terminal import OK, PROBLEMS, UNREADABLE, colour, name_of, show
from generator.i18n import FIRST_LANGUAGE, words

if TYPE_CHECKING:
    from generator.linter.runner import Examined
    from generator.pages import Page
    from generator.reporters.message import Report
    from generator.views.context import WholeGuide

FORMATS = ("text", "json", "github", "sarif")


@click.command(
    cls=Command,
    help=_("Checks a catalogue and says what to mend (without FILE: modalities.yaml)."),
    options_metavar=_("[OPTIONS]"),
)
@CATALOGUE
@one_of(
    "--format",
    "form",
    FORMATS,
    default="text",
    metavar=_("FORMAT"),
    help=_("How it is told: text, json, github (annotations of a workflow) or sarif."),
)
@LANG
@click.option(
    "--watch", is_flag=True, help=_("Check again at each save of a file of the project; Ctrl-C ends it.")
)
@click.pass_context
def command(ctx: click.Context, file: Path, form: str, lang: str | None, watch: bool) -> NoReturn:
    if watch and form != "text":
        raise Misuse(_("--watch is for people: it goes with the format “text” only."), ctx)
    if watch:
        from generator.cli.watch import watched

        sys.exit(watched(file, lambda: _check(file, form, lang)))
    sys.exit(_check(file, form, lang))


def _check(file: Path, form: str, lang: str | None) -> int:
    """Check once, tell it, and return the exit code."""
    from generator.linter.runner import examine_file
    from generator.source.reader import Unreadable

    try:
        examined = examine_file(file, name_of(file))
    except Unreadable as fault:
        language = lang or locale() or FIRST_LANGUAGE
        if form == "text":
            from generator.reporters.text import render_unreadable

            show(render_unreadable(fault, words(language), colour(sys.stderr)), sys.stderr)
        else:
            from generator.reporters.message import report_of_unreadable

            show(
                _render(report_of_unreadable(fault, words(language)), form, language, UNREADABLE), sys.stdout
            )
        return UNREADABLE
    language = lang or locale() or language_of(examined.tree)
    beside = _beside(file, examined)
    # A strict build stops at the same: at all but hints.
    code = PROBLEMS if any(each.doubted for each in (examined, *beside)) else OK
    if form == "text":
        from generator.reporters.text import render

        told = [render(each, words(language), colour(sys.stdout)) for each in (examined, *beside)]
        show("\n".join(told), sys.stdout)
    else:
        from generator.reporters.message import report_of

        report, *others = (report_of(each, words(language)) for each in (examined, *beside))
        show(_render(report.with_more(others), form, language, code), sys.stdout)
    return code


def _beside(file: Path, examined: Examined) -> tuple[Examined, ...]:
    """Examine what belongs to the same project: its settings and its pages, as far as the catalogue can fill them."""
    if not (file.parent / "mkdocs.yml").is_file():
        return ()
    from generator.publish.build import Build
    from generator.publish.written import verdict

    def build() -> tuple[WholeGuide | None, Mapping[str, Page]]:
        if not examined.ok:
            return None, {}
        made = Build(examined)
        return made.whole, made.pages

    return verdict.of_project(file, build).files


def _render(report: Report, form: str, language: str, code: int) -> str:
    from generator.reporters import github, json_, sarif

    match form:
        case "json":
            return json_.render(report, language)
        case "github":
            return github.render(report, words(language))
        case _:
            return sarif.render(report, words(language), language, code)
