"""The `guia` command: arguments, exit codes and colour; the only module that knows a terminal."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from generator import __version__
from generator.words import N_, SOURCE_LANGUAGE, Words, languages, words

if TYPE_CHECKING:
    from generator.catalogue.whole import Catalogue
    from generator.report.problem import Report
    from generator.source.tree import Tree

LANGUAGE = "pt-BR"
"""What is spoken where neither the reader nor a catalogue says a language that there are words in."""

OK, PROBLEMS, UNREADABLE = 0, 1, 2

FILE = Path("modalities.yaml")
SCHEMA = Path("modalities.schema.json")
FORMATS = ("text", "json", "github", "sarif")

PAUSE = 0.2
"""Seconds between two looks at a watched file."""

GONE = 1.0
"""Seconds for which a watched file may be missing: some editors delete it and write it anew."""


def _spoken(tag: str) -> str | None:
    """Return the language that there are words in for a tag or a locale such as ``pt_BR.UTF-8``; None where none."""
    base = tag.partition(".")[0].partition("@")[0].replace("_", "-").partition("-")[0].lower()
    return next((known for known in languages() if known.partition("-")[0] == base), None)


def _locale() -> str | None:
    """Return the language of the reader's environment, as POSIX finds it: the first of three that is set."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return _spoken(named)


def _(message: str) -> str:
    return words(_locale() or LANGUAGE).gettext(message)


# Click's own words, in the form in which it asks for them; its gettext has no catalogue of ours.
_HELP = N_("Show this help and end.")
_VERSION = N_("Show the version and end.")


class _Slip(click.UsageError):
    """A slip in the arguments that is already told in the reader's words."""


