"""What a clinic's settings do to the pages, and what they cannot do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from needlewise.clinic import settings
from needlewise.clinic.settings import treatments
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.server import headers as server_headers
from needlewise.ui.components import clinic
from needlewise.ui.views.explore import view as explore
from needlewise.words import say
from tests import clinics
from tests.clinics import LOGO, PLAIN
from tests.page_reader import Node, block

CONCERNS = tuple(load().concerns)
Opener = Callable[..., AppTest]


def _shameless() -> str:
    """All that a sound file can do for one treatment.

    Offered alone, for next to nothing, in one visit, in a clinic of a loud name.
    """
    lines = [
        'name = "<b>MICRONEEDLING WORKS</b>"',
        'who_pays = "</p><style>.nw-options tr{display:none}</style><p>Best!"',
        'accent = "#8B0000"',
        'logo = "logo.svg"',
        'offered = ["microneedling", "dry_needling"]',
        "[contact]",
        'address = "<script>alert(1)</script>"',
        "[fees]",
        'currency = "USD"',
        "[fees.visit]",
        *(f"{name} = {1 if name in ('microneedling', 'dry_needling') else 99999}" for name in treatments(load())),
    ]
    for name in treatments(load()):
        lines += [
            "[[usual]]",
            f'treatment = "{name}"',
            f"visits = {1 if name in ('microneedling', 'dry_needling') else 60}",
            "weeks_between = 104",
        ]
    return "\n".join(lines)


@pytest.fixture
def shameless(tmp_path: Path) -> Iterator[None]:
    """A process that serves such a clinic."""
    (tmp_path / "logo.svg").write_bytes(LOGO)
    with clinics.serving(_shameless(), tmp_path):
        yield


def _without_own(html: str) -> list[tuple[str, dict[str, str], str]]:
    """The page as a list of elements and texts, with all that is marked as the clinic's own taken away."""

    def left(node: Node) -> Iterator[Node]:
        if "nw-own" in node.attributes.get("class", "").split():
            return
        yield node
        for child in node.children:
            yield from left(child)

    return [(node.tag, node.attributes, node.words) for node in left(block(html))]


@pytest.fixture(scope="module")
def plain_pages() -> dict[str, explore._Composed]:
    """Every concern's page of a process without a clinic."""
    with clinics.serving_file(""):
        return {concern_id: explore._composed(concern_id, "light") for concern_id in CONCERNS}


@pytest.mark.usefixtures("shameless")
def test_no_setting_hides_an_option_changes_a_figure_or_stars_a_treatment(
    plain_pages: dict[str, explore._Composed], concern_id: str
):
    """With what is marked as the clinic's own taken away, the page is the same letter for letter, in the same order."""
    plain, own = plain_pages[concern_id], explore._composed(concern_id, "light")
    assert settings.current().is_set
    assert "nw-own" in own.first
    assert "nw-own" not in plain.first
    assert _without_own(own.first) == _without_own(plain.first)
    assert own.last == plain.last
    for name, (heading, picture, twin) in plain.drawn.items():
        assert (own.drawn[name][0], own.drawn[name][2]) == (heading, twin)
        other = own.drawn[name][1]
        assert (other.alt, other.rows, other.refs) == (picture.alt, picture.rows, picture.refs)
        if picture.figure is not None and other.figure is not None:
            assert other.figure.to_json() == picture.figure.to_json()


@pytest.mark.usefixtures("shameless")
def test_what_is_added_says_whose_it_is(concern_id: str):
    """Each addition beside an option is one of four kinds, in fixed words that name the place."""
    starts = (say("clinic-not-offered"), "Usual here: ", "Fee here: ", "Course here: ")
    page = block(explore._composed(concern_id, "light").first)
    for row in (node for node in page.walk() if "data-option" in node.attributes):
        for node in row.walk():
            if "nw-own" not in node.attributes.get("class", "").split():
                continue
            texts = [part.words for part in node.walk() if part.words]
            assert texts
            assert all(text.startswith(starts) for text in texts), texts


def test_only_what_is_not_offered_is_marked(tmp_path: Path, evidence: Evidence):
    """Never doing nothing, and an option that is offered gets no mark that puts it in front."""
    with clinics.serving(PLAIN + 'offered = ["microneedling", "superficial_peel"]', tmp_path):
        page = block(explore._composed("acne_scars", "light").first)
    rows = [node for node in page.walk() if "data-option" in node.attributes]
    marked = {row.attributes["data-option"] for row in rows if say("clinic-not-offered") in row.text}
    everything = {option.treatment_id for option in evidence.options("acne_scars")}
    assert {row.attributes["data-option"] for row in rows} == everything
    assert marked == everything - {"microneedling", "superficial_peel", "no_treatment"}


