"""Whatever is said of the service rests on facts of the catalogue, and is marked where one of them is an inference."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from generator.wording.inline_markdown import plain
from tests.site.site import CITATION, MARK, Page, Site, squeeze, text_of
from tests.site.statements import Statement, mark, statements

SILENT = ("unknown", "unasked")
"""States that only say that no source speaks."""


def concluded(site: Site, facts: object) -> bool:
    return any(site.catalogue.facts[each].concluded for each in facts)  # type: ignore[attr-defined]


def fact_of(page: Page, link: LexborNode) -> str:
    target = page.target(link.attributes["href"])
    assert target is not None
    assert target.address == page.site.addresses.sources
    return target.anchor


def test_what_stands_in_cells_cards_and_summaries_rests_on_its_facts(site: Site) -> None:
    """Each has just the facts that the catalogue gives for it, and nothing of the kind stands without any."""
    for page in site.generated():
        found = list(statements(page))
        for each in found:
            assert set((each.node.attributes["data-facts"] or "").split()) == each.facts, where(page, each)
            assert each.facts or each.node.attributes.get("data-state") in SILENT, where(page, each)
        every = {node.mem_id for node in page.css("[data-facts], [data-state]")}
        assert every == {each.node.mem_id for each in found}, page


def test_inferences_are_marked_and_nothing_else_is(site: Site) -> None:
    """Where its facts stand beside it, their citation says so, and else a mark that leads to the inference."""
    seen = set()
    for page in site.generated():
        marked = set()
        for each in statements(page):
            marks = mark(each.node)
            marked |= {one.mem_id for one in marks}
            if each.place:
                assert each.facts <= set(page.facts(each.place)), where(page, each)
                # No other statement's inference makes it look like one.
                beside = bool(each.place.css(".citation--inferred"))
                assert beside == concluded(site, each.facts), where(page, each)
                assert not marks, where(page, each)
                continue
            inferred = {fact for fact in each.facts if concluded(site, [fact])}
            assert len(marks) == bool(inferred), where(page, each)
            for one in marks:
                assert fact_of(page, one) in inferred, where(page, each)
                named = one.css_first(".visually-hidden")
                assert named is not None
                assert set(named.text().strip(": ").lower().split(", ")) == inferred
                assert one.text(deep=False) == site.word("inference")
            seen.add(bool(inferred))
        assert {one.mem_id for one in page.css(MARK)} == marked, page
    assert seen == {True, False}


def test_a_citation_says_whether_it_holds_an_inference(site: Site) -> None:
    """Wherever facts are named, an inference among them is marked, and without one nothing is."""
    for page in site.generated():
        for citation in page.css(CITATION):
            facts = (citation.attributes["data-cites"] or "").split()
            marked = "citation--inferred" in (citation.attributes["class"] or "").split()
            assert marked == concluded(site, facts), (page, citation.html)
            untold = all(site.catalogue.facts[fact].unknown for fact in facts)
            word = "inference" if marked else "why" if untold else "source" if len(facts) == 1 else "sources"
            assert citation.text(deep=False) == site.word(word)
            assert not marked or concluded(site, [fact_of(page, citation)]), (page, citation.html)


def test_a_page_has_a_note_of_each_fact_that_it_cites_and_of_each_term_that_it_links(site: Site) -> None:
    """And of no other: the fact, its source and on what basis it is inferred; and each word, as a mark opens it."""
    catalogue = site.catalogue
    for page in site.generated():
        if page.address == site.addresses.sources:
            assert not page.content.css("[data-noted]")
            continue
        notes = {str(each.attributes["data-noted"]): each for each in page.content.css("[data-noted]")}
        cited = {
            fact
            for each in page.css(f"{CITATION}, {MARK}")
            for fact in (each.attributes["data-cites"] or "").split()
        }
        assert cited <= set(notes), page
        stated = {
            fact
            for each in page.css("[data-facts]")
            for fact in (each.attributes["data-facts"] or "").split()
        }
        # What a script cites besides has its note as well: of each price, what it rests on.
        assert set(notes) <= cited | stated or page.address == site.addresses.finder, page
        for id_, note in notes.items():
            fact, text = catalogue.facts[id_], squeeze(note.text())
            assert text.startswith(f"{id_.upper()} {squeeze(plain(fact.text))}"), (page, id_)
            assert (site.word("inference") in [each.text() for each in note.css("span")]) == fact.concluded
            assert not fact.basis or text.endswith(squeeze(plain(fact.basis)))
            source = note.parent.prev if note.parent else None
            while source is not None and not source.is_element_node:
                source = source.prev
            assert source is not None
            assert squeeze(source.text()) == f"{site.word('Source:')} {catalogue.source_of[id_].title}"
        terms = {each.attributes["data-term"] for each in page.content.css("[data-term]")}
        linked = {fact_anchor(page, each) for each in page.css("a.term")}
        assert terms == (set() if page.address == site.addresses.glossary else linked), page


def fact_anchor(page: Page, link: LexborNode) -> str:
    target = page.target(link.attributes["href"])
    assert target is not None
    return target.anchor


def where(page: Page, statement: Statement) -> str:
    return f"{page}: {text_of(statement.node)}"


def test_how_far_the_sources_could_be_read_is_told_once_where_it_matters(site: Site) -> None:
    """At the foot of each page that tells what no source tells, and of no page that tells nothing of the kind."""
    partly = [each.title for each in site.catalogue.sources if each.read_in_part]
    for page in site.generated():
        targets = [page.target(link.attributes["href"]) for link in page.css(".guide a[href*='#']")]
        cited = {each.anchor for each in targets if each and each.address == site.addresses.sources}
        cited |= {
            each
            for node in page.css("[data-facts]")
            for each in (node.attributes["data-facts"] or "").split()
        }
        facts = site.catalogue.facts
        open_ = any(facts[each].unknown for each in cited & facts.keys())
        foot = text_of(page.css(".guide__foot")[0])
        least = int(open_ and page.address != site.addresses.sources)
        assert all(least <= foot.count(each) <= 1 for each in partly), page
    silent = site.page(site.addresses.at("glossary"))
    assert not any(each in text_of(silent.css(".guide__foot")[0]) for each in partly)
