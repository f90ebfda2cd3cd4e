"""Write docs/modules.md: what each file of the package is for, in the words of its own first line, room by room.

    python -m tools.module_map            # after a module was added, moved or given another job

A test holds the page to the code.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from needlewise import ROOT

PAGE = ROOT / "docs" / "modules.md"
_HEAD = """# What each file is for

Made by `python -m tools.module_map` from the first line of each module; who may import whom stands in
[architecture.md](architecture.md). Templates (`*.html`) and styles (`*.css`) stand beside the module that uses them.
"""


def _first_line(path: Path) -> str:
    """The first line of a module's docstring."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0].replace("|", "\\|")


def _folders() -> Iterator[Path]:
    """The packages, and the folder of page scripts, each after the one it stands in."""
    yield ROOT / "pages"
    folders = [path.parent for path in (ROOT / "needlewise").rglob("__init__.py") if "_bundled" not in path.parts]
    yield from sorted(folders)


def page() -> str:
    """The whole page as text."""
    parts = [_HEAD]
    for folder in _folders():
        name = folder.relative_to(ROOT).as_posix()
        init = folder / "__init__.py"
        about = f"\n{_first_line(init)}\n" if init.exists() else ""
        modules = sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
        rows = "".join(f"| `{path.name}` | {_first_line(path)} |\n" for path in modules)
        table = f"\n| file | what it is for |\n|---|---|\n{rows}" if rows else ""
        parts.append(f"\n## {name}/\n{about}{table}")
    return "".join(parts)


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
