"""The generated pages as MkDocs wants them: a file for each, though nobody wrote it, and its table of contents."""

from __future__ import annotations

from collections.abc import Set
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages import Page
from generator.publish import navigation, scripts
from generator.publish.build import Build
from generator.rendering import Rendered
from generator.theme import material


def lay_in(files: Files, config: MkDocsConfig, build: Build, limit: int) -> str:
    """Add the generated pages, the navigation unless ``mkdocs.yml`` has one, and the scripts; return their folder."""
    written = {file.src_uri: file for file in files.documentation_pages()}
    listed = navigation.listed(build.pages, limit)
    _add(files, config, build, listed)
    if navigation.leaves_out(build.pages, listed):  # then the theme leaves closed sections out, too
        config.theme["features"] = [*config.theme.get("features", ()), material.PRUNED_MENU]
    if config.nav is None:
        config.nav = navigation.layout(build.whole, build.pages, listed, list(written))
    later = build.later({uri: file.content_string for uri, file in written.items()})
    return scripts.publish(files, config, build.data(), later)


def _add(files: Files, config: MkDocsConfig, build: Build, listed: Set[str]) -> None:
    for uri in build.pages:
        file = File.generated(config, uri, content="")
        if uri not in listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)


def meta(page: Page) -> dict[str, Any]:
    """Return what the front matter of a generated page would say, had somebody written it."""
    title = {"title": page.title} if page.address else {}
    return {**title, "description": page.description, "hide": material.HIDDEN_COLUMNS[page.room]}


def contents(rendered: Rendered) -> TableOfContents:
    """Return the headings of a page, each with those below it."""
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
