"""The guide that is being built: all that a checked catalogue gives to its site, whoever lays the pages out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import icons, pages, rendering
from generator.diagnostics import Path
from generator.i18n import Words, words
from generator.linter.runner import Examined, examine_file
from generator.pages import Page
from generator.pages.catalogue import view as source_text
from generator.publish.faults import Fault
from generator.publish.written import active
from generator.publish.written.page import Written
from generator.rendering import Rendered
from generator.reporters import text
from generator.source.locations import lines_of
from generator.source.reader import Unreadable
from generator.views.context import WholeGuide

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.publish.site_files import Beside

# A check makes a build's guide and its pages, and nothing of the site: what only a site needs is imported where it is
# made, as it takes a check a tenth of its time.


class Build:
    """One build of a guide: its pages, by the Markdown file that each stands for, and what stands beside them.

    ``remarks`` is what the checks have to tell all the same, and how many remarks that are; ``doubted`` says whether
    any of them is more than a hint. ``written`` are the pages by hand, once they have been judged.
    """

    def __init__(self, examined: Examined) -> None:
        catalogue = examined.catalogue
        assert catalogue is not None  # an examination without errors has one
        self.words = words(catalogue.guide.language)
        self._examined = examined
        self.written: Mapping[str, Written] = {}
        self.remarks, self.doubted = ("", 0), False
        self._remark((examined,))

        def lines(at: Path) -> tuple[int, int]:
            return lines_of(examined.tree, at, examined.source)

        number = source_text.lines_number(examined.source.text)
        self.whole = WholeGuide(catalogue, self.words, lines, icons.icon, number)
        self.pages = {_source_uri(page): page for page in pages.all_pages(self.whole, examined.source)}
        self._source = examined.source.text

    @classmethod
    def of(
        cls, path: FilePath, name: str, language: Words, beside: Callable[[], Iterable[Examined]]
    ) -> Build:
        """Check a catalogue, and begin to build it; ``language`` is spoken where it cannot even be read.

        ``beside`` examines the settings and the pages by hand, where the catalogue has errors.
        """
        try:
            examined = examine_file(path, name)
        except Unreadable as error:
            raise Fault(text.render_unreadable(error, language)) from None
        if examined.catalogue is not None:
            language = words(examined.catalogue.guide.language)
        if not examined.ok:
            raise Fault("\n".join(text.render(each, language) for each in (examined, *beside())))
        return cls(examined)

    def take(self, written: Mapping[str, Written], examined: Iterable[Examined]) -> None:
        """Take in the pages by hand, and what was found in them and in the settings; a fault ends the build."""
        examined = (self._examined, *examined)
        self.written = written
        self._remark(examined)
        if not all(each.ok for each in examined):
            raise Fault(self.remarks[0])

    def _remark(self, examined: Iterable[Examined]) -> None:
        found = [each for each in examined if each.diagnostics]
        told = "\n".join(text.render(each, self.words) for each in found)
        self.remarks = told, sum(len(each.diagnostics) for each in found)
        self.doubted = any(each.doubted for each in found)

    @cached_property
    def _environment(self) -> Environment:
        return rendering.environment(self.words)

    @cached_property
    def _beside(self) -> Beside:
        from generator.publish.site_files import Beside

        return Beside(self._environment, self.whole, len(self.pages))

    @property
    def title(self) -> str:
        return self.whole.catalogue.guide.title

    @property
    def language(self) -> str:
        return self.whole.catalogue.guide.language

    def shell(self, site_url: str) -> dict[str, str | Markup]:
        """Return what the shell of every page takes over: the search, and what the error page tells."""
        from generator.publish import search

        missing = pages.not_found(self.whole, urlsplit(site_url or "/").path.rstrip("/") + "/")
        return {
            "guide_not_found_title": missing.title,
            "guide_not_found": rendering.render(self._environment, self.whole, missing).html,
            "guide_search": search.box(self._environment, self.whole),
            "guide_reader": self._readers(),
        }

    def _readers(self) -> Markup:
        """Return the line in which a reader says who reads."""
        from generator.views.readers import readers

        macros: Any = self._environment.get_template("components/reader/macro.html.jinja").module
        return Markup(macros.reader(readers(self.whole)))

    def data(self) -> str:
        """Return what the scripts evaluate."""
        from generator.publish import browser_data

        return browser_data.text(self.whole)

    def later(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Name the files beside the scripts that come when all is made, and what they are made of: ``texts`` too."""
        from generator.publish import search

        return {search.FILE: search.made_of(self._source, texts)}

    def render(self, page: Page) -> Rendered:
        """Render a generated page, and take what stands beside the pages from it."""
        rendered = rendering.render(self._environment, self.whole, page)
        self._beside.add(page, rendered)
        return rendered

    def lay_out(self, page: Written, title: str, html: str) -> str:
        """Lay a hand-written page out as the generated ones are, and take what stands beside the pages from it."""
        html = active.aligned(html)
        self._beside.add_written(page, title, html)
        return f'<div class="guide">{html}{rendering.written_notes(self._environment, page.notes)}</div>'

    def head(self, page: Page | Written, title: str, url: str) -> str:
        """Return what machines are told in a page's head; ``url`` is its address in the web, if known."""
        from generator.publish import structured_data

        told = page if isinstance(page, Page) else pages.written(page.address, title, page.description)
        return structured_data.head(self.whole, told, url)

    def with_csp(self, html: str) -> str:
        """Return a whole page with its policy in its head."""
        return self._beside.with_csp(html)

    def write(self, site: FilePath, scripts: str, url: str, own_tokens: FilePath) -> tuple[str, ...]:
        """Write what stands beside the pages; return what their writer should hear."""
        return self._beside.write(site, scripts, url, own_tokens)


def _source_uri(page: Page) -> str:
    """Return the Markdown file that a generated page stands for, so that it gets the page's address."""
    # The theme opens a section with the page called `index`; only those that are one may bear that name.
    return f"{page.address}index.md" if page.index or not page.address else f"{page.address[:-1]}.md"
