"""The rows behind the figures are served a shelf at a time, under addresses that tell nobody's answers."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette

from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.store import Evidence
from needlewise.server.routes import routes
from needlewise.ui.components.source_cards import SourceCards, shelves
from tests.page_reader import block, words_on_shelf
from tests.served import get

APP = Starlette(routes=routes())


def _all_refs(evidence: Evidence) -> list[str]:
    refs = [f"{table}:{row_id}" for table in r.TABLES for row_id in getattr(evidence, table)]
    return [ref for ref in refs if evidence.source_ids(ref)]


def test_every_row_with_a_source_stands_on_one_shelf_with_its_sources(evidence: Evidence) -> None:
    """No row is missing, and none is found under another's name."""
    refs = _all_refs(evidence)
    assert len({(shelves.shelf(evidence, ref), shelves.code(ref)) for ref in refs}) == len(refs)
    for ref in refs:
        words = words_on_shelf(shelves.shelf(evidence, ref), shelves.code(ref))
        for name in evidence.source_ids(ref):
            assert " ".join(evidence.sources[name].title.split()) in " ".join(words.split()), ref


def test_an_address_names_a_concern_or_a_table_and_never_the_row(evidence: Evidence) -> None:
    """What a browser asks for is the same for every row of a shelf: a caution tells nobody who asked for it."""
    asked = {shelves.address(evidence, f"cautions:{name}").partition("#")[0] for name in evidence.cautions}
    assert len(asked) == 1
    known = {*evidence.concerns, *r.TABLES}
    for ref in _all_refs(evidence):
        assert re.sub(r"-[a-z2-7]$", "", shelves.shelf(evidence, ref)) in known


def test_a_shelf_may_be_kept_for_ever_and_an_older_one_only_until_it_is_asked_again(evidence: Evidence) -> None:
    """The address changes with the rows; a page drawn before a restart still finds them."""
    address = shelves.address(evidence, next(f"effects:{name}" for name in evidence.effects)).partition("#")[0]
    now = get(APP, f"/{address}")
    assert (now.status, now.headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
    older = get(APP, f"/{address}".replace(shelves.shelves().edition, "00000000"))
    assert (older.status, older.headers["cache-control"]) == (200, "no-cache")
    assert older.content == now.content


@pytest.mark.parametrize("name", ["nothing", "..", "<b>", "acne_scars.csv", "x" * 3000])
def test_no_other_shelf_is_served(name: str) -> None:
    """And nothing of what was asked for is said back."""
    answer = get(APP, f"/sources/{shelves.shelves().edition}/{name}")
    assert (answer.status, answer.content) == (404, b"Not found\n")


def test_a_figure_names_its_rows_its_rule_and_what_stands_above_them(evidence: Evidence) -> None:
    """The first row in the address, the others beside it; the plainest rule is not told twice."""
    two = tuple(f"protocols:{name}" for name in list(evidence.protocols)[:2])
    cards = SourceCards(evidence)
    (opener,) = block(cards.link("3", two, "sessions", lead="Why <so>.")).children
    assert (opener.own_refs, opener.text) == (two, "3")
    assert (opener.attributes["data-rule"], opener.attributes["data-lead"]) == ("sessions", "Why <so>.")
    (plain,) = block(cards.figure(Figure("3", refs=two[:1]))).children
    assert set(plain.attributes) == {"class", "href"}


def test_two_rows_never_share_a_short_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should it happen, the server says so at the start instead of opening the wrong source."""
    monkeypatch.setattr(shelves, "code", lambda _: "same")
    shelves.shelves.cache_clear()
    with pytest.raises(ValueError, match="two rows with one short name"):
        shelves.shelves()
