"""The only module that knows MkDocs: hands it the pages, and swaps the site in whole only when nothing failed."""

from __future__ import annotations

import logging
from pathlib import Path as FilePath
from typing import Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator import pages
from generator.checks import Examined, examine_file
from generator.diagnostics import Path
from generator.pages import Page, Rendered
from generator.publish import assets, navigation, search
from generator.publish.staging import Staging
from generator.report import text as report
from generator.source.places import lines_of
from generator.source.reader import Unreadable
from generator.views.context import Context, Whole
from generator.words import words

log = logging.getLogger("mkdocs.plugins.guide")

PACKAGE = FilePath(__file__).parent


class GuideConfig(Config):
    """The plugin's options in ``mkdocs.yml``."""

    catalogue = config_options.Type(str, default="modalities.yaml")
    nav_limit = config_options.Type(int, default=20)


class GuidePlugin(BasePlugin[GuideConfig]):
    """Makes a guide of a catalogue."""

    def __init__(self) -> None:
        self.command = ""
        self.staging: Staging | None = None
        self.built = False
        self.whole: Whole
        self.environment: Environment
        self.pages: dict[str, Page] = {}
        self.rendered: dict[str, Rendered] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        self.command = command

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the catalogue before MkDocs empties its output folder, and have it build beside the last site."""
        if self.command == "build" and self.staging is None:
            self.staging = Staging(FilePath(config.site_dir))
            config.site_dir = str(self.staging.folder)
        _count_warnings_when_quiet(config)
        path = FilePath(config.config_file_path).parent / self.config.catalogue
        config.watch.extend(each for each in _watched(path) if each not in config.watch)
        examined = _examine(path, self.config.catalogue)
        catalogue = examined.catalogue
        assert catalogue is not None  # an examination without errors has one
        language = words(catalogue.guide.language)

        def lines(at: Path) -> tuple[int, int]:
            return lines_of(examined.tree, at, examined.source)

        self.whole = Whole(catalogue, language, lines)
        self.environment = pages.environment(language)
        self.pages = {_source_uri(page): page for page in pages.all_pages(self.whole, examined.source)}
        self.rendered = {}
        config.site_name = catalogue.guide.title
        base = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
        missing = pages.not_found(self.whole, base)
        config.extra["guide_not_found"] = pages.render(self.environment, self.whole, missing).html
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the styles, and lay out the navigation unless ``mkdocs.yml`` does."""
        hand_written = [file.src_uri for file in files.documentation_pages()]
        listed = navigation.listed(self.pages, self.config.nav_limit)
        for uri, page in self.pages.items():
            if existing := files.get_file_from_path(uri):
                raise Abort(f"{existing.src_uri}: {self.whole.words.gettext('the catalogue makes this page; delete the hand-written one')}")
            file = File.generated(config, uri, content="")
            if uri not in listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        if config.nav is None:
            config.nav = navigation.layout(self.whole, self.pages, listed, hand_written)
        return assets.publish(files, config, FilePath(config.docs_dir))

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fill catalogue values into hand-written pages; a generated page has no Markdown."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return self._fill(markdown, page)
        if made.address:
            page.meta["title"] = made.title
        page.meta["description"] = made.description
        page.meta["search"] = {"exclude": True}  # its entries are written by publish.search
        return ""

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Hand over the HTML of a generated page with its table of contents: nothing is parsed again."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return html
        rendered = pages.render(self.environment, self.whole, made)
        self.rendered[page.file.src_uri] = rendered
        page.toc = _toc(rendered)
        return rendered.html

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search entries of the generated pages; the swap waits for strict mode's word."""
        index = FilePath(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            search.add_to_index(index, search.entries((self.pages[uri], made) for uri, made in self.rendered.items()))
        self.built = True

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        # Strict mode aborts after `on_post_build`; only here is it known that a build came to nothing.
        self.built = False

    def on_shutdown(self) -> None:
        """Publish what was built, or forget it."""
        if self.staging is not None:
            if self.built:
                self.staging.swap()
            else:
                self.staging.discard()

    def _fill(self, markdown: str, page: SitePage) -> str:
        context = Context(self.whole, "" if page.file.url in (".", "./") else page.file.url)
        try:
            return pages.fill(self.environment, markdown, context)
        except pages.BadPage as error:
            source = page.file.content_string
            line = source[: source.rfind(markdown.strip()[:200])].count("\n") + error.line
            raise Abort(f"{page.file.src_uri}:{line}: {error}") from None


def _examine(path: FilePath, name: str) -> Examined:
    """Check the catalogue; a problem ends the build with its report, and no traceback."""
    language = words("pt-BR")
    try:
        examined = examine_file(path, name)
    except Unreadable as error:
        raise Abort(report.render_unreadable(error, language)) from None
    if examined.catalogue is not None:
        language = words(examined.catalogue.guide.language)
    if not examined.ok:
        raise Abort(report.render(examined, language))
    if examined.diagnostics:
        log.warning(report.render(examined, language))
    return examined


def _watched(catalogue: FilePath) -> list[str]:
    """Give what a preview must watch besides `content/`."""
    return [str(catalogue), *(str(PACKAGE / name) for name in ("templates", "components", "styles", "locale"))]


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
    return f"{page.address}index.md"


def _toc(rendered: Rendered) -> TableOfContents:
    top: list[AnchorLink] = []
    open_: list[AnchorLink] = []
    for heading in rendered.headings:
        link = AnchorLink(heading.title, heading.anchor, heading.level)
        while open_ and open_[-1].level >= heading.level:
            open_.pop()
        (open_[-1].children if open_ else top).append(link)
        open_.append(link)
    return TableOfContents(top)
