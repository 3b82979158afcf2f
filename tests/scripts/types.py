"""Writes what the scripts are checked by: types of the published data, and the folders that are published as one.

`--check` only says whether they are fresh.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator.publish import scripts, shape
from tests.node import TOP, module, node

TYPES = scripts.BROWSER / "data.d.ts"
OPENING = "/* What Python publishes for the scripts: written by `make format` from publish/shape.py. */"
SETTINGS = TOP / "tsconfig.json"


def types() -> str:
    """Return the types of what is published."""
    command = ("json-schema-to-typescript", "dist", "src", "cli.js")
    made = _run(command, json.dumps(shape.schema()), f"--bannerComment={OPENING}", "--no-format")
    return _laid_out(TYPES, made)


def settings() -> str:
    """Return the settings of tsc with every folder that has scripts: published, they import each other by name.

    Their tests, too, which run beside them.
    """
    made = json.loads(SETTINGS.read_text(encoding="utf-8"))
    folders = sorted({path.parent for path in scripts.COMPONENTS.glob("*/*.js")})
    made["compilerOptions"]["rootDirs"] = [
        folder.relative_to(TOP).as_posix() for folder in (scripts.BROWSER, *folders, Path(__file__).parent)
    ]
    return _laid_out(SETTINGS, json.dumps(made, indent=2))


def _laid_out(path: Path, text: str) -> str:
    return _run(("prettier", "bin", "prettier.cjs"), text, f"--stdin-filepath={path}")


def _run(tool: tuple[str, ...], text: str, *options: str) -> str:
    command = (str(node()), str(module(*tool)), *options)
    return subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", check=True, cwd=TOP
    ).stdout


def main(arguments: list[str]) -> int:
    """Write both files, or with `--check` compare them; return the exit code."""
    stale = 0
    for path, made in ((TYPES, types()), (SETTINGS, settings())):
        if path.is_file() and path.read_text(encoding="utf-8") == made:
            continue
        if "--check" in arguments:
            print(f"{path.relative_to(TOP).as_posix()} is not up to date: run `make format`", file=sys.stderr)
            stale = 1
        else:
            path.write_text(made, encoding="utf-8", newline="\n")
    return stale


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
