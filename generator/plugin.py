"""The only module that knows MkDocs: hands it the pages, and swaps the site in whole only when nothing failed."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path as FilePath
from typing import Literal
from urllib.parse import urlsplit

import click
from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator import icons, pages, rendering
from generator.analysis import content_spelling
from generator.diagnostics import Path
from generator.i18n import Words, words
from generator.linter.runner import Examined, check, examine_file
from generator.pages import Page
from generator.pages.catalogue import view as source_text
from generator.preview import error_overlay
from generator.preview.error_overlay import Preview
from generator.publish import (
    assets,
    browser_data,
    frame,
    navigation,
    scripts,
    search,
    structured_data,
    theme,
    theme_sheet,
)
from generator.publish.site_files import Beside
from generator.publish.staging import Staging, Unusable
from generator.rendering import Rendered
from generator.reporters import text as report
from generator.source.locations import lines_of
from generator.source.reader import Unreadable
from generator.theme import material
from generator.views.context import Context, Whole

log = logging.getLogger("mkdocs.plugins.guide")

FIRST_LANGUAGE = "pt-BR"
"""What is spoken until a catalogue says its language."""

LATEST = 2**32 - 1
"""The last second since 1970 that the head of a compressed file has room for."""

_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
"""How Markdown aligns the cells of a table; the policy of the pages allows no such attribute."""


class GuideConfig(Config):
    """The plugin's options in ``mkdocs.yml``."""

    catalogue = config_options.Type(str, default="modalities.yaml")
    nav_limit = config_options.Type(int, default=20)


