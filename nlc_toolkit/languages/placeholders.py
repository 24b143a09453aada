"""The placeholders of a sentence, such as `{file}`: a translation must fill exactly those of its original.

Alone and without imports of ours, because the build checks catalogues before the toolkit is installed.
"""

from __future__ import annotations

from string import Formatter


def placeholders(text: str) -> frozenset[str]:
    """Return the names in braces.

    Raises:
        ValueError: a brace stands alone, so that the text cannot be filled.
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def same_placeholders(original: str, translation: str) -> bool:
    """Whether `translation` can be filled with what fills `original`, and leaves nothing out."""
    try:
        return placeholders(original) == placeholders(translation)
    except ValueError:
        return False
