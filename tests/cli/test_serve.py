"""`quizgen serve`, and the same site for a WSGI server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from quizgen.bank.new import write_example
from quizgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        write_example(folder)
    head = folders[1] / "bank.yaml"
    head.write_text(head.read_text("utf-8").replace("id: night-bus", "id: day-bus"), "utf-8")
    return folders


@pytest.mark.parametrize("how", ["arguments", "variable"])
def test_several_banks_are_served_each_under_its_address(
    two: list[Path], tmp_path: Path, how: str
) -> None:
    named = [str(folder) for folder in two]
    command = [sys.executable, "-m", "quizgen", "serve", "--port", "0", "--data", str(tmp_path)]
    environment = dict(os.environ)
    if how == "arguments":
        command += named
    else:
        environment["QUIZGEN_BANKS"] = os.pathsep.join(named)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stdout is not None
            told = [server.stdout.readline() for _ in range(3)]
            assert told[0].startswith("2 banks at http://")
            for line, bank in zip(told[1:], ("night-bus", "day-bus"), strict=True):
                address = re.search(r"http://\S+", line)
                assert address
                assert address[0].endswith(f"/b/{bank}/")
                with urlopen(address[0]) as page:
                    assert page.status == 200
        finally:
            server.terminate()


def test_a_site_does_not_start_with_a_wrong_bank_and_tells_all_problems(
    two: list[Path], tmp_path: Path
) -> None:
    for folder in two:
        head = folder / "bank.yaml"
        head.write_text(head.read_text("utf-8").replace("title:", "tittle:", 1), "utf-8")
    command = ["serve", *map(str, two), "--port", "0", "--data", str(tmp_path / "data")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    for folder in two:
        assert f"{folder}/bank.yaml" in done.output
    assert not (tmp_path / "data").exists()


def test_a_wsgi_server_finds_the_site_that_the_environment_sets(
    two: list[Path], tmp_path: Path
) -> None:
    script = (
        "from quizgen_web.wsgi import app; page = app.test_client().get('/b/day-bus/'); "
        "print(page.status_code, app.config['SESSION_COOKIE_NAME'])"
    )
    environment = os.environ | {
        "QUIZGEN_BANKS": os.pathsep.join(map(str, two)),
        "QUIZGEN_DATA": str(tmp_path / "data"),
        "QUIZGEN_HTTPS": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == "200 __Host-learner\n", done.stderr
    assert (tmp_path / "data" / "quizgen.sqlite3").exists()
