"""The whole guide as one file: every page is a part, every link leads somewhere, and nothing beside it is needed."""

from __future__ import annotations

from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from generator import rendering
from generator.analysis.decided_cases import decided_cases
from generator.publish import assets, csp
from generator.publish.single_file import Edition, FileWays, by_hand, document, part
from generator.views.term_links import from_here
from tests.catalogues import HARBOUR, PORTUGUESE
from tests.publish import guides

BOTH = pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=["portuguese", "harbour"])


@cache
def text(path: Path, url: str = "") -> str:
    whole = guides.whole(path)
    guide = whole.catalogue.guide
    edition = Edition(guide.title, guide.language, guide.revision, str(guide.date), url)
    pages = [page for page in guides.all_pages(path) if page.part != "hidden"]
    ways = FileWays({page.address for page in pages}, url)
    environment = rendering.environment(whole.words)
    parts = [part(environment, whole, page, ways) for page in pages]
    return document(parts, edition, assets.stylesheet(last=("single_file.css",)), whole.words)


@cache
def file(path: Path, url: str = "") -> LexborHTMLParser:
    return LexborHTMLParser(text(path, url))


@BOTH
def test_every_page_is_a_part(path: Path):
    """Each page but the catalogue's own text is in the file, with its title, and the contents lead to it."""
    shown = [page for page, _ in guides.rendered(path) if page.part != "hidden"]
    parts = file(path).css("main > section")
    assert len(parts) == len(shown)
    headings = [part.css_first("h2").text(strip=True) for part in parts]
    guide = guides.whole(path).catalogue.guide
    titles = [page.title if page.address else guide.invitation or page.title for page in shown]
    assert all(title in heading for title, heading in zip(titles, headings, strict=True))
    links = file(path).css(".one-file__contents a")
    assert [(a.text(), a.attributes["href"]) for a in links] == [
        (page.title, f"#{part.id}") for page, part in zip(shown, parts, strict=True)
    ]


@BOTH
def test_no_anchor_stands_twice(path: Path):
    """Pages share anchors, such as that of the cost; in the file each has its own."""
    ids = [node.id for node in file(path).css("[id]")]
    assert len(ids) == len(set(ids))


@BOTH
def test_every_link_within_leads_somewhere(path: Path):
    """A link to another page became one to its part, and to the very anchor in it."""
    ids = {node.id for node in file(path).css("[id]")}
    links = [a.attributes["href"] or "" for a in file(path).css("a[href]")]
    within = [href for href in links if href.startswith("#")]
    assert len(within) > 100
    assert [href for href in within if href[1:] not in ids] == []
    assert [
        href for href in links if not href.startswith(("#", "https://", "http://", "mailto:", "tel:"))
    ] == []


@BOTH
def test_labels_lead_to_what_they_label(path: Path):
    """What a control, a table or a list is named or described by is still in the file."""
    ids = {node.id for node in file(path).css("[id]")}
    for name in ("for", "aria-labelledby", "aria-describedby"):
        for node in file(path).css(f"[{name}]"):
            assert set((node.attributes[name] or "").split()) <= ids


@BOTH
def test_the_file_needs_nothing_beside_it(path: Path):
    """No script, image, style sheet or frame is fetched, and the policy allows only the styles that it carries.

    What waits for a script is left out, and no link leads there.
    """
    made = file(path)
    assert (
        made.css(
            ".case-form, .comparison__tools, .finder, .bill, .simulator, .actions, [data-needs-script], [data-failed]"
        )
        == []
    )
    assert made.css("script, link, img, iframe, object, embed, source") == []
    assert "url(" not in made.css_first("style").text()
    meta = made.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
    assert meta.startswith("default-src 'none'; style-src 'sha256-")
    # The very bytes between the tags are what a browser hashes.
    styles = text(path).split("<style>")[1].split("</style>")[0]
    wanted = csp.hashes(f"<script>{styles}</script>")[0]
    assert wanted in meta


