"""The only module that knows MkDocs: hands it the pages, and swaps the site in whole only when nothing failed."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from generator.i18n import FIRST_LANGUAGE, Words, words
from generator.pages import Page
from generator.preview import error_overlay
from generator.preview.error_overlay import Preview
from generator.publish import assets, settings, site_pages, theme
from generator.publish.build import Build
from generator.publish.publication import Publication
from generator.publish.written import verdict

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.guide")


class GuideConfig(Config):
    """The plugin's options in ``mkdocs.yml``."""

    catalogue = config_options.Type(str, default="modalities.yaml")
    nav_limit = settings.Number(int, default=20)
    trusted_pages = config_options.Type(bool, default=False)


class GuidePlugin(BasePlugin[GuideConfig]):
    """Makes a guide of a catalogue."""

    def __init__(self) -> None:
        self.config_in_use: MkDocsConfig
        self.words: Words = words(FIRST_LANGUAGE)
        self.preview = Preview()
        self.publication = Publication()
        self.staged = True
        self.build: Build
        self.scripts = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.preview.start(command)
        self.staged = not self.preview.serves

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the catalogue before MkDocs empties its output folder, and have it build beside the last site."""
        self.publication.done = False
        settings.check_date(self.words)
        theme.lay(config)
        self.preview.take(config, self._path(config))
        if self.preview.opens:
            return config
        # A build makes millions of objects, hardly any of them in circles: to search them for garbage over and over
        # takes a tenth of its time.
        gc.disable()
        if self.staged:
            config.site_dir = str(self.publication.begin(Path(config.site_dir), self.words))
            self.config_in_use = config
        settings.count_warnings_when_quiet(config)
        words.cache_clear()  # a preview shows a translation that was changed, too
        self.build = Build.of(
            self._path(config), self.config.catalogue, self.words, lambda: verdict.of(config, None, {}).files
        )
        self.words = self.build.words
        self.build.take(*verdict.of(config, self.build.whole, self.build.pages))
        self.preview.remarks = self.build.remarks
        if told := self.build.remarks[0]:
            log.log(logging.WARNING if self.build.doubted else logging.INFO, told)
        settings.tell_address(config, self.words)
        config.site_name = self.build.title
        config.extra.update(self.build.shell(config.site_url or ""))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, styles and scripts, and the navigation unless ``mkdocs.yml`` does."""
        if self.preview.opens:
            return self.preview.placeholder_site(config, self.words)
        self.scripts = site_pages.lay_in(files, config, self.build, self.config.nav_limit)
        return assets.publish(files, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates of `theme/` the words and addresses of the shell; a check never comes so far."""
        from generator.publish import scripts, shell, sign, theme_sheet

        if not self.preview.opens:
            sheets, signs = theme_sheet.publish(files, config, env), sign.publish(files, config)
            env.globals["shell"] = shell.of(self.build.whole, sheets, self.scripts + scripts.START, signs)
        return env

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Fill catalogue values into hand-written pages; a generated page has no Markdown."""
        if (made := self._made(page)) is None:
            written = self.build.written[page.file.src_uri]
            page.meta = dict(written.meta)  # as it is written: MkDocs would make a number or a flag of a text
            return written.filled
        page.meta.update(site_pages.meta(made))
        return ""

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Lay out a hand-written page as the generated ones are."""
        if self._made(page):
            return html
        page.title = unescape(page.title or "")  # Markdown gives it as HTML; a generated page's is plain text
        return self.build.lay_out(self.build.written[page.file.src_uri], page.title, html)

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand over a generated page and its contents just before it is written: one at a time is in memory."""
        if made := self._made(page):
            rendered = self.build.render(made)
            page.content = rendered.html
            page.toc = site_pages.contents(rendered)
        if not self.preview.opens:
            told = made or self.build.written[page.file.src_uri]
            page.meta["head"] = self.build.head(told, page.title or "", page.canonical_url or "")
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
        if not self.preview.opens:  # its placeholder has none of them
            site, url = Path(config.site_dir), config.site_url or ""
            for remark in self.build.write(site, self.scripts, url, assets.own_tokens(config)):
                log.warning(remark)
        self.publication.done = True
        gc.enable()

    def on_build_error(self, *, error: Exception) -> None:
        # Strict mode aborts after `on_post_build`; only here is it known that a build came to nothing.
        self.publication.done = False
        gc.enable()

    def on_shutdown(self) -> None:
        """Publish what was built, or forget it."""
        gc.freeze()  # the process ends: a last search for garbage would take longer than the theme did
        self._publish()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build the guide now that the server stands; while a file is broken, the last good pages stay."""

        def build_again() -> None:
            try:
                builder()
                self._publish()
            finally:
                self.publication.forget()

        self.staged = True
        error_overlay.warn_when_code_changes(lambda: self.words)
        config.watch.clear()  # the server would watch it in its own way
        return self.preview.show(server, build_again, lambda: self.words)

    def _made(self, page: SitePage) -> Page | None:
        """Return the generated page that MkDocs means; None for a hand-written one."""
        return None if self.preview.opens else self.build.pages.get(page.file.src_uri)

    def _guarded(self, html: str) -> str:
        # A preview's pages reload and report by inline scripts and styles, on the writer's own machine.
        return html if self.preview.serves else self.build.with_csp(html)

    def _path(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.catalogue

    def _publish(self) -> None:
        # Who comes after the build, such as a deployment, finds the site where it was asked for.
        if target := self.publication.end(self.words):
            self.config_in_use.site_dir = str(target)
