"""What a clinic says beside one option: not offered here, its own fee and course cost, and how it usually works.

These are the clinic's own words and figures. They stand beside the studies' figures, marked as the clinic's, and
carry no
rows of evidence of their own: only the visits of a course cost may come from the studies, and then the text says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.clinic.settings import Clinic
from needlewise.evidence.rules.course import Course
from needlewise.words import number, say


@dataclass(frozen=True)
class ClinicNote:
    """What stands beside one option; each text is empty where the clinic says nothing.

    Attributes:
        not_offered: "not offered here".
        usual: how the clinic usually gives it, where it says so.
        fee: the clinic's fee for one visit.
        course_cost: that fee times the usual visits: the clinic's own number of visits, else the studies'.
    """

    not_offered: str = ""
    usual: str = ""
    fee: str = ""
    course_cost: str = ""


def clinic_note(clinic: Clinic, concern_id: str, treatment_id: str, studied: Course | None) -> ClinicNote:
    """What the clinic says about an option; `studied` is the studies' usual course for the same concern."""
    usual = clinic.usual_for(concern_id, treatment_id)
    usual_text = ""
    if usual is not None:
        apart = "none" if usual.weeks_between is None else number(usual.weeks_between)
        usual_text = say("clinic-usual", visits=usual.visits or 0, apart=apart, weeks=usual.weeks_between or 0)
        if usual.because:
            usual_text = say("clinic-because", usual=usual_text.rstrip("."), because=usual.because.rstrip("."))
    fee = clinic.fee(treatment_id)
    if fee is None or clinic.fees is None:
        return ClinicNote("" if clinic.offers(treatment_id) else say("clinic-not-offered"), usual_text)
    unit = clinic.fees.currency
    course = ""
    if usual is not None and usual.visits is not None:
        course = say("clinic-course-own", cost=money(fee * usual.visits, unit), visits=usual.visits)
    elif studied is not None and studied.visits is not None and studied.visits.high > 0:
        visits = studied.visits
        spread = "none" if visits.low == visits.high else "some"
        course = say(
            "clinic-course-studied",
            cost=money(fee * visits.typical, unit),
            visits=visits.typical,
            spread=spread,
            low=money(fee * visits.low, unit),
            high=money(fee * visits.high, unit),
        )
    return ClinicNote(
        "" if clinic.offers(treatment_id) else say("clinic-not-offered"),
        usual_text,
        say("clinic-fee", fee=money(fee, unit)),
        course,
    )


def money(amount: float, currency: str) -> str:
    """`1,250 GBP`, `42.50 GBP`: two decimals only where there are pence to show."""
    text = f"{amount:,.0f}" if round(amount * 100) % 100 == 0 else f"{amount:,.2f}"
    return say("clinic-money", amount=text, currency=currency)
