"""One sign for each modality: the same icon, or the same code, wherever its name leads to its page."""

from __future__ import annotations

from collections import defaultdict

from selectolax.lexbor import LexborNode

from generator.catalogue.modalities import Modality
from generator.icons import icon
from tests.site.site import Page, Site


def drawn(sign: LexborNode) -> tuple[str, ...] | str:
    """What a sign shows: the outlines of its icon, or its letters."""
    paths = [path.attributes["d"] or "" for path in sign.css("svg path")]
    return tuple(paths) or sign.text(strip=True)


def wanted(modality: Modality) -> tuple[str, ...] | str:
    found = icon(modality.icon) if modality.icon else None
    return found.paths if found else modality.code


def test_each_modality_bears_its_sign_on_its_page(site: Site) -> None:
    """The heading of a modality's page begins with its sign."""
    for modality in site.catalogue.modalities:
        page = site.page(site.addresses.modality(modality.id))
        assert [drawn(sign) for sign in page.css("h1 .sign")] == [wanted(modality)]


def test_the_sign_is_the_same_everywhere(site: Site) -> None:
    """Whatever link, heading or row bears a sign, it is that of the modality that it names."""
    by_name = {each.name: wanted(each) for each in site.catalogue.modalities}
    seen = defaultdict(set)
    for page in site.pages():
        for sign in page.css(".sign"):
            assert sign.parent is not None
            name = named(sign.parent, by_name)
            assert drawn(sign) == by_name[name], (page, name)
            seen[page.address].add(name)
    listing = (
        site.addresses.modalities,
        site.addresses.costs,
        site.addresses.finder,
        site.addresses.comparison,
    )
    for address in listing:
        assert seen[address], address
    assert seen[site.addresses.modalities] == set(by_name)


def named(parent: LexborNode, names: dict[str, object]) -> str:
    text = parent.text(separator=" ", strip=True)
    (name,) = sorted((name for name in names if name in text), key=len)[-1:]
    return name


def test_no_two_modalities_look_alike(site: Site) -> None:
    """A sign tells a modality from every other."""
    signs = [wanted(each) for each in site.catalogue.modalities]
    assert len(set(signs)) == len(signs)


def test_a_sign_is_never_read_aloud(site: Site) -> None:
    """Beside its sign the name is told once: the drawing is hidden from who listens."""
    pages: list[Page] = site.pages()
    signs = [sign for page in pages for sign in page.css(".sign")]
    assert signs
    assert {sign.attributes.get("aria-hidden") for sign in signs} == {"true"}
