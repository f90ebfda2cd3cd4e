"""Plan: each option on real dates, and whether it is done, healed and showing before a day that matters."""

from needlewise.evidence.reading.load import load
from needlewise.ui.components import option_picker as options
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import visitor
from needlewise.ui.views.plan import view as plan

concern_id = concern_state.chosen(load())
plan.draw(concern_id, options.pick(load(), concern_id), visitor.mode())
