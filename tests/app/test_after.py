"""After: found from home in one tap, without a word about the person."""

from __future__ import annotations

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from tests.app.conftest import FRAME


def plain(page: str) -> str:
    """What is read: without tags, styles and source cards."""
    page = re.sub(r"<style.*?</style>|<div popover.*?</ol>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


AFTER = str(ROOT / "pages" / "after.py")


def after(**address: str) -> str:
    """The words of the page."""
    app = AppTest.from_file(FRAME, default_timeout=60).run().switch_page(AFTER)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return " ".join(block.proto.body for block in app.get("html"))


def test_home_leads_there_in_one_tap(open_page: Callable[..., AppTest]):
    """Before anything is chosen."""
    page = " ".join(block.proto.body for block in open_page().get("html"))
    assert '<a class="nw-go" href="./after" target="_self">Already treated? When to ring</a>' in page


def test_it_asks_which_treatment_and_nothing_else():
    """Treatments as links, with ids; no concern is asked for."""
    page = after()
    assert "What did you have done?" in page
    assert 'href="./after?treatment=dry_needling"' in page
    assert "Call an ambulance now" in page


def test_an_id_in_the_address_opens_the_list():
    """What cannot wait first, then doctor, clinic and what is normal."""
    page = plain(after(treatment="dry_needling"))
    assert "After dry needling" in page
    places = [
        page.index(words)
        for words in ("Call an ambulance now After", "See a doctor the same day", "Ring the clinic", "Normal Sore")
    ]
    assert places == sorted(places)
    assert "it may come later too" in page
    assert "breathing machine" in page
    assert "lie down" in page


def test_without_a_source_it_says_so():
    """Massage has no list of signs."""
    assert "We found no source that says what to watch for after massage" in plain(after(treatment="massage"))


def test_an_unknown_treatment_asks_again():
    """No error, and nothing of the address is drawn."""
    page = after(treatment="<img src=x>")
    assert "What did you have done?" in page
    assert "<img" not in page


def test_with_a_concern_it_says_when_studies_looked():
    """And what to compare on that day."""
    page = plain(after(treatment="microneedling", concern="acne_scars"))
    assert "Studies looked" in page
    assert "Take a photo today" in page
