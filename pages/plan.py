"""Plan: each option on real dates, and whether it is done, healed and showing before a day that matters."""

from needlewise.evidence.load import load
from needlewise.ui import choices, options, plan

concern_id = choices.concern(load())
plan.draw(concern_id, options.pick(load(), concern_id), choices.mode())
