"""Texts as a page shows them: links as seen from it, and the first mention of each glossary term linked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from generator.catalogue.glossary import Term

_TEXTS = 4096

_INWARD = re.compile(r'<a href="([a-z0-9./-]*)(?:#([a-z0-9.-]+))?"([^>]*)>(.*?)</a>', re.DOTALL)


def from_here(html: Markup, href: Callable[[str, str], str]) -> Markup:
    """Turn links that are written from the start of the guide into links from the page that shows them."""
    if '<a href="' not in html:
        return html

    def led(link: re.Match[str]) -> str:
        there = href(link[1], link[2] or "")
        return f'<a href="{escape(there)}"{link[3]}>{link[4]}</a>' if there else link[4]

    return Markup(_INWARD.sub(led, html))


class Terms:
    """Finds glossary terms in rendered text: whole words in any script, plurals too, longest first."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self._ids: dict[str, str] = {}
        for term in glossary:
            for form in (term.term, *term.plural, *term.also):
                if form:
                    self._ids[form] = term.id
                    if form[0].islower():  # at the start of a sentence; a form with a capital means just that
                        self._ids.setdefault(form[0].upper() + form[1:], term.id)
        forms = "|".join(re.escape(str(escape(form))) for form in sorted(self._ids, key=len, reverse=True))
        whole_word = rf"(?<!\w)(?:{forms})(?!\w)" if forms else r"(?!)"
        self._any = re.compile(whole_word)
        # Tags and entities are skipped whole, and so is what stands inside a link or code.
        self._all = re.compile(rf"<(a|code)\b.*?</\1>|<[^>]*>|&#?\w+;|({whole_word})", re.DOTALL)
        # Most texts of a page stand on others, too: each is looked through once.
        self._mentions = lru_cache(_TEXTS)(self._found)

    def link(self, html: Markup, seen: set[str], href: Callable[[str], str]) -> Markup:
        """Link the terms that are not in ``seen`` yet, and add them to it."""
        made: list[str] = []
        here = 0
        for start, end, id_ in self._mentions(html):
            if id_ not in seen:
                seen.add(id_)
                made += html[here:start], f'<a class="term" href="{escape(href(id_))}">{html[start:end]}</a>'
                here = end
        if not made:
            return html
        return Markup("".join((*made, html[here:])))  # the input is Markup, ids are kebab-case

    def _found(self, html: Markup) -> tuple[tuple[int, int, str], ...]:
        """Return where in a text terms are mentioned, each with its id."""
        if not self._any.search(html):
            return ()
        return tuple(
            (*match.span(2), self._ids[str(Markup(match[2]).unescape())])
            for match in self._all.finditer(html)
            if match[2] is not None
        )
