"""Questions as people type them, slips and all: the right answer first, what cannot wait before anything, no wrong concern."""

from __future__ import annotations

import pytest

from needlewise.decision.after_signs import afterwards
from needlewise.decision.asked import MOST_TOLD, find, told
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.sayings import reply
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.search import answer
from needlewise.words import say

# What is typed, and the question that must be told first, alone of its kind.
URGENT = [
    ("chest pian after needling", "chest_after"),
    ("chest hurts since yesterdays dry needling", "chest_after"),
    ("cant breathe after physio needled my shoulder", "chest_after"),
    ("breathles after acupuncture", "chest_after"),
    ("sharp pain when I breathe in", "chest_after"),
    ("collapsed lung", "chest_after"),
    ("tight chest after neck needling", "chest_after"),
    ("im struggling to breathe", "chest_after"),
    ("pnuemothorax", "chest_after"),
    ("hurts to breathe after trigger point", "chest_after"),
    ("my leg went numb and i cant pee", "legs_bladder"),
    ("numbness in groin back pain", "legs_bladder"),
    ("weak legs and back pain", "legs_bladder"),
    ("lost control of bladder", "legs_bladder"),
    ("saddle numbness", "legs_bladder"),
    ("cauda equina", "legs_bladder"),
    ("both legs tingling after needling my back", "legs_bladder"),
    ("back pain cannot urinate", "legs_bladder"),
    ("redness spreading and I have a fever", "infection_after"),
    ("red streaks after needling", "infection_after"),
    ("pus coming out of my face after microneedling", "infection_after"),
    ("feverish after dermaroller", "infection_after"),
    ("i think its infected", "infection_after"),
    ("skin infected after needling", "infection_after"),
    ("temperature after dry needling", "infection_after"),
    ("slurred speech after neck needling", "stroke_signs"),
    ("face drooping", "stroke_signs"),
    ("cant see after filler", "sight_after_filler"),
    ("skin went white after filler", "sight_after_filler"),
    ("throat swelling after injection", "throat_swelling"),
    ("worst headache of my life", "thunderclap"),
    ("my knee is hot and swollen after needling", "hot_joint"),
    ("swollen calf red and sore", "calf_clot"),
    ("cant move my hand after needle", "drop_hand"),
    ("wrist drop", "drop_hand"),
    ("heart racing after needling", "unwell"),
    ("my heart is racing after dry needling", "unwell"),
    ("i cant feel my legs", "legs_bladder"),
    ("feel numb down below", "legs_bladder"),
    ("can't hold my pee since needling", "legs_bladder"),
    ("coughing blood after needling", "chest_after"),
    ("i feel very unwell after needling", "unwell"),
    ("suicidal thoughts finasteride", "low_mood"),
    ("low mood on finasteride", "low_mood"),
    ("difficulty breathing since yesterday", "chest_after"),
    ("pain under my ribs when breathing after needling", "chest_after"),
    ("shoulder blade pain and breathless", "chest_after"),
    ("stabbing pain in my back when i breathe", "chest_after"),
    ("my lips are blue", "chest_after"),
    ("i have a fever", "infection_after"),
    ("fever two days after microneedling", "infection_after"),
    ("hot red skin spreading", "infection_after"),
    ("my face is infected", "infection_after"),
    ("smelly discharge from needling", "infection_after"),
    ("yellow pus", "infection_after"),
    ("black skin patch after filler", "sight_after_filler"),
    ("blurry vision after filler", "sight_after_filler"),
    ("trouble swallowing after botox", "toxin_spread"),
    ("leg swollen after needling", "calf_clot"),
    ("swollen leg", "calf_clot"),
    ("swelling in the calf", "calf_clot"),
    ("swollen lip after filler", "throat_swelling"),
    ("hives after needling", "throat_swelling"),
    ("stiff neck and fever", "thunderclap"),
    ("sudden headache after neck needling", "thunderclap"),
    ("numb face", "stroke_signs"),
    ("weak arm after needling", "drop_hand"),
    ("i want to die", "low_mood"),
]
# What is typed, and the question whose answer must come first.
ASKED = [
    ("when can I work after co2 lazer", "work"),
    ("time off work laser", "work"),
    ("isotretinoine and microneedling", "isotretinoin"),
    ("roacutane needling", "isotretinoin"),
    ("accutane 3 months ago laser", "iso_stopped"),
    ("black skin dark marks which treatment", "brown"),
    ("safest for brown skin", "brown"),
    ("how long do results last wrinkles", "last"),
    ("do wrinkles come back", "last"),
    ("vitamin c serum after microneedling", "cream"),
    ("which moisturiser after needling", "cream"),
    ("what can i put on my face after", "cream"),
    ("face is burning and red after microneedling", "hot_swollen"),
    ("my face is puffy after dermapen", "hot_swollen"),
    ("redness how long is normal", "hot_swollen"),
    ("swollen face", "hot_swollen"),
    ("price of microneedling", "cost_skin"),
    ("how much is dry needling", "cost_dry"),
    ("is microneedling painfull", "hurts_skin"),
    ("does it hurt", "hurts_dry"),
    ("first appointment what happens", "first_visit_dry"),
    ("earrings during microneedling", "jewellery"),
    ("contact lenses", "jewellery"),
    ("when can i wear make up", "makeup"),
    ("can I put foundation on", "makeup"),
    ("can i sunbathe after laser", "sun"),
    ("sunscreen after needling", "sun"),
    ("swimming after microneedling", "gym_skin"),
    ("can i run after dry needling", "gym_dry"),
    ("sauna", "gym_skin"),
    ("wine after needling", "alcohol"),
    ("can i drink alcohol before", "alcohol"),
    ("warfarin and dry needling", "thinners"),
    ("do i stop aspirin before microneedling", "thinners"),
    ("coldsores and laser", "cold_sores"),
    ("hard lump after filler", "filler_lump"),
    ("bumps after microneedling with serum", "lumps"),
    ("i get keloids can i have needling", "keloid_me"),
    ("had fillers last month microneedling", "filler_then"),
    ("botox then microneedling", "toxin_then"),
    ("is a derma roller at home safe", "home_roller"),
    ("diy microneedling", "home_roller"),
    ("how deep are the needles", "depth"),
    ("0.5 mm roller", "depth"),
    ("can a beautician do microneedling", "who_skin"),
    ("who can do dry needling", "who_dry"),
    ("is it working", "worked_skin"),
    ("can i quit halfway", "stop_middle"),
    ("i missed my second session", "missed_visit"),
    ("breast feeding microneedling", "breastfeeding"),
    ("im diabetic can i have dry needling", "diabetes"),
    ("advil after needling", "ibuprofen"),
    ("scared of needles", "fear"),
    ("i might faint", "faint"),
    ("passed out during acupuncture", "faint"),
    ("lactic acid", "sore_after"),
    ("sore after dry needling how long", "sore_after"),
    ("bruised after needling", "bruise_after"),
    ("numb fingers after dry needling", "numb_after"),
    ("dark lines after roller", "dark_marks"),
    ("does microneedling leave scars", "scar_me"),
    ("retinol before laser", "retinoid"),
    ("can I drive after dry needling", "drive"),
    ("16 years old can i have it", "age"),
    ("pacemaker dry needling", "pacemaker"),
    ("epilepsy acupuncture", "epilepsy"),
    ("pregnant dry needling", "pregnant_dry"),
    ("pregnant can i have my face needled", "pregnant_skin"),
    ("trying for a baby", "trying_baby"),
    ("hip replacement needling near", "new_joint"),
    ("morpheus8 recovery time", "rf_heals"),
    ("how many sessions for acne scars", "how_many"),
    ("how many dry needling sessions", "how_many_dry"),
    ("does the pain come back after dry needling", "lasting_pain"),
    ("is dry needling the same as acupuncture", "acupuncture_same"),
    ("hiv from needles", "blood_borne"),
    ("wedding in 3 weeks two sessions done", "middle_course"),
    ("can i sleep on it before i book", "sleep_on_it"),
    ("what should I ask the clinic", "what_to_ask"),
    ("is microneedling fda approved", "approved"),
    ("sertraline and needling", "not_listed"),
    ("active acne microneedling", "acne_flare"),
    ("varicos veins", "veins"),
    ("fresh tan microneedling", "tan"),
    ("can the needle hit my lung", "lung_risk"),
    ("frozen shoulder surgery or wait", "frozen_choices"),
    ("prp tennis elbow", "prp_elbow"),
    ("will a dermappen help", "works_skin"),
    ("i cannot feel my foot", "numb_after"),
    ("droopy eyelid after botox", "eyelid_droop"),
    ("dizzy after manipulation", "faint"),
    ("sharp pain during needling", "sharp_during"),
    ("needle broke", "needle_left"),
    ("a needle was left in me", "needle_left"),
    ("needle stuck", "needle_left"),
    ("bled a lot after needling", "bruise_after"),
    ("big bruise after dry needling", "bruise_after"),
    ("hard lump after dry needling", "after"),
    ("feeling sick after dry needling", "after"),
    ("tired after dry needling", "after"),
    ("headache after dry needling", "after"),
    ("emotional after needling", "after"),
    ("worse after dry needling", "sore_after"),
    ("pain worse after dry needling", "sore_after"),
    ("still sore after 5 days dry needling", "sore_after"),
    ("peeling after microneedling", "peeling_after"),
    ("scabs after laser", "after_laser"),
    ("itchy after microneedling", "after"),
    ("white bumps after microneedling", "lumps"),
    ("spots after microneedling", "spots_after"),
    ("breakout after microneedling", "spots_after"),
    ("skin dry after microneedling", "peeling_after"),
    ("skin darker after laser", "marks_laser"),
    ("white patches after laser", "marks_laser"),
    ("redness after laser still there after 2 weeks", "after_laser"),
    ("cold sore after laser", "cold_sores"),
    ("can i shower after microneedling", "wash"),
    ("wash my face after microneedling", "wash"),
    ("when can i shave", "everyday_none"),
    ("when can i dye my hair", "everyday_none"),
    ("hair wash after prp", "after"),
    ("sleep after microneedling", "everyday_none"),
    ("sleep on my side", "everyday_none"),
    ("can i fly after microneedling", "everyday_none"),
    ("flying after dry needling", "everyday_none"),
    ("heat or ice after dry needling", "everyday_none"),
    ("ice pack", "everyday_none"),
    ("hot bath after dry needling", "gym_dry"),
    ("coffee before dry needling", "everyday_none"),
    ("eat before dry needling", "everyday_none"),
    ("is it safe", "safe_dry"),
    ("is microneedling safe", "safe_skin"),
    ("is dry needling safe", "safe_dry"),
    ("dangers of dry needling", "safe_dry"),
    ("side effects of microneedling", "safe_skin"),
    ("side effects dry needling", "safe_dry"),
    ("risks of laser", "safe_laser"),
    ("what are the risks", "safe_dry"),
    ("does it work", "works_dry"),
    ("does microneedling work", "works_skin"),
    ("does dry needling work", "works_dry"),
    ("does dry needling work for sciatica", "works_dry"),
    ("is microneedling worth it", "works_skin"),
    ("how long does a session take", "first_visit_dry"),
    ("how often can I have dry needling", "how_many_dry"),
    ("how often should i microneedle", "how_many"),
    ("microneedling every week", "how_many"),
    ("thyroid tablets dry needling", "not_listed"),
    ("high blood pressure dry needling", "not_listed"),
    ("hepatitis b", "blood_borne"),
    ("haemophilia", "bleeding"),
    ("bleeding disorder", "bleeding"),
    ("fake tan before microneedling", "tan"),
    ("after surgery how long until microneedling", "operation"),
    ("recent operation", "operation"),
    ("knee replacement dry needling", "new_joint"),
    ("hip replacement 6 months ago needling thigh", "new_joint"),
    ("lymph nodes removed", "lymphoedema"),
    ("breast cancer dry needling", "radiotherapy"),
    ("chemo last month", "radiotherapy"),
    ("methotrexate", "autoimmune"),
    ("fish oil", "not_listed"),
    ("turmeric", "not_listed"),
    ("insurance cover", "cost_dry"),
    ("is it available on the nhs", "booking"),
    ("how much for laser", "cost_laser"),
    ("cheapest treatment", "cost_skin"),
    ("refund", "package"),
    ("how do i complain", "complain"),
    ("sue clinic", "complain"),
    ("is my physio qualified", "who_dry"),
    ("find a clinic near me", "booking"),
    ("dry needling near me", "booking"),
    ("book appointment", "booking"),
    ("who are you", "authors"),
    ("privacy do you keep what i type", "privacy"),
    ("cookies", "privacy"),
    ("print", "paper"),
    ("pdf", "paper"),
    ("calendar", "paper"),
    ("download", "paper"),
    ("compare laser and microneedling", "laser"),
    ("microneedling vs laser", "laser"),
    ("microneedling or peel", "vs_peel"),
    ("dry needling vs physio", "vs_hands"),
    ("dry needling vs massage", "vs_hands"),
    ("acupuncture or dry needling", "acupuncture_same"),
]
# Nothing here is about it: an answer, or a concern, would be a wrong one.
NOT_HERE = [
    "my dog has a bad leg",
    "weather tomorrow",
    "can I eat pizza",
    "toenail fungus",
    "how to bake bread",
    "gallstones",
    "kidney stones",
    "toothache",
    "football scores",
    "hello",
    "message from clinic",
    "crying",
    "tired of pain",
    "braces",
    "hearing aid",
    "discount",
    "change language",
    "copper coil",
    "male",
]


