"""What is shipped is complete, holds nothing else, and works away from the checkout.

The wheel is built the long way round, from the source archive, and installed into an environment of its own without
the network: only its dependencies are lent to it by the environment of the tests.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = (
    r"nlc_toolkit/(\w+/)?\w+\.py",
    r"nlc_toolkit/py\.typed",
    r"nlc_toolkit/languages/\w+/LC_MESSAGES/messages\.(mo|po)",
    r"nlc_toolkit/languages/messages\.pot",
    r"nlc_toolkit/report/fonts/([\w-]+\.ttf|OFL\.txt)",
    r"nlc_toolkit/report/styles/\w+\.css",
    r"nlc_toolkit/report/templates/\w+\.html",
    r"nlc_toolkit/(checklists|case_studies)/([\w-]+\.yaml|schema\.json)",
    r"nlc_toolkit/examples/assessments/(earlier/)?[\w-]+\.json",
    r"nlc_toolkit-[\d.]+\.dist-info/[\w./-]+",
)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program that sees nothing of the checkout but what `command` names."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NLC_"))}
    environment["PYTHONUTF8"] = "1"
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def build(kind: str, source: Path, folder: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", folder, cwd=source)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel that the source archive builds."""
    folder = tmp_path_factory.mktemp("built")
    archive = build("sdist", ROOT, folder / "sdist")
    with tarfile.open(archive) as opened:
        opened.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian 12's Python 3.11.2 has none yet
        opened.extractall(folder)  # noqa: S202 - our own archive
    return build("wheel", folder / archive.name.removesuffix(".tar.gz"), folder / "wheel")


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own; return the folder with its `nlc`."""
    home = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", home, cwd=home)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "--isolated", "install", "--no-index", "--no-deps", wheel, cwd=home)
    libraries = run(programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home)
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    # A folder named in a .pth file is searched last, and .pth files in it, such as an editable install's, are not read.
    (Path(libraries.stdout.strip()) / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    return programs


def test_the_wheel_holds_every_file_it_needs(names: set[str]) -> None:
    expected = {"nlc_toolkit/py.typed", "nlc_toolkit/report/fonts/OFL.txt", "nlc_toolkit/checklists/checklist.yaml"}
    for folder, pattern in [
        ("nlc_toolkit", "*.py"),
        ("nlc_toolkit/report", "*.html"),
        ("nlc_toolkit/report", "*.css"),
        ("nlc_toolkit/report", "*.ttf"),
    ]:
        expected |= {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob(pattern)}
    for folder, pattern in [("checklists", "*.yaml"), ("case_studies", "*.yaml"), ("examples", "*.json")]:
        found = {f"nlc_toolkit/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob(pattern)}
        assert found
        expected |= found
    assert expected - names == set()


def test_the_wheel_holds_nothing_else(names: set[str]) -> None:
    assert [name for name in sorted(names) if not any(re.fullmatch(pattern, name) for pattern in SHIPPED)] == []


def test_the_wheel_carries_its_licences(names: set[str]) -> None:
    licences = {name.partition("/licenses/")[2] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-CONTENT", "nlc_toolkit/report/fonts/OFL.txt"}


def test_a_wheel_made_straight_from_the_checkout_is_the_same(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(build("wheel", ROOT, tmp_path)) as direct, zipfile.ZipFile(wheel) as long_way:
        assert [(item.filename, item.CRC) for item in direct.infolist()] == [
            (item.filename, item.CRC) for item in long_way.infolist()
        ]


def test_the_installed_toolkit_is_the_wheels_own(programs: Path, tmp_path: Path) -> None:
    found = run(programs / "python", "-c", "import nlc_toolkit; print(nlc_toolkit.__file__)", cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(programs.parent)


def test_the_demo_runs_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    run(programs / "nlc", "demo", cwd=tmp_path)
    demo = tmp_path / "nlc-demo"
    assert sorted(demo.glob("assessments/*.json"))
    with pikepdf.open(demo / "report.pdf") as pdf:
        fonts = {
            str(item["/BaseFont"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
    assert fonts
    assert all("Vazirmatn" in font for font in fonts)


def test_the_checkout_finds_its_content_from_anywhere(tmp_path: Path) -> None:
    shown = run(sys.executable, "-m", "nlc_toolkit", "practices", "--json", cwd=tmp_path)
    assert '"p13"' in shown.stdout
