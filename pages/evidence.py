"""Evidence: the promises checked, the map, all findings and all sources."""

from needlewise.evidence.load import load
from needlewise.ui import choices, evidence

evidence.page(choices.concern(load()))
