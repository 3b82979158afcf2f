"""The report for people: its look in one picture, and what must never confuse a terminal."""

import pytest

from generator.catalogue.contacts import Contact
from generator.i18n import words
from generator.linter.examples import examples, smallest
from generator.linter.runner import check, codes, examine
from generator.reporters.message import meant
from generator.reporters.text import WIDTH, render, render_unreadable
from generator.source.reader import SourceFile, Unreadable, decode
from tests.reporters.samples import examined, examined_or_not, line

COUNTER, SUMMARY = line("{id: counter"), line("summary: The workshop repairs")
KEYS = ", ".join(Contact.model_fields)
WEAR, FAULT = line("{id: wear,"), line("{id: fault,")

PICTURE = f"""\
modalities.yaml:{COUNTER}:19: erro[unknown-key]: “hows” não é uma chave que possa estar aqui.
    |
 {COUNTER} |   - {{id: counter, hows: lost, name: the counter, how: Ask before you leave the lamp., facts: lamps}}
    |                   ^^^^
   Você quis dizer “how”?
   Como consertar: Corrija a chave ou apague. Aqui podem estar: {KEYS}.

modalities.yaml:{SUMMARY}:14: erro[special-first-character]: Um texto não pode começar com este sinal se não estiver \
entre aspas.
    |
 {SUMMARY} |     summary: **Livre** para você.
    |              ^
   Como consertar: Coloque o texto inteiro entre aspas.

modalities.yaml: 2 erros.
"""


def test_picture():
    """The whole report, as a writer sees it."""
    told = examined(
        ("{id: counter, name", "{id: counter, hows: lost, name"),
        ("summary: The workshop repairs your lamp.", "summary: **Livre** para você."),
    )
    assert render(told, words("pt-BR")) == PICTURE


PICTURE_OF_ROWS = f"""\
modalities.yaml:{FAULT}:14: error[price-overlap]: The rows “wear” and “fault” are both for this case: \
requester “Owner”, outcome “Worn out”. Such cases: 1.
    |
 {FAULT} |       - {{id: fault, then: waived, reason: The fault is not yours., facts: fee}}
    |              ^^^^^
   How to mend it: Narrow “when” of one of the two, so that exactly one is for each case.
   Facts: fee
   See also modalities.yaml:{WEAR}:14.
"""


def test_counterexample_in_words():
    """Where two rows clash, the case is told by its names, with the way to the other row."""
    told = examined(("{id: fault, when: {outcome: faulty}, then", "{id: fault, then"))
    assert PICTURE_OF_ROWS in render(told, words("en"))


def test_nothing_to_tell():
    """A catalogue without problems is told in one line."""
    assert render(examined(), words("pt-BR")) == "modalities.yaml: nenhum problema.\n"


def caret(old: str, new: str) -> tuple[str, str]:
    """The quoted line and the line with its caret, without what stands before them."""
    lines = render(examined((old, new)), words("en")).splitlines()
    at = next(index for index, line in enumerate(lines) if set(line.partition("|")[2].strip()) == {"^"})
    return lines[at - 1].partition("| ")[2], lines[at].partition("| ")[2]


def test_caret_under_combined_letters():
    """A letter made of two characters takes one column, a wide sign two."""
    quoted, under = caret("{id: counter, name: the counter,", "{name: cafe\u0301 日本, id: Counter,")
    assert quoted.index("Counter") == under.index("^") + 1 - 2
    assert under.strip() == "^" * len("Counter")


def test_caret_after_a_tab():
    """A tab before the place does not move the caret away from it."""
    quoted, under = caret("code: REP", "code:\trep")
    assert "\t" not in quoted
    assert quoted.index("rep") == under.index("^")


def test_long_line():
    """Of a very long line the piece around the place is shown."""
    quoted, under = caret("minimum: 1", "minimum: " + "9" * 5000)
    assert len(quoted) <= WIDTH + 2
    assert quoted.endswith("…")
    assert len(under) <= WIDTH + 1


def test_line_that_fits():
    """A line that fits is shown from its beginning, even where the place lies near its end."""
    quoted, _ = caret(
        "name: the counter, how: Ask before you leave the lamp., facts: lamps}",
        f"name: a, how: {'x' * 40}, facts: fax}}",
    )
    assert quoted.startswith("  - {id: counter")


def test_long_value():
    """A value of thousands of digits is not repeated in the message."""
    told = render(examined(("minimum: 1", "minimum: " + "9" * 5000)), words("en"))
    assert max(map(len, told.splitlines())) < 300


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u0085", "\x1b[31m"])
def test_terminal_gets_no_orders(sign: str):
    """Signs that turn a text around, hide or command a terminal are shown by their number."""
    source = SourceFile(
        "modalities.yaml", smallest().replace("Whoever has a lamp.", f"Whoever{sign} has a lamp.")
    )
    told = render(examine(source), words("en"))
    assert sign not in told
    assert f"<U+{ord(sign[0]):04X}>" in told


def test_special_space_is_seen():
    """A pasted space within a key is made visible (B08)."""
    quoted, _ = caret("    audience: Whoever", "    \u00a0audience: Whoever")
    assert "␣audience" in quoted


def test_unreadable():
    """A file that is no text is told with the place of the wrong byte."""
    with pytest.raises(Unreadable) as fault:
        decode(b"guide:\n  title: Caf\xe9\n", "modalities.yaml")
    assert render_unreadable(fault.value, words("pt-BR")) == (
        "modalities.yaml:2:13: erro[not-utf8]: Isto não é texto UTF-8: aqui está 0xe9.\n"
        "   Como consertar: No seu editor, salve o arquivo de novo com a codificação “UTF-8”.\n"
    )


def test_colour():
    """With colour on, the words are the same."""
    told = examined(("minimum: 1", "minimum: yes"))
    bright, plain = render(told, words("en"), colour=True), render(told, words("en"))
    assert "\x1b[31m" in bright
    for order in ("\x1b[31m", "\x1b[1m", "\x1b[0m"):
        bright = bright.replace(order, "")
    assert bright == plain


BROKEN = [
    pytest.param(example.data, id=f"{code}-{number}")
    for code in codes()
    for number, example in enumerate(examples(check(code).file)["broken"])
    if example.data is not None and len(example.data) < 100_000
]


@pytest.mark.parametrize("data", BROKEN)
def test_every_fault_can_be_told(data: bytes):
    """In each language no fault leaves a hole in its words unfilled, or a word of the program in them."""
    found = examined_or_not(data)
    for language in ("en", "pt-BR"):
        if isinstance(found, Unreadable):
            told = render_unreadable(found, words(language))
        else:
            told = render(found, words(language))
        said = "\n".join(line for line in told.splitlines() if "|" not in line)
        assert not any(word in said for word in ("None", "Unknown.", "_type", "[key]")), language
        assert (words(language).gettext("How to mend it: {cure}").split(":")[0]) in said, language


def test_what_was_meant():
    """A slip in a choice, a key or an id is answered with what was meant."""
    told = examined(("state: included", "state: inclued"))
    assert [meant(each) for each in told.diagnostics] == ["included"]
    told = examined(("contact: counter", "contact: conter"))
    assert [meant(each) for each in told.diagnostics] == ["counter"]
