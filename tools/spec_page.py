"""Write docs/spec.md: each rule as its tests state it, in the words of `tests/spec`, one line a case.

    python -m tools.spec_page            # after a rule or one of its tests has changed

A test holds the page to the code.
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from needlewise import ROOT

PAGE = ROOT / "docs" / "spec.md"
_SPEC = ROOT / "tests" / "spec"
_RULES = ("needlewise.evidence.rules.", "needlewise.evidence.sentences.", "needlewise.decision.shared.")
_HEAD = """# The rules, case by case

Made by `python -m tools.spec_page` from `tests/spec`: each heading is a test, each line below it a case that the test
works out on made rows. Why the rules are so, with examples on real rows, stands in [rules.md](rules.md).
"""


def _sentence(name: str) -> str:
    """`test_of_two_rows_the_better_one_speaks` as a heading."""
    words = name.removeprefix("test_").replace("_", " ")
    return words[0].upper() + words[1:]


def _plain(text: str) -> str:
    """Text with the signs that Markdown would take as its own set off."""
    return re.sub(r"([\\*_<>\[\]|])", r"\\\1", text)


def _tests(module: ModuleType) -> Iterator[Callable[..., object]]:
    """The tests of a module, in the order in which they are written."""
    for name, thing in vars(module).items():
        if name.startswith("test_") and callable(thing):
            yield thing


def _tables(test: Callable[..., object]) -> Iterator[list[str]]:
    """The names of the cases of each table that a test runs on, as read.

    Raises:
        ValueError: a case has no name in words.
    """
    # The mark nearest to the function comes first in pytest's list and last in what is read.
    for mark in reversed(getattr(test, "pytestmark", [])):
        if mark.name == "parametrize":
            names = list(mark.kwargs.get("ids") or ())
            if len(names) != len(list(mark.args[1])) or not all(isinstance(name, str) and name for name in names):
                raise ValueError(f"{test.__module__}: {test.__name__} needs a name in words for each case (ids=...)")
            yield names


def _rules(module: ModuleType) -> list[ModuleType]:
    """The modules whose functions are put to the test."""
    names = dict.fromkeys(
        thing.__module__
        for thing in vars(module).values()
        if inspect.isfunction(thing) and thing.__module__.startswith(_RULES)
    )
    return [importlib.import_module(name) for name in names]


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def _section(path: Path) -> Iterator[str]:
    """One file of `tests/spec`: what it is about, its code, its tests."""
    module = importlib.import_module(f"tests.spec.{path.stem}")
    yield f"## {_sentence(path.stem)}\n"
    yield f"{_first_line(module)}\n"
    for rule in _rules(module):
        yield f"- `{rule.__name__.replace('.', '/')}.py`: {_first_line(rule)}"
    yield f"- tested in `{path.relative_to(ROOT).as_posix()}`\n"
    for test in _tests(module):
        yield f"### {_sentence(test.__name__)}\n"
        yield f"{_plain(inspect.getdoc(test) or '')}\n"
        for place, names in enumerate(_tables(test)):
            if place:
                yield "each of them with\n"
            yield from (f"- {_plain(name)}" for name in names)
            yield ""


def page() -> str:
    """The whole page as text."""
    parts = [line for path in sorted(_SPEC.glob("test_*.py")) for line in _section(path)]
    return "\n".join([_HEAD, *parts]).rstrip("\n") + "\n"


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
