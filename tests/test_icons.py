"""The icons that a modality can bear: found by name, and nothing else is."""

import pytest

from generator.icons import beside, icon


def test_an_icon_is_outlines():
    """A name gives where the drawing lies and what to fill, and nothing that could run."""
    found = icon("material/headset")
    assert found is not None
    assert found.box == "0 0 24 24"
    assert all(set(path) <= set("MmLlHhVvCcSsQqTtAaZz0123456789.,- ") for path in found.paths)


@pytest.mark.parametrize(
    "name",
    [
        "headset",
        "material/nothing",
        "../material/headset",
        "material/../../x",
        "",
        "a b",
        "material/" + "a" * 300,
    ],
)
def test_what_is_no_icon_is_none(name: str):
    """Neither a slip nor a way out of the folder gives a file."""
    assert icon(name) is None


def test_what_may_have_been_meant():
    """A word alone leads to the icons of that name, a slip to its set, and anything else to the sets."""
    assert beside("headset") == ("material/headset",)
    assert "material/headset" in beside("material/hedset")
    assert "material" in beside("nothing/at-all")
    assert "material" in beside("a" * 300)
