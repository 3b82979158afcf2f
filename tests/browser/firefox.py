"""Firefox, found or installed, and driven by WebDriver BiDi, which it speaks itself; as a command, prints where it is.

Playwright's own Firefox is another program, from another host; and to this one it sends what it does not know.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser import chromium

COMMANDS = ("firefox-esr", "firefox")
PACKAGES = ("firefox-esr", "firefox")
PLACES = (
    Path("/Applications/Firefox.app/Contents/MacOS/firefox"),
    Path(r"C:\Program Files\Mozilla Firefox\firefox.exe"),
)
NONE = (
    "no Firefox here, and none could be installed: apt-get install firefox-esr, or name it by GUIDE_FIREFOX"
)
ANNOUNCED = "WebDriverBiDiServer.json"
"""Where Firefox writes into its profile on which port it listens."""
PATIENCE = 15.0


def find() -> Path | None:
    """The first of: what GUIDE_FIREFOX names, a command, a usual place."""
    if named := os.environ.get("GUIDE_FIREFOX"):
        return Path(named)
    for command in COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    return next((place for place in PLACES if place.is_file()), None)


def provide() -> Path | None:
    """Like find(), but installs one first where there is none, and that can be done."""
    if found := find():
        return found
    chromium.install_by_apt(*PACKAGES)
    return find()


class Firefox:
    """One window, and the errors that its pages told."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.errors: list[str] = []
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=["log.entryAdded"])
        self._window = self._send("browsingContext.create", type="tab")["context"]

    def resize(self, width: int, height: int) -> None:
        viewport = {"width": width, "height": height}
        self._send("browsingContext.setViewport", context=self._window, viewport=viewport)

    def goto(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """Evaluate an expression in the page; what it gives must be data."""
        target = {"context": self._window}
        told = self._send(
            "script.evaluate", expression=f"JSON.stringify({expression})", target=target, awaitPromise=True
        )
        assert told["type"] == "success", told
        return json.loads(told["result"].get("value", "null"))

    def until(self, expression: str) -> None:
        """Wait until an expression holds."""
        end = time.monotonic() + PATIENCE
        while not self.evaluate(expression):
            assert time.monotonic() < end, f"not within {PATIENCE} seconds: {expression}"
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        """Press the first element that is there and seen, with the pointer, as a reader does."""
        self.until(f"[...document.querySelectorAll({selector!r})].some(each => each.checkVisibility())")
        x, y = self.evaluate(
            f"""(() => {{
              const seen = [...document.querySelectorAll({selector!r})].find(each => each.checkVisibility());
              seen.scrollIntoView({{ block: "center" }});
              const {{ left, top, width, height }} = seen.getBoundingClientRect();
              return [Math.round(left + width / 2), Math.round(top + height / 2)];
            }})()"""
        )
        steps = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def press(self, *keys: str) -> None:
        """Press and let go of keys, one after the other: letters, or WebDriver's signs of others."""
        steps = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": steps})

    def choose(self, selector: str, value: str) -> None:
        """Choose from a list: its own menu is the system's, which nothing drives."""
        self.evaluate(
            f"""(() => {{
              const list = document.querySelector({selector!r});
              list.value = {value!r};
              for (const kind of ["input", "change"]) list.dispatchEvent(new Event(kind, {{ bubbles: true }}));
            }})()"""
        )

    def _act(self, source: dict[str, Any]) -> None:
        self._send("input.performActions", context=self._window, actions=[source])

    def _send(self, method: str, **params: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv(timeout=PATIENCE))
            if told.get("type") == "event":
                if told["params"].get("level") == "error":
                    self.errors.append(told["params"]["text"])
            elif told["id"] == self._number:
                assert told["type"] == "success", f"{method}: {told}"
                return told["result"]


@contextmanager
def running(program: Path) -> Iterator[Firefox]:
    """Firefox without windows, on a profile of its own, for a while."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = (
            str(program),
            "--headless",
            "--no-remote",
            "--profile",
            profile,
            "--remote-debugging-port",
            "0",
        )
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                with connect(_address(Path(profile, ANNOUNCED), process), max_size=None) as socket:
                    yield Firefox(socket)
            finally:
                process.terminate()


def _address(announced: Path, process: subprocess.Popen[bytes]) -> str:
    end = time.monotonic() + PATIENCE
    while not (announced.is_file() and announced.read_text(encoding="utf-8").endswith("}")):
        assert process.poll() is None, f"Firefox ended by itself: {process.returncode}"
        assert time.monotonic() < end, "Firefox does not listen"
        time.sleep(0.05)
    told = json.loads(announced.read_text(encoding="utf-8"))
    return f"ws://{told['ws_host']}:{told['ws_port']}/session"


if __name__ == "__main__":
    found = provide()
    print(found or "")
    if not found:
        print(NONE, file=sys.stderr)
