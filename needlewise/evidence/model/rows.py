"""The shape of every table in `data/`: one class a table, one object a row.

Vocabulary
    concern      what a person comes with (back pain, acne scars)
    treatment    anything that can be chosen, doing nothing included
    comparator   what a treatment was measured against
    effect       one finding: treatment against comparator, for one outcome at one time
    protocol     how many sessions, how far apart, in one source
    recovery     days until one milestone after one treatment
    risk         one harm (adverse event) of one treatment in one group of people
    caution      a condition that changes whether a treatment is wise

Tables that hold advice rather than findings (guidelines, signs afterwards, dated cautions, questions) are in
`advice.py`; what the evidence records of itself (changes, releases, makers, second readings) is in `record.py`.

Every class checks its own row: closed lists, ranges, low <= typical <= high, an interval that holds
its estimate, a sign that agrees with the stated direction. Links between tables, lists that the catalogue of words
closes, and verdicts against their findings are checked in `checks.py`. What may stand in a cell is in `vocabulary.py`.
"""

from __future__ import annotations

import datetime as dt
import math
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from needlewise.evidence.model import advice as a
from needlewise.evidence.model import record as rec
from needlewise.evidence.model.row import Row, fault, ordered, whole_interval
from needlewise.evidence.model.vocabulary import (
    DARK_SKIN,
    NO_GROUP,
    URGENCIES,
    AfterSite,
    Certainty,
    Count,
    Days,
    Design,
    Family,
    Flag,
    Group,
    Id,
    Ids,
    Kind,
    Milestone,
    Number,
    Outcome,
    Percent,
    Role,
    Text,
    ThresholdId,
    Unit,
    Urgency,
    Verdict,
    Weeks,
    Window,
    blank_is_none,
    read_number,
    read_whole,
    split_ids,
)


class Source(Row):
    """A publication or page. `basis` says what kind of ground a figure from it stands on."""

    key: ClassVar[str] = "source_id"
    source_id: Id
    authors: str
    title: Text
    journal: str
    year: Annotated[Annotated[int, Field(ge=1900, le=2100)] | None, BeforeValidator(read_whole)]
    design: Design
    n_studies: Count
    n_people: Count
    counts_note: str
    doi: Annotated[str, Field(pattern=r"^(10\.\d{4,9}/\S+)?$")]
    pmid: Annotated[str, Field(pattern=r"^\d*$")]
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")]
    summary: str
    limitations: str
    basis: Literal[
        "study",
        "preprint",
        "guideline",
        "regulator",
        "hospital",
        "reference",
        "clinic",
        "manufacturer",
        "consumer",
        "news",
    ]

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.doi or self.pmid or self.url):
            raise fault("address", "expected at least one of doi, pmid, url", column="url")
        return self

    @property
    def preprint(self) -> bool:
        """A paper that no journal has had reviewed yet: weaker than the same paper in a journal."""
        return self.basis == "preprint"

    @property
    def is_weak(self) -> bool:
        """A clinic's own sheet, a maker, a consumer site or a news report.

        Kept, marked, and losing to anything better.
        """
        return self.basis in ("clinic", "manufacturer", "consumer", "news")

    @property
    def link(self) -> str:
        """The address a reader can open, the most lasting first."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url


class Concern(Row):
    """What a person comes with, in plain words, with the outcomes people come for, most wanted first."""

    key: ClassVar[str] = "concern_id"
    concern_id: Id
    group: Group
    name: Text
    noun: Text
    what_it_is: Text
    decision: Text
    outcomes: Annotated[tuple[Outcome, ...], BeforeValidator(split_ids), Field(min_length=1)]
    needling_id: Id
    near_lungs: Flag
    near_lungs_refs: Ids
    sites: Ids
    after_sites: Annotated[tuple[AfterSite, ...], BeforeValidator(split_ids)]
    nothing: Text
    nothing_refs: Ids
    source_ids: Annotated[Ids, Field(min_length=1)]

    @model_validator(mode="after")
    def _lungs_have_a_source(self) -> Self:
        if self.near_lungs != bool(self.near_lungs_refs):
            raise fault("lungs", "expected rows behind near_lungs, and none without it", column="near_lungs_refs")
        return self


class Treatment(Row):
    """Something that can be chosen or compared with. `is_group` marks a pool of several, never shown as one treatment.

    `needling` says what it is to a promise about needling, `contains` which treatments are inside it, `dummy` what its
    sham is, `holds_controls` that a pool holds pretend treatments. `family` is its colour, `kind` the group of options
    it stands in.
    """

    key: ClassVar[str] = "treatment_id"
    treatment_id: Id
    name: Text
    short_name: Text
    mid_sentence: Text
    family: Family
    kind: Annotated[Kind | None, BeforeValidator(blank_is_none)]
    is_group: Flag
    holds_controls: Flag
    needling: Annotated[Literal["alone", "with_product"] | None, BeforeValidator(blank_is_none)]
    contains: Ids
    dummy: Annotated[
        Literal["needling", "tablet", "cream", "injection", "device"] | None, BeforeValidator(blank_is_none)
    ]
    what_happens: str
    who_does_it: str
    source_ids: Ids

    @model_validator(mode="after")
    def _described(self) -> Self:
        if not self.is_group and self.family != "nothing" and self.what_happens and not self.source_ids:
            raise fault("described", "expected a source for what happens in a session", column="source_ids")
        return self

    @model_validator(mode="after")
    def _kind_fits(self) -> Self:
        if (self.kind is None) != self.is_group:
            raise fault("kind", "expected a kind for every treatment, and none for a group", column="kind")
        return self

    @model_validator(mode="after")
    def _parts_fit(self) -> Self:
        if self.holds_controls and not self.is_group:
            raise fault("pool", "expected nothing: only a group holds pretend treatments", column="holds_controls")
        if self.dummy and (self.is_group or self.family == "nothing"):
            raise fault("dummy", "expected nothing: only a treatment has a dummy of its own", column="dummy")
        if self.treatment_id in self.contains or (self.contains and self.is_group):
            raise fault("parts", "expected other treatments inside one treatment", column="contains")
        return self


class Option(Row):
    """A treatment that belongs on a concern's page."""

    key: ClassVar[str] = "option_id"
    option_id: Id
    concern_id: Id
    treatment_id: Id
    role: Role


