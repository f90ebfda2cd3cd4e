"""Who pays for this page and this paper: one sentence, the same on both."""

from __future__ import annotations

from needlewise.clinic.settings import Clinic
from needlewise.words import say, sentence


def funding(clinic: Clinic) -> str:
    """Who pays, and that it buys nothing; that nobody did; or, with a faulty file, that nobody can say."""
    if clinic.is_unread:
        return say("clinic-payer-unread")
    return say("clinic-who-pays", who=sentence(clinic.who_pays)) if clinic.is_set else say("funding")
