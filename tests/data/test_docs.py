"""What the documents name is there: files, headings, commands, rows of the tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from needlewise import ROOT
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import rate
from needlewise.evidence.rules.course import course
from needlewise.evidence.rules.headline import headline_against_control
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.recovery import milestone, visible
from needlewise.evidence.rules.size import noticeable_difference
from needlewise.evidence.sentences.statements import statement
from tools import module_map, spec_page

DOCS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
TABLES = ("effects", "protocols", "recovery", "risks", "cautions", "mcid")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _anchors(text: str) -> set[str]:
    """The names GitHub gives to headings."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_link_leads_somewhere(path: Path):
    """To a file that is there, and to a heading of it where one is named."""
    text = path.read_text(encoding="utf-8")
    lost = []
    for goal in re.findall(r"\]\(((?!https?:|mailto:)[^)\s]+)\)", text):
        name, _, heading = goal.partition("#")
        there = (path.parent / name) if name else path
        if not there.exists() or (heading and heading not in _anchors(there.read_text(encoding="utf-8"))):
            lost.append(goal)
    assert lost == []


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_path_named_is_there(path: Path):
    """In code marks: `needlewise/words/en.ftl`, `data/`; a place in which a file is made is none."""
    named = re.findall(
        r"`((?:needlewise|data|pages|tests|docs|tools|benchmarks)/[\w./-]*)`", path.read_text(encoding="utf-8")
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_make_command_exists(path: Path):
    """`make test` and the rest are in the Makefile."""
    text = path.read_text(encoding="utf-8")
    asked = re.findall(r"(?:^    |`)make ([a-z][a-z-]*)", text, re.MULTILINE)
    assert {name for name in asked if name not in TARGETS} == set()


def test_every_row_the_rules_name_exists(evidence: Evidence):
    """An example rests on rows: `effects:acne_scars.…` written whole can be found."""
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    refs = re.findall(rf"`((?:{'|'.join(TABLES)}):[\w.]+)`", text)
    assert len(refs) > 20
    lost = []
    for ref in refs:
        try:
            evidence.find(ref)
        except KeyError:
            lost.append(ref)
    assert lost == []


def _span(days: Range | None) -> tuple[float, float, float]:
    assert days is not None
    assert days.typical is not None
    return (days.low, days.typical, days.high)


def _visits(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[float, float, float]:
    found = course(evidence, concern_id, treatment_id)
    assert found is not None
    return _span(found.visits)


def _says(evidence: Evidence, concern_id: str, treatment_id: str, *, subject: str = "") -> str:
    found = headline_against_control(evidence, concern_id, treatment_id)
    assert found is not None
    return f'"{statement(evidence, found, subject=subject).text}"'


def _level(evidence: Evidence, effect_id: str) -> str:
    """Our own rating, as it stands in the text."""
    return f"**{rate(evidence, evidence.effects[effect_id]).level.replace('_', ' ')}**"


# Each example of docs/rules.md that is worked out here again from the real tables, by the very rule, and put as it
# stands there.
EXAMPLES: dict[str, Callable[[Evidence], str]] = {
    "visits, acne scars": lambda evidence: "Usual **{1:g}**, from {0:g} to {2:g}.".format(
        *_visits(evidence, "acne_scars", "microneedling")
    ),
    "visits, back pain": lambda evidence: "so **{1:g}**, from {0:g} to {2:g}.".format(
        *_visits(evidence, "low_back_pain", "dry_needling")
    ),
    "days, microneedling": lambda evidence: "**{1:g}, up to {2:g} days, ".format(
        *_span(milestone(evidence, "microneedling", "back_to_work", "acne_scars"))
    ),
    "shows, microneedling": lambda evidence: "**shows for {1:g}, up to {2:g} days**".format(
        *_span(visible(evidence, "microneedling", "acne_scars"))
    ),
    "days, laser": lambda evidence: "**{1:g}, up to {2:g} days**".format(
        *_span(milestone(evidence, "fractional_co2_laser", "back_to_work", "acne_scars"))
    ),
    "sore, dry needling": lambda evidence: "**Sore for {1:g}, up to {2:g} days.**".format(
        *_span(milestone(evidence, "dry_needling", "soreness_gone", "neck_pain"))
    ),
    "smallest difference, pain": lambda evidence: (
        f"The middle one is **{noticeable_difference(evidence, 'pain'):g}**. Daily activities"
    ),
    "headline, thinning hair": lambda evidence: _says(evidence, "hair_thinning", "microneedling"),
    "sentence, knee pain": lambda evidence: _says(evidence, "knee_pain", "acupuncture", subject="it"),
    "part, scars": lambda evidence: _says(evidence, "surgical_scars", "fractional_co2_laser", subject="it"),
    "turn, tennis elbow": lambda evidence: _says(evidence, "tennis_elbow", "corticosteroid_injection", subject="it"),
    "little or no difference": lambda evidence: _says(evidence, "neck_pain", "botulinum_toxin", subject="it"),
    "untested, acne scars": lambda evidence: _says(evidence, "acne_scars", "microneedling"),
    "certainty, heel needling": lambda evidence: (
        f"Moderate - 1 = {_level(evidence, 'plantar_heel_pain.dry_needling.cotchett2014.1')}."
    ),
    "certainty, heel shockwave": lambda evidence: (
        f"inside 10: nothing off. {_level(evidence, 'plantar_heel_pain.shockwave.crd_heel_eswt.1').replace('m', 'M')}."
    ),
    "certainty, scars": lambda evidence: (
        f"I2 is 89: one down. {_level(evidence, 'surgical_scars.fractional_co2_laser.co2_surgical_ma.2').replace('l', 'L')}."
    ),
    "certainty, shoulder": lambda evidence: (
        "fewer than 400 people, one down. "
        f"{_level(evidence, 'shoulder_pain.acupuncture.molsberger2010.1').replace('**v', '**V')}."
    ),
    "certainty, tone": lambda evidence: (
        f"0.8 to 1.25: one down. {_level(evidence, 'uneven_tone.topical_retinoid.rajaratnam2010.1').replace('l', 'L')}."
    ),
    "sentence, back pain": lambda evidence: _says(evidence, "low_back_pain", "manual_therapy", subject="it"),
}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_of_the_rules_is_what_the_rule_gives(evidence: Evidence, example: Callable[[Evidence], str]):
    """After an edit of its rows, work the example in docs/rules.md out again."""
    told = " ".join((ROOT / "docs" / "rules.md").read_text(encoding="utf-8").split())
    assert example(evidence) in told


def test_the_list_of_modules_is_that_of_the_code():
    """Also who adds a file finds it there: `python -m tools.module_map` writes the page."""
    assert module_map.PAGE.read_text(encoding="utf-8") == module_map.page()


def test_the_page_of_cases_is_that_of_the_spec():
    """Whoever reads it reads what is tested: `python -m tools.spec_page` writes it from `tests/spec`."""
    assert spec_page.PAGE.read_text(encoding="utf-8") == spec_page.page()


def test_a_case_without_words_is_refused():
    """A reader of the page would see nothing, or a bare number."""

    @pytest.mark.parametrize("weeks", [4, 8])
    def test_nameless(weeks: int) -> None:
        assert weeks

    with pytest.raises(ValueError, match="test_nameless needs a name in words"):
        list(spec_page._tables(test_nameless))


def test_every_name_of_code_in_the_rules_stands_in_the_file_that_is_named():
    """`choose_headline` in `needlewise/…/headline.py`: whoever looks there finds it."""
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    named = re.findall(r"((?:`[\w.]+`(?:, | and )?)+) in `(needlewise/[\w/]+\.py)`", text)
    assert len(named) > 8
    for names, place in named:
        code = (ROOT / place).read_text(encoding="utf-8")
        for name in re.findall(r"`(?:\w+\.)?(\w+)`", names):
            assert re.search(rf"^ *(?:def|class) {name}\b", code, re.MULTILINE), f"{name} is not in {place}"
