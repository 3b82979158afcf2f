"""Search entries from the rendered pages' own headings, so that no one has to parse a theme's page for them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.pages import Page, Rendered

_HEADING = re.compile(r'<h[234][^>]* id="([^"]+)"')
_LEFT_OUT = re.compile(r'<a class="permalink".*?</a>|<h1>.*?</h1>|<footer.*', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")

Entry = dict[str, str]


def entries(pages: Iterable[tuple[Page, Rendered]]) -> Iterator[Entry]:
    """Give an entry for each page and each headed part of it: location, title, text."""
    for page, rendered in pages:
        if page.part == "hidden":
            continue
        titles = {heading.anchor: heading.title for heading in rendered.headings}
        body = _LEFT_OUT.sub("", rendered.html)
        starts = [(match.start(), match.group(1)) for match in _HEADING.finditer(body) if match.group(1) in titles]
        ends = [*(start for start, _ in starts[1:]), len(body)][: len(starts)]
        first = starts[0][0] if starts else len(body)
        yield {
            "location": page.address,
            "title": page.title,
            "text": f"{page.description} {_text(body[:first])}".strip(),
        }
        for (start, anchor), end in zip(starts, ends, strict=True):
            yield {
                "location": f"{page.address}#{anchor}",
                "title": f"{page.title}: {titles[anchor]}",
                "text": _text(body[start:end]),
            }


def add_to_index(index: Path, found: Iterable[Entry]) -> None:
    """Add entries to the index that the theme's search reads."""
    content = json.loads(index.read_text(encoding="utf-8"))
    content["docs"].extend(found)
    index.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _text(fragment: str) -> str:
    # A space for each tag, so that the last word of one cell never grows together with the first of the next.
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", fragment))).strip()