class Part(Row):
    """A part of the people with a concern that may decide how well something works: new or lasting, red or white.

    `subgroups` are the texts of `effects.csv` (`subgroup`) that are about this part.
    """

    key: ClassVar[str] = "part_id"
    part_id: Id
    concern_id: Id
    name: Text
    subgroups: Annotated[Ids, Field(min_length=1)]


class OutcomeText(Row):
    """The part an outcome plays: a benefit, a burden, a harm, or a laboratory finding."""

    key: ClassVar[str] = "outcome_id"
    outcome_id: Outcome
    role: Literal["benefit", "burden", "harm", "laboratory"]
    better: Literal["lower", "higher"]


class Effect(Row):
    """One finding.

    `kind` keeps code from misusing it:
        controlled      treatment against comparator; estimate is a difference, ratio, or two shares of people
        arm_means       a controlled comparison of which only the two arms' own means are known: direction only
        before_after    no comparison group: never an effect
        rank            a place in a network (SUCRA): never an effect
        natural_course  what happens by itself
        recommendation  a guideline's advice: not a result
    """

    key: ClassVar[str] = "effect_id"
    effect_id: Id
    concern_id: Id
    treatment_id: Id
    comparator_id: str
    comparator_words: str
    outcome: Outcome
    outcome_label: Text
    measure: Literal["SMD", "MD", "RR", "OR", "proportion", "percent_change", "rank", "qualitative"]
    scale: str
    scale_points: Annotated[Annotated[float, Field(gt=0)] | None, BeforeValidator(read_number)]
    estimate: Number
    ci_low: Number
    ci_high: Number
    comparator_estimate: Number
    finding: str
    better: Literal["lower", "higher"]
    favours: Annotated[Literal["treatment", "comparator", "neither"] | None, BeforeValidator(blank_is_none)]
    timepoint: str
    weeks: Weeks
    time_words: str
    beyond_short: Flag
    kind: Literal["controlled", "arm_means", "before_after", "rank", "natural_course", "recommendation"]
    direct: Flag
    indirect_why: str
    add_on_to: str
    subgroup: str
    event_words: str
    n_studies: Count
    n_people: Count
    counts_of: Annotated[Literal["finding", "whole_review"] | None, BeforeValidator(blank_is_none)]
    certainty_reported: Annotated[Certainty | None, BeforeValidator(blank_is_none)]
    source_id: Text
    locator: Text
    note: str
    duplicate_of: str
    checked: Flag
    reread: Annotated[Literal["yes", "summary"] | None, BeforeValidator(blank_is_none)]
    n_people_finding: Count
    n_studies_finding: Count
    i2: Percent
    between_group_test: Annotated[Literal["yes", "no", "not_stated"] | None, BeforeValidator(blank_is_none)]
    window: Annotated[Window | None, BeforeValidator(blank_is_none)]
    superseded_by: str
    follow_up_lost_percent: Percent
    spread: str
    shares_of: Annotated[Literal["keloid"] | None, BeforeValidator(blank_is_none)]
    main_outcome: Flag
    bias_stated: Flag
    randomised: Annotated[Literal["all", "most", "few"] | None, BeforeValidator(blank_is_none)]
    dummy_pooled: Flag

    @model_validator(mode="after")
    def _finding_within_source(self) -> Self:
        """A finding rests on no more people or studies than are counted for it or for its whole review."""
        for part, whole in (("n_people_finding", self.n_people), ("n_studies_finding", self.n_studies)):
            value = getattr(self, part)
            if value is not None and whole is not None and value > whole:
                raise fault("counts", "expected no more than the {whole} counted", column=part, whole=str(whole))
        return self

    @model_validator(mode="after")
    def _test_fits_kind(self) -> Self:
        if self.kind == "before_after" and self.between_group_test == "yes":
            text = "expected no test between groups: there is no comparison group"
            raise fault("test", text, column="between_group_test")
        return self

    @model_validator(mode="after")
    def _interval_holds_estimate(self) -> Self:
        if (self.ci_low is not None or self.ci_high is not None) and self.estimate is None:
            raise fault("interval", "expected an estimate beside the interval", column="estimate")
        whole_interval(self.ci_low, self.ci_high, ("ci_low", "ci_high"))
        if self.ci_low is not None and self.ci_high is not None:
            ordered(self.ci_low, self.estimate, self.ci_high, "ci_low")
        return self

    @model_validator(mode="after")
    def _shares_are_percentages(self) -> Self:
        if self.measure == "proportion":
            for column in ("estimate", "comparator_estimate"):
                value = getattr(self, column)
                if value is not None and not 0 <= value <= 100:
                    raise fault("share", "expected a share of people, 0 to 100", column=column)
            if self.estimate is None:
                raise fault("share", "expected the share that reached the outcome", column="estimate")
            if not self.event_words:
                raise fault("event", "expected what the people counted did", column="event_words")
        elif self.shares_of is not None:
            raise fault("share", "expected nothing: there is no share", column="shares_of")
        return self

    @model_validator(mode="after")
    def _kind_fits(self) -> Self:
        if self.measure == "rank" and self.kind != "rank":
            raise fault("kind", "expected kind = rank: a rank is not an effect", column="kind")
        if self.kind in ("controlled", "arm_means"):
            if not self.comparator_id:
                raise fault("kind", "expected a comparator for a comparison", column="comparator_id")
            if self.comparator_id in NO_GROUP:
                raise fault("kind", "expected kind = before_after: there is no comparison group", column="kind")
            if self.favours is None:
                raise fault("direction", "expected treatment, comparator or neither", column="favours")
        if not self.direct and not self.indirect_why:
            raise fault("indirect", "expected the reason why this row is indirect", column="indirect_why")
        return self

    @model_validator(mode="after")
    def _time_is_said_once(self) -> Self:
        if self.beyond_short and (self.weeks is not None or not self.time_words):
            text = "expected nothing: the weeks tell it, or no time is stated"
            raise fault("time", text, column="beyond_short")
        return self

    @model_validator(mode="after")
    def _sign_agrees(self) -> Self:
        """An estimate must point where `favours` says, and an interval that crosses no effect favours neither."""
        if self.kind != "controlled" or self.estimate is None or self.measure not in ("SMD", "MD", "RR", "OR"):
            return self
        no_effect = self.no_effect
        if self.ci_low is not None and self.ci_high is not None and self.ci_low < no_effect < self.ci_high:
            if self.favours != "neither":
                raise fault("sign", "expected neither: the interval crosses no effect", column="favours")
            return self
        if self.favours in ("treatment", "comparator") and self.estimate != no_effect:
            side = "treatment" if (self.estimate < no_effect) == (self.better == "lower") else "comparator"
            if side != self.favours:
                raise fault("sign", "expected {side}: the estimate points there", column="favours", side=side)
        return self

    @property
    def is_set_aside(self) -> bool:
        """True when another row says the same better, or a newer source took its place: kept, never told."""
        return bool(self.duplicate_of or self.superseded_by)

    @property
    def no_effect(self) -> float:
        """The value that means no difference: 1 for ratios, else 0."""
        return 1.0 if self.measure in ("RR", "OR") else 0.0

    @property
    def has_size(self) -> bool:
        """True when the row itself carries a size (difference, ratio or two shares) of a controlled comparison."""
        if self.kind != "controlled" or self.estimate is None:
            return False
        if self.measure == "proportion":
            return self.comparator_estimate is not None
        return self.measure in ("SMD", "MD", "RR", "OR")

    @property
    def people(self) -> int | None:
        """People behind this very finding; None when only the whole review's number is known."""
        if self.n_people_finding is not None:
            return self.n_people_finding
        return self.n_people if self.counts_of == "finding" else None

    @property
    def studies(self) -> int | None:
        """Studies behind this very finding; None when only the whole review's number is known."""
        if self.n_studies_finding is not None:
            return self.n_studies_finding
        return self.n_studies if self.counts_of == "finding" else None


