"""What is declared, what is pinned and what is imported are the same thing."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PACKAGE = "nlc_toolkit"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = (ROOT / "requirements.txt").read_text(encoding="utf-8")
REFRESH = "run ./dev lock"
PART_OF = {"pydantic-core": "pydantic", "markupsafe": "jinja2"}  # each the other half of the package it comes with


def declared() -> list[Requirement]:
    return [Requirement(line) for line in PROJECT["project"]["dependencies"]]


def test_every_declared_dependency_is_pinned_to_a_version_it_allows() -> None:
    pins = dict(re.findall(r"^([\w.-]+)==([\w.]+)", PINNED, re.MULTILINE))
    wanted = declared() + [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
    assert len(wanted) > 15
    for requirement in wanted:
        pin = pins.get(canonicalize_name(requirement.name))
        assert pin is not None, f"{requirement.name} is not pinned: {REFRESH}"
        assert requirement.specifier.contains(pin), f"{requirement} does not allow {pin}: {REFRESH}"


def test_the_pins_carry_hashes_and_no_address() -> None:
    assert PINNED.count("--hash=sha256:") > PINNED.count("==") > 30
    assert "://" not in PINNED
    assert "index" not in PINNED


def test_what_the_program_imports_is_declared_and_what_is_declared_is_imported() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / PACKAGE).rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    foreign = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {PACKAGE}
    assert "pydantic" in foreign
    distributions = packages_distributions()
    imported = {canonicalize_name(distributions[name][0]) for name in foreign}
    assert {PART_OF.get(str(name), name) for name in imported} == {
        canonicalize_name(requirement.name) for requirement in declared()
    }
