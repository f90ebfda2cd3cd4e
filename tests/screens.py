"""Pictures of every page at 360, 1280 and 1920 px, light and dark, into `screens/`: run by `make screens`.

Every concern on Explore, two concerns on the other pages, and the page of examples (`examples`). Nothing is compared:
a person looks at them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from needlewise import ROOT
from needlewise.evidence.reading.load import load
from needlewise.ui.page_registry import PAGES
from tests.browser.conftest import chromium_path, open_page, resize, running_server, still
from tests.browser.examples import examples_server

WIDTHS = (360, 1280, 1920)
SCHEMES = ("light", "dark")
EXAMPLES = "examples"
# Chromium refuses pictures much taller than this.
_TALLEST = 16_000


def _take(browser: Browser, address: str, name: Path) -> None:
    """One page in every width and both themes, each as long as it is."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = open_page(browser, address, width=width, scheme=scheme)
            height = int(page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight"))
            resize(page, width, min(height + 60, _TALLEST))
            still(page)
            page.screenshot(timeout=120_000, path=name.with_name(f"{name.name}-{width}-{scheme}.png"))
            page.context.close()


def main(wanted: list[str]) -> None:
    """Take all pictures, or only those whose page name is in `wanted`."""
    folder = ROOT / "screens"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        log = Path(place) / "log.txt"
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"])
        pages = [page for page in PAGES if not wanted or page.name in wanted]
        if pages:
            with running_server(log) as server:
                for page in pages:
                    concerns = list(load().concerns) if page.name == "explore" else ["acne_scars", "low_back_pain"]
                    for concern_id in concerns:
                        address = f"{server}/{page.path}?concern={concern_id}"
                        _take(browser, address, folder / f"{page.name}-{concern_id}")
        if not wanted or EXAMPLES in wanted:
            with examples_server(log) as server:
                _take(browser, server, folder / EXAMPLES)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
