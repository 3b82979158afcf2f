"""What is written beside the pages, once all of them are known: search entries, spreadsheets, one file, headers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment

from generator.pages import Page
from generator.pages.comparison.view import Comparison
from generator.publish import (
    assets,
    csp,
    inline_images,
    moved,
    search,
    single_file,
    spreadsheet,
    structured_data,
)
from generator.publish.written.page import Written
from generator.rendering import Rendered
from generator.routes import HIDDEN
from generator.views.context import WholeGuide


class Beside:
    """Takes what it needs of each page as it is made, so that no page has to be kept or read again."""

    def __init__(self, environment: Environment, whole: WholeGuide, pages_number: int) -> None:
        self._environment = environment
        self._whole = whole
        self._index = search.Index(whole, large=pages_number > search.LARGE)
        self._sheets: dict[str, str] = {}
        self._made: list[Page] = []
        self._written: list[tuple[Written, str, str]] = []
        self._scripts: set[str] = set()
        self._styles: set[str] = set()

    def add(self, page: Page, rendered: Rendered) -> None:
        """Take what a generated page gives."""
        self._index.add(page, rendered)
        if page.part != HIDDEN:
            self._made.append(page)
        if isinstance(rendered.view, Comparison):
            made = spreadsheet.sheet(rendered.view, self._whole.words, self._whole.format.locale)
            self._sheets[rendered.view.sheet_address] = made

    def add_written(self, page: Written, title: str, html: str) -> None:
        """Take what a page gives that was written by hand."""
        if page.is_searched:
            self._index.add_written(page.address, title, page.description, html)
        self._written.append((page, title, html))

    def with_csp(self, html: str) -> str:
        """Return a whole page with its policy in its head."""
        scripts = csp.hashes(html)
        self._scripts.update(scripts)
        return csp.with_csp(html, scripts)

    def write(self, site: Path, scripts: str, url: str, own_tokens: Path) -> tuple[str, ...]:
        """Write all files: ``scripts`` is the folder of the scripts, ``url`` where the guide is published, if known.

        Return what their writer should hear, each in a sentence.
        """
        remarks: list[str] = []
        texts = {
            f"{scripts}{search.FILE}": self._index.text(),
            **self._sheets,
            **moved.files(self._whole, url),
        }
        if address := self._whole.addresses.single_file:
            styles = assets.stylesheet(own_tokens, last=("single_file.css",))
            self._styles.add(csp.source(styles))
            written = [
                (page.address, title, self._with_pictures(page, html, site, remarks))
                for page, title, html in self._written
            ]
            texts[address] = self._single_file(url, styles, written)
        if not (site / structured_data.ROBOTS).exists():  # a guide may bring its own
            texts[structured_data.ROBOTS] = structured_data.robots(f"{url}sitemap.xml" if url else "")
        # A guide may have headers of its own, such as for caches: ours come first, and none of its words is lost.
        own = (site / csp.FILE).read_text(encoding="utf-8") if (site / csp.FILE).exists() else ""
        texts[csp.FILE] = "\n".join(filter(None, (csp.headers(self._scripts, self._styles), own)))
        for address, text in texts.items():
            (site / address).parent.mkdir(parents=True, exist_ok=True)
            (site / address).write_text(text, encoding="utf-8", newline="")
        return tuple(remarks)

    def _with_pictures(self, page: Written, html: str, site: Path, remarks: list[str]) -> str:
        def read(address: str) -> bytes | None:
            path = (site / address).resolve()
            return path.read_bytes() if path.is_file() and path.is_relative_to(site.resolve()) else None

        words = self._whole.words
        html, lost = inline_images.carried(html, page.address, read, words)
        told = words.gettext("{page}: the picture “{picture}” is not in {whole}: {why}.")
        whole = self._whole.addresses.single_file
        remarks += [
            told.format(page=page.uri, picture=each.name, whole=whole, why=each.why)
            for each in lost
            if each.target not in page.not_carried
        ]
        return html

    def _single_file(self, url: str, styles: str, written: Sequence[tuple[str, str, str]]) -> str:
        guide = self._whole.catalogue.guide
        day = self._whole.format.date(guide.date)
        edition = single_file.Edition(guide.title, guide.language, guide.revision, day, url)
        ways = single_file.FileWays(
            {*(page.address for page in self._made), *(address for address, _, _ in written)}, url
        )
        parts = [
            *(single_file.part(self._environment, self._whole, page, ways) for page in self._made),
            *(single_file.by_hand(*page, ways) for page in written),
        ]
        return single_file.document(parts, edition, styles, self._whole.words)
