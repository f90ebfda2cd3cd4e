"""How often a harm happens: which studies speak, and what is never mixed."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.rates import Rate, over_course, rates
from tests.builders import Cell, make_evidence, make_risk

# Rows of one harm of one treatment, and the lowest and highest rate per 100 that is shown, with what it is counted in.
RATES: list[tuple[str, list[dict[str, Cell]], tuple[float, float, str]]] = [
    ("lowest to highest", [{"per_100": 4}, {"per_100": 12}, {"per_100": 9}], (4, 12, "person")),
    ("nought is a rate", [{"per_100": 0}], (0, 0, "person")),
    (
        "people who were asked speak, practitioners' notes do not",
        [{"per_100": 30}, {"per_100": 1, "how_asked": "recorded"}],
        (30, 30, "person"),
    ),
    ("notes speak where nobody was asked", [{"per_100": 1, "how_asked": "recorded"}], (1, 1, "person")),
    (
        "this concern before another",
        [{"per_100": 5, "concern_id": "low_back_pain"}, {"per_100": 50, "concern_id": "neck_pain"}],
        (5, 5, "person"),
    ),
    (
        "people in general stand beside this concern",
        [{"per_100": 5, "concern_id": "low_back_pain"}, {"per_100": 8}],
        (5, 8, "person"),
    ),
    (
        "another concern speaks where nothing nearer exists",
        [{"per_100": 50, "concern_id": "neck_pain"}],
        (50, 50, "person"),
    ),
    (
        "asked in another concern before notes in this one",
        [
            {"per_100": 50, "concern_id": "neck_pain"},
            {"per_100": 1, "concern_id": "low_back_pain", "how_asked": "recorded"},
        ],
        (50, 50, "person"),
    ),
    (
        "per person on a tie, never mixed with per visit",
        [{"per_100": 30}, {"per_100": 2, "per": "session"}],
        (30, 30, "person"),
    ),
    (
        "per visit where more rows count visits",
        [{"per_100": 30}, {"per_100": 2, "per": "session"}, {"per_100": 3, "per": "session"}],
        (2, 3, "session"),
    ),
    ("weak sources lose", [{"per_100": 30}, {"per_100": 90, "weak": True}], (30, 30, "person")),
    ("weak sources speak alone", [{"per_100": 90, "weak": True}], (90, 90, "person")),
    ("a repeat is left out", [{"per_100": 30}, {"per_100": 90, "duplicate_of": "k0"}], (30, 30, "person")),
    ("other people are left out", [{"per_100": 30}, {"per_100": 90, "direct": False}], (30, 30, "person")),
    ("a worst case is not a rate", [{"per_100": 30}, {"per_100": 90, "relation": "upper_bound"}], (30, 30, "person")),
    ("a comparison is not a rate", [{"per_100": 30}, {"per_100": 90, "relation": "comparative"}], (30, 30, "person")),
]


def _in_words(low: float, high: float, per: str) -> str:
    """The rate of a line of the table, for its name: `4 to 12 of 100 people`."""
    ends = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return f"{ends} of 100 {'people' if per == 'person' else 'visits'}"


def _evidence(rows: list[dict[str, Cell]]) -> Evidence:
    return make_evidence(risks=[make_risk(risk_id=f"k{place}", **row) for place, row in enumerate(rows)])


def _bruising(rows: list[dict[str, Cell]]) -> Rate:
    (found,) = rates(_evidence(rows), "dry_needling", "low_back_pain")
    return found


@pytest.mark.parametrize(
    ("rows", "expected"), [row[1:] for row in RATES], ids=[f"{name}: {_in_words(*shown)}" for name, _, shown in RATES]
)
def test_the_nearest_rates_that_were_asked_for_speak(rows: list[dict[str, Cell]], expected: tuple[float, float, str]):
    """Each line changes one thing."""
    found = _bruising(rows)
    assert (found.low, found.high, found.per) == expected


def test_people_behind_a_rate_are_those_of_the_rows_that_speak():
    """200 and 100 people were asked: 300; the 5,000 whose notes were read do not count."""
    rows: list[dict[str, Cell]] = [
        {"n": 200},
        {"n": 100},
        {"n": None},
        {"n": 5000, "how_asked": "recorded", "per_100": 1},
    ]
    found = _bruising(rows)
    assert found.people == 300
    assert found.refs == ("risks:k0", "risks:k1", "risks:k2")


def test_an_unknown_number_of_people_is_not_nought():
    """No n in any row: not known."""
    assert _bruising([{"per_100": 4}]).people is None


def test_the_most_frequent_harm_comes_first():
    """By the highest rate seen, then by name."""
    evidence = _evidence(
        [{"harm": "fainting", "per_100": 1}, {"harm": "soreness", "per_100": 40}, {"harm": "bleeding", "per_100": 1}]
    )
    assert [found.harm for found in rates(evidence, "dry_needling", "low_back_pain")] == [
        "soreness",
        "bleeding",
        "fainting",
    ]


def test_a_listed_harm_has_no_rate():
    """Named on a page without a number: no rate, and none of another treatment's."""
    evidence = _evidence([{"relation": "listed", "per_100": None}, {"treatment_id": "massage"}])
    assert rates(evidence, "dry_needling", "low_back_pain") == ()


