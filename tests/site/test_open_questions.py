"""What the guide does not answer: every gap of the catalogue, as a question, with whom to ask."""

from __future__ import annotations

import pytest

from generator.analysis.assertions import stands
from generator.catalogue.fields import UNKNOWN
from tests.site.gaps import Open, asked, gaps, whom, written_out
from tests.site.site import Page, Section, Site, Target, Told, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.open_questions)


def hold(page: Page, section: Section, tag: str, questions: list[Open], about: list[list[str]]) -> None:
    """Hold the questions under a heading to those that are wanted: names, facts, whom to ask, and about what.

    Whom to ask is told once, before all questions that are theirs. What a question is about is said under it, where no
    heading above it has said so.
    """
    site = page.site
    headings = section.css(tag)
    assert sorted(node.id or "" for node in headings) == sorted(each.anchor for each in questions)
    wanted = {each.anchor: (each, modalities) for each, modalities in zip(questions, about, strict=True)}
    asks = asked_of(page, section, tag)
    groups = list(asks.values())
    assert len({id(each) for each in groups}) == len({tuple(each) for each in groups}), "told once"
    for heading in headings:
        each, modalities = wanted[heading.id or ""]
        box = heading.parent
        assert box is not None
        if box.tag == "summary":
            box = box.parent
        assert box is not None
        status, *more = box.css("p")
        told = page.told(status)
        assert told == site.told(told.text, each.facts)
        assert [name for name in each.names if name not in f"{text_of(heading)} {told.text}"] == []
        assert asks[each.anchor] == whom(site, each.contacts)
        lists = site.addresses.at("agreement")
        found = [link for node in more for link in page.links(node)]
        links = [link for link in found if not (link[1] and link[1].address.startswith(lists))]
        names = site.catalogue.modality
        assert links == [(names[id_].name, Target(site.addresses.modality(id_), "")) for id_ in modalities]


def asked_of(page: Page, section: Section, tag: str) -> dict[str, list[Told]]:
    """Return whom each question under a heading is asked of: who is named last before it."""
    found: dict[str, list[Told]] = {}
    here: list[Told] = []
    between = False
    for node in section.css(f"{tag}, .question__ask"):
        if node.tag == tag:
            found[node.id or ""] = here
            between = True
        else:
            here = [page.told(node)] if between or not here else [*here, page.told(node)]
            between = False
    return found


def test_what_people_ask(site: Site, page: Page) -> None:
    """Each question that the catalogue writes out stands there with what is known, whom to ask, and about what."""
    assert page.has_section(site.anchor("asked")) == bool(site.catalogue.open_questions)
    if not site.catalogue.open_questions:
        return
    section = page.section(site.anchor("asked"))
    about = [list(each.modalities) for each in site.catalogue.open_questions]
    hold(page, section, "h3", asked(site), about)


def test_what_is_missing_modality_by_modality(site: Site, page: Page) -> None:
    """Each `unknown` of the catalogue is asked under its modality, but for what a written question asks already."""
    section = page.section(site.anchor("gaps"))
    wanted = {each.id: gaps(site, each) for each in site.catalogue.modalities}
    assert [node.id for node in section.css("h3")] == [id_ for id_, questions in wanted.items() if questions]
    for id_, questions in wanted.items():
        if questions:
            part = page.section(id_)
            modality = site.catalogue.modality[id_]
            own = (modality.name, Target(site.addresses.modality(id_), ""))
            assert [page.links(node) for node in part.css(".question__of")] == [[own]]
            hold(page, part, "h4", questions, [[]] * len(questions))


def test_a_gap_that_somebody_has_asked_is_not_asked_again(site: Site, page: Page) -> None:
    """Where a written question stands for a gap, there is none that the guide would make of it."""
    made = {each.anchor for modality in site.catalogue.modalities for each in written_out(site, modality)}
    assert made.isdisjoint(node.id for node in page.css("[id]"))


def test_nothing_unknown_is_kept_silent(site: Site, page: Page) -> None:
    """Each fact that says that no source tells something is cited here."""
    unknown = {fact.id for fact in site.catalogue.facts.values() if fact.unknown}
    cited = set(page.facts(page.content))
    assert unknown - cited == set()


def test_facts_behind_each_unknown_are_cited(site: Site, page: Page) -> None:
    """Wherever the catalogue says `unknown`, the facts that say so stand beside the question."""
    cited = set(page.facts(page.content))
    for path, state, facts in stands(site.catalogue):
        if state == UNKNOWN:
            assert set(facts) <= cited, path
