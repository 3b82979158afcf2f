"""The real Lighthouse over one page of each kind, as on a phone; fails below the marks. `make lighthouse` runs it.

It is no part of the tests: it takes minutes, and its mark for speed falls when the machine has something else to do.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.analysis.agreements import agreements
from generator.analysis.page_ids import has_page
from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.routes import HIDDEN, ROUTES, Addresses
from tests.browser.chromium import LAUNCH_ARGS, provide
from tests.catalogues import catalogue
from tests.conftest import mkdocs_build
from tests.node import node

TOP = Path(__file__).resolve().parents[1]
LIGHTHOUSE = TOP / "benchmarks" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"

MARKS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least of each category, of 100."""


class Compressing(SimpleHTTPRequestHandler):
    """Serves files as a static host does: text compressed, and kept for good where the name tells the content."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header(
            "Cache-Control", "max-age=31536000, immutable" if "/assets/" in self.path else "no-cache"
        )
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def kinds(guide: Catalogue) -> list[str]:
    """Return the address of one page of each kind that the guide offers."""
    at = Addresses(words(guide.guide.language), len(guide.modalities))
    first = {
        "group": guide.guide.groups[0].id,
        "modality": guide.modalities[1 % len(guide.modalities)].id,
        "requester": guide.requesters[0].id,
        "agreement": next(iter(agreements(guide)), None),
    }
    return [
        at.at(route.kind, first[route.each] or "" if route.each else "")
        for route in ROUTES.values()
        if route.part != HIDDEN and has_page(guide, route) and (not route.each or first[route.each])
    ]


def marks(address: str, folder: Path) -> dict[str, float]:
    """Let Lighthouse judge a page; gives each category's mark, of 100."""
    told = folder / "told.json"
    flags = " ".join(("--headless=new", *LAUNCH_ARGS))
    command = [str(node()), str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={told}"]
    command += [f"--chrome-flags={flags}", f"--only-categories={','.join(MARKS)}"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(provide())})
    found = json.loads(told.read_text(encoding="utf-8"))["categories"]
    return {name: round(found[name]["score"] * 100) for name in MARKS}


def main() -> int:
    """Print a table of marks; returns 1 where one is too low."""
    guide = catalogue(TOP / "modalities.yaml")
    low = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done = mkdocs_build(TOP / "mkdocs.yml", folder / "site")
        if done.returncode:
            print(done.stdout, done.stderr, file=sys.stderr)
            return 1
        print(f"{'page':44}" + "".join(f"{each:>16}" for each in MARKS))
        with served(folder / "site") as address:
            single = Addresses(words(guide.guide.language), len(guide.modalities)).single_file
            for page in [*kinds(guide), *filter(None, [single])]:
                found = marks(address + page, folder)
                # The guide as one file says again what its pages say, and asks search engines to leave it out.
                held = [each for each in MARKS if page != single or each != "seo"]
                low += sum(found[each] < MARKS[each] for each in held)
                print(f"{page or '/':44}" + "".join(f"{found[each]:>16}" for each in MARKS), flush=True)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
