"""How each operating system installs the libraries that lay out a PDF. Whether they are there is found out elsewhere.

The commands name packages of the systems themselves; `setup` runs Debian's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

LINUX_COMMANDS: Mapping[str, str] = {
    "debian": "sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango",
    "rhel": "sudo dnf install pango",
    "arch": "sudo pacman -S pango",
    "alpine": "apk add so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
}
ON_LINUX = mark("Run this command: {command}")
ON_MACOS = mark(
    "Install Homebrew, then run: brew install pango. If that is not enough, run this in the same window before nlc: "
    'export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"'
)
ON_WINDOWS = mark(
    "Install MSYS2 from www.msys2.org into the folder it proposes. In its window run: "
    "pacman -S mingw-w64-ucrt-x86_64-pango. Or use the toolkit inside the Windows Subsystem for Linux (WSL)."
)
ELSEWHERE = mark("Install Pango, with its part for FreeType (libpangoft2), in the way of your operating system.")


def how_to_install(platform: str, distribution: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return what to do, as a sentence to translate and its fields.

    Args:
        platform: as in `sys.platform`.
        distribution: `ID` and `ID_LIKE` of the Linux distribution, as in `/etc/os-release`; else empty.
    """
    if platform == "darwin":
        return ON_MACOS, {}
    if platform == "win32":
        return ON_WINDOWS, {}
    for family in (distribution.get("ID", ""), *distribution.get("ID_LIKE", "").split()):
        if command := LINUX_COMMANDS.get(family):
            return ON_LINUX, {"command": command}
    return ELSEWHERE, {}
