"""How several rows become one figure. The arithmetic stands beside each expected number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.decision.shared.options import whole_course
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.course import Course, course
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.recovery import Downtime, downtime, elsewhere, lexicon_word, milestone, visible
from tests.builders import Cell, make_evidence, make_protocol, make_recovery, make_risk

Triple = tuple[float | None, float | None, float | None]


def _trials(sessions: Sequence[Triple], **over: Cell) -> Evidence:
    return make_evidence(
        protocols=[
            make_protocol(protocol_id=f"p{place}", sessions_low=low, sessions_typical=usual, sessions_high=high, **over)
            for place, (low, usual, high) in enumerate(sessions)
        ]
    )


def _course(evidence: Evidence) -> Course:
    found = course(evidence, "low_back_pain", "dry_needling")
    assert found is not None
    return found


def _visits(evidence: Evidence) -> Range:
    visits = _course(evidence).visits
    assert visits is not None
    return visits


def _in_words(low: float, typical: float, high: float) -> str:
    """The figure of a line of the tables below, for its name: `usually 4, from 3 to 10`."""
    return f"{typical:g}" if low == high else f"usually {typical:g}, from {low:g} to {high:g}"


VISITS: list[tuple[str, list[Triple], tuple[float, float, float]]] = [
    ("one trial of one number", [(None, 6, None)], (6, 6, 6)),
    ("the middle of three", [(None, 3, None), (None, 4, None), (None, 10, None)], (3, 4, 10)),
    ("between two, halves go up", [(None, 3, None), (None, 4, None)], (3, 4, 4)),
    ("the middle of a range stands in for a usual number", [(4, None, 8)], (4, 6, 8)),
    ("only the most is known", [(None, None, 5)], (5, 5, 5)),
    ("lowest low to highest high", [(1, 4, 5), (2, 6, 12), (3, 6, 8)], (1, 6, 12)),
    ("a row without a number is left out", [(None, None, None), (None, 4, None)], (4, 4, 4)),
]


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [row[1:] for row in VISITS],
    ids=[f"{name}: {_in_words(*ends)}" for name, _, ends in VISITS],
)
def test_usual_visits_are_the_middle_of_the_usual_numbers(sessions: list[Triple], expected: tuple[float, float, float]):
    """Usual is the middle of the usual numbers; the range runs from the fewest to the most."""
    found = _visits(_trials(sessions))
    assert (found.low, found.typical, found.high) == expected
    assert found.basis == "studies"


def test_visits_name_the_rows_they_came_from():
    """Only rows that gave a number are named."""
    evidence = _trials([(None, 4, None), (None, None, None), (None, 6, None)])
    assert _visits(evidence).refs == ("protocols:p0", "protocols:p2")


def test_studies_silence_hospital_pages():
    """A page of advice neither moves the usual number nor widens the range where a trial gives one."""
    trial = make_protocol(protocol_id="p1", sessions_typical=6)
    page = make_protocol(protocol_id="p2", sessions_typical=20, basis="patient_information")
    assert _visits(make_evidence(protocols=[trial, page])) == _visits(make_evidence(protocols=[trial]))
    alone = _visits(make_evidence(protocols=[page]))
    assert (alone.typical, alone.basis) == (20, "advice")


def test_our_own_summaries_speak_only_where_no_single_source_does():
    """So that no trial counts twice."""
    single = make_protocol(protocol_id="p1", sessions_typical=6)
    summary = make_protocol(protocol_id="p2", kind="summary", sessions_low=1, sessions_typical=12, sessions_high=30)
    assert _visits(make_evidence(protocols=[single, summary])).high == 6
    assert _visits(make_evidence(protocols=[summary])).high == 30


def test_repeats_are_left_out():
    """The same trial in two rows counts once."""
    first = make_protocol(protocol_id="p1", sessions_typical=6)
    repeat = make_protocol(protocol_id="p2", sessions_typical=9, duplicate_of="p1")
    assert _visits(make_evidence(protocols=[first, repeat])).high == 6


def test_sessions_at_home_are_not_visits():
    """Exercise at home gives a number of sessions and no visit."""
    found = _course(_trials([(20, 24, 30)], home_based=True))
    assert found.visits is None
    assert found.home_sessions is not None
    assert found.home_sessions.typical == 24


def test_each_part_of_a_course_is_combined_by_itself():
    """Spacing: middle of 1 and 2 is 1.5 weeks. Results: midpoints 6 and 10 have the middle 8, from 4 to 12 weeks."""
    evidence = make_evidence(
        protocols=[
            make_protocol(protocol_id="p1", interval_weeks_typical=1, weeks_to_result_low=4, weeks_to_result_high=8),
            make_protocol(protocol_id="p2", interval_weeks_typical=2, weeks_to_result_low=8, weeks_to_result_high=12),
            make_protocol(protocol_id="p3", sessions_typical=5, followed_weeks=26, lasting="kept"),
            make_protocol(protocol_id="p4", followed_weeks=52, lasting="faded"),
        ]
    )
    found = _course(evidence)
    assert found.interval_weeks is not None
    assert (found.interval_weeks.low, found.interval_weeks.typical, found.interval_weeks.high) == (1, 1.5, 2)
    assert found.weeks_to_result is not None
    assert (found.weeks_to_result.low, found.weeks_to_result.typical, found.weeks_to_result.high) == (4, 8, 12)
    assert [row.protocol_id for row in found.followed] == ["p4", "p3"]


def test_no_protocol_means_no_course():
    """Nothing described, nothing said."""
    assert course(make_evidence(), "low_back_pain", "dry_needling") is None


def _days(rows: Sequence[dict[str, Cell]]) -> Evidence:
    return make_evidence(recovery=[make_recovery(recovery_id=f"d{place}", **row) for place, row in enumerate(rows)])


def _redness(rows: Sequence[dict[str, Cell]]) -> Range | None:
    return milestone(_days(rows), "microneedling", "redness_gone", "acne_scars")


DAYS: list[tuple[str, list[dict[str, Cell]], tuple[float, float, float, str, bool]]] = [
    ("one measured day", [{"day_typical": 3}], (3, 3, 3, "studies", False)),
    ("middle of 2, 3 and 7", [{"day_typical": 2}, {"day_typical": 3}, {"day_typical": 7}], (2, 3, 7, "studies", False)),
    ("midpoint of 2 to 5 is 3.5, shown and counted as 4", [{"day_low": 2, "day_high": 5}], (2, 4, 5, "studies", False)),
    (
        "a ceiling widens the range and leaves the usual day alone",
        [{"day_typical": 3}, {"day_high": 14}],
        (3, 3, 14, "studies", False),
    ),
    ("only a ceiling is known", [{"day_high": 7}], (7, 7, 7, "studies", True)),
    (
        "measured silences advice and clinics",
        [{"day_typical": 3}, {"day_typical": 9, "basis": "advice"}, {"day_typical": 30, "basis": "weak"}],
        (3, 3, 3, "studies", False),
    ),
    (
        "advice silences clinics",
        [{"day_typical": 9, "basis": "advice"}, {"day_typical": 30, "basis": "weak"}],
        (9, 9, 9, "advice", False),
    ),
    ("clinics where nobody else speaks", [{"day_typical": 30, "basis": "weak"}], (30, 30, 30, "clinics", False)),
    (
        "a repeat is left out",
        [{"day_typical": 3}, {"day_typical": 9, "duplicate_of": "d0"}],
        (3, 3, 3, "studies", False),
    ),
    (
        "other people are left out",
        [{"day_typical": 3}, {"day_typical": 9, "direct": False}],
        (3, 3, 3, "studies", False),
    ),
]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [row[1:] for row in DAYS],
    ids=[f"{name}: {_in_words(*found[:3])}, from {found[3]}" for name, _, found in DAYS],
)
def test_days_until_a_milestone_come_from_the_strongest_basis(
    rows: list[dict[str, Cell]], expected: tuple[float, float, float, str, bool]
):
    """The strongest basis speaks alone; its usual days have a middle and its ends a range."""
    found = _redness(rows)
    assert found is not None
    assert (found.low, found.typical, found.high, found.basis, found.ceiling) == expected


def test_no_day_means_nothing_is_said():
    """A row without a day is not nought days."""
    assert _redness([{}]) is None
    assert _redness([]) is None


def test_a_treatment_shows_as_long_as_its_longest_sign():
    """Redness 3 to 9 days, crusts 6 days: it usually shows for 6, and for up to 9."""
    evidence = _days([{"day_typical": 3, "day_high": 9}, {"milestone": "crusting_done", "day_typical": 6}])
    found = visible(evidence, "microneedling", "acne_scars")
    assert found is not None
    assert (found.typical, found.high, found.refs) == (6, 9, ("recovery:d0", "recovery:d1"))


@pytest.mark.parametrize(
    "other",
    [{"milestone": "peeling_done", "day_high": 20}, {"milestone": "peeling_done", "day_typical": 20, "basis": "weak"}],
    ids=["only a ceiling", "only clinics"],
)
def test_a_weakly_known_sign_does_not_speak_for_the_others(other: dict[str, Cell]):
    """A ceiling, or a clinic's own sheet, counts only when no sign is better known."""
    known = visible(_days([{"day_typical": 3}, other]), "microneedling", "acne_scars")
    alone = visible(_days([other]), "microneedling", "acne_scars")
    assert known is not None
    assert alone is not None
    assert (known.typical, alone.typical) == (3, 20)


