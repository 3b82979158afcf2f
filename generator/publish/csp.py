"""The Content-Security-Policy of each page, computed from the page itself: no update leaves an old hash behind."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

FILE = "_headers"
"""Where a static host (Cloudflare, Netlify and their like) looks for the headers of a site."""

DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),  # the theme's style sheet draws its signs so; an image runs nothing
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "'none'"),
)
"""What a page may do: run and read what lies beside it. Text can become neither script nor markup, by no sink."""

FEATURES = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer")
MORE_FEATURES = ("microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking")

_RUNS = frozenset(
    ("", "module", "importmap", "speculationrules", "text/javascript", "application/javascript")
)
_END = re.compile("</script", re.IGNORECASE)
_HEAD = "<head>"
_CHARSET = '<meta charset="utf-8">'
"""How the head of a page begins, in the theme's `base.html`: the encoding has to stand before all else."""


def hashes(html: str) -> tuple[str, ...]:
    """Return a hash source for each inline script of a page, in order; blocks of data, which never run, have none."""
    found: dict[str, None] = {}
    for script in LexborHTMLParser(_to_the_last_script(html)).css("script"):
        attributes = script.attributes
        if "src" not in attributes and (attributes.get("type") or "").strip().lower() in _RUNS:
            found[source(script.text())] = None
    return tuple(found)


def _to_the_last_script(html: str) -> str:
    """Return a page up to its last script: of most pages that is the head, a twentieth of what would be parsed."""
    end = max((found.end() for found in _END.finditer(html)), default=0)
    return f"{html[:end]}>"


def source(content: str) -> str:
    """Return the hash source that allows the content of an inline script or style sheet, to the byte."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy(scripts: Iterable[str], styles: Iterable[str] = (), *, framing: bool = False) -> str:
    """Write the policy that allows these inline scripts and styles, by their hash sources.

    ``framing`` adds who may frame a page, which a browser only takes from a header.
    """
    allowed = {"script-src": scripts, "style-src": styles}
    parts = [" ".join((name, value, *allowed.get(name, ()))) for name, value in DIRECTIVES]
    return "; ".join([*parts, "frame-ancestors 'none'"] if framing else parts)


def with_csp(html: str, scripts: Iterable[str] | None = None) -> str:
    """Return a whole page with its policy in the head, before anything that the policy is about.

    ``scripts`` are its own `hashes`, where they are known already.
    """
    allowed = hashes(html) if scripts is None else scripts
    told = f'<meta http-equiv="Content-Security-Policy" content="{policy(allowed)}">'
    before, head, content = html.partition(_HEAD)
    if not head:
        raise ValueError(f"a page without {_HEAD} has no place for its policy")
    space, charset, rest = content.partition(_CHARSET)
    if not charset or space.strip():
        return f"{before}{head}\n    {told}{content}"
    return f"{before}{head}{space}{charset}\n    {told}{rest}"


def headers(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """Write the `_headers` file of a static host: the same for every address, error pages too.

    ``scripts`` and ``styles`` are the hash sources of all pages: a browser holds a page to this policy and to its own.
    """
    off = ", ".join(f"{name}=()" for name in (*FEATURES, *MORE_FEATURES))
    lines = {
        "Content-Security-Policy": policy(sorted(set(scripts)), sorted(set(styles)), framing=True),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": off,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items())
