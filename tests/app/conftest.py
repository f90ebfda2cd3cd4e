"""Pages as Streamlit draws them, without a browser."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from needlewise import ROOT

FRAME = ROOT / "needlewise" / "ui" / "frame.py"
Opener = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def _look_through_the_packages_once() -> Iterator[None]:
    """Streamlit's test client searches all installed packages for components whenever a page is opened.

    Four fifths of the time.

    What is installed does not change while the tests run, so one search is enough.
    """
    with pytest.MonkeyPatch.context() as patch:
        scan = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


def _open(concern: str | Sequence[str] | None = None, **others: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=60)
    if concern is not None:
        app.query_params["concern"] = concern if isinstance(concern, str) else list(concern)
    for name, value in others.items():
        app.query_params[name] = value
    return app.run()


@pytest.fixture(scope="session")
def open_page() -> Opener:
    """Open the first page with an address: `open_page("acne_scars")`."""
    return _open


@functools.cache
def _drawn(concern_id: str) -> AppTest:
    return with_pictures(_open(concern_id))


def with_pictures(page: AppTest) -> AppTest:
    """Explore with its pictures drawn, as page.js asks for them once one of them comes near."""
    return page.button(key="pictures_draw").click().run()


@pytest.fixture(scope="session")
def drawn_page() -> Callable[[str], AppTest]:
    """Explore of a concern, pictures and all, drawn once for all tests of a process that only look at it.

    One that presses or picks asks for `open_page`.
    """
    return _drawn


@pytest.fixture(scope="session")
def blocks_of() -> Callable[..., tuple[str, ...]]:
    """The HTML blocks of a concern's page (Explore, or another by its name), drawn once for all tests of a process."""

    @functools.cache
    def draw(concern_id: str, name: str = "explore") -> tuple[str, ...]:
        if name == "explore":
            page = _drawn(concern_id)
        else:
            page = _open(concern_id).switch_page(str(ROOT / "pages" / f"{name}.py")).run()
        return tuple(element.proto.body for element in page.get("html"))

    return draw
