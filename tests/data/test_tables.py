"""The real tables: no fault, and the promises that only all of them together can keep."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.decision.concern.build import build_concern_page
from needlewise.evidence.model.rows import TABLES, Effect, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import check, load
from needlewise.evidence.rules.course import appointment, course
from needlewise.evidence.rules.headline import is_eligible
from needlewise.evidence.rules.rates import rates
from needlewise.evidence.rules.recovery import milestone
from needlewise.evidence.rules.window import window
from needlewise.words import has
from tests.builders import make_evidence, make_protocol, make_recovery, make_risk

CONCERNS = tuple(load().concerns)
# Findings shown to people though nobody has read them a second time. A line may leave this list, never join it.
UNREAD = {
    line
    for line in (Path(__file__).parent / "unread_headlines.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}


def test_the_folder_has_no_fault():
    """Every row of every table passes every check."""
    evidence, faults = check()
    assert faults == ()
    assert evidence is not None


def test_the_folder_holds_these_tables_and_no_other():
    """A table nobody reads would be a source of numbers nobody checks."""
    assert {path.name for path in DATA_FOLDER.glob("*.csv")} == {f"{name}.csv" for name in TABLES}


def test_every_row_with_a_number_has_a_source(evidence: Evidence):
    """Follow each row to a source with an address, the rule's thresholds too; one of ours says that it is ours."""
    for name in TABLES:
        for row_id, row in getattr(evidence, name).items():
            if hasattr(row, "source_ids") or hasattr(row, "source_id"):
                numbers = [
                    value
                    for value in dict(row).values()
                    if isinstance(value, int | float) and not isinstance(value, bool)
                ]
                sources = evidence.source_ids(f"{name}:{row_id}")
                ours = name == "thresholds" and row.meaning.startswith("Our choice")
                assert sources or ours or not numbers, f"{name}:{row_id}"
                assert all(evidence.sources[source_id].link.startswith("http") for source_id in sources)


def test_a_difference_points_where_it_says(evidence: Evidence):
    """Checked again here, apart from the loader: below nought (or one) is better where lower is better."""
    for row in evidence.effects.values():
        if row.kind == "controlled" and row.estimate is not None and row.measure in ("SMD", "MD", "RR", "OR"):
            middle = 1 if row.measure in ("RR", "OR") else 0
            if row.favours == "treatment":
                assert (row.estimate < middle) == (row.better == "lower") or row.estimate == middle, row.effect_id
            if row.favours == "comparator":
                assert (row.estimate > middle) == (row.better == "lower") or row.estimate == middle, row.effect_id


def test_an_interval_holds_its_estimate(evidence: Evidence):
    """Low, estimate, high, for every finding and every mean."""
    for effect in evidence.effects.values():
        if effect.ci_low is not None and effect.ci_high is not None:
            assert effect.estimate is not None
            assert effect.ci_low <= effect.estimate <= effect.ci_high, effect.effect_id
    for row in evidence.natural_course.values():
        if row.mean is not None and row.ci_low is not None and row.ci_high is not None:
            assert row.ci_low <= row.mean <= row.ci_high, row.course_id


def test_ratios_and_shares_stay_in_their_range(evidence: Evidence):
    """A ratio is above nought; a share lies between 0 and 100 on both sides."""
    for row in evidence.effects.values():
        numbers = [value for value in (row.estimate, row.ci_low, row.ci_high) if value is not None]
        if row.measure in ("RR", "OR") and row.kind == "controlled":
            assert all(value > 0 for value in numbers), row.effect_id
        if row.measure == "proportion":
            assert all(0 <= value <= 100 for value in (row.estimate, row.comparator_estimate) if value is not None)


def test_two_shares_point_where_they_say(evidence: Evidence):
    """More people reached a good outcome, or fewer a bad one, on the side that is favoured."""
    wrong = []
    for row in evidence.effects.values():
        if row.measure == "proportion" and row.kind == "controlled" and row.comparator_estimate is not None:
            ahead = (row.estimate or 0) - row.comparator_estimate
            if row.better == "lower":
                ahead = -ahead
            if (row.favours == "treatment" and ahead < 0) or (row.favours == "comparator" and ahead > 0):
                wrong.append(row.effect_id)
    assert wrong == []