class Protocol(Row):
    """How many sessions, how far apart, and when a result was measured, in one source.

    `lasting` says what was left at the last look.
    """

    key: ClassVar[str] = "protocol_id"
    protocol_id: Id
    concern_id: Id
    treatment_id: Id
    kind: Literal["single", "summary"]
    home_based: Flag
    sessions_low: Number
    sessions_typical: Number
    sessions_high: Number
    interval_weeks_low: Weeks
    interval_weeks_typical: Weeks
    interval_weeks_high: Weeks
    weeks_to_result_low: Weeks
    weeks_to_result_high: Weeks
    followed_weeks: Weeks
    lasting: Annotated[Literal["kept", "faded", "partly"] | None, BeforeValidator(blank_is_none)]
    results_last: str
    basis: Literal["trial_protocols", "guideline", "consensus", "patient_information"]
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str
    duplicate_of: str
    checked: Flag

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ordered(self.sessions_low, self.sessions_typical, self.sessions_high, "sessions_low")
        ordered(self.interval_weeks_low, self.interval_weeks_typical, self.interval_weeks_high, "interval_weeks_low")
        ordered(self.weeks_to_result_low, None, self.weeks_to_result_high, "weeks_to_result_low")
        for value in (self.sessions_low, self.sessions_typical, self.sessions_high):
            if value is not None and (value < 0 or value > 400):
                raise fault("sessions", "expected 0 to 400 sessions", column="sessions_typical")
        return self


