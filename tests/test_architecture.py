"""The house keeps its shape: who imports whom, who may touch what, and how long a file or function may grow.

Read from the syntax trees of all modules, imports inside functions included, so that nothing has to run.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from nlc_toolkit.cli.main import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "nlc_toolkit"
ROOT = Path(__file__).parent.parent
LONGEST_FILE = 320
LONGEST_FUNCTION = 40
GRAB_BAGS = {"base", "common", "core", "helper", "helpers", "lib", "manager", "managers", "misc", "util", "utils"}

MAY_IMPORT = {
    "content": {"content"},
    "assessment": {"assessment", "content"},
    "analysis": {"analysis", "assessment", "content"},
    "report": {"report", "analysis", "assessment", "content"},
    "exchange": {"exchange", "analysis", "assessment", "content", "languages"},
    "terminal": {"terminal", "analysis", "assessment", "content"},
    "languages": {"languages", "assessment", "content"},
    "cli": {"cli", "terminal", "exchange", "report", "analysis", "assessment", "content", "languages"},
}
ONLY_IN = {
    "typer": ("cli",),
    "click": ("cli",),
    "rich": ("terminal", "cli.report"),
    "weasyprint": ("report.render",),
    "jinja2": ("report",),
    "pypdf": ("exchange",),
    "openpyxl": ("exchange",),
    "docx": ("exchange",),
    "yaml": ("content", "languages"),
}
IN_FUNCTIONS_ONLY = {"weasyprint", "jinja2"}
EXPECTED_MODULES = {
    "errors", "i18n", "wording", "content.models", "content.reading", "content.library", "assessment.models",
    "assessment.store", "analysis.scoring", "analysis.matching", "analysis.planning", "report.view", "report.render",
    "exchange.attachment", "terminal.questionnaire", "terminal.console", "cli.main", "cli.run", "cli.doctor",
}  # fmt: skip

# What `analysis` and the report before its rendering never touch: files, clock, chance, environment, terminal.
PURE_EXCEPTIONS = {"report.render"}
WORLD = {
    "io",
    "locale",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "time",
}
WORLD_CALLS = {"open", "print", "input"}


@dataclass(frozen=True)
class Import:
    """One import: by whom, of what, and whether it happens at start, in a function or only for annotations."""

    importer: str
    imported: str
    when: Literal["start", "call", "annotations"]

    @property
    def layer(self) -> str:
        """The importing module's folder, or the module itself where it lies beside the folders."""
        return self.importer.partition(".")[0]

    @property
    def inside(self) -> str | None:
        """The imported module without the package's name; None for what is not ours."""
        return self.imported.removeprefix(PACKAGE).lstrip(".") if self.distribution == PACKAGE else None

    @property
    def distribution(self) -> str:
        """The top-level name imported."""
        return self.imported.partition(".")[0]


@cache
def modules() -> dict[str, ast.Module]:
    """Return module name, without the package's, → syntax tree."""
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


@cache
def imports() -> tuple[Import, ...]:
    return tuple(entry for name, tree in modules().items() for entry in imports_below(tree, name, "start"))


def imports_below(node: ast.AST, importer: str, when: Literal["start", "call", "annotations"]) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(importer, alias.name, when) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"{importer}: line {child.lineno}: write imports in full"
            yield from (Import(importer, target(child.module or "", alias.name), when) for alias in child.names)
        elif isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            yield from imports_below(child, importer, "annotations")
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from imports_below(child, importer, "call" if when == "start" else when)
        else:
            yield from imports_below(child, importer, when)


def target(module: str, name: str) -> str:
    """Return the module that `from module import name` reaches: `name` itself where that is a module of ours."""
    whole = f"{module}.{name}"
    return whole if whole.removeprefix(f"{PACKAGE}.") in modules() else module


@cache
def shared() -> frozenset[str]:
    """Return the modules beside the folders, which all may import."""
    return frozenset(name for name in modules() if "." not in name) - {*MAY_IMPORT, "__main__"}


def used(name: str) -> Iterator[str]:
    """Return the modules that use `name`, written as a bare or a dotted name."""
    for module, tree in modules().items():
        nodes = (node for node in ast.walk(tree) if isinstance(node, (ast.Name, ast.Attribute)))
        if any(ast.unparse(node) == name for node in nodes):
            yield module


def is_below(module: str, folder: str) -> bool:
    return module == folder or module.startswith(f"{folder}.")


def test_the_guard_sees_the_house() -> None:
    assert set(modules()) >= EXPECTED_MODULES
    assert {name.partition(".")[0] for name in modules() if "." in name} == set(MAY_IMPORT)
    assert len(imports()) > 200
    assert {entry.when for entry in imports()} == {"start", "call", "annotations"}
    assert Import("cli.main", f"{PACKAGE}.cli.run", "start") in imports()
    assert Import("cli.run", f"{PACKAGE}.terminal.console", "call") in imports()
    assert Import("errors", "pathlib", "annotations") in imports()


