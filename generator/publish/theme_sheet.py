"""The theme's sheet into the site: the rules that this guide's pages can match, in a layer below all of ours.

Asked for late, when hand-written pages are HTML: what a Markdown extension writes keeps its rules, and no list of
extensions has to be kept. What the catalogue makes has no classes but those of its templates.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, meta
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.theme import material, sheet

_WORD = re.compile(r"-*[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_CHARSET = '@charset "UTF-8";'
_PAGE = "main.html"
_LATER = ("page_context", "post_page", "post_template")
"""After these events nobody asks what stands on a page."""


def publish(files: Files, config: MkDocsConfig, env: Environment) -> tuple[str, ...]:
    """Put the theme's sheet into the site in place of all that it brings, and return its address."""
    theirs = [file for file in files if _is_the_themes(file, config)]
    for file in theirs:
        files.remove(file)
    texts = [_rules(file.content_string) for file in theirs if material.is_main_sheet(file.src_uri)]
    if not _others_write_later(config, files, env):
        names = _names(files, config, env)
        texts = [sheet.kept(each, names) for each in texts]
    content = "".join(f"{_CHARSET}@layer theme{{{each}}}\n" for each in texts)
    address = f"assets/theme.{hashlib.sha256(content.encode()).hexdigest()[:8]}.css"
    files.append(File.generated(config, address, content=content))
    return (address,)


def _is_the_themes(file: File, config: MkDocsConfig) -> bool:
    # With a map of a sheet, which would lead to places in it that are no longer the same.
    return (
        file.src_uri.startswith(material.SHEETS)
        and file.src_uri.endswith((".css", ".css.map"))
        and file.src_dir not in (config.docs_dir, config.theme.custom_dir)
    )


def _rules(text: str) -> str:
    return text.partition("/*# sourceMappingURL")[0].removeprefix(_CHARSET)


def _others_write_later(config: MkDocsConfig, files: Files, env: Environment) -> bool:
    """Tell whether anybody may yet bring names to a page that cannot be known now: then every rule stays."""
    own = config.plugins.get("guide")
    later = (each for event in _LATER for each in config.plugins.events[event])
    if any(getattr(each, "__self__", None) is not own for each in later):
        return True
    below = str(material.templates())
    return any(_folder(env, name).startswith(below) for name in _templates_of_pages(files))


def _names(files: Files, config: MkDocsConfig, env: Environment) -> sheet.Names:
    words = set(material.SHARED_CLASSES)
    for text in _templates(env, {_PAGE, *config.theme.static_templates, *_templates_of_pages(files)}):
        words.update(_WORD.findall(text))
    words.update(_WORD.findall(f"{config.copyright} {config.extra}"))
    extra = (each for name in config.extra_templates if (each := files.get_file_from_path(name)))
    for file in (*extra, *(each for each in files if each.src_uri.endswith(".js") and not each.generated_by)):
        words.update(_WORD.findall(file.content_string))
    used = {each for each in words if each.startswith("--")}
    for file in files:
        if file.src_uri.endswith(".css"):
            used.update(sheet.used_in(file.content_string))
    written = _Written()
    for html in (each.page.content for each in files.documentation_pages() if each.page):
        written.feed(html or "")
        used.update(sheet.used_in(html or ""))
    return sheet.Names(frozenset(words | written.names), frozenset(used))


class _Written(HTMLParser):
    """Reads the classes, ids and attributes of pages that were written by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  one kind of tag
        for name, value in attrs:
            self.names.add(name)
            if name in ("class", "id"):
                self.names.update((value or "").split())


def _templates_of_pages(files: Files) -> set[str]:
    """Return the templates that hand-written pages ask for in their front matter."""
    pages = (each.page for each in files.documentation_pages() if each.page)
    return {str(each.meta["template"]) for each in pages if "template" in each.meta}


def _templates(env: Environment, names: Iterable[str]) -> Iterator[str]:
    """Give the source of templates and of all that they build on, without comments."""
    waiting, seen = list(names), set(names)
    while waiting:
        name = waiting.pop()
        if (source := _source(env, name)) is None:
            continue
        text, path = source
        yield _COMMENT.sub("", text)
        # With its path, so that a slip in a template is told with the file that it stands in.
        found = {each for each in meta.find_referenced_templates(env.parse(text, name, path)) if each} - seen
        seen |= found
        waiting += found


def _folder(env: Environment, name: str) -> str:
    source = _source(env, name)
    return str(Path(source[1] or "")) if source else ""


def _source(env: Environment, name: str) -> tuple[str, str | None] | None:
    try:
        return env.loader.get_source(env, name)[:2] if env.loader else None
    except TemplateNotFound:
        return None
