"""The page on hand-written pages: its example becomes what it says, and each name and link is told."""

from __future__ import annotations

import re

import pytest

from generator.i18n import words
from generator.linter.examples import SMALLEST
from generator.linter.runner import examine
from generator.publish.written.template import fill
from generator.rendering import citer
from generator.routes import ROWS
from generator.source.reader import read
from generator.views import content_pages
from generator.views.context import Context, WholeGuide
from tests.docs.shown import blocks, page

BOTH = pytest.mark.parametrize("name", ["pages.md", "pt-BR/pages.md"])


@pytest.fixture(scope="module")
def context() -> Context:
    catalogue = examine(read(SMALLEST)).catalogue
    assert catalogue is not None
    return Context(WholeGuide(catalogue, words("en"), lambda _: (1, 1)), "")


@BOTH
def test_example_becomes_what_is_shown(name: str, context: Context) -> None:
    """The example, filled from the smallest catalogue, is what stands below it."""
    example, shown = (block.text for block in blocks(page(name)))
    filled = fill(example.split("---\n\n")[1], context)
    seen = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", filled)
    seen = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), re.sub(r"<[^>]+>", "", seen))
    assert seen.strip() == shown.strip()


@BOTH
def test_every_name_is_told(name: str, context: Context) -> None:
    """What a page may name, and each kind of link, has a line; the lines name nothing else."""
    text = page(name)
    told = re.findall(r'^\| `(\w+)(?:\["ID"\])?\.(?:KEY|CHAVE)` ', text, re.MULTILINE)
    assert set(told) == content_pages.names(context, citer(context.whole.words)).keys() - {"link"}
    links = re.findall(r'^\| `\{\{ link\("(\w+)"', text, re.MULTILINE)
    assert sorted(links) == sorted([*content_pages.LINKS, *(route.kind for route in ROWS if route.linked)])


@BOTH
def test_every_link_is_written_as_told(name: str, context: Context) -> None:
    """Each kind of link is written with an id, or without one, as its line has it."""
    ids = {"modality": "repair", "group": "workshop", "requester": "owner", "fact": "fee"}
    for line in re.findall(r"^\| `(\{\{ link\(.+?\}\})` ", page(name), re.MULTILINE):
        kind = re.findall(r'"(\w+)"', line)[0]
        if kind == "term":  # the smallest catalogue has no glossary
            continue
        made = fill(line.replace('"ID"', f'"{ids.get(kind)}"'), context)
        assert made.startswith('<a href="')
