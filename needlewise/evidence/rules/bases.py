"""What a finding was held against: the ground on which two findings may be weighed against each other.

A gain over nothing holds what a dummy would also have given; a gain on top of other care is one over that care. Only
findings on one ground can be set side by side.
"""

from __future__ import annotations

from typing import Literal

from needlewise.evidence.model.rows import Effect

# In the order in which they are told.
Base = Literal["sham", "no_treatment", "usual_care", "added", "rival"]


def base(effect: Effect) -> Base:
    """The ground of one finding.

    `sham`: a dummy, also where both sides had other care as well; `no_treatment`: doing nothing; `usual_care`; `added`:
    the other care alone; `rival`: another treatment.
    """
    if effect.comparator_id == "no_treatment":
        return "added" if effect.add_on_to else "no_treatment"
    if effect.comparator_id == "sham":
        return "sham"
    return "usual_care" if effect.comparator_id == "usual_care" else "rival"


def can_be_weighed(one: Effect, other: Effect) -> bool:
    """True where two findings were held against the same: a dummy, nothing, or usual care.

    Care that was added to is a ground of its own each time, and so is a rival.
    """
    return base(one) == base(other) and base(one) not in ("added", "rival")