def test_the_table_is_long() -> None:
    """A stranger asks in many ways."""
    assert len(URGENT) + len(ASKED) + len(NOT_HERE) >= 250


@pytest.mark.parametrize(("typed", "first"), URGENT)
def test_what_cannot_wait_is_told_first_and_with_no_concern_beside_it(
    evidence: Evidence, typed: str, first: str
) -> None:
    """The action leads: an ambulance, or a doctor the same day; no name and no concern is offered instead."""
    found = find(evidence, typed)
    assert [one.row.asked_id for one in found.urgent][:1] == [first]
    assert not found.names.hits
    act = {say(f"{kind}-{action}") for kind, action in [
        ("action", "emergency"), ("action", "today"),
        ("after-title", "emergency"), ("after-title", "see_doctor"),
    ]}  # fmt: skip
    assert found.urgent[0].lines[0].lead in act


@pytest.mark.parametrize(("typed", "first"), ASKED)
def test_the_right_answer_is_the_first_one_met(evidence: Evidence, typed: str, first: str) -> None:
    """And nothing is called urgent that is not."""
    found = find(evidence, typed)
    assert not found.urgent
    assert [one.row.asked_id for one in found.asked][:1] == [first]
    assert len(found.asked) <= MOST_TOLD


@pytest.mark.parametrize("typed", NOT_HERE)
def test_what_is_not_here_is_not_answered(evidence: Evidence, typed: str) -> None:
    """Not a question, not a guess."""
    assert find(evidence, typed).is_empty


