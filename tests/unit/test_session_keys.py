"""The registry of keys: every name under which the session or the address holds something, and the rules it is held to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from needlewise import ROOT
from needlewise.ui.state import keys

UI = ROOT / "needlewise" / "ui"
STATE = sorted(path for path in (UI / "state").glob("*.py") if path.name != "keys.py")
STORES = ("st.session_state", "st.query_params")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _keys_used(tree: ast.Module) -> Iterator[ast.expr]:
    """Every expression that names something in the session or the address, and every key of a widget."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in STORES:
            yield node.slice
        elif isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) in STORES:
            yield node.left
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) in STORES and node.args:
                yield node.args[0]
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "key")


def _made_up(expression: ast.expr) -> bool:
    """True for a name written on the spot, or one that begins with letters of its own."""
    if isinstance(expression, ast.JoinedStr):
        return not isinstance(expression.values[0], ast.FormattedValue)
    if isinstance(expression, ast.BinOp):
        return _made_up(expression.left)
    return isinstance(expression, ast.Constant)


@pytest.mark.parametrize("path", STATE, ids=_name)
def test_every_key_comes_from_the_registry(path: Path):
    """No module of the state makes up a name: it takes one, or the beginning of one, from `keys`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [ast.unparse(key) for key in _keys_used(tree) if _made_up(key)] == []
    # Nor does it declare one for itself.
    own = [
        ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        and keys.declared(node.value.value) is not None
    ]
    assert own == []


@pytest.mark.parametrize(
    ("written", "made_up"),
    [
        ('st.session_state["x"]', True),
        ('st.session_state.get("x_" + name)', True),
        ('st.session_state.pop(f"x_{name}", None)', True),
        ('"x" in st.query_params', True),
        ('st.button("Press", key=f"x_{name}")', True),
        ("st.session_state[CONCERN]", False),
        ('st.pills(label, key=f"{SCOPE}{name}")', False),
        ("CONCERN in st.session_state", False),
    ],
)
def test_a_name_made_up_on_the_spot_is_seen(written: str, made_up: bool):  # noqa: FBT001
    """The check above can fail."""
    assert any(_made_up(key) for key in _keys_used(ast.parse(written))) == made_up


def test_a_key_about_a_person_is_refused_in_the_address_and_beyond_the_client():
    """Nothing told can be declared so that it shows, or outlives the client."""
    places: list[tuple[keys.Lasts, bool]] = [("client", True), ("window", False), ("product", False)]
    for lasts, in_address in places:
        for health in (True, False):
            with pytest.raises(ValueError, match="stays in the session"):
                keys.Key(
                    "suitability_new", "suitability", lasts, in_address=in_address, is_health=health, is_told=not health
                )


def test_every_key_of_the_checklist_is_about_health():
    """Whoever adds a key to that page is asked whether it says something about health: only these two do not."""
    owned = [key for key in keys.every() if key.owner == "suitability"]
    assert {key.name for key in owned if not key.is_health} == {keys.SCOPE, keys.SUITABILITY_CLEAR}
    # What is looked for, on the first page or among the findings, may tell as much.
    searched = [key.name for key in keys.every() if key.is_health and key.owner != "suitability"]
    assert searched == [keys.SEARCH_TEXT, keys.EVIDENCE_TEXT]


def test_the_longest_beginning_tells_whose_a_key_is():
    """A whole name wins over a family, a longer family over a shorter one; a family's beginning alone is no key."""
    names = (
        "suitability_skin_here",
        "suitability_skin_illness",
        "priorities_points_visits_acne_scars_given",
        "concern",
    )
    found = [keys.declared(name) for name in names]
    assert [key and key.name for key in found] == [
        keys.SKIN_TOLD_HERE,
        keys.CHECKLIST["skin"],
        keys.CRITERIA_POINTS,
        keys.CONCERN,
    ]
    for unknown in ("", "concerns", "Concern", "suitability_", "suitability_tick_x", keys.CRITERIA_ORDER):
        assert keys.declared(unknown) is None


def test_only_the_list_of_pages_outlives_a_client():
    """Whatever else the session holds goes, also what nobody has declared."""
    held = [key.name + ("x" if key.is_family else "") for key in keys.every()]
    assert keys.outliving([*held, "left by a library"]) == ["kept_pages"]
