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
        (
            Kind.CASE,
            "charged; 9.50 EUR, taxes added; paid by a [d1]",
            "charged; 95.00 EUR, taxes added; paid by a [d1]",
        ),
        (Kind.RATE, "1.20 EUR, taxes added [d1]", "1.30 EUR, taxes added [d1]"),
        (
            Kind.COUNT,
            "by time; in minutes; minimum 10; increment 1 [d1]",
            "by time; in minutes; minimum 15; increment 1 [d1]",
        ),
    ],
)
def test_what_is_worse_for_whoever_asks(kind: Kind, before: str, after: str):
    """To pay, or more, to be shut out or to lose a scope is worse, and the other way round better."""
    assert effect(kind, before, after) is Effect.WORSE
    assert effect(kind, after, before) is Effect.BETTER


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (Kind.CASE, "charged; paid by owner [d2]", "charged; paid by maker [d2]"),
        (Kind.CASE, "not told [d2]", "charged; paid by owner [d2]"),
        (Kind.CASE, "free [d2]", "waived [d2]"),
        (Kind.SAYS, "text “no”", "text “yes”"),
        (Kind.RATE, "1.20 EUR, taxes added [d1]", "9.00 BRL, taxes added [d1]"),
        (Kind.COUNT, "by time; in minutes; minimum 10 [d1]", "by time; in hours; minimum 1 [d1]"),
        (Kind.COUNT, "by time; minimum 10; increment 5 [d1]", "by time; minimum 15; increment 1 [d1]"),
    ],
)
def test_what_cannot_be_judged(kind: Kind, before: str, after: str):
    """Who pays instead, what nobody told before, and words are shown and not judged."""
    assert effect(kind, before, after) is Effect.NEUTRAL


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
    text = "<<<<<<< ours\ncase A-B-C: free [d1]\n=======\ncase A-B-C: waived [d1]\n>>>>>>> theirs\n"
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
        "    before: waived [d3]\n    now: charged [d3]\n    worse for whoever pays\n\n"
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


def test_what_a_merge_left_twice_is_told_with_what_holds():
    """Of a case that stands twice in the file, the line that does not hold is told beside the one that does."""
    old, new = (Promise(Kind.CASE, "A-B-C", told) for told in ("free [d1]", "charged; paid by a [d1]"))
    (found,) = changes([old, new], [new], terms(ENGLISH))
    assert (found.before, found.after, found.effect) == (old, new, Effect.WORSE)


def test_what_is_known_now_is_no_loss():
    """A gap that is closed is told as known now, not as told no longer."""
    made = changes([Promise(Kind.MISSING, "A rate", "ask desk [d1]")], [], terms(ENGLISH))
    assert "    now: it is known\n" in render(made, (), ENGLISH, "promises.txt", "guia promises")


def test_a_remark_of_somebody_is_strange():
    """A comment that the command did not write is no promise: it could say the opposite of one."""
    text = file.text([Promise(Kind.CASE, "A-B-C", "free [d1]")], ENGLISH)
    found, strange = file.read(text + "# case A-B-C: nothing has changed\n", ENGLISH)
    assert (len(found), strange) == (1, ["# case A-B-C: nothing has changed"])


def test_a_text_in_quotation_marks_is_one_part():
    """A semicolon in a text does not take it apart, and facts are a part of their own."""
    before = Promise(Kind.SAYS, "m", "name “A; b; c”; how “One; two; three.”; contact desk; party a [d1 d2]")
    after = Promise(Kind.SAYS, "m", "name “A; b; c”; how “One; two; four.”; contact desk; party a [d1]")
    shown = render(changes([before], [after], terms(ENGLISH)), (), ENGLISH, "promises.txt", "guia promises")
    assert "    before: how “One; two; three.”; [d1 d2]\n    now: how “One; two; four.”; [d1]\n" in shown


def test_what_people_keep_and_leads_nowhere_is_named():
    """A case that is gone, and a page whose id no entry remembers, are named beside what changes."""
    page = Promise(Kind.SAYS, "modalities.old", "code “A”")
    moved = [
        Promise(Kind.SAYS, "modalities.new", "code “A”"),
        Promise(Kind.FORMERLY, "modalities.new", "old"),
    ]
    case = Promise(Kind.CASE, "A-B-C", "free [d1]")

    def shown(before: list[Promise], after: list[Promise]) -> str:
        made = changes(before, after, terms(ENGLISH))
        return render(made, (), ENGLISH, "promises.txt", "guia promises")

    assert "Links to these lead nowhere" in shown([page], moved[:1])
    assert "Links to these lead nowhere" not in shown([page], moved)
    for kind, place, subject in (
        (Kind.SAYS, "glossary.", "glossary.{}"),
        (Kind.OPEN, "open_questions.", "{}"),
    ):
        today = [Promise(kind, subject.format("new"), "x"), Promise(Kind.FORMERLY, f"{place}new", "old")]
        gone = [Promise(kind, subject.format("old"), "x")]
        assert f"of the entry:\n  {place}old\n" in shown(gone, today[:1])
        assert "lead nowhere" not in shown(gone, today)
    assert "lead nowhere" not in shown([Promise(Kind.OPEN, "old", "x")], [])
    assert "A code never changes:\n  A-B-C\n" in shown([case], [])
    assert "A code never changes" not in shown([case], [case._replace(told="waived [d1]")])


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (Kind.CASE, "waived [d3]", "not told [i1]"),
        (Kind.CASE, "free [d3]", "on quote; who pays is not told [i1]"),
        (Kind.ACCESS, "yes [q1]", "not told [i1]"),
        (Kind.SCOPE, "yes [d1]", "not told [i1]"),
        (Kind.BEFORE, "paper", "paper, consent"),
    ],
)
def test_what_was_sure_and_is_no_longer(kind: Kind, before: str, after: str):
    """To lose the best that can be promised is worse, whatever comes instead; and so is one more thing to do first."""
    assert effect(kind, before, after) is Effect.WORSE
    assert effect(kind, after, before) is Effect.BETTER


def test_another_thing_to_do_first_cannot_be_judged():
    """What must come first in another order, or something else instead, is neither worse nor better."""
    assert effect(Kind.BEFORE, "paper, consent", "consent, paper") is Effect.NEUTRAL
    assert effect(Kind.BEFORE, "paper", "consent") is Effect.NEUTRAL
