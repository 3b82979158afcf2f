"""A Chromium for the session and a served copy of each site; every request to another host is recorded and cut."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, provide
from tests.site.site import Site


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *_: object) -> None:
        pass


class Served:
    """A site under an address of its own."""

    def __init__(self, site: Site, address: str) -> None:
        self.site = site
        self.address = address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser; each test opens pages of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(provide()), args=list(LAUNCH_ARGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(site: Site) -> Iterator[Served]:
    """Each site in turn, on a port of this machine."""
    handler = partial(Quiet, directory=str(Path(site.folder)))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(site, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()
    thread.join()
