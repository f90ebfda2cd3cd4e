"""Explore as a visitor meets it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.shared.option_order import option_order
from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import (
    axe_faults,
    becomes,
    draw_pictures,
    new_window,
    none_of,
    open_page,
    resize,
    running_server,
    settled,
    too_wide,
    visit,
)

EVIDENCE = load()
SIZES = {"phone": (360, 740), "laptop": (1280, 800)}


def _about(page: Page, concern: str) -> None:
    """Wait until the page is about a concern and finished."""
    expect(page.locator("#root .nw-eyebrow")).to_contain_text(concern)
    settled(page)


def test_a_deep_link_works_on_a_freshly_started_server(window: Page, tmp_path: Path) -> None:
    """The very first visitor may come by a saved link and gets the whole page of that concern."""
    with running_server(tmp_path / "log.txt") as address:
        page = visit(window, f"{address}/?concern=stretch_marks")
        _about(page, "stretch marks")
        expect(page.locator("h1.nw-answer")).to_be_visible()
        assert page.get_by_text("Page not found").count() == 0


# How much of Explore a phone shows before anything is opened, and where the answer and how sure it is end.
MOST_PIXELS, MOST_WORDS, MOST_SCREENS = 7000, 1200, 1.5
_SHOWN = r"""() => {
  const main = document.querySelector('[data-testid=stMain]');
  const texts = document.createTreeWalker(document.querySelector('#root'), NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const { data, parentElement: part } = texts.currentNode;
    if (part.matches('style, script') || !part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
    words += (data.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,–-]*/gu) ?? []).length;
  }
  const end = document.querySelector('#root .nw-badge').getBoundingClientRect().bottom + main.scrollTop;
  return [main.scrollHeight, words, end / innerHeight];
}"""


def _too_long(page: Page) -> list[str]:
    """What of the page is longer than a phone should show."""
    most = (MOST_PIXELS, MOST_WORDS, MOST_SCREENS)
    names = ("px tall", "words", "screens to the answer's end")
    shown = page.evaluate(_SHOWN)
    return [f"{found} {name}" for name, found, limit in zip(names, shown, most, strict=True) if found > limit]


@pytest.mark.parametrize("group", ["pain", "skin"])
def test_every_concern_shows_its_answer_and_every_option(browser: Browser, server: str, group: str) -> None:
    """Picked one after the other on a phone: the answer and one row for each option, and nothing runs off the side.

    The answer and how sure it is stand within the first screen and a half; what is longer than a page waits for a tap.
    """
    page = open_page(browser, server, width=360, height=740, touch=True)
    found: dict[str, list[str]] = {}
    for concern in EVIDENCE.concerns.values():
        if concern.group != group:
            continue
        view = build_concern_page(EVIDENCE, concern.concern_id)
        picked = page.get_by_role("radio", name=concern.name, exact=True)
        if not picked.is_visible():
            page.locator(".nw-fold summary").click()
        picked.click()
        _about(page, concern.noun)
        expect(page.locator("h1.nw-answer")).to_contain_text(view.answer[0].text)
        expect(page.locator("tr[data-option]")).to_have_count(len(view.options))
        expect(page.locator("[data-testid=stException]")).to_have_count(0)
        found[concern.concern_id] = too_wide(page) + _too_long(page)
    page.close()
    none_of(found)


def test_choosing_a_concern_writes_the_address_and_back_and_reload_keep_it(window: Page, server: str) -> None:
    """The address names the choice at once; leaving and coming back, and reloading, keep it."""
    page = visit(window, server)
    page.get_by_role("radio", name="Knee pain").click()
    _about(page, "knee pain")
    page.get_by_role("radio", name="Fine lines").click()
    _about(page, "fine lines")
    becomes(page, lambda: parse_qs(urlsplit(page.url).query), {"concern": ["Fine lines"]})
    page.goto(f"{server}/api/health")
    page.go_back()
    _about(page, "fine lines")
    page.reload()
    _about(page, "fine lines")


@pytest.mark.parametrize("value", ["no_such_thing", "%3Cscript%3Ealert(1)%3C/script%3E", "a" * 3000])
def test_an_unknown_concern_falls_back_with_a_quiet_note(window: Page, server: str, value: str) -> None:
    """A broken link still opens a page, says what happened, asks, and runs nothing that was in it."""
    page = visit(window, f"{server}/?concern={value}")
    expect(page.locator(".nw-quiet")).to_contain_text("We do not know the concern")
    expect(page.locator("#root .nw-asking h1")).to_have_text(say("asking-title"))
    expect(page.locator("#root [role=radio][aria-checked=true]")).to_have_count(0)
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_figure_opens_its_source_by_tap_and_by_keyboard(window: Page, server: str) -> None:
    """One tap or Enter opens the card with a title, a link and what it rests on; Escape closes it."""
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    figure = page.locator("a.nw-big").first
    card = page.locator("#nw-card")
    figure.click()
    expect(card).to_be_visible()
    expect(card.locator("a[href^=http]").first).to_be_visible()
    expect(card).to_contain_text("from a study")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    figure.press("Enter")
    expect(card).to_be_visible()


def test_a_card_asks_for_a_shelf_once_and_never_tells_which_row(browser: Browser, server: str) -> None:
    """One request for all figures of a concern; the rows' names stay in the browser; it opens and closes by one tap."""
    page = open_page(browser, f"{server}/?concern=acne_scars")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    card = page.locator("#nw-card")
    first, second = page.locator("#root a.nw-big").nth(0), page.locator("#root .nw-badge a.nw-cert").first
    for figure in (first, second):
        figure.click()
        expect(card.locator("li").first).to_be_visible()
        figure.click()
        expect(card).to_be_hidden()
    assert [urlsplit(url).path.rpartition("/")[2] for url in asked if "/sources/" in url] == ["acne_scars"]
    assert not [url for url in asked if "#" in url]
    page.close()


