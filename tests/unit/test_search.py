"""The search: names as people write them, slips, and an honest answer where nothing is here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.decision.search import Answer, search
from needlewise.decision.shared.rules import RULES
from needlewise.evidence.reading.load import load
from needlewise.words import say

EVIDENCE = load()


def _ids(found: Answer) -> set[str]:
    return {target.row_id or target.concern_id for hit in found.hits for target in hit.targets}


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("dermaroller", "microneedling"),
        ("Dermapen", "microneedling"),
        ("Morpheus8", "rf_microneedling"),
        ("collagen induction", "microneedling"),
        ("IMS", "dry_needling"),
        ("trigger point", "muscle_knots"),
        ("plantar fasciitis", "plantar_heel_pain"),
        ("crow's feet", "fine_lines"),
        ("crow’s feet", "fine_lines"),
        ("melasma", "uneven_tone"),
        ("exosomes", "serum_microneedling"),
        ("PRF", "prp_microneedling"),
        ("dry tattooing", "microneedling"),
        ("acne scars", "acne_scars"),
        ("Acne scarring", "acne_scars"),
        ("tennis elbow", "tennis_elbow"),
        ("Roaccutane", "isotretinoin"),
        ("blood thinners", "anticoagulants"),
        ("no downtime", "low_downtime"),
        ("will a dermapen help", "microneedling"),
        # Slips.
        ("plantar fascitis", "plantar_heel_pain"),
        ("dermaroler", "microneedling"),
        ("melasme", "uneven_tone"),
        ("strech marks", "stretch_marks"),
        ("tenis elbow", "tennis_elbow"),
        ("isotretinion", "isotretinoin"),
    ],
)
def test_a_name_leads_to_its_place(typed: str, leads_to: str):
    """Brand, everyday and medical names, whole questions and slips of one letter."""
    assert leads_to in _ids(search(EVIDENCE, typed))


def test_every_name_of_the_table_is_found_as_it_is_written():
    """None hides another, and each leads to what its row says or says that nothing is here."""
    for alias in EVIDENCE.aliases.values():
        found = search(EVIDENCE, alias.alias)
        assert found.hits, alias.alias
        assert not found.is_guess, alias.alias
        if alias.leads_to != "nothing":
            assert set(alias.target_ids) & _ids(found), alias.alias


def test_there_are_enough_names():
    """A stranger rarely knows our word for it."""
    assert len(EVIDENCE.aliases) >= 150


@pytest.mark.parametrize("typed", ["hip pain", "warts", "jaw pain", "sciatica", "migraine"])
def test_what_is_not_here_is_said_to_be_not_here(typed: str):
    """No concern is put in its place: what is near is called near."""
    (hit,) = search(EVIDENCE, typed).hits
    wanted = "search-near" if hit.targets else "search-nothing"
    assert hit.text.lower() == say(wanted, name=typed).lower()


@pytest.mark.parametrize("typed", ["", "  ", "?!", "zzzzzz", "<script>alert(1)</script>", "x" * 10_000, "背中の痛み"])
def test_anything_else_finds_nothing_and_does_no_harm(typed: str):
    """Not a guess at any price."""
    assert not search(EVIDENCE, typed).hits


def test_short_names_are_not_guessed():
    """PRF is not PRP, and two letters are nobody's slip."""
    assert not search(EVIDENCE, "PRX").hits
    assert search(EVIDENCE, "PRF") != search(EVIDENCE, "PRP")


def test_exosomes_are_told_with_their_study_and_what_regulators_say():
    """Not silence: the one study found, that no product is approved in the US, and where it stands beside others."""
    (hit,) = search(EVIDENCE, "exosomes").hits
    refs = [ref for _, ref in hit.found]
    assert any(ref.startswith("effects:") for ref in refs)
    assert any(ref.startswith("regulator:") for ref in refs)
    assert "No exosome product is approved" in " ".join(words for words, _ in hit.found)


def test_where_no_study_was_found_that_is_said():
    """Of a name that the table marks so, and of no other: platelet-rich fibrin has one study, which is told."""
    (hit,) = search(EVIDENCE, "PRF").hits
    assert say("search-no-study") not in hit.text
    assert any(ref == "sources:prf2025" and "30 people" in words for words, ref in hit.found)
    unstudied = EVIDENCE.aliases["prf"].model_copy(update={"no_study": True})
    (hit,) = search(replace(EVIDENCE, aliases=EVIDENCE.aliases | {"prf": unstudied}), "PRF").hits
    assert say("search-no-study") in hit.text


def test_a_word_of_ours_leads_to_its_explanation():
    """What is typed is told in a line, and the rule on About that it leads to is there."""
    (hit,) = search(EVIDENCE, "GRADE").hits
    assert say("rule-short-certainty") in hit.text
    (target,) = hit.targets
    assert (target.kind, target.row_id) == ("word", "certainty")
    told = {rule.id for rule in RULES if rule.paragraphs}
    words = [alias for alias in EVIDENCE.aliases.values() if alias.leads_to == "word"]
    assert words
    for alias in words:
        assert set(alias.target_ids) <= told, alias.alias_id
        assert search(EVIDENCE, alias.alias).hits
