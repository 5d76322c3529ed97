"""A person looks at doubtful rows; the page is on this machine and for who knows its address."""

from __future__ import annotations

import csv
import json
import re
from http.client import HTTPConnection
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from PIL import Image

from quizgen.cli import main
from quizgen.results.responses import read_responses
from quizgen.results.review.server import Review
from tests.results.sheets.hand import fill
from tests.results.sheets.made import PIXELS, blank

if TYPE_CHECKING:
    from pathlib import Path


def ask(
    address: str, path: str = "", body: object = None, host: str | None = None
) -> tuple[int, bytes]:
    """GET, or POST where there is a body."""
    at = urlsplit(address)
    line = HTTPConnection(at.netloc, timeout=10)
    headers = {"Host": host or at.netloc}
    data = None if body is None else json.dumps(body)
    line.request("GET" if body is None else "POST", at.path + path, data, headers)
    answer = line.getresponse()
    content = answer.read()
    line.close()
    return answer.status, content


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    page, plan = blank([4] * 20)
    fill(page, plan, PIXELS, Random(3), unclear=0.4)
    Image.fromarray(page).save(tmp_path / "sheet.png")
    return tmp_path


def review(folder: Path, monkeypatch: pytest.MonkeyPatch, person: object) -> str:
    """Run the command with a person who acts where the browser would open."""

    def opened(address: str) -> bool:
        from threading import Thread

        Thread(target=person, args=(address,), daemon=True).start()  # type: ignore[arg-type]
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    names = ["scan", str(folder / "sheet.png"), "-o", str(folder / "r.csv"), "--review"]
    shown = CliRunner().invoke(main, names)
    assert shown.exit_code == 0, shown.output
    return shown.stderr


def test_what_a_person_saw_is_written_beside_what_the_machine_saw(
    scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, object] = {}

    def person(address: str) -> None:
        page = ask(address)[1].decode()
        rows = json.loads(page.partition('id="rows">')[2].partition("</script>")[0])
        seen["rows"] = rows
        seen["picture"] = ask(address, "row/0")[1][:4]
        seen["first"] = ask(address, "decide", {"row": 0, "answer": "C"})[0]
        seen["second"] = ask(address, "decide", {"row": 1, "answer": ""})[0]
        wrong: list[object] = [
            {"row": 0, "answer": "E"},
            {"row": 99, "answer": "A"},
            {"row": True, "answer": "A"},
            {"row": 0, "answer": "AB"},
            {"row": 0},
            [],
        ]
        seen["wrong"] = [ask(address, "decide", body)[0] for body in wrong]
        ask(address, "done", {})

    review(scanned, monkeypatch, person)
    rows = seen["rows"]
    assert isinstance(rows, list)
    assert seen["picture"] == b"\x89PNG"
    assert (seen["first"], seen["second"]) == (200, 200)
    assert set(seen["wrong"]) == {404}  # type: ignore[call-overload]
    with (scanned / "r.looked-at.csv").open() as file:
        kept = [*csv.DictReader(file)]
    assert [(row["question"], row["machine"], row["person"]) for row in kept] == [
        (rows[0]["question"], "?", "C"),
        (rows[1]["question"], "?", ""),
    ]
    answers = read_responses(scanned / "r.csv").rows[0].answers
    assert answers[rows[0]["question"]] == "C"
    assert answers[rows[1]["question"]] == ""
    assert answers[rows[2]["question"]] == "?"


def test_a_second_run_keeps_what_was_decided_and_shows_only_the_rest(
    scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []

    def person(address: str) -> None:
        page = ask(address)[1].decode()
        counts.append(len(re.findall(r'"question"', page)))
        ask(address, "decide", {"row": 0, "answer": "B"})
        ask(address, "done", {})

    review(scanned, monkeypatch, person)
    review(scanned, monkeypatch, person)
    assert counts[1] == counts[0] - 1
    names = ["scan", str(scanned / "sheet.png"), "-o", str(scanned / "r.csv")]
    CliRunner().invoke(main, names)
    answers = read_responses(scanned / "r.csv").rows[0].answers.values()
    assert sum(answer == "?" for answer in answers) == counts[0] - 2


def test_only_who_knows_the_address_and_came_by_it_is_answered() -> None:
    taken: list[tuple[int, str]] = []
    page = Review([], [], [], lambda *told: taken.append(told))
    assert page.address.startswith("http://127.0.0.1:")
    assert len(page.secret) > 20
    from threading import Thread

    Thread(target=page.server.serve_forever, daemon=True).start()
    try:
        assert ask(page.address)[0] == 200
        assert ask(f"http://{page.host}/")[0] == 404
        assert ask(f"http://{page.host}/guess/", "done", {})[0] == 404
        assert ask(page.address, host="evil.example")[0] == 404
        assert ask(page.address, "decide", "x" * 2000)[0] == 404
        assert not page.over.is_set()
    finally:
        page.server.shutdown()
        page.server.server_close()
