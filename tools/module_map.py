"""Write docs/modules.md: what each file of the package is for, in the words of its own first line, room by room.

    python -m tools.module_map            # after a module was added, moved or given another job

A test holds the page to the code.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from needlewise import ROOT

PAGE = ROOT / "docs" / "modules.md"
_HEAD = """# What each file is for

Made by `python -m tools.module_map` from the first line or the first comment of each file; who may import whom
stands in [architecture.md](architecture.md). What a component does stands in
its `__init__.py`; templates (`*.html`) stand beside their module.
"""


def _first_line(path: Path) -> str:
    """The first line of a module's docstring."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0]


# How a comment begins and ends in what is not Python.
_COMMENTS = {
    ".css": r"/\*(.*?)(?:\*/|$)",
    ".ftl": r"#+ (.*)",
    ".js": r"// (.*)",
    ".typ": r"// (.*)",
}


def _first_comment(path: Path) -> str:
    """The first line of a file, where that is a comment; empty where it is none."""
    line = path.read_text(encoding="utf-8").partition("\n")[0]
    comment = re.match(_COMMENTS[path.suffix], line)
    return comment.group(1).strip() if comment else ""


def _about(path: Path) -> str:
    text = _first_line(path) if path.suffix == ".py" else _first_comment(path)
    return text.replace("|", "\\|")


def _folders() -> Iterator[Path]:
    """The packages, and the folder of page scripts, each after the one it stands in."""
    yield ROOT / "pages"
    folders = {path.parent for path in (ROOT / "needlewise").rglob("__init__.py") if "_bundled" not in path.parts}
    yield from sorted({*folders, ROOT / "needlewise" / "ui" / "assets"})


def page() -> str:
    """The whole page as text."""
    parts = [_HEAD]
    for folder in _folders():
        name = folder.relative_to(ROOT).as_posix()
        init = folder / "__init__.py"
        about = f"\n{_first_line(init)}\n" if init.exists() else ""
        files = sorted(
            path
            for path in folder.iterdir()
            if path.name != "__init__.py" and (path.suffix == ".py" or path.suffix in _COMMENTS)
        )
        # With its folder, since many files of different folders have one name.
        names = [path.relative_to(ROOT).as_posix().removeprefix("needlewise/") for path in files]
        rows = "".join(f"| `{path}` | {_about(file)} |\n" for path, file in zip(names, files, strict=True))
        table = f"\n| file | what it is for |\n|---|---|\n{rows}" if rows else ""
        parts.append(f"\n## {name}/\n{about}{table}")
    return "".join(parts)


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
