"""Pictures of hand-written pages as data, so that the guide as one file shows them with nothing beside it.

A picture of a drawing program (SVG) stays inert there: what is shown by `<img>` runs no script and fetches nothing.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.i18n import N_, Words

LARGEST = 1_000_000
"""Bytes that a picture may have: as text it takes a third more, in a file that people send by mail."""

KINDS = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
"""What every browser shows, by the end of a file's name."""

ELSEWHERE = N_("it is fetched from another address: put the file into the folder of the pages")
MISSING = N_("there is no such file")
TOO_LARGE = N_("it has {size} KB, and at most {most} KB are carried: make it smaller")
NO_PICTURE = N_("its name has to end in one of: {kinds}")

OF_MARKDOWN = "data-of-markdown"
"""What an element bears that Markdown made, until MkDocs has led it on from its page's file to its page's address."""

_ROOT = "https://guide.invalid/"


@dataclass(frozen=True)
class Lost:
    """A picture that the file does not carry, as its page names it; ``why`` is told in the guide's language."""

    name: str
    why: str
    target: str
    """Where it leads, whole: the name of a picture changes with the address of its page, and this does not."""


def carried(
    page: str, address: str, read: Callable[[str], bytes | None], words: Words, *, uri: str = ""
) -> tuple[str, tuple[Lost, ...]]:
    """Return a page's HTML with its pictures in it, and those that could not be carried: of these, the words stay.

    Each is told once, however often it is shown. ``read`` gives the bytes of a file of the site by its address from
    the root, None where there is none. ``uri`` is the page's file, where pictures of Markdown still begin there.
    """
    tree = LexborHTMLParser(page)
    lost: list[Lost] = []
    # What a `<picture>` offers instead would be fetched from beside the file, where nothing is.
    for node in tree.css("source[srcset]"):
        node.decompose()
    for image in tree.css("img[src]"):
        name = image.attributes["src"] or ""
        here = uri if OF_MARKDOWN in image.attributes else address
        made, why = _data(name, here, read, words)
        if why:
            lost.append(Lost(name, why, _target(name, here)))
            told = tree.create_node("span")
            told.insert_child(image.attributes.get("alt") or "")
            image.replace_with(told, move=True)
            continue
        image.attrs["src"] = made
        if "srcset" in image.attrs:  # of several sizes, one is carried
            del image.attrs["srcset"]
    body = tree.body
    return (body.inner_html or "") if body else "", tuple(dict.fromkeys(lost))


def _data(name: str, address: str, read: Callable[[str], bytes | None], words: Words) -> tuple[str, str]:
    """Return a picture as the address of itself, or else why it cannot be one."""
    _ = words.gettext
    if name.startswith("data:image/"):
        return name, ""
    target = urlsplit(_target(name, address))
    if not target.netloc or not name.strip():
        return "", _(MISSING)
    if f"{target.scheme}://{target.netloc}/" != _ROOT:
        return "", _(ELSEWHERE)
    path = unquote(target.path).lstrip("/")
    kind = KINDS.get(path.rpartition(".")[2].lower())
    if kind is None:
        return "", _(NO_PICTURE).format(kinds=", ".join(KINDS))
    content = read(path)
    if content is None:
        return "", _(MISSING)
    if len(content) > LARGEST:
        return "", _(TOO_LARGE).format(size=-(-len(content) // 1000), most=LARGEST // 1000)
    return f"data:{kind};base64,{base64.b64encode(content).decode()}", ""


def _target(name: str, address: str) -> str:
    """Return where a name on the page at an address leads; empty for what is no address."""
    try:
        return urljoin(_ROOT + address, name)
    except ValueError:  # brackets
        return ""