DOWNTIME: list[tuple[str, str, list[dict[str, Cell]], tuple[float, str] | None]] = [
    (
        "skin: days until normal life",
        "skin",
        [{"milestone": "back_to_work", "day_typical": 2}, {"day_typical": 5}],
        (2, "back_to_work"),
    ),
    (
        "skin: even when only clinics say so",
        "skin",
        [{"milestone": "back_to_work", "day_typical": 2, "basis": "weak"}, {"day_typical": 5}],
        (2, "back_to_work"),
    ),
    ("skin: days it shows never stand in for days off", "skin", [{"day_typical": 5}], None),
    ("skin: soreness is not downtime", "skin", [{"milestone": "soreness_gone", "day_typical": 5}], None),
    ("pain: days of soreness", "pain", [{"milestone": "soreness_gone", "day_typical": 2}], (2, "soreness")),
    ("pain: nothing else counts", "pain", [{"milestone": "back_to_work", "day_typical": 2}], None),
]


@pytest.mark.parametrize(
    ("group", "rows", "expected"),
    [row[1:] for row in DOWNTIME],
    ids=[f"{name}: {'none is told' if found is None else f'{found[0]:g}'}" for name, _, _, found in DOWNTIME],
)
def test_downtime_asks_every_option_the_same_question(
    group: str, rows: list[dict[str, Cell]], expected: tuple[float, str] | None
):
    """Skin counts days off, until work and normal life; pain counts sore days."""
    found = downtime(_days(rows), "microneedling", group, "acne_scars")
    assert (None if found is None else (found.days.typical, found.counted)) == expected


