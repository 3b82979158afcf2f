"""Promises compared: what is new, gone or told otherwise, and whether that is worse for whoever asks."""

from __future__ import annotations

import pytest

from generator.i18n import Words, languages, words
from generator.promises import file
from generator.promises.changes import Effect, changes
from generator.promises.promise import Kind, Promise
from generator.promises.reading import promises
from generator.promises.review import MOST, render
from generator.promises.terms import terms
from tests.catalogues import HARBOUR, catalogue

ENGLISH = words("en")


def effect(kind: Kind, before: str, after: str) -> Effect:
    (found,) = changes([Promise(kind, "X", before)], [Promise(kind, "X", after)], terms(ENGLISH))
    return found.effect


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (Kind.CASE, "waived [d3]", "charged; paid by owner [d2]"),
        (Kind.CASE, "charged; paid by owner [d2]", "not offered [d2]"),
        (Kind.ACCESS, "yes [q1]", "no [q1]"),
        (Kind.SCOPE, "yes [d1]", "under a condition; “At night.” [d1]"),
        (Kind.SCOPE, "under a condition; “At night.” [d1]", "no [d1]"),
    ],
)
def test_what_is_worse_for_whoever_asks(kind: Kind, before: str, after: str):
    """To pay, to be shut out or to lose a scope is worse, and the other way round better."""
    assert effect(kind, before, after) is Effect.WORSE
    assert effect(kind, after, before) is Effect.BETTER


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (Kind.CASE, "charged; paid by owner [d2]", "charged; paid by maker [d2]"),
        (Kind.CASE, "not told [d2]", "charged; paid by owner [d2]"),
        (Kind.CASE, "free [d2]", "waived [d2]"),
        (Kind.SAYS, "text “no”", "text “yes”"),
    ],
)
def test_what_cannot_be_judged(kind: Kind, before: str, after: str):
    """Who pays instead, what nobody told before, and words are shown and not judged."""
    assert effect(kind, before, after) is Effect.OPEN


def test_order_is_no_change():
    """The same promises in another order are no change."""
    some = [Promise(Kind.SAYS, "a", "x"), Promise(Kind.SAYS, "a", "y"), Promise(Kind.CASE, "b", "free")]
    assert changes(some, some[::-1], terms(ENGLISH)) == ()


def test_sentence_of_a_list():
    """Of several sentences under one name, the one that was changed is told; two at once are told one by one."""
    one, two, three, four = (Promise(Kind.SAYS, "a", f"text “{word}”") for word in ("1", "2", "3", "4"))
    (found,) = changes([one, two], [one, three], terms(ENGLISH))
    assert (found.before, found.after) == (two, three)
    found_all = changes([one, two], [three, four], terms(ENGLISH))
    assert [(each.before, each.after) for each in found_all] == [
        (one, None),
        (two, None),
        (None, three),
        (None, four),
    ]


@pytest.mark.parametrize("language", languages())
def test_words_have_one_meaning(language: str):
    """A line begins with one word that tells its kind, and a state is told by its word alone."""
    told = terms(words(language))
    assert all(" " not in word for word in told.kinds.values())
    for meanings in (told.kinds, told.prices, told.access, told.scopes, told.trusts):
        assert len(set(meanings.values())) == len(meanings)


@pytest.mark.parametrize("language", languages())
def test_file_is_read_as_it_was_written(language: str):
    """What was written is read back line by line, and nothing in it is strange."""
    spoken: Words = words(language)
    found = promises(catalogue(HARBOUR), spoken)
    before, strange = file.read(file.text(found, spoken), spoken)
    assert [each[:3] for each in before] == [each[:3] for each in found]
    assert strange == []
    assert changes(before, found, terms(spoken)) == ()


def test_marks_of_a_merge_are_strange():
    """A mark of a merge conflict is no promise, and is shown as the line that it is."""
    text = "# What\n\n<<<<<<< ours\ncase A-B-C: free [d1]\n=======\ncase A-B-C: waived [d1]\n>>>>>>> theirs\n"
    found, strange = file.read(text, ENGLISH)
    assert [each.told for each in found] == ["free [d1]", "waived [d1]"]
    assert strange == ["<<<<<<< ours", "=======", ">>>>>>> theirs"]
    shown = render((), strange, ENGLISH, "promises.txt", "guia promises -o promises.txt")
    assert "  <<<<<<< ours\n" in shown


def test_what_changes_alike_is_told_once():
    """Cases that change alike stand together, the first dozen by name and the rest by number."""
    cases = [f"X-{number:02}" for number in range(MOST + 3)]
    before = [Promise(Kind.CASE, case, "waived [d3]") for case in cases]
    after = [Promise(Kind.CASE, case, "charged [d3]", f"case {case}") for case in cases]
    made = changes(before, after, terms(ENGLISH))
    shown = render(made, (), ENGLISH, "promises.txt", "guia promises -o promises.txt")
    assert shown == (
        "promises.txt no longer says what the guide promises. What changes:\n\n"
        "What each case comes to, and who pays\n"
        + "".join(f"  {case} (case {case})\n" for case in cases[:MOST])
        + "  … and 3 more\n"
        "    before: waived [d3]\n    now: charged [d3]\n    worse for whoever asks\n\n"
        "15 promises change.\nIf that is what you mean, run: guia promises -o promises.txt\n"
    )


def test_of_a_long_promise_only_what_differs_is_told():
    """Where many things stand in one line, the review shows those that differ; what is gone leaves a dash."""
    before = Promise(Kind.SAYS, "m", "code “A”; name “Old”; pricing one; contact desk; party maker")
    after = Promise(Kind.SAYS, "m", "code “A”; name “New”; pricing one; contact desk; party maker")
    shorter = Promise(Kind.SAYS, "m", "code “A”; name “Old”; pricing one; contact desk")
    for changed, told in (
        (after, "    before: name “Old”\n    now: name “New”\n"),
        (shorter, "    before: party maker\n    now: –\n"),
    ):
        made = changes([before], [changed], terms(ENGLISH))
        assert told in render(made, (), ENGLISH, "promises.txt", "guia promises -o promises.txt")