class Recovery(Row):
    """Days after one treatment until one milestone, in one source (day 0 is the treatment).

    `concern_ids` are the concerns that the row's `site` is about, none for any: advice for a whole face is no advice
    for one scar. Days of soreness are days of those who are sore: `share_refs` are the risks that count how many are,
    and `share_concern_ids` the concerns treated at the place where that was counted, none for any.
    """

    key: ClassVar[str] = "recovery_id"
    recovery_id: Id
    treatment_id: Id
    milestone: Milestone
    day_low: Days
    day_typical: Days
    day_high: Days
    first_visits_only: Flag
    basis: Literal["measured", "advice", "weak"]
    direct: Flag
    source_ids: Ids
    note: str
    duplicate_of: str
    checked: Flag
    reread: Annotated[Literal["yes", "summary"] | None, BeforeValidator(blank_is_none)]
    site: str
    concern_ids: Ids
    share_refs: Ids
    share_concern_ids: Ids

    @model_validator(mode="after")
    def _place_is_named(self) -> Self:
        if self.concern_ids and not self.site:
            raise fault("site", "expected the place that ties it to some concerns", column="site")
        if self.share_refs and self.milestone != "soreness_gone":
            raise fault("share", "expected none: only soreness has a share of people", column="share_refs")
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ordered(self.day_low, self.day_typical, self.day_high, "day_low")
        if self.has_days and not self.source_ids:
            raise fault("source", "expected a source for these days", column="source_ids")
        return self

    @property
    def has_days(self) -> bool:
        """True when the row gives any day at all."""
        return any(value is not None for value in (self.day_low, self.day_typical, self.day_high))


