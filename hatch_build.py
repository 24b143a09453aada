"""Compiles the catalogues of translations whenever the toolkit is built or installed from a checkout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves the parameter open
    """Fails the build where a catalogue is bad, so that no broken sentence reaches anyone."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before files are collected; for a wheel, an sdist and an editable install alike."""
        del version, build_data
        sys.path.insert(0, self.root)
        from nlc_toolkit.languages.compiling import compile_all  # noqa: PLC0415 - found through the line above

        compile_all(Path(self.root) / "nlc_toolkit" / "languages")
