"""A folder of tables with one fault is refused, and the fault is named: file, line, column, what is expected.

Each fault is made from the real tables by one documented edit in a folder of its own, named after the fault, so that no
broken copy lies in the repository. `BROKEN` reads: do this to that table, and this is said about that line and column.
"""

from __future__ import annotations

import csv
import functools
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from needlewise import DATA_FOLDER
from needlewise.__main__ import main
from needlewise.evidence.keeping.tables import read_cells, rewrite
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.reading import csv_tables
from needlewise.evidence.reading import load as reading
from needlewise.evidence.reading.faults import EvidenceError, Fault
from needlewise.evidence.reading.load import check, load

Table = list[list[str]]
Edit = Callable[[Table], int]
"""Changes a table (header and rows) in place; returns the number of the record it touched, 1 for the header."""


def _find(table: Table, **cells: str) -> int:
    """The number of the first record whose cells are these; `*` means any text, an empty string an empty cell."""
    head = table[0]
    for place, row in enumerate(table[1:], 2):
        if all(
            (row[head.index(name)] != "") if wanted == "*" else row[head.index(name)] == wanted
            for name, wanted in cells.items()
        ):
            return place
    raise LookupError(f"no row with {cells}")


def put(column: str, value: str, **where: str) -> Edit:
    """Write a value into one cell of the first row that looks like `where`."""

    def edit(table: Table) -> int:
        place = _find(table, **where) if where else 2
        table[place - 1][table[0].index(column)] = value
        return place

    return edit


def copy_row(**change: str) -> Edit:
    """Repeat the first row at the end, changed in some cells."""

    def edit(table: Table) -> int:
        row = list(table[1])
        for name, value in change.items():
            row[table[0].index(name)] = value
        table.append(row)
        return len(table)

    return edit


def drop_row(**where: str) -> Edit:
    """Take the first row away that looks like `where`; what is missing is told at the header."""

    def edit(table: Table) -> int:
        del table[_find(table, **where) - 1]
        return 1

    return edit


def drop_column(column: str) -> Edit:
    """Take a column away."""

    def edit(table: Table) -> int:
        place = table[0].index(column)
        for row in table:
            del row[place]
        return 1

    return edit


def add_column(column: str) -> Edit:
    """Add an empty column at the end."""

    def edit(table: Table) -> int:
        for place, row in enumerate(table):
            row.append("" if place else column)
        return 1

    return edit


def drop_cell(table: Table) -> int:
    """Take the last cell of the first row away."""
    del table[1][-1]
    return 2


@dataclass(frozen=True)
class Broken:
    """One fault: its name, where it is made and how, and what must be said about it (`value` only where it is fixed)."""

    name: str
    table: str
    edit: Edit
    column: str
    expected: str
    value: str | None = None


# A finding as a difference with a range, in favour of the treatment where lower is better; and one as shares of people.
DIFFERENCE = {
    "kind": "controlled",
    "measure": "SMD",
    "favours": "treatment",
    "better": "lower",
    "ci_low": "*",
    "ci_high": "*",
    "estimate": "*",
}
SHARES = {"kind": "controlled", "measure": "proportion", "comparator_estimate": "*"}

