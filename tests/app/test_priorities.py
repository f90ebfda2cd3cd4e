"""What matters to me as Streamlit draws it: every concern, hostile addresses, and answers that stay in the session."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.evidence.reading.load import load
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.words import say
from tests.page_reader import block

FRAME = ROOT / "needlewise" / "ui" / "frame.py"
HOSTILE = {
    "unknown": {"concern": "no_such_thing", "options": "nonsense"},
    "markup": {"concern": "<script>alert(1)</script>", "options": "<b>x</b>,microneedling"},
    "other concern's options": {"concern": "acne_scars", "options": "dry_needling,tens"},
    "too many options": {
        "concern": "acne_scars",
        "options": ",".join(option.treatment_id for option in load().options("acne_scars")),
    },
    "answers in the address": {
        "concern": "acne_scars",
        "priorities_picked_acne_scars": "improvement",
        "priorities_points_visits_acne_scars": "99",
    },
    "long": {"concern": "x" * 5000, "options": "y," * 2000},
}


def opened(**address: str) -> AppTest:
    """The page at an address."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page(str(ROOT / "pages" / "priorities.py")).run()


def html(app: AppTest) -> str:
    """All our own HTML on the page."""
    return "".join(element.proto.body for element in app.get("html"))


def pick(app: AppTest, concern_id: str, *names: str) -> AppTest:
    """Pick what matters, in this order."""
    for place in range(len(names)):
        app = app.pills(key=f"priorities_picked_{concern_id}").set_value(list(names[: place + 1])).run()
    return app


def charts(app: AppTest) -> list[str]:
    """The alt texts of the pictures."""
    return [
        node.attributes["aria-label"]
        for node in block(html(app)).walk()
        if node.attributes.get("class") == "nw-strips" and node.attributes.get("role") == "img"
    ]


def test_every_concern_weighs(concern_id: str):
    """Nothing picked: the figures only. Three things picked: a fit, two pictures with text, no exception."""
    app = opened(concern=concern_id)
    assert not app.exception
    assert say("priorities-open") in html(app)
    assert charts(app) == []
    app = pick(app, concern_id, "downtime", "improvement", "visits")
    assert not app.exception
    assert len(charts(app)) == 2
    assert all(charts(app))
    assert say("priorities-fit-not-choice") in html(app)


@pytest.mark.parametrize("address", HOSTILE.values(), ids=HOSTILE)
def test_hostile_addresses(address: dict[str, str]):
    """Never an error, never an answer taken from the address, never their markup; no known concern: the page asks."""
    app = opened(**address)
    assert not app.exception
    known = address["concern"] in load().concerns
    assert say("priorities-open" if known else "asking-title-page") in html(app)
    assert "<script>alert" not in html(app)
    assert "<b>x</b>" not in html(app)


def test_points_change_the_result():
    """All on downtime: the peel without a day off. All on visits: another order."""
    app = pick(
        opened(concern="acne_scars", options="microneedling,fractional_co2_laser,superficial_peel"),
        "acne_scars",
        "downtime",
        "visits",
    )
    assert len(app.number_input) == 0, "no points are put into anybody's mouth"
    app = app.button(key="priorities_give_visits").click().run()
    assert app.number_input(key="priorities_points_visits_acne_scars").value == 50
    app = app.number_input(key="priorities_points_visits_acne_scars").set_value(0).run()
    assert say("priorities-answer", first="Light peel", fit="100") in html(app)
    assert charts(app)[0].count("100")


def test_emptied_points_are_taken_back():
    """An emptied field is no nought: the button returns, and all numbers are tried again."""
    app = pick(opened(concern="acne_scars"), "acne_scars", "downtime", "visits")
    before = charts(app)
    app = app.button(key="priorities_give_visits").click().run()
    app = app.number_input(key="priorities_points_visits_acne_scars").set_value(None).run()
    assert charts(app) == before
    assert [button.key for button in app.run().button if button.key == "priorities_give_visits"]


def test_order_by_buttons():
    """The arrow puts the second on top; the first counts 100, has no field, and cannot go further up."""
    app = pick(opened(concern="acne_scars"), "acne_scars", "downtime", "visits")
    app = app.button(key="priorities_up_visits").click().run()
    assert not app.exception
    keys = {button.key for button in app.button}
    assert {"priorities_give_downtime", "priorities_up_downtime", "priorities_down_visits"} <= keys
    assert not {"priorities_give_visits", "priorities_up_visits", "priorities_down_downtime"} & keys


def test_no_more_than_six():
    """A seventh is put back, with a note."""
    six = ("improvement", "certainty", "visits", "downtime", "harm", "comfort")
    app = pick(opened(concern="acne_scars"), "acne_scars", *six, "cost")
    assert sorted(app.pills(key="priorities_picked_acne_scars").value or ()) == sorted(six)
    assert say("priorities-too-many", most=6) in html(app)