LEXICON: list[tuple[float, str]] = [
    (0, "none"),
    (0.9, "none"),
    (1, "minimal"),
    (2.9, "minimal"),
    (3.1, "moderate"),
    (7, "moderate"),
    (7.1, "significant"),
]


@pytest.mark.parametrize(
    ("days", "word"), LEXICON, ids=[f"{days:g} {'day' if days == 1 else 'days'}: {word}" for days, word in LEXICON]
)
def test_days_are_told_in_the_words_of_the_surgeons(days: float, word: str):
    """Under one day, up to three, up to seven, beyond."""
    assert lexicon_word(make_evidence(), days) == word


def _range(
    low: float, typical: float, high: float, basis: Literal["studies", "advice", "clinics"] = "studies"
) -> Range:
    return Range(low, typical, high, basis, (f"recovery:{basis}",))


def test_a_whole_course_is_visits_times_days_end_by_end():
    """3 to 6 visits, usually 4; 1 to 5 days each, usually 2: 3x1 = 3, 4x2 = 8, 6x5 = 30."""
    off = Downtime(_range(1, 2, 5, "advice"), "back_to_work")
    found = whole_course(Course(_range(3, 4, 6), None, None, None, ()), off)
    assert found is not None
    assert (found.low, found.typical, found.high) == (3, 8, 30)
    assert found.basis == "advice"
    assert found.refs == ("recovery:studies", "recovery:advice")


