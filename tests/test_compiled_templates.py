"""Compiled templates are kept beside the templates, and taken only where they are what would be compiled now."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from generator.compiled_templates import BesideTemplates
from generator.lean_templates import LeanEnvironment

TEMPLATE = "greeting.html.jinja"
Build = Callable[[], tuple[str, int]]


@pytest.fixture(autouse=True)
def may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine says of compiled modules."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.fixture
def shape(tmp_path: Path) -> Path:
    """A file that says how templates become code."""
    made = tmp_path / "shape.py"
    made.write_text("one way", encoding="utf-8")
    return made


@pytest.fixture
def build(tmp_path: Path, shape: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Render a template as a new build does; tell how many were compiled for it."""
    (tmp_path / TEMPLATE).write_text("Hello {{ name }}", encoding="utf-8")
    compiled = []
    generate = LeanEnvironment._generate
    monkeypatch.setattr(
        LeanEnvironment,
        "_generate",
        lambda self, *told, **more: compiled.append(told) or generate(self, *told, **more),  # type: ignore[func-returns-value]
    )

    def render() -> tuple[str, int]:
        compiled.clear()
        environment = LeanEnvironment(
            loader=FileSystemLoader(tmp_path), bytecode_cache=BesideTemplates([str(shape)])
        )
        return environment.get_template(TEMPLATE).render(name="Ada"), len(compiled)

    return render


def kept(folder: Path) -> list[Path]:
    return list((folder / "__pycache__").glob("*"))


def test_a_template_is_compiled_once(build: Build, tmp_path: Path) -> None:
    """The next build takes the code, which lies where Python's own does, and writes the same."""
    assert build() == ("Hello Ada", 1)
    assert build() == ("Hello Ada", 0)
    assert [each.name for each in kept(tmp_path)] == [f"greeting.html.{sys.implementation.cache_tag}.pyc"]


def test_another_text_is_compiled_anew(build: Build, tmp_path: Path) -> None:
    """An old code is never taken for a template that was changed, however soon."""
    build()
    (tmp_path / TEMPLATE).write_text("Dear {{ name }}", encoding="utf-8")
    assert build() == ("Dear Ada", 1)


def test_another_way_of_making_code_is_seen(
    build: Build, shape: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same text becomes another code where what shapes it, or Jinja, is another."""
    build()
    shape.write_text("another way", encoding="utf-8")
    assert build() == ("Hello Ada", 1)
    monkeypatch.setattr("jinja2.__version__", "0")
    assert build() == ("Hello Ada", 1)


@pytest.mark.parametrize("left", [0, 3, 10, 40, 200, -1])
def test_what_is_damaged_is_compiled_anew(build: Build, tmp_path: Path, left: int) -> None:
    """A file that was cut off anywhere is no code; it is replaced."""
    build()
    (file,) = kept(tmp_path)
    file.write_bytes(file.read_bytes()[:left])
    assert build() == ("Hello Ada", 1)
    assert build() == ("Hello Ada", 0)


def test_nothing_is_kept_where_it_is_forbidden(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever forbids Python to write compiled modules finds no compiled templates either."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert build() == ("Hello Ada", 1)
    assert kept(tmp_path) == []


def test_a_place_that_takes_nothing_costs_only_time(build: Build, tmp_path: Path) -> None:
    """Where no folder can be made, as in an installation that is read only, each build compiles for itself."""
    (tmp_path / "__pycache__").write_text("in the way", encoding="utf-8")
    assert build() == ("Hello Ada", 1)
    assert build() == ("Hello Ada", 1)
