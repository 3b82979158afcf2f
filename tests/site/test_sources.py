"""The sources: each fact under its id, with what limits it and every statement of the guide that rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from babel.dates import format_date
from pydantic import BaseModel
from selectolax.lexbor import LexborNode

from generator.catalogue.modalities import RequiredPrecondition
from generator.catalogue.pricing_rules import PricingRule
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Trust
from generator.wording.inline_markdown import plain
from tests.site.site import CITATION, Page, Site, squeeze, text_of

TEXT_KEYS = (
    "text",
    "summary",
    "definition",
    "description",
    "reason",
    "question",
    "how",
    "prevails",
    "name",
)
"""Where an entry says what it says, the first that it has."""

LINK = re.compile(r"\]\((https?://[^)]*)\)")


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.sources)


def item(page: Page, fact: str) -> LexborNode:
    return page.one(f"li[id='{fact}']")


def test_each_source_stands_with_its_facts(site: Site, page: Page) -> None:
    """A source is named with where it is, how far it is trusted, and when it was checked; its facts are below it."""
    anchors = [f"{site.anchor('source')}-{source.id}" for source in site.catalogue.sources]
    assert [node.id for node in page.css("h2")] == anchors
    for anchor, source in zip(anchors, site.catalogue.sources, strict=True):
        section = page.section(anchor)
        assert section.title == f"{source.code} · {source.title}"
        told = dict(page.definitions(section.css("dl > div")))
        where = told[site.word("Where")]
        assert text_of(where) == squeeze(" ".join(filter(None, (plain(source.where), source.url))))
        links = [link.attributes["href"] or "" for link in where.css("a")]
        assert links == [*LINK.findall(source.where), *([source.url] if source.url else [])]
        assert text_of(told[site.word("Trust")])
        day = format_date(source.checked, "long", locale=site.locale)
        assert text_of(told[site.word("Last checked")]) == squeeze(day)
        if source.note:
            assert text_of(told[site.word("Note")]) == squeeze(plain(source.note))
        assert [node.id for node in section.css("li[id]")] == [fact.id for fact in source.facts]


def test_each_fact_is_told_with_its_marks(site: Site, page: Page) -> None:
    """A fact says itself, whether it is our own inference, whether the sources leave it open, and on what basis."""
    for fact in site.catalogue.facts.values():
        first, *more = (node for node in item(page, fact.id).iter() if node.tag == "p")
        words = [fact.id.upper(), plain(fact.text)]
        words += [site.word("inference")] * (fact.inferred and not fact.unknown)
        words += [site.word("left open by the sources")] * fact.unknown
        assert text_of(first) == squeeze(" ".join(words))
        basis = [squeeze(f"{site.word('On what basis:')} {plain(fact.basis)}")] if fact.basis else []
        overruled = (
            site.word(
                "What holds is fact {fact}, because {because}",
                fact=fact.overruled_by.upper(),
                because=plain(fact.because or ""),
            )
            if fact.overruled_by
            else None
        )
        assert [text_of(node) for node in more] == basis + ([squeeze(overruled)] if overruled else [])


COUNTING = ("Counted by", "Least quantity", "After that", "Rounding", "Rate per minute", "Rate per hour")
"""By these labels a rule's page tells how time is counted, and at which rate."""


