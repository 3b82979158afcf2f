"""A server on this machine that answers as a test says, be it against all manners."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import Any

from generator.watched.manners import Manners

QUICK = Manners(seconds=10, pause=0, most_bytes=100_000)

Answering = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers a GET by what the server has for its path."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        answer = self.server.pages.get(self.path)
        try:
            if answer is None:
                self.give(404)
            elif isinstance(answer, str):
                self.give(200, answer)
            else:
                answer(self)
        except (BrokenPipeError, ConnectionResetError):
            pass  # whoever asked has had enough

    def give(self, status: int, body: str | bytes = b"", **headers: str) -> None:
        told = {"Content-Type": "text/html; charset=utf-8", **{_named(key): headers[key] for key in headers}}
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in told.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _named(key: str) -> str:
    return key.replace("_", "-").title()


class Server(ThreadingTCPServer):
    """What is at each path, and who has asked for what."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, str | Answering] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, path: str = "/page") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def sending(status: int = 200, body: str | bytes = b"", **headers: str) -> Answering:
    """Return what answers always the same."""
    return lambda handler: handler.give(status, body, **headers)