@pytest.mark.parametrize(
    "typed", ["acne scars", "dermaroler", "plantar fascitis", "hip pain", "best treatment for back pain"]
)
def test_a_name_alone_still_leads_to_its_place(evidence: Evidence, typed: str) -> None:
    """Also with a slip, also inside a sentence."""
    found = find(evidence, typed)
    assert found.names.hits
    assert not found.urgent
    assert not found.asked


def test_every_question_is_found_by_its_own_words(evidence: Evidence) -> None:
    """As it stands on the screen: an answer that its own question does not reach is lost."""
    for row in evidence.asked.values():
        if row.at_home or row.urgent:
            continue
        found = find(evidence, row.question)
        shown = {one.row.asked_id for one in (*found.urgent, *found.asked)}
        assert shown, row.question


def test_every_question_says_something_at_once_or_leads_to_where_it_is_told(evidence: Evidence) -> None:
    """A line, or a place of its own on a page."""
    for row in evidence.asked.values():
        assert told(row.asked_id).lines or row.concern_id or row.at_home, row.asked_id


def test_where_no_row_answers_that_is_said_first(evidence: Evidence) -> None:
    """Not what is near, not silence."""
    silent = [row for row in evidence.asked.values() if row.no_source]
    assert silent
    for row in silent:
        assert told(row.asked_id).lines[0].text == say("asked-no-source")


