"""Texts as a page shows them: links as seen from it, and the first mention of each glossary term linked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from generator.catalogue.glossary import Term

_INWARD = re.compile(r'(?<=<a href=")([a-z0-9./-]*)(?:#([a-z0-9.-]+))?(?=")')


def from_here(html: Markup, href: Callable[[str, str], str]) -> Markup:
    """Turn links that are written from the start of the guide into links from the page that shows them."""
    if '<a href="' not in html:
        return html
    return Markup(_INWARD.sub(lambda link: str(escape(href(link[1], link[2] or ""))), html))


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

    def link(self, html: Markup, seen: set[str], href: Callable[[str], str]) -> Markup:
        """Link the terms that are not in ``seen`` yet, and add them to it."""
        if not self._any.search(html):
            return html

        def replace(match: re.Match[str]) -> str:
            form = match.group(2)
            if form is None:
                return match.group(0)
            id_ = self._ids[str(Markup(form).unescape())]
            if id_ in seen:
                return form
            seen.add(id_)
            return f'<a class="term" href="{escape(href(id_))}">{form}</a>'

        return Markup(self._all.sub(replace, html))  # the input is Markup, ids are kebab-case
