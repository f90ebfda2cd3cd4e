"""Explore as a visitor meets it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Request, expect

from needlewise.decision.explore import build
from needlewise.evidence.load import load
from tests.browser.conftest import open_page, running_server, settled

EVIDENCE = load()
SIZES = {"phone": (360, 740), "laptop": (1280, 800), "wall": (1920, 1080)}


def test_a_deep_link_works_on_a_freshly_started_server(browser: Browser, tmp_path: Path) -> None:
    """The very first visitor may come by a saved link and gets the whole page of that concern."""
    with running_server(tmp_path / "log.txt") as address:
        page = open_page(browser, f"{address}/?concern=stretch_marks")
        expect(page.locator(".nw-eyebrow")).to_contain_text("stretch marks")
        expect(page.locator("h1.nw-answer")).to_be_visible()
        assert page.get_by_text("Page not found").count() == 0
        page.context.close()


@pytest.mark.parametrize("concern_id", list(EVIDENCE.concerns))
def test_every_concern_shows_its_answer_and_every_option(browser: Browser, server: str, concern_id: str) -> None:
    """The answer and one row for each option stand on the page, and nothing runs off a phone's side."""
    page = open_page(browser, f"{server}/?concern={concern_id}", width=360, height=740)
    view = build(EVIDENCE, concern_id)
    expect(page.locator("h1.nw-answer")).to_contain_text(view.answer[0].text)
    assert page.locator("tr[data-option]").count() == len(view.options)
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    page.context.close()


def test_choosing_a_concern_writes_the_address_and_back_and_reload_keep_it(browser: Browser, server: str) -> None:
    """The address names the choice at once; leaving and coming back, and reloading, keep it."""
    page = open_page(browser, server)
    page.get_by_role("radio", name="Knee pain").click()
    expect(page.locator(".nw-eyebrow")).to_contain_text("knee pain")
    page.get_by_role("radio", name="Fine lines").click()
    expect(page.locator(".nw-eyebrow")).to_contain_text("fine lines")
    assert parse_qs(urlsplit(page.url).query) == {"concern": ["Fine lines"]}
    page.goto(f"{server}/api/health")
    page.go_back()
    settled(page)
    expect(page.locator(".nw-eyebrow")).to_contain_text("fine lines")
    page.reload()
    settled(page)
    expect(page.locator(".nw-eyebrow")).to_contain_text("fine lines")
    page.context.close()


@pytest.mark.parametrize("value", ["no_such_thing", "%3Cscript%3Ealert(1)%3C/script%3E", "a" * 3000])
def test_an_unknown_concern_falls_back_with_a_quiet_note(browser: Browser, server: str, value: str) -> None:
    """A broken link still opens a page, says what happened, and runs nothing that was in it."""
    page = open_page(browser, f"{server}/?concern={value}")
    expect(page.locator(".nw-quiet")).to_contain_text("We do not know the concern")
    expect(page.locator(".nw-eyebrow")).to_contain_text("back pain")
    assert page.locator("[data-testid=stException]").count() == 0
    page.context.close()


def test_a_figure_opens_its_source_by_tap_and_by_keyboard(browser: Browser, server: str) -> None:
    """One tap or Enter opens the card with a title, a link and what it rests on; Escape closes it."""
    page = open_page(browser, f"{server}/?concern=acne_scars", width=360, height=740)
    figure = page.locator("button.nw-big").first
    card = page.locator(f"#{figure.get_attribute('popovertarget')}")
    figure.click()
    expect(card).to_be_visible()
    assert card.locator("a[href^=http]").count() > 0
    expect(card).to_contain_text("from a study")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    figure.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    page.context.close()


def test_a_phone_folds_the_picker_once_a_concern_is_chosen(browser: Browser, server: str) -> None:
    """Without a choice all concerns are in sight; after one the answer comes first, and the fold opens the picker again."""
    page = open_page(browser, server, width=360, height=740)
    expect(page.get_by_role("radio", name="Thinning hair")).to_be_visible()
    page.get_by_role("radio", name="Thinning hair").click()
    expect(page.locator(".nw-eyebrow")).to_contain_text("thinning hair")
    expect(page.get_by_role("radio", name="Back pain")).to_be_hidden()
    page.locator(".nw-fold summary").click()
    expect(page.get_by_role("radio", name="Back pain")).to_be_visible()
    page.context.close()


def test_the_picker_works_with_the_keyboard_alone(browser: Browser, server: str) -> None:
    """Tab reaches the picker and the arrow keys change the concern."""
    page = open_page(browser, server)
    page.get_by_role("radio", name="Back pain").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".nw-eyebrow")).to_contain_text("neck pain")
    page.context.close()


def test_no_request_leaves_the_machine(browser: Browser, server: str) -> None:
    """Fonts, pictures and code all come from this server; nothing is told to anyone else."""
    context = browser.new_context()
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    context.on("request", note)
    page = context.new_page()
    page.goto(f"{server}/?concern=acne_scars")
    settled(page)
    page.get_by_role("radio", name="Back pain").click()
    expect(page.locator(".nw-eyebrow")).to_contain_text("back pain")
    others = [url for url in asked if not url.startswith((server, "data:", "blob:"))]
    assert others == []
    assert context.cookies() == [cookie for cookie in context.cookies() if cookie["name"].startswith("_streamlit")]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["phone", "laptop"])
@pytest.mark.parametrize("concern_id", ["low_back_pain", "acne_scars"])
def test_axe_finds_no_violation(browser: Browser, server: str, concern_id: str, size: str, scheme: str) -> None:
    """The accessibility rules that a machine can check all hold, in both themes, with everything unfolded."""
    width, height = SIZES[size]
    page = open_page(browser, f"{server}/?concern={concern_id}", width=width, height=height, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    page.context.close()
