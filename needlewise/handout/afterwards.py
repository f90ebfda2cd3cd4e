"""What the paper says of the days after a visit, and what it says was not looked at."""

from __future__ import annotations

from needlewise.decision.after_signs import Sign, afterwards
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.options import OptionRow
from needlewise.handout.citations import Citations
from needlewise.handout.model import Found, PaperLine
from needlewise.words import join_list, say


def after_lines(sources: Citations, rows: tuple[OptionRow, ...], concern_id: str) -> tuple[PaperLine, ...]:
    """The signs that cannot wait, the most urgent first; one that holds for several options stands once."""
    treated = [row for row in rows if row.role != "nothing"]
    found: dict[str, tuple[Sign, list[str]]] = {}
    for row in treated:
        for sign in afterwards(sources.evidence, row.treatment.treatment_id, concern_id).urgent:
            held = found.setdefault(sign.text, (sign, []))
            held[1].append(row.treatment.mid_sentence)
    lines = []
    for sign, names in sorted(found.values(), key=lambda item: item[0].action != "emergency"):
        text = say("take_home-after-line", action=say(f"after-title-{sign.action}"), sign=sign.line())
        if len(treated) > 1 and len(names) < len(treated):
            text = say("take_home-after-with", text=text, names=join_list(names))
        lines.append(sources.line(text, sign.refs))
    return tuple(lines)


def unseen(page: ConcernPage, option_ids: tuple[str, ...], found: Found) -> str:
    """One sentence on what was not looked at, so that nobody takes this paper for the whole; empty where all was."""
    nothing = [row.treatment.treatment_id for row in page.options if row.role == "nothing"]
    things = [
        *([] if set(nothing) & set(option_ids) else [say("take_home-unseen-nothing")]),
        *([say("take_home-unseen-plan")] if found.plan is None else []),
        *([say("take_home-unseen-cautions")] if not found.cautions else []),
        *([say("take_home-unseen-priorities")] if found.weighed is None else []),
        *found.skipped,
    ]
    left = len(page.options) - len(option_ids)
    if left > 0:
        things.append(say("take_home-unseen-options", count=left))
    return say("take_home-unseen", things=join_list(things)) if things else ""
