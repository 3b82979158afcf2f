"""Where the guide lies that these rules are held to: the published one, or one that a test has made."""

from __future__ import annotations

import os
from pathlib import Path

from tests.node import TOP

GUIDE = Path(os.environ.get("GUIDE_FOLDER", TOP))
