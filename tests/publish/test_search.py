"""Search entries: one for each page and each headed part, with the words as they stand there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.pages import Heading, Page, Rendered
from generator.publish import search
from tests.catalogues import HARBOUR, REAL
from tests.publish.guides import rendered

GUIDES = pytest.mark.parametrize("path", [REAL, HARBOUR], ids=lambda path: path.stem)


def page(title: str = "Costs", part: str = "costs", description: str = "What it costs.") -> Page:
    return Page("costs/", title, description, "costs", lambda _context: None, part=part)


def entries(html: str, *headings: Heading, **named: str) -> list[dict[str, str]]:
    return list(search.entries([(page(**named), Rendered(html, headings))]))


BODY = """\
<div><h1>Costs</h1>
<p>Before <a href="../x/">the first</a>, there is this.</p>
<h2 id="who">Who pays <a class="permalink" href="#who" aria-label="Link to “Who pays”">#</a></h2>
<table><tr><th>Charged</th><td>Unit</td><td>R$&nbsp;3,50</td></tr></table>
<h3 id="when" class="x"><a href="../y/">When</a> <a class="permalink" href="#when" aria-label="…">#</a></h3>
<ul><li>Now</li><li>Later (never)</li></ul>
<h4 id="unlisted">A part of the last</h4><p>End.</p>
<footer class="guide__foot"><p>Revision 7</p></footer></div>
"""
HEADINGS = (Heading(2, "who", "Who pays"), Heading(3, "when", "When"))


def test_a_page_has_an_entry_and_each_headed_part_of_it_one():
    """Where it stands, its title, and its words; cells stay apart, and no heading is told twice."""
    assert entries(BODY, *HEADINGS) == [
        {"location": "costs/", "title": "Costs", "text": "What it costs. Before the first, there is this."},
        {"location": "costs/#who", "title": "Costs: Who pays", "text": "Charged Unit R$ 3,50"},
        {
            "location": "costs/#when",
            "title": "Costs: When",
            "text": "Now Later (never) A part of the last End.",
        },
    ]


def test_a_page_without_headings_is_one_entry():
    """All its words are in it."""
    assert entries("<h1>Costs</h1><p>All.</p>") == [
        {"location": "costs/", "title": "Costs", "text": "What it costs. All."}
    ]


def test_what_looks_like_markup_is_escaped_once():
    """The theme shows an entry as HTML."""
    found = entries(
        '<h1>x</h1><h2 id="a">x</h2><p>Support &amp; &lt;Prime&gt; &#34;x&#34;</p>',
        Heading(2, "a", "B & <C>"),
        title="A & <B>",
        description="<i> & so",
    )
    assert found == [
        {"location": "costs/", "title": "A &amp; &lt;B&gt;", "text": "&lt;i&gt; &amp; so"},
        {
            "location": "costs/#a",
            "title": "A &amp; &lt;B&gt;: B &amp; &lt;C&gt;",
            "text": 'Support &amp; &lt;Prime&gt; "x"',
        },
    ]


def test_a_hidden_page_is_not_found():
    """Whoever searches wants the guide, not the file behind it."""
    assert entries(BODY, *HEADINGS, part="hidden") == []


def test_entries_join_those_of_hand_written_pages(tmp_path: Path):
    """What the theme wrote stays, its settings too, and accents are not blown up."""
    index = tmp_path / "search_index.json"
    index.write_text(json.dumps({"config": {"lang": ["pt"]}, "docs": [{"location": "a/"}]}), encoding="utf-8")
    search.add_to_index(index, [{"location": "b/", "title": "Órgão", "text": ""}])
    text = index.read_text(encoding="utf-8")
    assert json.loads(text) == {
        "config": {"lang": ["pt"]},
        "docs": [{"location": "a/"}, {"location": "b/", "title": "Órgão", "text": ""}],
    }
    assert "Órgão" in text


# The guides themselves


@GUIDES
def test_every_page_and_every_heading_of_a_guide_is_found(path: Path):
    """Once each, but for hidden pages."""
    found = [entry["location"] for entry in search.entries(rendered(path))]
    wanted = [
        f"{made.address}{anchor}"
        for made, html in rendered(path)
        if made.part != "hidden"
        for anchor in ("", *(f"#{heading.anchor}" for heading in html.headings))
    ]
    assert sorted(found) == sorted(wanted)
    assert len(set(found)) == len(found)


@GUIDES
def test_no_words_of_a_guide_are_glued_or_escaped_oddly(path: Path):
    """Cells stay apart, spaces stand where a reader expects them, and no trace of markup is left."""
    for made, html in rendered(path):
        for entry in search.entries([(made, html)]):
            text = entry["text"]
            assert re.findall(r"\\|<|>|&(?!amp;|lt;|gt;)| [,;.](?: |$)|\s{2,}|#$", text) == [], entry[
                "location"
            ]
            glued = re.findall(r"[a-zà-ú][A-ZÀ-Ú][a-zà-ú]{2,}", text)
            assert [word for word in glued if word not in html.html] == [], entry["location"]
