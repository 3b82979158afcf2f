"""The whole guide as one file that needs nothing beside it, for whoever files it with a contract.

Each page is rendered once more, as a part: its anchors begin with the part's name, a link to another page leads to its
part, one to a page that is no part to the web, and what needs a script is left out. What people wrote by hand is HTML
already, whatever they wrote it in: a parser reads it, and makes the same of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import rendering
from generator.i18n import Words
from generator.pages import Page
from generator.publish import csp
from generator.relative import Ways
from generator.views.context import WholeGuide

_ROOT = "https://guide.invalid/"
"""Any origin will do to resolve links against; `.invalid` belongs to nobody."""

_REFERRING = ("for", "aria-labelledby", "aria-describedby")
_PICTURE = 'img[src^="data:image/"]'


def name(address: str) -> str:
    """Return what a page's anchors begin with in the file; before a point, as no address has one."""
    return address.strip("/").replace("/", "--") or "-home"


@dataclass(frozen=True)
class FilePart:
    """A page in the file: its address, its title, and the HTML of its content."""

    address: str
    title: str
    html: str
    has_pictures: bool = False


@dataclass(frozen=True)
class FileWays(Ways):
    """How the pages at some ``addresses`` lead to each other in the file; to all else by the web, if at all."""

    addresses: Set[str]
    url: str

    def page(self, _here: str, there: str, anchor: str = "", /) -> str:
        if there in self.addresses:
            return f"#{name(there)}.{anchor}" if anchor else f"#{name(there)}"
        return self.url and self.url + there + (f"#{anchor}" if anchor else "")

    def file(self, _here: str, address: str, /) -> str:
        return self.url and self.url + address


@dataclass(frozen=True)
class Edition:
    """What the file says of itself."""

    title: str
    language: str
    revision: str
    day: str
    url: str
    """Where the guide is published; empty where nobody knows."""


def document(parts: Sequence[FilePart], edition: Edition, styles: str, words: Words) -> str:
    """Return the file's text: a title, a table of contents, and each page as a part."""
    if "</" in styles:
        raise ValueError("a style sheet that ends its own element cannot stand in a page")
    _ = words.gettext
    told = _("Revision {revision}, of {date}.").format(revision=edition.revision, date=edition.day)
    where = Markup('<p>{} <a href="{}">{}</a></p>').format(_("Published at"), edition.url, edition.url)
    contents = Markup("\n").join(
        Markup('<li><a href="#{}">{}</a></li>').format(name(part.address), part.title) for part in parts
    )
    pictures = "img-src data:; " if any(part.has_pictures for part in parts) else ""
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
        bodies=Markup("\n").join(map(_section, parts)),
    )


def _section(part: FilePart) -> Markup:
    return Markup('<section class="one-file__part" id="{}" data-letters="{}">\n{}\n</section>').format(
        name(part.address), _letters(part.html), Markup(part.html)
    )


def _letters(html: str) -> int:
    """Count what is seen of a part, by which a browser knows its height before it lays it out."""
    body = LexborHTMLParser(html).body
    assert body is not None  # whatever is parsed has one
    for node in body.css("details:not(details details) > :not(summary)"):
        node.decompose()
    return len(body.text())


def part(environment: Environment, whole: WholeGuide, page: Page, ways: Ways) -> FilePart:
    """Render a page as a part."""
    html = rendering.render(environment, whole, page, ways, name(page.address)).html
    return FilePart(page.address, page.title, html)


def by_hand(address: str, title: str, html: str, ways: Ways) -> FilePart:
    """Return a page that was written by hand as a part."""
    page = LexborHTMLParser(html)
    head = "" if page.css_first("h1") else Markup("<h1>{}</h1>").format(title)
    page = LexborHTMLParser(f'<div class="guide">{head}{html}</div>')
    body = page.body
    assert body is not None  # whatever is parsed has one
    for node in reversed(body.css("footer, nav, a.permalink")):  # what stands in another goes before it
        node.decompose()
    for level in range(5, 0, -1):
        for node in body.css(f"h{level}"):
            _rename(page, node, f"h{level + 1}", node.attributes)
    _name_anchors(body, name(address))
    _lead(page, body, address, ways)
    return FilePart(address, title, body.inner_html or "", body.css_first(_PICTURE) is not None)


def _rename(page: LexborHTMLParser, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> None:
    """Put an element of another kind, around the same, in the place of one."""
    other = page.create_node(tag)
    for name, value in attributes.items():
        other.attrs[name] = value
    while child := node.first_child:
        other.insert_child(child, move=True)
    node.replace_with(other, move=True)


def _name_anchors(body: LexborNode, name: str) -> None:
    """Put a name before each anchor, and before what refers to one."""
    for node in body.css('[id]:not([id=""])'):
        node.attrs["id"] = f"{name}.{node.id}"
    for attribute in _REFERRING:
        for node in body.css(f"[{attribute}]"):
            node.attrs[attribute] = " ".join(
                f"{name}.{each}" for each in (node.attrs[attribute] or "").split()
            )


def _lead(page: LexborHTMLParser, body: LexborNode, address: str, ways: Ways) -> None:
    """Lead each link to a part of this file, or out into the web; where neither is there, its text stays."""
    for node in body.css("a[href]"):
        there = _there(node.attrs["href"] or "", address, ways)
        if there:
            node.attrs["href"] = there
        else:
            _rename(page, node, "span", {})


def _there(href: str, address: str, ways: Ways) -> str:
    try:
        target = urlsplit(urljoin(_ROOT + address, href))
    except ValueError:  # brackets that are no address: of a page by hand
        return href
    if f"{target.scheme}://{target.netloc}/" != _ROOT:
        return href
    return ways.page(address, target.path.lstrip("/"), target.fragment)
