"""Finds the Chromium that the browser tests drive, or installs one; as a command, prints where it is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

# The first has no windows, which are most of what a test takes of the others; by itself Playwright takes it too.
COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

# Where an installer puts it without telling PATH.
PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path(r"C:\Program Files\Google\Chrome\Application\chrome.exe"),
    Path(r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe"),
)

DEBIAN_MARK = Path("/etc/debian_version")


def is_root() -> bool:
    """Windows has no user ids, hence nobody called root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


# Nothing that phones home or guesses; `--headless` is Playwright's to give.
LAUNCH_ARGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    *(("--no-sandbox",) if is_root() else ()),  # Chromium refuses to sandbox root, and so to start
)

# A process for each page would take a fifth of what it takes to open one; one that draws, a tenth of each test.
FRUGAL = ("--renderer-process-limit=1", "--in-process-gpu")


class NoChromium(Exception):
    """Says what to install."""


def find() -> Path | None:
    """The first of: what GUIDE_CHROMIUM names, a command, a usual place, a download of Playwright's."""
    if named := os.environ.get("GUIDE_CHROMIUM"):
        if (path := Path(named)).is_file():
            return path
        raise NoChromium(f"GUIDE_CHROMIUM names {named}, but no file is there: mend or unset it.")
    for command in COMMANDS:
        if path_of_command := shutil.which(command):
            return Path(path_of_command)
    for place in (*PLACES, _place_of_playwright()):
        if place is not None and place.is_file():
            return place
    return None


def provide() -> Path:
    """Like find(), but installs one first where there is none."""
    if found := find():
        return found
    # Not every release has the one without windows.
    for install in (partial(install_by_apt, "chromium-headless-shell", "chromium"), _install_by_playwright):
        install()
        if found := find():
            return found
    raise NoChromium(
        "The browser tests need Chromium or Google Chrome, and installing one failed (see above).\n"
        "Install it by hand, as with: apt-get install chromium\n"
        "If it is in an unusual place, name it: GUIDE_CHROMIUM=/path/to/chromium make test"
    )


def _place_of_playwright() -> Path | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  its driver is slow to start, and last in line
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def install_by_apt(*packages: str) -> None:
    """Install the first of these packages that Debian has, where that is this machine's and may be done."""
    if not DEBIAN_MARK.is_file() or shutil.which("apt-get") is None:
        return
    if is_root():
        prefix: tuple[str, ...] = ()
    elif shutil.which("sudo") and _run("sudo", "-n", "true"):
        prefix = ("sudo", "-n")
    else:
        return
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    _run(*prefix, "apt-get", "update", "-qq", environment=quiet)
    for package in packages:
        install = (*prefix, "apt-get", "install", "-qq", "-y", "--no-install-recommends", package)
        if _run(*install, environment=quiet):
            return


def _install_by_playwright() -> None:
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _run(*command: str, environment: Mapping[str, str] | None = None) -> bool:
    """Whether it went well; its output goes to stderr, since stdout is for the path alone."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        env={**os.environ, **(environment or {})},
        check=False,
    )
    return done.returncode == 0


if __name__ == "__main__":
    try:
        print(provide())
    except NoChromium as fault:
        sys.exit(str(fault))
