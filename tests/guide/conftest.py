"""The guide that is published, where tests of the engine have guides of their own."""

from __future__ import annotations

import pytest

from tests.browser.conftest import served
from tests.conftest import built
from tests.guide.where import GUIDE
from tests.site.site import Site

__all__ = ["served", "site"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The guide that is published, built by the command that publishes it."""
    return built("live", tmp_path_factory.mktemp("live"), GUIDE / "mkdocs.yml", GUIDE / "modalities.yaml")
