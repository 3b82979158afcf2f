"""The report for a workflow: exact escapes, and nothing that GitHub drops without a word (B43)."""

import re

from generator.i18n import words
from generator.reporters.github import SHOWN, render
from tests.reporters.samples import STRANGE, line, many, missing, of_text, report

CONTACT = line("contact: counter")

COMMAND = re.compile(r"^::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<text>.*)$")


def lines(told: str) -> tuple[list[str], list[str]]:
    """What stands in the log as text, and what is a command: as GitHub's runner reads it."""
    plain, commands, stopped = [], [], None
    for each in told.splitlines():
        if stopped:
            if each.strip() == f"::{stopped}::":
                stopped = None
            else:
                plain.append(each)
        elif each.startswith("::stop-commands::"):
            stopped = each.removeprefix("::stop-commands::")
        elif each.lstrip().startswith("::"):
            commands.append(each)
        else:
            plain.append(each)
    assert stopped is None
    return plain, commands


def unescaped(text: str) -> str:
    for escaped, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escaped, sign)
    return text


def test_annotation():
    """A problem becomes an annotation at its place, with its cure."""
    plain, (command,) = lines(render(report(("contact: counter", "contact: conter")), words("en")))
    assert command.startswith(
        "::error title=Id that leads nowhere [unknown-reference],file=modalities.yaml,"
        f"line={CONTACT},endLine={CONTACT},col=14,endColumn=20::"
        "There is no contact with the id “conter”.%0ADid you mean “counter”?%0AHow to mend it: "
    )
    assert plain[0].startswith(f"modalities.yaml:{CONTACT}:14: error[unknown-reference]: There is no contact")


def test_escapes():
    """Commas, colons, percent signs and line ends arrive as they were, in the name of a file and in the text."""
    found = of_text("guide: {title: 100%, a,b}\nsources: 5 % of: all\n", STRANGE)
    _, commands = lines(render(found, words("en")))
    assert commands
    for command in commands:
        parts = COMMAND.match(command)
        assert parts, command
        properties = dict(each.split("=", 1) for each in parts["properties"].split(","))
        assert unescaped(properties["file"]) == STRANGE
        assert "How to mend it" in unescaped(parts["text"]).splitlines()[-1]
    assert render(found, words("en")).count("a%2Cb%3A100%25/ç d.yaml") == len(commands)


def test_more_than_is_shown():
    """Of 40 errors ten are annotations; all stand in the log, and its last line says how many are hidden."""
    plain, commands = lines(render(many(40), words("en")))
    assert len(commands) == SHOWN
    assert sum("error[unknown-key]" in each for each in plain) == 40
    assert plain[-1].startswith("30 problems have no annotation, as GitHub shows only 10 of each level")
    plain, commands = lines(render(many(11), words("pt-BR")))
    assert plain[-1].startswith("1 problema ficou sem anotação")
    plain, commands = lines(render(many(10), words("en")))
    assert "annotation" not in plain[-1]


def test_text_gives_no_commands():
    """A catalogue that holds a workflow command gives none."""
    found = of_text("guide:\n  '::error::x': 1\n", "::warning::y.yaml")
    _, commands = lines(render(found, words("en")))
    assert all(COMMAND.match(command) for command in commands)
    assert len(commands) == min(len(found.problems), SHOWN)


def test_missing_file():
    """A missing file is an annotation without a line."""
    _, (command,) = lines(render(missing(), words("en")))
    assert "line=" not in command
    assert "file=none.yaml::The file could not be read" in command


def test_nothing_found():
    """Without problems the log says so, and there is no command in it."""
    assert render(report(), words("en")) == "modalities.yaml: no problems.\n"
