"""Take home: a dated page or two of what was looked at, as a PDF, a link and a code."""

from needlewise.evidence.load import load
from needlewise.ui import choices, take_home

take_home.draw(choices.concern(load()))
