"""What only a preview shows: the report of a fault, above the last good pages or alone where there are none yet.

MkDocs serves nothing unless its first build succeeds. So a preview's first build makes but a placeholder, which cannot
fail; the guide is built when the server stands, then and at each save on the same way, and whatever fails there is told
on every page that is served. Nothing of it is written into a site.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from jinja2 import Template, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator import rendering
from generator.i18n import Words
from generator.preview import watcher
from generator.publish import assets

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.guide")

PACKAGE = assets.PACKAGE

_QUOTED = re.compile(r"\s*\d* \|")
"""How a line of a report begins that quotes a line of the file, or points into it."""

_OWN = ("theme", "templates", "pages", "components", "styles", "browser", "locale")
"""The folders of the package whose files are read anew at each build."""

_BODY = re.compile(rb"<body\b[^>]*>")


class Preview:
    """The reports of a preview that is watched, and the way that they come to its pages."""

    def __init__(self) -> None:
        self.serves = False
        """Whether pages are made for the writer's own machine only."""
        self.opens = False
        """True until the placeholder is built."""
        self.remarks: tuple[str, int] = ("", 0)
        """What a build that succeeds has to tell all the same, and how many remarks that are."""
        self.made_of: tuple[Path, ...] = ()
        """What a save of makes the guide anew: files and folders, there or not."""
        self._own_tokens: Path | None = None
        self._shows_guide = False
        self._report = b""

    def start(self, command: str) -> None:
        """Take the command that MkDocs runs: `serve --clean` calls itself "build", so Click is asked, too."""
        context = click.get_current_context(silent=True)
        self.serves = command == "serve" or (context is not None and context.info_name == "serve")
        # Without reloading there is no `on_serve`, and nobody to see a page change.
        self.opens = self.serves and context is not None and context.params.get("livereload", False)

    def take(self, config: MkDocsConfig, catalogue: Path) -> None:
        """Take what is to be watched from the settings, as they are now."""
        folders = (config.docs_dir, *([config.theme.custom_dir] if config.theme.custom_dir else ()))
        own = (PACKAGE / name for name in _OWN)
        self.made_of = (
            catalogue,
            *(Path(each).absolute() for each in (config.config_file_path, *folders, *config.watch)),
            *own,
        )
        if self.opens:
            # MkDocs looks for pages before anybody is asked, and follows every link. Here it finds none.
            self._own_tokens, config.docs_dir = assets.own_tokens(config), config.site_dir

    def placeholder_site(self, config: MkDocsConfig, words: Words) -> Files:
        """Return what is in the site before the guide is: one page, in the guide's colours, at every address."""
        config.theme.static_templates.clear()
        config.extra_templates = []
        config.nav = None
        style = assets.stylesheet(self._own_tokens)
        page = _template(words, "waiting").render(
            title=config.site_name, language=config.theme.get("language", ""), style=style
        )
        return Files([File.generated(config, name, content=page) for name in ("index.html", "404.html")])

    def show(
        self,
        server: LiveReloadServer,
        build: Callable[[], None],
        words: Callable[[], Words],
    ) -> LiveReloadServer:
        """Build the guide, now and at each save; ``words`` gives the words of the last good catalogue."""

        def rebuild() -> None:
            self.remarks = ("", 0)
            fault, logged = "", _Logged()
            try:
                with logged:
                    build()
            except Exception as error:  # whatever it is, the preview goes on
                fault = _told(error, logged)
                click.echo(f"\n{fault}", err=True)
                _ = words().gettext
                if self._shows_guide:
                    log.error(_("The preview shows the last good pages until this is mended."))
                else:
                    log.error(_("The preview shows this report until it is mended."))
            else:
                self._shows_guide = True
            self._report = self._told(fault, words())

        def wake() -> None:
            # As the server's own watchers do, which have nothing to do here.
            with server._rebuild_cond:
                server._want_rebuild = True
                server._rebuild_cond.notify_all()

        self.opens = False
        server.builder = rebuild
        server.set_app(
            _Reporting(server.get_app() or server.serve_request, server.mount_path, lambda: self._report)
        )
        _take_over(server, (each for each in self.made_of if not each.is_relative_to(PACKAGE)))
        watcher.at_each_save(watcher.of(lambda: self.made_of), wake)
        rebuild()
        return server

    def _told(self, fault: str, words: Words) -> bytes:
        remarks, count = self.remarks
        if not fault and not remarks:
            return b""
        style = (assets.STYLES / "preview.css").read_text(encoding="utf-8")
        told = _template(words, "report").render(
            style=style,
            fault=_blocks(fault),
            remarks=_blocks(remarks),
            count=count,
            shows_guide=self._shows_guide,
        )
        return told.encode("utf-8", "xmlcharrefreplace")


