"""The seven screens of the consult room, made from the evidence alone."""

from __future__ import annotations

import re
from itertools import pairwise

from needlewise.decision.compare.choice import MOST, first_choice
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.consult_room import SCREENS, ConsultRoom, build_consult_room, neighbours, side_note
from needlewise.decision.priorities.criteria import Board, board, measure
from needlewise.decision.told import Answers
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.words import say

CONCERNS = list(load().concerns)


def _board(evidence: Evidence, concern_id: str, option_ids: tuple[str, ...]) -> Board:
    return board(measure(evidence, concern_id), option_ids)


def _room(
    evidence: Evidence, concern_id: str, option_ids: tuple[str, ...] = (), skin_type: int | None = None
) -> ConsultRoom:
    chosen = option_ids or first_choice(evidence, concern_id)
    return build_consult_room(
        evidence, build_concern_page(evidence, concern_id), chosen, skin_type, _board(evidence, concern_id, chosen)
    )


def test_every_concern_has_its_seven_screens_with_one_message_each(evidence: Evidence, concern_id: str):
    """In their order, each with a question, a message and three wordings for the talk; nothing is left empty."""
    room = _room(evidence, concern_id)
    assert tuple(screen.screen_id for screen in room.screens) == SCREENS
    for screen in room.screens:
        assert screen.title
        assert screen.message.text
        assert len(screen.wording) == 3
        assert room.screen(screen.screen_id) is screen


def test_every_option_has_a_card_on_every_screen_that_has_cards(evidence: Evidence, concern_id: str):
    """None is left out, doing nothing included, and all stand in the order chosen."""
    chosen = first_choice(evidence, concern_id)
    for screen in _room(evidence, concern_id).screens:
        if screen.cards:
            assert tuple(card.treatment.treatment_id for card in screen.cards) == chosen
            assert all(part.figure.text for card in screen.cards for part in card.parts)


def test_every_figure_leads_to_rows_that_exist(evidence: Evidence, concern_id: str):
    """Each row named behind a screen can be found, and so can its sources."""
    for screen in _room(evidence, concern_id).screens:
        for ref in screen.refs:
            evidence.find(ref)  # a row that is not there is a KeyError
            assert all(source_id in evidence.sources for source_id in evidence.source_ids(ref))


def test_any_options_of_a_concern_can_be_shown(evidence: Evidence, concern_id: str):
    """Also those without needling: no message then speaks of needling alone."""
    names = tuple(option.treatment_id for option in evidence.options(concern_id) if option.role != "needling")[:MOST]
    room = _room(evidence, concern_id, names)
    assert room.screen("works").message.text != build_concern_page(evidence, concern_id).answer[0].text
    for screen in room.screens:
        assert screen.message.text


def test_the_message_of_recovery_is_the_whole_course_in_days(evidence: Evidence):
    """Microneedling for acne scars: 4 visits (3 to 6) of 1 day (0 to 4) make 4 days, from 0 (3 x 0) to 24 (6 x 4)."""
    message = _room(evidence, "acne_scars").screen("recovery").message
    row = next(row for row in build_concern_page(evidence, "acne_scars").options if row.role == "needling")
    assert row.whole is not None
    assert f"{row.whole.typical:g} days off" in message.text
    assert f"{row.whole.low:g} to {row.whole.high:g}" in message.text
    assert message.refs


def test_a_skin_type_changes_the_figures_of_dark_marks(evidence: Evidence):
    """Told a type, the screen says which types each rate was seen in, and whether this one was among them."""
    plain, told = (_room(evidence, "acne_scars", (), tone).screen("harms") for tone in (None, 5))
    assert plain.more[-1].text == say("room-skin-not-told")
    assert told.more[-1].text == say("room-skin-told", type="V")
    notes = [part.figure.note for card in told.cards for part in card.parts if part.name == say("harm-dark_marks")]
    assert any("yours among them" in note for note in notes)
    assert all("yours" not in part.figure.note for card in plain.cards for part in card.parts)


def test_both_sides_are_told_where_a_study_counted_people(evidence: Evidence):
    """The people who got there are part of the card, so those who did not are known too."""
    cards = _room(evidence, "acne_scars").screen("works").cards
    counted = [card.people for card in cards if card.people is not None]
    assert counted
    assert all(0 <= people.share.percent <= 100 for people in counted)