class GuidePlugin(BasePlugin[GuideConfig]):
    """Makes a guide of a catalogue."""

    def __init__(self) -> None:
        self.config_in_use: MkDocsConfig
        self.words: Words = words(FIRST_LANGUAGE)
        self.preview = Preview()
        self.staged = True
        self.serves = False
        self.staging: Staging | None = None
        self.built = False
        self.whole: Whole
        self.environment: Environment
        self.pages: dict[str, Page] = {}
        self.beside: Beside
        self.source = ""
        self.scripts = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        # A preview's first build fills a new folder. `serve --clean` calls itself "build" here, so Click is asked.
        context = click.get_current_context(silent=True)
        serves = command == "serve" or (context is not None and context.info_name == "serve")
        self.staged = not serves
        self.serves = serves
        # Without reloading there is no `on_serve`, and nobody to see a page change.
        self.preview.opens = serves and context is not None and context.params.get("livereload", False)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the catalogue before MkDocs empties its output folder, and have it build beside the last site."""
        self.built = False
        _check_date_of_build(self.words)
        config.watch.extend(each for each in error_overlay.watched(config) if each not in config.watch)
        theme.lay(config)
        if self.preview.opens:
            return config
        # A build makes millions of objects, hardly any of them in circles: to search them for garbage over and over
        # takes a tenth of its time.
        gc.disable()
        if self.staged:
            self._stage(config)
        _count_warnings_when_quiet(config)
        words.cache_clear()  # a preview shows a translation that was changed, too
        examined = self._examine(self._path(config))
        catalogue = examined.catalogue
        assert catalogue is not None  # an examination without errors has one
        language = self.words = words(catalogue.guide.language)
        if fault := theme.fault(config, language):
            raise Abort(fault)

        def lines(at: Path) -> tuple[int, int]:
            return lines_of(examined.tree, at, examined.source)

        number = source_text.lines_number(examined.source.text)
        self.whole = Whole(catalogue, language, lines, icons.icon, number)
        self.environment = rendering.environment(language)
        self.pages = {_source_uri(page): page for page in pages.all_pages(self.whole, examined.source)}
        self.source = examined.source.text
        self.beside = Beside(self.whole, len(self.pages))
        config.site_name = catalogue.guide.title
        base = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
        missing = pages.not_found(self.whole, base)
        config.extra["guide_not_found_title"] = missing.title
        config.extra["guide_not_found"] = rendering.render(self.environment, self.whole, missing).html
        config.extra["guide_search"] = search.box(self.environment, self.whole)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, styles and scripts, and lay out the navigation unless ``mkdocs.yml`` does."""
        if self.preview.opens:
            return self.preview.waiting_room(config, self.words)
        hand_written = [file.src_uri for file in files.documentation_pages()]
        listed = navigation.listed(self.pages, self.config.nav_limit)
        taken = {file.dest_uri.casefold(): file for file in files}
        for uri in self.pages:
            file = File.generated(config, uri, content="")
            if existing := taken.get(file.dest_uri.casefold()):
                message = self.words.gettext("the catalogue makes this page; delete the hand-written one")
                raise Abort(f"{existing.src_uri}: {message}")
            if uri not in listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        if any(page.part != "hidden" and uri not in listed for uri, page in self.pages.items()):
            # A guide too large for its navigation to name every page: the theme leaves closed sections out, too.
            config.theme["features"] = [*config.theme.get("features", ()), material.PRUNED_MENU]
        if config.nav is None:
            config.nav = navigation.layout(self.whole, self.pages, listed, hand_written)
        written = {
            uri: each.content_string for uri in hand_written if (each := files.get_file_from_path(uri))
        }
        later = {search.FILE: search.made_of(self.source, written)}
        self.scripts = scripts.publish(files, config, browser_data.text(self.whole), later)
        return assets.publish(files, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates of `theme/` the words and addresses of the frame."""
        if not self.preview.opens:
            language = self.whole.catalogue.guide.language
            sheets = theme_sheet.publish(files, config, env)
            env.globals["frame"] = frame.frame(language, self.words, sheets, self.scripts + scripts.START)
        return env

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Fill catalogue values into hand-written pages; a generated page has no Markdown."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return self._fill(markdown, page)
        if made.address:
            page.meta["title"] = made.title
        page.meta["description"] = made.description
        page.meta["hide"] = material.HIDDEN_COLUMNS[made.room]
        return ""

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Lay out a hand-written page as the generated ones are."""
        if page.file.src_uri in self.pages:
            return html
        page.title = unescape(page.title or "")  # Markdown gives it as HTML; a generated page's is plain text
        html = _ALIGNED.sub(r' class="align-\1"', html)
        address, description = page.url.removeprefix("./"), page.meta.get("description", "")
        search_says = page.meta.get(
            "search"
        )  # as the theme has it, `exclude: true`; `false` can only mean the same
        searched = search_says is not False and not (
            isinstance(search_says, dict) and search_says.get("exclude")
        )
        self.beside.add_written(page.file.src_uri, address, page.title, description, html, searched=searched)
        return f'<div class="guide">{html}</div>'

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand over the HTML of a generated page with its table of contents: nothing is parsed again.

        Just before it is written, so that one page at a time is in memory.
        """
        if made := self.pages.get(page.file.src_uri):
            rendered = rendering.render(self.environment, self.whole, made)
            page.content = rendered.html
            page.toc = _toc(rendered)
            self.beside.add(made, rendered)
        if not self.preview.opens:
            told = made or pages.written(page.url, page.title or "", page.meta.get("description", ""))
            page.meta["head"] = structured_data.head(self.whole, told, page.canonical_url or "")
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Forget the HTML of a page that is written, and put its policy into its head."""
        page.content = None
        return self._guarded(output)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Put its policy into the error page."""
        return self._guarded(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what stands beside the pages; the swap waits for strict mode's word."""
        if not self.preview.opens:  # its waiting room has none of them
            own_tokens = assets.own_tokens(config)
            site, url = FilePath(config.site_dir), config.site_url or ""
            for remark in self.beside.write(site, self.scripts, url, own_tokens):
                log.warning(remark)
        self.built = True
        gc.enable()

    def on_build_error(self, *, error: Exception) -> None:
        # Strict mode aborts after `on_post_build`; only here is it known that a build came to nothing.
        self.built = False
        gc.enable()

    def on_shutdown(self) -> None:
        """Publish what was built, or forget it."""
        gc.freeze()  # the process ends: a last search for garbage would take longer than the theme did
        self._publish()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build the guide now that the server stands; while a file is broken, the last good pages stay."""

        def build() -> None:
            try:
                builder()
                self._publish()
            finally:
                self._forget()

        def restart() -> None:
            log.warning(
                self.words.gettext("The generator itself has changed: restart the server to see this change.")
            )

        self.staged = True
        error_overlay.when_code_changes(restart)
        return self.preview.show(server, config.docs_dir, self._path(config), build, lambda: self.words)

    def _guarded(self, html: str) -> str:
        # A preview's pages reload and report by inline scripts and styles, on the writer's own machine.
        return html if self.serves else self.beside.guarded(html)

    def _path(self, config: MkDocsConfig) -> FilePath:
        return FilePath(config.config_file_path).parent / self.config.catalogue

    def _examine(self, path: FilePath) -> Examined:
        """Check the catalogue; a problem ends the build with its report, and no traceback."""
        language = self.words  # of the last good one
        try:
            examined = examine_file(path, self.config.catalogue)
        except Unreadable as error:
            raise Abort(report.render_unreadable(error, language)) from None
        if examined.catalogue is not None:
            language = words(examined.catalogue.guide.language)
        if not examined.ok:
            raise Abort(report.render(examined, language))
        if examined.diagnostics:
            told = report.render(examined, language)
            log.warning(told)
            self.preview.remarks = (told, len(examined.diagnostics))
        return examined

    def _stage(self, config: MkDocsConfig) -> None:
        try:
            self.staging = Staging(FilePath(config.site_dir))
        except Unusable as error:
            raise Abort(self.words.gettext(error.message).format(path=error.path)) from None
        except OSError as error:
            raise self._unwritable(error) from None
        config.site_dir = str(self.staging.folder)
        self.config_in_use = config

    def _publish(self) -> None:
        if self.staging is not None and self.built:
            try:
                self.staging.swap()
            except OSError as error:
                raise self._unwritable(error) from None
            # Who comes after the build, such as a deployment, finds the site where it was asked for.
            self.config_in_use.site_dir = str(self.staging.target)
            self.staging = None
        self._forget()

    def _forget(self) -> None:
        if self.staging is not None:
            self.staging.discard()
            self.staging = None

    def _unwritable(self, error: OSError) -> Abort:
        message = self.words.gettext(
            "The site cannot be written, and the last one stays as it was: {reason}."
        )
        reason = f"{error.strerror} ({error.filename})" if error.filename else str(error)
        return Abort(message.format(reason=reason))

    def _fill(self, markdown: str, page: SitePage) -> str:
        context = Context(self.whole, "" if page.file.url in (".", "./") else page.file.url)
        # Front matter is no longer in the text: its lines count too.
        source = page.file.content_string
        front = source[: len(source) - len(markdown)] if source.endswith(markdown) else ""
        before = front.count("\n")
        self._spell(content_spelling.seen(front) + markdown, page)
        try:
            return rendering.fill(self.environment, markdown, context)
        except rendering.BadPage as error:
            raise Abort(f"{page.file.src_uri}:{before + error.line}: {error}") from None

    def _spell(self, text: str, page: SitePage) -> None:
        """Warn of words in a hand-written page that are in no dictionary."""
        _ = self.words.gettext
        listed = page.meta.get("words") or ()
        accepted = map(str, listed if isinstance(listed, list) else [listed])
        for each in content_spelling.strange(self.whole.catalogue, text, accepted):
            told = [_(check("misspelt-word").words.message).format(seen=each.word)]
            if each.near:
                told.append(_("Did you mean “{word}”?").format(word=each.near))
            place = f"{page.file.src_uri}:{each.line}:{each.column}"
            log.warning("%s: %s %s", place, " ".join(told), _(content_spelling.CURE))


def _check_date_of_build(language: Words) -> None:
    """Refuse a date that MkDocs would choke on in the middle of a build."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if value is not None and not (value.isascii() and value.isdigit() and int(value) <= LATEST):
        message = language.gettext(
            "SOURCE_DATE_EPOCH is “{value}”: write whole seconds since 1970, from 0 to {latest}, or do not set it."
        )
        raise Abort(message.format(value=value, latest=LATEST))


def _count_warnings_when_quiet(config: MkDocsConfig) -> None:
    """Keep strict mode strict under ``--quiet``, which raises the logger's level and so hides warnings from it."""
    logger = logging.getLogger("mkdocs")
    if config.strict and logger.getEffectiveLevel() > logging.WARNING:
        for handler in logger.handlers:
            if handler.level == logging.NOTSET:
                handler.setLevel(logger.level)
        logger.setLevel(logging.WARNING)


def _source_uri(page: Page) -> str:
    """Return the Markdown file that a generated page stands for, so that MkDocs gives it the page's address."""
    # The theme opens a section with the page called `index`; only those that are one may bear that name.
    return f"{page.address}index.md" if page.index or not page.address else f"{page.address[:-1]}.md"


def _toc(rendered: Rendered) -> TableOfContents:
    top: list[AnchorLink] = []
    open_: list[AnchorLink] = []
    for heading in rendered.headings:
        # Markdown gives titles as HTML, and so do we.
        link = AnchorLink(escape(heading.title), heading.anchor, heading.level)
        while open_ and open_[-1].level >= heading.level:
            open_.pop()
        (open_[-1].children if open_ else top).append(link)
        open_.append(link)
    return TableOfContents(top)
