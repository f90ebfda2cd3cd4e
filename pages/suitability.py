"""Right for me?: what to ask about, to wait with or to leave, for one person and each option."""

from needlewise.evidence.load import load
from needlewise.ui import choices, suitability

suitability.draw(choices.concern(load()))
