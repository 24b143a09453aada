"""`./setup` on machines that lack something: it says exactly what is missing and changes nothing.

What it installs is tried on empty systems, not here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETUP = ROOT / "setup"
OLD_PYTHON = '#!/bin/sh\n[ "$1" = -V ] && echo Python 3.9.2\nexit 1\n'

pytestmark = pytest.mark.skipif(os.name == "nt", reason="setup is for systems with a POSIX shell; see README.md")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return the only folder on the path of a bare machine, whose person is nobody special."""
    put(tmp_path, "id", "#!/bin/sh\necho 1000\n")
    put(tmp_path, "apt-get", f'#!/bin/sh\necho "$@" >>"{tmp_path}/installed"\n')
    for program in ("cat", "dirname"):
        (tmp_path / program).symlink_to(shutil.which(program) or program)
    return tmp_path


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(script, encoding="utf-8")
    (folder / name).chmod(0o755)


def set_up(machine: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine)}
    command = ["/bin/sh", str(SETUP), *words]
    return subprocess.run(command, env=environment, cwd=machine, capture_output=True, encoding="utf-8", check=False)


def test_without_root_and_sudo_it_prints_the_exact_command_and_stops(machine: Path) -> None:
    done = set_up(machine, "demo")
    assert done.returncode == 1
    packages = "python3 python3-venv libpangoft2-1.0-0 libharfbuzz-subset0"
    assert f"apt-get update && apt-get install -y --no-install-recommends {packages}\n" in done.stderr
    assert not (machine / "installed").exists()


def test_with_sudo_it_says_what_it_installs_before_it_does(machine: Path) -> None:
    put(machine, "sudo", "#!/bin/sh\nexit 1\n")
    done = set_up(machine, "demo")
    assert done.returncode == 1
    assert done.stdout.startswith("Installing system packages: sudo apt-get install")
    assert "could not be installed" in done.stderr


def test_an_old_python_is_named_before_anything_is_installed(machine: Path) -> None:
    put(machine, "python3", OLD_PYTHON)
    done = set_up(machine, "test")
    assert done.returncode == 1
    assert "this system has Python 3.9.2" in done.stderr
    assert not (machine / "installed").exists()


def test_a_system_without_apt_is_told_what_python_it_needs(machine: Path) -> None:
    (machine / "apt-get").unlink()
    done = set_up(machine)
    assert done.returncode == 1
    assert "brew install python pango" in done.stderr


def test_an_unknown_word_is_answered_with_the_words_there_are(machine: Path) -> None:
    done = set_up(machine, "dmeo")
    assert done.returncode == 2
    assert "./setup demo" in done.stderr


def test_the_scripts_can_be_run_and_leave_index_and_certificates_to_the_person() -> None:
    for script in ("setup", "dev", ".ci/run"):
        assert os.access(ROOT / script, os.X_OK)
        text = (ROOT / script).read_text(encoding="utf-8")
        assert "://" not in text
        assert not any(option in text for option in ("--index-url", "--extra-index-url", "--trusted-host", "--cert"))
