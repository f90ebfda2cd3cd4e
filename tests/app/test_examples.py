"""The page of examples shows every component, and nothing of it is part of the product."""

from __future__ import annotations

import importlib
import itertools
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT, ui
from needlewise.server import warming
from needlewise.ui import components, examples
from needlewise.ui.page_registry import PAGES
from tests.clinics import serving_file

FOLDERS = sorted(path.parent for path in Path(components.__file__).parent.glob("*/__init__.py"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_component_has_an_example(folder: Path):
    """Whoever builds on a component sees it first."""
    assert (folder / "example.py").is_file()
    assert callable(examples.examples()[folder.name])


def test_every_example_is_drawn():
    """Each under the name of its folder, and none of them fails."""
    with serving_file(str(ROOT / "clinic.example.toml")):
        app = AppTest.from_file(Path(ui.__file__).with_name("examples.py"), default_timeout=60).run()
    assert not app.exception
    drawn = [element.proto.body for element in app.get("html")]
    places = [drawn.index(f'<h2 id="example-{folder.name}">{folder.name}</h2>') for folder in FOLDERS]
    assert len(places) >= 8
    assert places == sorted(places)
    # Something follows each heading that is not the next one.
    assert all(after - before > 1 for before, after in itertools.pairwise(places))


def test_no_page_of_the_product_leads_there(monkeypatch: pytest.MonkeyPatch):
    """It is no page, no script of `pages/`, and the product does not even import it when it warms up."""
    assert "examples" not in {page.name for page in PAGES}
    assert not [path for path in (ROOT / "pages").glob("*.py") if "example" in path.read_text(encoding="utf-8")]
    imported: list[str] = []
    monkeypatch.setattr(importlib, "import_module", imported.append)
    warming._modules()
    assert "needlewise.ui.components.clinic" in imported
    assert [name for name in imported if "example" in name] == []
