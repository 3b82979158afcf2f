"""A preview shows what is wrong where a writer looks: on every page of `mkdocs serve`, and in no site that is built."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.build.project import Project, environment, until
from tests.build.serving import Preview, serving
from tests.catalogues import PORTUGUESE, PORTUGUESE_GUIDE
from tests.site.site import Site

pytestmark = pytest.mark.browser

PATIENCE = 60_000
CATALOGUE = "modalities.yaml"
OWN = "overrides/partials/imprint.html"
HOSTILE = "</pre><script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">"
SLIP = f"guide:\n  titel: >-\n    a text\n  {HOSTILE}: 1\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One server for the tests that begin with a good guide."""
    with serving(tmp_path_factory.mktemp("preview")) as made:
        yield made


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A telephone's screen that nobody touches: whatever changes on it has come by itself."""
    made = window.new_page()
    made.set_viewport_size({"width": 390, "height": 844})
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


def report(page: Page) -> Locator:
    return page.get_by_role("alert")


def shows(page: Page, *told: str) -> None:
    for text in told:
        expect(report(page)).to_contain_text(text, timeout=PATIENCE)


INVITATION = "Precisa de ajuda da TOTVS? Veja o que pedir e se vai pagar."
"""How the home page of the guide is headed."""


def is_clear(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading, timeout=PATIENCE)
    expect(page.locator(".preview")).to_have_count(0, timeout=PATIENCE)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


# Above the last good pages


def test_a_broken_save_comes_up_above_the_last_good_page_and_goes_with_the_next(preview: Preview, page: Page):
    """With place and cure, harmless whatever it quotes, in sight on a page that was scrolled, and as one rebuild."""
    page.goto(f"{preview.address}custos/")
    is_clear(page, "Vou pagar?")
    page.evaluate("scrollTo(0, 2000)")
    before = preview.rebuilds()
    preview.project.edit(CATALOGUE, "guide:\n", SLIP)
    shows(
        page, f"{CATALOGUE}:7:3", "erro[unknown-key]", "Você quis dizer “title”?", "Como consertar: ", HOSTILE
    )
    expect(report(page)).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vou pagar?")
    assert page.get_by_role("alert", name="O guia não pode ser montado").count() == 1
    assert report(page).locator("script, img").count() == 0
    assert "owned" not in page.title()
    assert fits(page)
    assert preview.rebuilds() == before + 1
    preview.project.edit(CATALOGUE, SLIP, "guide:\n")
    is_clear(page, "Vou pagar?")
    assert preview.rebuilds() == before + 2


@pytest.mark.parametrize(
    ("name", "good", "bad", "told"),
    [
        ("content/sobre.md", "# ", "{{ <b>nothing }}\n\n# ", "sobre.md:"),
        (OWN, "<p>", "{% nothing %}<p>", "overrides/partials/imprint.html:2: "),
        ("mkdocs.yml", "docs_dir: content", "docs_dir: nowhere", "docs_dir"),
    ],
)
def test_whatever_is_broken_is_shown(preview: Preview, name: str, good: str, bad: str, told: str):
    """A page by hand, a template, the settings; on pages that there are and at addresses that have none."""
    preview.project.edit(name, good, bad)
    seen = preview.shows(told, "custos/")
    assert seen.index('role="alert"') < seen.index(told) < seen.index("<h1>")
    assert "<b>nothing" not in seen
    until(lambda: told in preview.missing("nowhere/"))
    preview.project.edit(name, bad, good)
    until(lambda: "preview__" not in (preview.page() or "preview__"))


def test_a_remark_is_there_folded_and_quiet_and_goes(preview: Preview, page: Page):
    """A warning stops nobody: it is told on request, above the new page."""
    page.goto(preview.address)
    good = (preview.project.folder / CATALOGUE).read_text(encoding="utf-8")
    preview.project.rename_guide("Um guia\u00a0retocado")
    remarks = page.get_by_role("group").filter(has_text="1 observação sobre o catálogo")
    expect(remarks).to_be_visible(timeout=PATIENCE)
    expect(remarks.get_by_text("aviso[no-break-space]")).to_be_hidden()
    remarks.locator("summary").click()
    expect(remarks.get_by_text("aviso[no-break-space]")).to_be_visible()
    assert report(page).count() == 0
    assert fits(page)
    preview.project.write(CATALOGUE, good)
    is_clear(page, INVITATION)


# Without any good page yet


def without_catalogue(project: Project) -> None:
    (project.folder / CATALOGUE).unlink()


def test_a_preview_that_is_started_without_a_catalogue_comes_up_and_heals(tmp_path: Path, page: Page):
    """At every address; through one broken state after the other; and again when the file goes and comes back."""
    good = PORTUGUESE.read_text(encoding="utf-8")
    with serving(tmp_path, before=without_catalogue) as preview:
        file = preview.project.folder / CATALOGUE
        page.goto(f"{preview.address}custos/")
        shows(page, "erro[unreadable-file]", "Como consertar: ")
        assert fits(page)
        file.mkdir()
        shows(page, "pasta")
        file.rmdir()
        file.write_bytes(good.encode("utf-16"))
        shows(page, "UTF-16")
        file.write_text(good.replace("guide:\n", SLIP, 1), encoding="utf-8")
        shows(page, "erro[unknown-key]", HOSTILE)
        assert "owned" not in page.title()
        file.write_text(good, encoding="utf-8")
        is_clear(page, "Vou pagar?")
        file.unlink()
        shows(page, "erro[unreadable-file]")
        expect(page.get_by_role("heading", level=1)).to_have_text("Vou pagar?")
        file.write_text(good, encoding="utf-8")
        is_clear(page, "Vou pagar?")


def with_broken_template_and_page(project: Project) -> None:
    project.edit(OWN, "<p>", "{% nothing %}<p>")
    project.write("content/mao.md", "{{ nothing }}\n")


def test_a_preview_that_is_started_on_a_broken_template_comes_up_and_heals(tmp_path: Path, page: Page):
    """One fault after the other is mended, the first of them in what every page is made with."""
    with serving(tmp_path, "--clean", before=with_broken_template_and_page) as preview:
        page.goto(preview.address)
        shows(page, "mao.md:1: ")
        preview.project.write("content/mao.md", "# À mão\n")
        shows(page, "overrides/partials/imprint.html:2: ")
        shutil.copy(PORTUGUESE_GUIDE / OWN, preview.project.folder / OWN)
        is_clear(page, INVITATION)


# And nowhere else


def test_a_site_that_is_built_has_nothing_of_it(portuguese: Site):
    """No mark-up, no style."""
    for path in portuguese.folder.rglob("*"):
        if path.suffix in (".html", ".css"):
            assert "preview__" not in path.read_text(encoding="utf-8"), path


def test_a_build_prints_what_the_check_prints(tmp_path: Path):
    """One report, wherever it is read."""
    project = Project.copied(tmp_path)
    project.edit(CATALOGUE, "guide:\n", SLIP)
    code, said = project.run("build")
    checked = subprocess.run(
        (sys.executable, "-m", "generator", "check", "--lang", "pt-BR", CATALOGUE),
        cwd=project.folder,
        env=environment({}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert code == checked.returncode == 1
    assert "erro[unknown-key]" in checked.stdout
    assert checked.stdout in said