def test_without_a_connection_a_figure_says_that_its_sources_did_not_come(browser: Browser, server: str) -> None:
    """And they come at the next tap, once the line is back."""
    page = open_page(browser, f"{server}/?concern=acne_scars")
    page.route("**/sources/**", lambda route: route.abort())
    figure, card = page.locator("#root a.nw-big").first, page.locator("#nw-card")
    figure.click()
    expect(card.get_by_text(say("card-failed"))).to_be_visible()
    page.keyboard.press("Escape")
    page.unroute("**/sources/**")
    figure.click()
    expect(card.locator("li").first).to_be_visible()
    expect(card.get_by_text(say("card-failed"))).to_be_hidden()
    page.close()


def test_a_phone_folds_the_picker_once_a_concern_is_chosen(window: Page, server: str) -> None:
    """Without a choice all concerns are in sight.

    After one the answer comes first, and the fold opens the picker again.
    """
    page = visit(window, server, width=360, height=740)
    expect(page.get_by_role("radio", name="Thinning hair")).to_be_visible()
    page.get_by_role("radio", name="Thinning hair").click()
    _about(page, "thinning hair")
    expect(page.get_by_role("radio", name="Back pain")).to_be_hidden()
    page.locator(".nw-fold summary").click()
    expect(page.get_by_role("radio", name="Back pain")).to_be_visible()


def test_the_picker_works_with_the_keyboard_alone(window: Page, server: str) -> None:
    """The arrow keys walk through the picker, and Enter changes the concern."""
    page = visit(window, server)
    page.get_by_role("radio", name="Back pain").press("ArrowRight")
    expect(page.get_by_role("radio", name="Neck pain")).to_be_focused()
    page.keyboard.press("Enter")
    _about(page, "neck pain")


