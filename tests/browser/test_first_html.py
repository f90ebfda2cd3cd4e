"""What can be read before any script has run, and without one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from needlewise.decision.explore import build
from needlewise.evidence.load import load
from tests.browser.conftest import open_page

EVIDENCE = load()
WHERE = ".nw-brand, .nw-hero, h1.nw-answer, dl.nw-bigs"


def test_without_scripts_the_answer_its_sources_and_the_other_concerns_can_be_reached(
    browser: Browser, server: str
) -> None:
    """The answer is there, a figure opens its source, and a link leads to another concern's answer."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{server}/?concern=acne_scars")
    expect(page.locator("h1.nw-answer")).to_contain_text(build(EVIDENCE, "acne_scars").answer[0].text)
    figure = page.locator("button.nw-big").first
    figure.click()
    expect(page.locator(f"#{figure.get_attribute('popovertarget')}")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".nw-fold summary").click()
    page.get_by_role("link", name="Knee pain").click()
    expect(page.locator("h1.nw-answer")).to_contain_text(build(EVIDENCE, "knee_pain").answer[0].text)
    context.close()


@pytest.mark.parametrize("width", [360, 1280, 1920])
def test_the_page_that_follows_stands_where_the_first_html_stood(browser: Browser, server: str, width: int) -> None:
    """Nothing jumps when Streamlit's page takes over: brand, answer and figures keep their places; then the first is gone."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.route("**/early.js", lambda route: route.abort())
    page.goto(f"{server}/?concern=acne_scars")
    expect(page.locator("#root .nw-foot")).to_be_attached(timeout=60_000)
    page.evaluate("document.fonts.ready")

    def places(root: str) -> list[list[int]]:
        found: list[list[int]] = page.evaluate(
            "([root, where]) => [...document.querySelectorAll(root + ' :is(' + where + ')')].map(e => {"
            " const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round); })",
            [root, WHERE],
        )
        return found

    expect(page.locator("#root h1.nw-answer")).to_be_attached()
    expect(page.locator("#root .st-key-concern [role=radiogroup]")).to_be_attached()
    first, then = places("#nw-early"), places("#root")
    assert len(first) == len(then) == 4
    moved = [(a, b) for a, b in zip(first, then, strict=True) if max(abs(x - y) for x, y in zip(a, b, strict=True)) > 2]
    assert moved == []
    context.close()
    page = open_page(browser, f"{server}/?concern=acne_scars", width=width)
    expect(page.locator("#nw-early")).to_have_count(0)
    page.context.close()
