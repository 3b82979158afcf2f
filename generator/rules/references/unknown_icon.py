"""An icon that there is not would leave a modality with its code for a sign, beside others that have one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator import icons
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.suggestion import suggestion


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if not icons.known():
        return
    for index, modality in enumerate(catalogue.modalities):
        if modality.icon is not None and icons.icon(modality.icon) is None:
            yield Finding(
                ("modalities", index, "icon"), {"seen": modality.icon, "suggestion": _near(modality.icon)}
            )


@cache
def _near(name: str) -> str:
    """Return what may have been meant; found once, for there are thousands to hold it against."""
    return suggestion(name, icons.beside(name))