class Risk(Row):
    """One harm of one treatment in one group of people.

    Only `relation` = absolute is a rate; the rest is never shown as one.
    """

    key: ClassVar[str] = "risk_id"
    risk_id: Id
    treatment_id: Id
    concern_id: str
    mixed_group: Flag
    harm: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    harm_label: Text
    population: Text
    fitz_low: Annotated[Annotated[int, Field(ge=1, le=6)] | None, BeforeValidator(read_whole)]
    fitz_high: Annotated[Annotated[int, Field(ge=1, le=6)] | None, BeforeValidator(read_whole)]
    relation: Literal["absolute", "upper_bound", "comparative", "intensity", "listed"]
    per: Unit
    how_asked: Literal["asked", "recorded", "unknown"]
    per_100: Percent
    per_100_low: Percent
    per_100_high: Percent
    events: Count
    n: Count
    seriousness: Literal["minor", "moderate", "serious"]
    direct: Flag
    weak: Flag
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str
    duplicate_of: str
    checked: Flag
    reread: Annotated[Literal["yes", "summary"] | None, BeforeValidator(blank_is_none)]
    comparator_per_100: Percent
    comparator_words: str
    comparator_events: Count
    comparator_n: Count
    cohort: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.\-]*$")]
    site: str
    lasts: str
    prevention: str

    @model_validator(mode="after")
    def _comparator_is_sound(self) -> Self:
        """The other side's rate agrees with its events and people, and names what that side had."""
        known = (self.comparator_per_100, self.comparator_events, self.comparator_n)
        if any(value is not None for value in known) and not self.comparator_words:
            raise fault("comparator", "expected what the other side had", column="comparator_words")
        if self.comparator_events is not None and self.comparator_n is not None:
            if self.comparator_events > self.comparator_n:
                raise fault("events", "expected no more events than people", column="comparator_events")
            if self.comparator_n and self.comparator_per_100 is not None:
                rate = 100 * self.comparator_events / self.comparator_n
                if not math.isclose(rate, self.comparator_per_100, abs_tol=0.6):
                    text = "expected {rate} per 100 from events and n"
                    raise fault("rate", text, column="comparator_per_100", rate=f"{rate:.1f}")
        return self

    @model_validator(mode="after")
    def _rate_is_sound(self) -> Self:
        ordered(self.per_100_low, self.per_100, self.per_100_high, "per_100_low")
        ordered(self.fitz_low, None, self.fitz_high, "fitz_low")
        if self.events is not None and self.n is not None and self.events > self.n:
            raise fault("events", "expected no more events than people", column="events")
        if self.relation == "absolute":
            if self.per_100 is None:
                raise fault("rate", "expected a rate for relation = absolute", column="per_100")
            # "Up to 20" and "more than half" have one end each; a rate has an interval or none.
            whole_interval(self.per_100_low, self.per_100_high, ("per_100_low", "per_100_high"))
        if self.relation == "absolute" and self.events is not None and self.n and self.per_100 is not None:
            computed = 100 * self.events / self.n
            # Published rates are rounded, so allow half a unit of the last place printed, at least 0.6 of 100.
            if not math.isclose(computed, self.per_100, abs_tol=0.6):
                raise fault(
                    "rate", "expected {rate} per 100 from events and n", column="per_100", rate=f"{computed:.1f}"
                )
        return self


