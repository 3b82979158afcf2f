"""A served copy of each site, with the headers that it asks its host for."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

REPORTS = "/violations"

PATIENCE = 15.0
"""Seconds in which a page has to come to what it is waited for."""


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds in a page.

    It is asked from here, time and again: a page that has to wait for it by itself would evaluate a text, and that
    its policy forbids.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"not within {PATIENCE} seconds: {expression}"
        page.wait_for_timeout(20)


class Host(SimpleHTTPRequestHandler):
    """Serves files without a line for each, under the site's own `_headers`, and keeps what violates their policy."""

    def __init__(
        self, *args: object, headers: dict[str, str], violations: list[str], **named: object
    ) -> None:
        self.sent = headers
        self.violations = violations
        super().__init__(*args, **named)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            told = f"{value}; report-uri {REPORTS}" if name == "Content-Security-Policy" else value
            self.send_header(name, told)
        super().end_headers()

    def do_POST(self) -> None:  # as the server's own methods are called
        told = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == REPORTS:
            self.violations.append(told)
        self.send_response(204)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_: object) -> None:
        pass


class Served:
    """A site under an address of its own."""

    def __init__(self, site: Site, address: str) -> None:
        self.site = site
        self.address = address


def headers_of(folder: Path) -> dict[str, str]:
    """Read the headers for all addresses from a site's `_headers`."""
    first, *lines = (folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert first == "/*"
    return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


@contextmanager
def serving(site: Site) -> Iterator[Served]:
    """Serve a site for a while; whatever its pages do against their policy meanwhile is an error at the end."""
    violations: list[str] = []
    folder = Path(site.folder)
    handler = partial(Host, directory=str(folder), headers=headers_of(folder), violations=violations)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Served(site, f"http://127.0.0.1:{server.server_port}/")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert violations == []


ONE = pytest.mark.parametrize("site", ["portuguese"], indirect=True, scope="session")
"""A behaviour that no catalogue changes: it is shown on one guide."""


@pytest.fixture(scope="session")
def served(site: Site) -> Iterator[Served]:
    """Each site in turn, on a port of this machine."""
    with serving(site) as made:
        yield made


@pytest.fixture(scope="session")
def guide(portuguese: Site) -> Iterator[Served]:
    """The Portuguese guide, on a port of this machine."""
    with serving(portuguese) as made:
        yield made
