"""The answers for other machines: the same values as on the page, served to anyone, of no visitor."""

from __future__ import annotations

import json

from starlette.applications import Starlette

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.machine import FORMAT
from needlewise.evidence.model.store import Evidence
from needlewise.server.routes import routes
from tests.served import get

APP = Starlette(routes=routes())


def test_the_answer_is_that_of_the_page(evidence: Evidence, concern_id: str) -> None:
    """Sentence for sentence, option for option, with the same certainty."""
    answer = get(APP, f"/api/concerns/{concern_id}.json")
    assert (answer.status, answer.kind) == (200, "application/json")
    told = json.loads(answer.content)
    page = build_concern_page(evidence, concern_id)
    assert told["format"] == FORMAT
    assert [part["text"] for part in told["answer"]] == [part.text for part in page.answer]
    assert told["before_you_decide"]["text"] == page.pause.text
    rows = {row.treatment.treatment_id: row for row in page.options}
    assert sorted(option["id"] for option in told["options"]) == sorted(rows)
    assert len(told["options"]) == len(rows)
    for option in told["options"]:
        row = rows[option["id"]]
        assert option["effect"]["text"] == row.effect.text
        assert (option["certainty"] or {}).get("level") == (row.rating.level if row.rating else None)
        assert [option[name]["text"] for name in ("visits", "days", "main_harm")] == [
            figure.text for figure in (row.visits, row.days, row.harm)
        ]


def test_the_answer_says_which_evidence_it_is_of(evidence: Evidence) -> None:
    """A machine that kept an answer can tell whether it has aged."""
    last = list(evidence.releases.values())[-1]
    for path in ("/api/concerns.json", "/api/concerns/acne_scars.json"):
        told = json.loads(get(APP, path).content)
        assert (told["evidence_version"], told["evidence_released"]) == (last.version, last.day.isoformat())
        assert told["changes_not_released"] == sum(not change.version for change in evidence.changes.values())


def test_every_row_and_source_named_is_there(evidence: Evidence, concern_id: str) -> None:
    """A reader can follow each number to a page."""
    told = json.loads(get(APP, f"/api/concerns/{concern_id}.json").content)
    listed = {source["id"] for source in told["sources"]}
    parts = [*told["answer"], *(option["effect"] for option in told["options"])]
    for part in parts:
        assert all(evidence.find(ref) for ref in part["rows"])
        assert set(part["sources"]) <= listed
    assert all(source["link"].startswith("http") for source in told["sources"])


def test_the_list_leads_to_every_answer(evidence: Evidence) -> None:
    """Each address that is named answers."""
    told = json.loads(get(APP, "/api/concerns.json").content)
    assert [one["id"] for one in told["concerns"]] == list(evidence.concerns)
    assert get(APP, told["concerns"][0]["address"]).status == 200


def test_an_unknown_concern_is_not_found() -> None:
    """And says so in the same form."""
    answer = get(APP, "/api/concerns/sore_thumb.json")
    assert answer.status == 404
    assert json.loads(answer.content) == {"error": "no such concern"}
