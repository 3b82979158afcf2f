"""What a code means: short, in the reader's language, with the line that matters."""

import pytest

from generator.i18n import words
from generator.linter.examples import examples
from generator.linter.runner import FAMILIES, check, codes
from generator.reporters.excerpt import MOST, fragment
from generator.reporters.explain import FAMILY_TITLES, render, render_list


@pytest.mark.parametrize("language", ["en", "pt-BR"])
@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(code: str, language: str):
    """Each code is explained with a wrong and a right example, and no hole is left unfilled."""
    told = render(code, words(language))
    assert words(language).gettext(check(code).words.title) in told
    assert words(language).gettext("Wrong") in told
    assert words(language).gettext("Right") in told
    assert len(told.splitlines()) < 150
    assert "# !" not in told


@pytest.mark.parametrize("code", codes())
def test_fragment_shows_what_matters(code: str):
    """A fragment shows the line at fault with its mark, and not the whole catalogue around it."""
    for example in examples(check(code).file)["broken"]:
        shown = fragment(example)
        lines = [line for line in shown.splitlines() if line.strip() != "…"]
        assert len(lines) <= MOST
        text = example.data.decode("utf-8", "replace") if example.data is not None else ""
        if "\x00" not in text and "\ufffd" not in text and 0 < len(text) < 100_000:
            assert "←" in shown


def test_picture():
    """The way to a fault is shown by the keys that it hangs under; what the reader knows is left out."""
    told = render("unknown-reference", words("en"))
    assert told.startswith(
        "error[unknown-reference]: Id that leads nowhere\n\nHow to mend it: Correct the id"
    )
    assert (
        "Wrong:\n\n"
        "    modalities:\n"
        "      - id: repair\n"
        "        …\n"
        "        contact: conter  ← unknown-reference\n"
        "    ← There is no contact with the id “conter”.\n"
    ) in told


def test_list():
    """The list names every code once, family by family."""
    told = render_list(words("pt-BR"))
    for code in codes():
        assert told.count(f"  {code} ") == 1
    assert "Tabelas de casos\n" in told


def test_families_have_titles():
    """Each family of checks has a title in words."""
    assert [family for family in FAMILIES if family not in FAMILY_TITLES] == []
