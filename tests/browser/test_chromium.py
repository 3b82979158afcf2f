"""Where a Chromium is looked for first, and what is tried when there is none; nothing is installed here."""

import sys
from pathlib import Path

import pytest

from tests.browser import chromium


class Machine:
    """A machine without any browser, that notes what would have been run on it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self._folder = folder
        self.commands: dict[str, Path] = {}
        self.runs: list[str] = []
        self.installs: dict[str, Path] = {}
        monkeypatch.delenv("GUIDE_CHROMIUM", raising=False)
        monkeypatch.setattr("shutil.which", self.commands.get)
        monkeypatch.setattr(chromium, "_run", self._run)
        monkeypatch.setattr(chromium, "PLACES", (folder / "usual-place",))
        monkeypatch.setattr(chromium, "_place_of_playwright", lambda: folder / "playwright")
        monkeypatch.setattr(chromium, "DEBIAN_MARK", folder / "debian_version")
        self.become(root=False)

    def become(self, *, root: bool) -> None:
        self._monkeypatch.setattr(chromium, "is_root", lambda: root)

    def file(self, name: str) -> Path:
        path = self._folder / name
        path.touch()
        return path

    def command(self, name: str) -> Path:
        return self.commands.setdefault(name, Path("/bin") / name)

    def debian(self) -> None:
        self.file("debian_version")
        self.command("apt-get")

    def _run(self, *command: str, **_: object) -> bool:
        line = " ".join(command).replace(sys.executable, "python")
        self.runs.append(line)
        package = line.rpartition("--no-install-recommends ")[2]
        self.commands.update({name: path for name, path in self.installs.items() if name == package})
        return "apt-get install" not in line or package in self.installs


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    return Machine(monkeypatch, tmp_path)


def test_nothing_is_found_where_nothing_is(machine: Machine) -> None:
    """A machine without a browser is told apart from one with a browser in an odd place."""
    assert chromium.find() is None


def test_each_place_hides_those_after_it(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the last place to the first: each newcomer is the one that is driven."""
    playwright = machine.file("playwright")
    assert chromium.find() == playwright
    usual = machine.file("usual-place")
    assert chromium.find() == usual
    for name in reversed(chromium.COMMANDS):
        command = machine.command(name)
        assert chromium.find() == command
    named = machine.file("named")
    monkeypatch.setenv("GUIDE_CHROMIUM", str(named))
    assert chromium.find() == named


def test_a_wrong_name_is_a_fault_and_not_a_wish(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names a browser wants that one: another is not driven in silence."""
    machine.command("chromium")
    monkeypatch.setenv("GUIDE_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(chromium.NoChromium, match="GUIDE_CHROMIUM names /nowhere/chromium"):
        chromium.provide()


def test_nothing_is_installed_where_one_is_found(machine: Machine) -> None:
    """Tests on a prepared machine need no network."""
    command = machine.command("google-chrome")
    assert chromium.provide() == command
    assert machine.runs == []


@pytest.mark.parametrize(("root", "prefix"), [(True, ""), (False, "sudo -n ")])
def test_debian_gives_its_own(machine: Machine, root: bool, prefix: str) -> None:
    """As root, or as somebody for whom sudo asks no password, apt-get installs it."""
    machine.debian()
    machine.become(root=root)
    machine.command("sudo")
    machine.installs["chromium"] = Path("/usr/bin/chromium")
    assert chromium.provide() == Path("/usr/bin/chromium")
    assert [run for run in machine.runs if "apt-get" in run] == [
        f"{prefix}apt-get update -qq",
        f"{prefix}apt-get install -qq -y --no-install-recommends chromium-headless-shell",
        f"{prefix}apt-get install -qq -y --no-install-recommends chromium",
    ]


def test_debian_gives_the_one_without_windows_first(machine: Machine) -> None:
    """Where a release has it, nothing else is installed."""
    machine.debian()
    machine.become(root=True)
    machine.installs["chromium-headless-shell"] = Path("/usr/bin/chromium-headless-shell")
    assert chromium.provide() == Path("/usr/bin/chromium-headless-shell")
    assert machine.runs[-1].endswith("chromium-headless-shell")


def test_without_rights_playwright_downloads_one(machine: Machine) -> None:
    """On Debian too, somebody without sudo still gets a browser."""
    machine.debian()
    with pytest.raises(chromium.NoChromium):
        chromium.provide()
    assert machine.runs == ["python -m playwright install chromium"]


def test_the_last_word_says_what_to_install(machine: Machine) -> None:
    """When every way failed, the message holds the cure."""
    with pytest.raises(chromium.NoChromium, match="apt-get install chromium"):
        chromium.provide()


def test_the_sandbox_is_given_up_for_root_alone() -> None:
    """Chromium does not start for root otherwise; for everybody else it stays."""
    assert ("--no-sandbox" in chromium.LAUNCH_ARGS) == chromium.is_root()
