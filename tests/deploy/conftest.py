"""The same browser as the other tests of a screen."""

from tests.browser.conftest import browser

__all__ = ["browser"]
