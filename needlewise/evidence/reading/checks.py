"""Checks that need more than one row.

Links between tables, lists that something else closes, verdicts against their findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from needlewise.evidence.model import record as rec
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS, DARK_SKIN, NO_GROUP, Control, Milestone, ThresholdId
from needlewise.evidence.reading.csv_tables import Table
from needlewise.evidence.reading.faults import Fault
from needlewise.evidence.rules.verdicts import bearings, verdict_of
from needlewise.words import has

# Columns that hold several ids of another table.
_LISTS = (
    ("contains", "treatments"),
    ("harms", "harms"),
    ("situations", "situations"),
    ("concern_ids", "concerns"),
    ("share_refs", "risks"),
    ("share_concern_ids", "concerns"),
    ("verdict_ids", "claims"),
    ("treatment_ids", "treatments"),
    ("option_ids", "treatments"),
)


def _links(tables: dict[str, Table]) -> Iterator[Fault]:
    """Every id named in one table must exist in the table it points to."""
    for table in tables.values():
        for row in table.rows.values():
            yield from _row_links(tables, table, row)
            cells = vars(row)
            for column, target in _LISTS:
                for value in cells.get(column, ()):
                    if tables[target].rows and value not in tables[target].rows:
                        yield table.fault(row, column, value, f"expected ids that are in {target}.csv")


def _terms(tables: dict[str, Table]) -> Iterator[Fault]:
    """Each term belongs to a caution, and what it names belongs to that caution's condition."""
    terms, situations = tables["caution_terms"], tables["situations"]
    cautions = {**tables["cautions"].rows, **tables["dated_cautions"].rows}
    for row in terms.rows.values() if cautions else ():
        caution = cautions.get(row.caution_id)
        if caution is None:
            text = "expected the id of a row of cautions.csv or dated_cautions.csv"
            yield terms.fault(row, "caution_id", row.caution_id, text)
            continue
        for name in row.situations:
            found = situations.rows.get(name)
            if found is not None and found.condition != caution.condition:
                text = f"expected a situation of {caution.condition}"
                yield terms.fault(row, "situations", name, text)
    for row in situations.rows.values():
        if row.kind == "choice" and not has(f"situation-{row.situation_id}"):
            text = "expected a word with a message situation-... in needlewise/words/en.ftl"
            yield situations.fault(row, "situation_id", row.situation_id, text)
        if row.within and row.within not in situations.rows:
            yield situations.fault(row, "within", row.within, "expected the id of another row of situations.csv")


_LED_TO = {"concern": "concerns", "option": "treatments", "promise": "benefits", "condition": "conditions"}


def _aliases(tables: dict[str, Table]) -> Iterator[Fault]:
    """A name leads to rows that are there, and an option it leads to is one of some concern."""
    table, offered = tables["aliases"], {row.treatment_id for row in tables["concern_options"].rows.values()}
    for row in table.rows.values():
        rows = tables[_LED_TO[row.leads_to]].rows if row.leads_to in _LED_TO else {}
        for name in row.target_ids:
            if rows and name not in rows:
                yield table.fault(row, "target_ids", name, f"expected ids that are in {_LED_TO[row.leads_to]}.csv")
            elif row.leads_to == "option" and offered and name not in offered:
                yield table.fault(row, "target_ids", name, "expected an option of some concern")
        for reference in row.refs:
            target, _, row_id = reference.partition(":")
            if target not in tables or (tables[target].rows and row_id not in tables[target].rows):
                yield table.fault(row, "refs", reference, "expected table:row_id of a row that exists")


def _sayings(tables: dict[str, Table]) -> Iterator[Fault]:
    """Both sides of a saying are options of its concern, where the pages tell of them, and nothing is said twice."""
    table = tables["sayings"]
    offered = {(row.concern_id, row.treatment_id) for row in tables["concern_options"].rows.values()}
    said: set[str] = set()
    for row in table.rows.values():
        for column in ("treatment_id", "rival_id"):
            name = getattr(row, column)
            if name and offered and (row.concern_id, name) not in offered:
                yield table.fault(row, column, name, "expected an option of this concern")
        if row.saying in said:
            yield table.fault(row, "saying", row.saying, "expected words that no other row has")
        said.add(row.saying)


