"""The plugin is glue: what a guide is made of stands in rooms that no event of MkDocs is needed to enter."""

from __future__ import annotations

import subprocess
import sys

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


def test_a_check_loads_no_server():
    """A check takes the plugin for a project's settings; what only a preview needs is loaded with the preview."""
    program = "import sys, generator.plugin; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], cwd=TOP, capture_output=True, text=True, check=True)
    assert {"mkdocs.livereload", "http.server", "ssl", "watchdog.events"} & set(run.stdout.split()) == set()
