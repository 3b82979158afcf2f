"""A catalogue read as its promises: all that it tells stands in them, and nothing that means nothing does."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from generator import pricing
from generator.analysis.traversal import entries, texts
from generator.catalogue.root import Catalogue
from generator.decisions.finder import advise
from generator.i18n import words
from generator.linter.recovery import changed
from generator.promises.entries import homes
from generator.promises.promise import Kind, Promise
from generator.promises.reading import promises
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

FOR_NO_READER = {"searched_as", "words", "icon", "suppress"}


@pytest.fixture(params=[PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def guide(request: pytest.FixtureRequest) -> Catalogue:
    path: Path = request.param
    return catalogue(path)


def read(guide: Catalogue) -> tuple[Promise, ...]:
    return promises(guide, words(guide.guide.language))


def test_every_text_is_promised(guide: Catalogue):
    """Each text of the catalogue stands in a promise, but for what only the search or the writer reads."""
    told = "\n".join(f"; {each.told};" for each in read(guide))
    for path, text in texts(guide):
        if not FOR_NO_READER & set(map(str, path)):
            assert f"“{' '.join(text.split())}”" in told or f"; {text};" in told, path


def test_every_case_is_promised(guide: Catalogue):
    """Each case of each modality has one line, by its id, with its payer where somebody pays."""
    found = {each.subject: each.told for each in read(guide) if each.kind is Kind.CASE}
    decided = [case for modality in guide.modalities for case in pricing.cases(guide, modality)]
    assert found.keys() == {case.id for case in decided}
    assert len(decided) == len(found)
    for case in decided:
        if case.payer in guide.party:
            assert case.payer in found[case.id]


def test_every_path_is_promised(guide: Catalogue):
    """Whatever is answered falls under one path, and its line names what the finder recommends, the best first."""
    codes = {each.code: each.id for each in guide.modalities}
    paths = {
        each.subject: tuple(
            codes[word] for word in each.told.partition(" [")[0].replace(",", " ").split() if word in codes
        )
        for each in read(guide)
        if each.kind is Kind.PATH
    }
    questions = guide.finder.questions
    for answers in product(*([answer.id for answer in question.answers] for question in questions)):
        given = dict(zip((question.id for question in questions), answers, strict=True))
        fitting = {
            recommended
            for path, recommended in paths.items()
            if all(given[name] == answer for name, answer in (each.split("=") for each in path.split(", ")))
        }
        assert fitting == {*advise(guide.finder, given).recommended}


def test_order_means_nothing(guide: Catalogue):
    """Modalities, sources, rules, rows and sentences in another order promise the same."""
    turned = changed(
        guide,
        {
            ("modalities",): guide.modalities[::-1],
            ("sources",): guide.sources[::-1],
            ("glossary",): guide.glossary[::-1],
            ("open_questions",): guide.open_questions[::-1],
            ("pricing_rules",): tuple(
                changed(rule, {("rows",): rule.rows[::-1], ("examples",): rule.examples[::-1]})
                for rule in guide.pricing_rules[::-1]
            ),
            ("finder", "rows"): guide.finder.rows[::-1],
            ("finder", "questions"): guide.finder.questions[::-1],
        },
    )
    turned = changed(
        turned,
        {
            ("modalities", index, key): value
            for index, each in enumerate(turned.modalities)
            for key, value in (
                ("recommendations", each.recommendations[::-1]),
                ("scopes", dict(reversed(each.scopes.items()))),
                ("facts", each.facts[::-1]),
            )
        },
    )
    assert turned != guide
    assert [each[:3] for each in read(turned)] == [each[:3] for each in read(guide)]


@pytest.mark.parametrize("key", ["steps", "preconditions"])
def test_order_of_what_is_done_means_something(guide: Catalogue, key: str):
    """What comes first and what comes next is promised as it stands."""
    index, each = next((i, m) for i, m in enumerate(guide.modalities) if len(getattr(m, key)) > 1)
    turned = changed(guide, {("modalities", index, key): getattr(each, key)[::-1]})
    assert read(turned) != read(guide)


def test_lines_of_text_mean_nothing(guide: Catalogue):
    """A text that is broken into lines elsewhere promises the same."""
    reason = guide.finder.rows[0].reason
    turned = changed(guide, {("finder", "rows", 0, "reason"): reason.replace(" ", "\n", 1)})
    assert read(turned) == read(guide)


def test_one_change_is_one_line(guide: Catalogue):
    """A change of one sentence, of one name and of one date is a change of one line each."""
    before = set(read(guide))
    modality = guide.modalities[0]
    for path, value in (
        (("modalities", 0, "summary"), f"{modality.summary} Mais."),
        (("sources", 0, "checked"), date(2031, 1, 31)),
        (("guide", "revision"), "changed"),
    ):
        after = set(read(changed(guide, {path: value})))
        assert len(after - before) == len(before - after) == 1


def test_entries_of_a_promise_are_addresses(guide: Catalogue):
    """A promise names what it tells of by addresses that have no number, and are those of entries with an id."""
    known = {home for path, _ in entries(guide) for home in homes(guide, path)}
    for each in read(guide):
        assert known.issuperset(each.entries), each
        assert each.entries or each.subject.startswith("guide") or each.subject == "*", each
