"""YAML text → a tree of nodes with their places, and plain data; refuses what content never needs.

libyaml parses and composes. The walk to plain data is our own: it is faster than PyYAML's constructor and sees
duplicate keys. A value that is no text, whole number, true/false or null stays a node, so that the models refuse it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 30
"""How many lists and mappings may stand inside each other; the deepest content needs seven."""

TAG = "tag:yaml.org,2002:"
TEXT, NULL, BOOLEAN, INTEGER = TAG + "str", TAG + "null", TAG + "bool", TAG + "int"
FLOAT, TIMESTAMP, MERGE, VALUE = TAG + "float", TAG + "timestamp", TAG + "merge", TAG + "value"
LIST, MAPPING = TAG + "seq", TAG + "map"
SCALARS = frozenset({TEXT, NULL, BOOLEAN, INTEGER, FLOAT, TIMESTAMP, MERGE, VALUE})
TRUE = frozenset({"yes", "true", "on"})
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)")
ANCHOR = re.compile(r"&(?<![^\s\[\]{},:?-]&)[^\s,\[\]{}]")  # the sign first: so the search skips all other text


class TreeError(Exception):
    """The text is no tree we accept.

    Attributes:
        line, column: counted from 1.
        message: English sentence with placeholders, marked for translation.
        fields: the values of the placeholders.
    """

    def __init__(self, line: int, column: int, message: str, **fields: str) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.message = message
        self.fields = fields


class _TooDeepError(Exception):
    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # whether libyaml is there is known when the program runs
    """Composes with libyaml; only plain scalars are resolved, and the depth is counted while composing."""

    depth = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Count one more level of nesting before a node below `parent` is composed."""
        del index
        self.depth += 1
        if self.depth > DEEPEST and parent is not None:
            raise _TooDeepError(parent)

    def ascend_resolver(self) -> None:
        """Count one level of nesting less."""
        self.depth -= 1

    def resolve(self, kind: type[Node], value: str, implicit: Any) -> str:
        """Return the tag of a node that names none itself."""
        if kind is ScalarNode:
            if implicit[0]:
                for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
                    if pattern.match(value):
                        return str(tag)
            return TEXT
        return LIST if kind is SequenceNode else MAPPING


def compose(text: str) -> Node | None:
    """Return the root node of the one document in `text`; None if there is none.

    Raises:
        TreeError: no YAML, several documents, too deep, or an anchor or alias anywhere.
    """
    loader = _Loader(text)
    try:
        root: Node | None = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text) from error
    except yaml.reader.ReaderError as error:
        raise _forbidden_character(text) from error
    except _TooDeepError as error:
        raise _at(
            error.node,
            mark("Lists and keys are nested more than {deepest} deep here. Content needs far less."),
            deepest=str(DEEPEST),
        ) from None
    finally:
        loader.dispose()
    if "&" in text and ANCHOR.search(text):
        _refuse_anchors(text)
    return root


def plain(root: Node) -> tuple[Any, list[tuple[Node, TreeError]]]:
    """Return the tree as dicts, tuples and scalars, and what is wrong with its keys and tags.

    A scalar that is no text, decimal number, true/false or null stays a node.
    """
    faults: list[tuple[Node, TreeError]] = []

    def convert(node: Node) -> Any:
        tag = node.tag
        if type(node) is ScalarNode:
            return node.value if tag == TEXT else _scalar(node, faults)
        if type(node) is MappingNode:
            if tag != MAPPING:
                faults.append((node, _unwanted_tag(node)))
            data: dict[str, Any] = {}
            for key, value in node.value:
                name = key.value
                if key.tag != TEXT or type(key) is not ScalarNode:
                    faults.append((key, _unwanted_key(key)))
                elif name in data:
                    faults.append((key, _at(key, mark("The key “{key}” stands here a second time."), key=name)))
                else:
                    data[name] = convert(value)
            return data
        if tag != LIST:
            faults.append((node, _unwanted_tag(node)))
        return tuple([convert(child) for child in node.value])

    return convert(root), faults


def _scalar(node: ScalarNode, faults: list[tuple[Node, TreeError]]) -> Any:
    if node.tag == NULL:
        return None
    if node.tag == BOOLEAN:
        return node.value.lower() in TRUE
    if node.tag == INTEGER and DECIMAL.fullmatch(node.value):
        return int(node.value)
    if node.tag not in SCALARS:
        faults.append((node, _unwanted_tag(node)))
    return node