def _asked(tables: dict[str, Table]) -> Iterator[Fault]:
    """What a question names belongs together, and no question stands twice."""
    table, situations = tables["asked"], tables["situations"]
    said: set[str] = set()
    for row in table.rows.values():
        found = situations.rows.get(row.situation)
        if row.situation and situations.rows and (found is None or found.condition != row.condition):
            yield table.fault(row, "situation", row.situation, "expected a situation of this condition")
        if row.question in said:
            yield table.fault(row, "question", row.question, "expected words that no other row has")
        said.add(row.question)


def _row_links(tables: dict[str, Table], table: Table, row: Row) -> Iterator[Fault]:
    def unknown(target: str, value: str) -> bool:
        # A table that could not be read at all has been reported already; do not bury that under broken links.
        return bool(tables[target].rows) and value not in tables[target].rows

    # Most rows have few of these columns, and to ask the model for one it has not takes longer than all the rest.
    cells = vars(row)
    for column, target in (
        ("concern_id", "concerns"),
        ("treatment_id", "treatments"),
        ("claim_id", "benefits"),
        ("verdict_id", "claims"),
        ("add_on_to", "treatments"),
        ("rival_id", "treatments"),
        ("needling_id", "treatments"),
        ("condition", "conditions"),
        ("harm", "harms"),
    ):
        value = cells.get(column, "") or ""
        if value and table.rows and type(row).key != column and unknown(target, value):
            yield table.fault(row, column, value, f"expected an id that is in {target}.csv")
    if isinstance(row, r.Effect) and row.comparator_id not in NO_GROUP and unknown("treatments", row.comparator_id):
        yield table.fault(row, "comparator_id", row.comparator_id, "expected an id that is in treatments.csv")
    single = cells.get("source_id")
    if single is not None and not isinstance(row, r.Source) and unknown("sources", single):
        yield table.fault(row, "source_id", single, "expected an id that is in sources.csv")
    for source_id in cells.get("source_ids", ()):
        if unknown("sources", source_id):
            yield table.fault(row, "source_ids", source_id, "expected an id that is in sources.csv")
    duplicate = cells.get("duplicate_of", "")
    if duplicate and (duplicate not in table.rows or duplicate == row.identity):
        yield table.fault(row, "duplicate_of", duplicate, f"expected the id of another row of {table.file}")
    elif duplicate and table.rows[duplicate].duplicate_of:
        yield table.fault(row, "duplicate_of", duplicate, "expected a row that is not itself a duplicate")
    newer = cells.get("superseded_by", "")
    if newer and (unknown("sources", newer) or newer == single):
        yield table.fault(row, "superseded_by", newer, "expected the id of a newer source that is in sources.csv")
    for column in ("nothing_refs", "near_lungs_refs", "row_refs"):
        for reference in cells.get(column, ()):
            target, _, row_id = reference.partition(":")
            if target not in tables or unknown(target, row_id):
                yield table.fault(row, column, reference, "expected table:row_id of a row that exists")
    if isinstance(row, rec.Change) and (row.table not in tables or unknown(row.table, row.row_id)):
        yield table.fault(row, "row_id", f"{row.table}:{row.row_id}", "expected a row that exists")


