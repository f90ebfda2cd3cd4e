"""A clinic's settings: what is taken, what is refused and in which words, and what is made of fees and visits."""

from __future__ import annotations

import ast
import logging
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from needlewise import ROOT
from needlewise.__main__ import main
from needlewise.charts.palette import PAPER, SECOND_PAPER, contrast
from needlewise.clinic import logo, settings
from needlewise.clinic.clinic_note import ClinicNote, clinic_note, money
from needlewise.clinic.settings import NO_CLINIC, TEXT_CONTRAST, Clinic, SettingsFault, check, check_fields, lightened
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.course import Course, course
from needlewise.evidence.rules.ranges import Range
from needlewise.words.paper import printable
from tests.clinics import LOGO, PLAIN, serving

EXAMPLE = ROOT / "clinic.example.toml"


def _read(text: str, folder: Path, evidence: Evidence) -> tuple[Clinic | None, tuple[SettingsFault, ...]]:
    path = folder / "clinic.toml"
    path.write_text(text, encoding="utf-8")
    return check(path, evidence)


def _clinic(text: str, folder: Path, evidence: Evidence) -> Clinic:
    clinic, faults = _read(PLAIN + text, folder, evidence)
    assert clinic is not None, faults
    return clinic


def test_the_example_is_sound_and_says_all_it_can(evidence: Evidence):
    """An owner can copy it as it is; every setting there is stands in it, if only as a note."""
    clinic, faults = check(EXAMPLE, evidence)
    assert faults == ()
    assert clinic is not None
    text = EXAMPLE.read_text(encoding="utf-8")
    for field in Clinic.model_fields:
        assert f"{field} = " in text or f"[{field}]" in text or f"[{field}." in text or f"[[{field}]]" in text, field


