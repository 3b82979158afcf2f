"""What no page of the site may hold: markup that its strict policy would block, or that came from anywhere but us."""

from __future__ import annotations

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.publish import csp
from generator.publish.shell import BEFORE_PAINT
from tests.site.site import Site


def pages(site: Site) -> list[tuple[Path, str]]:
    # The guide as one file is no page of the site: it holds all that it needs, and is tested for itself.
    paths = [path for path in sorted(site.folder.rglob("*.html")) if path.name in ("index.html", "404.html")]
    found = [(path, path.read_text(encoding="utf-8")) for path in paths]
    assert len(found) > 10
    return found


def test_no_element_has_style_or_handler_of_its_own(site: Site) -> None:
    """No `style=`, no `on…=`, no `<style>`, no `javascript:` anywhere: all of it would be blocked."""
    for path, text in pages(site):
        html = LexborHTMLParser(text)
        assert html.css("style, base, object, embed, iframe, [style], [href^='javascript:' i]") == [], path
        for node in html.css("*"):
            assert [name for name in node.attributes if name.startswith("on")] == [], (path, node.html)


def test_each_page_has_its_policy_first_and_fitting(site: Site) -> None:
    """Every page, that for errors too, begins its head with the policy that allows its own script and no other."""
    for path, text in pages(site):
        assert re.search(
            r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', text
        ), path
        (meta,) = LexborHTMLParser(text).css("meta[http-equiv]")
        assert meta.attributes["content"] == csp.policy(csp.hashes(text)), path


def test_the_only_script_in_a_page_is_the_one_before_paint(site: Site) -> None:
    """All others are files of the site; after this one nothing is left for text to slip into."""
    for path, text in pages(site):
        for script in LexborHTMLParser(text).css("script"):
            source = script.attributes.get("src")
            if source is None and script.attributes.get("type") != "application/ld+json":
                assert script.text() == BEFORE_PAINT, path
            elif source is not None:
                assert not re.match(r"[a-z]+:|//", source), path


def test_the_hosts_headers_allow_the_scripts_of_every_page(site: Site) -> None:
    """The file for static hosts lies at the top of the site and forbids nothing that a page's own policy allows."""
    told = (site.folder / "_headers").read_text(encoding="utf-8")
    scripts = {each for _, text in pages(site) for each in csp.hashes(text)}
    sheets = {
        csp.source(style.text())
        for path in site.folder.glob("*.html")
        for style in LexborHTMLParser(path.read_text(encoding="utf-8")).css("style")
    }
    assert told == csp.headers(scripts, sheets)
    assert scripts


def test_nothing_of_the_themes_scripts_is_published(site: Site) -> None:
    """Neither its bundle nor its search: every script of the site lies in the one folder that is ours."""
    folders = {path.parent.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.js")}
    assert len(folders) == 1
    assert re.fullmatch(r"assets/guide\.[0-9a-f]{8}", folders.pop())


def test_a_page_names_its_whole_language(site: Site) -> None:
    """pt-BR, not pt: a page is read aloud as its language is spoken there."""
    for path, text in pages(site):
        assert LexborHTMLParser(text).css("html")[0].attributes["lang"] == site.catalogue.guide.language, path


def test_what_a_head_refers_to_is_there(site: Site) -> None:
    """Signs and styles lie in the site; a picture for shared links needs an address in the web, and there is none."""
    for path, text in pages(site):
        html = LexborHTMLParser(text)
        for link in html.css("head link[href]"):
            there = link.attributes["href"] or ""
            assert (site.folder / there[1:] if there[0] == "/" else path.parent / there).is_file(), (
                path,
                there,
            )
        assert html.css('[property="og:image"]') == []
        assert len(html.css("meta[name=theme-color]")) == 2
