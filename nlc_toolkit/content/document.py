"""One YAML file as plain data that still knows where everything stands, and never more than one megabyte of it.

Whether the data are a practice or a case study, and a right one, is asked by `reading.py` and `checking.py`.
"""

from __future__ import annotations

import codecs
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, SequenceNode

from nlc_toolkit.content.yaml_tree import TreeError, compose, nodes_below, plain
from nlc_toolkit.errors import Problem, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from yaml.nodes import Node

LARGEST_FILE = 1_000_000

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """One content file.

    Attributes:
        path: the file, as it was named or found.
        data: its keys and values; empty if it could not be read.
        root: the node of `data`; None if it could not be read.
        problems: what is wrong with the file before any model is asked.
    """

    path: Path
    data: dict[str, Any]
    root: Node | None
    problems: tuple[Problem, ...] = ()

    @property
    def item(self) -> Item:
        """The whole document as an item."""
        return Item(self, (), self.data)

    def node(self, loc: Loc) -> Node | None:
        """Return the value at `loc`; None if there is none."""
        found = self.root
        for step in loc:
            found = _child(found, step)
        return found

    def problem(self, loc: Loc, message: str, *, at_key: bool = False, **fields: object) -> Problem:
        """Return a problem at the value at `loc`, at its key, or at the nearest thing above that exists."""
        nearest = loc
        while nearest and self.node(nearest) is None:
            nearest = nearest[:-1]
        node = self.node(nearest)
        if at_key and nearest == loc and loc:
            parent = self.node(loc[:-1])
            node = next((key for key, _ in _pairs(parent) if key.value == loc[-1]), node)
        line, column = (node.start_mark.line + 1, node.start_mark.column + 1) if node else (1, 1)
        return Problem(self.path, field_name(loc), message, fields, line, column)


@dataclass(frozen=True)
class Item:
    """A mapping in a document, read leniently, so that one fault does not hide another.

    Attributes:
        document: where it stands.
        loc: the way to it from the document's top.
        data: its keys and values; any value may be of a wrong kind.
    """

    document: Document
    loc: Loc
    data: dict[str, Any]

    def text(self, key: str) -> str:
        """Return the text at `key`; empty if there is none."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[tuple[int, str], ...]:
        """Return the texts in the list at `key`, with their positions from 0."""
        value = self.data.get(key)
        entries = value if isinstance(value, tuple) else ()
        return tuple((number, entry) for number, entry in enumerate(entries) if isinstance(entry, str))

    def group(self, key: str) -> tuple[Item, ...]:
        """Return the mapping at `key` as the only entry; none if there is no mapping."""
        value = self.data.get(key)
        return (Item(self.document, (*self.loc, key), value),) if isinstance(value, dict) else ()

    def items(self, key: str) -> tuple[Item, ...]:
        """Return the mappings in the list at `key`."""
        value = self.data.get(key)
        entries = value if isinstance(value, tuple) else ()
        return tuple(
            Item(self.document, (*self.loc, key, number), entry)
            for number, entry in enumerate(entries)
            if isinstance(entry, dict)
        )

    def problem(self, loc: Loc, message: str, *, at_key: bool = False, **fields: object) -> Problem:
        """Return a problem at `loc`, counted from this item."""
        return self.document.problem((*self.loc, *loc), message, at_key=at_key, **fields)


def read_document(path: Path) -> Document:
    """Return what the YAML file at `path` holds; what cannot be read is told in its problems."""
    try:
        text = _read_text(path)
        root = compose(text)
    except TreeError as error:
        return _unreadable(path, error.message, error.line, error.column, error.fields)
    except OSError as error:
        return _unreadable(path, _reason(error), None, None, {"reason": error.strerror or ""})
    if root is None:
        return _unreadable(path, mark("The file is empty."), 1, 1, {})
    data, faults = plain(root)
    if not isinstance(data, dict):
        message = mark("The file must hold keys, such as “id: p06”, and not a list or a single text.")
        return _unreadable(path, message, root.start_mark.line + 1, root.start_mark.column + 1, {})
    names = {id(node): loc for loc, key, value in nodes_below(root) for node in (key, value)} if faults else {}
    problems = tuple(
        Problem(path, field_name(names.get(id(node), ())), fault.message, fault.fields, fault.line, fault.column)
        for node, fault in faults
    )
    return Document(path, data, root, problems)


def field_name(loc: Loc) -> str:
    """Return `loc` as it is shown to people: `questions[0].levels[3].anchor`."""
    name = ""
    for step in loc:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def _read_text(path: Path) -> str:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise TreeError(1, 1, mark("This is not a file."))
    if status.st_size <= LARGEST_FILE:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    if status.st_size > LARGEST_FILE or len(content) > LARGEST_FILE:
        raise TreeError(
            1,
            1,
            mark("The file is larger than {largest} bytes. No checklist or case study needs so much."),
            largest=f"{LARGEST_FILE:_}".replace("_", " "),
        )
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise TreeError(1, 1, mark("The file is saved as UTF-16. Save it again with the encoding UTF-8."))
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.rfind(b"\n", 0, error.start) + 1
        raise TreeError(
            content.count(b"\n", 0, error.start) + 1,
            len(content[line : error.start].decode("utf-8", "replace")) + 1,
            mark("A letter here is not saved as UTF-8. Save the file again with the encoding UTF-8."),
        ) from error


def _unreadable(
    path: Path, message: str, line: int | None, column: int | None, fields: Mapping[str, object]
) -> Document:
    return Document(path, {}, None, (Problem(path, "", message, fields, line, column),))


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return mark("There is no such file, or it is a link that leads nowhere.")
    if isinstance(error, PermissionError):
        return mark("You are not allowed to read this file.")
    return mark("The file cannot be read: {reason}.")


def _pairs(node: Node | None) -> Iterator[tuple[Any, Any]]:
    yield from node.value if isinstance(node, MappingNode) else ()


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(step, int):
        inside = node.value if isinstance(node, SequenceNode) else ()
        return inside[step] if step < len(inside) else None
    return next((value for key, value in _pairs(node) if key.value == step), None)
