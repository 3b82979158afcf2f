"""Pictures in the guide as one file: carried as data, named where they cannot be, and never more than a picture."""

from __future__ import annotations

import base64

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.i18n import words
from generator.publish import inline_images
from generator.publish.inline_images import LARGEST, carried
from generator.publish.single_file import Edition, FileWays, by_hand, document

ENGLISH = words("en")
FILES = {
    "a b.png": b"picture",
    "way/c.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "large.png": b"x" * (LARGEST + 1),
    "just.png": b"x" * LARGEST,
    "table.xlsx": b"no picture",
}


def shown(html: str, address: str = "way/") -> tuple[LexborHTMLParser, list[tuple[str, str]]]:
    made, lost = carried(html, address, FILES.get, ENGLISH)
    return LexborHTMLParser(made), [(each.name, each.why) for each in lost]


@pytest.mark.parametrize(
    ("tag", "kind", "name"),
    [
        ('<img alt="Two lamps" src="../a%20b.png" />', "image/png", "a b.png"),
        ("<img src='../a b.png?v=2' srcset='x.png 2x' alt='Two lamps'>", "image/png", "a b.png"),
        ('<IMG alt="Two lamps" data-src="no.png" title="a > b" src="c.svg">', "image/svg+xml", "way/c.svg"),
        ('<img alt="Two lamps" src=c.svg>', "image/svg+xml", "way/c.svg"),
        (
            '<picture><source srcset="b.webp" type="image/webp"><img alt="Two lamps" src=c.svg></picture>',
            "image/svg+xml",
            "way/c.svg",
        ),
    ],
)
def test_a_picture_is_carried_with_its_words(tag: str, kind: str, name: str):
    """However it is written, the picture that the page shows is the file's own, and its alternative text stays."""
    made, lost = shown(f"<p>Here: {tag}</p>")
    (image,) = made.css("img")
    assert image.attributes["src"] == f"data:{kind};base64,{base64.b64encode(FILES[name]).decode()}"
    assert image.attributes["alt"] == "Two lamps"
    assert made.css("[srcset]") == []
    assert lost == []


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("none.png", inline_images.MISSING),
        ("http://[", inline_images.MISSING),
        (" ", inline_images.MISSING),
        ("../large.png", "1001 KB"),
        ("../table.xlsx", "avif, gif"),
        ("https://elsewhere.invalid/a.png", inline_images.ELSEWHERE),
        ("//elsewhere.invalid/a.png", inline_images.ELSEWHERE),
    ],
)
def test_a_picture_that_is_not_carried_leaves_its_words(source: str, why: str):
    """What is missing, too large, no picture or somewhere else is told by name; its words stand in its place."""
    made, ((name, told),) = shown(f'<p><a href="x/"><img alt="A &lt;lamp&gt;" src="{source}"></a></p>')
    assert name == source
    assert why in told
    assert made.css("img") == []
    assert made.css_first("a").text() == "A <lamp>"


def test_a_picture_may_be_just_so_large():
    """The bound itself is within."""
    assert shown('<img alt="" src="../just.png">')[1] == []


def test_the_policy_is_wider_only_for_pictures():
    """A file without pictures allows none; with some, only those that it carries."""
    edition = Edition("Guide", "en", "1", "today", "")
    html, _ = carried('<h1>Way</h1><img alt="" src="c.svg">', "way/", FILES.get, ENGLISH)
    for body, allowed in (("<h1>Way</h1>", False), (html, True)):
        made = LexborHTMLParser(
            document([by_hand("way/", "Way", body, FileWays(set(), ""))], edition, "", ENGLISH)
        )
        policy = made.css_first("meta[http-equiv]").attributes["content"] or ""
        assert ("img-src data:;" in policy) is allowed
        assert "script-src" not in policy
