"""The search of a built guide, asked without a browser: what people type, in its language, leads where it must."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote

from tests.node import node
from tests.search.queries import astray, read
from tests.site.site import Site

HERE = Path(__file__).parent
LISTS = {"portuguese": HERE / "suporte.txt", "harbour": HERE / "harbour.txt"}
LEAST = {"portuguese": 200, "harbour": 60}


def ask(site: Site, *texts: str) -> list[list[str]]:
    """Tell for each text the addresses that the search of a site finds, in one run for all."""
    (index,) = Path(site.folder).glob("assets/guide.*/search.json")
    command = (str(node()), str(HERE / "ask.mjs"), str(index.parent))
    ran = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    found: list[list[str]] = json.loads(ran.stdout)
    return found


def test_what_people_type_leads_where_it_must(site: Site) -> None:
    """With accents or without, mistyped, as a whole question, by old names and by the catalogue's own words for it.

    Every result leads to a page or a part of one that there is.
    """
    queries = read(LISTS[site.name])
    assert len(queries) >= LEAST[site.name]
    found = ask(site, *(query.text for query in queries))
    assert astray(queries, found) == []
    pages = {page.address: {each.id for each in page.html.css("[id]")} for page in site.pages()}
    for address in {each for addresses in found for each in addresses}:
        page, _, anchor = unquote(address).partition("#")
        assert page in pages
        assert not anchor or anchor in pages[page], address


def test_the_sources_come_last(site: Site) -> None:
    """They repeat what the others say: they stand behind, whatever is asked, unless they are what is looked for."""
    queries = read(LISTS[site.name])
    sources = site.addresses.sources
    for query, found in zip(queries, ask(site, *(query.text for query in queries)), strict=True):
        pages = list(dict.fromkeys(address.partition("#")[0] for address in found))
        if sources in pages and sources not in query.first:
            assert pages.index(sources) == len(pages) - 1, query.text
