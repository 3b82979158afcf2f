"""Writes the types of the published data from its schema, for the scripts: `--check` says whether they are fresh."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator.publish import shape
from tests.node import TOP, module, node

TYPES = TOP / "generator" / "browser" / "data.d.ts"
OPENING = "/* What Python publishes for the scripts: written by `make format` from publish/shape.py. */"


def types() -> str:
    """Return the types as they have to stand in the file."""
    command = (
        str(node()),
        str(module("json-schema-to-typescript", "dist", "src", "cli.js")),
        f"--bannerComment={OPENING}",
        "--no-format",
    )
    written = json.dumps(shape.schema())
    made = subprocess.run(command, input=written, capture_output=True, encoding="utf-8", check=True)
    prettier = (str(node()), str(module("prettier", "bin", "prettier.cjs")), f"--stdin-filepath={TYPES}")
    return subprocess.run(
        prettier, input=made.stdout, capture_output=True, encoding="utf-8", check=True, cwd=TOP
    ).stdout


def main(arguments: list[str], path: Path = TYPES) -> int:
    """Write the types, or with `--check` compare them; return the exit code."""
    made = types()
    if "--check" not in arguments:
        path.write_text(made, encoding="utf-8", newline="\n")
    elif not path.is_file() or path.read_text(encoding="utf-8") != made:
        print(
            f"{path.relative_to(TOP)} is not what publish/shape.py says: run `make format`", file=sys.stderr
        )
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