def _roles(tables: dict[str, Table]) -> Iterator[Fault]:
    """Each concern has exactly one needling option (its own), one of doing nothing, and no group as an option."""
    options, concerns, treatments = (tables[name] for name in ("concern_options", "concerns", "treatments"))
    if not options.rows or not treatments.rows:
        return
    for concern in concerns.rows.values():
        mine = [option for option in options.rows.values() if option.concern_id == concern.concern_id]
        for role, expected in (("needling", concern.needling_id), ("nothing", "no_treatment")):
            found = [option.treatment_id for option in mine if option.role == role]
            if found != [expected]:
                text = f"expected one option with role {role}: {expected}"
                yield concerns.fault(concern, "concern_id", f"{concern.concern_id}: {found}", text)
        needling = treatments.rows.get(concern.needling_id)
        if needling is not None and (needling.needling != "alone" or needling.is_group):
            text = "expected one treatment that is needling alone"
            yield concerns.fault(concern, "needling_id", concern.needling_id, text)
    for option in options.rows.values():
        treatment = treatments.rows.get(option.treatment_id)
        if treatment is not None and treatment.is_group:
            yield options.fault(option, "treatment_id", option.treatment_id, "expected one treatment, not a group")


# Columns that the catalogue closes: what stands there needs a message of that family, or nobody could read it.
_IN_WORDS = (
    ("harms", "harm_id", "harm-"),
    ("conditions", "condition_id", "condition-"),
    ("dated_cautions", "advice", "caution-advice-"),
    ("dated_cautions", "basis", "caution-basis-"),
    ("guidelines", "recommendation", "guideline-"),
    ("after_signs", "action", "after-action-"),
    ("after_signs", "basis", "after-basis-"),
    ("claims", "topic", "evidence-topic-"),
    ("changes", "reader", "reader-"),
    ("readings", "reader", "reader-"),
)


def _words(tables: dict[str, Table]) -> Iterator[Fault]:
    """Every harm, condition and topic must be one that the catalogue has words for; so a misspelt one is found."""
    for name, column, family in _IN_WORDS:
        table = tables[name]
        for row in table.rows.values():
            value = getattr(row, column)
            if not has(family + value):
                text = f"expected a word with a message {family}... in needlewise/words/en.ftl"
                yield table.fault(row, column, value, text)


# Rows that the rules name.
_NEEDED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("thresholds", get_args(ThresholdId)),
    ("treatments", get_args(Control)),
    ("conditions", (DARK_SKIN,)),
    ("harms", (DARK_MARKS,)),
    ("milestones", get_args(Milestone)),
)


def _needed(tables: dict[str, Table]) -> Iterator[Fault]:
    """Every number, control, condition, harm and milestone that a rule names must be there."""
    for name, row_ids in _NEEDED:
        table, key = tables[name], r.TABLES[name].key
        for row_id in row_ids if table.rows else ():
            if row_id not in table.rows:
                yield Fault(table.file, 1, key, f"no {row_id}", f"expected a row {row_id}: a rule needs it")
    treatments = tables["treatments"]
    for control in get_args(Control):
        row = treatments.rows.get(control)
        if row is not None and row.family != "nothing":
            yield treatments.fault(row, "family", row.family, "expected nothing: others are compared with it")


# Tables that describe what others name, and who names it in which column.
_DESCRIBED = (
    ("conditions", ("cautions", "dated_cautions"), "condition"),
    ("harms", ("risks",), "harm"),
)


def _unused(tables: dict[str, Table]) -> Iterator[Fault]:
    """No condition and no harm is described that nothing names: nobody could be told of it."""
    for name, users, column in _DESCRIBED:
        table, key = tables[name], r.TABLES[name].key
        used = {getattr(row, column) for user in users for row in tables[user].rows.values()}
        for row in table.rows.values() if used else ():
            if row.identity not in used:
                text = f"expected one that a row of {' or '.join(f'{user}.csv' for user in users)} names"
                yield table.fault(row, key, row.identity, text)


def _sites(tables: dict[str, Table]) -> Iterator[Fault]:
    """A harm's place of the body is one of a concern; a misspelt one would be told nowhere."""
    table, known = tables["risks"], {site for row in tables["concerns"].rows.values() for site in row.sites}
    for row in table.rows.values() if known else ():
        if row.site and row.site not in known:
            yield table.fault(row, "site", row.site, "expected a place that a row of concerns.csv names in sites")


