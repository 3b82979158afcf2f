"""Builds each catalogue's site once a run, by the command that people use; and a browser for the session."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import apart
from tests.browser.chromium import FRUGAL, LAUNCH_ARGS, provide
from tests.catalogues import HARBOUR, PORTUGUESE_GUIDE
from tests.once import for_all
from tests.site.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

# So that a failing assertion in a helper says what differs, as one in a test does.
pytest.register_assert_rewrite("tests.site.cost_tables")

HERE = Path(__file__).resolve().parent


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.is_registered(apart):
        config.pluginmanager.register(apart)


def pytest_xdist_auto_num_workers() -> int:
    """Take one worker more than there are processors: a third of the time, a test waits for a page or a command."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 1


ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}

SECOND_GUIDE = """\
site_name: A second guide
docs_dir: content
theme:
  name: material
  language: en
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.sections]
plugins:
  - guide:
      catalogue: {catalogue}
extra:
  generator: false
"""


def mkdocs_build(config: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict`; a second or so for a whole guide."""
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(target))
    return subprocess.run(
        command,
        env=ENVIRONMENT,
        cwd=config.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def second_guide(folder: Path, pages: dict[str, str] | None = None) -> Path:
    """Write the `mkdocs.yml` of the second catalogue into a folder, with hand-written pages where wanted."""
    content = folder / "content"
    content.mkdir()
    for name, text in (pages or {}).items():
        (content / name).write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    settings = SECOND_GUIDE.format(catalogue=HARBOUR)
    config.write_text(settings, encoding="utf-8")
    return config


def built(name: str, folder: Path, config: Path) -> None:
    """Build a guide into `site` of a folder; whatever MkDocs warns of fails."""
    done = mkdocs_build(config, folder / "site")
    assert done.returncode == 0, f"the site of {name} does not build:\n{done.stdout}{done.stderr}"


# One worker of pytest-xdist builds, the others wait: a build each would take most of two processors for half a minute.


@pytest.fixture(scope="session")
def portuguese(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A guide with the shapes of the published one."""

    def make(folder: Path) -> None:
        built("portuguese", folder, PORTUGUESE_GUIDE / "mkdocs.yml")

    folder = for_all(pytestconfig, tmp_path_factory, "portuguese", make)
    return Site(
        "portuguese", folder / "site", PORTUGUESE_GUIDE / "modalities.yaml", PORTUGUESE_GUIDE / "content"
    )


@pytest.fixture(scope="session")
def harbour(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The guide of another organisation, in English."""

    def make(folder: Path) -> None:
        built("harbour", folder, second_guide(folder))

    folder = for_all(pytestconfig, tmp_path_factory, "harbour", make)
    return Site("harbour", folder / "site", HARBOUR, folder / "content")


@pytest.fixture(scope="session", params=["portuguese", "harbour"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the two guides in turn."""
    made: Site = request.getfixturevalue(request.param)
    return made


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser, for tests that need a context of their own: other settings, another cache, nothing kept yet."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  no other test pays for it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(provide()), args=[*LAUNCH_ARGS, *FRUGAL])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    """One context for all pages that keep nothing in it and fetch what there is.

    A new one takes twice what the page in it does, for the browser opens a window with all that stands around a page.
    """
    context = chromium.new_context()
    context.new_page()  # without any page, the window would close
    yield context
    context.close()
