"""What a release is made of: a version that tag and changelog agree on, and the engine packed whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import __version__
from tests.node import TOP as ROOT

CHANGELOG = """\
# Changelog

## Unreleased

- Not yet.

## 1.10.0 - 2026-11-29

### For customers
- Something.

## 1.1

- Another.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project at its version 1.10.0."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "release-notes", tmp_path / ".ci")
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "__init__.py").write_text(
        '"""It."""\n\n__version__ = "1.10.0"\n', encoding="utf-8"
    )
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    return tmp_path


def notes(project: Path, *tag: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ("bash", str(project / ".ci" / "release-notes"), *tag),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_release_tells_what_the_changelog_says_of_it(project: Path):
    """The section of the version, and nothing of those above and below."""
    done = notes(project, "v1.10.0")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "### For customers\n- Something.\n"


@pytest.mark.parametrize("tag", ["v1.10.1", "v1.1.0"])
def test_a_tag_of_another_version_is_refused(project: Path, tag: str):
    """What says 1.10.0 of itself is released as nothing else."""
    done = notes(project, tag)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"release: the tag is {tag}, but generator.__version__ is 1.10.0\n"


@pytest.mark.parametrize("tag", ["1.10.0", "v1.10", "v1.10.0-rc1", ""])
def test_a_tag_that_is_no_version_is_refused(project: Path, tag: str):
    """A tag is a `v` and three numbers."""
    done = notes(project, tag)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"release: “{tag}” is not a tag like v1.2.3\n"


@pytest.mark.parametrize(
    "changelog",
    [
        CHANGELOG.replace("## 1.10.0 - 2026-11-29", "## 1.10.00"),
        CHANGELOG.replace("### For customers\n- Something.\n", ""),
        CHANGELOG.replace("## 1.10.0", "## 1x10.0"),
    ],
    ids=["no section", "nothing in it", "another one"],
)
def test_a_version_without_its_section_is_refused(project: Path, changelog: str):
    """Nobody gets a release that does not say what changed."""
    (project / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    done = notes(project, "v1.10.0")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "release: CHANGELOG.md says nothing under “## 1.10.0”\n"


def test_the_version_is_found_where_it_stands(project: Path):
    """In the engine as it is, with the heading that its changelog will get."""
    shutil.copy(ROOT / "generator" / "__init__.py", project / "generator")
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (project / "CHANGELOG.md").write_text(
        text.replace("## Unreleased", f"## {__version__}", 1), encoding="utf-8"
    )
    done = notes(project, f"v{__version__}")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in text


# The packing


def packed(source: Path, kind: str, into: Path) -> Path:
    """Pack a folder of sources by the backend that `make dist` and `pip` use."""
    command = (sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into))
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = into.iterdir()
    return made


def test_the_packed_source_is_the_engine_and_makes_the_same_wheel(tmp_path: Path):
    """Theme, starter and words included; the guide that stands beside the engine is not in it."""
    source = packed(ROOT, "sdist", tmp_path / "source")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (folder,) = (tmp_path / "unpacked").iterdir()
    assert {path.name for path in folder.iterdir()} == {
        "generator", "CHANGELOG.md", "LICENSE", "PKG-INFO", "pyproject.toml", ".gitignore",
    }  # fmt: skip
    wheels = [
        ZipFile(packed(each, "wheel", tmp_path / name)) for name, each in (("one", ROOT), ("two", folder))
    ]
    ours, theirs = ({name: wheel.read(name) for name in wheel.namelist()} for wheel in wheels)
    assert set(ours) == set(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    for room in ("theme", "starter", "locale", "templates", "py.typed"):
        assert any(name.startswith(f"generator/{room}") for name in ours), room
