"""What is installed from the wheel works in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from email import message_from_string
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

import quizgen

HOUSE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content and nothing else of the clone."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), str(HOUSE)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_the_bank_and_the_site_but_no_essay(installed: Path) -> None:
    files = {path.relative_to(installed).as_posix() for path in installed.rglob("*")}
    for name in ("bank.yaml", "mott.yaml", "ng.yaml", "carpenter.yaml", "compare.yaml"):
        assert f"quizgen/banks/nato/{name}" in files
    assert {
        "quizgen_web/student/templates/question.html",
        "quizgen_web/shell/static/style.css",
    } <= files
    assert "quizgen/bank/example/bank.yaml" in files
    essays = [name for name in files if name.endswith(".txt") and "dist-info" not in name]
    assert all(name.startswith("quizgen/bank/example/essays/") for name in essays)


def test_the_wheel_is_typed_and_says_what_it_is(installed: Path) -> None:
    for package in ("quizgen", "quizgen_web"):
        assert (installed / package / "py.typed").is_file()
    assert sorted(path.name for path in installed.iterdir() if "dist-info" not in path.name) == [
        "quizgen",
        "quizgen_web",
    ]
    (metadata,) = installed.glob("*.dist-info/METADATA")
    told = message_from_string(metadata.read_text("utf-8"))
    assert told["Version"] == quizgen.__version__
    assert told["Requires-Python"] == ">=3.11"
    assert told["License-Expression"] == "MIT"
    assert told["Author"]
    assert told["Keywords"]
    assert "no fact travels without its source" in told.get_payload()
    versions = {text.rpartition(" ")[2] for text in told.get_all("Classifier", [])}
    assert {"3.11", "3.12", "3.13"} <= versions


def test_the_wheel_serves_its_own_bank_from_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    environment = os.environ | {"PYTHONPATH": str(installed), "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "quizgen", "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=tmp_path, env=environment
    ) as server:
        assert server.stdout
        try:
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found
            with urlopen(found[0]) as page:
                assert "NATO in three essays" in page.read().decode()
        finally:
            server.terminate()
    paths = "import quizgen, quizgen_web; print(quizgen.__file__, quizgen_web.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", paths],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count(str(installed)) == 2
