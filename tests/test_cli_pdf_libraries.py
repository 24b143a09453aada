"""Every operating system is told what to install in its own words."""

from __future__ import annotations

import pytest

from nlc_toolkit.cli.pdf_libraries import how_to_install


@pytest.mark.parametrize(
    ("distribution", "expected"),
    [
        ({"ID": "debian"}, "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "apt-get"),
        ({"ID": "fedora"}, "dnf install pango"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf"),
        ({"ID": "arch"}, "pacman"),
        ({"ID": "alpine"}, "apk add"),
        ({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, "zypper"),
    ],
)
def test_a_linux_distribution_gets_its_own_command(distribution: dict[str, str], expected: str) -> None:
    sentence, fields = how_to_install("linux", distribution)
    assert expected in sentence.format(**fields)


@pytest.mark.parametrize(("platform", "expected"), [("darwin", "brew install pango"), ("win32", "MSYS2")])
def test_macos_and_windows_get_their_own_way(platform: str, expected: str) -> None:
    sentence, fields = how_to_install(platform, {})
    assert expected in sentence.format(**fields)


@pytest.mark.parametrize(("platform", "distribution"), [("linux", {"ID": "homemade"}), ("freebsd14", {})])
def test_an_unknown_system_gets_the_name_of_the_library(platform: str, distribution: dict[str, str]) -> None:
    sentence, fields = how_to_install(platform, distribution)
    assert "Pango" in sentence.format(**fields)
