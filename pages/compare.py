"""Compare: two to four options side by side, in the order of the questions people ask."""

from needlewise.evidence.load import load
from needlewise.ui import choices, compare

compare.draw(choices.concern(load()))