class Caution(Row):
    """One condition that changes whether a treatment is wise."""

    key: ClassVar[str] = "caution_id"
    caution_id: Id
    treatment_id: Id
    condition: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    advice: Literal["avoid", "delay", "ask_first"]
    reason: Text
    source_ids: Annotated[Ids, Field(min_length=1)]
    checked: Flag


class Benefit(Row):
    """One of the brochure's eleven promises, in our own words, and what it claims in the terms of the tables.

    Attributes:
        outcomes: the outcomes a finding must have measured.
        subject: `needling` as it is, or needling `with_product`, where the product is what is judged.
        compares: True when the promise itself compares with lasers and peels, so that a tie speaks against it.
        later: True when only findings beyond the short term count (`weeks_short` in `thresholds.csv`).
        harms: harms whose rates bear on it.
        milestones: days of recovery that bear on it.
    """

    key: ClassVar[str] = "claim_id"
    claim_id: Id
    name: Text
    promise: Text
    outcomes: Annotated[tuple[Outcome, ...], BeforeValidator(split_ids), Field(min_length=1)]
    subject: Literal["needling", "with_product"]
    compares: Flag
    later: Flag
    harms: Ids
    milestones: Annotated[tuple[Milestone, ...], BeforeValidator(split_ids)]


class Claim(Row):
    """One promise judged for one topic."""

    key: ClassVar[str] = "verdict_id"
    verdict_id: Id
    claim_id: Id
    topic: Id
    verdict: Verdict
    what_the_brochure_says: Text
    why: Text
    source_ids: Annotated[Ids, Field(min_length=1)]


class BenefitLink(Row):
    """Which judged promise touches which concern."""

    key: ClassVar[str] = "link_id"
    link_id: Id
    concern_id: Id
    verdict_id: Id


class RedFlag(Row):
    """A sign that means: see a doctor first."""

    key: ClassVar[str] = "red_flag_id"
    red_flag_id: Id
    concern_id: Id
    sign: Text
    action: Urgency
    source_ids: Annotated[Ids, Field(min_length=1)]

    @property
    def urgency(self) -> int:
        """How soon it asks for a doctor: 0 at once, then the next."""
        return URGENCIES.index(self.action)


class NaturalCourse(Row):
    """A mean over time with ordinary or no care, with its interval, in weeks from the start."""

    key: ClassVar[str] = "course_id"
    course_id: Id
    concern_id: Id
    state: Literal["new", "persistent"]
    outcome: Outcome
    scale: Text
    weeks: Weeks
    mean: Number
    ci_low: Number
    ci_high: Number
    n_studies: Count
    n_people: Count
    source_id: Text
    note: str
    checked: Flag

    @model_validator(mode="after")
    def _interval_holds_mean(self) -> Self:
        whole_interval(self.ci_low, self.ci_high, ("ci_low", "ci_high"))
        ordered(self.ci_low, self.mean, self.ci_high, "ci_low")
        return self


class Appointment(Row):
    """What one visit is like: minutes and numbing. Pain stands in `PainScore`."""

    key: ClassVar[str] = "treatment_id"
    treatment_id: Id
    minutes_low: Number
    minutes_high: Number
    anaesthesia: str
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str
    checked: Flag

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ordered(self.minutes_low, None, self.minutes_high, "minutes_low")
        return self


Score = Annotated[Annotated[float, Field(ge=0, le=10)] | None, BeforeValidator(read_number)]


class PainScore(Row):
    """Pain during one treatment on a scale from 0 (none) to 10 (worst), in one study or as one review tells it.

    `score` is a mean or a median. Where a source gives none, `score_low` and `score_high` are the lowest and highest
    mean or median it names. `people` or `visits` were asked; both are blank where the source does not say.
    """

    key: ClassVar[str] = "score_id"
    score_id: Id
    treatment_id: Id
    score: Score
    score_low: Score
    score_high: Score
    statistic: Literal["mean", "median"]
    studies: Count
    people: Count
    visits: Count
    site: str
    concern_ids: Ids
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str
    checked: Flag

    @model_validator(mode="after")
    def _one_score_or_two_ends(self) -> Self:
        ends = (self.score_low, self.score_high)
        if (self.score is None) == (None in ends):
            raise fault("score", "expected one score, or the lowest and the highest", column="score")
        if None not in ends:
            ordered(self.score_low, None, self.score_high, "score_low")
        return self


