"""A contact sheet of every page, from a small phone to a wide screen, by day, by night, in forced colours, on paper.

`python -m tests.browser.shots` builds the guide and writes the pictures and the sheet.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, provide
from tests.browser.conftest import Served, serving, until
from tests.browser.test_axe import AWAKE
from tests.browser.test_pages import addresses, visit
from tests.conftest import mkdocs_build
from tests.site.site import Site

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]

WIDTHS = (320, 390, 768, 1366, 1920)
LOOKS = ("light", "dark", "forced", "print")
LONGEST = 4000
"""So many pixels of a page are enough to judge it."""
THUMB = {320: 110, 390: 120, 768: 190, 1366: 260, 1920: 300}


@dataclass(frozen=True)
class Shot:
    """One picture of a page; ``thumb`` is the width at which the sheet shows it."""

    file: str
    width: int
    look: str
    thumb: int


@dataclass(frozen=True)
class Pictured:
    """A page with its pictures."""

    address: str
    name: str
    shots: tuple[Shot, ...]


def pictured(page: Page, served: Served, address: str, out: Path) -> Pictured:
    """Take all pictures of a page; it is loaded once for each width, as what scripts lay out may depend on that."""
    name = address.strip("/").replace("/", "-").removesuffix(".html") or "home"
    shots = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="screen", color_scheme="light", forced_colors="none")
        visit(page, served, address)
        until(page, AWAKE)
        for look in LOOKS:
            page.emulate_media(
                media="print" if look == "print" else "screen",
                color_scheme="dark" if look == "dark" else "light",
                forced_colors="active" if look == "forced" else "none",
            )
            shot = Shot(f"{name}-{width}-{look}.png", width, look, THUMB[width])
            height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
            clip = {"x": 0, "y": 0, "width": width, "height": height}
            page.screenshot(path=out / shot.file, full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]
            shots.append(shot)
    return Pictured(address, name, tuple(shots))


def pictures(browser: Browser, served: Served, out: Path, wanted: Sequence[str]) -> Iterator[Pictured]:
    """Take the pictures of all pages, or of those that are wanted."""
    page = browser.new_page(bypass_csp=True)  # the policy forbids to wait for something in a page
    for address in [*addresses(served), "404.html"]:
        if not wanted or address in wanted:
            yield pictured(page, served, address, out)
    page.close()


def sheet(pages: Sequence[Pictured]) -> str:
    """Return the contact sheet."""
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("shots.html.jinja").render(pages=pages)


def main() -> None:
    """Build the guide, picture it, and say where the sheet is."""
    parser = argparse.ArgumentParser(
        description="Writes pictures of all pages, and a sheet with all of them."
    )
    parser.add_argument("--out", type=Path, default=PROJECT / "build" / "shots")
    parser.add_argument(
        "pages",
        nargs="*",
        help="addresses as in the browser, without the last slash; all pages where none is named",
    )
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        done = mkdocs_build(PROJECT / "mkdocs.yml", Path(folder, "site"))
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        site = Site("live", Path(folder, "site"), PROJECT / "modalities.yaml", PROJECT / "content")
        browser = playwright.chromium.launch(executable_path=str(provide()), args=list(LAUNCH_ARGS))
        shutil.rmtree(told.out, ignore_errors=True)
        told.out.mkdir(parents=True)
        with serving(site) as served:
            pages = list(pictures(browser, served, told.out, told.pages))
        browser.close()
    if not pages:
        sys.exit("No page has such an address.")
    (told.out / "index.html").write_text(sheet(pages), encoding="utf-8")
    print(told.out / "index.html")


if __name__ == "__main__":
    main()