def test_a_rate_from_other_concerns_names_them():
    """Nothing nearer was found: the rate speaks, and says in whom it was seen. A nearer one needs no such words."""
    far = make_risk(per_100=50, concern_id="neck_pain")
    near = make_risk(risk_id="near", per_100=5)
    (borrowed,) = rates(make_evidence(risks=(far,)), "dry_needling", "low_back_pain")
    (own,) = rates(make_evidence(risks=(far, near)), "dry_needling", "low_back_pain")
    assert borrowed.elsewhere == ("neck_pain",)
    assert own.elsewhere == ()


def test_a_mixed_group_ranks_with_the_other_concerns():
    """One rate for people with back pain and others is no rate of back pain: it stands beside those from elsewhere."""
    mixed = make_risk(per_100=1, concern_id="low_back_pain", mixed_group=True, per="session")
    far = make_risk(risk_id="far", per_100=5, concern_id="neck_pain")
    further = make_risk(risk_id="further", per_100=50, concern_id="neck_pain")
    own = make_risk(risk_id="own", per_100=8, concern_id="low_back_pain")
    (borrowed,) = rates(make_evidence(risks=(mixed, far, further)), "dry_needling", "low_back_pain")
    assert (borrowed.low, borrowed.high, borrowed.per) == (5, 50, "person")
    (alone,) = rates(make_evidence(risks=(mixed,)), "dry_needling", "low_back_pain")
    assert (alone.low, alone.elsewhere) == (1, ("low_back_pain",))
    (found,) = rates(make_evidence(risks=(mixed, own)), "dry_needling", "low_back_pain")
    assert (found.low, found.high, found.elsewhere) == (8, 8, ())


NEVER_BORROWED = {
    "any_event": "all harms together",
    "any_minor_event": "all small harms together",
    "needed_treatment": "harms that needed treatment",
    "stopped_early": "people who stopped early",
    "worse_symptoms": "complaints that got worse",
}


@pytest.mark.parametrize("harm", NEVER_BORROWED, ids=NEVER_BORROWED.values())
def test_what_depends_on_the_concern_is_never_borrowed(harm: str):
    """Complaints that came back, and sums of all that was asked, stay with the concern they were counted in."""
    risk = make_risk(harm=harm, per_100=50, concern_id="neck_pain")
    evidence = make_evidence(risks=(risk,))
    assert rates(evidence, "dry_needling", "low_back_pain") == ()
    assert rates(evidence, "dry_needling", "neck_pain")


def test_a_collapsed_lung_is_told_only_near_the_lungs():
    """Nobody can have one from a needle in the heel."""
    evidence = make_evidence(risks=(make_risk(harm="collapsed_lung", per_100=0.01, seriousness="serious"),))
    assert rates(evidence, "dry_needling", "neck_pain")
    assert rates(evidence, "dry_needling", "plantar_heel_pain") == ()


COURSES: list[tuple[float, float, float, tuple[float, float]]] = [
    (2, 4, 1, (2, 4)),
    (2, 4, 6, (2, 24)),
    (30, 30, 15, (30, 100)),
    (0, 0, 6, (0, 0)),
]


@pytest.mark.parametrize(
    ("low", "high", "visits", "people"),
    COURSES,
    ids=[
        f"{_in_words(low, high, 'session')}, {visits:g} {'visit' if visits == 1 else 'visits'}: {_in_words(*people, 'person')}"
        for low, high, visits, people in COURSES
    ],
)
def test_a_rate_of_visits_becomes_one_of_people_over_a_course(
    low: float, high: float, visits: float, people: tuple[float, float]
):
    """At least the rate (the same people each time), at most the rate times the visits (others each time), never over 100."""
    rate = Rate("dark_marks", low, high, "session", None, ())
    assert over_course(rate, Range(1, visits, visits, "studies", ())) == people
