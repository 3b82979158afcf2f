"""Search entries from the rendered pages' own headings, so that no one has to parse a theme's page for them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.pages import Page, Rendered

_HEADING = re.compile(r'<h([234])[^>]* id="([^"]+)".*?</h\1>', re.DOTALL)
_LEFT_OUT = re.compile(r'<a class="permalink".*?</a>|<h1>.*?</h1>|<footer.*', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE_BEFORE_STOP = re.compile(r" (?=[,.;:!?)](?: |$))")

Entry = dict[str, str]


def entries(pages: Iterable[tuple[Page, Rendered]]) -> Iterator[Entry]:
    """Give an entry for each page and each headed part of it: location, title, text."""
    for page, rendered in pages:
        if page.part == "hidden":
            continue
        titles = {heading.anchor: heading.title for heading in rendered.headings}
        body = _LEFT_OUT.sub("", rendered.html)
        heads = [match for match in _HEADING.finditer(body) if match[2] in titles]
        ends = [*(head.start() for head in heads), len(body)]
        yield {
            "location": page.address,
            "title": _escaped(page.title),
            "text": f"{_escaped(page.description)} {_text(body[: ends[0]])}".strip(),
        }
        for head, end in zip(heads, ends[1:], strict=True):
            anchor = head[2]
            yield {
                "location": f"{page.address}#{anchor}",
                "title": _escaped(f"{page.title}: {titles[anchor]}"),
                "text": _text(body[head.end() : end]),
            }


def add_to_index(index: Path, found: Iterable[Entry]) -> None:
    """Add entries to the index that the theme's search reads."""
    content = json.loads(index.read_text(encoding="utf-8"))
    content["docs"].extend(found)
    index.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _text(fragment: str) -> str:
    # A space for each tag, so that the last word of one cell never grows together with the first of the next.
    text = " ".join(html.unescape(_TAG.sub(" ", fragment)).split())
    return _escaped(_SPACE_BEFORE_STOP.sub("", text))


def _escaped(text: str) -> str:
    # The theme's search shows an entry as HTML.
    return html.escape(text, quote=False)
