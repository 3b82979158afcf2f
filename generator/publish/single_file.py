"""The whole guide as one file that needs nothing beside it, for whoever files it with a contract.

It is put together from the pages as they were rendered: each becomes a part, its anchors get the part's name before
them, and a link to another page becomes one to its part; a link to a page that is no part leads to the web. What needs
a script is not shown (`styles/one_file.css`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from generator.i18n import Words
from generator.publish import csp

_ROOT = "https://guide.invalid/"
"""Any origin will do to resolve links against; `.invalid` belongs to nobody."""

_ID = re.compile(r' id="([^"]+)"')
_REFERRING = re.compile(r' (?P<name>for|aria-labelledby|aria-describedby)="(?P<ids>[^"]+)"')
_LINK = re.compile(r'<a(?P<lead>[^>]*?) href="(?P<href>[^"]*)"(?P<rest>[^>]*)>(?P<text>.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"(</?h)([1-5])(?=[ >])")
_PERMALINK = re.compile(r'\s*<a class="permalink".*?</a>', re.DOTALL)
_APART = re.compile(r"<footer.*?</footer>|<nav .*?</nav>", re.DOTALL)
"""What a page says of itself as one of many: its foot, and the ways to the others."""
_REGION = ' role="region"'
_STOP = re.compile(r'(<div\b[^>]*?) tabindex="0"([^>]*>\s*<(table|svg)\b.*?</\3>)', re.DOTALL)
"""A box that the keyboard reaches so as to scroll it: on a page a script takes the stop from those that show all."""
_PICTURE = ' src="data:image/'


@dataclass(frozen=True)
class Part:
    """A page as it was rendered: its address, its title, and the HTML of its content."""

    address: str
    title: str
    html: str

    @property
    def name(self) -> str:
        """What its anchors begin with in the file; before a point, as no address has one."""
        return self.address.strip("/").replace("/", "--") or "-home"


@dataclass(frozen=True)
class Edition:
    """What the file says of itself."""

    title: str
    language: str
    revision: str
    day: str
    url: str
    """Where the guide is published; empty where nobody knows."""


def document(parts: Sequence[Part], edition: Edition, styles: str, words: Words) -> str:
    """Return the file's text: a title, a table of contents, and each page as a part."""
    if "</" in styles:
        raise ValueError("a style sheet that ends its own element cannot stand in a page")
    names = {part.address: part.name for part in parts}
    _ = words.gettext
    told = _("Revision {revision}, of {date}.").format(revision=edition.revision, date=edition.day)
    where = Markup('<p>{} <a href="{}">{}</a></p>').format(_("Published at"), edition.url, edition.url)
    contents = Markup("\n").join(
        Markup('<li><a href="#{}">{}</a></li>').format(part.name, part.title) for part in parts
    )
    bodies = Markup("\n").join(_part(part, names, edition.url) for part in parts)
    pictures = "img-src data:; " if _PICTURE in bodies else ""
    allowed = (
        f"default-src 'none'; style-src {csp.source(styles)}; {pictures}base-uri 'none'; form-action 'none'"
    )
    return Markup(
        '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
        "<title>{title}: {whole}</title>\n<style>{styles}</style>\n</head>\n<body>\n"
        '<header class="guide one-file__head"><h1>{title}</h1>\n<p class="lead">{whole}. {told}</p>\n{where}</header>\n'
        '<nav class="guide one-file__contents" aria-labelledby="-contents">\n'
        '<h2 id="-contents">{contents_title}</h2>\n<ul>\n{contents}\n</ul>\n</nav>\n'
        "<main>\n{bodies}\n</main>\n</body>\n</html>\n"
    ).format(
        language=edition.language,
        policy=Markup(allowed),
        title=edition.title,
        whole=_("The whole guide in one file"),
        styles=Markup(styles),
        told=told,
        where=where if edition.url else "",
        contents_title=_("Contents"),
        contents=contents,
        bodies=bodies,
    )


def _part(part: Part, names: Mapping[str, str], url: str) -> Markup:
    body = part.html if "<h1" in part.html else f"{Markup('<h1>{}</h1>').format(part.title)}{part.html}"
    if not body.startswith('<div class="guide'):  # written by hand
        body = f'<div class="guide">{body}</div>'
    body = _APART.sub("", _PERMALINK.sub("", body)).replace(
        _REGION, ' role="group"'
    )  # of a hundred, none is a landmark
    body = _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", body)
    body = _ID.sub(lambda found: f' id="{part.name}.{found[1]}"', body)
    body = _REFERRING.sub(lambda found: f' {found["name"]}="{_all_of(part.name, found["ids"])}"', body)
    body = _LINK.sub(lambda found: _way(found, part, names, url), body)
    body = _STOP.sub(_only_stop, body)
    return Markup('<section class="one-file__part" id="{}">\n{}\n</section>').format(part.name, Markup(body))


def _only_stop(found: re.Match[str]) -> str:
    """Keep a box as a stop only where there is no other in it.

    From a link within, the arrow keys scroll the box as well; and most boxes fit into the file, which has no columns
    beside it: a stop that does nothing, seventy times, is only in the way.
    """
    return found[1] + found[2] if "<a " in found[2] else found[0]


def _all_of(name: str, ids: str) -> str:
    return " ".join(f"{name}.{each}" for each in ids.split())


def _way(found: re.Match[str], part: Part, names: Mapping[str, str], url: str) -> str:
    """Lead a link to a part of this file, or out into the web; where neither is there, its text stays."""
    href, text = html.unescape(found["href"]), found["text"]
    target = urlsplit(urljoin(_ROOT + part.address, href))
    if f"{target.scheme}://{target.netloc}/" != _ROOT:
        return found[0]
    address = target.path.lstrip("/")
    if address in names:
        anchor = f"{names[address]}.{target.fragment}" if target.fragment else names[address]
        return f'<a{found["lead"]} href="#{html.escape(anchor)}"{found["rest"]}>{text}</a>'
    if url:
        there = urljoin(url, address) + (f"#{target.fragment}" if target.fragment else "")
        return f'<a{found["lead"]} href="{html.escape(there)}"{found["rest"]}>{text}</a>'
    return f"<span>{text}</span>"
