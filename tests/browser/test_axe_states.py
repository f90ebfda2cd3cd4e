"""No state of any page breaks a rule of accessibility that a machine can check; `make axe` does the same at four widths."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.axe_states import LOOKS, WIDTHS, faults_of, states
from tests.browser.conftest import new_window

_SEEN = {width: WIDTHS[width] for width in (360, 1280)}
# Shares of about one length, so that workers can run them side by side.
_SHARES = 4


@pytest.mark.full
@pytest.mark.parametrize("share", range(_SHARES))
def test_axe_finds_nothing_in_any_state(browser: Browser, server: str, share: int) -> None:
    """Cards, folds, menu, boxes, notes, the room and a lost connection; in light, dark and the reader's own colours."""
    found = []
    for state in states()[share::_SHARES]:
        page = new_window(browser)
        found += list(faults_of(page, server, state, _SEEN, LOOKS))
        page.context.close()
    assert not found, "\n".join(found)
