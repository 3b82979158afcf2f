"""Every page is valid HTML, by html-validate with its rules for documents and for what is read aloud."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.node import module, node
from tests.site.site import Site

VALIDATOR = ("html-validate", "bin", "html-validate.mjs")

CONFIG = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
    "elements": ["html5"],
    "rules": {
        # A hash beside the address guards against another host; every file of a guide comes from the guide's own.
        "require-sri": ["error", {"target": "crossorigin"}],
        # A list may have a name, such as the words before it; what can have none may still not.
        "aria-label-misuse": ["error", {"allowAnyNamable": True}],
    },
}

PART = '<section class="one-file__part"'
SHOWN = 6


def findings(files: list[str], folder: Path) -> list[str]:
    config = folder / "rules.json"
    config.write_text(json.dumps(CONFIG), encoding="utf-8")
    # Into a file: what it prints is cut off where a pipe is full.
    told = folder / "told.json"
    command = [str(node()), str(module(*VALIDATOR)), "--config", str(config), "--formatter", f"json={told}"]
    done = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert told.is_file(), done.stderr
    return [
        f"{Path(page['filePath']).parent.name}:{each['line']}:{each['column']} {each['ruleId']}: {each['message']}"
        for page in json.loads(told.read_text(encoding="utf-8"))
        for each in page["messages"]
    ]


def test_every_page_is_valid(site: Site, tmp_path: Path) -> None:
    """No page of the site breaks a rule: the error page is a page too, and so is the guide in one file."""
    whole = site.folder / site.addresses.single_file
    pages = [path for path in site.folder.rglob("*.html") if path != whole]
    # Of the one file the first parts: the validator takes ten times as long for three times as many.
    begin, *parts = whole.read_text(encoding="utf-8").partition("</main>")[0].split(PART)
    first = tmp_path / whole.name
    first.write_text(PART.join([begin, *parts[:SHOWN]]) + "</main></body></html>", encoding="utf-8")
    assert findings([str(path) for path in (*sorted(pages), first)], tmp_path) == []


def test_what_is_not_valid_is_found(site: Site, tmp_path: Path) -> None:
    """The validator can fail: a page with an unclosed element, a doubled id, an image without a text,
    a style from another host and a name on what can have none is refused.
    """
    page = (site.folder / "index.html").read_text(encoding="utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(
        page.replace("</main>", '<p id="a"><p id="a"><img src="x.png"><b aria-label="b"></main>').replace(
            "</head>", '<link rel="stylesheet" href="https://other.example/x.css"></head>'
        ),
        encoding="utf-8",
    )
    told = "\n".join(findings([str(broken)], tmp_path))
    assert {"close-order", "no-dup-id", "wcag/h37", "require-sri", "aria-label-misuse"} <= {
        line.split(" ")[1].rstrip(":") for line in told.splitlines()
    }
