"""The JSON schemas that let an editor complete and explain the keys of content files, generated from the models.

`python -m nlc_toolkit.content.schema` rewrites `schema.json` in both folders; a test fails when they are stale.
"""

from __future__ import annotations

import inspect
import json
import re
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from nlc_toolkit.content.collection import CASE_STUDIES, CHECKLISTS
from nlc_toolkit.content.library import shipped_folder
from nlc_toolkit.content.models import CaseStudy, Checklist, Practice
from nlc_toolkit.content.strict_model import ContentModel
from nlc_toolkit.content.tailoring import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME = "schema.json"


def schemas() -> dict[str, str]:
    """Return, for each content folder, the text of its `schema.json`."""
    return {
        CHECKLISTS: _schema("A practice, or checklist.yaml", Practice, Checklist),
        CASE_STUDIES: _schema("A case study", CaseStudy),
    }


def described(model: type[ContentModel]) -> dict[str, str]:
    """Return attribute → its description from the model's docstring."""
    _, _, attributes = inspect.cleandoc(model.__doc__ or "").partition("Attributes:\n")
    entries = re.findall(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", attributes, re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in entries}


def write_schemas() -> None:
    """Write both schemas into the content folders of this checkout."""
    for folder, text in schemas().items():
        (shipped_folder(folder) / FILE_NAME).write_text(text, encoding="utf-8", newline="\n")


def _schema(title: str, *models: type[ContentModel]) -> str:
    _, body = models_json_schema([(model, "validation") for model in models], by_alias=True)
    definitions = body["$defs"]
    for model in _all_models(*models):
        definition = definitions[model.__name__]
        definition["description"] = inspect.cleandoc(model.__doc__ or "").partition("\n\nAttributes:")[0]
        for name, words in described(model).items():
            key = model.model_fields[name].alias or name
            definition["properties"][key] = {**definition["properties"][key], "description": words}
    if "Question" in definitions:
        definitions["Question"]["properties"]["applies_when"] |= _conditions()
    if "KindOfPlace" in definitions:
        definitions["KindOfPlace"]["properties"]["when"] |= _conditions()
    _without_titles(definitions)
    references = [{"$ref": f"#/$defs/{model.__name__}"} for model in models]
    top = references[0] if len(references) == 1 else {"anyOf": references}
    schema = {"$schema": DIALECT, "title": title, **top, "$defs": definitions}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _conditions() -> dict[str, Any]:
    """What pydantic cannot say of `applies_when` and `when`: their keys and values are those of the context."""
    return {
        "additionalProperties": False,
        "properties": {
            key: {"type": "array", "items": {"enum": list(values)}, "minItems": 1} for key, values in CONTEXT.items()
        },
    }


def _all_models(*models: type[ContentModel]) -> Iterator[type[ContentModel]]:
    _, body = models_json_schema([(model, "validation") for model in models])
    by_name = {model.__name__: model for model in _subclasses(ContentModel)}
    return (by_name[name] for name in body["$defs"])


def _subclasses(model: type[ContentModel]) -> Iterator[type[ContentModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _subclasses(each)


def _without_titles(schema: Any) -> None:
    """Remove the titles that pydantic makes from the names, which an editor would show instead of the key."""
    for definition in schema.values():
        definition.pop("title", None)
        for value in definition.get("properties", {}).values():
            if isinstance(value.get("title"), str):
                value.pop("title")


if __name__ == "__main__":
    write_schemas()
