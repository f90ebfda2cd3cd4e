"""Explore: what needling can do for one concern, next to every real option."""

from needlewise.evidence.load import load
from needlewise.ui import choices, explore

explore.draw(choices.concern(load()), choices.mode())
