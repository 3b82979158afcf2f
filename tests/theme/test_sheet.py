"""Which rules of the theme's sheet are kept: all that can match, and nothing of what they ask for is lost."""

from __future__ import annotations

import re

import pytest

from generator.theme import material, sheet

HERE = frozenset(("here", "there", "data-md-open"))


def kept(css: str, *used: str, present: frozenset[str] = HERE) -> str:
    return sheet.kept(css, sheet.Names(present, frozenset(used)))


@pytest.mark.parametrize(
    "css",
    [
        "p{a:b}",
        "*,:before{a:b}",
        ".here{a:b}",
        "#there{a:b}",
        "p.here>a:hover::before{a:b}",
        ".here:not(.gone){a:b}",
        ":is(.gone,.here) p{a:b}",
        "td[align],.here[data-state=open],[data-md-open]{a:b}",
        "@page{margin:25mm}",
        '@font-face{font-family:"x";src:url(x)}',
        "@media print{.here{a:b}.there p{a:b}}",
        "@supports selector(:popover-open){@media print{p{a:b}}}",
        '.here{a:"}.gone{";c:url(a;b)}',
        "@unheard-of x{.gone{a:b}}",
        ".here{a:b;.gone{c:d}}",
    ],
)
def test_what_can_match_is_kept_to_the_byte(css: str) -> None:
    """Elements, states and the unknown are on every page; of classes, ids and the theme's own attributes the names."""
    assert kept(css) == css


@pytest.mark.parametrize(
    "css",
    [
        ".gone{a:b}",
        "#gone p{a:b}",
        ".here .gone{a:b}",
        ".here.gone:hover{a:b}",
        ":is(.gone,#gone) p{a:b}",
        "[dir=rtl] .here{a:b}",
        "[data-md-closed]{a:b}",
        "@media print{.gone{a:b}@supports (a:b){.gone{a:b}}}",
    ],
)
def test_what_can_match_nothing_goes(css: str) -> None:
    """With the group that has nothing else."""
    assert kept(css) == ""


def test_of_a_list_of_selectors_those_stay_that_can_match() -> None:
    """In their order, with the whole of what they say."""
    assert kept(".gone p,.here p,.gone,p{a:b;c:d}") == ".here p,p{a:b;c:d}"


@pytest.mark.parametrize("unsure", ["p::-moz-x", "p:-ms-y", "p:has(.here)", ":is(.gone) p"])
def test_a_list_that_not_every_browser_knows_stays_whole(unsure: str) -> None:
    """A browser passes over a whole rule with a selector that it does not know: without it, it would take the rest."""
    css = f".gone,.here,{unsure}{{a:b}}"
    assert kept(css) == css
    assert kept(f".gone,.gone {unsure}{{a:b}}") == ""


def test_a_custom_property_stays_where_it_is_asked_for() -> None:
    """By a rule that stays, by a property that stays, by another sheet; else it goes, with a rule that had no other."""
    css = ":root{--a:1;--b:var( --c,2);--c:3;--d:4;--e:5;f:6}:root{--g:7}.here{x:var(--b)}.gone{x:var(--d)}"
    assert kept(css) == ":root{--b:var( --c,2);--c:3;f:6}.here{x:var(--b)}"
    assert "--d:4" in kept(css, "--d")


def test_an_animation_stays_where_it_is_asked_for() -> None:
    """By a rule that stays, or by another sheet."""
    css = "@keyframes a{to{b:c}}@keyframes d{to{b:c}}@keyframes e{to{b:c}}.here{animation:1s a}.gone{animation:d}"
    assert kept(css) == "@keyframes a{to{b:c}}.here{animation:1s a}"
    assert "@keyframes e" in kept(css, "e")


def test_what_another_sheet_asks_for_is_found() -> None:
    """Custom properties and the words of an animation; not what it only sets."""
    found = set(
        sheet.used_in("a{--set:1;b:calc(var(--x) + var( --y,0));animation:pulse 1s;animation-name:z}")
    )
    assert found == {"--x", "--y", "pulse", "1s", "z"}


def test_nothing_is_lost_where_all_names_are_present() -> None:
    """The theme's own sheet, with all of its words on a page, is the same but for how signs are written."""
    home = material.templates()
    assert home is not None
    (path,) = (home / material.SHEETS).glob("main.*.css")
    css = path.read_text(encoding="utf-8").partition("/*#")[0].removeprefix('@charset "UTF-8";')
    words = frozenset(re.findall(r"-*[A-Za-z_][\w-]*", css))

    def bare(text: str) -> str:
        return text.replace("/**/", "").replace(";}", "}").replace(r"\3c ", "<")

    assert bare(kept(css, *words, present=words)) == bare(css)
