"""Several banks on one site: each under its own address, and what spans them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf
from quizgen_web.store.database import now_ms

from quizgen.bank.load import load
from quizgen.bank.new import write_example
from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from quizgen_web.store import Store

    from quizgen.bank.load import Loaded

BANKS = ("night-bus", "day-bus")


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A bank that calls its questions as the example bank does."""
    folder: Path = tmp_path_factory.mktemp("other") / "bank"
    write_example(folder)
    head = folder / "bank.yaml"
    text = head.read_text("utf-8").replace("id: night-bus", "id: day-bus")
    head.write_text(re.sub(r"title: .*", "title: The other bank", text, count=1), "utf-8")
    return load(folder)


@pytest.fixture
def app(loaded: Loaded, other: Loaded, store: Store) -> Flask:
    return create_app(Shelf.of(loaded, other), Settings(SECRET, "unused"), store)


def links(learner: Learner) -> Iterator[str]:
    yield from re.findall(r'(?:href|action|src)="(/[^"#]*)', learner.page.text)


def answer_one(learner: Learner, bank: str, action: str = "forgot") -> None:
    learner.post(f"/b/{bank}/practice", count="1", mode="recall")
    learner.post(learner.page.request.path, action=action)


def test_the_home_page_lists_the_banks(learner: Learner, loaded: Loaded) -> None:
    assert loaded.bank.title in learner.words
    assert "The other bank" in learner.words
    assert {"/b/night-bus/", "/b/day-bus/"} <= set(links(learner))
    assert "Set-Cookie" not in learner.page.headers


@pytest.mark.parametrize("bank", BANKS)
def test_each_bank_has_the_whole_site_under_its_own_address(learner: Learner, bank: str) -> None:
    for path in ("", "/", "/search?q=bus", "/paper", "/anki", "/progress", "/data", "/quiz?seed=x"):
        assert learner.get(f"/b/{bank}{path}").status_code == 200, path
    learner.get(f"/b/{bank}/")
    for address in set(links(learner)):
        spans = address in {"/", "/progress", "/data"} or address.startswith("/static/")
        assert spans or address.startswith(f"/b/{bank}/"), address
        if not address.endswith("/practice"):
            assert learner.client.get(address).status_code == 200, address


def test_an_address_of_no_bank_is_not_found_and_lists_the_banks(learner: Learner) -> None:
    for path in (
        "/b/nowhere/",
        "/b/nowhere",
        "/b/",
        "/search?q=a",
        "/paper",
        "/q/x",
        "/practice/x",
    ):
        page = learner.get(path)
        assert page.status_code == 404, path
        assert "There is no such page" in learner.heading
        assert {"/b/night-bus/", "/b/day-bus/"} <= set(links(learner)), path
    assert learner.post("/practice", count="1").status_code == 404


def test_a_sitting_of_one_bank_is_not_found_in_another(learner: Learner) -> None:
    learner.post("/b/day-bus/practice", count="1")
    place = learner.page.request.path
    assert learner.get(place).status_code == 200
    assert learner.get(place.replace("day-bus", "night-bus")).status_code == 404


def test_answers_in_one_bank_are_no_progress_in_another(learner: Learner) -> None:
    answer_one(learner, "day-bus", "knew")
    learner.get("/b/day-bus/progress")
    assert "1 learning" in learner.words
    learner.get("/b/night-bus/progress")
    assert "Nothing to see yet." in learner.words


def test_progress_and_due_work_span_the_banks(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bank in BANKS:
        answer_one(learner, bank)
    learner.get("/progress")
    assert "2 questions on 1 day" in learner.words
    assert "0 due today 0 known 2 learning" in learner.words
    assert {"/b/night-bus/progress", "/b/day-bus/progress"} <= set(links(learner))
    monkeypatch.setattr("quizgen_web.shell.learner.now_ms", lambda: now_ms() + 86_400_000)
    learner.get("/")
    assert "2 due today" in learner.words
    assert learner.words.count("Practise: 1 due") == 2
    learner.post("/b/day-bus/practice", due="1", count="20", mode="recall")
    assert "1 left" in learner.words


def test_a_sitting_left_open_is_offered_beside_its_bank(learner: Learner) -> None:
    learner.post("/b/day-bus/practice", count="2")
    learner.get("/")
    (place,) = [a for a in links(learner) if re.fullmatch(r"/b/day-bus/practice/[\w-]+", a)]
    assert learner.get(place).status_code == 200


def test_export_study_code_and_deleting_span_the_banks(app: Flask, learner: Learner) -> None:
    for bank in BANKS:
        answer_one(learner, bank)
    data = json.loads(learner.get("/data/export.json").text)
    assert {row["bank_id"] for row in data["review"]} == set(BANKS)
    learner.get("/b/day-bus/data")
    code = re.search(r"<code>([^<]+)</code>", learner.page.text)
    assert code
    device = Learner(app)
    device.post("/data/code", code=code[1])
    assert (
        "1 learning" in " ".join(device.get("/b/night-bus/progress").text.split()) or device.words
    )
    device.post("/b/night-bus/data/delete")
    assert "Everything about you is deleted." in device.words
    assert learner.get("/data/export.json").text.count("bank_id") == 0


def test_the_cookie_is_for_all_banks(learner: Learner) -> None:
    cookie = learner.client.post("/b/day-bus/practice").headers["Set-Cookie"]
    assert "Path=/;" in f"{cookie};"


def test_forms_from_another_site_are_refused_under_a_bank_too(learner: Learner) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    page = learner.client.post("/b/day-bus/practice", headers=headers)
    assert page.status_code == 403


def test_a_site_of_one_bank_knows_its_address_on_a_shelf(loaded: Loaded, store: Store) -> None:
    learner = Learner(create_app(Shelf.of(loaded), Settings(SECRET, ""), store))
    assert "/b/" not in learner.page.text
    assert learner.get("/b/night-bus/").status_code == 200
    assert learner.get("/b/nowhere/").status_code == 404
    assert "The banks of this site" not in learner.page.text