def test_the_answer_is_the_one_that_stands_elsewhere(evidence: Evidence) -> None:
    """Of a saying its own figure, of a sign the line of After, of a condition the sentence of Right for me?."""
    (figure,) = reply("work_after_laser").figures
    assert figure.text in told("work").lines[0].text
    signs = {sign.line() for sign in afterwards(evidence, "microneedling").signs}
    assert {line.text for line in told("hot_swollen").lines} <= signs
    (now, *_) = told("isotretinoin").lines
    assert now.lead == f"{evidence.treatments['microneedling'].name}: {say('suitability-not_now')}"


def test_only_the_treatment_that_was_named_is_answered_for(evidence: Evidence) -> None:
    """Blood thinners and dry needling: not a word on skin; without a treatment both are told."""
    (one,) = find(evidence, "blood thinners dry needling").asked
    assert [line.lead.partition(":")[0] for line in one.lines] == [evidence.treatments["dry_needling"].name]
    (both,) = find(evidence, "blood thinners").asked
    assert len(both.lines) == len(evidence.asked["thinners"].treatment_ids)


def test_a_question_about_another_treatment_gets_no_needling_answer(evidence: Evidence) -> None:
    """How long minoxidil lasts is not answered with needling."""
    assert not find(evidence, "does minoxidil hurt").asked


