"""The whole guide as one file that needs nothing beside it, for whoever files it with a contract.

It is put together from the pages as they were rendered: each becomes a part, its anchors get the part's name before
them, and a link to another page becomes one to its part; a link to a page that is no part leads to the web. What needs
a script is not shown (`styles/single_file.css`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.i18n import Words
from generator.publish import csp

_ROOT = "https://guide.invalid/"
"""Any origin will do to resolve links against; `.invalid` belongs to nobody."""

_REFERRING = ("for", "aria-labelledby", "aria-describedby")
_APART = "footer, nav, a.permalink, .notes"
"""What a page says of itself as one of many: its foot, its notes, the ways to the others, each heading's address."""
_STOP = ':is(div, section)[tabindex="0"]:has(> table, > svg)'
"""A box that the keyboard reaches so as to scroll it: on a page a script takes the stop from those that show all."""
_PICTURE = 'img[src^="data:image/"]'


@dataclass(frozen=True)
class FilePart:
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


def document(parts: Sequence[FilePart], edition: Edition, styles: str, words: Words) -> str:
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
    bodies = [_body(part, names, edition.url) for part in parts]
    pictures = "img-src data:; " if any(body.css_first(_PICTURE) for body in bodies) else ""
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
        bodies=Markup("\n").join(map(_section, parts, bodies)),
    )


def _section(part: FilePart, body: LexborNode) -> Markup:
    return Markup('<section class="one-file__part" id="{}" data-letters="{}">\n{}\n</section>').format(
        part.name, _letters(body), Markup(body.inner_html or "")
    )


def _letters(body: LexborNode) -> int:
    """Count what is seen of a part, by which a browser knows its height before it lays it out."""
    folded = [node for node in body.css("details") if not _is_within_details(node)]
    heads = [head for node in folded if (head := node.css_first("summary"))]
    return (
        len(body.text()) - sum(len(node.text()) for node in folded) + sum(len(head.text()) for head in heads)
    )


def _is_within_details(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag != "details":
        above = above.parent
    return above is not None


def _body(part: FilePart, names: Mapping[str, str], url: str) -> LexborNode:
    """Return a page's content as a tree that can stand beside those of the others."""
    page = LexborHTMLParser(part.html)
    if not page.css_first("body > .guide"):  # written by hand, perhaps without its title
        title = "" if page.css_first("h1") else Markup("<h1>{}</h1>").format(part.title)
        page = LexborHTMLParser(f'<div class="guide">{title}{part.html}</div>')
    body = page.css_first("body")
    assert body is not None  # whatever is parsed has one
    for node in body.css(_APART):
        node.decompose()
    for node in body.css("section[tabindex]"):  # of a hundred, none is a landmark
        node.attrs["role"] = "group"
    for level in range(5, 0, -1):
        for node in body.css(f"h{level}"):
            _rename(page, node, f"h{level + 1}", node.attributes)
    _name_anchors(body, part.name)
    _lead(page, body, part, names, url)
    # From a link within, the arrow keys scroll a box as well; and most boxes fit into the file, which has no columns
    # beside it: a stop that does nothing, seventy times, is only in the way.
    for node in body.css(_STOP):
        if node.css_first("a[href]"):
            del node.attrs["tabindex"]
    return body


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


def _lead(
    page: LexborHTMLParser, body: LexborNode, part: FilePart, names: Mapping[str, str], url: str
) -> None:
    """Lead each link to a part of this file, or out into the web; where neither is there, its text stays."""
    for node in body.css("a[href]"):
        there = _there(node.attrs["href"] or "", part, names, url)
        if there:
            node.attrs["href"] = there
        else:
            _rename(page, node, "span", {})


def _there(href: str, part: FilePart, names: Mapping[str, str], url: str) -> str:
    try:
        target = urlsplit(urljoin(_ROOT + part.address, href))
    except ValueError:  # brackets that are no address: of a page by hand
        return href
    if f"{target.scheme}://{target.netloc}/" != _ROOT:
        return href
    address, anchor = target.path.lstrip("/"), target.fragment
    if address in names:
        return f"#{names[address]}.{anchor}" if anchor else f"#{names[address]}"
    return urljoin(url, address) + (f"#{anchor}" if anchor else "") if url else ""
