"""Settings that MkDocs takes as they are, and with which a build would end in its middle or hide what is wrong."""

from __future__ import annotations

import logging
import os

from mkdocs.config import config_options
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig

from generator.i18n import Words
from generator.publish.faults import Fault

log = logging.getLogger("mkdocs.plugins.guide")

LATEST = 2**32 - 1
"""The last second since 1970 that the head of a compressed file has room for."""


class Number(config_options.Type[int]):
    """A whole number from zero on, as an option of the plugin."""

    def run_validation(self, value: object) -> int:
        number = super().run_validation(value)
        if number < 0:
            raise ValidationError("Must be 0 or more.")
        return number


def check_date(words: Words) -> None:
    """Refuse a date that MkDocs would choke on in the middle of a build."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if value is not None and not (value.isascii() and value.isdigit() and int(value) <= LATEST):
        message = words.gettext(
            "SOURCE_DATE_EPOCH is “{value}”: write whole seconds since 1970, from 0 to {latest}, or do not set it."
        )
        raise Fault(message.format(value=value, latest=LATEST))


def tell_address(config: MkDocsConfig, words: Words) -> None:
    """Say what a guide lacks whose address nobody has told: it is no fault where it lies at the root of a host."""
    if not config.site_url:
        message = words.gettext(
            "Without site_url, the links of the error page lead to the root of the host: in a folder, they lead"
            " nowhere. How to mend it: set GUIDE_SITE_URL to the address of the guide, with a slash at the end."
        )
        log.info(message)


def count_warnings_when_quiet(config: MkDocsConfig) -> None:
    """Keep strict mode strict under ``--quiet``, which raises the logger's level and so hides warnings from it."""
    logger = logging.getLogger("mkdocs")
    if config.strict and logger.getEffectiveLevel() > logging.WARNING:
        for handler in logger.handlers:
            if handler.level == logging.NOTSET:
                handler.setLevel(logger.level)
        logger.setLevel(logging.WARNING)
