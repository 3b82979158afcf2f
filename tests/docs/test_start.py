"""The pages for a start: every command in them is run, in their order, and does what they say."""

from pathlib import Path

import pytest

from tests.docs.shown import applied, blocks, page, run, stands_in

INSTALLED = ("python3 -m venv ", "source ", "python -m pip install ")
"""What the tests have done already: the package is installed here."""

SHOWS_ON = ("mkdocs serve",)
"""What ends by Ctrl-C only."""


@pytest.mark.parametrize("name", ["start.md", "pt-BR/start.md"])
def test_start(name: str, tmp_path: Path) -> None:
    """Whoever runs what the page shows, line by line, gets what it says, and a site at the end."""
    folder, done, told = tmp_path, None, blocks(page(name))
    for block, after in zip(told, [*told[1:], None], strict=True):
        match block.kind:
            case "console":
                *_, last = commands = block.text.splitlines()
                for command in commands:
                    if command.startswith("cd "):
                        folder = folder / command.removeprefix("cd ")
                    elif not command.startswith((*INSTALLED, *SHOWS_ON)):
                        done = run(command, folder)
                        assert "Traceback" not in done.stdout
                        shown = command is last and after is not None and after.kind == "text"
                        assert shown or done.returncode == 0, (command, done.stdout)
            case "diff":
                file = folder / "modalities.yaml"
                file.write_text(applied(file.read_text(encoding="utf-8"), block.text), encoding="utf-8")
            case "text":
                assert done is not None
                stands_in(block.text, done.stdout)
                good = block.text.startswith("modalities.yaml: ")
                assert done.returncode == (0 if good else 1)
    assert (folder / "site" / "index.html").is_file()


def test_both_languages_show_the_same() -> None:
    """The two pages run the same commands on changes of the same places, each in its own language."""
    kinds = [[block.kind for block in blocks(page(name))] for name in ("start.md", "pt-BR/start.md")]
    assert kinds[0] == kinds[1]
    commands = [
        [block.text.split()[:2] for block in blocks(page(name)) if block.kind == "console"]
        for name in ("start.md", "pt-BR/start.md")
    ]
    assert commands[0] == commands[1]
