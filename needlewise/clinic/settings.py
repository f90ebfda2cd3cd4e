"""A clinic's own settings: one TOML file, checked field by field, read once per process.

A clinic may say who it is, what it offers, what it charges and how it usually works. It cannot say anything about
what a
treatment does: no field here takes words about a treatment, and `evidence`, `decision` and `charts` may not import this
package (a contract holds that), so no setting reaches a figure, an order or a list of options.

A file with a fault is not used at all: the product then runs without a clinic's settings, the operator finds each fault
in the log, readiness says so (`/api/ready`), and every page and paper says that who pays is not known. Never does a
fault turn into "nobody paid".
"""

from __future__ import annotations

import difflib
import functools
import logging
import os
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from needlewise import IS_INSTALLED, ROOT
from needlewise.charts.palette import INK, PAPER, SECOND_PAPER, Mode, contrast, mix
from needlewise.clinic import logo
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.faults import EvidenceError
from needlewise.evidence.reading.load import load
from needlewise.words.paper import unprintable

_LOG = logging.getLogger(__name__)
VARIABLE = "NEEDLEWISE_CLINIC"
# Read when the variable is not set. Set to nothing, it means: no clinic. An installed package is no place for a
# clinic's
# own file, so there it is looked for where the app is started.
USUAL_PLACE = (Path.cwd() if IS_INSTALLED else ROOT) / "clinic.toml"

# WCAG 2.2, 1.4.3: the accent is the colour of links and small words, so it needs what text needs.
TEXT_CONTRAST = 4.5
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_HOST = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
_ORIGIN = re.compile(rf"https://{_HOST}(:\d{{1,5}})?|http://(localhost|127\.0\.0\.1)(:\d{{1,5}})?")
_PHONE = re.compile(r"\+?[\d ()./-]{3,30}")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
# A fault repeats no more than this of what it found.
_SHOWN = 60
_PATH_SHOWN = 300
_SIGNS_NAMED = 10
# Signs a clinic's name may hold; every other symbol (stars, ticks, medals, pictures) is a way of praising.
_SIGNS = "©®™°"


@dataclass(frozen=True)
class SettingsFault:
    """One thing wrong in the file: the field (`fees.visit.dry_needling`), what stands there, what is expected."""

    field: str
    value: str
    expected: str

    def __str__(self) -> str:
        value = self.value if len(self.value) <= _SHOWN else f"{self.value[:_SHOWN]}..."
        found = f"found {value}: " if value else ""
        return f"{self.field}: {found}{self.expected}" if self.field else f"{found}{self.expected}"


def _wrong(expected: str) -> PydanticCustomError:
    return PydanticCustomError("clinic", "{expected}", {"expected": expected})


def _plain(text: str) -> str:
    """Text of one line without control characters, hidden marks, or signs that could be read as a star or a medal."""
    for sign in text:
        kind = unicodedata.category(sign)
        if kind[0] == "C" or kind in ("Zl", "Zp"):
            raise _wrong("expected one line of plain text, without hidden characters")
        if kind == "So" and sign not in _SIGNS:
            raise _wrong(f"expected words, without the sign {sign}")
    if not text.strip():
        raise _wrong("expected some words")
    return _on_paper(text.strip())


def _on_paper(text: str) -> str:
    """Text that the take-home can print as it is; a question mark in its place would tell nobody who the clinic is."""
    lost = unprintable(text)
    if lost:
        named = ", ".join(lost[:_SIGNS_NAMED]) + (", ..." if len(lost) > _SIGNS_NAMED else "")
        raise _wrong(
            f"expected what the paper to take home can print: Latin, Greek or Cyrillic letters; it cannot print {named}"
        )
    return text


def _items(value: object) -> object:
    """A TOML list as a tuple, so that nobody can change it later."""
    return tuple(value) if isinstance(value, list) else value


def _names(info: ValidationInfo) -> Evidence:
    evidence: Evidence = (info.context or {})["evidence"]
    return evidence


