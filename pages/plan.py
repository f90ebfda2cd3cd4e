"""Plan: each option on real dates, and whether it is done, healed and showing before a day that matters."""

from needlewise.evidence.load import load
from needlewise.ui import choices, plan

concern_id = choices.concern(load())
choices.pick_options(load(), concern_id)
plan.draw(concern_id, choices.options(load(), concern_id), choices.mode())
