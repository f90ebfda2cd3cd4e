"""How often a harm happens: which studies speak, and what is never mixed."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.rates import Count, Rate, counted, nought_ceiling, rate_certainty, rates, uncounted
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
        "a harm of this part of the body",
        [{"per_100": 30, "site": "neck and back"}],
        (30, 30, "person"),
    ),
    (
        "a harm of another part of the body is left out",
        [{"per_100": 30}, {"per_100": 90, "site": "elbow"}],
        (30, 30, "person"),
    ),
    (
        "the same people are counted once, at their highest",
        [{"per_100": 32, "cohort": "one"}, {"per_100": 16, "cohort": "one"}],
        (32, 32, "person"),
    ),
    (
        "of the same people, what says how many they were",
        [{"per_100": 6, "cohort": "one", "n": 200}, {"per_100": 40, "cohort": "one", "n": None}],
        (6, 6, "person"),
    ),
    (
        "a share of nobody knows how many is no rate",
        [{"per_100": 30}, {"per_100": 90, "n": None}],
        (30, 30, "person"),
    ),
    (
        "notes speak where those who were asked were not counted",
        [{"per_100": 90, "n": None}, {"per_100": 2, "how_asked": "recorded"}],
        (2, 2, "person"),
    ),
    ("weak sources lose", [{"per_100": 30}, {"per_100": 90, "weak": True}], (30, 30, "person")),
    ("weak sources speak alone", [{"per_100": 90, "weak": True}], (90, 90, "person")),
    (
        "what was written down of people in general steps back behind a study of this concern",
        [
            {"per_100": 19, "how_asked": "recorded"},
            {"per_100": 32, "concern_id": "low_back_pain", "how_asked": "unknown"},
        ],
        (32, 32, "person"),
    ),
    (
        "how many were counted follows from how many had it and their share",
        [{"per_100": 32, "events": 70, "n": None}],
        (32, 32, "person"),
    ),
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
    assert (found.low, found.high, found.unit) == expected


def test_people_and_visits_are_two_rates():
    """30 of 100 people and 2 of 100 visits: each by itself, people first."""
    evidence = _evidence([{"per_100": 2, "per": "session", "n": 500}, {"per_100": 30, "n": 40}])
    found = rates(evidence, "dry_needling", "low_back_pain")
    assert [(rate.unit, rate.high, rate.total) for rate in found] == [
        ("person", 30, Count(40, "person")),
        ("session", 2, Count(500, "session")),
    ]


def test_counts_of_different_things_are_never_added():
    """490 visits of 374 people are not 864 of anything."""
    with pytest.raises(ValueError, match="cannot be added"):
        Count(490, "session") + Count(374, "person")


def test_people_behind_a_rate_are_those_of_the_rows_that_speak():
    """200 and 100 people were asked: 300; the 5,000 whose notes were read do not count."""
    rows: list[dict[str, Cell]] = [
        {"n": 200},
        {"n": 100},
        {"n": 5000, "how_asked": "recorded", "per_100": 1},
    ]
    found = _bruising(rows)
    assert found.total == Count(300, "person")
    assert found.refs == ("risks:k0", "risks:k1")


UNCOUNTED: list[tuple[str, list[dict[str, Cell]], tuple[str, ...]]] = [
    ("a share without how many", [{"per_100": 4, "n": None}], ("k0",)),
    ("a counted rate", [{"per_100": 4, "n": 50}], ()),
    ("a share of nought", [{"per_100": 0, "n": None}], ()),
    ("the better source", [{"n": None, "weak": True}, {"n": None}], ("k1",)),
    ("this concern before another", [{"n": None, "concern_id": "neck_pain"}, {"n": None}], ("k1",)),
    ("not checked", [{"n": None, "checked": False}], ()),
]


@pytest.mark.parametrize(
    ("rows", "told"), [row[1:] for row in UNCOUNTED], ids=[f"{row[0]}: {len(row[2])} reported" for row in UNCOUNTED]
)
def test_a_share_without_how_many_is_reported_and_not_a_rate(rows: list[dict[str, Cell]], told: tuple[str, ...]):
    """90 of 100 of nobody knows how many: the harm is named, the share is not told."""
    evidence = _evidence(rows)
    assert tuple(row.risk_id for row in uncounted(evidence, "dry_needling", "low_back_pain")) == told
    assert not any(not counted(row) for rate in rates(evidence, "dry_needling", "low_back_pain") for row in rate.rows)


# A counted rate, a share of nobody knows how many, and whether the share stands beside the rate.
BESIDE: list[tuple[str, dict[str, Cell], dict[str, Cell], bool]] = [
    ("higher than all that fits", {"per_100": 55, "n": 47}, {"per_100": 91}, True),
    ("within what fits", {"per_100": 55, "n": 47}, {"per_100": 60}, False),
    ("lower", {"per_100": 55, "n": 47}, {"per_100": 20}, False),
    ("of the same people", {"per_100": 55, "n": 47, "cohort": "one"}, {"per_100": 91, "cohort": "one"}, False),
    ("written down, beside people who were asked", {"per_100": 5}, {"per_100": 91, "how_asked": "recorded"}, False),
    ("people who were asked, beside notes", {"per_100": 5, "how_asked": "recorded"}, {"per_100": 91}, True),
    ("a weak source", {"per_100": 5}, {"per_100": 91, "weak": True}, False),
    ("another concern", {"per_100": 5}, {"per_100": 91, "concern_id": "neck_pain"}, False),
    ("visits beside people", {"per_100": 5}, {"per_100": 91, "per": "session"}, False),
]


@pytest.mark.parametrize(
    ("rate", "share", "told"), [row[1:] for row in BESIDE], ids=[f"{row[0]}: {row[3]}" for row in BESIDE]
)
def test_the_lowest_rate_never_speaks_alone(rate: dict[str, Cell], share: dict[str, Cell], *, told: bool):
    """A higher share that would rank with the rate stands beside it, though nobody knows of how many."""
    beside: list[dict[str, Cell]] = [rate, {**share, "n": None}]
    found = _bruising(beside)
    assert [row.per_100 for row in found.unsized] == ([share["per_100"]] if told else [])


MIDDLES: list[tuple[tuple[float, ...], float | None]] = [
    ((8,), None),
    ((4, 12), None),
    ((5, 30, 92), 30),
    ((5, 14, 30, 32, 75, 92), 31),
]


@pytest.mark.parametrize(
    ("found", "middle"),
    MIDDLES,
    ids=[
        f"{', '.join(f'{one:g}' for one in found)} of 100: {'no middle' if middle is None else f'middle {middle:g}'}"
        for found, middle in MIDDLES
    ],
)
def test_three_groups_or_more_have_a_middle(found: tuple[float, ...], middle: float | None):
    """The median, each group counted alike. The middle of two is a figure that nobody counted."""
    assert _bruising([{"per_100": one} for one in found]).middle == middle


EVENTS: list[tuple[float, int, int | None, int | None]] = [
    (5.6, 36, 2, 2),
    (5.6, 36, None, 2),
    (17, 45, None, None),
    (30, 9408, None, None),
]


@pytest.mark.parametrize(
    ("per_100", "people", "printed", "events"),
    EVENTS,
    ids=[
        f"{per_100:g} of 100, {people} people, {'not ' if printed is None else ''}printed: {'no count' if events is None else events}"
        for per_100, people, printed, events in EVENTS
    ],
)
def test_a_count_that_was_not_printed_is_told_only_where_one_number_alone_gives_the_rate(
    per_100: float, people: int, printed: int | None, events: int | None
):
    """No whole number of 45 is 17 of 100; of 9,408 many are 30 of 100."""
    (cohort,) = _bruising([{"per_100": per_100, "n": people, "events": printed}]).cohorts
    assert cohort.events == events


CEILINGS: list[tuple[int, float]] = [(3, 63.16), (18, 15.33), (25, 11.29), (100, 2.95), (1000, 0.30)]


@pytest.mark.parametrize(
    ("people", "ceiling"), CEILINGS, ids=[f"none of {people}: {ceiling:g} of 100" for people, ceiling in CEILINGS]
)
def test_none_seen_leaves_room_for_a_rate(people: int, ceiling: float):
    """With that rate none is seen once in twenty times: 1 - 0.05 ** (1/n), about 3 of n."""
    assert nought_ceiling(_evidence([]), Count(people, "person")) == pytest.approx(ceiling, abs=0.01)


SURE: list[tuple[str, list[dict[str, Cell]], str]] = [
    ("400 people and more", [{"n": 400}], "moderate"),
    ("fewer than 400", [{"n": 399}], "low"),
    ("fewer than 50", [{"n": 49}], "very_low"),
    ("studies far apart", [{"per_100": 5, "n": 400}, {"per_100": 60, "n": 400}], "low"),
    ("studies near each other", [{"per_100": 9, "n": 400}, {"per_100": 11, "n": 400}], "moderate"),
    ("written down, not asked", [{"n": 400, "how_asked": "recorded"}], "low"),
    ("people treated for something else", [{"n": 400, "concern_id": "neck_pain"}], "low"),
]


@pytest.mark.parametrize(("rows", "level"), [row[1:] for row in SURE], ids=[f"{row[0]}: {row[2]}" for row in SURE])
def test_a_rate_says_how_sure_it_is(rows: list[dict[str, Cell]], level: str):
    """From moderate, one level down for each thing that speaks against it."""
    evidence = _evidence(rows)
    (found,) = rates(evidence, "dry_needling", "low_back_pain")
    assert rate_certainty(evidence, found).level == level


def test_what_matters_most_comes_first():
    """In the order of `harms.csv`, however seldom it was seen."""
    evidence = _evidence(
        [
            {"harm": "soreness", "per_100": 40},
            {"harm": "infection", "per_100": 0.1, "seriousness": "serious"},
            {"harm": "bruising", "per_100": 90},
        ]
    )
    assert [found.harm for found in rates(evidence, "dry_needling", "low_back_pain")] == [
        "infection",
        "soreness",
        "bruising",
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
    borrowed, _ = rates(make_evidence(risks=(mixed, far, further)), "dry_needling", "low_back_pain")
    assert (borrowed.low, borrowed.high, borrowed.unit) == (5, 50, "person")
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


def test_an_infection_at_another_place_is_told_too():
    """It may come wherever the skin is pierced; a bruise of the elbow is one of the elbow."""
    risks = (
        make_risk(harm="infection", site="thigh", seriousness="serious"),
        make_risk(risk_id="k2", site="elbow"),
    )
    found = rates(make_evidence(risks=risks), "dry_needling", "low_back_pain")
    assert [rate.harm for rate in found] == ["infection"]


def test_a_collapsed_lung_is_told_only_near_the_lungs():
    """Nobody can have one from a needle in the heel."""
    evidence = make_evidence(risks=(make_risk(harm="collapsed_lung", per_100=0.01, seriousness="serious"),))
    assert rates(evidence, "dry_needling", "neck_pain")
    assert rates(evidence, "dry_needling", "plantar_heel_pain") == ()


def test_keloids_are_not_people():
    """One person may have several: their rate stands apart, after those of people and visits."""
    evidence = _evidence([{"per_100": 24, "per": "keloid", "n": 29}, {"per_100": 30, "n": 40}])
    found = rates(evidence, "dry_needling", "low_back_pain")
    assert [(rate.unit, rate.total) for rate in found] == [
        ("person", Count(40, "person")),
        ("keloid", Count(29, "keloid")),
    ]
