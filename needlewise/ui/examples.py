"""The Streamlit script of the page of examples: every component once, to look at while building one.

No page of the product: `tools/examples.py` serves it (`make examples`), and the package that is installed does
    without it.
A component is shown by its `example.py`, which draws it from real rows.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.ui import components, layout
from needlewise.ui.templates import macro

_TEMPLATE = "examples.html"


def examples() -> dict[str, Callable[[Evidence], None]]:
    """What draws the example of each component, by the name of its folder.

    Raises:
        ModuleNotFoundError: for a component without an `example.py`.
    """
    folders = [found.name for found in pkgutil.iter_modules(components.__path__) if found.ispkg]
    return {name: importlib.import_module(f"{components.__name__}.{name}.example").draw for name in folders}


def draw() -> None:
    """Every example under the name of its folder, between the parts of the frame."""
    st.set_page_config(page_title="Components", page_icon=layout.icon(), layout="wide")
    layout.style()
    evidence = load()
    st.html(layout.brand())
    st.html(macro(_TEMPLATE, "title"))
    for name, example in examples().items():
        st.html(macro(_TEMPLATE, "heading", name))
        example(evidence)
    st.html(macro(_TEMPLATE, "heading", "layout"))
    st.html(layout.fold(evidence.concerns["acne_scars"].name, folded=False))
    layout.foot(evidence)


if __name__ == "__main__":
    draw()
