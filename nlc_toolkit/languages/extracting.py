"""Everything that the toolkit says in English → one template, `messages.pot`, that all catalogues follow.

Content and example carry their ids as context; help texts the name of their command; sentences of the program
and its templates stand for themselves.
"""

from __future__ import annotations

import ast
import inspect
from typing import TYPE_CHECKING

from babel.messages.extract import extract_from_dir

from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.assessment.texts import free_texts
from nlc_toolkit.content.library import load_library, shipped_folder
from nlc_toolkit.content.translatable import content_texts
from nlc_toolkit.i18n import SEPARATOR, example_name, help_name
from nlc_toolkit.languages.po_files import ReviewedCatalog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog

METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"t": None, "mark": None, "translator": None, "plural": (1, 2)}
HEADER = """\
# Translations of the nlc-toolkit.
# See docs/translating.md for what to do with this file.
#"""


def extract(package: Path) -> Catalog:
    """Return the template of all texts: content, example, then the program in `package`.

    Raises:
        ToolkitError: the shipped content or the examples cannot be read.
    """
    template = ReviewedCatalog(
        project="nlc-toolkit", charset="utf-8", header_comment=HEADER, copyright_holder="The nlc-toolkit contributors"
    )
    for entry in content_texts(load_library(None)):
        template.add(entry.text, context=entry.id, locations=[(_file_of(entry.id), 0)])
    for name, text in example_texts():
        template.add(text, context=name, locations=[("examples", 0)])
    template.add(SEPARATOR[1], context=SEPARATOR[0], locations=[(f"{package.name}/i18n.py", 0)])
    for module, name, text in _help_texts(package / "cli"):
        template.add(text, context=name, locations=[(f"{package.name}/cli/{module}", 0)])
    for file, _, message, comments, _ in extract_from_dir(package, METHODS, keywords=KEYWORDS):
        if message:
            template.add(message, locations=[(f"{package.name}/{file}", 0)], auto_comments=comments)
    return template


def example_texts() -> Iterator[tuple[str, str]]:
    """Yield id and English text of everything that is told in the examples; see `i18n.example_name`."""
    told: set[str] = set()
    for path in sorted(shipped_folder("examples").glob("assessments/**/*.json")):
        for part, text in free_texts(read_assessment(path)):
            name = example_name(path.stem, part)
            if name not in told:
                told.add(name)
                yield name, text


def _help_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield module, id and text of each command's help: the docstring of the function that takes the context."""
    for path in sorted(folder.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.args.args and node.args.args[0].arg == "context":
                text = ast.get_docstring(node)
                if text and not node.name.startswith("_") and node.name != "run_of":
                    yield path.name, help_name(node.name), inspect.cleandoc(text)


def _file_of(name: str) -> str:
    first = name.partition(".")[0]
    return {"checklist": "checklists/checklist.yaml", "case": "case_studies"}.get(first, f"checklists/{first}")
