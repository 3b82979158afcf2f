"""What the tests of a site's parts are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.projects import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)
