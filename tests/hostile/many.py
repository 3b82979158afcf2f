"""Checks one small file after the other in one process: `python many.py FILE…`, all in JSON on its own output.

To start a process for each would take ten times as long as its check. Where one of them hangs or falls over, all fail.
"""

from __future__ import annotations

import io
import json
import sys
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from generator.cli import main

FORMS = (("--format", "json"), ())


def run(*arguments: str) -> tuple[int, float, str, str]:
    """Run `guia check`; gives exit code, seconds of the processor, and what it said on either way."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    begin = time.process_time()
    code = -1
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(["check", *arguments])
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 1
        except BaseException:
            traceback.print_exc()
    seconds = time.process_time() - begin
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return code, seconds, told[0], told[1]


if __name__ == "__main__":
    started = time.process_time()
    found = [[run(name, "--lang", "en", *form) for form in FORMS] for name in sys.argv[1:]]
    Path("found.json").write_text(json.dumps({"started": started, "found": found}), encoding="utf-8")
