"""The answer in the first HTML of Explore: it can be read before any script has run, and where none may run.

Streamlit's own first page is empty until some 2 MB of code have come and a websocket has answered: seconds, on a phone.
What stands here is made from the same functions as the page that follows, laid out in the same places, and works by
itself: concerns are plain links, source cards are native popovers. `early.js` takes it away once the page is drawn.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from needlewise import DATA_FOLDER
from needlewise.evidence.load import load, loaded
from needlewise.evidence.store import Evidence
from needlewise.ui import choices, clinic, explore, layout
from needlewise.words import say

_CSS = Path(__file__).with_name("early.css")


def asked(query: str) -> tuple[str, bool] | None:
    """The concern that an address with this query opens Explore for, and whether it names one; None where no answer can be promised.

    That is the case in the consult room, for a concern that nothing here has the name of, and when `data/` has faults.
    """
    given = parse_qs(query)
    evidence, _ = loaded(DATA_FOLDER)
    if evidence is None or choices.VIEW in given:
        return None
    named = given.get(choices.CONCERN)
    concern_id = choices.known_concern(evidence, named[-1]) if named else choices.DEFAULT_CONCERN
    return None if concern_id is None else (concern_id, bool(named))


def first_html(concern_id: str, *, chosen: bool) -> str:
    """HTML for the body of Explore's first page for a concern; the picker is unfolded where none was chosen.

    Raises:
        EvidenceError: when `data/` has faults.
    """
    evidence = load()
    name = evidence.concerns[concern_id].name
    without = (
        f"<noscript><p>{escape(say('early-without-script'))} "
        f'<a href="data/README.md">{escape(say("early-tables"))}</a></p></noscript>'
    )
    return (
        f"<style>{layout.stylesheet()}{_CSS.read_text(encoding='utf-8')}</style>{clinic.style()}"
        '<div id="nw-early" class="stApp"><main class="stMainBlockContainer">'
        f"{layout.brand()}{layout.fold(name, folded=chosen)}{_concerns(evidence, concern_id)}{without}"
        f"{explore.opening(concern_id)}<p class='nw-foot'>{escape(say('disclaimer'))}</p></main></div>"
    )


def _concerns(evidence: Evidence, current: str) -> str:
    """The picker as links, under the same two headings."""
    groups = ""
    for group in ("pain", "skin"):
        links = "".join(
            f'<a href="./?concern={escape(concern.concern_id)}"{" aria-current=page" if concern.concern_id == current else ""}>{escape(concern.name)}</a>'
            for concern in evidence.concerns.values()
            if concern.group == group
        )
        groups += f"<h2>{escape(say(f'group-{group}'))}</h2>{links}"
    return f'<nav class="st-key-concern" aria-labelledby="nw-early-pick"><p id="nw-early-pick">{escape(say("picker-label"))}</p><div>{groups}</div></nav>'