def test_nothing_is_compared_with_itself(evidence: Evidence):
    """Two arms are two things, unless one is the same with something added."""
    same = [
        row.effect_id
        for row in evidence.effects.values()
        if row.treatment_id == row.comparator_id and not row.duplicate_of and is_eligible(evidence, row)
    ]
    assert same == []


def test_percentages_and_days_are_possible(evidence: Evidence):
    """Rates between 0 and 100, days from nought, skin types I to VI in order."""
    for risk in evidence.risks.values():
        assert risk.per_100 is None or 0 <= risk.per_100 <= 100
        assert (risk.fitz_low or 1) <= (risk.fitz_high or 6)
    for row in evidence.recovery.values():
        days = [day for day in (row.day_low, row.day_typical, row.day_high) if day is not None]
        assert days == sorted(days)
        assert all(day >= 0 for day in days)


def _described(treatment: Treatment) -> bool:
    return bool(treatment.what_happens and treatment.who_does_it and treatment.source_ids)


def test_every_option_is_a_described_treatment(evidence: Evidence, concern_id: str):
    """Each option can be explained: what happens, who does it, from which source."""
    options = evidence.options(concern_id)
    for option in options:
        treatment = evidence.treatments[option.treatment_id]
        assert not treatment.is_group
        assert option.role == "nothing" or _described(treatment), option.treatment_id
    assert len({option.treatment_id for option in options}) == len(options)


def test_every_concern_has_real_alternatives(evidence: Evidence, concern_id: str):
    """Needling first, doing nothing last, and at least one rival between."""
    roles = [option.role for option in evidence.options(concern_id)]
    assert roles[0] == "needling"
    assert roles[-1] == "nothing"
    assert Counter(roles)["alternative"] >= 1
    assert evidence.concerns[concern_id].nothing


def test_every_concern_has_red_flags_with_sources(evidence: Evidence, concern_id: str):
    """At least three signs that need a doctor first, each with a source, and at least two from one that is not weak."""
    flags = [flag for flag in evidence.red_flags.values() if flag.concern_id == concern_id]
    assert len(flags) >= 3
    assert all(flag.source_ids for flag in flags)
    sound = [flag for flag in flags if any(not evidence.sources[source_id].is_weak for source_id in flag.source_ids)]
    assert len(sound) >= 2


def test_every_concern_has_something_to_think_over(evidence: Evidence, concern_id: str):
    """What it is, what happens by itself and what to weigh, with rows behind them that exist."""
    concern = evidence.concerns[concern_id]
    for ref in concern.nothing_refs:
        evidence.find(ref)  # a row that is not there is a KeyError
    for outcome in concern.outcomes:
        assert evidence.outcomes[outcome].role in ("benefit", "burden", "harm")


def test_every_harm_and_every_outcome_has_words(evidence: Evidence):
    """No id ever stands on the screen."""
    assert {risk.harm for risk in evidence.risks.values() if not has(f"harm-{risk.harm}")} == set()
    assert {row.outcome_id for row in evidence.outcomes.values() if not has(f"outcome-{row.outcome_id}")} == set()


def test_outcomes_better_way_is_one_for_all_rows(evidence: Evidence):
    """A finding may turn its scale round, but a share or a ratio of an outcome says itself which way is better."""
    assert {row.better for row in evidence.outcomes.values()} == {"lower", "higher"}


def _shown(evidence: Evidence, concern_id: str) -> dict[str, Effect]:
    """Every finding whose number or direction reaches a person: answer, options, pictures."""
    page = build_concern_page(evidence, concern_id)
    refs = [*page.headline_refs]
    refs += [ref for part in page.answer for ref in part.refs]
    refs += [ref for row in page.options for ref in row.effect.refs]
    refs += [ref for row in page.options for also in row.also for ref in also.refs]
    refs += [found.ref for found in page.findings] + [found.ref for found in page.shares]
    return {
        row.effect_id: row
        for ref in refs
        if ref.startswith("effects:") and isinstance(row := evidence.find(ref), Effect)
    }


def test_every_finding_that_speaks_was_read_twice(evidence: Evidence, concern_id: str):
    """Against its source or its summary, by a second reader; the few that were not are listed by name."""
    unread = {name for name, row in _shown(evidence, concern_id).items() if row.reread not in ("yes", "summary")}
    assert unread - UNREAD == set()


