"""The source archive is the whole house: it builds the wheel, and `make serve` works in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

HOUSE = Path(__file__).parents[1]


def build(kind: str, house: Path, folder: Path) -> Path:
    """Build what ``kind`` says, without asking any index for the tools."""
    subprocess.run(
        [sys.executable, "-m", "build", kind, "--no-isolation", "-o", str(folder), str(house)],
        check=True,
        capture_output=True,
    )
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that comes out of the source archive."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(build("--sdist", HOUSE, folder / "dist")) as archive:
        archive.extractall(folder, filter="data")
    (house,) = folder.glob("quizgen-*")
    return house


def test_it_holds_all_that_git_keeps(unpacked: Path) -> None:
    if not (HOUSE / ".git").exists():
        pytest.skip("this is no clone: there is nothing to hold the archive against")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=HOUSE, check=True, capture_output=True, text=True
    )
    kept = {name for name in listed.stdout.split("\0") if name and (HOUSE / name).exists()}
    assert {name for name in kept if not (unpacked / name).is_file()} == set()
    assert {"constraints.txt", "CONTRIBUTING.md", ".ci/run", "bench/page.py"} <= kept


def test_it_holds_nothing_that_was_built_or_kept_here(unpacked: Path) -> None:
    names = {path.name for path in unpacked.iterdir()}
    assert not names & {".venv", "build", "dist", "var", ".mypy_cache", ".git"}


def test_the_wheel_built_from_it_is_the_wheel_built_from_the_clone(
    unpacked: Path, tmp_path: Path
) -> None:
    digests = []
    for name, house in (("clone", HOUSE), ("sdist", unpacked)):
        with ZipFile(build("--wheel", house, tmp_path / name)) as wheel:
            digests.append({entry.filename: entry.CRC for entry in wheel.infolist()})
    assert digests[0] == digests[1]


def test_make_serve_opens_the_site_from_the_unpacked_archive(
    unpacked: Path, tmp_path: Path
) -> None:
    """With an environment that is there already, so that no index is asked for packages."""
    programs = tmp_path / "venv" / "bin"
    programs.mkdir(parents=True)
    quizgen = programs / "quizgen"
    quizgen.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quizgen "$@"\n')
    for program in (quizgen, programs / "python"):
        program.touch()
        program.chmod(0o755)
    (tmp_path / "venv" / ".site").touch()
    paths = os.pathsep.join(str(unpacked / part) for part in (".", "web"))
    make = ["make", "-s", "-C", str(unpacked), "serve", "PORT=0", f"VENV={tmp_path / 'venv'}"]
    with subprocess.Popen(
        make,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": paths},
        start_new_session=True,
    ) as server:
        assert server.stdout
        try:
            found = None
            for line in server.stdout:
                if found := re.search(r"http://\S+", line):
                    break
            assert found, "the site did not start"
            with urlopen(found[0]) as page:
                assert "NATO in three essays" in page.read().decode()
        finally:
            os.killpg(server.pid, 15)
    assert (unpacked / "var").is_dir()
