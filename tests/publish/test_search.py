"""The index of the search: each page and headed part as it reads, and the words by which readers look for it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.analysis.decided_cases import decided_cases
from generator.i18n import listed
from generator.pages import Page
from generator.publish import search
from generator.publish.search import Index, SearchEntry
from generator.publish.search_parts import PagePart
from generator.rendering import Heading, Rendered
from generator.routes import ROUTES, case_anchor
from generator.views.context import WholeGuide
from generator.wording.inline_markdown import plain
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue
from tests.publish.guides import rendered, whole

GUIDES = pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)


def entry(html: str, *headings: Heading, large: bool = False, **named: str) -> SearchEntry | None:
    made: dict[str, Any] = {"title": "Costs", "description": "What it costs.", **named}
    route = ROUTES[made.pop("kind", "costs")]
    page = Page(route, "x/", view=lambda _context: None, **made)
    index = Index(whole(HARBOUR), large=large)
    index.add(page, Rendered(html, headings))
    return index.entries[0] if index.entries else None


BODY = """\
<div><h1>Costs</h1>
<p>Before <a href="../x/">the first</a>, there is this. <span class="citation"><span class="visually-hidden">Sources:
</span><a href="#d1">D1</a> <a href="#d2">D2</a></span></p>
<h2 id="who">Who pays <a class="permalink" href="#who" aria-label="Link to “Who pays”">#</a></h2>
<table><tr><th>Charged</th><td>Unit</td><td></td><td>R$&nbsp;3,50</td></tr></table>
<h3 id="when" class="x"><a href="../y/"><span class="sign" aria-hidden="true">WH</span>When</a>
<a class="permalink" href="#when" aria-label="…">#</a></h3>
<ul><li><span class="sign" aria-hidden="true">NO</span>Now</li><li>Later (<b>never</b>)</li></ul>
<h4 id="unlisted">A part of the last</h4><p>End.</p>
<nav class="leaf"><a href="../z/">Next: more</a></nav>
<footer class="guide__foot"><p>Revision 7</p></footer></div>
"""
HEADINGS = (Heading(2, "who", "Who pays"), Heading(3, "when", "When"))


def test_a_page_holds_its_words_and_those_of_each_headed_part() -> None:
    """Cells and items stay apart, no heading is told twice, and no citation or way to other pages is searched."""
    assert entry(BODY, *HEADINGS) == SearchEntry(
        "x/",
        "Costs",
        "What it costs. Before the first, there is this.",
        parts=(
            PagePart("who", "Who pays", "Charged · Unit · R$ 3,50"),
            PagePart("when", "When", "Now · Later (never) · A part of the last · End."),
        ),
    )


def test_what_a_tool_says_of_itself_is_not_searched() -> None:
    """Neither the excuse for a tool that does not run, nor its choices or buttons, are what a page is about."""
    excuse = '<p class="x" data-needs-script>Needs a script.</p><p data-failed hidden>Not loaded.</p>'
    excuse += '<div class="actions"><a href="#x">Look</a></div>'
    found = entry(f'{excuse}<form class="comparison__tools" hidden><p>Choose</p></form><p>Told.</p>')
    assert found
    assert found.text == "What it costs. Told."


def test_a_page_that_opens_with_its_description_says_it_once() -> None:
    """What is shown of a page is no stammer."""
    found = entry("<h1>Costs</h1><p>All of <b>it</b>. And more.</p>", description="All of it.")
    assert found == SearchEntry("x/", "Costs", "All of it. And more.")


def test_what_looks_like_markup_stays_text() -> None:
    """The search box shows text as text: nothing is escaped for it."""
    html = '<h1>x</h1><h2 id="a">x</h2><p>Support &amp; &lt;Prime&gt; &#34;x&#34;</p>'
    found = entry(html, Heading(2, "a", "B & <C>"), title="A & <B>", description="<i> & so")
    assert found == SearchEntry(
        "x/", "A & <B>", "<i> & so", parts=(PagePart("a", "B & <C>", 'Support & <Prime> "x"'),)
    )


def test_a_term_that_is_concluded_says_so() -> None:
    """What is found of the glossary is the definition alone, and no mark stands beside it."""
    guide = whole(HARBOUR)
    term = guide.catalogue.glossary[0]
    guesses = {
        id_: each.model_copy(update={"inferred": id_ in term.facts})
        for id_, each in guide.catalogue.facts.items()
    }
    guessing = guide.catalogue.model_copy(update={"facts": guesses})
    index = Index(WholeGuide(guessing, guide.words, lambda _path: (1, 1)))
    index.add(Page(ROUTES["glossary"], "g/", "Terms", "", lambda _context: None), Rendered("", ()))
    told = {part.anchor: part.text for part in index.entries[0].parts}
    for each in guessing.glossary:
        mark = " (inference)" if {*each.facts} & {*term.facts} else ""
        assert told[each.id] == f"{plain(each.definition)}{mark}"


def test_a_hidden_page_is_not_found() -> None:
    """Whoever searches wants the guide, not the file behind it."""
    assert entry(BODY, *HEADINGS, kind="catalogue") is None


def test_a_large_guide_has_the_beginning_of_each_page() -> None:
    """A reader's machine has to hold the index, whatever the number of modalities."""
    assert entry(BODY, *HEADINGS, large=True) == SearchEntry(
        "x/", "Costs", "What it costs. Before the first, there is this."
    )
    endless = entry(f"<h1>Costs</h1><p>{'word ' * 100_000}</p>", large=True)
    assert endless is not None
    assert len(endless.text) == search.LONGEST
    assert endless.text.startswith("What it costs. word word")


