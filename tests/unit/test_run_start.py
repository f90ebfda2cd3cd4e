"""The first message of a run: made once from the settings, and the same as Streamlit makes it each time."""

from __future__ import annotations

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import Config, CustomThemeConfig
from streamlit.runtime import app_session

from needlewise.server import run_start

SECTIONS = (
    (),
    ("theme.light",),
    ("theme.dark",),
    ("theme.sidebar",),
    ("theme.light.sidebar",),
    ("theme.dark.sidebar",),
)


@pytest.fixture
def streamlits_own(monkeypatch: pytest.MonkeyPatch) -> dict[str, run_start.Fill]:
    """Streamlit's own functions, by name; what is put in their place goes after the test."""
    own = {}
    for name in ("_populate_theme_msg", "_populate_config_msg"):
        now = getattr(app_session, name)
        own[name] = now._fill if isinstance(now, run_start.Kept) else now
        monkeypatch.setattr(app_session, name, own[name])
    return own


@pytest.mark.parametrize("section", SECTIONS)
def test_the_look_is_the_same_byte_for_byte(section: tuple[str, ...], streamlits_own: dict[str, run_start.Fill]):
    """In the first run, and in the next."""
    wanted = CustomThemeConfig()
    streamlits_own["_populate_theme_msg"](wanted, *section)
    run_start.keep()
    for _ in range(2):
        given = CustomThemeConfig()
        app_session._populate_theme_msg(given, *section)
        assert given.SerializeToString(deterministic=True) == wanted.SerializeToString(deterministic=True)


def test_a_part_without_settings_is_not_marked_as_given(streamlits_own: dict[str, run_start.Fill]):  # noqa: ARG001
    """A sidebar without colours of its own takes the page's."""
    run_start.keep()
    theme = CustomThemeConfig()
    app_session._populate_theme_msg(theme.sidebar, "theme.sidebar")
    assert not theme.HasField("sidebar")


def test_the_settings_are_the_same_byte_for_byte(streamlits_own: dict[str, run_start.Fill]):
    """The menu, the errors shown, how long messages are kept."""
    wanted = Config()
    streamlits_own["_populate_config_msg"](wanted)
    run_start.keep()
    given = Config()
    app_session._populate_config_msg(given)
    assert given.SerializeToString(deterministic=True) == wanted.SerializeToString(deterministic=True)


def test_settings_read_anew_count(streamlits_own: dict[str, run_start.Fill]):  # noqa: ARG001
    """Whoever changes the file while the server runs sees it, as without this."""
    run_start.keep()
    before = config.get_option("theme.light.primaryColor")
    theme = CustomThemeConfig()
    app_session._populate_theme_msg(theme, "theme.light")
    assert theme.primary_color == (before or "")
    try:
        config.set_option("theme.light.primaryColor", "#123456")
        config._on_config_parsed.send()
        theme = CustomThemeConfig()
        app_session._populate_theme_msg(theme, "theme.light")
        assert theme.primary_color == "#123456"
    finally:
        config.set_option("theme.light.primaryColor", before)


def test_it_is_put_in_its_place_once(streamlits_own: dict[str, run_start.Fill]):
    """Also where the server's life begins twice in a process."""
    run_start.keep()
    kept = app_session._populate_theme_msg
    run_start.keep()
    assert app_session._populate_theme_msg is kept
    assert kept._fill is streamlits_own["_populate_theme_msg"]  # type: ignore[attr-defined]
