"""Opening a link that holds a version: what has changed since is told first, on every page, and today's answer follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from needlewise.evidence.reading.load import load
from needlewise.handout.link import address
from needlewise.words import say

Opener = Callable[..., AppTest]
FIRST, IN_FORCE = next(iter(load().releases)), list(load().releases)[-1]


def html(app: AppTest) -> str:
    """All HTML of a page, in order."""
    assert not app.exception
    return "".join(part.proto.body for part in app.get("html"))


def opened(open_page: Opener, concern: str, **query: str) -> str:
    """Explore, opened with an address."""
    return html(open_page(concern, **query))


def test_an_old_link_is_told_what_has_changed_before_anything_else(open_page: Opener):
    """How much, since which version, what it was and is, why, and the way to the old answer."""
    text = opened(open_page, "low_back_pain", version=FIRST)
    assert say("since-below") in text
    assert f"version {FIRST}" in text
    assert f"/answer?concern=low_back_pain&amp;version={FIRST}" in text
    assert text.index('class="nw-since"') < text.index('class="nw-answer"')
    assert say("kept-old-why") not in text


def test_a_link_without_a_version_is_told_nothing(open_page: Opener):
    """As every link was before."""
    assert 'class="nw-since"' not in opened(open_page, "low_back_pain")


@pytest.mark.parametrize("version", ["9.9.9", "nonsense", "0" * 300])
def test_an_unknown_version_gives_a_quiet_note(open_page: Opener, version: str):
    """And the page as ever."""
    text = opened(open_page, "low_back_pain", version=version)
    assert "We do not know version" in text
    assert 'class="nw-since"' not in text
    assert "nw-answer" in text


def test_the_paper_s_link_holds_the_version():
    """So that whoever scans it later is told what has changed."""
    link = address("https://a.example/take_home", "acne_scars", ("microneedling", "no_treatment"), IN_FORCE)
    assert link == f"https://a.example/compare?concern=acne_scars&options=microneedling,no_treatment&version={IN_FORCE}"