class _Reporting:
    """The server's pages, each with the report on top. An address without a page reloads as all others do."""

    def __init__(self, app: WSGIApplication, home: str, report: Callable[[], bytes]) -> None:
        self._app = app
        self._home = home
        self._report = report

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        status, headers, body = self._ask(environ)
        kind = dict(headers).get("Content-Type", "")
        if not kind.startswith("text/html"):
            start_response(status, headers)
            return body
        if status.startswith("404") and environ["PATH_INFO"].startswith(self._home):
            # As an error page it comes without the script that reloads; as a page it has it.
            answer = self._ask({**environ, "PATH_INFO": f"{self._home}404.html"})
            if answer[0].startswith("200"):
                _close(body)
                body = answer[2]
        content = b"".join(body)
        _close(body)
        content = _above(content, self._report())
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    def _ask(self, environ: WSGIEnvironment) -> tuple[str, list[tuple[str, str]], Iterable[bytes]]:
        answer: list[tuple[str, list[tuple[str, str]]]] = []

        def started(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            answer.append((status, headers))
            return lambda _data: None

        body = self._app(environ, started)
        return *answer[-1], body


class _Logged(logging.Handler):
    """What MkDocs warns of during a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> None:
        logging.getLogger("mkdocs").addHandler(self)

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


def _take_over(server: LiveReloadServer, paths: Iterable[Path]) -> None:
    """Leave the server nothing to watch: it cannot begin with a file that is not there, and follows every link.

    It still says what is watched, without which its pages would not reload.
    """
    server.observer.unschedule_all()
    server._watched_paths = {str(path): 1 for path in paths}


def warn_when_code_changes(words: Callable[[], Words]) -> None:
    """Say that the server runs on with the generator as it was; ``words`` gives those of the last good catalogue."""

    def warn() -> None:
        log.warning(
            words().gettext("The generator itself has changed: restart the server to see this change.")
        )

    watcher.at_each_save(watcher.of_code(PACKAGE), warn, pause=1.0)


def _told(error: Exception, logged: _Logged) -> str:
    """Put into words why a build failed; what nobody has words for is told with its traceback."""
    if isinstance(error, click.ClickException):
        told = error.format_message()
        # MkDocs logs what is wrong, as with the settings or in strict mode, and then but counts it.
        return "\n".join((*logged.messages, told)) if told.startswith("Aborted with") else told
    if isinstance(error, TemplateSyntaxError):
        return f"{_from_here(Path(error.filename or error.name or '?'))}:{error.lineno}: {error.message}"
    return "".join(traceback.format_exception(error))


def _from_here(path: Path) -> str:
    return (path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path).as_posix()


def _blocks(text: str) -> list[tuple[bool, str]]:
    """Part a report into sentences, which may be wrapped, and quoted lines, which may not: carets stand below them."""
    blocks: list[tuple[bool, list[str]]] = []
    for line in text.strip("\n").split("\n") if text else ():
        quoted = bool(_QUOTED.match(line))
        if not blocks or blocks[-1][0] != quoted:
            blocks.append((quoted, []))
        blocks[-1][1].append(line if quoted else line.strip())
    return [(quoted, "\n".join(lines)) for quoted, lines in blocks]


def _above(page: bytes, report: bytes) -> bytes:
    body = _BODY.search(page) if report else None
    return page[: body.end()] + report + page[body.end() :] if body else page


def _close(body: Iterable[bytes]) -> None:
    if close := getattr(body, "close", None):
        close()


def _template(words: Words, name: str) -> Template:
    return rendering.environment(words).get_template(f"templates/preview/{name}.html.jinja")
