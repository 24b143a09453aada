"""The schemas that editors use are those of the models, and explain every key."""

from __future__ import annotations

import json
import re

import pytest

from nlc_toolkit.content.library import content_folders, shipped_folder
from nlc_toolkit.content.schema import FILE_NAME, schemas
from nlc_toolkit.content.tailoring import CONTEXT

FOLDERS = ("checklists", "case_studies")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_committed_schema_is_fresh(folder: str) -> None:
    committed = (shipped_folder(folder) / FILE_NAME).read_text("utf-8")
    assert committed == schemas()[folder], "run `python -m nlc_toolkit.content.schema`"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_key_is_explained(folder: str) -> None:
    definitions = json.loads(schemas()[folder])["$defs"]
    keys = [(name, key, value) for name, each in definitions.items() for key, value in each["properties"].items()]
    assert len(keys) > 20
    assert [(name, key) for name, key, value in keys if not value.get("description")] == []
    assert all(each["additionalProperties"] is False for each in definitions.values())


def test_the_conditions_of_a_question_are_completed_from_the_context() -> None:
    question = json.loads(schemas()["checklists"])["$defs"]["Question"]
    conditions = question["properties"]["applies_when"]["properties"]
    assert {key: tuple(value["items"]["enum"]) for key, value in conditions.items()} == CONTEXT


def test_every_shipped_file_names_the_schema_in_its_first_line() -> None:
    checklists, cases = content_folders(None)
    assert cases is not None
    files = [*checklists.glob("*.yaml"), *cases.glob("*.yaml")]
    assert len(files) > 20
    first = re.compile(r"# yaml-language-server: \$schema=schema\.json\n")
    assert [path.name for path in files if not first.match(path.read_text("utf-8"))] == []