def test_the_notes_of_the_example_are_sound_settings_too(tmp_path: Path, evidence: Evidence):
    """With the marks of a note taken away from the four optional lines it is still a sound file."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for line in ('logo = "northgate.png"', 'accent_dark = "#E3A6CB"', 'embed_on = ["https://www.your-clinic.example"]'):
        assert f"# {line}" in text
        text = text.replace(f"# {line}", line)
    Image.new("RGB", (120, 40), "teal").save(tmp_path / "northgate.png")
    clinic, faults = _read(text, tmp_path, evidence)
    assert faults == ()
    assert clinic is not None
    assert clinic.embed_on == ("https://www.your-clinic.example",)


REFUSED = [
    ("no name", 'who_pays = "We do."', "name", "every file needs it"),
    ("no word on who pays", 'name = "A"', "who_pays", "every file needs it"),
    ("not TOML", "name = Northgate", "", "expected TOML as in clinic.example.toml"),
    ("a mistyped setting", PLAIN + "ofered = []", "ofered", "did you mean offered?"),
    ("a mistyped setting in a part", PLAIN + '[contact]\nfone = "1"', "contact.fone", "did you mean phone?"),
    ("a name that is a number", 'name = 3\nwho_pays = "We do."', "name", "expected text in quotation marks"),
    ("an empty name", 'name = " "\nwho_pays = "We do."', "name", "expected some words"),
    ("a name too long", f'name = "{"a" * 61}"\nwho_pays = "We do."', "name", "60 characters or fewer"),
    ("a name on two lines", 'name = "a\\nb"\nwho_pays = "We do."', "name", "one line of plain text"),
    ("hidden marks in a name", 'name = "a\\u202Eb"\nwho_pays = "We do."', "name", "one line of plain text"),
    ("a star in a name", 'name = "Northgate ★★★★★"\nwho_pays = "We do."', "name", "without the sign ★"),
    ("a medal in who pays", 'name = "A"\nwho_pays = "\N{SPORTS MEDAL} of the year"', "who_pays", "without the sign"),
    ("a name the paper cannot print", 'name = "诊所 A"\nwho_pays = "We do."', "name", "it cannot print 诊, 所"),
    ("payers the paper cannot print", 'name = "A"\nwho_pays = "العيادة تدفع"', "who_pays", "it cannot print ا, ل"),
    ("a street the paper cannot print", PLAIN + '[contact]\naddress = "רחוב 1"', "contact.address", "it cannot print ר, ח, ו, ב"),
    ("a page the paper cannot print", PLAIN + '[contact]\nwebsite = "https://a.example/診"', "contact.website", "it cannot print 診"),
    ("a telephone in other digits", PLAIN + '[contact]\nphone = "٠٢٠ ٧٩٤٦"', "contact.phone", "it cannot print ٠, ٢"),
    ("an unknown treatment", PLAIN + 'offered = ["microneedeling"]', "offered.1", "did you mean microneedling?"),
    ("a group as a treatment", PLAIN + 'offered = ["laser_any"]', "offered.1", "the id of a treatment"),
    ("doing nothing as an offer", PLAIN + 'offered = ["no_treatment"]', "offered.1", "the id of a treatment"),
    ("offering nothing at all", PLAIN + "offered = []", "offered", "leave the setting out"),
    ("a treatment offered twice", PLAIN + 'offered = ["massage", "massage"]', "offered", "massage stands twice"),
    ("a fee in words", PLAIN + '[fees]\ncurrency = "GBP"\nvisit.massage = "60"', "fees.visit.massage", "expected a number such as 60"),
    ("a fee below nought", PLAIN + '[fees]\ncurrency = "GBP"\nvisit.massage = -1', "fees.visit.massage", "expected more than 0"),
    ("a fee of no number", PLAIN + '[fees]\ncurrency = "GBP"\nvisit.massage = nan', "fees.visit.massage", "expected a number"),
    ("a fee for doing nothing", PLAIN + '[fees]\ncurrency = "GBP"\nvisit.no_treatment = 10', "fees.visit.no_treatment", "the id of a treatment"),
    ("fees without a currency", PLAIN + "[fees]\nvisit.massage = 60", "fees.currency", "this part needs it"),
    ("an unknown currency", PLAIN + '[fees]\ncurrency = "£"\nvisit.massage = 60', "fees.currency", "three letters of a currency"),
    ("visits in words", PLAIN + '[[usual]]\ntreatment = "massage"\nvisits = "six"', "usual.1.visits", "expected a whole number"),
    ("no visits", PLAIN + '[[usual]]\ntreatment = "massage"\nvisits = 0', "usual.1.visits", "expected 1 or more"),
    ("a usual course that says nothing", PLAIN + '[[usual]]\ntreatment = "massage"', "usual.1", "expected visits, weeks_between or both"),
    ("a usual course of a stranger", PLAIN + '[[usual]]\ntreatment = "massage"\nconcern = "acne_scars"\nvisits = 3', "usual.1", "an option for acne_scars"),
    ("a concern nobody has", PLAIN + '[[usual]]\ntreatment = "massage"\nconcern = "bak_pain"\nvisits = 3', "usual.1.concern", "the id of a concern"),
    ("one course told twice", PLAIN + '[[usual]]\ntreatment = "massage"\nvisits = 3\n[[usual]]\ntreatment = "massage"\nvisits = 4', "usual", "massage for all concerns stands twice"),
    ("a word as a colour", PLAIN + 'accent = "teal"', "accent", "#RRGGBB"),
    ("a colour that carries a style", PLAIN + 'accent = "#0B6B63} .nw-options{display:none"', "accent", "#RRGGBB"),
    ("a colour too pale to read", PLAIN + 'accent = "#5CC8BB"', "accent", "take a darker colour"),
    ("the colour of the paper", PLAIN + 'accent = "#FBFAF6"', "accent", "this has 1.0:1"),
    ("a dark colour on dark paper", PLAIN + 'accent = "#0B6B63"\naccent_dark = "#0B6B63"', "accent_dark", "take a lighter colour"),
    ("a dark accent alone", PLAIN + 'accent_dark = "#5CC8BB"', "", "expected accent as well"),
    ("a logo from elsewhere", PLAIN + 'logo = "https://clinic.example/logo.png"', "logo", "a picture file on this computer"),
    ("a logo that is not there", PLAIN + 'logo = "none.png"', "logo", "there is none at"),
    ("a logo that is no picture", PLAIN + 'logo = "words.png"', "logo", "is no png"),
    ("a logo too large", PLAIN + 'logo = "large.png"', "logo", "200 kB or less"),
    ("a logo with a hidden end", PLAIN + 'logo = "a\\u0000.png"', "logo", "the name of a picture file"),
    ("a logo that is a program", PLAIN + 'logo = "clinic.toml"', "logo", "expected a file that ends in"),
    ("a day by its short name", PLAIN + 'opening_days = ["Mon"]', "opening_days.1", "expected one of Monday"),
    ("days not in a list", PLAIN + 'opening_days = "Monday"', "opening_days", "expected a list"),
    ("a day twice", PLAIN + 'opening_days = ["Monday", "Monday"]', "opening_days", "Monday stands twice"),
    ("a language nobody speaks", PLAIN + 'date_languages = ["xx-YY"]', "date_languages.1", "a language such as en-GB"),
    ("every website", PLAIN + 'embed_on = ["*"]', "embed_on.1", "the start of a web address"),
    ("a whole domain", PLAIN + 'embed_on = ["https://*.example"]', "embed_on.1", "the start of a web address"),
    ("a website without its lock", PLAIN + 'embed_on = ["http://clinic.example"]', "embed_on.1", "the start of a web address"),
    ("an address with a page", PLAIN + 'embed_on = ["https://clinic.example/page"]', "embed_on.1", "and nothing after it"),
    ("a second rule behind an address", PLAIN + 'embed_on = ["https://clinic.example; script-src *"]', "embed_on.1", "and nothing after it"),
    ("a second header behind an address", PLAIN + 'embed_on = ["https://clinic.example\\nX: y"]', "embed_on.1", "and nothing after it"),
    ("a script as a website", PLAIN + '[contact]\nwebsite = "javascript:alert(1)"', "contact.website", "starts with https://"),
    ("a broken website", PLAIN + '[contact]\nwebsite = "https://a b"', "contact.website", "starts with https://"),
    ("a website with half an address", PLAIN + '[contact]\nwebsite = "https://[::1"', "contact.website", "starts with https://"),
    ("a website at no port", PLAIN + '[contact]\nwebsite = "https://a.example:99999999/"', "contact.website", "starts with https://"),
    ("a usual course in one pair of brackets", PLAIN + '[usual]\ntreatment = "massage"\nvisits = 3', "usual", "[[usual]]"),
    ("a rule in one pair of brackets", PLAIN + '[windows]\ntreatment = "massage"', "windows", "[[windows]]"),
    ("a mistyped setting in a rule", PLAIN + '[[windows]]\ntreatment = "massage"\nkeep_away_from = "sun"\ndays_befor = 2', "windows.1.days_befor", "did you mean days_before?"),
    ("a switch in words", PLAIN + 'shared_device = "yes"', "shared_device", "expected true or false"),
    ("a day where words belong", 'name = 2026-03-31\nwho_pays = "We do."', "name", "found 2026-03-31: expected text"),
    ("curly quotation marks", 'name = “A”\nwho_pays = "We do."', "", "(at line 1, column 8); the line reads name = “A”; use straight"),
    ("a colour that is a note", PLAIN + "accent = #0B6B63", "", "put the colour in quotation marks"),
    ("a switch with a capital", PLAIN + "shared_device = True", "", "write true or false"),
    ("a fee with a comma", PLAIN + '[fees]\ncurrency = "EUR"\nvisit.massage = 45,50', "", "a number with a point"),
    ("words without quotation marks", 'name = Northgate\nwho_pays = "We do."', "", "put words in quotation marks"),
    ("a setting twice", PLAIN + 'name = "B"', "", "stands twice"),
    ("a heading twice", PLAIN + "[contact]\n[contact]", "", "stands twice"),
    ("a telephone in words", PLAIN + '[contact]\nphone = "call us"', "contact.phone", "a telephone number"),
    ("an address without its at", PLAIN + '[contact]\nemail = "clinic.example"', "contact.email", "an email address"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "expected"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_faulty_field_is_named_with_what_is_expected(
    tmp_path: Path, evidence: Evidence, text: str, field: str, expected: str
):
    """One message for the one thing wrong, in plain words, and no clinic."""
    (tmp_path / "words.png").write_text("not a picture")
    (tmp_path / "large.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300_000))
    clinic, faults = _read(text, tmp_path, evidence)
    assert clinic is None
    assert [fault.field for fault in faults] == [field]
    assert expected in str(faults[0])
    assert "pydantic" not in str(faults[0]).lower()


# What an owner might try in order to hide an option, change a figure or put a treatment in front.
TRIES = [
    'hidden = ["fractional_co2_laser"]',
    'options = ["microneedling"]',
    'order = ["microneedling"]',
    'recommended = "microneedling"',
    'star = ["microneedling"]',
    'certainty = "high"',
    "show_not_offered = false",
    '[effects]\nmicroneedling = "works very well"',
    "[treatments.microneedling]\nsessions = 1",
    '[words]\n"clinic-not-offered" = "banned"',
    '[[usual]]\ntreatment = "microneedling"\nvisits = 3\nnote = "our best seller"',
    '[[usual]]\ntreatment = "microneedling"\nvisits = 3\ndays_off = 0',
    '[fees]\ncurrency = "GBP"\nvisit.microneedling = 60\nhighlight = "microneedling"',
    '[fees.visit.microneedling]\nfee = 60\nnote = "best value"',
    'data = "/my/own/data"',
    'css = ".nw-options{display:none}"',
]


@pytest.mark.parametrize("text", TRIES)
def test_there_is_no_setting_that_hides_changes_or_praises(tmp_path: Path, evidence: Evidence, text: str):
    """Whatever is not about the clinic itself is refused, so the whole file is not used."""
    clinic, faults = _read(PLAIN + text, tmp_path, evidence)
    assert clinic is None
    assert faults


def test_no_setting_takes_words_about_a_treatment():
    """Free text is the clinic's name, who pays and an address.

    All else is a number, an id, a colour or a web address. Why a clinic differs from the studies is told in words of its
    own, and only after "usual here", beside the studies' figure.
    """
    free = {
        name for name, field in Clinic.model_fields.items() if field.annotation is str and not name.startswith("accent")
    }
    assert free == {"name", "who_pays"}
    assert set(settings.Usual.model_fields) == {"treatment", "concern", "visits", "weeks_between", "because"}
    assert set(settings.Window.model_fields) == {"treatment", "keep_away_from", "days_before", "days_after"}
    assert set(settings.Fees.model_fields) == {"currency", "visit"}


def test_what_makes_a_figure_cannot_see_the_settings():
    """No module of the evidence, the decisions or the charts imports the clinic."""
    for room in ("evidence", "decision", "charts", "words"):
        for path in (ROOT / "needlewise" / room).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = (
                    [alias.name for alias in node.names]
                    if isinstance(node, ast.Import)
                    else [node.module or ""]
                    if isinstance(node, ast.ImportFrom)
                    else []
                )
                assert not any("clinic" in name for name in names), path


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{}>{}</svg>'
# What lies in a file with a picture's ending, and what the check says of it.
DRAWINGS = [
    ("a script", SVG.format("", "<script>alert(1)</script>"), "holds a script"),
    ("a script that starts with the picture", SVG.format(' onload="alert(1)"', ""), "holds a script"),
    ("a page inside", SVG.format("", "<foreignObject><b>hi</b></foreignObject>"), "holds a script"),
    ("a picture from elsewhere", SVG.format("", '<image href="https://a.example/x.png"/>'), "something outside"),
    ("a colour from elsewhere", SVG.format("", '<rect fill="url(https://a.example/#x)"/>'), "something outside"),
    ("a style from elsewhere", SVG.format("", '<style>@import "https://a.example/x.css"</style>'), "something outside"),
    ("a file of this computer", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("", "&x;"), "ENTITY"),
    ("a web page", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "is no svg"),
    ("half a drawing", SVG.format("", "")[:-3], "is no svg, or it breaks off"),
    ("nothing", "", "is no svg"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in DRAWINGS], ids=[row[0] for row in DRAWINGS])
def test_a_drawing_that_is_more_than_a_drawing_is_refused(text: str, expected: str):
    """One message each, in plain words."""
    assert expected in logo.fault(text.encode(), ".svg")


@pytest.mark.parametrize(
    "start", ["", '<?xml version="1.0" encoding="UTF-8"?>\n', "<!-- Made with a drawing tool -->\n", "\ufeff"]
)
def test_an_ordinary_drawing_is_fine(start: str):
    """However its tool begins the file; colours, gradients and pictures within it are its own."""
    inside = '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#b"/><image href="data:image/png;base64,AA"/>'
    assert logo.fault(f"{start}{SVG.format('', inside)}".encode(), ".svg") == ""


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg")])
def test_a_picture_must_be_whole_and_of_a_sensible_size(tmp_path: Path, kind: str, suffix: str):
    """A file that breaks off is refused before any page or paper needs it, and so is one of many millions of pixels."""
    path = tmp_path / "picture"
    Image.new("L", (300, 100)).save(path, kind)
    whole = path.read_bytes()
    assert logo.fault(whole, suffix) == ""
    assert "breaks off" in logo.fault(whole[:60], suffix)
    assert "breaks off" in logo.fault(whole[:-8], suffix)
    Image.new("L", (5000, 20)).save(path, kind)
    assert "4000 pixels a side or fewer; this one has 5000 by 20" in logo.fault(path.read_bytes(), suffix)


@given(st.binary(max_size=300), st.sampled_from(sorted(logo.KINDS)))
def test_no_bytes_make_the_check_of_a_picture_fall_over(content: bytes, suffix: str):
    """Whatever lies in the file, there is a message or none, and never an exception."""
    starts = {".png": b"\x89PNG\r\n\x1a\n", ".svg": b"<svg"}
    for given_content in (content, starts.get(suffix, b"\xff\xd8\xff") + content):
        assert isinstance(logo.fault(given_content, suffix), str)


def test_all_faults_are_told_at_once(tmp_path: Path, evidence: Evidence):
    """One run shows all there is to mend."""
    _, faults = _read('who_pays = 3\naccent = "teal"\nembed_on = ["*", "https://a.example", "x"]', tmp_path, evidence)
    assert {fault.field for fault in faults} == {"name", "who_pays", "accent", "embed_on.1", "embed_on.3"}


@given(st.text(max_size=200))
def test_no_text_makes_the_check_fall_over(tmp_path_factory: pytest.TempPathFactory, text: str):
    """Faults, never an exception."""
    from needlewise.evidence.reading.load import load  # noqa: PLC0415  a fixture of narrower scope cannot be mixed with given

    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8", errors="replace")
    clinic, faults = check(path, load())
    assert (clinic is None) == bool(faults)


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(tuple(Clinic.model_fields)), _VALUES))
def test_no_value_of_any_field_makes_the_check_fall_over(values: dict[str, object]):
    """Each fault names a field and expects something, whatever was found."""
    from needlewise.evidence.reading.load import load  # noqa: PLC0415  likewise

    clinic, faults = check_fields(values, ROOT, load())
    assert (clinic is None) == bool(faults)
    assert all(str(fault) for fault in faults)


def test_a_file_that_is_not_there_or_not_text_is_a_fault(tmp_path: Path, evidence: Evidence):
    """The check says so."""
    assert "can be read" in str(check(tmp_path / "none.toml", evidence)[1][0])
    assert "can be read" in str(check(tmp_path, evidence)[1][0])
    (tmp_path / "latin.toml").write_bytes(b'# a note\nname = "\xe9"')
    assert "UTF-8; in line 2 it is not" in str(check(tmp_path / "latin.toml", evidence)[1][0])


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["Windows", "an old Macintosh"])
def test_a_file_as_an_editor_of_another_system_saves_it_is_taken(tmp_path: Path, evidence: Evidence, ends: str):
    """With a mark in front, and its lines ended in another way."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("\n", ends)
    (tmp_path / "clinic.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    found, faults = check(tmp_path / "clinic.toml", evidence)
    assert faults == ()
    assert found == check(EXAMPLE, evidence)[0]


_FIELDS = [*Clinic.model_fields, *(f"contact.{name}" for name in settings.Contact.model_fields)]


@pytest.mark.parametrize("field", _FIELDS)
@pytest.mark.parametrize("value", [3, 1.5, "x", [], [[1]], {"a": 1}, date(2026, 3, 31), float("nan"), 10**30])
def test_a_value_of_another_kind_is_named_in_plain_words(evidence: Evidence, field: str, value: object):
    """Whatever kind it has; no word of the library that checks."""
    part, _, name = field.partition(".")
    given_fields = {"name": "A", "who_pays": "We do."} | {part: {name: value} if name else value}
    _, faults = check_fields(given_fields, ROOT, evidence)
    for fault in faults:
        assert fault.field.startswith(part) or not fault.field
        assert not any(word in str(fault) for word in ("Input", "valid", "datetime", "instance"))


def test_the_command_prints_faults_or_what_it_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Exit 1 with a line a fault, exit 0 with one line."""
    assert main(["clinic-check", str(EXAMPLE)]) == 0
    assert "Northgate Clinic: offers 5 treatments; 4 fees in GBP" in capsys.readouterr().out
    path = tmp_path / "clinic.toml"
    path.write_text('name = "A"\naccent = "teal"\n', encoding="utf-8")
    assert main(["clinic-check", str(path)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in out[:2]] == ["who_pays", "accent"]
    assert out[2].startswith("2 faults in ")


def test_names_in_letters_of_the_paper_are_taken(tmp_path: Path, evidence: Evidence):
    """Latin with all its accents, also loose ones, Greek and Cyrillic; and none of them is lost on the paper."""
    for name in ("Praxis Müller & Søn", "Κλινική Ελένη", "Клиника Иван", "Phòng khám Nguyễn", "Ce\u0302te"):
        clinic, faults = _read(f'name = "{name}"\nwho_pays = "We do."', tmp_path, evidence)
        assert faults == ()
        assert clinic is not None
        assert "?" not in printable(clinic.name)


def test_the_command_names_the_signs_that_the_paper_cannot_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], evidence: Evidence
):
    """It used to say `No faults` while the paper said `????`; such a file is not used at all."""
    path = tmp_path / "clinic.toml"
    path.write_text('name = "مركز الشفاء"\nwho_pays = "We do."\n', encoding="utf-8")
    assert main(["clinic-check", str(path)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("name: found 'مركز الشفاء': expected what the paper to take home can print")
    assert check(path, evidence)[0] is None


def test_a_faulty_file_gives_defaults_and_a_line_for_the_operator(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    """The process runs without a clinic; the log names the field and the command that checks it."""
    with caplog.at_level(logging.WARNING), serving(PLAIN + 'accent = "teal"', tmp_path):
        assert settings.current() == NO_CLINIC
        assert [fault.field for fault in settings.faults()] == ["accent"]
    assert "accent: found 'teal'" in caplog.text
    assert "python -m needlewise clinic-check" in caplog.text


def test_the_file_is_read_once(tmp_path: Path):
    """A change needs a new start, so that all visitors of a process see the same."""
    with serving(PLAIN, tmp_path) as path:
        first = settings.current()
        path.write_text("broken", encoding="utf-8")
        assert settings.current() is first
        assert first.name == "Northgate Clinic"


def test_without_a_file_there_is_no_clinic(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """An empty variable means none; a variable that is not set means the usual place, if there is a file."""
    monkeypatch.setenv(settings.VARIABLE, "")
    settings._read.cache_clear()
    assert settings.current() is NO_CLINIC
    monkeypatch.delenv(settings.VARIABLE)
    monkeypatch.setattr(settings, "USUAL_PLACE", tmp_path / "clinic.toml")
    settings._read.cache_clear()
    assert settings.current() is NO_CLINIC
    (tmp_path / "clinic.toml").write_text(PLAIN, encoding="utf-8")
    settings._read.cache_clear()
    assert settings.current().name == "Northgate Clinic"
    settings._read.cache_clear()


def test_settings_cannot_be_changed_once_read(tmp_path: Path, evidence: Evidence):
    """The value is frozen."""
    with pytest.raises(ValueError, match="frozen"):
        _clinic("", tmp_path, evidence).name = "Another"  # type: ignore[misc]


def test_a_logo_lies_beside_the_file(tmp_path: Path, evidence: Evidence):
    """Its name is read from the folder of the settings file."""
    (tmp_path / "logo.svg").write_bytes(LOGO)
    assert _clinic('logo = "logo.svg"', tmp_path, evidence).logo == (tmp_path / "logo.svg").resolve()


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_can_be_lightened_until_it_reads_on_dark_paper(value: int):
    """At least 4.5:1 on both papers of the dark theme."""
    found = lightened(f"#{value:06X}")
    assert min(contrast(found, paper["dark"]) for paper in (PAPER, SECOND_PAPER)) >= TEXT_CONTRAST


def test_what_is_not_listed_is_not_offered_and_doing_nothing_always_is(tmp_path: Path, evidence: Evidence):
    """Without a list nothing is marked."""
    clinic = _clinic('offered = ["massage"]', tmp_path, evidence)
    assert [clinic.offers(name) for name in ("massage", "tens", "no_treatment")] == [True, False, True]
    assert NO_CLINIC.offers("tens")


def test_a_course_told_for_a_concern_goes_before_one_for_all(tmp_path: Path, evidence: Evidence):
    """And counts for that concern only."""
    text = '[[usual]]\ntreatment = "massage"\nvisits = 3\n[[usual]]\ntreatment = "massage"\nconcern = "neck_pain"\nvisits = 5'
    clinic = _clinic(text, tmp_path, evidence)
    found = {concern: clinic.usual_for(concern, "massage") for concern in ("neck_pain", "low_back_pain")}
    assert {concern: usual.visits for concern, usual in found.items() if usual} == {"neck_pain": 5, "low_back_pain": 3}
    assert clinic.usual_for("neck_pain", "tens") is None


def test_dates_follow_the_visitor_within_what_the_clinic_speaks(tmp_path: Path, evidence: Evidence):
    """Its first language for everyone else; without any, the visitor's own."""
    clinic = _clinic('date_languages = ["de-CH", "fr-CH"]', tmp_path, evidence)
    assert [clinic.date_language(name) for name in ("fr_CH", "it_CH")] == ["fr_CH", "de_CH"]
    assert NO_CLINIC.date_language("it_CH") == "it_CH"


def test_weekdays_are_numbered_from_monday(tmp_path: Path, evidence: Evidence):
    """As Python numbers them."""
    assert _clinic('opening_days = ["Sunday", "Monday"]', tmp_path, evidence).opening_days == (6, 0)


def _studied(low: float, typical: float, high: float) -> Course:
    return Course(Range(low, typical, high, "studies", ("protocols:p1",)), None, None, None, ())


FEES = '[fees]\ncurrency = "GBP"\nvisit.massage = 55.50\n'
COSTS = [
    # 55.50 x 4 = 222; 55.50 x 2 = 111; 55.50 x 6 = 333
    ("the studies' visits with their range", "", _studied(2, 4, 6), "Course here: 222 GBP for the studies’ 4 visits (from 111 GBP to 333 GBP)"),
    ("one number in the studies", "", _studied(3, 3, 3), "Course here: 166.50 GBP for the studies’ 3 visits"),
    ("one visit", "", _studied(1, 1, 1), "Course here: 55.50 GBP for the studies’ 1 visit"),
    # 55.50 x 5 = 277.50
    ("the clinic's own visits", '[[usual]]\ntreatment = "massage"\nvisits = 5', _studied(2, 4, 6), "Course here: 277.50 GBP for 5 visits"),
    ("the clinic's own spacing only", '[[usual]]\ntreatment = "massage"\nweeks_between = 2', _studied(4, 4, 4), "Course here: 222 GBP for the studies’ 4 visits"),
    ("visits nobody knows", "", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "studied", "expected"), [row[1:] for row in COSTS], ids=[row[0] for row in COSTS])
def test_a_course_costs_the_fee_times_the_usual_visits(
    tmp_path: Path, evidence: Evidence, text: str, studied: Course | None, expected: str
):
    """The text says whose visits these are."""
    said = clinic_note(_clinic(FEES + text, tmp_path, evidence), "low_back_pain", "massage", studied)
    assert said.fee == "Fee here: 55.50 GBP a visit"
    assert said.course_cost == expected


USUALS = [
    ("visits = 5\nweeks_between = 6", "Usual here: 5 visits, 6 weeks apart"),
    ("visits = 1", "Usual here: 1 visit"),
    ("weeks_between = 1", "Usual here: 1 week apart"),
    ("visits = 3\nweeks_between = 0.5", "Usual here: 3 visits, 0.5 weeks apart"),
]


@pytest.mark.parametrize(("text", "expected"), USUALS)
def test_the_usual_course_in_words(tmp_path: Path, evidence: Evidence, text: str, expected: str):
    """Visits, spacing, or both."""
    clinic = _clinic(f'[[usual]]\ntreatment = "massage"\n{text}', tmp_path, evidence)
    assert clinic_note(clinic, "neck_pain", "massage", None).usual == expected


def test_a_clinic_that_says_nothing_of_an_option_adds_nothing(tmp_path: Path, evidence: Evidence):
    """Nor does the product without a clinic."""
    assert (
        clinic_note(_clinic(FEES, tmp_path, evidence), "neck_pain", "tens", course(evidence, "neck_pain", "tens"))
        == ClinicNote()
    )
    assert clinic_note(NO_CLINIC, "neck_pain", "massage", course(evidence, "neck_pain", "massage")) == ClinicNote()


@pytest.mark.parametrize(
    ("amount", "text"),
    [(60, "60 GBP"), (42.5, "42.50 GBP"), (1250, "1,250 GBP"), (0.1 + 0.2, "0.30 GBP"), (59.999, "60 GBP")],
)
def test_money_as_people_write_it(amount: float, text: str):
    """Two decimals only where there are pence."""
    assert money(amount, "GBP") == text
