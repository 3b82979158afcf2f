"""Whatever a page or the settings of a project hold, they are judged within bounds, and never by a traceback."""

from __future__ import annotations

import tracemalloc
from functools import cache

import markdown
from hypothesis import given
from hypothesis import settings as held_to
from hypothesis import strategies as st

from generator.linter.examples import SMALLEST
from generator.linter.runner import Examined, examine
from generator.publish.build import Build
from generator.publish.written import conversion, page, settings
from generator.publish.written.links import Places
from generator.publish.written.page import Surroundings
from generator.reporters.message import report_of
from generator.source.parser import parse
from generator.source.reader import SourceFile

MEGABYTES = 60
"""What judging one small file may hold at once: a page is its text, its filled text, and what a parser makes of it."""

PIECES = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            " for a in guide.title ",
            " if ",
            " endfor ",
            " endif ",
            " else ",
        ),
        *(
            "guide",
            ".title",
            "modality",
            "['repair']",
            "|",
            "join",
            "upper",
            "link(",
            "'costs'",
            ")",
            "(",
            "[",
            "]",
        ),
        *(
            "__class__",
            ".__init__",
            "self",
            "loop",
            " raw ",
            " endraw ",
            " set x = ",
            " include 'x' ",
            "range(9)",
        ),
        *(
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<a href='",
            "javascript:",
            "'>",
            "onclick=",
            "&amp;",
            "&",
            "<",
            ">",
        ),
        *(
            "---\n",
            "title: ",
            "words: ",
            "\n",
            "\n\n",
            "  ",
            "- ",
            "> ",
            "# ",
            "| a | b |\n",
            "|---|\n",
            "`",
            "```\n",
        ),
        *(
            "*",
            "**",
            "_",
            "![",
            "](",
            "[^1]",
            "x" * 300,
            "\\",
            "\t",
            "\u202e",
            "á",
            "0",
            ":",
            "{: ",
            "!!python/name:x ",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.builds(
    lambda piece, times: piece * times, PIECES, st.sampled_from([2, 50, 300])
)


@cache
def surroundings() -> Surroundings:
    made = Build(examine(SourceFile("modalities.yaml", SMALLEST.read_text(encoding="utf-8"))))
    html = conversion.converter(["attr_list", "tables", "toc", "fenced_code"])
    places = Places({uri: each.address or "./" for uri, each in made.pages.items()})
    return Surroundings(made.whole, html, places, trusted=False)


def is_told(source: SourceFile, found: list) -> None:
    """Each finding has words, in the file's own lines."""
    told = report_of(
        Examined(source, parse(SourceFile("", "")), None, tuple(found)), surroundings().whole.words
    )
    for problem in told.problems:
        assert problem.message
        assert problem.cure
        assert problem.place is not None
        assert 1 <= problem.place.line <= len(source.lines) + 1


@held_to(max_examples=40)
@given(TEXTS)
def test_any_page_is_judged(text: str):
    """It is filled, or told; what is filled has no script, and no fault of ours comes through as one of Python."""
    tracemalloc.start()
    source = SourceFile("lamps.md", text)
    written, found = page.judged("lamps.md", "lamps/", source, surroundings())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEGABYTES << 20
    is_told(source, found)
    if not found:
        assert "<script" not in markdown.markdown(written.filled).lower()


@held_to(max_examples=40)
@given(TEXTS)
def test_any_settings_are_judged(text: str):
    """What is no YAML is left to MkDocs, and nothing that it names is loaded."""
    source = SourceFile("mkdocs.yml", text)
    is_told(source, list(settings.found(source)))
