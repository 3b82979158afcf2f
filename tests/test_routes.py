"""Addresses and anchors: what the checks keep ids away from is what the templates really have."""

import re

from generator.rendering import HERE
from generator.routes import ANCHORS, PREFIXES

ANCHOR = re.compile(r'pgettext\("anchor", "([a-z-]+)"\)( ~ "-")?')


def test_anchors_are_those_of_the_templates():
    """The anchors that a page has of its own, and the words before ids, are those that its template writes."""
    for page in {*ANCHORS, *PREFIXES}:
        template = (HERE / "templates" / f"{page}.html.jinja").read_text(encoding="utf-8")
        found = ANCHOR.findall(template)
        assert {name for name, prefix in found if not prefix} == set(ANCHORS.get(page, ()))
        # The simulator makes its own anchors in the browser, all with its name before them.
        assert {name for name, prefix in found if prefix} == set(PREFIXES.get(page, ())) - {"simulator"}