BROKEN = [
    Broken("unknown_source", "effects", put("source_id", "nobody1900"), "source_id", "in sources.csv"),
    Broken("unknown_source_in_a_list", "risks", put("source_ids", "nobody1900"), "source_ids", "in sources.csv"),
    Broken("unknown_concern", "effects", put("concern_id", "sore_thumb"), "concern_id", "in concerns.csv"),
    Broken("unknown_treatment", "recovery", put("treatment_id", "magic"), "treatment_id", "in treatments.csv"),
    Broken("unknown_comparator", "effects", put("comparator_id", "magic", **DIFFERENCE), "comparator_id", "in treatments.csv"),
    Broken("unknown_added_care", "effects", put("add_on_to", "magic", **DIFFERENCE), "add_on_to", "in treatments.csv"),
    Broken("unknown_outcome", "effects", put("outcome", "happiness"), "outcome", "expected one of"),
    Broken("unknown_milestone", "recovery", put("milestone", "party_ok"), "milestone", "expected one of"),
    Broken("near_lungs_without_a_source", "concerns", put("near_lungs_refs", ""), "near_lungs_refs", "rows behind"),
    Broken("unknown_row_behind_doing_nothing", "concerns", put("nothing_refs", "risks:none"), "nothing_refs", "table:row_id"),
    Broken("estimate_missing_beside_its_interval", "effects", put("estimate", "", **DIFFERENCE), "estimate", "estimate beside"),
    Broken("interval_beside_its_estimate", "effects", put("ci_low", "99", **DIFFERENCE), "ci_low", "low <= typical <= high"),
    Broken("low_above_high", "protocols", put("sessions_low", "399", sessions_high="*"), "sessions_low", "low <= typical <= high"),
    Broken("days_out_of_order", "recovery", put("day_low", "3000", day_high="*"), "day_low", "low <= typical <= high"),
    Broken("share_140_of_100", "effects", put("estimate", "140", **SHARES), "estimate", "0 to 100"),
    Broken("rate_140_of_100", "risks", put("per_100", "140", relation="absolute"), "per_100", "100 or less"),
    Broken("rate_that_events_do_not_give", "risks", put("per_100", "77", relation="absolute", events="0", n="*", per_100_high=""), "per_100", "from events and n"),
    Broken("more_events_than_people", "risks", put("events", "999999", n="*", events="*"), "events", "no more events than people"),
    Broken("absolute_rate_missing", "risks", put("per_100", "", relation="absolute", events=""), "per_100", "expected a rate"),
    Broken("negative_days", "recovery", put("day_low", "-1", day_low="*"), "day_low", "0 or more"),
    Broken("duplicate_id", "red_flags", copy_row(), "red_flag_id", "expected each id once, line 2 has it already"),
    Broken("empty_id", "effects", put("effect_id", ""), "effect_id", "expected an id"),
    Broken("missing_column", "effects", drop_column("estimate"), "estimate", "expected this column"),
    Broken("extra_column", "effects", add_column("colour"), "colour", "expected no such column"),
    Broken("column_twice", "effects", add_column("estimate"), "estimate", "expected this column once"),
    Broken("cell_missing", "effects", drop_cell, "", "as in the header"),
    Broken("number_in_words", "recovery", put("day_typical", "three", day_typical="*"), "day_typical", "plain number"),
    Broken("number_with_a_comma", "effects", put("estimate", "0,5", **DIFFERENCE), "estimate", "plain number"),
    Broken("number_that_is_not_one", "effects", put("estimate", "nan", **DIFFERENCE), "estimate", "plain number"),
    Broken("number_without_end", "effects", put("estimate", "inf", **DIFFERENCE), "estimate", "plain number"),
    Broken("half_a_person", "effects", put("n_people", "12.5"), "n_people", "whole number"),
    Broken("date_where_a_number_belongs", "recovery", put("day_typical", "3-Mar", day_typical="*"), "day_typical", "plain number"),
    Broken("date_where_a_year_belongs", "sources", put("year", "2020-03-01", year="*"), "year", "whole number"),
    Broken("year_1066", "sources", put("year", "1066", year="*"), "year", "1900 or more"),
    Broken("formula", "sources", put("title", '=HYPERLINK("http://example.org","click")'), "title", "run this cell as a formula"),
    Broken("formula_with_a_plus", "effects", put("note", "+1+1"), "note", "run this cell as a formula"),
    Broken("formula_with_an_at", "red_flags", put("sign", "@SUM(A1)"), "sign", "run this cell as a formula"),
    Broken("before_and_after_called_controlled", "effects", put("kind", "controlled", kind="before_after", comparator_id="baseline", favours=""), "kind", "no comparison group"),
    Broken("rank_called_controlled", "effects", put("kind", "controlled", measure="rank"), "kind", "a rank is not an effect"),
    Broken("comparison_without_comparator", "effects", put("comparator_id", "", **DIFFERENCE), "comparator_id", "expected a comparator"),
    Broken("comparison_without_direction", "effects", put("favours", "", **DIFFERENCE), "favours", "treatment, comparator or neither"),
    Broken("sign_against_favours", "effects", put("favours", "comparator", **DIFFERENCE), "favours", "the estimate points there"),
    Broken("clear_where_the_range_crosses", "effects", put("ci_high", "9", **DIFFERENCE), "favours", "crosses no effect"),
    Broken("indirect_without_a_reason", "effects", put("direct", "", direct="yes", indirect_why=""), "indirect_why", "reason why"),
    Broken("share_without_what_happened", "effects", put("event_words", "", **SHARES), "event_words", "what the people counted did"),
    Broken("two_needling_options", "concern_options", put("role", "needling", role="alternative"), "concern_id", "one option with role needling"),
    Broken("no_doing_nothing", "concern_options", put("role", "alternative", role="nothing"), "concern_id", "one option with role nothing"),
    Broken("group_as_option", "concern_options", put("treatment_id", "laser_any", role="alternative"), "treatment_id", "not a group"),
    Broken("source_without_address", "sources", put("url", "", url="*", doi="", pmid=""), "url", "doi, pmid, url"),
    Broken("web_address_that_runs", "sources", put("url", "javascript:alert(1)", url="*"), "url", "begins with https://"),
    Broken("duplicate_of_nobody", "effects", put("duplicate_of", "nobody"), "duplicate_of", "another row of effects.csv"),
    Broken("maybe_where_yes_or_no_belongs", "effects", put("checked", "maybe"), "checked", "yes, no or an empty cell"),
    Broken("red_flag_without_source", "red_flags", put("source_ids", ""), "source_ids", "found an empty cell"),
    Broken("concern_without_outcomes", "concerns", put("outcomes", ""), "outcomes", "found an empty cell"),
    Broken("pain_score_eleven", "pain_scores", put("score", "11", score="*"), "score", "10 or less"),
    Broken("pain_without_any_score", "pain_scores", put("score", "", score="*"), "score", "one score, or the lowest"),
    Broken("more_counted_than_there_are", "people_counts", put("events", "99999"), "events", "no more than"),
    Broken("counts_of_another_share", "people_counts", put("events", "1"), "events", "as the finding says"),
    Broken("counts_of_no_finding", "people_counts", put("effect_id", "nobody"), "effect_id", "expected"),
    Broken("days_tied_to_no_place", "recovery", put("site", "", concern_ids="*"), "site", "the place that ties"),
    Broken("share_of_no_soreness", "recovery", put("share_refs", "dry_needling.soreness.navarrosantana2020neck.1", milestone="redness_gone"), "share_refs", "only soreness"),
    Broken("seventh_skin_type", "risks", put("fitz_high", "7", fitz_high="*"), "fitz_high", "6 or less"),
    Broken("thirty_first_of_february", "regulator", put("date", "2025-02-31"), "date", "day of the calendar", "2025-02-31"),
    Broken("date_in_words", "regulator", put("date", "May 2025"), "date", "a year, a month or a day", "May 2025"),
    Broken("neither_allowed_nor_warned_of", "regulator", put("kind", "praised"), "kind", "expected one of", "praised"),
    Broken("warning_that_names_no_danger", "regulator", put("in_short", "", kind="warning"), "in_short", "the danger in a few words"),
    Broken("change_on_no_day", "changes", put("date", "2026-02-31"), "date", "day of the calendar", "2026-02-31"),
    Broken("change_read_by_nobody", "changes", put("reader", "somebody"), "reader", "expected one of", "somebody"),
    Broken("change_in_no_version", "changes", put("version", "9.9.9"), "version", "in releases.csv", "9.9.9"),
    Broken("version_that_is_none", "releases", put("version", "soon"), "version", "a version such as", "soon"),
    Broken("version_before_the_one_above", "releases", put("version", "0.0.9", version="0.2.0"), "version", "a later version than 0.1.0", "0.0.9"),
    Broken("released_on_no_day", "releases", put("released", "2026-02-31"), "released", "day of the calendar", "2026-02-31"),
    Broken("maker_of_nothing", "makers", put("part", ""), "part", "found an empty cell"),
    Broken("more_rows_the_same_than_read", "readings", put("rows_same", "61"), "rows_same", "no more rows the same"),
    Broken("kappa_above_one", "readings", put("kappa", "1.2"), "kappa", "1 or less", "1.2"),
    Broken("harm_misspelt", "risks", put("harm", "sneezing"), "harm", "in harms.csv", "sneezing"),
    Broken("harm_nobody_has_words_for", "harms", copy_row(harm_id="sneezing"), "harm_id", "message harm-", "sneezing"),
    Broken("harm_nobody_reports", "harms", copy_row(harm_id="sneezing"), "harm_id", "a row of risks.csv names", "sneezing"),
    Broken("dark_marks_missing", "harms", drop_row(harm_id="dark_marks"), "harm_id", "a rule needs it", "no dark_marks"),
    Broken("perhaps_main", "harms", put("main_for_pain", "perhaps"), "main_for_pain", "yes, no or an empty cell", "perhaps"),
    Broken("condition_misspelt", "cautions", put("condition", "pregnency"), "condition", "in conditions.csv", "pregnency"),
    Broken("condition_nobody_has_words_for", "conditions", copy_row(condition_id="vertigo"), "condition_id", "message condition-", "vertigo"),
    Broken("condition_no_caution_names", "conditions", copy_row(condition_id="vertigo"), "condition_id", "a row of cautions.csv or dated_cautions.csv names", "vertigo"),
    Broken("condition_in_no_group", "conditions", put("group", "mind"), "group", "expected one of", "mind"),
    Broken("condition_in_two_groups", "conditions", copy_row(group="body"), "condition_id", "expected each id once"),
    Broken("dark_skin_missing", "conditions", drop_row(condition_id="dark_skin"), "condition_id", "a rule needs it", "no dark_skin"),
    Broken("dark_skin_from_no_type", "conditions", put("skin_type_from", "", condition_id="dark_skin"), "skin_type_from", "expected a skin type", ""),
    Broken("dark_skin_from_type_seven", "conditions", put("skin_type_from", "7", condition_id="dark_skin"), "skin_type_from", "6 or less", "7"),
    Broken("skin_type_of_a_pregnancy", "conditions", put("skin_type_from", "4"), "skin_type_from", "none elsewhere", "4"),
    Broken("dark_skin_ticked", "conditions", put("condition_id", "dark_skin"), "group", "skin_tone for dark_skin only"),
    Broken("part_nobody_knows", "treatments", put("contains", "microneedling;magic", contains="microneedling"), "contains", "in treatments.csv", "magic"),
    Broken("treatment_inside_itself", "treatments", put("contains", "dry_needling", treatment_id="dry_needling"), "contains", "other treatments inside"),
    Broken("parts_of_a_pool", "treatments", put("contains", "dry_needling", is_group="yes"), "contains", "other treatments inside"),
    Broken("dummy_of_another_kind", "treatments", put("dummy", "hypnosis"), "dummy", "expected one of", "hypnosis"),
    Broken("dummy_of_a_pool", "treatments", put("dummy", "device", is_group="yes"), "dummy", "a dummy of its own", "device"),
    Broken("dummy_of_doing_nothing", "treatments", put("dummy", "tablet", treatment_id="no_treatment"), "dummy", "a dummy of its own", "tablet"),
    Broken("one_treatment_that_holds_controls", "treatments", put("holds_controls", "yes"), "holds_controls", "only a group", "yes"),
    Broken("treatment_of_no_kind", "treatments", put("kind", "", treatment_id="massage"), "kind", "a kind for every treatment"),
    Broken("pool_of_a_kind", "treatments", put("kind", "needling", is_group="yes"), "kind", "none for a group", "needling"),
    Broken("needling_of_another_kind", "treatments", put("needling", "partly"), "needling", "expected one of", "partly"),
    Broken("sham_missing", "treatments", drop_row(treatment_id="sham"), "treatment_id", "a rule needs it", "no sham"),
    Broken("sham_that_is_a_medicine", "treatments", put("family", "medicine", treatment_id="sham"), "family", "expected nothing", "medicine"),
    Broken("concern_needled_by_a_laser", "concerns", put("needling_id", "ipl"), "needling_id", "needling alone", "ipl"),
    Broken("concern_needled_by_nobody", "concerns", put("needling_id", "magic"), "needling_id", "in treatments.csv", "magic"),
    Broken("milestone_missing", "milestones", drop_row(milestone_id="sun_ok"), "milestone_id", "a rule needs it", "no sun_ok"),
    Broken("milestone_no_rule_knows", "milestones", put("milestone_id", "party_ok"), "milestone_id", "expected one of", "party_ok"),
    Broken("milestone_perhaps_on_the_skin", "milestones", put("shows", "perhaps"), "shows", "yes, no or an empty cell", "perhaps"),
    Broken("milestone_told_to_nobody", "milestones", put("told_for", "teeth"), "told_for", "expected one of", "teeth"),
    Broken("search_that_ended_in_words", "searches", put("ended", "November 2026"), "ended", "a day as year-month-day", "November 2026"),
    Broken("search_that_ended_on_no_day", "searches", put("ended", "2026-02-31"), "ended", "day of the calendar", "2026-02-31"),
    Broken("review_never_due", "searches", put("review_months", "0"), "review_months", "1 or more", "0"),
    Broken("review_due_at_some_time", "searches", put("review_months", ""), "review_months", "a number, found an empty cell", ""),
    Broken("long_term_told_twice", "effects", put("beyond_short", "yes", weeks="*"), "beyond_short", "the weeks tell it", "yes"),
    Broken("long_term_without_words", "effects", put("beyond_short", "yes", weeks="", time_words=""), "beyond_short", "no time is stated", "yes"),
    Broken("topic_nobody_has_words_for", "claims", put("topic", "toes"), "topic", "message evidence-topic-", "toes"),
    Broken("threshold_missing", "thresholds", drop_row(threshold_id="smd_small"), "threshold_id", "a rule needs it", "no smd_small"),
    Broken("threshold_without_a_number", "thresholds", put("value", ""), "value", "a number, found an empty cell", ""),
    Broken("threshold_no_rule_needs", "thresholds", put("threshold_id", "smd_tiny"), "threshold_id", "expected one of", "smd_tiny"),
    Broken("interval_without_its_high_end", "effects", put("ci_high", "", **DIFFERENCE), "ci_high", "both ends", ""),
    Broken("interval_without_its_low_end", "effects", put("ci_low", "", **DIFFERENCE), "ci_low", "both ends", ""),
    Broken("mean_with_half_an_interval", "natural_course", put("ci_high", "", ci_low="*"), "ci_high", "both ends", ""),
    Broken("rate_with_half_an_interval", "risks", put("per_100_low", "", relation="absolute", per_100_low="*", per_100_high="*"), "per_100_low", "both ends", ""),
    Broken("verdict_its_findings_do_not_carry", "claims", put("verdict", "well_supported"), "verdict", "its findings carry no other word", "well_supported"),
    Broken("part_without_findings", "parts", put("subgroups", "old back pain"), "subgroups", "the subgroup of a finding"),
    Broken("promise_that_claims_nothing", "benefits", put("outcomes", ""), "outcomes", "found an empty cell", ""),
    Broken("promise_of_happiness", "benefits", put("outcomes", "pain;happiness"), "outcomes", "expected one of"),
    Broken("promise_about_something_else", "benefits", put("subject", "lasers"), "subject", "expected one of", "lasers"),
    Broken("promise_that_perhaps_compares", "benefits", put("compares", "perhaps"), "compares", "yes, no or an empty cell", "perhaps"),
    Broken("promise_that_perhaps_lasts", "benefits", put("later", "perhaps"), "later", "yes, no or an empty cell", "perhaps"),
    Broken("promise_with_an_unknown_harm", "benefits", put("harms", "burn;sneezing", harms="*"), "harms", "in harms.csv", "sneezing"),
    Broken("promise_with_an_unknown_day", "benefits", put("milestones", "party_ok"), "milestones", "expected one of"),
    Broken("more_people_than_the_review", "effects", put("n_people_finding", "999999", n_people="*"), "n_people_finding", "no more than the"),
    Broken("more_studies_than_the_review", "effects", put("n_studies_finding", "999", n_studies="*"), "n_studies_finding", "no more than the"),
    Broken("replaced_by_nobody", "effects", put("superseded_by", "nobody1900"), "superseded_by", "newer source", "nobody1900"),
    Broken("replaced_by_itself", "effects", put("superseded_by", "kang2022", source_id="kang2022"), "superseded_by", "newer source", "kang2022"),
    Broken("studies_that_differ_by_140_percent", "effects", put("i2", "140"), "i2", "100 or less"),
    Broken("lost_more_than_all", "effects", put("follow_up_lost_percent", "101"), "follow_up_lost_percent", "100 or less"),
    Broken("unknown_window", "effects", put("window", "soon"), "window", "expected one of", "soon"),
    Broken("window_against_its_weeks", "effects", put("window", "long", window="short", weeks="*"), "window", "its weeks say so", "long"),
    Broken("test_between_groups_of_one_group", "effects", put("between_group_test", "yes", kind="before_after"), "between_group_test", "no comparison group"),
    Broken("other_side_without_a_name", "risks", put("comparator_words", "", comparator_per_100="*"), "comparator_words", "what the other side had"),
    Broken("more_events_than_people_on_the_other_side", "risks", put("comparator_events", "999999", comparator_n="*", comparator_events="*"), "comparator_events", "no more events than people"),
    Broken("rate_the_other_side_does_not_give", "risks", put("comparator_per_100", "77", comparator_events="*", comparator_n="*"), "comparator_per_100", "from events and n"),
    Broken("rate_140_of_100_on_the_other_side", "risks", put("comparator_per_100", "140", comparator_per_100="*"), "comparator_per_100", "100 or less"),
    Broken("cohort_in_words", "risks", put("cohort", "the same people", cohort="*"), "cohort", "expected an id"),
    Broken("guideline_that_shouts", "guidelines", put("recommendation", "always"), "recommendation", "expected one of", "always"),
    Broken("guideline_without_source", "guidelines", put("source_ids", ""), "source_ids", "found an empty cell"),
    Broken("guideline_for_no_concern", "guidelines", put("concern_id", "sore_thumb"), "concern_id", "in concerns.csv"),
    Broken("guideline_for_no_treatment", "guidelines", put("treatment_id", "magic"), "treatment_id", "in treatments.csv"),
    Broken("guideline_of_1066", "guidelines", put("year", "1066"), "year", "1990 or more"),
    Broken("sign_whose_days_are_out_of_order", "after_signs", put("when_low_days", "3000", when_high_days="*"), "when_low_days", "low <= typical <= high"),
    Broken("sign_of_ours_that_does_not_say_so", "after_signs", put("note", "", basis="ours"), "note", "what is ours"),
    Broken("sign_with_an_unknown_action", "after_signs", put("action", "pray"), "action", "expected one of", "pray"),
    Broken("sign_at_an_unknown_place", "after_signs", put("site", "toe"), "site", "expected one of", "toe"),
    Broken("dated_caution_without_its_detail", "dated_cautions", put("detail", ""), "detail", "found an empty cell"),
    Broken("dated_caution_with_unknown_advice", "dated_cautions", put("advice", "hurry"), "advice", "expected one of", "hurry"),
    Broken("dated_caution_on_unknown_ground", "dated_cautions", put("basis", "hearsay"), "basis", "expected one of", "hearsay"),
    Broken("dated_condition_misspelt", "dated_cautions", put("condition", "pregnency"), "condition", "in conditions.csv", "pregnency"),
    Broken("wait_of_minus_one_day", "dated_cautions", put("delay_days_before", "-1", delay_days_before="*"), "delay_days_before", "0 or more"),
    Broken("situation_of_an_unknown_condition", "situations", put("condition", "pregnency"), "condition", "in conditions.csv", "pregnency"),
    Broken("span_within_nothing", "situations", put("within", "", kind="span"), "within", "a choice and a first number"),
    Broken("span_within_an_unknown_choice", "situations", put("within", "iso_never", kind="span"), "within", "another row of situations.csv", "iso_never"),
    Broken("place_that_asks_for_days", "situations", put("asks", "days", kind="place"), "asks", "only a choice asks for more"),
    Broken("choice_without_words", "situations", put("situation_id", "iso_maybe", situation_id="iso_now"), "situation_id", "a message situation-", "iso_maybe"),
    Broken("term_of_no_caution", "caution_terms", copy_row(caution_id="nobody.says.1"), "caution_id", "cautions.csv or dated_cautions.csv", "nobody.says.1"),
    Broken("term_of_another_condition", "caution_terms", put("situations", "iso_now", situations="pregnant"), "situations", "a situation of pregnancy", "iso_now"),
    Broken("term_in_an_unknown_situation", "caution_terms", put("situations", "iso_never", situations="iso_now"), "situations", "in situations.csv", "iso_never"),
    Broken("alias_that_leads_to_nothing_there", "aliases", put("target_ids", "sore_thumb", leads_to="concern"), "target_ids", "in concerns.csv", "sore_thumb"),
    Broken("alias_of_no_option", "aliases", put("target_ids", "sham", leads_to="option"), "target_ids", "an option of some concern", "sham"),
    Broken("alias_that_leads_nowhere", "aliases", put("target_ids", "", leads_to="concern"), "target_ids", "what it leads to, or nothing"),
    Broken("saying_of_an_unknown_promise", "sayings", put("verdict_ids", "young_again.face", verdict_ids="*"), "verdict_ids", "in claims.csv", "young_again.face"),
    Broken("saying_of_an_option_the_concern_has_not", "sayings", put("treatment_id", "minoxidil", concern_id="acne_scars"), "treatment_id", "an option of this concern", "minoxidil"),
    Broken("saying_of_an_unknown_option", "sayings", put("treatment_id", "magic", concern_id="*"), "treatment_id", "in treatments.csv", "magic"),
    Broken("saying_against_an_unknown_rival", "sayings", put("rival_id", "magic", rival_id="*"), "rival_id", "in treatments.csv", "magic"),
    Broken("saying_of_an_unknown_harm", "sayings", put("harm", "sneezing", harm="*"), "harm", "in harms.csv", "sneezing"),
    Broken("saying_that_rests_on_a_missing_row", "sayings", put("row_refs", "regulator:none", row_refs="*"), "row_refs", "a row that exists", "regulator:none"),
    Broken("saying_that_nothing_answers", "sayings", put("no_study", "", no_study="yes"), "no_study", "what answers it"),
    Broken("saying_answered_and_not", "sayings", put("no_study", "yes", concern_id="*"), "no_study", "what answers it"),
    Broken("saying_without_an_option", "sayings", put("treatment_id", "", concern_id="*"), "treatment_id", "a concern and an option"),
    Broken("saying_that_asks_two_things", "sayings", put("figure", "visits", harm="*"), "figure", "one of rival_id, harm and figure"),
    Broken("saying_of_an_unknown_figure", "sayings", put("figure", "price", figure="*"), "figure", "expected one of", "price"),
    Broken("saying_told_twice", "sayings", put("saying", "No downtime", saying_id="exosomes"), "saying", "that no other row has", "No downtime"),
    Broken("question_of_an_unknown_saying", "asked", put("row_refs", "sayings:magic", asked_id="work"), "row_refs", "a row that exists", "sayings:magic"),
    Broken("question_of_an_unknown_treatment", "asked", put("treatment_ids", "magic", asked_id="scar_me"), "treatment_ids", "in treatments.csv", "magic"),
    Broken("question_opened_with_an_unknown_option", "asked", put("option_ids", "magic", asked_id="work"), "option_ids", "in treatments.csv", "magic"),
    Broken("question_that_a_missing_row_answers", "asked", put("row_refs", "red_flags:none", asked_id="chest_after"), "row_refs", "a row that exists", "red_flags:none"),
    Broken("question_of_another_situation", "asked", put("situation", "trying", asked_id="isotretinoin"), "situation", "a situation of this condition", "trying"),
    Broken("question_of_a_situation_alone", "asked", put("condition", "", asked_id="isotretinoin"), "situation", "a blank without a condition"),
    Broken("question_of_a_condition_for_nothing", "asked", put("treatment_ids", "", asked_id="diabetes"), "treatment_ids", "for what treatments"),
    Broken("question_of_a_skin_tone_without_a_concern", "asked", put("concern_id", "", asked_id="brown"), "concern_id", "for what concern"),
    Broken("question_that_cannot_wait_and_says_nothing", "asked", put("row_refs", "", asked_id="chest_after"), "row_refs", "what to do at once"),
    Broken("question_told_twice", "asked", put("question", "I get cold sores", asked_id="keloid_me"), "question", "that no other row has", "I get cold sores"),
    Broken("question_that_nobody_types", "asked", put("typed", "", asked_id="faint"), "typed", "expected something"),
    Broken("question_that_leads_to_no_page", "asked", put("page", "shop", asked_id="faint"), "page", "expected one of", "shop"),
    Broken("alias_that_rests_on_a_missing_row", "aliases", put("refs", "regulator:none", refs="*"), "refs", "a row that exists", "regulator:none"),
    Broken("question_checked_against_nothing", "questions", put("source_ids", "", checked="yes"), "source_ids", "a source for a question"),
    Broken("question_for_an_unknown_kind", "questions", put("family", "hands"), "family", "expected one of", "hands"),
    Broken("later_window_without_the_word", "effects", put("beyond_short", "", window="middle", weeks="", time_words="*"), "beyond_short", "its window is", ""),
]  # fmt: skip