class PeopleCount(Row):
    """The people counted on each side of one finding: how many got there (`events`) of how many."""

    key: ClassVar[str] = "effect_id"
    effect_id: Id
    events: Annotated[Annotated[int, Field(ge=0)], BeforeValidator(read_whole)]
    people: Annotated[Annotated[int, Field(ge=1)], BeforeValidator(read_whole)]
    comparator_events: Annotated[Annotated[int, Field(ge=0)], BeforeValidator(read_whole)]
    comparator_people: Annotated[Annotated[int, Field(ge=1)], BeforeValidator(read_whole)]
    note: str
    checked: Flag

    @model_validator(mode="after")
    def _no_more_than_all(self) -> Self:
        for column, most in (("events", self.people), ("comparator_events", self.comparator_people)):
            if getattr(self, column) > most:
                raise fault("counts", "expected no more than the {whole} counted", column=column, whole=str(most))
        return self


class Aftercare(Row):
    """One instruction after a treatment, and the day until which it holds."""

    key: ClassVar[str] = "aftercare_id"
    aftercare_id: Id
    treatment_id: Id
    instruction: Text
    until_day: Days
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str
    checked: Flag


class Cost(Row):
    """A published fee for one session, in its own currency and year.

    `about` says in plain words what it is a fee of.
    """

    key: ClassVar[str] = "cost_id"
    cost_id: Id
    treatment_id: Id
    country: str
    year: Annotated[Annotated[int, Field(ge=1990, le=2100)] | None, BeforeValidator(read_whole)]
    fee_low: Number
    fee_typical: Number
    fee_high: Number
    currency: Annotated[str, Field(pattern=r"^([A-Z]{3})?$")]
    per: Literal["session"]
    source_ids: Ids
    about: str
    note: str
    checked: Flag

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ordered(self.fee_low, self.fee_typical, self.fee_high, "fee_low")
        return self

    @property
    def amounts(self) -> tuple[float, ...]:
        """The fees the row gives, lowest first; empty where it gives none."""
        return tuple(value for value in (self.fee_low, self.fee_typical, self.fee_high) if value is not None)


class RegulatorStatus(Row):
    """What a regulator has allowed or warned of.

    `date` is as far as it was visible: 2025-10-15, 2025-10, 2025 or blank. `in_short` names the danger of a warning or
    report, for the one line of it that never waits behind a fold.
    """

    key: ClassVar[str] = "status_id"
    status_id: Id
    treatment_id: Id
    country: Text
    kind: Literal["authorised", "warning", "report", "rule"]
    date: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
    status: Text
    in_short: str
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str
    checked: Flag

    @model_validator(mode="after")
    def _day_exists(self) -> Self:
        try:
            # A year or a month alone stands for its first day.
            dt.date.fromisoformat(self.date + "2025-01-01"[len(self.date) :])
        except ValueError as error:
            raise fault("date", "expected a day of the calendar, as 2025-10-15", column="date") from error
        return self

    @model_validator(mode="after")
    def _danger_is_named(self) -> Self:
        if (self.kind in ("warning", "report")) != bool(self.in_short):
            raise fault(
                "in_short", "expected the danger in a few words, for a warning or report only", column="in_short"
            )
        return self


class SmallestDifference(Row):
    """The smallest difference that matters: `between` two groups, `within` one person over time, or a study's own.

    `own` = the limit the source held its own findings against; blank where it says no more than that they were below.
    """

    key: ClassVar[str] = "difference_id"
    difference_id: Id
    scale: Text
    outcome: Annotated[Literal["pain", "disability"] | None, BeforeValidator(blank_is_none)]
    applies: Literal["between", "within", "own"]
    difference: Number
    per_100: Percent
    unit: Text
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str