def test_a_page_written_by_hand_is_found_by_its_parts() -> None:
    """Its headings are those in its HTML."""
    index = Index(whole(HARBOUR))
    html = (
        '<h1 id="about">About</h1>\n<p>This &amp; that.</p>\n'
        '<h2 id="trust">Trust <em>us</em></h2>\n<ul>\n<li>One</li>\n</ul>'
    )
    index.add_written("about/", "About", "What it is.", html)
    assert index.entries == [
        SearchEntry(
            "about/", "About", "What it is. This & that.", parts=(PagePart("trust", "Trust us", "One"),)
        )
    ]


def test_what_an_index_is_made_of_names_its_folder() -> None:
    """The folder's name is known before the index is; it changes with the catalogue and each hand-written page."""
    one = search.made_of("a", {"b.md": "b"})
    assert one == search.made_of("a", {"b.md": "b"})
    others = [("c", {"b.md": "b"}), ("a", {"b.md": "c"}), ("a", {"c.md": "b"}), ("a", {})]
    assert len({one, *(search.made_of(*each) for each in others)}) == 5
    assert "macro search" in one


# The guides themselves


@cache
def index(path: Path) -> Index:
    made = Index(whole(path))
    for page, html in rendered(path):
        made.add(page, html)
    return made


@GUIDES
def test_every_page_and_every_heading_of_a_guide_is_found(path: Path) -> None:
    """Once each, but for hidden pages and what a page says of itself; terms and questions stand on their page."""
    pgettext = whole(path).words.pgettext
    found = [
        f"{each.address}#{part.anchor}"
        for each in index(path).entries
        for part in (*each.parts, PagePart("", "", ""))
    ]
    left_out = {pgettext("anchor", "origin"), pgettext("anchor", "terms"), pgettext("anchor", "asked")}
    wanted = {
        f"{made.address}#{anchor}"
        for made, html in rendered(path)
        if made.part != "hidden"
        for anchor in ("", *(heading.anchor for heading in html.headings))
        if anchor not in left_out
    }
    glossary = whole(path).addresses.glossary
    wanted |= {f"{glossary}#{term.id}" for term in catalogue(path).glossary}
    asked = whole(path).addresses.open_questions
    wanted |= {f"{asked}#{question.id}" for question in catalogue(path).open_questions}
    assert sorted(found) == sorted(wanted)


@GUIDES
def test_readers_find_a_thing_by_each_of_its_names(path: Path) -> None:
    """Earlier names, other forms of a term, and the catalogue's own words for the search lead where they should."""
    guide, addresses = catalogue(path), whole(path).addresses
    at = {each.address: each for each in index(path).entries}
    for modality in guide.modalities:
        words = at[addresses.modality(modality.id)].words
        assert words == (*(each.name for each in modality.earlier_names), *modality.searched_as)
        assert at[addresses.modality(modality.id)].names == len(modality.earlier_names)
    terms = {part.anchor: set(part.words or ()) for part in at[addresses.glossary].parts}
    for term in guide.glossary:
        assert terms[term.id] == {*term.plural, *term.also, *term.searched_as}
    questions = {part.anchor: part.words for part in at[addresses.open_questions].parts}
    for question in guide.open_questions:
        assert questions[question.id] == question.searched_as
    assert guide.guide.pages
    for page in guide.guide.pages:
        assert at[addresses.at(page.page.value)].words == page.searched_as


@GUIDES
def test_no_words_of_a_guide_are_glued_or_escaped_oddly(path: Path) -> None:
    """Cells stay apart, spaces stand where a reader expects them, and no trace of markup is left."""
    html = {made.address: each.html for made, each in rendered(path)}
    for each in index(path).entries:
        texts = [each.text, *(part.text for part in each.parts)]
        texts += [cell for part in each.parts for row in part.table.rows for cell in row.cells]
        for text in texts:
            assert (
                re.findall(r"\\|</?[a-z]+|&[a-z#0-9]+;|\ue000| [,.;](?: |$)|\s{2,}|· ·|^·|·$|#$", text) == []
            )
            glued = re.findall(r"[a-zà-ú][A-ZÀ-Ú][a-zà-ú]{2,}", text)
            assert [word for word in glued if word not in html[each.address]] == [], each.address


@GUIDES
def test_every_case_of_a_guide_is_found_by_its_id(path: Path) -> None:
    """Each case stands once in the index with its anchor, on the page of costs, below what its modality is called."""
    costs = {
        each.address: [anchor for part in each.parts for row in part.table.rows for anchor, _ in row.named]
        for each in index(path).entries
    }
    wanted = [
        case_anchor(case.id)
        for each in catalogue(path).modalities
        for case in decided_cases(catalogue(path), each)
    ]
    assert sorted(costs.pop(whole(path).addresses.costs)) == sorted(wanted)
    assert not any(costs.values())


@GUIDES
def test_the_index_is_strict_and_of_the_version_that_the_script_reads(path: Path) -> None:
    """It is JSON as every reader understands it, it leaves out what is empty, and accents are not blown up."""
    text = index(path).text()
    made = json.loads(text, parse_constant=pytest.fail)
    script = (search.PACKAGE / "browser" / "search_index.js").read_text(encoding="utf-8")
    assert f'VERSION = "{made["version"]}"' in script
    assert [page["at"] for page in made["pages"]] == [each.address for each in index(path).entries]
    language = catalogue(path).guide.language
    assert made["language"] == {name: listed(language, name) for name in made["language"]}
    assert len(made["language"]) == 5
    assert "\\u" not in text
    assert '""' not in text.replace('"at":""', "").replace('"text":""', "")
