"""What may stand in a cell: how each kind of cell is read, the closed lists, and their order where they have one."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

PLAIN_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")


def split_ids(value: object) -> object:
    """Turn `a;b;c` into `("a", "b", "c")`; an empty cell into an empty tuple."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(";") if part.strip())
    return value


def read_flag(value: object) -> object:
    """Turn `yes` into True and an empty cell or `no` into False."""
    if value in ("", "no"):
        return False
    if value == "yes":
        return True
    raise PydanticCustomError("flag", "expected yes, no or an empty cell")


def read_number(value: object) -> object:
    """Turn a plain decimal into a float and an empty cell into None. Words, commas, spaces and `inf` are refused."""
    if value == "":
        return None
    if isinstance(value, str) and PLAIN_NUMBER.match(value):
        return float(value)
    raise PydanticCustomError("number", "expected a plain number such as 12 or 0.5, or an empty cell")


def read_whole(value: object) -> object:
    """Turn a whole number into an int and an empty cell into None."""
    if value == "":
        return None
    if isinstance(value, str) and re.match(r"^\d+$", value):
        return int(value)
    raise PydanticCustomError("whole", "expected a whole number such as 12, or an empty cell")


def blank_is_none(value: object) -> object:
    """Turn an empty cell into None."""
    return None if value == "" else value


Ids = Annotated[tuple[str, ...], BeforeValidator(split_ids)]


Flag = Annotated[bool, BeforeValidator(read_flag)]


Number = Annotated[float | None, BeforeValidator(read_number)]


Percent = Annotated[Annotated[float, Field(ge=0, le=100)] | None, BeforeValidator(read_number)]


Days = Annotated[Annotated[float, Field(ge=0, le=3650)] | None, BeforeValidator(read_number)]


Weeks = Annotated[Annotated[float, Field(ge=0, le=1560)] | None, BeforeValidator(read_number)]


Count = Annotated[Annotated[int, Field(ge=0)] | None, BeforeValidator(read_whole)]


Text = Annotated[str, Field(min_length=1)]


Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.\-]+$")]


# A released version of the evidence: main part, part, mend.
Version = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]


Certainty = Literal["high", "moderate", "low", "very_low"]


# How sure we can say the studies are: a certainty, or that what we read is not enough to rate it.
Level = Literal["high", "moderate", "low", "very_low", "not_rated"]


Outcome = Literal[
    "pain",
    "disability",
    "headache_days",
    "range_of_motion",
    "stiffness",
    "improvement",
    "scar_severity",
    "scar_prevention",
    "wrinkles",
    "texture",
    "tone",
    "hair_count",
    "satisfaction",
    "quality_of_life",
    "tissue",
    "recurrence",
    "durability",
    "procedure_pain",
    "downtime",
    "dark_marks",
    "adverse_events",
    "other",
]


Design = Literal[
    "systematic_review",
    "network_meta_analysis",
    "guideline",
    "rct",
    "cohort",
    "case_series",
    "consensus",
    "narrative_review",
    "regulator",
    "patient_information",
    "laboratory",
]


Family = Literal["needling", "laser", "peel", "energy", "movement", "medicine", "nothing", "group"]


# What kind of thing it is to whoever chooses, in the order in which the groups of options stand.
Kind = Literal["needling", "energy", "peels_creams", "injections", "hands_on", "surgery", "medicines", "nothing"]


Milestone = Literal[
    "redness_gone",
    "swelling_gone",
    "crusting_done",
    "peeling_done",
    "bruise_gone",
    "soreness_gone",
    "makeup_ok",
    "back_to_work",
    "exercise_ok",
    "sun_ok",
    "fully_settled",
]


# Where on the body a sign after a treatment may come; beside them, anywhere and near the lungs.
AfterSite = Literal["joint", "face", "scalp", "scar", "neck"]


Verdict = Literal[
    "well_supported",
    "partly_supported",
    "weakly_supported",
    "studies_differ",
    "not_shown",
    "mostly_against",
]


Group = Literal["pain", "skin"]


# What stands in for no treatment in a comparison: each must be in `treatments.csv`, with the family `nothing`.
Control = Literal["sham", "no_treatment", "usual_care"]


# The numbers that the rules need: each must be in `thresholds.csv`, and no other.
ThresholdId = Literal[
    "smd_small",
    "smd_medium",
    "smd_large",
    "smd_matters",
    "smd_believable",
    "ratio_matters",
    "i2_considerable",
    "follow_up_lost",
    "people_enough",
    "people_very_few",
    "nought_chance",
    "weeks_short",
    "weeks_long",
    "downtime_minimal",
    "downtime_moderate",
    "downtime_significant",
    "pert_weight",
    "plan_fits",
    "plan_likely",
    "plan_even",
    "plan_unlikely",
    "options_first",
    "pregnancy_due",
]


# The stretch of time after the start in which a finding was measured; the limits stand in `thresholds.csv`.
Window = Literal["right_after", "short", "middle", "long"]


Role = Literal["needling", "alternative", "nothing"]


# What a harm was counted among: people, visits, syringes of filler, keloids (one person may have several), or something
# the source does not name.
Unit = Literal["person", "session", "syringe", "keloid", "unknown"]


Urgency = Literal["emergency", "today", "doctor_first"]


# In what order the options of a concern stand, and how soon a red flag asks for a doctor, the soonest first.
ROLES: tuple[Role, ...] = ("needling", "alternative", "nothing")


URGENCIES: tuple[Urgency, ...] = ("emergency", "today", "doctor_first")


# What `comparator_id` holds where there was no comparison group: a before-and-after figure, a rank or natural course.
NO_GROUP = ("baseline", "none_reported", "")


# The condition that a told skin type answers, so that nobody ticks it.
DARK_SKIN = "dark_skin"


# The harm that stands for an option in concerns of the skin, and that the words of those columns name.
DARK_MARKS = "dark_marks"
