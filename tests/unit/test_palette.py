"""Marks and words can be told from their paper, in both themes."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from needlewise.charts.palette import FAMILY, HAIRLINE, INK, PAPER, QUIET, SYMBOL, Mode, colour, contrast, mix, pale
from needlewise.evidence.model.vocabulary import Family

MODES: tuple[Mode, ...] = get_args(Mode)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("family", FAMILY)
def test_every_mark_stands_out_three_to_one(family: str, mode: Mode):
    """WCAG 2.2, 1.4.11: a mark that carries meaning has 3:1 on its paper."""
    assert contrast(colour(family, mode), PAPER[mode]) >= 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ink", [INK, QUIET], ids=["ink", "quiet"])
def test_every_text_stands_out_four_and_a_half_to_one(ink: dict[str, str], mode: Mode):
    """WCAG 2.2, 1.4.3: text has 4.5:1 on its paper."""
    assert contrast(ink[mode], PAPER[mode]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_quiet_text_is_quieter_than_ink_and_hairlines_quieter_still(mode: Mode):
    """The order of weight is the same in both themes."""
    weights = [contrast(shade[mode], PAPER[mode]) for shade in (INK, QUIET, HAIRLINE)]
    assert weights == sorted(weights, reverse=True)


def test_every_family_has_a_colour_and_a_shape():
    """So that no treatment is left without a mark."""
    assert set(FAMILY) == set(SYMBOL) == set(get_args(Family))
    for family in FAMILY:
        assert set(FAMILY[family]) == set(MODES)


@pytest.mark.parametrize("mode", MODES)
def test_no_two_families_share_a_colour_or_a_shape(mode: Mode):
    """Groups are drawn as nothing is; every other family is itself."""
    for first, second in itertools.combinations([family for family in FAMILY if family != "group"], 2):
        assert colour(first, mode) != colour(second, mode)
        assert SYMBOL[first] != SYMBOL[second]


def test_contrast_of_black_and_white_is_twenty_one():
    """The two ends of the scale, from the definition, and the order does not matter."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_mixing_runs_from_one_colour_to_the_other():
    """Nought is the first, one the second, a half the middle."""
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 1) == "#FFFFFF"
    assert mix("#000000", "#646464", 0.5) == "#323232"
    assert pale("needling", "light", 0) == PAPER["light"]
    assert pale("needling", "light", 1) == colour("needling", "light")
