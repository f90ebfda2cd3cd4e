"""Only `needlewise/ui/state/` reads and writes what belongs to a visitor: the session and the address."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from needlewise import ROOT

STATE = ROOT / "needlewise" / "ui" / "state"
CODE = sorted([ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "needlewise").rglob("*.py")])
OTHERS = [path for path in CODE if STATE not in path.parents]
# What Streamlit calls the session and the address.
VISITORS = {"session_state", "query_params"}


def uses(source: str) -> list[str]:
    """Where code names the session or the address, under whatever name it imported Streamlit or them."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in VISITORS:
            found.append(f"line {node.lineno}: {node.attr}")
        elif isinstance(node, ast.ImportFrom):
            found += [f"line {node.lineno}: {alias.name}" for alias in node.names if alias.name in VISITORS]
        # `getattr(st, "session_state")`
        elif isinstance(node, ast.Constant) and node.value in VISITORS:
            found.append(f"line {node.lineno}: {node.value}")
    return found


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_session_and_address_are_touched_in_one_room_only(path: Path):
    """What is kept of a visitor, and what a link holds, can then be read off one folder."""
    assert uses(path.read_text(encoding="utf-8")) == []


def test_the_room_that_may_is_there():
    """Or the test above would hold for an empty product."""
    assert any(uses(path.read_text(encoding="utf-8")) for path in STATE.glob("*.py"))


@pytest.mark.parametrize(
    "source",
    [
        "import streamlit as st\nst.session_state['name'] = 1",
        "import streamlit\nstreamlit.query_params.clear()",
        "from streamlit import session_state as kept",
        "import streamlit as st\ngetattr(st, 'query_params')",
    ],
)
def test_no_other_spelling_escapes(source: str):
    """Each of these would reach the visitor's session or address."""
    assert uses(source) != []
