"""What a server gave, to readable paragraphs: its type, its letters, and the text without all that is around it."""

from __future__ import annotations

import codecs
import json
import re
import subprocess
import sys
from email.message import Message
from pathlib import Path
from unicodedata import category, normalize

from generator.watched.outcome import Fetched, NotRead, Why

PARSER = Path(__file__).with_name("parsing.py")

SECONDS = 20
"""Within which a page has to be parsed: whatever people write takes less than one."""

HTML = ("text/html", "application/xhtml+xml")

PLAIN = ("text/plain", "text/markdown")

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})""", re.IGNORECASE)

_ENCODINGS = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "cp1252": "cp1252",
    "iso8859-15": "iso8859-15",
}
"""What a page may say that it is written in, by Python's names, and how browsers read it; any other is guessed."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(answer: Fetched, seconds: float = SECONDS) -> tuple[str, ...]:
    """Return the paragraphs of an answer, each in one line; raises `NotRead` where it has none."""
    head = Message()
    head["Content-Type"] = answer.content_type or "application/octet-stream"
    kind = head.get_content_type()
    if kind not in HTML + PLAIN or answer.body.startswith(b"%PDF-"):
        raise NotRead(Why.TYPE, kind)
    text = _decoded(answer.body, head.get_content_charset(), kind in HTML)
    found = _parsed(text, seconds) if kind in HTML else re.split(r"\n\s*\n", text)
    told = tuple(each for each in map(tidy, found) if any(sign.isalnum() for sign in each))
    if not told:
        raise NotRead(Why.EMPTY)
    return told


def tidy(paragraph: str) -> str:
    """Return a paragraph as it is kept: what no reader sees is no difference, be it blanks or how a letter is made."""
    seen = "".join(sign for sign in normalize("NFC", paragraph) if category(sign) != "Cf")
    return " ".join(seen.split())


def _decoded(body: bytes, named: str | None, is_html: bool) -> str:
    """Return the text of a body: as its first bytes say, as the server says, as the page says, else as it may be."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    meta = _META.search(body[:2048]) if is_html else None
    told = named or (meta[1].decode("ascii", "replace") if meta else "")
    known = _known(told)
    if not known.startswith("utf-16") and b"\0" in body:
        raise NotRead(Why.ENCODING)
    for encoding in (known, "utf-8"):
        try:
            return body.decode(encoding)
        except UnicodeError:
            continue
    return body.decode("cp1252", "replace")


def _known(told: str) -> str:
    try:
        return _ENCODINGS.get(codecs.lookup(told).name, "utf-8")
    except (LookupError, ValueError):
        return "utf-8"


def _parsed(html: str, seconds: float) -> list[str]:
    # Not in the folder of that file: its neighbours must not pass for modules of Python's own.
    asked = [sys.executable, "-P", str(PARSER)]
    try:
        done = subprocess.run(
            asked, input=html.encode("utf-8", "replace"), capture_output=True, timeout=seconds, check=True
        )
        found: list[str] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise NotRead(Why.INTRICATE) from None
    return found
