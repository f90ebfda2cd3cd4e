"""The changes as a feed (Atom, RFC 4287): one entry a day and concern, each with an address that lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree as ET

from needlewise.decision.memory import history
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.versions import in_force
from needlewise.words import dates, say

_ATOM = "http://www.w3.org/2005/Atom"
# An entry names so many changes; the page it leads to holds all.
_NAMED = 5


def feed(
    evidence: Evidence, base: str, concern_id: str | None, days: Callable[[str], tuple[history.Day, ...]]
) -> bytes:
    """The feed of one concern, or of all.

    Args:
        evidence: the tables.
        base: this host's address with a slash at its end.
        concern_id: the concern; all where it is None.
        days: the changes of a concern by day.
    """
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed")
    names = [concern_id] if concern_id else list(evidence.concerns)
    entries = sorted(
        ((day, name) for name in names for day in days(name)),
        key=lambda item: (item[0].day, item[1]),
        reverse=True,
    )
    title = say("changes-title", concern=evidence.concerns[concern_id].name) if concern_id else say("feed-title")
    place = f"changes/{concern_id}" if concern_id else "changes"
    _add(root, "id", f"{base}{place}.atom")
    _add(root, "title", title)
    newest = max((day.day for day, _ in entries), default=in_force(evidence).day)
    _add(root, "updated", _moment(newest))
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{base}{place}.atom")
    _add(root, "link", rel="alternate", type="text/html", href=f"{base}{place if concern_id else 'about'}")
    _add(_add(root, "author"), "name", say("cite-author"))
    _add(root, "rights", say("about-licence-words"))
    for day, name in entries:
        _entry(root, evidence, base, day, name)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _entry(root: ET.Element, evidence: Evidence, base: str, day: history.Day, concern_id: str) -> None:
    entry = _add(root, "entry")
    page = f"{base}changes/{concern_id}"
    _add(entry, "id", f"{page}#d{day.day.isoformat()}")
    count = len(day.mends) + day.others
    concern = evidence.concerns[concern_id].name
    _add(entry, "title", say("feed-entry", concern=concern, count=count, date=dates.day(day.day)))
    _add(entry, "updated", _moment(day.day))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{page}#d{day.day.isoformat()}")
    lines = [
        say("change-line", subject=mend.subject, what=mend.what, old=mend.old, new=mend.new, why=mend.why)
        for mend in day.mends[:_NAMED]
    ]
    if count > len(lines):
        lines.append(say("changes-more", count=count - len(lines)))
    _add(entry, "content", "\n".join(lines), type="text")


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text or None
    return child


def _moment(day: date) -> str:
    return datetime.combine(day, time(), UTC).isoformat()
