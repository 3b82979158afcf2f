"""The readable text of what a server gave, whatever it says that it is."""

from __future__ import annotations

import pytest

from generator.watched import parsing
from generator.watched.outcome import Fetched, NotRead, Why
from generator.watched.reading import read, tidy

HTML = "text/html; charset=utf-8"


def of(body: str | bytes, content_type: str = HTML) -> tuple[str, ...]:
    data = body.encode() if isinstance(body, str) else body
    return read(Fetched(200, "http://source.example/", content_type, data))


def refused(body: bytes, content_type: str = HTML, seconds: float = 20) -> Why:
    with pytest.raises(NotRead) as fault:
        read(Fetched(200, "http://source.example/", content_type, body), seconds)
    return fault.value.why


def test_paragraphs_of_a_page():
    """A block is a paragraph and a row of a table is one; what no reader reads, or stands around a page, is none."""
    page = """<!doctype html><title>T</title><style>p{}</style><nav>Menu</nav><header>Top</header>
    <div>One <b>word</b> and<span> an</span>other<script>no()</script><p>Two<br>lines</p>tail</div>
    <ul><li>first<li>second <ul><li>inner</ul></ul>
    <table><tr><th>Who<td><p>You</p><td>42</table>
    <p hidden>hidden</p><p aria-hidden="true">gone</p><noscript>none</noscript><template><p>no</template>
    <p> • </p><svg><text>no</text></svg><footer>2026</footer><!-- no -->"""
    told = [
        "Top",
        "One word and another",
        "Two",
        "lines",
        "tail",
        "first",
        "second",
        "inner",
        "Who | You | 42",
    ]
    assert [each for each in parsing.paragraphs(page) if each != "•"] == told
    assert parsing.paragraphs(f"<p>around</p><main>{page}</main><p>below</p>") == parsing.paragraphs(page)
    assert parsing.paragraphs("<main>a</main><p>b</p><main>c</main>") == ["a", "b", "c"]


def test_a_page_is_read():
    """A page is read as it is parsed, without what is nothing but signs, and a plain text by its empty lines."""
    assert of("<p>One\u00a0 two</p><p>•</p><p>three</p>") == ("One two", "three")
    assert of("One\ntwo\n \n\nthree", "text/plain") == ("One two", "three")


def test_what_nobody_sees_is_no_difference():
    """Blanks, soft hyphens, marks of direction and how an accent is made are none."""
    assert tidy("EUR 10²") != tidy("EUR 102")
    assert tidy(" a\u00ad\u200bb \u202ec\u0301\n") == tidy("ab \u0107") == "ab ć"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>ação</p>".encode(), "text/html; charset=\x00; \r\n ;;="),
        ("<p>ação</p>".encode(), HTML),
        ("<p>ação</p>".encode("latin-1"), "text/html; charset=ISO-8859-1"),
        ("<p>ação</p>".encode("latin-1"), HTML),
        ("<p>ação</p>".encode(), "text/html; charset=zip"),
        ("<p>ação</p>".encode(), "text/html; charset=rot13"),
        ("<p>ação</p>".encode(), "text/html; charset=" + "x" * 9000),
        ("<p>ação</p>".encode("utf-16"), HTML),
        ("<meta charset=iso-8859-1><p>ação</p>".encode("latin-1"), "text/html"),
        ("<p>ação</p>".encode("utf-8-sig"), "text/html; charset=latin-1"),
    ],
)
def test_letters(body: bytes, content_type: str):
    """A page in other letters than the server says, or in letters that there are not, is read all the same."""
    assert of(body, content_type) == ("ação",)


@pytest.mark.parametrize(
    ("body", "content_type", "why"),
    [
        (b"%PDF-1.7 text", "application/pdf", Why.TYPE),
        (b"%PDF-1.7 text", HTML, Why.TYPE),
        (b"text", "", Why.TYPE),
        (b"<p>te\0xt</p>", HTML, Why.ENCODING),
        (b"", HTML, Why.EMPTY),
        (b"<div id=app></div><script>show('text')</script>", HTML, Why.EMPTY),
    ],
)
def test_what_cannot_be_read(body: bytes, content_type: str, why: Why):
    """What is no page, has no text, or is none of letters is told as such, and is no crash."""
    assert refused(body, content_type) is why


def test_an_intricate_page_is_given_up():
    """A page that is nested beyond all reason ends the program that parses it, not ours."""
    assert refused(b"<div>" * 600_000 + b"text", seconds=0.6) is Why.INTRICATE
    assert of("<div>" * 2000 + "text") == ("text",)