def statements(catalogue: Catalogue, counting: list[str]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Give every entry of a catalogue that rests on facts, with the texts by which it may be told."""
    names: dict[str, str] = {entry.id: entry.name for entry in catalogue.scope.values()}
    names |= {entry.id: entry.name for entry in (*catalogue.preconditions, *catalogue.aspects)}
    names |= {entry.id: entry.name for entry in catalogue.requesters}
    names |= {entry.id: entry.name for entry in catalogue.requester_groups}

    def walk(entry: Any, above: list[str]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
        if isinstance(entry, BaseModel):
            said = [getattr(entry, key) for key in TEXT_KEYS if getattr(entry, key, None)]
            if not said and isinstance(entry, RequiredPrecondition):
                said = [names[entry.precondition]]
            if isinstance(entry, PricingRule):
                said += counting
            for key in type(entry).model_fields:
                value = getattr(entry, key)
                if key == "facts" or key.endswith("_facts"):
                    yield value or (), said or above
                elif not (isinstance(entry, Catalogue) and key in ("sources", "claims")):
                    yield from walk(value, said or above)
        elif isinstance(entry, dict):
            for id_, value in entry.items():
                yield from walk(value, [str(names.get(id_, id_))])
        elif isinstance(entry, tuple):
            for value in entry:
                yield from walk(value, above)

    return walk(catalogue, [])


def resting(page: Page, fact: str) -> list[str]:
    return [text_of(node) for node in item(page, fact).css("li li")]


def test_every_statement_that_rests_on_a_fact_is_listed(site: Site, page: Page) -> None:
    """Who doubts a fact sees all that would fall with it: each statement of the catalogue that names it."""
    counting = [site.word(label) for label in (*COUNTING, "Rate of the time")]
    missing = [
        (fact, texts)
        for facts, texts in statements(site.catalogue, counting)
        for fact in facts
        if not any(squeeze(plain(text)) in told for text in texts for told in resting(page, fact))
    ]
    assert missing == []


def test_no_statement_is_listed_that_does_not_rest_on_the_fact(site: Site, page: Page) -> None:
    """What a fact lists leads to a page that cites the fact."""
    for fact in site.catalogue.facts:
        for link in item(page, fact).css("li li a"):
            target = page.target(link.attributes["href"])
            assert target is not None
            there = site.page(target.address)
            # The comparison names each scope, and leaves the citing to the pages of the modalities.
            cites = target.address != site.addresses.comparison
            assert not cites or fact in there.facts(there.content), (fact, text_of(link))


def test_words_torn_from_a_sentence_are_no_statement(site: Site, page: Page) -> None:
    """A claim names words of a text, for a check to prove: the text itself is listed, and that only once."""
    listed = {told for fact in site.catalogue.facts for told in resting(page, fact)}
    assert site.catalogue.claims
    assert listed.isdisjoint(squeeze(plain(claim.phrase)) for claim in site.catalogue.claims)


def test_a_step_is_listed_with_who_takes_it(site: Site, page: Page) -> None:
    """What somebody else does is not told as if the modality did it."""
    for modality in site.catalogue.modalities:
        for step in modality.steps:
            told = squeeze(f"{modality.name}, {step.actor}: {plain(step.text)}")
            assert [fact for fact in step.facts if told not in resting(page, fact)] == []


def test_how_far_a_source_is_trusted_is_said_once(site: Site, page: Page) -> None:
    """What follows from its being the authority, its writers say in its note: beside that stands the word alone."""
    for source in site.catalogue.sources:
        told = dict(page.definitions(page.section(f"{site.anchor('source')}-{source.id}").css("dl > div")))
        if source.trust is Trust.AUTHORITY:
            assert text_of(told[site.word("Trust")]) == site.word("Authority")


def test_the_number_of_statements_is_said(site: Site, page: Page) -> None:
    """The line above a fact's statements counts them; a fact without any has no such line."""
    for fact in site.catalogue.facts:
        counts = [re.findall(r"\d+", text_of(node)) for node in item(page, fact).css("summary")]
        number = len(resting(page, fact))
        assert counts == ([[str(number)]] if number else [])


def test_each_citation_names_a_fact(site: Site) -> None:
    """No citation is empty: where a source is promised, one is named."""
    for page in site.pages():
        assert [node.html for node in page.css(CITATION) if not node.attributes["data-cites"]] == []


def test_the_catalogue_is_shown_line_by_line(site: Site) -> None:
    """The page of the catalogue shows the file as it is: each line under its number, none changed."""
    page = site.page(site.addresses.catalogue)
    lines = site.path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    shown = page.css("pre [id]")
    assert [node.id for node in shown] == [f"l{number}" for number in range(1, len(lines) + 1)]
    assert [node.text().rstrip("\n").split(" ", 1)[1] for node in shown] == lines
