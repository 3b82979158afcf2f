"""The picture of the tree: its words stay in their boxes."""

from generator.views.tree_picture import BOLD, INDENT, WIDTH, Shape, picture, wrapped


def test_words_are_kept_whole_where_they_fit() -> None:
    """Lines break between words, as full as they can be."""
    assert list(wrapped("one two three four", 80, 10)) == ["one two", "three", "four"]


def test_a_word_without_end_is_broken() -> None:
    """A word that is longer than any line goes on in the next, and what follows it stands where it ends."""
    assert list(wrapped("to lamplighters go", 80, 10)) == ["to", "lampligh", "ters go"]


def test_no_line_is_wider_than_its_box() -> None:
    """Whatever a question or an answer says, it ends before its box does."""
    word = "lamplighter" * 20
    drawn = picture(Shape("question", word, ((word, Shape("result", f"go to {word}")),)))
    boxes = {box.kind: [line.text for line in box.lines] for box in drawn.boxes}
    assert {kind: "".join(lines).replace(" ", "") for kind, lines in boxes.items()} == {
        "question": word,
        "result": f"goto{word}",
    }
    assert max(len(line) for lines in boxes.values() for line in lines) * BOLD <= WIDTH - 2 * INDENT