def test_a_persons_own_thing_is_escaped():
    """Their words stand on the page as words."""
    app = pick(opened(concern="acne_scars"), "acne_scars", "own", "visits")
    app = app.text_input(key="priorities_own_name_acne_scars").set_value("<img src=x> near me").run()
    assert not app.exception
    assert "<img" not in html(app)
    assert "&lt;img src=x&gt; near me" in html(app)


def test_a_thing_that_cannot_tell_options_apart_is_said():
    """No pain score is known for either option, so there is nothing to weigh."""
    app = pick(opened(concern="muscle_stiffness", options="dry_needling,massage"), "muscle_stiffness", "comfort")
    assert not app.exception
    assert "Cannot be weighed here" in html(app)
    assert say("priorities-open") in html(app)


def test_answers_stay_out_of_the_address():
    """Picks, points and own words are in the session only."""
    app = pick(opened(concern="acne_scars"), "acne_scars", "downtime", "own")
    app = app.text_input(key="priorities_own_name_acne_scars").set_value("a secret").run()
    assert not [name for name in app.query_params if name.startswith("priorit")]
    assert "secret" not in str(dict(app.query_params))


def test_answers_come_back_after_another_page():
    """Looking something up on Explore loses nothing."""
    app = pick(opened(concern="acne_scars"), "acne_scars", "downtime", "visits")
    app = app.button(key="priorities_give_visits").click().run()
    app = app.number_input(key="priorities_points_visits_acne_scars").set_value(35).run()
    app = app.switch_page(str(ROOT / "pages" / "explore.py")).run()
    app = app.switch_page(str(ROOT / "pages" / "priorities.py")).run()
    assert not app.exception
    assert app.number_input(key="priorities_points_visits_acne_scars").value == 35


def test_what_is_not_now_stands_apart():
    """With active acne ticked, an option that has to wait is not in the sum.

    That is said under the answer, and why below.
    """
    app = opened(concern="acne_scars", options="microneedling,fractional_co2_laser,no_treatment")
    app.session_state["suitability_held"] = ("active_acne",)
    app = pick(app.run(), "acne_scars", "downtime")
    assert not app.exception
    text = html(app)
    apart = [name for name in ("microneedling", "fractional_co2_laser") if f'data-option="{name}"' not in text]
    assert apart, "something has to wait"
    assert say("priorities-apart-title") in text
    names = say("priorities-apart-line", names=load().treatments["microneedling"].name)
    assert names in text.partition("</section>")[0]


@pytest.mark.parametrize("concern_id", ["acne_scars", "low_back_pain"])
def test_never_a_word_of_praise(concern_id: str):
    """Fits what you said: not the best, not recommended, not safe."""
    app = pick(opened(concern=concern_id), concern_id, "downtime", "improvement")
    words = html(app).lower()
    assert not [word for word in (" best ", "recommend", " safe ", "winner", "ideal") if word in words]


VERY_LOW_AT_MOST = "microneedling,fractional_co2_laser,superficial_peel"


def test_very_low_certainty_is_never_shown_as_being_sure():
    """Where certainty matters and the surest option is very low, the answer says so; not when it was not picked."""
    app = opened(concern="acne_scars", options=VERY_LOW_AT_MOST)
    assert say("priorities-answer-none-sure") not in html(pick(app, "acne_scars", "visits"))
    drawn = html(pick(app, "acne_scars", "visits", "certainty"))
    assert say("priorities-answer-none-sure") in drawn
    # Also in the short answer, which may be all that is read.
    near = drawn.partition('class="nw-near"')[2].partition("</span>")[0]
    assert "; how sure: very low at most." in near


def test_a_surer_option_needs_no_such_words():
    """A filler was studied with moderate certainty."""
    app = opened(concern="acne_scars", options="microneedling,dermal_filler")
    assert say("priorities-answer-none-sure") not in html(pick(app, "acne_scars", "visits", "certainty"))


def test_the_answer_says_what_it_rests_on():
    """The figures of the two things that count most, for each option in the order of fit: enough to see why."""
    app = opened(concern="acne_scars", options="microneedling,fractional_co2_laser,superficial_peel")
    app = pick(app, "acne_scars", "downtime", "certainty")
    answer = next(node for node in block(html(app)).walk() if "nw-hero" in node.attributes.get("class", ""))
    first = say("priorities-name-downtime", group="skin")
    days = "microneedling: 4 days; a light peel: 0 days; CO2 laser: 30 days"
    assert say("priorities-why", criterion=first, list=days) in answer.text
    untested = in_sentence(say("certainty-short-none"))
    sure = f"microneedling: very low; a light peel: {untested}; CO2 laser: very low"
    assert say("priorities-why-next", criterion=say("priorities-name-certainty"), list=sure) in answer.text
