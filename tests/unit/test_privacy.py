"""What a visitor chooses stays with the visitor: nothing is written, logged or sent."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

from needlewise import ROOT

CODE = sorted([ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "needlewise").rglob("*.py")])
# The commands speak to the terminal of whoever runs them.
COMMANDS = set((ROOT / "needlewise" / "commands").rglob("*.py"))
# Writes the tables for the one who keeps them. Only the commands may import it (pyproject.toml), so nothing a visitor
# does can reach it.
KEEPING = set((ROOT / "needlewise" / "evidence" / "keeping").rglob("*.py"))
# Tells the operator at start what is wrong in their own file. It may not import Streamlit, so it knows nothing of a
# visitor.
TELLS_THE_OPERATOR = ROOT / "needlewise" / "clinic" / "settings.py"
# Takes lines out of Python's own log, and writes none.
KEEPS_QUIET = ROOT / "needlewise" / "server" / "quiet_log.py"
# Modules that log, remember or send.
LOUD = {
    "logging", "loguru", "syslog", "requests", "httpx", "urllib.request", "http.client", "smtplib", "socket", "sqlite3",
    "pickle", "shelve", "dbm", "sentry_sdk", "posthog", "analytics", "tempfile",
}  # fmt: skip
WRITERS = {"write_text", "write_bytes", "to_csv", "to_parquet", "to_pickle", "to_sql", "mkdir", "touch", "unlink"}


@functools.cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of a module, read once for the tests below."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_no_module_logs_remembers_or_sends(path: Path):
    """No logging, no network client, no store of visits."""
    imported = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    loud = LOUD - {"logging"} if path in (TELLS_THE_OPERATOR, KEEPS_QUIET) else LOUD
    assert {name for name in imported if name in loud or name.split(".")[0] in loud} == set()


@pytest.mark.parametrize("path", [path for path in CODE if path not in KEEPING], ids=_name)
def test_no_module_writes_a_file(path: Path):
    """Files are opened to be read, and only the checking command prints."""
    for node in _nodes(path):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"line {node.lineno}"
            if node.func.id == "open":
                mode = (
                    node.args[1]
                    if len(node.args) > 1
                    else next((k.value for k in node.keywords if k.arg == "mode"), None)
                )
                assert mode is None or (isinstance(mode, ast.Constant) and set(str(mode.value)) <= set("rbt")), (
                    f"line {node.lineno}"
                )
        elif isinstance(node.func, ast.Attribute):
            assert node.func.attr not in WRITERS, f"line {node.lineno}"
            whole = ast.unparse(node.func)
            assert path in COMMANDS or whole not in ("sys.stdout.write", "sys.stderr.write"), f"line {node.lineno}"


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_nothing_is_kept_on_the_visitors_machine_or_asked_of_it(path: Path):
    """No cookie, no account, no address, no header of the visitor's browser is read."""
    text = path.read_text(encoding="utf-8")
    for word in (
        "st.context.cookies",
        "st.context.headers",
        "st.context.ip_address",
        "st.user",
        "st.login",
        "set_cookie",
        "localStorage",
    ):
        assert word not in text


def test_the_styles_load_nothing_from_elsewhere():
    """No font, picture or import from another host."""
    text = (ROOT / "needlewise" / "ui" / "assets" / "style.css").read_text(encoding="utf-8")
    assert "http:" not in text
    assert "https:" not in text
    assert "@import" not in text


def test_the_module_that_may_know_the_log_writes_nothing_into_it():
    """It only holds lines back."""
    called = {
        node.func.attr
        for node in _nodes(KEEPS_QUIET)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert called & {"debug", "info", "warning", "error", "exception", "critical", "log"} == set()