class _Command(click.Command):
    """A command whose help is in the reader's language, headings too."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if records:
            with formatter.section(_("Options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _(_HELP)
        return option


class _Group(_Command, click.Group):
    """The command that holds the others."""

    command_class = _Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        names = [(name, self.commands[name].get_short_help_str(limit=90)) for name in self.list_commands(ctx)]
        with formatter.section(_("Commands")):
            formatter.write_dl(names)


def _chosen_language(ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    if (known := _spoken(value)) is None:
        told = _("There is no “{value}” for {option}. What there is: {choices}.")
        raise _Slip(told.format(value=value, option="--lang", choices=", ".join(languages())), ctx)
    return known


def _chosen_format(ctx: click.Context, _option: click.Parameter, value: str) -> str:
    if value not in FORMATS:
        told = _("There is no “{value}” for {option}. What there is: {choices}.")
        raise _Slip(told.format(value=value, option="--format", choices=", ".join(FORMATS)), ctx)
    return value


def _lang(told: str) -> Callable[[Callable[..., NoReturn]], Callable[..., NoReturn]]:
    return click.option("--lang", callback=_chosen_language, metavar=_("LANGUAGE"), help=told)


_LANG = _lang(
    _("Language of what is told, as in pt-BR or en; else that of your system, else the catalogue's.")
)


@click.group(
    cls=_Group,
    help=_("Checks the catalogue of a relationship guide, and keeps what belongs to it in step."),
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
)
@click.version_option(__version__, prog_name="guia", message="%(prog)s %(version)s", help=_(_VERSION))
def guia() -> None:
    pass


@guia.command(
    help=_("Checks a catalogue and says what to mend (without FILE: modalities.yaml)."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("file", type=click.Path(path_type=Path), default=FILE, metavar=_("[FILE]"))
@click.option(
    "--format",
    "form",
    default="text",
    callback=_chosen_format,
    metavar=_("FORMAT"),
    help=_("How it is told: text, json, github (annotations of a workflow) or sarif."),
)
@_LANG
@click.option("--watch", is_flag=True, help=_("Check again at each save; Ctrl-C ends it."))
@click.pass_context
def check(ctx: click.Context, file: Path, form: str, lang: str | None, watch: bool) -> NoReturn:
    if watch and form != "text":
        raise _Slip(_("--watch is for people: it goes with the format “text” only."), ctx)
    if watch:
        sys.exit(_watch(file, lambda: _check(file, form, lang)))
    sys.exit(_check(file, form, lang))


def _check(file: Path, form: str, lang: str | None) -> int:
    """Check once, tell it, and return the exit code."""
    from generator.checks import examine_file
    from generator.source.reader import Unreadable

    try:
        examined = examine_file(file, _name(file))
    except Unreadable as fault:
        language = lang or _locale() or LANGUAGE
        if form == "text":
            from generator.report.text import render_unreadable

            _print(render_unreadable(fault, words(language), _colour(sys.stderr)), sys.stderr)
        else:
            from generator.report.problem import report_of_unreadable

            _print(
                _render(report_of_unreadable(fault, words(language)), form, language, UNREADABLE), sys.stdout
            )
        return UNREADABLE
    language = lang or _locale() or _language(examined.tree)
    code = OK if examined.ok else PROBLEMS
    if form == "text":
        from generator.report.text import render

        _print(render(examined, words(language), _colour(sys.stdout)), sys.stdout)
    else:
        from generator.report.problem import report_of

        _print(_render(report_of(examined, words(language)), form, language, code), sys.stdout)
    return code


def _render(report: Report, form: str, language: str, code: int) -> str:
    from generator.report import github, json_, sarif

    match form:
        case "json":
            return json_.render(report, language)
        case "github":
            return github.render(report, words(language))
        case _:
            return sarif.render(report, words(language), language, code)


def _name(file: Path) -> str:
    """Call a file as seen from here, so that a report read elsewhere leads to it too."""
    try:
        return file.relative_to(Path.cwd()).as_posix() if file.is_absolute() else file.as_posix()
    except (ValueError, OSError):
        return file.as_posix()


def _watch(file: Path, run: Callable[[], int]) -> int:
    """Run at each change of a file until Ctrl-C; return the code of the last run.

    Only one file is watched, so looking at it five times a second costs nothing, and it serves every editor, linked
    files and network drives, of which a file system tells nothing.
    """
    gc.enable()
    code = OK
    seen: object = ()
    try:
        while True:
            state = _settled(file)
            if state != seen:
                seen = state
                if sys.stdout.isatty():
                    _print("\x1b[2J\x1b[3J\x1b[H", sys.stdout)
                _print(f"── {time.strftime('%H:%M:%S')} ──\n", sys.stdout)
                code = run()
                _print(_("Waiting for the next save; Ctrl-C ends.") + "\n", sys.stdout)
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        _print("\n", sys.stdout)
        return code


def _settled(file: Path) -> object:
    """Return what tells one state of a file from another, once a save is no longer under way."""
    since = time.monotonic()
    last = _state(file)
    while True:
        time.sleep(PAUSE / 4)
        state = _state(file)
        if state == last and (state is not None or time.monotonic() - since > GONE):
            return state
        last = state


def _state(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode


@guia.command(
    help=_("Tells what a code means, with a wrong and a right example (without CODE: lists all codes)."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("code", default="", metavar=_("[CODE]"))
@_LANG
@click.pass_context
def explain(ctx: click.Context, code: str, lang: str | None) -> NoReturn:
    from generator.checks import codes
    from generator.report.explain import render, render_list
    from generator.report.problem import nearest

    told = words(lang or _locale() or LANGUAGE)
    if not code:
        _print(render_list(told), sys.stdout)
        sys.exit(OK)
    if code not in codes():
        message = told.gettext("There is no code “{code}”.").format(code=code)
        if near := nearest(code, codes()):
            message += " " + told.gettext("Did you mean “{word}”?").format(word=near)
        raise _Slip(message, ctx)
    _print(render(code, told), sys.stdout)
    sys.exit(OK)


@guia.command(
    help=_("Writes the JSON Schema by which editors check a catalogue while it is being written."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("file", type=click.Path(path_type=Path), default=FILE, metavar=_("[FILE]"))
@click.option(
    "--check", "compare", is_flag=True, help=_("Only say whether modalities.schema.json is up to date.")
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Write to this file instead of the screen."),
)
@_lang(_("Language of what editors show, as in pt-BR or en; else the catalogue's."))
def schema(file: Path, compare: bool, output: Path | None, lang: str | None) -> NoReturn:
    from generator.catalogue.schema import schema_text
    from generator.source.reader import Unreadable, read
    from generator.source.tree import parse

    # The file is committed: it must not depend on whose machine has written it, so no locale is asked.
    try:
        tree = parse(read(file))
        text = schema_text(tree, words(lang or _language(tree)))
    except Unreadable:
        # Nothing to offer ids from: the form of the keys is still of use.
        text = schema_text(words=words(lang or LANGUAGE))
    target = output or SCHEMA
    if compare:
        if target.is_file() and target.read_text(encoding="utf-8") == text:
            sys.exit(OK)
        told = _("{file} is not up to date. How to mend it: run `guia schema -o {file}`.")
        _print(told.format(file=target.as_posix()) + "\n", sys.stderr)
        sys.exit(PROBLEMS)
    if output is None:
        _print(text, sys.stdout)
        sys.exit(OK)
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        told = _("{file} could not be written: {why}.")
        _print(told.format(file=output.as_posix(), why=error.strerror) + "\n", sys.stderr)
        sys.exit(UNREADABLE)
    sys.exit(OK)


def _sound(file: Path) -> Catalogue:
    """Return the catalogue of a file; one with a problem ends the command with its report."""
    from generator.checks import examine_file
    from generator.report.text import render, render_unreadable
    from generator.source.reader import Unreadable

    try:
        examined = examine_file(file, _name(file))
    except Unreadable as fault:
        _print(render_unreadable(fault, words(_locale() or LANGUAGE), _colour(sys.stderr)), sys.stderr)
        sys.exit(UNREADABLE)
    if not examined.ok or examined.catalogue is None:
        _print(
            render(examined, words(_locale() or _language(examined.tree)), _colour(sys.stderr)), sys.stderr
        )
        sys.exit(PROBLEMS)
    return examined.catalogue


@guia.command(
    help=_("Tells what a case costs, who pays and why; what is left out or “?” is not known yet."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("file", type=click.Path(path_type=Path), default=FILE, metavar=_("[FILE]"))
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
@click.option("--json", "as_json", is_flag=True, help=_("As data for a program."))
@click.pass_context
def quote(ctx: click.Context, /, file: Path, as_json: bool, **asked: Any) -> NoReturn:
    from generator.decisions.quote import quote as decide
    from generator.report import quote as report
    from generator.report.asked import Reader, Slip

    catalogue = _sound(file)
    told = words(catalogue.guide.language)
    try:
        wanted = Reader(catalogue, told).options(**asked)
    except Slip as slip:
        raise _Slip(str(slip), ctx) from None
    made = decide(
        catalogue, wanted.modality, wanted.known, minutes=wanted.minutes, rate=wanted.rate, as_of=wanted.as_of
    )
    tell = report.as_json if as_json else report.render
    _print(tell(catalogue, made, told, wanted.as_of), sys.stdout)
    sys.exit(OK)


@guia.command(
    help=_("Asks what you need and recommends a modality."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("file", type=click.Path(path_type=Path), default=FILE, metavar=_("[FILE]"))
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="ID=ID",
    help=_(
        "An answer to a question, “?” where it is not known yet; as often as needed. Nothing is asked then."
    ),
)
@click.option("--json", "as_json", is_flag=True, help=_("As data for a program."))
@click.pass_context
def choose(ctx: click.Context, /, file: Path, answers: tuple[str, ...], as_json: bool) -> NoReturn:
    from generator.decisions.finder import advise
    from generator.report.asked import Slip
    from generator.report.choose import Chooser

    catalogue = _sound(file)
    chooser = Chooser(catalogue, words(catalogue.guide.language))
    try:
        given = chooser.read(answers)
    except Slip as slip:
        raise _Slip(str(slip), ctx) from None
    if answers or as_json:
        advice = advise(catalogue.finder, given)
    else:
        # The questions go beside the result, so that it can be redirected alone.
        advice = chooser.ask(sys.stdin.readline, lambda text: _print(text, sys.stderr))
    _print(chooser.as_json(advice) if as_json else chooser.render(advice), sys.stdout)
    sys.exit(OK)


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
        _print(error.message + "\n", sys.stderr)
        sys.exit(UNREADABLE)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "guia"
        hint = _("`{command} --help` shows what is possible.").format(command=command)
        _print(f"{_usage(error, words(_locale() or LANGUAGE))}\n{hint}\n", sys.stderr)
        sys.exit(UNREADABLE)
    except click.ClickException as error:
        _print(error.format_message() + "\n", sys.stderr)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(OK)


def _usage(error: click.UsageError, told: Words) -> str:
    match error:
        case _Slip():
            return error.message
        case click.NoSuchOption():
            return told.gettext("There is no option “{name}”.").format(name=error.option_name)
        case click.NoSuchCommand():
            return told.gettext("There is no command “{name}”.").format(name=error.command_name)
        case click.BadOptionUsage():
            return told.gettext("The option “{name}” is not used like this.").format(name=error.option_name)
        case _:
            return told.gettext("These arguments do not fit: there are more than the command takes.")


def _language(tree: Tree) -> str:
    """Return the language of a catalogue, even of one that is not well formed."""
    match tree.values:
        case {"guide": {"language": str(tag)}}:
            return _spoken(tag) or SOURCE_LANGUAGE
    return LANGUAGE


def _colour(stream: IO[str]) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _print(text: str, stream: Any) -> None:
    """Write a text to a stream that may know only the letters of one country, or none at all."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()
