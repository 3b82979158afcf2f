"""What was left out of the theme's sheet: no page would look different with it, whoever wrote the page."""

from __future__ import annotations

import base64
import os
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.conftest import ONE, Served, serving, until
from tests.browser.shots import LONGEST
from tests.browser.test_axe import AWAKE
from tests.browser.test_budget import kinds
from tests.browser.test_pages import addresses, visit
from tests.catalogues import HARBOUR
from tests.conftest import mkdocs_build, second_guide
from tests.site.site import Site
from tests.theme import whole

pytestmark = pytest.mark.browser

EVERYTHING = os.environ.get("GUIDE_LOOKS") == "everything"
"""Compare the pictures of every page, not only of some kinds, in every look: many minutes."""

FEW = 4
"""Of so many kinds of pages one is looked at."""

LOOKS = (
    (1440, "screen", "light"),
    (390, "screen", "dark"),
    (1440, "print", "light"),
    *(((390, "screen", "light"), (1440, "screen", "dark"), (390, "print", "light")) if EVERYTHING else ()),
)

STILL = 5
NOISE = 24
"""So far, of 255, a browser's own pictures of one page may differ at the edge of a letter, or of a round corner."""

APART = """async coded => {
  const [one, other] = await Promise.all(coded.map(async each => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${each}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    return canvas.getImageData(0, 0, picture.width, picture.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return 255;
  return one.data.reduce((most, each, at) => Math.max(most, Math.abs(each - other.data[at])), 0);
}"""

EXTENSIONS = """\
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - tables
  - toc
  - pymdownx.details
  - pymdownx.highlight: {anchor_linenums: false}
  - pymdownx.keys
  - pymdownx.mark
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
"""

RICH = """\
---
words: [py, ctrl, alt, del, key, def, ops]
---
# Everything

!!! warning "Mind"
    A note in a box.

??? tip "More"
    Folded.

```python title="A title" hl_lines="1"
def key(ops: int) -> int:
    return ops + 1
```

=== "One"
    First.

=== "Two"
    Second.

| Head | Other |
| ---- | ----: |
| a    | 1     |

- [x] done
- [ ] open

Term
:   What it says.

A word[^1], ++ctrl+alt+del++ and ==this==.

[A button](index.md){ .md-button .md-button--primary }

[^1]: A word at the foot.
"""

EXPECTED = (
    ".md-typeset .admonition.warning",
    ".md-typeset details.tip",
    ".highlight .hll",
    ".highlight .k",
    ".md-typeset .tabbed-labels",
    ".md-typeset .task-list-indicator:before",
    ".md-typeset .footnote",
    ".md-typeset .keys kbd:before",
    ".md-typeset .md-button--primary",
    ".md-typeset table:not([class])",
)
"""A rule of each thing that a Markdown extension writes."""