def test_the_other_group_is_told_in_words_only_where_it_has_no_block_of_its_own(evidence: Evidence):
    """Each block says who got there and who did not, of all it shows.

    Two groups of one study side by side need no more.
    """
    kinds = set()
    chosen: list[tuple[str, tuple[str, ...]]] = [(concern_id, ()) for concern_id in CONCERNS]
    # Counted in one study.
    chosen.append(("acne_scars", ("microneedling", "superficial_peel", "no_treatment")))
    for concern_id, names in chosen:
        cards = [card for card in _room(evidence, concern_id, names).screen("works").cards if card.people is not None]
        blocks = [card.people.ref for card in cards if card.people is not None]
        for card in cards:
            assert card.people is not None
            assert card.people_words is not None
            got, total, rest = (int(count) for count in re.findall(r"\d+", card.people_words.counts))
            assert got + rest == total == card.people.share.total
            alone = blocks.count(card.people.ref) == 1
            kinds.add(alone)
            assert (card.people.other.inside in card.people_words.note) == alone
    assert kinds == {True, False}


def test_a_card_has_one_mark_for_all_its_sentences(evidence: Evidence):
    """It opens every row behind them; a card of figures alone has none, since each figure opens its own."""
    room = _room(evidence, "acne_scars")
    works = room.screen("works").cards[0]
    assert works.sources is not None
    assert set(works.sources.refs) == {ref for part in works.parts for ref in part.figure.refs}
    assert room.screen("recovery").cards[0].sources is None


def test_the_side_note_starts_with_what_is_most_urgent(evidence: Evidence, concern_id: str):
    """Every red flag of the concern, with the first screen only."""
    room = _room(evidence, concern_id)
    flags = side_note(evidence, room, room.screen("choice"), Answers()).red_flags
    assert set(flags) == set(evidence.of(concern_id).red_flags)
    assert all(one.urgency <= other.urgency for one, other in pairwise(flags))
    assert not side_note(evidence, room, room.screen("harms"), Answers()).red_flags


def test_the_side_note_says_what_the_client_told_for_every_option(evidence: Evidence):
    """With every screen, and only when anything was told; every source of the screen is named once."""
    room = _room(evidence, "acne_scars")
    harms = room.screen("harms")
    note = side_note(evidence, room, harms, Answers(conditions=("diabetes",)))
    assert [told.name for told in note.told] == [row.treatment.name for row in room.options]
    assert say("condition-diabetes") in note.told[0].reasons
    assert not side_note(evidence, room, harms, Answers()).told
    for screen in room.screens:
        assert side_note(evidence, room, screen, Answers(conditions=("diabetes",))).told == note.told
    named = [source.source_id for source in note.sources]
    assert len(named) == len(set(named))
    assert set(named) == {name for ref in harms.refs for name in evidence.source_ids(ref)}


def test_people_counted_are_not_told_twice(evidence: Evidence):
    """Where the headline is a count of people, the block of 100 shows it with both sides, and no second figure says it."""
    seen = 0
    for concern_id in CONCERNS:
        page = build_concern_page(evidence, concern_id)
        rows = {row.treatment.treatment_id: row for row in page.options}
        for option in evidence.options(concern_id):
            chosen = (option.treatment_id, "no_treatment") if option.role != "nothing" else (option.treatment_id,)
            card = build_consult_room(evidence, page, chosen).screen("works").cards[0]
            row = rows[card.treatment.treatment_id]
            counted = card.people is not None and card.people.ref in row.effect.refs
            seen += counted and bool(row.effect_figures)
            assert len(card.parts) == (2 if row.effect_figures and not counted else 1)
    assert seen


def test_what_a_person_said_comes_first_in_their_order(evidence: Evidence):
    """Visits before downtime when they put visits first; the rest follows, nothing is told twice."""
    chosen = first_choice(evidence, "acne_scars")
    said = (("visits", 100.0), ("downtime", None))
    room = build_consult_room(
        evidence, build_concern_page(evidence, "acne_scars"), chosen, None, _board(evidence, "acne_scars", chosen), said
    )
    names = [part.name for part in room.screen("matters").points]
    assert names[:2] == [say("priorities-name-visits", group="skin"), say("priorities-name-downtime", group="skin")]
    assert len(names) == len(set(names))
    assert room.screen("matters").message.text == say("room-matters-told")


def test_the_way_through_the_screens_is_a_line():
    """From the first to the last and back, with an end on both sides."""
    assert neighbours(SCREENS[0])[0] is None
    assert neighbours(SCREENS[-1])[1] is None
    for before, after in pairwise(SCREENS):
        assert neighbours(before)[1] == after
        assert neighbours(after)[0] == before


def test_no_note_is_only_a_full_stop(evidence: Evidence, concern_id: str):
    """A figure that needs no note has none."""
    for screen in _room(evidence, concern_id).screens:
        for card in screen.cards:
            assert all(re.search(r"\w", part.figure.note) for part in card.parts if part.figure.note)