@pytest.mark.usefixtures("shameless")
def test_a_hostile_name_comes_out_as_words(open_page: Opener):
    """Markup in a name, in who pays and in an address is shown, not run."""
    app = open_page("acne_scars")
    assert not app.exception
    html = "".join(element.proto.body for element in app.get("html"))
    assert "&lt;b&gt;MICRONEEDLING WORKS&lt;/b&gt;" in html
    assert "&lt;script&gt;" in html
    for raw in ("<b>MICRO", "<script", "<style>.nw-options tr"):
        assert raw not in html


def test_name_contact_and_who_pays_stand_on_every_page(tmp_path: Path, open_page: Opener):
    """On top and at the foot; the accent is a variable for both themes."""
    text = (
        PLAIN
        + 'accent = "#7A2E5D"\n[contact]\nphone = "+44 20 7946 0000"\nwebsite = "https://northgate.example"\nemail = "a@northgate.example"'
    )
    with clinics.serving(text, tmp_path):
        app = open_page()
        html = "".join(element.proto.body for element in app.get("html"))
    assert not app.exception
    assert html.count("Northgate Clinic") >= 3
    assert 'href="tel:+442079460000"' in html
    assert 'href="mailto:a@northgate.example"' in html
    assert 'href="https://northgate.example"' in html
    assert "Who pays: Northgate Clinic pays for this page." in html
    assert ":root{--accent:light-dark(#7A2E5D," in html


def test_without_a_clinic_nothing_of_one_is_drawn(open_page: Opener):
    """No name, no mark, no colour, and the footer says that nobody paid."""
    with clinics.serving_file(""):
        html = "".join(element.proto.body for element in open_page().get("html"))
        assert clinic.about() == ""
    assert 'class="nw-clinic"' not in html
    assert 'class="nw-own' not in html
    assert "--accent:light-dark(#7A2E5D" not in html
    assert say("funding") in html


@pytest.mark.parametrize("text", ["name = ", PLAIN + 'accent = "teal"', "\N{SNOWMAN}", PLAIN + "hidden = true"])
def test_a_faulty_file_is_said_and_never_turns_into_nobody_paid(tmp_path: Path, open_page: Opener, text: str):
    """The page runs, on top it says that its settings do not count, and who pays is said not to be known."""
    with clinics.serving(text, tmp_path):
        app = open_page("low_back_pain")
        note = clinic.about()
    html = "".join(element.proto.body for element in app.get("html"))
    assert not app.exception
    assert say("funding") not in html
    assert say("clinic-payer-unread") in html
    assert "your settings have" in html
    assert 'class="nw-clinic"' not in html
    assert "clinic.toml" not in html
    assert "has a fault" in note
    assert str(tmp_path) not in note


def test_a_missing_file_is_a_fault_too(tmp_path: Path):
    """A path with nothing at it starts with defaults."""
    with clinics.serving_file(str(tmp_path / "none.toml")):
        assert not settings.current().is_set
        assert "has a fault" in clinic.about()


def _ancestors() -> list[str]:
    parts = {part.split()[0]: part.split()[1:] for part in server_headers.content_policy().split("; ")}
    return parts["frame-ancestors"]


def test_only_listed_websites_may_frame_it(tmp_path: Path):
    """The clinic's own, in the order of the file; without any, only this host itself. No other rule changes."""
    with clinics.serving(PLAIN, tmp_path):
        assert _ancestors() == ["'self'"]
        alone = server_headers.content_policy()
    with clinics.serving(PLAIN + 'embed_on = ["https://a.example", "https://b.example:8443"]', tmp_path):
        assert _ancestors() == ["'self'", "https://a.example", "https://b.example:8443"]
        assert server_headers.content_policy() == f"{alone} https://a.example https://b.example:8443"


def test_a_faulty_file_lets_nobody_frame_it(tmp_path: Path):
    """One bad address spoils the list: it is safer shut."""
    with clinics.serving(PLAIN + 'embed_on = ["https://a.example", "*"]', tmp_path):
        assert _ancestors() == ["'self'"]


def test_the_logo_is_served_from_here(tmp_path: Path):
    """Its bytes and type; nothing once the file has gone."""
    (tmp_path / "logo.svg").write_bytes(LOGO)
    with clinics.serving(PLAIN + 'logo = "logo.svg"', tmp_path):
        assert clinic.picture(settings.current()) == (LOGO, "image/svg+xml")
        assert f'src="{clinic.LOGO_ADDRESS}"' in clinic.header()
        (tmp_path / "logo.svg").unlink()
        assert clinic.picture(settings.current()) is None
    assert clinic.picture(settings.NO_CLINIC) is None
