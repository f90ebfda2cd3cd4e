"""HTML is written in templates, where it is escaped: the rooms that draw and serve hold none in their Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from needlewise import ROOT
from needlewise.ui.components.source_cards import SourceCards

CODE = sorted(path for room in ("ui", "server") for path in (ROOT / "needlewise" / room).rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in CODE]
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s>/*]|$)")
# A text with a tag that is no HTML of ours, by file, with the reason.
EXCEPTIONS = {
    ("needlewise/server/headers.py", r"<script>(.*?)</script>"): "finds the script in Streamlit's own first page",
    ("needlewise/server/first_page.py", r"<title>.*?</title>"): "finds the title in Streamlit's own first page",
    (
        "needlewise/server/first_page.py",
        r"<noscript>.*?</noscript>\s*(?=<div id=\"root\">)",
    ): "finds the empty place in it",
    ("needlewise/server/first_page.py", r"(?<=<div id=\"root\"></div>)"): "finds what Streamlit draws into",
}
# Templates that put something in as it is, with the reason.
WITHOUT_ESCAPING = {
    "ui/style.html": "our own styles: inside their element nothing can be escaped",
    "ui/views/evidence/brochure.html": "links that are ready, joined into a list by a function for text",
}


def texts(source: str) -> Iterator[tuple[int, str]]:
    """Every text that code makes or holds, with its line: an f-string whole, `*` for its gaps; no docstring."""
    tree = ast.parse(source)
    left_out: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            # A text that stands by itself is read by people only: a docstring, also that of a name.
            left_out |= {id(part.value) for part in body if isinstance(part, ast.Expr)}
        if isinstance(node, ast.JoinedStr):
            left_out |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, bytes | str):
            yield node.lineno, node.value if isinstance(node.value, str) else node.value.decode("latin-1")


def tags(source: str, name: str = "") -> list[str]:
    """Where code holds a tag that no exception names, one line for each."""
    return [
        f"line {line}: {text[:80]}"
        for line, text in texts(source)
        if _TAG.search(text) and (name, text) not in EXCEPTIONS
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_module_holds_html(name: str):
    """What a visitor or a table says can then never become a tag."""
    assert tags((ROOT / name).read_text(encoding="utf-8"), name) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_module_escapes_by_hand(name: str):
    """Templates do it; where somebody must think of it, somebody forgets."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    imported = [
        (node.module, alias.name) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    imported += [(alias.name, "") for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert [(module, what) for module, what in imported if module == "html" or what == "escape"] == []


def test_no_template_takes_the_escaping_off():
    """Only where the reason is told: ready HTML comes as `Markup`, so nothing else needs it."""
    rooms = ROOT / "needlewise"
    templates = {path.relative_to(rooms).as_posix(): path.read_text(encoding="utf-8") for path in rooms.rglob("*.html")}
    loose = {name for name, text in templates.items() if re.search(r"\|\s*safe|autoescape|Markup", text)}
    assert loose == WITHOUT_ESCAPING.keys()


def test_a_template_asks_the_source_cards_only_for_what_they_can():
    """Types end where templates begin: a name that is not there would be seen only when that part is drawn."""
    asked = {
        (path.name, name)
        for path in (ROOT / "needlewise").rglob("*.html")
        for name in re.findall(r"\bcards\.(\w+)\(", path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 20
    assert [where for where in asked if not hasattr(SourceCards, where[1])] == []


def test_every_exception_is_needed():
    """One that nobody uses would let something in later."""
    held = {(name, text) for name in NAMES for _, text in texts((ROOT / name).read_text(encoding="utf-8"))}
    assert EXCEPTIONS.keys() - held == set()


@pytest.mark.parametrize(
    "text", ['"<p>"', 'f"<b>{x}</b>"', "f'{x}</li>'", 'b"<title>"', '"a" + "<br>"', '"<h1\\n class=a>"', 'f"<td{x}>"']
)
def test_html_is_noticed(text: str):
    """In every kind of text."""
    assert tags(f"x = 1\ny = {text}") != []


@pytest.mark.parametrize(
    "source", ['"""Draws `<p>`."""', 'def a():\n    """`<b>`"""', "# <p>\nx = 1", 'x = "a < b and c > d"', 'x = "2 <3"']
)
def test_what_is_no_html_is_not(source: str):
    """Docstrings, comments and comparisons."""
    assert tags(source) == []
