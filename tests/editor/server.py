"""Speaks to the real yaml-language-server as an editor does: messages of its protocol over a pipe."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from itertools import count
from pathlib import Path
from typing import Any

from tests.node import module, node

SERVER = ("yaml-language-server", "bin", "yaml-language-server")
DEADLINE = 30.0
"""Seconds for one answer, on a machine that is busy with other tests."""


def command() -> list[str]:
    """Return how the server is started."""
    return [str(node()), str(module(*SERVER)), "--stdio"]


class Editor:
    """An editor with one folder open, which has its settings in `.vscode/settings.json`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = _nested(
            json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        )
        self._ids = count(1)
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._marks: dict[str, queue.Queue[Any]] = {}
        self._texts = count(1)
        self._opened = ""
        self._writing = threading.Lock()
        self._process = subprocess.Popen(command(), cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": "guide"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def close(self) -> None:
        self._process.kill()
        self._listener.join(DEADLINE)
        with self._process:
            pass  # its pipes are closed, and its end is waited for

    def open(self, name: str, text: str, *, apart: bool = True) -> str:
        """Open a text as a file of this name and return its address.

        Each text gets a folder of its own, for the server does not say to which state of a file its marks belong.
        """
        uri = (self.folder / (str(next(self._texts)) if apart else "") / name).as_uri()
        self._marks[uri] = queue.Queue()
        if self._opened:
            self._tell("textDocument/didClose", {"textDocument": {"uri": self._opened}})
        self._opened = uri
        self._tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "version": 1, "languageId": "yaml", "text": text}},
        )
        return uri

    def problems(self) -> list[tuple[int, str]]:
        """Return line and message of all that is marked in the text opened last."""
        found = self._marks[self._opened].get(timeout=DEADLINE)
        return sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in found)

    def completions(self, name: str, text: str) -> dict[str, str]:
        """Return what is offered at the sign ‸ in a text, each with what is said of it."""
        answer = self.ask("textDocument/completion", self._at(name, text))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {each["label"]: _plain(each.get("documentation", "")) for each in items}

    def hover(self, name: str, text: str) -> str:
        """Return what is shown for the word at the sign ‸ in a text."""
        answer = self.ask("textDocument/hover", self._at(name, text))
        return _plain(answer["contents"]) if answer else ""

    def ask(self, method: str, params: Any) -> Any:
        number = next(self._ids)
        self._answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": params})
        answer = self._answers[number].get(timeout=DEADLINE)
        assert "error" not in answer, answer
        return answer["result"]

    def _at(self, name: str, text: str) -> dict[str, Any]:
        before, _, after = text.partition("‸")
        uri = self.open(name, before + after)
        line = before.count("\n")
        character = len(before) - (before.rfind("\n") + 1)
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        with self._writing:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
            self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        match message:
            case {"id": number, "method": "workspace/configuration", "params": {"items": items}}:
                wanted = [self.settings.get(item.get("section", "")) for item in items]
                self._send({"id": number, "result": wanted})
            case {"id": number, "method": _}:
                self._send({"id": number, "result": None})
            case {"method": "textDocument/publishDiagnostics", "params": params}:
                if params["uri"] in self._marks:
                    self._marks[params["uri"]].put(params["diagnostics"])
            case {"id": number}:
                self._answers[number].put(message)


def _nested(flat: dict[str, Any]) -> dict[str, Any]:
    """Settings as a server asks for them: `yaml.schemas` is `schemas` in the section `yaml`."""
    made: dict[str, Any] = {}
    for key, value in flat.items():
        section, _, name = key.partition(".")
        if name and not key.startswith("["):
            place = made.setdefault(section, {})
            *parts, last = name.split(".")
            for part in parts:
                place = place.setdefault(part, {})
            place[last] = value
        else:
            made[key] = value
    return made


def _plain(told: Any) -> str:
    return str(told["value"] if isinstance(told, dict) else told)