def test_the_list_of_unread_findings_can_only_shrink(evidence: Evidence):
    """A finding that has been read again, or is shown no more, leaves the list."""
    unread = {
        name
        for concern_id in CONCERNS
        for name, row in _shown(evidence, concern_id).items()
        if row.reread not in ("yes", "summary")
    }
    assert unread >= UNREAD


def test_no_figure_rests_on_a_row_nobody_has_checked(evidence: Evidence, concern_id: str):
    """Not in the answer, not in a course, not in days of recovery, not in a rate.

    Without another row it is not known.
    """
    page = build_concern_page(evidence, concern_id)
    figures = [page.visits, page.downtime, page.whole_course, page.results]
    for option in page.options:
        figures += [option.effect, option.visits, option.days, option.course_days, option.discomfort, option.harm]
    refs = {ref for figure in figures if figure.known for ref in figure.refs}
    refs |= {ref for group in page.harms for rate in (*group.rates, *group.serious) for ref in rate.refs}
    refs |= {ref for option in page.options for item in option.recovery for ref in item.figure.refs}
    assert [ref for ref in sorted(refs) if not getattr(evidence.find(ref), "checked", True)] == []


UNCHECKED = {"checked": False}


def test_an_unchecked_row_is_as_good_as_none():
    """A course, a day, a rate and a visit of which nobody has read the source again are not known."""
    rows = make_evidence(
        protocols=[make_protocol(sessions_typical=6, **UNCHECKED)],
        recovery=[make_recovery(day_typical=3, **UNCHECKED)],
        risks=[make_risk(**UNCHECKED)],
    )
    assert course(rows, "low_back_pain", "dry_needling") is None
    assert milestone(rows, "microneedling", "redness_gone", "acne_scars") is None
    assert rates(rows, "dry_needling", "low_back_pain") == ()
    visits = {name: row.model_copy(update=UNCHECKED) for name, row in rows.appointment.items()}
    assert appointment(rows, "microneedling") is not None
    assert appointment(replace(rows, appointment=visits), "microneedling") is None


def test_only_rows_that_may_speak_are_shown_as_findings(evidence: Evidence, concern_id: str):
    """No rank, no before-and-after figure, no group and no weak source in a picture of findings."""
    page = build_concern_page(evidence, concern_id)
    drawn = [finding.effect for finding in page.findings] + [finding.effect for finding in page.all_findings]
    drawn += [share.effect for share in page.shares]
    for effect in drawn:
        assert is_eligible(evidence, effect), effect.effect_id


def test_the_same_evidence_gives_the_same_page(evidence: Evidence, concern_id: str):
    """Nothing is left to chance."""
    assert build_concern_page(evidence, concern_id) == build_concern_page(evidence, concern_id)


def test_every_change_says_why(evidence: Evidence):
    """What was mended after gathering, from what to what, and for which reason."""
    for change in evidence.changes.values():
        assert change.why.strip()
        assert change.old != change.new, change.change_id


TELLS_OF_LOSS = re.compile(r"\bdropped out\b|\d+(\.\d+)?% lost|\benrolled, \d+ finished\b|\bbegan, \d+ finished\b")


def test_who_was_lost_counts_wherever_a_source_tells_it():
    """Loss told in words only would leave the certainty as high as if everyone had stayed."""
    told = [
        row
        for row in load().effects.values()
        if row.kind == "controlled" and TELLS_OF_LOSS.search(f"{row.finding} {row.note}")
    ]
    assert len(told) >= 3
    assert [row.effect_id for row in told if row.follow_up_lost_percent is None] == []


NAMES_ONE_TERM = re.compile(r"(?<!and )in the (short|long|short and medium) term$")


def test_words_that_name_a_stretch_of_time_have_it():
    """Else "in the long term" would stand with the unknown times, and those come first."""
    evidence = load()
    told = [row for row in evidence.effects.values() if NAMES_ONE_TERM.search(row.time_words)]
    assert len(told) >= 10
    assert [
        row.effect_id
        for row in told
        if window(evidence, row) == "unknown"
        and is_eligible(evidence, row, pools=True)
        and evidence.concerns[row.concern_id].group == "pain"
    ] == []