def test_no_request_leaves_the_machine(browser: Browser, server: str) -> None:
    """Fonts, pictures and code all come from this server; nothing is told to anyone else."""
    page = new_window(browser)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.context.on("request", note)
    visit(page, f"{server}/?concern=acne_scars")
    page.get_by_role("radio", name="Back pain").click()
    _about(page, "back pain")
    others = [url for url in asked if not url.startswith((server, "data:", "blob:"))]
    assert asked
    assert others == []
    cookies = page.context.cookies()
    assert cookies == [cookie for cookie in cookies if cookie["name"].startswith("_streamlit")]
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("concern_id", ["low_back_pain", "acne_scars"])
def test_axe_finds_no_violation(window: Page, server: str, concern_id: str, scheme: str) -> None:
    """The accessibility rules that a machine can check all hold, in both sizes and themes, with everything unfolded."""
    page = visit(window, f"{server}/?concern={concern_id}", scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found: dict[str, list[str]] = {}
    for size, (width, height) in SIZES.items():
        resize(page, width, height)
        found[size] = axe_faults(page)
    none_of(found)


def test_on_a_phone_long_text_is_folded_and_compare_is_near(window: Page, server: str) -> None:
    """Explanations open with a tap on a phone; on a wide screen and on paper they stand open.

    Compare is one tap away.
    """
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    why = page.locator(".nw-verdict details p").first
    expect(why).to_be_hidden()
    page.get_by_text("promises:").click()
    expect(page.locator(".nw-verdict").first).to_be_visible()
    expect(why).to_be_hidden()
    page.locator(".nw-verdict summary").first.click()
    expect(why).to_be_visible()
    page.reload()
    settled(page)
    page.emulate_media(media="print")
    expect(why).to_be_visible()
    page.emulate_media(media="screen")
    expect(why).to_be_hidden()
    resize(page, 1280, 800)
    expect(why).to_be_visible()
    expect(page.locator(".nw-verdict summary").first).to_be_hidden()
    page.locator("a.nw-go-on").first.click()
    expect(page.locator(".nw-compare")).to_be_visible()
    settled(page)
    assert parse_qs(urlsplit(page.url).query) == {"concern": ["Acne scars"]}


def test_on_a_phone_each_option_is_one_block_that_opens_by_key(window: Page, server: str) -> None:
    """Name, how well it works, how sure, visits, days off each visit and in all, and main harm are in sight.

    One fold shows the rest of that option only.
    """
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    lines = page.locator("tr[data-option]")
    count = len(build_concern_page(EVIDENCE, "acne_scars").options)
    expect(lines).to_have_count(count)
    page.locator(".nw-options-more summary").click()
    for place in range(count):
        cells = lines.nth(place).locator("> *")
        shown = [cells.nth(cell).is_visible() for cell in range(9)]
        assert shown == [True, True, True, True, True, False, True, False, True]
    fold = lines.nth(3).locator(".nw-late-fold summary")
    fold.press("Enter")
    expect(lines.nth(3).locator("td.nw-late").first).to_be_visible()
    expect(lines.nth(3).locator("td.nw-late").last).to_be_visible()
    widths = [cell.bounding_box() for cell in lines.nth(3).locator("td").all()]
    assert all(box is not None and box["width"] > 120 for box in widths), "each figure has room for its note"
    expect(lines.nth(2).locator("td.nw-late").first).to_be_hidden()
    fold.press("Enter")
    expect(lines.nth(3).locator("td.nw-late").first).to_be_hidden()


def test_folds_of_a_phone_are_open_on_a_wide_screen_and_on_paper(window: Page, server: str) -> None:
    """Columns, pictures, blocks of 100 and lesser harms: folded at 360 px, there at 1280 px and in print."""
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    # The pictures are drawn once one of their folds was open.
    fold = page.locator(".nw-picture-fold summary").first
    fold.press("Enter")
    expect(page.locator(".stPlotlyChart").first).to_be_visible()
    settled(page)
    fold.press("Enter")
    folded = [
        page.locator("td.nw-late").first,
        page.locator(".stPlotlyChart").nth(1),
        page.locator(".stPlotlyChart").last,
        page.locator(".nw-harms article").first,
        page.locator(".nw-harms li.nw-later").first,
        page.locator(".nw-cols"),
        page.locator(".nw-cautions details p"),
    ]
    for part in folded:
        expect(part).to_be_hidden()
    # As a browser says before it prints: pictures then get the measures that let them shrink.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for part in folded:
        expect(part).to_be_visible()
    page.emulate_media(media="screen")
    resize(page, 1280, 800)
    for part in folded:
        expect(part).to_be_visible()
    for fold in page.locator(".nw-late-fold, .nw-picture-fold, .nw-part-fold").all():
        expect(fold).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_options_that_do_not_stand_first_wait_behind_one_fold(window: Page, server: str, width: int) -> None:
    """At every width; the fold says how many, opens by key, and on paper all stand open."""
    page = visit(window, f"{server}/?concern=acne_scars", width=width, height=740)
    lines = page.locator("tr[data-option]")
    order = option_order(EVIDENCE, "acne_scars")
    # A phone shows the needling, the first alternative and doing nothing.
    first = [*order.first] if width > 640 else [*order.first[:2], order.first[-1]]

    def shown() -> list[str | None]:
        return [line.get_attribute("data-option") for line in lines.all() if line.is_visible()]

    assert shown() == first
    fold = page.locator(".nw-options-more summary")
    count = len(order.all_ids) - len(first)
    assert fold.inner_text().strip() == say("explore-options-more", count=count)
    fold.press("Enter")
    assert sorted(filter(None, shown())) == sorted(order.all_ids)
    assert page.locator("tr.nw-kind").count() == len(order.groups)
    below = (fold.bounding_box() or {})["y"]
    opened = [line for line in lines.all() if line.get_attribute("data-option") not in first]
    assert all((line.bounding_box() or {})["y"] > below for line in opened)
    fold.press("Enter")
    assert shown() == first
    page.emulate_media(media="print")
    assert len(shown()) == len(order.all_ids)
    page.emulate_media(media="screen")


def test_a_folded_picture_opens_as_wide_as_the_phone(window: Page, server: str) -> None:
    """It was drawn while it could not be seen; once opened it fills the width and does not run off."""
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    chart = page.locator(".stPlotlyChart").last
    expect(chart).to_be_hidden()
    page.locator(".nw-picture-fold summary").last.click()
    expect(chart).to_be_visible()
    drawn = chart.locator(".main-svg").first.bounding_box()
    assert drawn is not None
    assert drawn["width"] > 300
    assert drawn["height"] > 100
    assert too_wide(page) == []


def test_what_draws_pictures_is_asked_for_once_one_comes_near(window: Page, server: str) -> None:
    """The answer, the options and every table are there without it; nothing moves when the pictures come."""
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    page = visit(window, f"{server}/?concern=acne_scars", width=1280, height=800)
    assert page.locator(".nw-wait").count() == 4
    assert not [url for url in asked if "PlotlyChart" in url]
    parts = """() => ['downtime', 'sessions', 'course', 'findings', 'shares'].map(name =>
      document.getElementById(name).getBoundingClientRect().top + document.querySelector('[data-testid=stMain]').scrollTop)"""
    before = page.evaluate(parts)
    draw_pictures(page)
    assert page.locator(".stPlotlyChart").count() == 4
    assert [url for url in asked if "PlotlyChart" in url]
    after = page.evaluate(parts)
    assert max(abs(new - old) for old, new in zip(before, after, strict=True)) < 12


def test_a_fold_that_asked_for_its_picture_stays_open_and_keeps_the_focus(window: Page, server: str) -> None:
    """By key on a phone: the picture comes into the fold that was opened, and into no other."""
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    page.locator(".nw-picture-fold summary").first.press("Enter")
    expect(page.locator(".stPlotlyChart").first).to_be_visible()
    expect(page.locator(".nw-picture-fold summary").first).to_be_focused()
    assert page.evaluate("[...document.querySelectorAll('.nw-picture-fold')].map(fold => fold.open)") == [
        True,
        False,
        False,
        False,
    ]


def test_paper_shows_the_numbers_of_a_picture_that_was_not_wanted(window: Page, server: str) -> None:
    """A press of Print waits for nothing: where a picture may come too late, its table is open."""
    page = visit(window, f"{server}/?concern=acne_scars", width=1280, height=800)
    closed = "document.querySelectorAll('.nw-wait ~ .nw-numbers:not([open])').length"
    assert page.evaluate(closed) > 0
    assert page.evaluate(f"(dispatchEvent(new Event('beforeprint')), {closed})") == 0


def test_folds_shorten_the_way_down_a_phone_and_hide_no_serious_harm(window: Page, server: str) -> None:
    """The page with every fold open is more than half as long again.

    Serious harms, and the line of each warning that names its danger, stand open all the same.
    """
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    tall = "document.querySelector('[data-testid=stMain]').scrollHeight"
    short = int(page.evaluate(tall))
    for row in page.locator(":not(.nw-aside-text) > * > .nw-serious tbody tr td, .nw-warned > summary").all():
        expect(row).to_be_visible()
    page.evaluate(
        "document.querySelectorAll('#root details:not(.nw-fold, .nw-twin, .nw-flags)').forEach(fold => fold.open = true)"
    )
    becomes(page, lambda: int(page.evaluate(tall)) > 1.5 * short, True)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_next_steps_stand_below_the_figures_and_keep_the_concern(window: Page, server: str, width: int) -> None:
    """Four ways on, one tap each; parts of the page are reached by key, with the focus on their heading."""
    page = visit(window, f"{server}/?concern=acne_scars", width=width, height=800)
    ways = page.locator("#root .nw-ways a")
    expect(ways).to_have_count(4)
    figures = page.locator("#root .nw-bigs").bounding_box()
    first = ways.first.bounding_box()
    assert figures is not None
    assert first is not None
    assert 0 < first["y"] - (figures["y"] + figures["height"]) < 60
    page.locator(".nw-parts a[href='#harms']").press("Enter")
    expect(page.locator("#harms")).to_be_focused()
    expect(page.locator("#harms")).to_be_in_viewport()
    ways.nth(1).click()
    expect(page.locator("#skin-tone")).to_be_visible()
    settled(page)
    assert urlsplit(page.url).path == "/suitability"
    assert parse_qs(urlsplit(page.url).query) == {"concern": ["Acne scars"]}
