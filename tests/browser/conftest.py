"""A served copy of each site."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

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