def test_imports_run_against_the_flow_of_data() -> None:
    wrong = [
        entry
        for entry in imports()
        if entry.inside is not None and entry.layer in MAY_IMPORT
        if entry.inside not in shared() | {""} and entry.inside.partition(".")[0] not in MAY_IMPORT[entry.layer]
    ]
    assert wrong == []


def test_what_all_share_stands_on_nothing_of_ours() -> None:
    assert shared() >= {"__init__", "countries", "errors", "free_text", "i18n", "wording"}
    entries = [entry for entry in imports() if entry.importer in shared() and entry.inside]
    assert entries
    assert [entry for entry in entries if entry.when != "annotations" and entry.inside not in shared()] == []
    above = ("report", "exchange", "terminal", "cli")
    assert [entry for entry in entries if any(is_below(entry.inside or "", folder) for folder in above)] == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {name: set() for name in modules()}
    for entry in imports():
        if entry.when != "annotations" and entry.inside:
            graph[entry.importer].add(entry.inside)
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as circle:
        pytest.fail(f"import cycle: {' → '.join(circle.args[1])}")
    assert order.index("errors") < order.index("cli.run") < order.index("cli.main")


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_framework_stays_behind_its_fence(package: str) -> None:
    outside = [
        entry
        for entry in imports()
        if entry.distribution == package and entry.when != "annotations"
        if not any(is_below(entry.importer, place) for place in ONLY_IN[package])
    ]
    assert outside == []


def test_slow_engines_are_imported_only_where_they_are_needed() -> None:
    engines = [entry for entry in imports() if entry.distribution in IN_FUNCTIONS_ONLY]
    assert {entry.distribution for entry in engines} == IN_FUNCTIONS_ONLY
    assert [entry for entry in engines if entry.when == "start"] == []


def test_imports_are_written_so_that_this_guard_can_read_them() -> None:
    hidden = [name for way in ("__import__", "importlib.import_module", "import_module") for name in used(way)]
    assert set(hidden) == {"cli.main"}  # loads the one command that is called, from its own folder; see below


def test_the_commands_are_the_modules_of_their_own_folder() -> None:
    assert {f"cli.{module}" for module in COMMANDS.values()} <= modules().keys()
    assert len(COMMANDS) > 10


def test_analysis_and_the_report_before_rendering_touch_nothing_of_the_world() -> None:
    pure = {name for name in modules() if is_below(name, "analysis") or is_below(name, "report")} - PURE_EXCEPTIONS
    assert {"analysis.scoring", "report.view"} <= pure
    touching = [
        entry
        for entry in imports()
        if entry.importer in pure and entry.when != "annotations" and entry.distribution in WORLD
    ]
    assert touching == []
    calls = [(name, node.func) for name in pure for node in ast.walk(modules()[name]) if isinstance(node, ast.Call)]
    assert len(calls) > 100
    assert [(name, ast.unparse(called)) for name, called in calls if ast.unparse(called) in WORLD_CALLS] == []


@pytest.mark.parametrize(
    ("wish", "allowed"),
    [
        ("datetime.now", {"cli.run"}),
        ("datetime.utcnow", set()),
        ("date.today", set()),
        ("datetime.today", set()),
        ("time.time", set()),
        ("os.environ", {"cli.main", "terminal.console"}),
        ("os.getenv", set()),
        ("Path.cwd", {"cli.doctor"}),
    ],
)
def test_only_the_command_line_looks_at_clock_and_environment(wish: str, allowed: set[str]) -> None:
    assert set(used(wish)) <= allowed


@pytest.mark.parametrize("ending", ["sys.exit", "exit", "quit", "SystemExit", "os._exit", "typer.Exit"])
def test_only_the_command_line_ends_the_program(ending: str) -> None:
    assert [module for module in used(ending) if not is_below(module, "cli")] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, tree in modules().items() if not ast.get_docstring(tree)] == []


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count lines after signature and docstring: a command's options and help text are no complexity."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_files_and_functions_stay_short_enough_to_read() -> None:
    files = {path: path.read_text(encoding="utf-8") for path in (ROOT / PACKAGE).rglob("*.py")}
    long = [path.name for path, text in files.items() if len(text.splitlines()) > LONGEST_FILE]
    functions = [
        (path.name, node)
        for path, text in files.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    assert len(functions) > 100
    assert max(body_lines(node) for _, node in functions) > 15
    long += [f"{name}: {node.name}" for name, node in functions if body_lines(node) > LONGEST_FUNCTION]
    assert long == []


def test_no_name_is_a_grab_bag() -> None:
    paths = [path for folder in (PACKAGE, "tests", "benchmarks") for path in (ROOT / folder).rglob("*")]
    names = {path.stem.lower() for path in paths if path.suffix == ".py" or path.is_dir()}
    assert {"errors", "content", "conftest"} <= names
    assert names & GRAB_BAGS == set()