def test_days_of_the_first_visits_count_once():
    """Sore 2 to 5 days, usually 3.5, which is 4, in half of the people; twelve visits or one.

    2 days in all for the average person, and the figure says that it holds for the start.
    """
    rows = [
        make_recovery(
            treatment_id="exercise_therapy",
            milestone="soreness_gone",
            day_low=2,
            day_high=5,
            first_visits_only=True,
            basis="advice",
            share_refs="r1",
        )
    ]
    half = make_risk(risk_id="r1", treatment_id="exercise_therapy", harm="soreness", per_100=50, n=100)
    sore = downtime(make_evidence(recovery=rows, risks=[half]), "exercise_therapy", "pain", "low_back_pain")
    assert sore is not None
    assert (sore.days.low, sore.days.typical, sore.days.high, sore.days.once) == (2, 4, 5, True)
    whole = whole_course(Course(_range(8, 12, 24), None, None, None, ()), sore)
    assert whole is not None
    assert (whole.low, whole.typical, whole.high, whole.once, whole.basis) == (1, 2, 2.5, True, "advice")
    assert sore.days.times(_range(12, 12, 12)) == Range(
        2, 4, 5, "advice", (*sore.days.refs, "recovery:studies"), once=True
    )


def test_a_row_for_every_visit_speaks_before_one_for_the_first():
    """Even where the row for the first visits rests on firmer ground."""
    evidence = make_evidence(
        recovery=[
            make_recovery(recovery_id="first", milestone="soreness_gone", day_typical=5, first_visits_only=True),
            make_recovery(recovery_id="every", milestone="soreness_gone", day_typical=1, basis="weak"),
        ]
    )
    found = milestone(evidence, "microneedling", "soreness_gone", "low_back_pain")
    assert found is not None
    assert (found.typical, found.once, found.refs) == (1, False, ("recovery:every",))


SHARES: list[tuple[str, dict[str, Cell], tuple[float, float, float] | None]] = [
    ("sore 1 to 3 days, usually 2, in 20 to 90 of 100", {"share_refs": "r1;r2;r3"}, (0.6, 4, 16.2)),
    ("counted for this place", {"share_refs": "r2", "share_concern_ids": "neck_pain"}, (1.5, 4, 9)),
    ("counted for another place only", {"share_refs": "r2", "share_concern_ids": "knee_pain"}, None),
    ("nobody counted how many get sore", {}, None),
    ("nobody gets sore", {"day_low": 0, "day_typical": 0, "day_high": 0}, (0, 0, 0)),
]


@pytest.mark.parametrize(
    ("over", "expected"),
    [row[1:] for row in SHARES],
    ids=[f"{name}: {'no sum' if found is None else _in_words(*found)}" for name, _, found in SHARES],
)
def test_sore_days_in_all_are_days_times_the_share_who_get_sore(
    over: dict[str, Cell], expected: tuple[float, float, float] | None
):
    """Visits 3, 4 or 6. Days of those who are sore are no days of everybody: without the share there is no sum."""
    days: dict[str, Cell] = {"milestone": "soreness_gone", "day_low": 1, "day_typical": 2, "day_high": 3}
    risks = [
        make_risk(risk_id=f"r{place}", harm="soreness", per_100=share, n=80)
        for place, share in enumerate((20, 50, 90), 1)
    ]
    evidence = make_evidence(recovery=[make_recovery(**(days | over))], risks=risks)
    found = whole_course(
        Course(_range(3, 4, 6), None, None, None, ()), downtime(evidence, "microneedling", "pain", "neck_pain")
    )
    assert (None if found is None else pytest.approx((found.low, found.typical, found.high))) == expected


PLACES: list[tuple[str, str, float | None, float | None]] = [
    ("a day for this concern's place", "acne_scars", 10, None),
    ("a day for another place is told apart", "surgical_scars", None, 10),
    ("a day for another place is told apart, on the body too", "stretch_marks", None, 10),
]


@pytest.mark.parametrize(
    ("concern_id", "here", "there"),
    [row[1:] for row in PLACES],
    ids=[name for name, *_ in PLACES],
)
def test_days_of_one_place_do_not_hold_for_another(concern_id: str, here: float | None, there: float | None):
    """Advice for a whole face is no advice for one scar: it is told as what it is, and enters no sum."""
    row: dict[str, Cell] = {"milestone": "back_to_work", "day_typical": 10, "site": "face", "concern_ids": "acne_scars"}
    evidence = _days([row])
    found = milestone(evidence, "microneedling", "back_to_work", concern_id)
    other = elsewhere(evidence, "microneedling", "back_to_work", concern_id)
    assert (None if found is None else found.typical) == here
    assert (None if other is None else other.days.typical) == there
    assert downtime(evidence, "microneedling", "skin", concern_id) is None or here is not None


