"""The guide that is published, where tests of the engine have guides of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import served
from tests.conftest import built
from tests.guide.where import GUIDE
from tests.once import for_all
from tests.site.site import Site

__all__ = ["served", "site"]


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The guide that is published, built by the command that publishes it."""

    def make(folder: Path) -> None:
        built("live", folder, GUIDE / "mkdocs.yml")

    folder = for_all(pytestconfig, tmp_path_factory, "live", make)
    return Site("live", folder / "site", GUIDE / "modalities.yaml", GUIDE / "content")