@BOTH
def test_it_says_what_it_is(path: Path):
    """Title, revision and day stand at its head, and every case id is in it."""
    guide = guides.whole(path).catalogue.guide
    head = file(path).css_first("header").text()
    assert guide.title in head
    assert guide.revision in head
    whole = guides.whole(path)
    cases = {
        case.id
        for modality in whole.catalogue.modalities
        for case in decided_cases(whole.catalogue, modality)
    }
    shown = {node.text(strip=True) for node in file(path).css("a.case, span.case")}
    assert cases <= shown


@BOTH
def test_no_stop_of_the_keyboard_is_for_nothing(path: Path):
    """A box that scrolls is a stop only where nothing in it is one: from a link there the arrow keys scroll it too."""
    boxes = file(path).css('[role="group"][aria-label]')
    assert len(boxes) > 10
    assert [box.attributes.get("tabindex") for box in boxes] == [
        None if box.css("a[href]") else "0" for box in boxes
    ]
    assert len(file(path).css("[tabindex]")) == 1


def test_headings_go_one_deeper():
    """The file's own title is the only first heading; a page's becomes a second one, and none is skipped."""
    made = file(PORTUGUESE)
    assert len(made.css("h1")) == 1
    levels = [int(node.tag[1]) for node in made.css("h1, h2, h3, h4, h5, h6") if node.tag]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_what_is_no_part_leads_to_the_web():
    """The catalogue's own text is no part: with the site's address a link leads there, without only its text stays."""
    address = guides.whole(PORTUGUESE).addresses.catalogue
    known = file(PORTUGUESE, "https://guide.example/").css(f'a[href^="https://guide.example/{address}"]')
    assert known
    assert "guide.example" not in text(PORTUGUESE)
    assert known[0].text() in file(PORTUGUESE).css_first("main").text()


@pytest.mark.parametrize(
    ("url", "led"),
    [
        ("", "line 1"),
        ("https://guide.example/", '<a href="https://guide.example/file/#l1" title="x">line 1</a>'),
    ],
)
def test_a_text_of_the_catalogue_leads_to_the_web_as_well(url: str, led: str):
    """A link in it to what is no part: with the site's address it leads there, without only its text stays."""
    ways = FileWays({"way/"}, url)
    html = Markup('<a href="file/#l1" title="x">line 1</a> and <a href="way/">the way</a>')
    assert from_here(html, partial(ways.page, "")) == f'{led} and <a href="#way">the way</a>'


def test_a_page_by_hand_looks_like_the_others():
    """What people wrote is laid out as what is generated, its title too."""
    edition = Edition("Guide", "en", "1", "today", "")
    way = by_hand("way/", "Way", "<p>Text</p>", FileWays({"way/"}, ""))
    made = document([way], edition, "", guides.whole(PORTUGUESE).words)
    (page,) = LexborHTMLParser(made).css("main .guide")
    assert [node.text() for node in page.css("h2, p")] == ["Way", "Text"]


def test_a_page_by_hand_may_be_written_in_any_way():
    """Quotes, capitals and signs in attributes are read as a browser reads them; what is no address stays as it is."""
    edition = Edition("Guide", "en", "1", "today", "")
    html = (
        "<H2 ID=one title='a > b'>One</H2><P ID=>See <A TITLE='>' HREF='../other/#two'>two</A>, <a href=#one>one</a>, "
        "<a href='../nowhere/'>none</a> and <a href='http://['>odd</a>"
    )
    ways = FileWays({"way/", "other/"}, "")
    parts = [by_hand("way/", "Way", html, ways), by_hand("other/", "Other", '<p id="two">Two</p>', ways)]
    made = LexborHTMLParser(document(parts, edition, "", guides.whole(PORTUGUESE).words))
    way = made.css_first("#way")
    assert [a.attributes["href"] for a in way.css("a")] == ["#other.two", "#way.one", "http://["]
    assert [(node.tag, node.id) for node in way.css("[id]:not([id=''])")] == [
        ("section", "way"),
        ("h3", "way.one"),
    ]
    assert [span.text() for span in way.css("span")] == ["none"]


def test_a_style_sheet_that_ends_itself_is_refused():
    """Styles that hold the end of their own element would spill into the page."""
    edition = Edition("Guide", "en", "1", "today", "")
    with pytest.raises(ValueError, match="style sheet"):
        document([], edition, "a{}</style>", guides.whole(PORTUGUESE).words)
