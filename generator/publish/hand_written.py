"""Pages that people write: their words are held to the dictionary, and the catalogue's values are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment

from generator import rendering
from generator.analysis import content_spelling
from generator.linter.runner import check
from generator.publish.faults import Fault
from generator.views.context import Context, WholeGuide

_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
"""How Markdown aligns the cells of a table; the policy of the pages allows no such attribute."""


@dataclass(frozen=True)
class Written:
    """A page as it was written: its file, its address, its text with and without the front matter, and that."""

    uri: str
    address: str
    source: str = ""
    markdown: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def description(self) -> str:
        return str(self.meta.get("description", ""))

    @property
    def front(self) -> str:
        source, markdown = self.source, self.markdown
        return source[: len(source) - len(markdown)] if source.endswith(markdown) else ""


def fill(environment: Environment, whole: WholeGuide, page: Written) -> str:
    """Return the Markdown of a page with the catalogue's values; raises `Fault`."""
    try:
        return rendering.fill(environment, page.markdown, Context(whole, page.address))
    except rendering.BadPage as error:
        # Front matter is no longer in the text: its lines count too.
        line = page.front.count("\n") + error.line
        raise Fault(f"{page.uri}:{line}: {error}") from None


def remarks(whole: WholeGuide, page: Written) -> Iterator[str]:
    """Say of each word that is in no dictionary where it stands, what was likely meant, and the cure."""
    _ = whole.words.gettext
    listed = page.meta.get("words") or ()
    accepted = map(str, listed if isinstance(listed, list) else [listed])
    text = content_spelling.seen(page.front) + page.markdown
    for each in content_spelling.misspelt(whole.catalogue, text, accepted):
        told = [_(check("misspelt-word").words.message).format(seen=each.word)]
        if each.near:
            told.append(_("Did you mean “{word}”?").format(word=each.near))
        yield f"{page.uri}:{each.line}:{each.column}: {' '.join(told)} {_(content_spelling.CURE)}"


def aligned(html: str) -> str:
    """Return the HTML of a page with classes where Markdown aligns cells by style."""
    return _ALIGNED.sub(r' class="align-\1"', html)


def is_searched(meta: Mapping[str, Any]) -> bool:
    """Tell whether a page wants to be found: as the theme has it, `exclude: true`; `false` can only mean the same."""
    told = meta.get("search")
    return told is not False and not (isinstance(told, dict) and told.get("exclude"))