def _windows(tables: dict[str, Table]) -> Iterator[Fault]:
    """A finding's stretch of time agrees with its weeks, by the limits in `thresholds.csv`. A span counts by its end.

    Without weeks, one that lies beyond the short term must say so in `beyond_short`, which the rules read.
    """
    table, limits = tables["effects"], tables["thresholds"].rows
    if not {"weeks_short", "weeks_long"} <= set(limits):
        return
    short, long = limits["weeks_short"].value, limits["weeks_long"].value
    for row in table.rows.values():
        if row.window in (None, "right_after"):
            continue
        if row.weeks is None:
            if row.window != "short" and row.time_words and not row.beyond_short:
                yield table.fault(row, "beyond_short", "", f"expected yes: its window is {row.window}")
            continue
        wanted = "short" if row.weeks <= short else "middle" if row.weeks <= long else "long"
        if row.window != wanted:
            yield table.fault(row, "window", row.window, f"expected {wanted}: its weeks say so")


def _counts(tables: dict[str, Table]) -> Iterator[Fault]:
    """People counted on both sides belong to a finding that gives shares, and make those shares, to one of 100."""
    table, effects = tables["people_counts"], tables["effects"].rows
    for row in table.rows.values() if effects else ():
        effect = effects.get(row.effect_id)
        if effect is None or effect.measure != "proportion" or effect.comparator_estimate is None:
            yield table.fault(row, "effect_id", row.effect_id, "expected a finding of shares that is in effects.csv")
            continue
        for column, share, events, people in (
            ("events", effect.estimate, row.events, row.people),
            ("comparator_events", effect.comparator_estimate, row.comparator_events, row.comparator_people),
        ):
            if abs(100 * events / people - share) > 1:
                yield table.fault(row, column, str(events), f"expected about {share:g} of 100, as the finding says")


def _parts_of_people(tables: dict[str, Table]) -> Iterator[Fault]:
    """A part names the subgroups of its findings word for word, or it would never find them."""
    held = {(row.concern_id, row.subgroup) for row in tables["effects"].rows.values()}
    for row in tables["parts"].rows.values() if held else ():
        for text in row.subgroups:
            if (row.concern_id, text) not in held:
                yield tables["parts"].fault(
                    row, "subgroups", text, "expected the subgroup of a finding of this concern"
                )


def against_findings(tables: dict[str, Table], evidence: Evidence) -> Iterator[Fault]:
    """Each verdict is the word that its findings carry."""
    claims = tables["claims"]
    for claim in evidence.claims.values():
        word = verdict_of(bearings(evidence, claim))
        if claim.verdict != word:
            text = f"expected {word}: its findings carry no other word"
            yield claims.fault(claim, "verdict", claim.verdict, text)


def _releases(tables: dict[str, Table]) -> Iterator[Fault]:
    """Versions grow from row to row with their days, and a change names one of them, or none until it is released."""
    releases, changes = tables["releases"], tables["changes"]
    before: rec.Release | None = None
    for row in releases.rows.values():
        if before is not None and (_parts(row.version) <= _parts(before.version) or row.day < before.day):
            yield releases.fault(row, "version", row.version, f"expected a later version than {before.version}")
        before = row
    for change in changes.rows.values():
        if change.version and releases.rows and change.version not in releases.rows:
            yield changes.fault(change, "version", change.version, "expected a version that is in releases.csv")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def between_tables(tables: dict[str, Table]) -> Iterator[Fault]:
    """All that is wrong between tables whose rows are sound."""
    yield from _links(tables)
    yield from _terms(tables)
    yield from _aliases(tables)
    yield from _sayings(tables)
    yield from _asked(tables)
    yield from _roles(tables)
    yield from _words(tables)
    yield from _sites(tables)
    yield from _windows(tables)
    yield from _counts(tables)
    yield from _parts_of_people(tables)
    yield from _needed(tables)
    yield from _unused(tables)
    yield from _releases(tables)
