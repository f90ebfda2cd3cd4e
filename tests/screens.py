"""Pictures of every page at 360, 1280 and 1920 px, light and dark, into `screens/`: run by `make screens`.

Every concern on Explore, one concern on the other pages. Nothing is compared: a person looks at them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from needlewise import ROOT
from needlewise.evidence.reading.load import load
from needlewise.ui.page_registry import PAGES
from tests.browser.conftest import chromium_path, open_page, resize, running_server, still

WIDTHS = (360, 1280, 1920)
SCHEMES = ("light", "dark")
# Chromium refuses pictures much taller than this.
_TALLEST = 16_000


def main(wanted: list[str]) -> None:
    """Take all pictures, or only those whose page name is in `wanted`."""
    folder = ROOT / "screens"
    folder.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as place,
        running_server(Path(place) / "log.txt") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"])
        for name, path in ((page.name, page.path) for page in PAGES):
            if wanted and name not in wanted:
                continue
            concerns = list(load().concerns) if name == "explore" else ["acne_scars", "low_back_pain"]
            for concern_id in concerns:
                for width in WIDTHS:
                    for scheme in SCHEMES:
                        page = open_page(browser, f"{server}/{path}?concern={concern_id}", width=width, scheme=scheme)
                        height = int(page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight"))
                        resize(page, width, min(height + 60, _TALLEST))
                        still(page)
                        page.screenshot(timeout=120_000, path=folder / f"{name}-{concern_id}-{width}-{scheme}.png")
                        page.context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
