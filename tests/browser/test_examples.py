"""Every component by itself, in a real browser: it fits and can be used by everyone, wherever it will stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_faults, none_of, resize, too_wide, visit
from tests.browser.examples import examples_server


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page of examples."""
    with examples_server(tmp_path_factory.mktemp("examples") / "log.txt") as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_fits_and_axe_finds_no_violation(window: Page, examples: str, scheme: str) -> None:
    """On a phone and on a desk; also with a source card and the note of a lost connection open."""
    page = visit(window, examples, width=360, scheme=scheme)
    found = {}
    for width in (360, 1280):
        resize(page, width, 900)
        found[f"{width} px"] = too_wide(page) + axe_faults(page)
    page.locator("a.nw-fig:visible").first.click()
    expect(page.locator(".nw-card:popover-open a").first).to_be_visible()
    found["card"] = axe_faults(page)
    page.keyboard.press("Escape")
    # As connection.js does once a connection is lost.
    page.evaluate("document.documentElement.classList.add('nw-was-lost')")
    expect(page.locator(".nw-lost-seen")).to_be_visible()
    found["connection lost"] = axe_faults(page)
    none_of(found)


def test_what_a_fifth_option_asks_can_be_seen(window: Page, examples: str) -> None:
    """The picker works here as in the product: the fourth is taken, the fifth asks whose place it takes."""
    page = visit(window, examples)
    for _ in range(2):
        page.locator(".st-key-options button:visible:not([data-selected=true])").first.click()
    expect(page.locator(".nw-held")).to_be_visible()
    none_of({"asked": axe_faults(page)})
