"""What matters to me: which options fit what a person says counts, and how firmly."""

from needlewise.evidence.load import load
from needlewise.ui import choices, priorities

priorities.draw(choices.concern(load()), choices.mode())
