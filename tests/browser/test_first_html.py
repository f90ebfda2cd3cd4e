"""What can be read before any script has run, and without one."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, Route, expect

from needlewise.decision.concern.build import build_concern_page
from needlewise.evidence.reading.load import load
from tests.browser.conftest import becomes, drawn, new_window, none_of, resize, visit

EVIDENCE = load()
WHERE = ".nw-brand, .nw-hero, h1.nw-answer, dl.nw-bigs, .nw-ways, .nw-parts, .nw-pause, .nw-flags"


def test_without_scripts_the_answer_its_sources_and_the_other_concerns_can_be_reached(
    browser: Browser, server: str
) -> None:
    """The answer is there, a figure opens its source, and a link leads to another concern's answer."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{server}/?concern=acne_scars")
    expect(page.locator("h1.nw-answer")).to_contain_text(build_concern_page(EVIDENCE, "acne_scars").answer[0].text)
    page.locator("a.nw-big").first.click()
    expect(page.locator("li:target")).to_be_in_viewport()
    expect(page.locator("li:target a[href^=http]").first).to_be_visible()
    page.go_back()
    links = [link.get_attribute("href") for link in page.locator(".nw-ways a").all()]
    assert links == [f"./{name}?concern=Acne+scars" for name in ("compare", "suitability", "priorities", "plan")]
    for jump in page.locator(".nw-parts a").all():
        expect(jump).to_be_hidden()
    page.locator(".nw-fold summary").click()
    page.get_by_role("link", name="Knee pain").click()
    expect(page.locator("h1.nw-answer")).to_contain_text(build_concern_page(EVIDENCE, "knee_pain").answer[0].text)
    context.close()


def _places(page: Page, root: str) -> list[list[int]]:
    """Left, top, width and height of the brand, the answer, the figures and what stands below them."""
    found: list[list[int]] = page.evaluate(
        "([root, where]) => [...document.querySelectorAll(root + ' :is(' + where + ')')].map(e => {"
        " const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round); })",
        [root, WHERE],
    )
    assert len(found) >= 8
    return found


def test_the_page_that_follows_stands_where_the_first_html_stood(browser: Browser, window: Page, server: str) -> None:
    """Nothing jumps when Streamlit's page takes over: brand, answer and figures keep their places.

    Then the first is gone.
    """
    page = new_window(browser)
    page.route("**/early.js", lambda route: route.abort())
    page.goto(f"{server}/?concern=acne_scars")
    drawn(page)
    page.evaluate("document.fonts.ready")
    found: dict[str, list[str]] = {}
    for width in (360, 1280, 1920):
        resize(page, width, 900)
        found[f"{width} px"] = [
            f"{before} moved to {after}"
            for before, after in zip(_places(page, "#nw-early"), _places(page, "#root"), strict=True)
            if max(abs(x - y) for x, y in zip(before, after, strict=True)) > 2
        ]
    none_of(found)
    page.context.close()
    visit(window, f"{server}/?concern=acne_scars")
    expect(window.locator("#nw-early")).to_have_count(0)


def test_what_a_person_reads_holds_and_has_opened_stays_when_the_page_takes_over(browser: Browser, server: str) -> None:
    """The row on the screen keeps its place, a link keeps the focus, an open card stays open."""
    page = new_window(browser)
    page.set_viewport_size({"width": 360, "height": 740})
    held: list[Route] = []
    # Playwright cannot look into a method that is built in.
    page.route("**/static/js/index.*.js", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(f"{server}/compare?concern=acne_scars", wait_until="commit")
    early = page.locator("#nw-early")
    row = early.locator("tr[data-line=visits] th")
    expect(row).to_be_visible()
    expect(page.locator("#nw-early[data-watched]")).to_have_count(1)
    row.evaluate("part => part.closest('#nw-early').scrollTo(0, part.offsetTop)")
    row.evaluate(
        "part => { const box = part.getBoundingClientRect(); part.closest('#nw-early').scrollTop += box.top - 200 }"
    )
    early.locator("tr[data-line=visits] a.nw-fig").first.press("Enter")
    card = page.locator("#nw-card")
    expect(card.locator("li").first).to_be_visible()
    for route in held:
        route.continue_()
    page.unroute("**/static/js/index.*.js")
    expect(early).to_have_count(0, timeout=60_000)
    expect(card.locator("li").first).to_be_visible()
    now = page.locator("#root tr[data-line=visits] th").evaluate("part => part.getBoundingClientRect().top")
    assert abs(now - 200) < 120
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    here = "() => document.activeElement.closest('#root tr[data-line=visits]') !== null"
    becomes(page, lambda: page.evaluate(here), wanted=True)
    page.context.close()