@pytest.mark.parametrize("typed", ["", " ", "?!", "x" * 10_000, "<script>alert(1)</script>", "背中の痛み"])
def test_anything_else_finds_nothing_and_does_no_harm(evidence: Evidence, typed: str) -> None:
    """Whatever is pasted."""
    assert find(evidence, typed).is_empty


def test_a_concern_named_with_the_question_opens_its_place(evidence: Evidence) -> None:
    """Where the place would ask what it is about."""
    (one,) = find(evidence, "acne scars, two sessions done, wedding in 24 days").asked
    assert one.concern_id == "acne_scars"
    assert not told("middle_course").concern_id


@pytest.mark.parametrize(
    "typed",
    [
        "does dry needling work for knee pain",
        "does dry needling help migraines",
        "does microneedling hurt on stretch marks",
    ],
)
def test_an_answer_for_one_concern_is_not_given_for_another(evidence: Evidence, typed: str) -> None:
    """The back's findings do not answer for the knee: its own place, or what is nearest, is told instead."""
    found = find(evidence, typed)
    assert not found.asked
    assert any(hit.kind == "concern" for hit in found.names.hits)


def test_what_is_not_here_is_said_before_what_is(evidence: Evidence) -> None:
    """Buttock pain is not here: not eleven places for dry needling, as if it were."""
    found = find(evidence, "dry needling buttock pain")
    assert found.names.hits[0].is_near


def test_after_is_opened_for_the_treatment_that_was_named(evidence: Evidence) -> None:
    """Nothing more to pick."""
    (one,) = find(evidence, "tired after dry needling").asked
    assert one.option_ids == ("dry_needling",)


def test_a_wait_says_after_what_in_the_words_of_right_for_me() -> None:
    """Six months after the last tablet: not days, and not from a "then" with nothing before it."""
    for asked_id in ("isotretinoin", "iso_stopped"):
        for line in told(asked_id).lines:
            assert "6 months after the last tablet" in line.text
            assert "from then" not in line.text
            # The card shows no date, so it promises none.
            assert say("suitability-wait-tell") not in line.text


def test_no_card_is_empty(evidence: Evidence) -> None:
    """A title and a link are no answer: every question says something, with rows unless it says that it has none."""
    for row in evidence.asked.values():
        lines = told(row.asked_id).lines
        assert lines, row.asked_id
        assert all(line.text.strip() for line in lines), row.asked_id
        # What only a place on a page of a concern answered before is told from rows.
        if row.concern_id and row.page in ("explore", "compare", "plan") and not row.no_source:
            assert any(line.refs for line in lines), row.asked_id


