"""Checks one file after the other in one process: `python many.py NAME=FORM,FORM…`, all in JSON on its own output.

To start a process for each would take ten times as long as most checks. Where one hangs or falls over, all fail.
"""

from __future__ import annotations

import io
import json
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from generator.cli import main
from generator.linter import runner
from generator.linter.runner import Examined
from generator.source.reader import Unreadable


def once(examine: Callable[[Path, str], Examined]) -> Callable[[Path, str], Examined]:
    """Examine each file only once: the reports of one file differ, what is found in it does not."""
    last: dict[Path, Examined | Unreadable] = {}

    def examined(file: Path, name: str) -> Examined:
        if file not in last:
            last.clear()
            try:
                last[file] = examine(file, name)
            except Unreadable as fault:
                last[file] = fault
        found = last[file]
        if isinstance(found, Unreadable):
            raise found
        return found

    return examined


def run(name: str, form: str) -> tuple[int, float, str, str]:
    """Run `guia check`; gives exit code, seconds of the processor, and what it said on either way."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    begin = time.process_time()
    code = -1
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(["check", name, "--lang", "en", "--format", form])
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
    runner.examine_file = once(runner.examine_file)  # type: ignore[assignment]
    started = time.process_time()
    asked = [each.partition("=") for each in sys.argv[1:]]
    found = [{form: run(name, form) for form in forms.split(",")} for name, _, forms in asked]
    Path("found.json").write_text(json.dumps({"started": started, "found": found}), encoding="utf-8")
