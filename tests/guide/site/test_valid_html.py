"""Every page of the published guide is valid HTML."""

from tests.site.test_valid_html import test_every_page_is_valid

__all__ = ["test_every_page_is_valid"]
