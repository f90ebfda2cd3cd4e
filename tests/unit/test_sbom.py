"""The bill of materials names every locked package, and no licence that would bind a clinic to anything."""

from __future__ import annotations

import re

from tools.sbom import LOCKED, NOT_HERE, bill, packages, table

_LOCK = LOCKED.read_text(encoding="utf-8")
_FOUND = packages(_LOCK)
# Permissive, or (MPL) binding only for who changes the library itself.
_FREE = (
    "MIT",
    "BSD",
    "Apache",
    "MPL",
    "Mozilla",
    "ISC",
    "PSF",
    "Python Software Foundation",
    "HPND",
    "CMU",
    "Unlicense",
)
_BINDING = re.compile(r"\b[AL]?GPL|General Public License", re.IGNORECASE)


def test_every_locked_package_is_in_the_bill_with_its_hashes():
    """As many as the list pins, each with a hash of what may be installed."""
    pinned = re.findall(r"^[A-Za-z0-9][\w.-]*==", _LOCK, re.MULTILINE)
    components = bill(_FOUND)["components"]
    assert len(components) == len(pinned) > 40
    assert all(component["hashes"] for component in components)
    assert len({component["bom-ref"] for component in components}) == len(components)
    streamlit = next(package for package in _FOUND if package.name == "streamlit")
    assert f"pkg:pypi/streamlit@{streamlit.version}" in {component["purl"] for component in components}


def test_every_licence_is_known_and_free():
    """A package that is needed on other systems only has no notes here."""
    told = {package.name: package.licence for package in _FOUND if package.licence != NOT_HERE}
    assert len(told) > 40
    assert {name: licence for name, licence in told.items() if not any(free in licence for free in _FREE)} == {}
    assert {name: licence for name, licence in told.items() if _BINDING.search(licence)} == {}


def test_the_same_list_gives_the_same_bill():
    """No time, no random number: two releases can be compared."""
    assert bill(_FOUND) == bill(packages(_LOCK))
    assert table(_FOUND).count("\n") == len(_FOUND) + 4