def test_a_day_without_a_place_holds_anywhere():
    """Where a row names no place, it speaks for every concern, and what is known of another place is not needed."""
    rows: list[dict[str, Cell]] = [
        {"day_typical": 3},
        {"day_typical": 9, "site": "face", "concern_ids": "acne_scars"},
    ]
    found = milestone(_days(rows), "microneedling", "redness_gone", "surgical_scars")
    assert found is not None
    assert found.typical == 3
    assert elsewhere(_days(rows), "microneedling", "redness_gone", "surgical_scars") is None


def test_a_day_that_rests_on_one_source_is_marked():
    """One leaflet is one leaflet, however sure it sounds."""
    one = milestone(_days([{"day_typical": 3, "source_ids": "s1"}]), "microneedling", "redness_gone", "acne_scars")
    two = milestone(_days([{"day_typical": 3, "source_ids": "s1;s2"}]), "microneedling", "redness_gone", "acne_scars")
    assert one is not None
    assert two is not None
    assert (one.single, two.single) == (True, False)


def test_half_known_courses_are_not_guessed():
    """Visits without days, or days without visits, give no whole course."""
    days = Downtime(_range(1, 2, 5), "back_to_work")
    visits = Course(_range(3, 4, 6), None, None, None, ())
    at_home = Course(None, _range(20, 24, 30), None, None, ())
    assert whole_course(visits, None) is None
    assert whole_course(None, days) is None
    assert whole_course(at_home, days) is None


_DAY = st.integers(0, 60)
_BASIS = st.sampled_from(["measured", "advice", "weak"])


@st.composite
def _recovery_cells(draw: st.DrawFn) -> dict[str, Cell]:
    ends = sorted(draw(st.lists(_DAY, min_size=3, max_size=3)))
    shown = draw(st.lists(st.booleans(), min_size=3, max_size=3))
    names = ("day_low", "day_typical", "day_high")
    cells: dict[str, Cell] = {name: day for name, day, keep in zip(names, ends, shown, strict=True) if keep}
    return cells | {"basis": draw(_BASIS)}


_ROWS = st.lists(_recovery_cells(), min_size=1, max_size=6)
_STRENGTH = {"measured": 0, "advice": 1, "weak": 2}


@given(_ROWS)
def test_low_typical_and_high_are_always_in_order(rows: list[dict[str, Cell]]):
    """Whatever the rows, the usual day lies inside its range, and the range inside what the rows say."""
    found = _redness(rows)
    if found is None:
        return
    assert found.low <= found.typical <= found.high
    said = [day for row in rows for name, day in row.items() if name != "basis"]
    assert {found.low, found.high} <= set(said)


@given(_ROWS, _recovery_cells())
def test_one_more_row_of_the_same_basis_never_narrows_the_range(rows: list[dict[str, Cell]], more: dict[str, Cell]):
    """More knowledge of the same kind can only widen what was seen."""
    rows = [row | {"basis": "measured"} for row in rows]
    before, after = _redness(rows), _redness([*rows, more | {"basis": "measured"}])
    if before is not None:
        assert after is not None
        assert after.low <= before.low
        assert after.high >= before.high


@given(_ROWS, _recovery_cells())
def test_a_weaker_row_never_changes_a_stronger_answer(rows: list[dict[str, Cell]], more: dict[str, Cell]):
    """A clinic's sheet beside a trial is as if it were not there."""
    before = _redness(rows)
    strongest = min((_STRENGTH[str(row["basis"])] for row in rows if len(row) > 1), default=None)
    if before is not None and strongest is not None and _STRENGTH[str(more["basis"])] > strongest:
        assert _redness([*rows, more]) == before


@given(st.lists(st.tuples(_DAY, _DAY, _DAY).map(lambda days: tuple(sorted(days))), min_size=1, max_size=6))
def test_visits_are_whole_numbers_in_order(sessions: list[Triple]):
    """Nobody comes for four and a half visits."""
    found = _visits(_trials(sessions))
    assert found.low <= found.typical <= found.high
    assert found.typical == int(found.typical)