def _read(path: Path) -> Table:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _write(path: Path, table: Table) -> list[int]:
    """Write a table; returns the first line of each record."""
    text = io.StringIO(newline="")
    lines: list[int] = []
    writer = csv.writer(text, lineterminator="\n")
    line = 1
    for row in table:
        lines.append(line)
        line += 1 + sum(cell.count("\n") for cell in row)
        writer.writerow(row)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return lines


def _copy(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    for path in DATA_FOLDER.glob("*.csv"):
        shutil.copy(path, folder)
    return folder


def _break(folder: Path, table: str, edit: Edit) -> int:
    """Make the fault; returns the line it stands on."""
    path = folder / f"{table}.csv"
    cells = _read(path)
    record = edit(cells)
    return _write(path, cells)[record - 1]


@functools.cache
def _sound(name: str) -> tuple[bytes, csv_tables.Table]:
    """A table of `data/` as it lies there, and as it is read."""
    return (DATA_FOLDER / f"{name}.csv").read_bytes(), csv_tables.read(DATA_FOLDER, name, TABLES[name])


@pytest.fixture
def unchanged_tables_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a copied folder only what differs from `data/` is read anew; every check between tables runs as always."""

    def read(folder: Path, name: str, model: type[Row]) -> csv_tables.Table:
        content, table = _sound(name)
        return table if (folder / f"{name}.csv").read_bytes() == content else csv_tables.read(folder, name, model)

    monkeypatch.setattr(reading, "read", read)


@pytest.mark.usefixtures("unchanged_tables_read_once")
@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_fault_is_refused_and_named(tmp_path: Path, broken: Broken):
    """The right file, line and column, in plain words; and never half of the evidence."""
    folder = _copy(tmp_path, broken.name)
    line = _break(folder, broken.table, broken.edit)
    evidence, faults = check(folder)
    assert evidence is None
    file = f"{broken.table}.csv"
    # Roles are a promise of the concern, so they are told at its row.
    at_concern = broken.column == "concern_id" and "role" in broken.expected
    file = "concerns.csv" if at_concern else file
    named = [
        fault
        for fault in faults
        if fault.file == file
        and fault.column == broken.column
        and broken.expected in fault.expected
        and broken.value in (None, fault.value)
        and (at_concern or fault.line == line)
    ]
    assert named, "\n".join(str(fault) for fault in faults[:10])


def test_copied_tables_without_a_fault_are_accepted(tmp_path: Path):
    """So that each refusal above is due to its one edit: the copy, rewritten, is fine."""
    folder = _copy(tmp_path, "sound")
    for path in folder.glob("*.csv"):
        _write(path, _read(path))
    assert check(folder)[1] == ()


def test_a_missing_file_is_one_fault(tmp_path: Path):
    """Not a flood of broken links to it."""
    folder = _copy(tmp_path, "missing_file")
    (folder / "sources.csv").unlink()
    _, faults = check(folder)
    assert faults == (Fault("sources.csv", 0, "", "no file", "expected this table in the folder"),)


@pytest.mark.parametrize("text", ["", "\n", ",,,\n"], ids=["nothing", "a blank line", "blank cells"])
def test_an_empty_file_is_one_fault(tmp_path: Path, text: str):
    """An empty file, however empty."""
    folder = _copy(tmp_path, "empty_file")
    (folder / "recovery.csv").write_text(text, encoding="utf-8")
    _, faults = check(folder)
    assert [(fault.file, fault.line, fault.value) for fault in faults] == [("recovery.csv", 1, "an empty file")]


def test_a_file_with_only_a_header_is_a_fault(tmp_path: Path):
    """No rows is not a table of none."""
    folder = _copy(tmp_path, "header_only")
    path = folder / "recovery.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    _, faults = check(folder)
    assert [(fault.file, fault.value) for fault in faults] == [("recovery.csv", "no rows")]


def test_another_encoding_is_a_fault_at_its_line(tmp_path: Path):
    """One latin-1 byte is found where it stands."""
    folder = _copy(tmp_path, "wrong_encoding")
    path = folder / "red_flags.csv"
    lines = path.read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b"a", b"\xe9", 1)
    path.write_bytes(b"\n".join(lines))
    _, faults = check(folder)
    assert [(fault.file, fault.line, fault.expected) for fault in faults] == [
        ("red_flags.csv", 5, "expected text saved as UTF-8; save it as CSV with commas between, in UTF-8")
    ]


def test_a_mark_in_front_of_the_file_is_forgiven(tmp_path: Path):
    """Excel writes a byte order mark; it is not part of the first column's name."""
    folder = _copy(tmp_path, "byte_order_mark")
    path = folder / "red_flags.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert check(folder)[1] == ()


def _sheet(folder: Path, **form: str) -> bytes:
    """A table as a spreadsheet writes it."""
    with (folder / "costs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    text = io.StringIO()
    csv.writer(text, delimiter=form.get("delimiter", ","), lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(form.get("encoding", "utf-8-sig"))


@pytest.mark.parametrize(
    ("saved", "found"),
    [
        pytest.param({"delimiter": ";"}, "semicolons between the columns", id="semicolons"),
        pytest.param({"delimiter": "\t"}, "tabs between the columns", id="tabs"),
        pytest.param({"delimiter": "\t", "encoding": "utf-16"}, "UTF-16", id="as Unicode text"),
    ],
)
def test_a_table_saved_otherwise_by_a_spreadsheet_is_one_fault(tmp_path: Path, saved: dict[str, str], found: str):
    """What happened to the whole file is said once, with what to do, and not once for every column."""
    folder = _copy(tmp_path, "sheet")
    (folder / "costs.csv").write_bytes(_sheet(folder, **saved))
    _, (fault,) = check(folder)
    assert (fault.file, fault.value) == ("costs.csv", found)
    assert "save it as CSV with commas between, in UTF-8" in fault.expected


@pytest.mark.parametrize(
    ("change", "line", "found"),
    [
        pytest.param(lambda raw: b"PK\x03\x04" + raw, 0, "a workbook", id="a workbook"),
        pytest.param(lambda raw: b"sep=,\r\n" + raw, 1, "sep=", id="a line for the spreadsheet itself"),
        pytest.param(lambda raw: raw.replace(b"\r\n", b",,\r\n"), 1, "2 columns without a name", id="blank columns"),
        pytest.param(lambda raw: raw + b"\r\n", 19, "an empty line", id="a blank line"),
        pytest.param(lambda raw: raw + b"," * 12 + b"\r\n", 19, "an empty line", id="a row of commas"),
    ],
)
def test_what_a_spreadsheet_leaves_behind_is_named(
    tmp_path: Path, change: Callable[[bytes], bytes], line: int, found: str
):
    """One fault, in words, with what to do."""
    folder = _copy(tmp_path, "sheet")
    raw = _sheet(folder)
    assert raw.count(b"\r\n") == 18
    (folder / "costs.csv").write_bytes(change(raw))
    _, (fault,) = check(folder)
    assert (fault.file, fault.line, fault.value) == ("costs.csv", line, found)
    assert "delete" in fault.expected or "save it as CSV" in fault.expected


def test_a_table_that_a_spreadsheet_saved_as_it_should_is_taken(tmp_path: Path):
    """With a mark in front, other ends of lines, and its columns moved."""
    folder = _copy(tmp_path, "sheet")
    (folder / "costs.csv").write_bytes(_sheet(folder))
    assert check(folder)[1] == ()


@pytest.mark.parametrize("number", ["0,5", "1.234,5", "1E+05", "5%", " 1", "#DIV/0!", "1 000", "-0,5", "+3", "=1+1"])
def test_a_number_as_a_spreadsheet_writes_it_is_the_only_fault(tmp_path: Path, number: str):
    """Also where other tables name its row: the row is there, so nothing is wrong with them."""
    folder = _copy(tmp_path, "sheet")
    changed = read_cells(folder, "changes")
    rows = read_cells(folder, "effects")
    named = next(row for row in rows if any(item["row_id"] == row["effect_id"] for item in changed) and row["estimate"])
    named["estimate"] = number
    rewrite(folder, "effects", rows)
    _, (fault,) = check(folder)
    assert (fault.file, fault.line, fault.column) == ("effects.csv", rows.index(named) + 2, "estimate")
    assert "expected" in fault.expected


def test_an_open_quote_is_a_fault(tmp_path: Path):
    """The rest of the file must not vanish into one cell."""
    folder = _copy(tmp_path, "open_quote")
    path = folder / "red_flags.csv"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + '\nx,y,"never closed\n', encoding="utf-8")
    _, faults = check(folder)
    assert [(fault.file, fault.expected) for fault in faults] == [("red_flags.csv", "expected well-formed CSV")]


def test_the_line_is_right_after_a_cell_with_line_breaks(tmp_path: Path):
    """Record 4 stands on line 6 when a cell of record 2 holds two line breaks."""

    def edit(table: Table) -> int:
        sign, sources = table[0].index("sign"), table[0].index("source_ids")
        table[1][sign] = "first line\nsecond line\nthird line"
        table[3][sources] = "nobody1900"
        return 4

    folder = _copy(tmp_path, "line_breaks")
    assert _break(folder, "red_flags", edit) == 6
    _, faults = check(folder)
    assert [(fault.line, fault.column, fault.value) for fault in faults] == [(6, "source_ids", "nobody1900")]


def test_two_faults_in_two_files_are_both_told(tmp_path: Path):
    """One run shows all there is to mend, in the order of the files."""
    folder = _copy(tmp_path, "two_faults")
    first = _break(folder, "recovery", put("day_typical", "three", day_typical="*"))
    second = _break(folder, "effects", put("source_id", "nobody1900"))
    with pytest.raises(EvidenceError) as refused:
        load(folder)
    found = [(fault.file, fault.line) for fault in refused.value.faults]
    assert ("recovery.csv", first) in found
    assert ("effects.csv", second) in found
    assert found == sorted(found)
    assert str(refused.value).count("\n") == len(found) - 1


def test_a_long_value_is_cut_in_the_message():
    """A fault is one line, not a page."""
    text = str(Fault("effects.csv", 3, "note", "x" * 500, "expected less"))
    assert len(text) < 130
    assert text.startswith("effects.csv, line 3, column note: found 'xxx")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    """Not a traceback."""
    evidence, faults = check(tmp_path / "nowhere")
    assert evidence is None
    assert [fault.value for fault in faults] == ["no folder"]


def test_the_command_accepts_the_real_tables(capsys: pytest.CaptureFixture[str]):
    """Exit code 0 and one line that counts tables and rows."""
    assert main(["check"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("rows, no faults")
    assert line.startswith(f"{len(TABLES)} tables, ")


def test_the_command_refuses_a_broken_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Exit code 1, a line for the fault, and one line that counts."""
    folder = _copy(tmp_path, "one_fault")
    line = _break(folder, "red_flags", put("source_ids", "nobody1900"))
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told == [
        f"red_flags.csv, line {line}, column source_ids: found 'nobody1900': expected an id that is in sources.csv",
        f"1 fault in {folder}",
    ]


def test_the_command_without_a_task_is_refused():
    """Exit code 2, as any command."""
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2
