"""The engine as strangers get it: a wheel in an empty environment makes a sound project, whose tools all work."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Served, serving, until
from tests.node import TOP as ROOT
from tests.once import for_all
from tests.site.site import Site
from tests.test_house import OWN

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq")
ADDRESS = "https://guide.invalid/"


@dataclass(frozen=True)
class Told:
    """What a reader of the new guide chooses and sees, in one language."""

    answers: tuple[str, str]
    recommended: str
    case: dict[str, str]
    waived: str
    amount: str
    differences: str
    wanted: str
    repair: str


TOLD = {
    "en": Told(
        answers=("Something does not work", "Fewer than five"),
        recommended="Repair",
        case={"modality": "repair", "requester": "dealer", "outcome": "not-covered"},
        waived="covered",
        amount="€16.00",
        differences="Only the differences",
        wanted="broken",
        repair="modalities/repair/",
    ),
    "pt-BR": Told(
        answers=("Algo não funciona", "Menos de cinco"),
        recommended="Conserto",
        case={"modality": "conserto", "requester": "loja", "outcome": "nao-coberto"},
        waived="coberto",
        amount="R$ 24,00",
        differences="Só as diferenças",
        wanted="quebrada",
        repair="modalidades/conserto/",
    ),
}


@dataclass(frozen=True)
class Installed:
    """The environment that holds the wheel and what it needs, and nothing of this source."""

    home: Path

    def run(self, command: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment, far from the source and without any way back to it."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_"))}
        return subprocess.run(
            (self.command(command), *arguments),
            cwd=cwd,
            env={
                **kept,
                "LANG": "en",
                "NO_MKDOCS_2_WARNING": "1",
                "PYTHONUTF8": "1",
                "GUIDE_SITE_URL": ADDRESS,
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def command(self, name: str) -> str:
        return str(self.home / ("Scripts" if os.name == "nt" else "bin") / name)


def install(home: Path) -> None:
    """Build the wheel of this source, and put it into a new environment behind what is locked."""
    wheels = home.with_name("wheels")
    for command in (
        (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)),
        (sys.executable, "-m", "venv", "--without-pip", str(home)),
    ):
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    into = (*PIP, "--python", Installed(home).command("python"), "install", "--no-compile", "--no-deps")
    for what in (("--require-hashes", "-r", "requirements.txt"), ("--no-index", str(wheel))):
        subprocess.run((*into, *what), cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def installed(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Made once, by the first worker that needs it: the others wait for it."""
    place = for_all(
        pytestconfig, tmp_path_factory, "installed", lambda folder: install(folder / "environment")
    )
    return Installed(place / "environment")


@dataclass(frozen=True)
class New:
    """A project that `guia new` has written in one language, and what its commands said."""

    language: str
    folder: Path
    said: dict[str, subprocess.CompletedProcess[str]]

    @property
    def told(self) -> Told:
        return TOLD[self.language]


