"""Write all that every page draws for every concern into text files, so that two versions can be compared.

    python -m tools.page_snapshots before      # on the old code
    python -m tools.page_snapshots after       # on the new code
    diff -r before after                       # empty when a change of structure has changed nothing that is seen

Both must be made on the same day, since Plan counts from today. It needs no browser: the pages are drawn by
Streamlit's test client. The first HTML that the server sends, the take-home's
words and the calendar file are written too.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.evidence.reading.load import load
from needlewise.server.first_page import Asked, first_html
from needlewise.ui.page_registry import PAGES
from tests.app.conftest import FRAME

# Of the others nothing depends on the concern.
_CONCERN_PAGES = tuple(page.name for page in PAGES if page.name not in ("evidence", "about"))
_SCREENS = ("choice", "visit", "recovery", "works", "harms", "matters", "home")
# Streamlit numbers what it draws; the numbers follow from the code's place, not from what is seen.
_NUMBERS = re.compile(
    r"\$\$ID-[0-9a-f]+|/media/[0-9a-f]+|data-(?:session|run)=\"[^\"]*\"|"
    r"(?:script_run_id|page_script_hash|fragment_id|deferred_file_id): \"[^\"]*\""
)


def _one_spelling(text: str) -> str:
    """Quotes may be escaped by name or by number; a browser reads the same."""
    return text.replace("&quot;", "&#34;").replace("&#x27;", "&#39;")


def _walk(node: Any) -> Iterator[Any]:  # noqa: ANN401  Streamlit's test client has no public type for a node
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _walk(child)


def _drawn(app: AppTest) -> str:
    """All that one run has drawn, element by element."""
    parts = [f"exception {element.value}" for element in app.exception]
    for node in _walk(app._tree):  # noqa: SLF001  the only way to every kind of element
        proto = getattr(node, "proto", None)
        if proto is None:
            continue
        body = getattr(proto, "body", None)
        text = body.replace("><", ">\n<") if isinstance(body, str) and "<" in body else str(proto)
        parts.append(f"# {type(node).__name__} {getattr(node, 'type', '')}\n{_NUMBERS.sub('', text)}")
    return "\n".join(parts)


def _open(page: str, **address: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=120)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return app if page == "explore" else app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()


def _whole() -> Iterator[tuple[str, Callable[[], str]]]:
    """File names and what makes their texts.

    Every page of every concern, the consult room's screens, the first HTML.
    """
    for concern_id in load().concerns:
        for page in _CONCERN_PAGES:
            yield f"{page}.{concern_id}", partial(_page, page, concern=concern_id)
        for screen in _SCREENS:
            yield (
                f"room_{screen}.{concern_id}",
                partial(_page, "explore", concern=concern_id, view="room", screen=screen),
            )
        yield f"first_html.{concern_id}", partial(_first, concern_id)
    for name in (page.name for page in PAGES):
        if name not in _CONCERN_PAGES:
            yield name, partial(_page, name)
    for part in ("brochure", "map", "findings", "sources"):
        yield f"evidence_{part}", partial(_page, "evidence", evidence_part=part)


def _page(page: str, **address: str) -> str:
    return _drawn(_open(page, **address))


def _first(concern_id: str) -> str:
    return first_html(Asked("explore", concern_id)).replace("><", ">\n<")


def main() -> int:
    """Write the snapshots into the folder named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "only", nargs="*", help="beginnings of file names, such as compare or plan.acne_scars; all without any"
    )
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, make in _whole():
        if not arguments.only or name.startswith(tuple(arguments.only)):
            (arguments.folder / f"{name}.txt").write_text(_one_spelling(make()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    os.environ["NEEDLEWISE_CLINIC"] = ""
    sys.exit(main())