@pytest.mark.parametrize(
    ("typed", "concern_id", "place"),
    [
        ("stretch marks how many visits", "stretch_marks", "visits"),
        ("needling or exercise for knots", "muscle_knots", "options"),
        ("what if I do nothing for tennis elbow", "tennis_elbow", "nothing"),
        ("acne scars how many are not better", "acne_scars", "count"),
    ],
)
def test_a_card_carries_what_its_place_carries(evidence: Evidence, typed: str, concern_id: str, place: str) -> None:
    """The same words and rows as the page of the concern."""
    (card,) = find(evidence, typed).asked
    page = build_concern_page(evidence, concern_id)
    texts = " ".join(line.text for line in card.lines)
    refs = {ref for line in card.lines for ref in line.refs}
    by_id = {row.treatment.treatment_id: row for row in page.options}
    if place == "visits":
        assert page.visits.text in texts
        assert set(page.visits.refs) <= refs
    elif place == "count":
        assert page.yardstick is not None
        assert page.yardstick.text in texts
        assert set(page.yardstick.refs) <= refs
    else:
        for name in card.option_ids or ("no_treatment",):
            assert by_id[name].effect.text in texts
            assert set(by_id[name].effect.refs) <= refs


def test_how_many_were_not_better_asks_which_concern_or_answers_for_the_one_named(evidence: Evidence) -> None:
    """Not "nothing here": every concern can be picked, and a named one is answered at once, also that none counted."""
    (card,) = find(evidence, "how many of 100 were not better").asked
    assert set(card.choices) == set(evidence.concerns)
    html = answer("how many of 100 were not better", find(evidence, "how many of 100 were not better"))
    assert html.count("#shares") == len(evidence.concerns)
    (elbow,) = find(evidence, "how many of 100 were not better tennis elbow").asked
    assert not elbow.choices
    assert "81 of 100" in elbow.lines[0].text
    assert elbow.scope == "For tennis elbow:"
    (knee,) = find(evidence, "how many people were not better, knee pain").asked
    assert knee.lines[0].text == say("shares-none")


def test_an_answer_for_one_concern_says_so_where_the_question_does_not(evidence: Evidence) -> None:
    """In front of the whole card; not where the question names it, nor where lines speak of several."""
    for asked_id in ("brown", "worked_skin", "how_many", "safe_laser", "lasting_scars"):
        assert told(asked_id).scope == "For acne scars:", asked_id
    assert "<p>For acne scars:</p>" in answer(
        "brown skin what darkens least", find(evidence, "brown skin what darkens")
    )
    assert not told("visits").scope
    assert not told("safe_skin").scope


def test_brown_skin_is_answered_plainly_with_the_ratios_behind_more() -> None:
    """Which darkened more, and how sure, first; how many times as many for who asks."""
    (line,) = told("brown").lines
    assert "more people got dark marks with CO2 laser than with microneedling" in line.text
    assert "low certainty" in line.text
    assert "times as many" not in line.text
    assert any("3 times as many" in text for text in line.more)


def test_two_concerns_are_offered_side_by_side(evidence: Evidence) -> None:
    """One link sets both; one concern, or a slip, offers none."""
    found = find(evidence, "acne scars and uneven tone")
    assert found.both == ("acne_scars", "uneven_tone")
    html = answer("acne scars and uneven tone", found)
    assert 'href="/?concern=Acne+scars&amp;also=Uneven+tone"' in html
    assert "Both, side by side: acne scars and uneven skin tone" in html
    assert not find(evidence, "acne scars").both
    assert "also=" not in answer("acne scars", find(evidence, "acne scars"))


def test_a_place_of_one_concern_does_not_answer_for_another(evidence: Evidence) -> None:
    """Ready by a day: the visits of the concern that was named."""
    (card,) = find(evidence, "will my acne scars be done by my wedding").asked
    assert card.concern_id == "acne_scars"
    assert not any("Stretch marks" in line.lead for line in card.lines)