_STATE = re.compile(
    r"::?(?!(?:first|last|only|nth)-|root\b|is\(|where\()[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?"
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A guide with a page that was written by hand with all that Markdown extensions give."""
    folder = tmp_path_factory.mktemp("rich")
    config = second_guide(folder, {"everything.md": RICH})
    config.write_text(config.read_text(encoding="utf-8") + EXTENSIONS, encoding="utf-8")
    done = mkdocs_build(config, folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(Site("rich", folder / "site", HARBOUR, folder / "content")) as made:
        yield made


ONLY_PROPERTIES = (":root", ":root>*")
"""Rules that match every page, and of which those go that set only what nothing asks for."""


@cache
def left_out(site: Path) -> tuple[str, ...]:
    """Return the selectors that are not in a site's sheet, whatever the state of what they match."""
    gone = Counter(whole.selectors(whole.rules())) - Counter(whole.selectors(whole.published(site)))
    bare = (re.sub(r"(^|[\s>+~])(?=$|[>+~\s])", r"\1*", _STATE.sub("", each).strip() or "*") for each in gone)
    return tuple(dict.fromkeys(each for each in bare if each not in ONLY_PROPERTIES))


def asked_and_set(css: str) -> tuple[set[str], set[str]]:
    """Return the custom properties that a sheet asks for, and those that it sets."""
    return set(re.findall(r"var\(\s*(--[\w-]+)", css)), set(re.findall(r"(--[\w-]+)\s*:", css))


MATCHING = "selectors => selectors.filter(each => document.querySelector(each))"


def whole_sheet(route: Route) -> None:
    route.fulfill(body=whole.layered(whole.rules()), content_type="text/css")


def opened(page: Page, served: Served, address: str) -> None:
    visit(page, served, address)
    until(page, AWAKE)


def test_nothing_that_was_left_out_matches_anything(window: BrowserContext, served: Served) -> None:
    """On no page, in no state, by day or night, on no width and not on paper: a selector knows none of them."""
    page = window.new_page()
    matching = {}
    for address in [*addresses(served), "404.html"]:
        opened(page, served, address)
        matching[address] = page.evaluate(MATCHING, left_out(served.site.folder))
    page.close()
    assert len(left_out(served.site.folder)) > 1000
    assert {address: found for address, found in matching.items() if found} == {}


def test_no_custom_property_is_missing(served: Served, rich: Served) -> None:
    """What any sheet of a guide asks for, and the theme's whole sheet sets, is set."""
    for site in (served.site, rich.site):
        sheets = "".join(
            path.read_text(encoding="utf-8") for path in sorted((site.folder / "assets").glob("*.css"))
        )
        asked, set_here = asked_and_set(sheets)
        assert len(asked) > 50
        assert asked & asked_and_set(whole.rules())[1] - set_here == set()


def test_what_a_markdown_extension_writes_keeps_its_rules(window: BrowserContext, rich: Served) -> None:
    """A page with boxes, code, tabs, tasks and footnotes finds each rule that it can match, and no other guide does."""
    kept = set(whole.selectors(whole.published(rich.site.folder)))
    assert [each for each in EXPECTED if each not in kept] == []
    page = window.new_page()
    opened(page, rich, "everything")
    assert page.evaluate(MATCHING, left_out(rich.site.folder)) == []
    page.close()


def test_those_rules_are_in_no_guide_that_does_not_need_them(served: Served) -> None:
    """What no page has is not published."""
    kept = set(whole.selectors(whole.published(served.site.folder)))
    assert [each for each in EXPECTED[:-1] if each in kept] == []


def settled(page: Page) -> int:
    """Return the height of a page once it is the same for a while: scripts lay out what has come to its size."""
    heights: list[int] = []
    while len(heights) < STILL or len(set(heights[-STILL:])) > 1:
        heights.append(page.evaluate("document.documentElement.scrollHeight"))
        page.wait_for_timeout(50)
    return heights[-1]


def pictures(page: Page, served: Served, address: str) -> Iterator[tuple[str, bytes]]:
    page.emulate_media(media="screen", color_scheme="light")
    opened(page, served, address)
    for width, media, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
        height = min(LONGEST, settled(page))
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        picture = page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]
        yield f"{address} {width} {media} {scheme}", picture


def apart(page: Page, one: bytes, other: bytes) -> int:
    """Return by how much the two pictures differ where they differ most."""
    found: int = page.evaluate(APART, [base64.b64encode(each).decode() for each in (one, other)])
    return found


def _differing(page: Page, ours: Page, theirs: Page, served: Served, address: str) -> set[str]:
    """Return the looks in which two pages differ at one address."""
    taken = zip(pictures(ours, served, address), pictures(theirs, served, address), strict=True)
    return {name for (name, one), (_, other) in taken if one != other and apart(page, one, other) > NOISE}


def differing(chromium: Browser, served: Served, wanted: list[str]) -> list[str]:
    """Return which pictures are not the same, pixel by pixel, with the theme's whole sheet."""
    ours, theirs, page = (chromium.new_page() for _ in range(3))
    theirs.route("**/assets/theme.*.css", whole_sheet)
    found = []
    for address in wanted:
        wrong = _differing(page, ours, theirs, served, address)
        # On a busy machine a page may settle after its picture was taken: what differs counts where it does so again.
        if wrong:
            wrong &= _differing(page, ours, theirs, served, address)
        found += sorted(wrong)
    for each in (ours, theirs, page):
        each.close()
    return found


@ONE
def test_every_page_looks_as_with_the_whole_sheet(chromium: Browser, served: Served) -> None:
    """Narrow and wide, by day, by night and on paper; that no rule is missed anywhere is proven above, without eyes."""
    some = [each.rstrip("/") for each in kinds(served)[::FEW]]
    wanted = [*addresses(served), "404.html"] if EVERYTHING else some
    assert differing(chromium, served, wanted) == []


def test_a_page_written_by_hand_looks_as_with_the_whole_sheet(chromium: Browser, rich: Served) -> None:
    """With all that Markdown extensions give."""
    assert differing(chromium, rich, ["everything"]) == []