def _near(value: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(value, known, 1)
    return f"; did you mean {close[0]}?" if close else ""


def _treatment(value: str, info: ValidationInfo) -> str:
    known = treatments(_names(info))
    if value not in known:
        raise _wrong(f"expected the id of a treatment in data/treatments.csv{_near(value, known)}")
    return value


def _concern(value: str, info: ValidationInfo) -> str:
    known = tuple(_names(info).concerns)
    if value not in known:
        raise _wrong(f"expected the id of a concern in data/concerns.csv{_near(value, known)}")
    return value


def treatments(evidence: Evidence) -> tuple[str, ...]:
    """The ids a clinic can offer: single treatments, and neither groups of them nor doing nothing."""
    return tuple(
        row.treatment_id for row in evidence.treatments.values() if not row.is_group and row.family != "nothing"
    )


def _each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
    if twice is not None:
        raise _wrong(f"expected each once; {twice} stands twice")
    return values


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        raise _wrong("expected a colour written as #RRGGBB, such as #0B6B63")
    return value.upper()


def _days_once(values: tuple[int, ...]) -> tuple[int, ...]:
    _each_once(tuple(WEEKDAYS[value] for value in values))
    return values


def _day(value: object) -> object:
    if value not in WEEKDAYS:
        raise _wrong(f"expected one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(str(value))


def _language(value: str) -> str:
    try:
        return str(Locale.parse(value, sep="-"))
    except (UnknownLocaleError, ValueError):
        raise _wrong("expected a language such as en-GB, de-CH or fr") from None


def _origin(value: str) -> str:
    if not _ORIGIN.fullmatch(value):
        raise _wrong("expected the start of a web address and nothing after it, such as https://www.clinic.example")
    return value


def _website(value: str) -> str:
    try:
        parts = urlsplit(value)
        # Reading the port also checks that it is one.
        sound = parts.scheme == "https" and not parts.username and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not re.fullmatch(_HOST, parts.hostname or "") or re.search(r"[\s\"'<>\\]", value):
        raise _wrong("expected a web address that starts with https://")
    return _on_paper(value)


def _phone(value: str) -> str:
    if not _PHONE.fullmatch(value):
        raise _wrong("expected a telephone number, such as +44 20 7946 0000")
    return _on_paper(value)


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise _wrong("expected an email address, such as hello@clinic.example")
    return value


Name = Annotated[str, Field(max_length=60), AfterValidator(_plain)]
Words = Annotated[str, Field(max_length=240), AfterValidator(_plain)]
TreatmentId = Annotated[str, AfterValidator(_treatment)]
ConcernId = Annotated[str, AfterValidator(_concern)]
Colour = Annotated[str, AfterValidator(_colour)]
Amount = Annotated[float, Field(gt=0, le=100_000, allow_inf_nan=False)]


class _Part(BaseModel):
    """Strict: no field but the known ones, no text where a number belongs; fixed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Contact(_Part):
    """How to reach the clinic; any of them."""

    phone: Annotated[str, AfterValidator(_phone)] = ""
    email: Annotated[str, AfterValidator(_email)] = ""
    website: Annotated[str, AfterValidator(_website)] = ""
    address: Annotated[str, Field(max_length=160), AfterValidator(_plain)] = ""


class Fees(_Part):
    """What one visit costs at this clinic, in one currency (ISO 4217), by treatment id."""

    currency: str
    visit: Annotated[dict[TreatmentId, Amount], Field(min_length=1)]

    @field_validator("currency")
    @classmethod
    def _is_currency(cls, value: str) -> str:
        if value not in get_global("all_currencies"):
            raise _wrong("expected the three letters of a currency, such as GBP, EUR or USD")
        return value


class Usual(_Part):
    """How this clinic usually gives a treatment: visits, weeks between them.

    For one concern or, without one, for all. `because` says why it differs; it stands beside the studies' figure, never
    in its place.
    """

    treatment: TreatmentId
    concern: ConcernId | None = None
    visits: Annotated[int, Field(ge=1, le=60)] | None = None
    weeks_between: Annotated[float, Field(gt=0, le=104, allow_inf_nan=False)] | None = None
    because: Annotated[str, Field(max_length=160), AfterValidator(_plain)] = ""

    @model_validator(mode="after")
    def _says_something(self, info: ValidationInfo) -> Self:
        if self.visits is None and self.weeks_between is None:
            raise _wrong("expected visits, weeks_between or both")
        if self.concern is not None and self.treatment not in {
            row.treatment_id for row in _names(info).options(self.concern)
        }:
            raise _wrong(f"expected a treatment that is an option for {self.concern}; {self.treatment} is not")
        return self


# What a clinic may ask people to keep away from around a visit. Medicines that a doctor prescribed are not among them:
# nobody is told here to stop one.
WINDOWS = ("retinoid_cream", "sun", "waxing", "make_up", "exercise", "botulinum_or_filler")


def _window_of(value: str) -> str:
    if value not in WINDOWS:
        raise _wrong(f"expected one of {', '.join(WINDOWS)}{_near(value, WINDOWS)}")
    return value


class Window(_Part):
    """This clinic's own rule: days before and after a visit on which to keep away from something."""

    treatment: TreatmentId
    keep_away_from: Annotated[str, AfterValidator(_window_of)]
    days_before: Annotated[int, Field(ge=0, le=365)] = 0
    days_after: Annotated[int, Field(ge=0, le=365)] = 0

    @model_validator(mode="after")
    def _has_days(self) -> Self:
        if not self.days_before and not self.days_after:
            raise _wrong("expected days_before, days_after or both")
        return self


class Clinic(_Part):
    """A clinic's own settings. Without a file every field is empty, and nothing of a clinic is shown.

    Attributes:
        name: as visitors read it.
        who_pays: who pays for this page and what they earn from, in one or two sentences.
        logo: an existing picture file.
        accent: the accent colour on light paper; `accent_dark` on dark paper. Empty means the product's own.
        offered: ids of the treatments offered; None when the clinic does not say, and nothing is marked then.
        fees: per visit.
        usual: where the clinic's usual course differs.
        windows: days around a visit on which the clinic asks to keep away from something.
        opening_days: weekdays open, 0 = Monday; empty means any.
        date_languages: languages that dates may be written in, the clinic's own first; empty means the visitor's.
        embed_on: origins of the websites that may show the product in a frame.
        shared_device: this page stands on a tablet or screen that one client after another uses.
        idle_minutes: how long a consult may stand untouched before everything in it is cleared.
    """

    name: Name
    who_pays: Words
    logo: Path | None = None
    accent: Colour = ""
    accent_dark: Colour = ""
    contact: Contact = Contact()
    offered: (
        Annotated[tuple[TreatmentId, ...], BeforeValidator(_items), Field(min_length=1), AfterValidator(_each_once)]
        | None
    ) = None
    fees: Fees | None = None
    usual: Annotated[tuple[Usual, ...], BeforeValidator(_items)] = ()
    windows: Annotated[tuple[Window, ...], BeforeValidator(_items)] = ()
    opening_days: Annotated[
        tuple[Annotated[int, BeforeValidator(_day)], ...], BeforeValidator(_items), AfterValidator(_days_once)
    ] = ()
    date_languages: Annotated[
        tuple[Annotated[str, AfterValidator(_language)], ...], BeforeValidator(_items), AfterValidator(_each_once)
    ] = ()
    embed_on: Annotated[
        tuple[Annotated[str, AfterValidator(_origin)], ...], BeforeValidator(_items), AfterValidator(_each_once)
    ] = ()
    shared_device: bool = False
    idle_minutes: Annotated[int, Field(ge=1, le=120)] = 10

    @field_validator("logo", mode="before")
    @classmethod
    def _is_picture(cls, value: object, info: ValidationInfo) -> Path:
        if not isinstance(value, str) or not value or "://" in value or "\0" in value:
            raise _wrong("expected the name of a picture file on this computer, beside the settings file")
        path: Path = (info.context or {})["folder"] / value
        suffix = path.suffix.lower()
        if suffix not in logo.KINDS:
            raise _wrong(f"expected a file that ends in {', '.join(logo.KINDS)}")
        try:
            content = path.read_bytes()
        except OSError:
            where = f"none at {path}" if len(str(path)) <= _PATH_SHOWN else "none of this name"
            raise _wrong(f"expected a file that can be read; there is {where}") from None
        wrong = logo.fault(content, suffix)
        if wrong:
            raise _wrong(wrong)
        return path.resolve()

    @field_validator("accent", "accent_dark")
    @classmethod
    def _stands_out(cls, value: str, info: ValidationInfo) -> str:
        mode: Mode = "dark" if info.field_name == "accent_dark" else "light"
        found = min(contrast(value, paper[mode]) for paper in (PAPER, SECOND_PAPER))
        if found < TEXT_CONTRAST:
            side = "lighter" if mode == "dark" else "darker"
            raise _wrong(
                f"expected a contrast of {TEXT_CONTRAST}:1 or more on the {mode} paper, "
                f"this has {found:.1f}:1; take a {side} colour"
            )
        return value

    @field_validator("usual")
    @classmethod
    def _one_of_each(cls, value: tuple[Usual, ...]) -> tuple[Usual, ...]:
        _each_once(tuple(f"{item.treatment} for {item.concern or 'all concerns'}" for item in value))
        return value

    @field_validator("windows")
    @classmethod
    def _one_window_of_each(cls, value: tuple[Window, ...]) -> tuple[Window, ...]:
        _each_once(tuple(f"{item.keep_away_from} for {item.treatment}" for item in value))
        return value

    @model_validator(mode="after")
    def _has_a_light_accent(self) -> Self:
        if self.accent_dark and not self.accent:
            raise _wrong("accent_dark stands alone: expected accent as well, for light paper")
        return self

    @property
    def is_set(self) -> bool:
        """True when a clinic has told who it is."""
        return bool(self.name)

    @property
    def is_unread(self) -> bool:
        """True for a clinic whose file has a fault: its settings do not count, and who pays is not known."""
        return self is UNREAD

    def offers(self, treatment_id: str) -> bool:
        """False only for a treatment the clinic does not list; doing nothing is always possible."""
        return self.offered is None or treatment_id in self.offered or treatment_id == "no_treatment"

    def fee(self, treatment_id: str) -> float | None:
        """The clinic's own fee for one visit, in `fees.currency`; None when it does not say."""
        return None if self.fees is None else self.fees.visit.get(treatment_id)

    def usual_for(self, concern_id: str, treatment_id: str) -> Usual | None:
        """How the clinic usually gives a treatment for a concern.

        What it says for the concern goes before what it says for all.
        """
        found = [item for item in self.usual if item.treatment == treatment_id and item.concern in (concern_id, None)]
        return max(found, key=lambda item: item.concern is not None, default=None)

    def accents(self) -> dict[Mode, str]:
        """The accent for each paper; a missing dark one is the light one made lighter until it can be read.

        Empty without one.
        """
        if not self.accent:
            return {}
        return {"light": self.accent, "dark": self.accent_dark or lightened(self.accent)}

    def date_language(self, visitors: str) -> str:
        """The visitor's language for dates where the clinic allows it, else the clinic's first."""
        return visitors if not self.date_languages or visitors in self.date_languages else self.date_languages[0]


# Nothing is known of a clinic: no check is needed, and the two fields that a file must have are empty.
NO_CLINIC = Clinic.model_construct(name="", who_pays="")
# A clinic runs this, but its file has a fault: nobody can say who it is or who pays.
UNREAD = Clinic.model_construct(name="", who_pays="")


def lightened(colour: str) -> str:
    """The colour mixed with the dark theme's ink, in steps of a twentieth, until it reads on dark paper."""
    for step in range(21):
        found = mix(colour, INK["dark"], step / 20)
        if min(contrast(found, paper["dark"]) for paper in (PAPER, SECOND_PAPER)) >= TEXT_CONTRAST:
            return found
    raise AssertionError("ink itself reads on its paper")


def check(path: Path, evidence: Evidence) -> tuple[Clinic | None, tuple[SettingsFault, ...]]:
    """Read and check one settings file; returns the clinic (None with a fault) and all faults."""
    given = _toml(path)
    return (
        (None, (given,)) if isinstance(given, SettingsFault) else check_fields(given, path.resolve().parent, evidence)
    )


def check_fields(
    given: dict[str, Any], folder: Path, evidence: Evidence
) -> tuple[Clinic | None, tuple[SettingsFault, ...]]:
    """As `check`, of what stood in a file in `folder`."""
    try:
        return Clinic.model_validate(given, context={"evidence": evidence, "folder": folder}), ()
    except ValidationError as error:
        return None, tuple(_told(error))


def _toml(path: Path) -> dict[str, Any] | SettingsFault:
    """What stands in a TOML file, or why it cannot be read."""
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return tomllib.loads(text)
    except OSError as error:
        return SettingsFault("", "", f"expected a file that can be read ({error.strerror})")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return SettingsFault("", "", f"expected text saved as UTF-8; in line {line} it is not")
    except tomllib.TOMLDecodeError as error:
        return SettingsFault("", "", f"expected TOML as in clinic.example.toml: {error}{_line_of(error, text)}")
    except RecursionError:
        return SettingsFault("", "", "expected TOML as in clinic.example.toml: too many brackets")


# Where owners stumble, by what stands in the line.
_HINTS = (
    (re.compile(r"[“”„‘’«»]"), 'use straight quotation marks, as in name = "Northgate Clinic"'),
    (re.compile(r"=\s*#"), 'put the colour in quotation marks, as in accent = "#7A2E5D"'),
    (re.compile(r"=\s*(?i:yes|no|true|false|on|off)\b"), "write true or false, in small letters"),
    (re.compile(r"=\s*\d+,\d"), "write a number with a point, as in 42.50"),
    (re.compile(r"=\s*[^\W\d]"), "put words in quotation marks"),
)
_TWICE = re.compile("overwrite|twice|declare", re.IGNORECASE)


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> str:
    """The line in which the reader stopped, and what is most likely meant."""
    lines = text.splitlines()
    found = re.search(r"at line (\d+)", str(error))
    number = int(found.group(1)) if found else len(lines)
    if not 0 < number <= len(lines):
        return ""
    line = lines[number - 1].strip()
    hint = (
        "this setting, or this heading, stands twice"
        if _TWICE.search(str(error))
        else next((words for pattern, words in _HINTS if pattern.search(line)), "")
    )
    return f"; the line reads {line[:_SHOWN]}{f'; {hint}' if hint else ''}"


_KNOWN: dict[str, tuple[str, ...]] = {
    "": tuple(Clinic.model_fields),
    "contact": tuple(Contact.model_fields),
    "fees": tuple(Fees.model_fields),
    "usual": tuple(Usual.model_fields),
    "windows": tuple(Window.model_fields),
}
# Parts that may stand several times, each under a heading in two pairs of brackets.
_REPEATED = ("usual", "windows")
_KINDS = {
    "string_type": "expected text in quotation marks",
    "float_type": "expected a number such as 60 or 42.50, without a currency and without quotation marks",
    "int_type": "expected a whole number such as 4",
    "int_from_float": "expected a whole number such as 4",
    "tuple_type": "expected a list in square brackets",
    "dict_type": "expected lines of the form treatment = 60",
    "model_type": "expected a part with a heading, as in clinic.example.toml",
    "model_attributes_type": "expected a part with a heading, as in clinic.example.toml",
    "finite_number": "expected a number such as 60 or 42.50",
    "bool_type": "expected true or false, without quotation marks",
}


def _told(error: ValidationError) -> Iterator[SettingsFault]:
    """Each fault by field, in plain words."""
    for item in error.errors():
        place = [part for part in item["loc"] if part != "[key]"]
        field = ".".join(f"{part + 1}" if isinstance(part, int) else str(part) for part in place)
        context = item.get("ctx", {})
        kind = item["type"]
        value = "" if kind in ("missing", "extra_forbidden") or isinstance(item["input"], dict) else _as_written(item)
        if kind == "clinic":
            expected = str(context["expected"])
        elif kind == "missing":
            expected = f"expected this setting; {'this part' if len(place) > 1 else 'every file'} needs it"
        elif kind == "extra_forbidden":
            parent = str(place[0]) if len(place) > 1 else ""
            expected = f"there is no such setting{_near(str(place[-1]), _KNOWN.get(parent, ()))}"
        elif kind == "greater_than":
            expected = f"expected more than {context['gt']:g}"
        elif kind == "greater_than_equal":
            expected = f"expected {context['ge']:g} or more"
        elif kind == "less_than_equal":
            expected = f"expected {context['le']:g} or less"
        elif kind == "string_too_long":
            expected = f"expected {context['max_length']} characters or fewer"
        elif kind == "tuple_type" and field in _REPEATED:
            expected = f"expected a heading in two pairs of brackets: [[{field}]]"
        elif kind == "too_short":
            expected = "expected at least one; leave the setting out to say nothing"
        else:
            expected = _KINDS.get(kind, str(item["msg"]))
        yield SettingsFault(field, value, expected)


def _as_written(item: ErrorDetails) -> str:
    """What stands in the file; a day or a time as TOML writes it."""
    found = item["input"]
    return found.isoformat() if isinstance(found, (date, time)) else repr(found)


@functools.cache
def _read() -> tuple[Clinic, tuple[SettingsFault, ...]]:
    named = os.environ.get(VARIABLE)
    if named == "" or (named is None and not USUAL_PLACE.is_file()):
        return NO_CLINIC, ()
    path = Path(named) if named else USUAL_PLACE
    try:
        clinic, found = check(path, load())
    except EvidenceError:
        # The product shows nothing but the faults of its tables then; a clinic has nothing to add.
        return NO_CLINIC, ()
    for fault in found:
        _LOG.warning("%s: %s", path, fault)
    if clinic is None:
        command = "needlewise" if IS_INSTALLED else "python -m needlewise"
        _LOG.warning("%s is not used until this is mended; check it with: %s clinic-check %s", path, command, path)
        return UNREAD, found
    return clinic, ()


def current() -> Clinic:
    """The clinic this process serves, read once; `NO_CLINIC` without a file, `UNREAD` with a faulty one."""
    return _read()[0]


def faults() -> tuple[SettingsFault, ...]:
    """What is wrong in the file that was named; nothing when it is sound or there is none."""
    return _read()[1]


@functools.cache
def fingerprint() -> str:
    """The settings as one text: what is held for everyone and shows something of a clinic has it in its key."""
    return current().model_dump_json()
