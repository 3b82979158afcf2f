"""The plugin is glue: what a guide is made of stands in rooms that no event of MkDocs is needed to enter."""

from __future__ import annotations

from generator import plugin
from tests.node import TOP

THIN = 200


def test_the_plugin_is_thin():
    """Whoever reads what MkDocs calls, and when, has read it in a few minutes."""
    assert len((TOP / "generator" / "plugin.py").read_text(encoding="utf-8").splitlines()) < THIN


def test_the_plugin_has_nothing_but_events():
    """What it does in each is done elsewhere: it has no function of its own, and few methods that are no event."""
    own = [name for name, each in vars(plugin).items() if getattr(each, "__module__", "") == plugin.__name__]
    assert own == ["GuideConfig", "GuidePlugin"]
    methods = [name for name in vars(plugin.GuidePlugin) if callable(vars(plugin.GuidePlugin)[name])]
    assert [name for name in methods if not name.startswith("on_")] == [
        "__init__",
        "_made",
        "_guarded",
        "_path",
        "_publish",
    ]
