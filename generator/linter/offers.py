"""What an editor offers though no catalogue has it: the codes that can be answered for, and the currencies."""

from __future__ import annotations

from babel import Locale

from generator.diagnostics import Severity
from generator.i18n import words
from generator.linter.runner import check, codes


def beside(language: str) -> dict[str, dict[str, str]]:
    """Return what each key takes that is known without a catalogue, with what it is, told in a language."""
    told = words(language).gettext
    locale = Locale.parse(language, sep="-")
    suppressible = sorted(code for code in codes() if check(code).severity is not Severity.ERROR)
    return {
        "currency": {code: str(name) for code, name in sorted(locale.currencies.items())},
        "code": {code: told(check(code).words.title) for code in suppressible},
    }