def nodes_below(node: Node, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Node, Node]]:
    """Yield place, key node (or the node itself in a list) and value node of everything below `node`."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else "?"
            yield (*loc, name), key, value
            yield from nodes_below(value, (*loc, name))
    elif isinstance(node, SequenceNode):
        for number, child in enumerate(node.value):
            yield (*loc, number), child, child
            yield from nodes_below(child, (*loc, number))


def _at(node: Node, message: str, **fields: str) -> TreeError:
    return TreeError(node.start_mark.line + 1, node.start_mark.column + 1, message, **fields)


def _unwanted_tag(node: Node) -> TreeError:
    return _at(node, mark("“!” has a meaning of its own in YAML. If a text begins with it, put the text in quotes."))


def _unwanted_key(key: Node) -> TreeError:
    if not isinstance(key, ScalarNode):
        return _at(key, mark("A key must be a word, not a list or further keys."))
    if key.tag == MERGE:
        return _at(key, mark("“<<” (merging keys) is not supported. Write the keys out."))
    return _at(key, mark("The key “{key}” is not read as a word. Put it in quotes or correct it."), key=key.value)


def _refuse_anchors(text: str) -> None:
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None and event.start_mark is not None:
            raise TreeError(
                event.start_mark.line + 1,
                event.start_mark.column + 1,
                mark("Names for repeated parts (“&name”, “*name”) are not supported. Write the text out."),
            )


def _forbidden_character(text: str) -> TreeError:
    match = FORBIDDEN.search(text)
    position = match.start() if match else 0
    line = text.count("\n", 0, position) + 1
    return TreeError(
        line,
        position - text.rfind("\n", 0, position),
        mark("An invisible control character ({code}) stands here. Delete it, or type the words again."),
        code=f"U+{ord(text[position : position + 1] or chr(0)):04X}",
    )


FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

UNCLOSED_QUOTE = mark("The quotation mark that opens here is never closed.")
UNCLOSED_LIST = mark("The list that opens here with “[” is not closed, or a comma is missing in it.")
UNCLOSED_KEYS = mark("The group that opens here with “{{” is not closed, or a comma is missing in it.")
BACKSLASH = mark("Inside double quotes “\\” has a meaning of its own. Use single quotes around this text.")
UNKNOWN_NAME = mark("A text that begins with “*” or “&” needs quotes around it.")
NEEDS_QUOTES = mark("A text cannot begin with “{character}”. Put quotes around it.")
TAB = mark("A tab stands here. Use spaces to indent, never the tab key.")
SECOND_COLON = mark(
    "There is a second “: ” in this line, or the line is indented too far. Put quotes around a text that holds “: ”."
)
NO_COLON = mark("This line is no “key: value”. Add the colon and a space, or indent the line below its key.")
WRONG_INDENT = mark(
    "This line does not fit the lines above. Check its indentation, and the quotation marks in it and before it."
)
SEVERAL_DOCUMENTS = mark("A second document begins here with “---”. Put it into a file of its own.")
GENERAL = mark(
    "YAML cannot be read from here on. Check indentation, colons and quotation marks in this line and the one above."
)

AT_CONTEXT = {
    "while scanning a quoted scalar": UNCLOSED_QUOTE,
    "while parsing a flow sequence": UNCLOSED_LIST,
    "while parsing a flow mapping": UNCLOSED_KEYS,
    "while scanning an alias": UNKNOWN_NAME,
    "while scanning an anchor": UNKNOWN_NAME,
    "while scanning a simple key": NO_COLON,
}
AT_PROBLEM = {
    "found unknown escape character": BACKSLASH,
    "found undefined alias": UNKNOWN_NAME,
    "found duplicate anchor; first occurrence": UNKNOWN_NAME,
    "mapping values are not allowed in this context": SECOND_COLON,
    "could not find expected ':'": NO_COLON,
    "did not find expected key": WRONG_INDENT,
    "did not find expected '-' indicator": WRONG_INDENT,
    "but found another document": SEVERAL_DOCUMENTS,
}


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> TreeError:
    """Return PyYAML's error in plain words, at the place where a person would mend it."""
    context, problem = error.context or "", error.problem or ""
    place = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    number = min(place.line, len(lines) - 1) if place else 0
    column = place.column if place else 0
    for line in (number, number - 1):
        indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())] if line >= 0 else ""
        if "\t" in indent:
            return TreeError(line + 1, indent.index("\t") + 1, TAB)
    if "cannot start any token" in problem:
        character = lines[number][column : column + 1]
        return TreeError(number + 1, column + 1, TAB if character == "\t" else NEEDS_QUOTES, character=character)
    message = next((words for start, words in AT_PROBLEM.items() if problem.startswith(start)), None)
    if context in AT_CONTEXT and message in (None, NO_COLON) and error.context_mark:
        opened = error.context_mark
        return TreeError(opened.line + 1, opened.column + 1, AT_CONTEXT[context])
    return TreeError(number + 1, column + 1, message or GENERAL)
