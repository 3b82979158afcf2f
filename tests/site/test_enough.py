"""The engine's guides have all that the rules look for: a rule that finds nothing to judge would prove nothing.

The published guide is held to the same rules, and may do without any of it.
"""

from __future__ import annotations

from generator.catalogue.modalities import Start
from tests.site.gaps import written_out
from tests.site.site import Site
from tests.site.test_modality import difference_tables, pages
from tests.site.test_valid_html import PART, SHOWN


def test_there_are_pages_enough(site: Site) -> None:
    """Of every kind there is one, and more parts of the one file than are handed to the validator."""
    assert len(site.pages()) > 20
    single_file = (site.folder / site.addresses.single_file).read_text(encoding="utf-8")
    assert single_file.count(PART) > SHOWN


def test_there_are_both_starts(site: Site) -> None:
    """Somewhere the clock starts, and somewhere the charge."""
    seen = {start for each in site.catalogue.modalities for step in each.steps for start in step.starts}
    assert seen == set(Start)


def test_there_are_differences(site: Site) -> None:
    """Modalities have neighbours that they differ from."""
    assert any(difference_tables(page) for _, page in pages(site))


def test_there_is_what_a_catalogue_may_leave_out(site: Site) -> None:
    """Terms, written questions, one in place of a question that follows by itself, help for who cannot tell."""
    offer = site.catalogue
    assert offer.glossary
    assert offer.open_questions
    assert any(written_out(site, each) for each in offer.modalities)
    assert any((offer.guide.outcome_unknown, *(each.if_unknown for each in offer.dimensions)))
