"""Explore: what needling can do for one concern, next to every real option."""

from needlewise.evidence.load import load
from needlewise.ui import choices, explore

concern_id, mode = choices.concern(load()), choices.mode()
explore.draw_answer(concern_id, mode)
explore.draw_rest(concern_id, mode)