class Threshold(Row):
    """A number of a rule (size bands, people needed, downtime words), with the publication it comes from.

    One that no publication gives is ours, and says so.
    """

    key: ClassVar[str] = "threshold_id"
    threshold_id: ThresholdId
    value: Annotated[float, BeforeValidator(read_number)]
    unit: Text
    meaning: Text
    source_ids: Ids

    @model_validator(mode="after")
    def _ours_says_so(self) -> Self:
        if not self.source_ids and not self.meaning.startswith("Our choice"):
            raise fault("ours", "expected a source, or a meaning that begins with Our choice", column="source_ids")
        return self


class Condition(Row):
    """Something that may matter: true of a person who ticks it (by group), of `everyone`, or told by the skin tone."""

    key: ClassVar[str] = "condition_id"
    condition_id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    group: Literal["pregnancy", "medicines", "skin", "body", "illness", "age", "everyone", "skin_tone"]
    skin_type_from: Annotated[Annotated[int, Field(ge=1, le=6)] | None, BeforeValidator(read_whole)]
    age_below: Count
    near_lungs: Flag
    needles_only: Flag
    concern_ids: Ids

    @model_validator(mode="after")
    def _told_by_skin_type(self) -> Self:
        if (self.group == "skin_tone") != (self.skin_type_from is not None):
            text = "expected a skin type where the group is skin_tone, and none elsewhere"
            raise fault("skin_type", text, column="skin_type_from")
        if (self.group == "skin_tone") != (self.condition_id == DARK_SKIN):
            raise fault("skin_tone", "expected skin_tone for {name} only", column="group", name=DARK_SKIN)
        return self


class Harm(Row):
    """What the rules must know of one kind of harm."""

    key: ClassVar[str] = "harm_id"
    harm_id: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    main_for_pain: Flag
    skin_tone: Flag
    own_concern: Flag
    near_lungs: Flag
    anywhere: Flag
    listed_for: Annotated[tuple[Group, ...], BeforeValidator(split_ids)]


class RecoveryStep(Row):
    """One milestone of recovery: whether the skin shows until then, and for which concerns the Plan tells it."""

    key: ClassVar[str] = "milestone_id"
    milestone_id: Milestone
    shows: Flag
    told_for: Annotated[tuple[Group, ...], BeforeValidator(split_ids)]


class Search(Row):
    """One search for evidence: the day it ended, and the months until it is due again."""

    key: ClassVar[str] = "search_id"
    search_id: Id
    ended: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    review_months: Annotated[Annotated[int, Field(ge=1, le=60)], BeforeValidator(read_whole)]
    note: str

    @model_validator(mode="after")
    def _day_exists(self) -> Self:
        try:
            dt.date.fromisoformat(self.ended)
        except ValueError as error:
            raise fault("date", "expected a day of the calendar, as 2025-10-15", column="ended") from error
        return self

    @property
    def day(self) -> dt.date:
        """The day it ended."""
        return dt.date.fromisoformat(self.ended)


TABLES: dict[str, type[Row]] = {
    "sources": Source,
    "concerns": Concern,
    "treatments": Treatment,
    "concern_options": Option,
    "parts": Part,
    "outcomes": OutcomeText,
    "effects": Effect,
    "people_counts": PeopleCount,
    "protocols": Protocol,
    "recovery": Recovery,
    "risks": Risk,
    "cautions": Caution,
    "benefits": Benefit,
    "claims": Claim,
    "concern_benefits": BenefitLink,
    "red_flags": RedFlag,
    "natural_course": NaturalCourse,
    "appointment": Appointment,
    "pain_scores": PainScore,
    "aftercare": Aftercare,
    "costs": Cost,
    "regulator": RegulatorStatus,
    "mcid": SmallestDifference,
    "thresholds": Threshold,
    "guidelines": a.Recommendation,
    "after_signs": a.AfterSign,
    "dated_cautions": a.DatedCaution,
    "situations": a.Situation,
    "caution_terms": a.CautionTerm,
    "aliases": a.Alias,
    "sayings": a.Saying,
    "asked": a.Asked,
    "questions": a.Question,
    "changes": rec.Change,
    "conditions": Condition,
    "harms": Harm,
    "milestones": RecoveryStep,
    "searches": Search,
    "releases": rec.Release,
    "makers": rec.Maker,
    "readings": rec.Reading,
}
