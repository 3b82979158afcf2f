"""Every page of both sites as a document: links that lead somewhere, headings in order, tables with their headings."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from tests.site.site import HEADINGS, Page, Site, Target, follow_each_other, squeeze, text_of

LINKED = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src"}


def links(page: Page) -> list[str]:
    found = []
    for tag, attribute in LINKED.items():
        for node in page.html.css(f"{tag}[{attribute}]"):
            found.append(node.attributes[attribute] or "")
    return found


def leads_somewhere(site: Site, target: Target, anchors: dict[str, set[str | None]]) -> bool:
    file = site.folder / target.address
    if file.is_dir():
        # Without its slash, a folder's address is sent on by some servers and not found by others.
        file = file / "index.html" if target.address.endswith("/") or not target.address else file
    return file.is_file() and (not target.anchor or target.anchor in anchors[target.address])


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    """No link of the site is dead, and none leads to a place on a page that is not there."""
    dead = []
    anchors = {page.address: {node.id for node in page.html.css("[id]")} for page in site.pages()}
    for page in site.pages():
        for href in links(page):
            target = page.target(href)
            if target and not leads_somewhere(site, target, anchors):
                dead.append((page, href))
    assert dead == []


def test_no_link_leaves_the_site_unless_the_catalogue_wrote_it(site: Site) -> None:
    """Reading the guide asks no other server for anything, and leads to none that the catalogue does not name."""
    catalogue = site.path.read_text(encoding="utf-8")
    by_hand = "\n".join(file.read_text(encoding="utf-8") for file in site.content.rglob("*.md"))
    foreign = [
        (page, href)
        for page in site.pages()
        for href in links(page)
        if page.target(href) is None and href not in catalogue and href not in by_hand
    ]
    assert foreign == []


def test_nothing_is_loaded_from_another_server(site: Site) -> None:
    """Scripts, styles and pictures come from the site itself, whatever the catalogue links to."""
    for page in site.pages():
        for tag, attribute in LINKED.items():
            if tag != "a":
                loaded = [node.attributes[attribute] or "" for node in page.html.css(f"{tag}[{attribute}]")]
                assert not any(urlsplit(each).netloc for each in loaded), page


def test_an_id_stands_once_on_a_page(site: Site) -> None:
    """An anchor means one place."""
    for page in site.pages():
        counts = Counter(node.id for node in page.html.css("[id]"))
        assert [id_ for id_, number in counts.items() if number > 1] == [], page


def test_one_heading_of_the_first_level(site: Site) -> None:
    """Each page has one title, and it comes before all other headings of the content."""
    for page in site.pages():
        assert len(page.html.css("h1")) == 1, page
        assert page.css(HEADINGS)[0].tag == "h1", page


def test_headings_skip_no_level(site: Site) -> None:
    """Who reads by headings never falls through a missing level."""
    for page in site.pages():
        assert follow_each_other([int((node.tag or "")[1]) for node in page.css(HEADINGS)]), page


def test_headings_say_something(site: Site) -> None:
    """No heading is empty."""
    for page in site.pages():
        assert [node.html for node in page.css(HEADINGS) if not text_of(node)] == [], page


def test_headings_have_names_of_their_own(site: Site) -> None:
    """Two headings of one level never read alike on a page, so that a list of them tells them apart."""
    for page in site.pages():
        counts = Counter((node.tag, text_of(node)) for node in page.css("h2, h3"))
        assert [name for name, number in counts.items() if number > 1] == [], page


def test_tables_say_what_they_are_and_what_their_cells_belong_to(site: Site) -> None:
    """Each table has a caption, and each heading in it says whether it is for a column, a row or a group of rows."""
    for page in site.pages():
        captions = []
        for table in page.css("table"):
            (caption,) = table.css("caption")
            captions.append(text_of(caption))
            scopes = [th.attributes.get("scope") for th in table.css("th")]
            assert set(scopes) <= {"col", "row", "rowgroup"}
            assert "col" in scopes
            assert not {"row", "rowgroup"}.isdisjoint(scopes)
            assert all(text_of(th) for th in table.css("th"))
        assert all(captions)
        assert len(captions) == len(set(captions)), page


def test_regions_and_navigations_have_names(site: Site) -> None:
    """Whatever a screen reader lists as a region says what it is."""
    for page in site.pages():
        for node in page.css("section[tabindex], nav"):
            assert node.attributes.get("aria-label"), page


def test_language_of_each_page(site: Site) -> None:
    """Each page says in which language it is, the region too, so that it is read aloud as it is spoken there."""
    for page in site.pages():
        (html,) = page.html.css("html")
        assert html.attributes["lang"] == site.catalogue.guide.language


def test_titles_tell_pages_apart(site: Site) -> None:
    """In a list of tabs or results each page has a title of its own, with the guide's name in it."""
    titles = []
    for page in site.pages():
        (title,) = page.html.css("head > title")
        titles.append(squeeze(title.text()))
    assert len(titles) == len(set(titles))
    assert all(site.catalogue.guide.title in title for title in titles)


def test_descriptions_tell_pages_apart(site: Site) -> None:
    """Each page says in a sentence of its own what is on it; one that is written by hand may leave that out.

    The error page alone is in no list of results.
    """
    descriptions = []
    by_hand = site.written_by_hand()
    for page in site.pages():
        if page.address != "404.html":
            told = [node.attributes["content"] for node in page.html.css("meta[name=description]")]
            assert len(told) == 1 or (not told and page.address in by_hand), page
            descriptions += told
    assert all(descriptions)
    assert len(descriptions) == len(set(descriptions))


def test_no_page_shows_what_only_a_machine_reads(site: Site) -> None:
    """No template syntax, no name of an empty value and no address in memory stands on a page."""
    for page in site.pages():
        if page.address != site.addresses.catalogue:
            text = text_of(page.content)
            for mark in ("{{", "{%", "None", "Markup(", "<built-in", "object at 0x", "unknown: true"):
                assert mark not in text, (page, mark)
