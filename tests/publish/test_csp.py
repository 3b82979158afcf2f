"""The policy of pages: strict, made of each page's own scripts, and in the headers of a host as well."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from generator.publish import csp

HEAD = '<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">'


def digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def directives(told: str) -> dict[str, str]:
    return dict(part.strip().partition(" ")[::2] for part in told.split(";"))


def test_nothing_is_allowed_but_what_lies_beside_the_page() -> None:
    """No inline script, no eval, no form, no base, no other host: a page of text needs none of them."""
    told = csp.policy(())
    assert "unsafe" not in told
    assert "http" not in told
    assert "*" not in told
    assert directives(told) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_a_script_in_the_page_is_allowed_by_its_own_bytes() -> None:
    """Spaces and line ends count, letters beyond ASCII as UTF-8, and the same script twice is one hash."""
    scripts = ["\n  let a = '—';\n", "b()"]
    page = (
        f"<script>{scripts[0]}</script><SCRIPT type=module>{scripts[1]}</SCRIPT><script>{scripts[1]}</script>"
    )
    assert csp.hashes(page) == tuple(map(digest, scripts))
    told = directives(csp.policy(csp.hashes(page)))
    assert told["script-src"] == f"'self' {digest(scripts[0])} {digest(scripts[1])}"


@pytest.mark.parametrize("kind", ["module", "importmap", "speculationrules", "text/javascript"])
def test_each_kind_of_script_that_a_browser_minds_has_its_hash(kind: str) -> None:
    """What is no block of data is held to the policy, whether it runs or only says what is to be loaded."""
    assert csp.hashes(f'<script type="{kind}">b()</script>') == (digest("b()"),)


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="a.js"></script>',
        "<script type='application/ld+json'>{}</script>",
        '<script type="application/json" id="src">{"a": "<b>"}</script>',
        "<scripted>b()</scripted>",
    ],
)
def test_what_does_not_run_here_needs_no_hash(tag: str) -> None:
    """Files are allowed by their place, and blocks of data never run."""
    assert csp.hashes(tag) == ()


def test_a_script_is_read_as_a_browser_reads_it() -> None:
    """Signs in its attributes end no tag, and one that is not closed never runs."""
    html = (
        f'{HEAD}<script data-x="a > b" type=" Module ">b()</script><p>İ</p><script>c()</ScripT ><script>d()'
    )
    assert csp.hashes(html) == (digest("b()"), digest("c()"))
    assert csp.hashes("<p>Text</p>") == ()


def test_the_policy_stands_before_all_that_it_is_about() -> None:
    """It follows the encoding, which must come first, and its hashes are those of the page as it is."""
    page = csp.with_csp(f"{HEAD}<link rel=stylesheet href=a.css><script>a()</script></head><body></body>")
    told = re.search(
        r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page
    )
    assert told is not None
    assert told[1] == csp.policy([digest("a()")])
    assert page.index(told[0]) < page.index("<link")


def test_a_page_without_a_charset_has_its_policy_first() -> None:
    """Whatever writes a page: the policy is the first thing in its head."""
    assert csp.with_csp("<html><head><title>x").startswith("<html><head>\n    <meta http-equiv")


def test_a_charset_that_comes_late_keeps_the_policy_from_nothing() -> None:
    """The policy is about all that follows it: it waits for no charset behind a script."""
    made = csp.with_csp('<head><script>a()</script><meta charset="utf-8">')
    assert made.startswith("<head>\n    <meta http-equiv")


def test_a_page_without_a_head_is_no_page() -> None:
    """It fails loudly rather than go out without a policy."""
    with pytest.raises(ValueError, match="head"):
        csp.with_csp("<header>no</header>")


def test_a_host_sends_the_same_and_what_only_a_header_can_say() -> None:
    """For every address: the scripts of all pages, and that nobody may frame one."""
    first, *lines = csp.headers([digest("b()"), digest("a()"), digest("b()")]).splitlines()
    assert first == "/*"
    sent = dict(line.strip().partition(": ")[::2] for line in lines)
    told = directives(sent.pop("Content-Security-Policy"))
    assert told.pop("frame-ancestors") == "'none'"
    assert told == directives(csp.policy(sorted([digest("a()"), digest("b()")])))
    assert sent.pop("Permissions-Policy").startswith("accelerometer=(), camera=(), ")
    assert sent == {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    # The guide as one file has its style sheet in itself.
    assert f"style-src 'self' {digest('p{}')}; " in csp.headers([], [digest("p{}")])
    # Cloudflare ignores a line of more than 2,000 characters.
    assert max(map(len, lines)) < 2_000