@pytest.fixture(scope="module", params=TOLD)
def new(
    installed: Installed, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> New:
    """The commands that a stranger runs first, in a folder whose name has a space."""
    language = str(request.param)
    outside = tmp_path_factory.mktemp("outside")
    folder = outside / "my guide"
    said = {"new": installed.run("guia", "new", folder.name, "--language", language, cwd=outside)}
    said["check"] = installed.run("guia", "check", "--lang", "en", cwd=folder)
    said["schema"] = installed.run("guia", "schema", "--check", cwd=folder)
    said["build"] = installed.run("mkdocs", "build", "--strict", cwd=folder)
    return New(language, folder, said)


def test_the_engine_comes_from_the_environment(installed: Installed, tmp_path: Path):
    """What is tried here is what was packed, and not the source beside it."""
    told = installed.run("python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert told.stderr == ""
    assert Path(told.stdout.strip()).is_relative_to(installed.home)
    assert not Path(told.stdout.strip()).is_relative_to(ROOT)


def test_a_new_project_passes_its_check_and_builds_strictly(new: New):
    """Each command ends well and has nothing to remark."""
    assert {name: done.returncode for name, done in new.said.items()} == dict.fromkeys(new.said, 0)
    assert new.said["check"].stdout == "modalities.yaml: no problems.\n"
    assert [done.stderr for name, done in new.said.items() if name != "build"] == ["", "", ""]
    build = new.said["build"].stdout + new.said["build"].stderr
    assert [line for line in build.splitlines() if not line.startswith("INFO ")] == []
    assert (new.folder / "site" / "index.html").is_file()


def test_nothing_of_the_first_guide_is_in_it(new: New):
    """No word of the organisation that the engine was first made for, in project or site, in names or contents."""
    # In Portuguese, "termo" is also what any term of a glossary is called.
    own = [word for word in OWN if not (word == "termo" and new.language == "pt-BR")]
    named = re.compile(rf"(?<![a-z])(?:{'|'.join(own)})s?(?![a-z])")
    found = {
        (path.relative_to(new.folder).as_posix(), word)
        for path in new.folder.rglob("*")
        if path.is_file()
        for text in (path.name, path.read_bytes().decode("utf-8", "ignore"))
        for word in named.findall(text.lower())
    }
    assert found == set()


# Its tools, in a browser


@pytest.fixture(scope="module")
def served(new: New) -> Iterator[Served]:
    """The site on a port of this machine; whatever a page does against its policy is an error at the end."""
    assert new.said["build"].returncode == 0, new.said["build"].stderr
    site = Site(new.language, new.folder / "site", new.folder / "modalities.yaml", new.folder / "content")
    with serving(site) as made:
        yield made


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A page that logs no error."""
    made = window.new_page()
    made.set_viewport_size({"width": 1280, "height": 900})
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    yield made
    made.close()
    assert faults == []


def seen(page: Page, selector: str) -> str:
    return " ".join(page.inner_text(selector).split())


@pytest.mark.browser
def test_the_finder_leads_to_a_recommendation(new: New, served: Served, page: Page):
    """Two answers, and the modality that fits."""
    page.goto(served.address + served.site.addresses.finder)
    page.wait_for_selector(".finder[data-ready]")
    for answer in new.told.answers:
        page.get_by_role("button", name=answer, exact=True).click()
    assert seen(page, ".finder__title").endswith(f": {new.told.recommended}")


@pytest.mark.browser
def test_the_simulator_tells_what_a_case_costs(new: New, served: Served, page: Page):
    """The time of a case comes to an amount, and the waiver to none."""
    page.goto(served.address + served.site.addresses.costs)
    page.wait_for_selector("[data-component=simulator][data-ready]")
    for name, value in new.told.case.items():
        page.select_option(f"[name={name}]", value)
    page.fill("[name=minutes]", "16")
    until(page, "document.querySelector('.simulator__headline.tone--charged') !== null")
    assert new.told.amount in seen(page, "[data-component=simulator]")
    page.select_option("[name=outcome]", new.told.waived)
    until(page, "document.querySelector('.simulator__headline.tone--waived') !== null")


@pytest.mark.browser
def test_the_comparison_shows_only_what_differs(new: New, served: Served, page: Page):
    """Fewer rows than before, and not the one in which all modalities say the same, or one says nothing."""
    page.goto(served.address + served.site.addresses.comparison)
    page.wait_for_selector(".comparison[data-ready]")
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    rows = page.locator("[data-row]:visible")
    before = rows.evaluate_all("all => all.map(row => row.dataset.row)")
    page.get_by_label(new.told.differences).check()
    after = rows.evaluate_all("all => all.map(row => row.dataset.row)")
    gone = set(before) - set(after)
    assert after
    assert any(re.search("paint|pint", row) for row in gone)


@pytest.mark.browser
def test_the_search_finds_a_page_and_leads_to_it(new: New, served: Served, page: Page):
    """By a word that the catalogue gives it, and by Enter."""
    page.goto(served.address)
    page.locator("[data-search] [data-open]").click()
    page.locator(".search__box").fill(new.told.wanted)
    page.get_by_role("option", name=new.told.recommended).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served.address}{new.told.repair}**")
    assert seen(page, "h1") == new.told.recommended
