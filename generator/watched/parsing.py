"""HTML to its readable paragraphs: a program of its own, so that no page can take the one that asked along.

An HTML parser is quick with whatever people write, and takes minutes and all memory for a page that is made to be
intricate. Run as `python parsing.py < page.html`, it gives a JSON list, and imports nothing of ours.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

MEMORY = 2 * 1024**3
"""Bytes of address space, where a system can be told: many times what the longest page takes that is read at all."""

UNREAD = frozenset(
    (
        *(
            "audio",
            "button",
            "canvas",
            "datalist",
            "dialog",
            "embed",
            "footer",
            "head",
            "iframe",
            "map",
            "math",
        ),
        *("meter", "nav", "noscript", "object", "picture", "progress", "script", "select", "style", "svg"),
        *("template", "textarea", "title", "video"),
    )
)
"""What is no text of the page, or stands around that of every page: it changes where nothing has been changed."""

IN_LINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
        ),
        *("i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)

CELLS = frozenset(("td", "th"))
"""A row is one paragraph: “yes” in a cell of its own would say nothing of what has changed."""

ROW_PARTS = CELLS | {"br", "div", "li", "ol", "p", "ul"}


def paragraphs(html: str) -> list[str]:
    """Return the readable paragraphs of a page, in its order; their blanks are not yet those of anybody's keeping."""
    parser = LexborHTMLParser(html)
    mains = parser.css("main, [role=main]")
    top = mains[0] if len(mains) == 1 else parser.body
    return [text for text in _blocks(top) if text] if top is not None else []


def _blocks(top: LexborNode) -> Iterator[str]:
    """Give the text between one border of a block and the next; by a stack, as a page may be nested without end."""
    parts: list[str] = []
    rows = 0
    todo: list[tuple[LexborNode, bool]] = [(top, False)]
    while todo:
        node, left = todo.pop()
        if node.is_text_node:
            parts.append(node.text_content or "")
            continue
        tag = node.tag or ""
        if not left and (not node.is_element_node or tag in UNREAD or _hidden(node)):
            continue
        if tag == "tr":
            rows += -1 if left else 1
        if tag not in IN_LINE:
            if rows and tag in ROW_PARTS:
                parts.append(" " if tag not in CELLS else " | " if left else "")
            else:
                yield _joined(parts)
                parts = []
        if not left:
            todo.append((node, True))
            todo.extend((child, False) for child in reversed([*_children(node)]))
    yield _joined(parts)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or attributes.get("aria-hidden") == "true"


def _joined(parts: list[str]) -> str:
    return " ".join("".join(parts).split()).strip("| ")


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - of POSIX alone

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, OSError, ValueError):
        return  # the limit of time holds everywhere


if __name__ == "__main__":
    _limit_memory()
    page = sys.stdin.buffer.read().decode("utf-8", "replace")
    sys.stdout.write(json.dumps(paragraphs(page)))
