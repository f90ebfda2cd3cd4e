"""The pictures of how options fit what a person said: one strip per option over a scale from 0 to 100.

A view that draws one of them draws `STYLE` once.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from needlewise.charts.priorities import FitStrip, PlaceStrip, Strips
from needlewise.ui.templates import macro

STYLE = Path(__file__).with_name("style.css")
_TEMPLATE = "components/fit_strips/template.html"


def fit_strips(picture: Strips[FitStrip]) -> Markup:
    """Each option's fit: a mark on the bar of most tries."""
    return macro(_TEMPLATE, "fits", picture)


def place_strips(picture: Strips[PlaceStrip]) -> Markup:
    """Each option's 100 tries, from first to later places."""
    return macro(_TEMPLATE, "places", picture)
