from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quizgen_web import create_app
from quizgen_web.shell.learner import random_id
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf
from quizgen_web.student.study_code import code_of, learner_of

from quizgen.text.symbols import ALPHABET
from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from flask import Flask
    from quizgen_web.store import Store

    from quizgen.bank.load import Loaded


def code_on(learner: Learner) -> str:
    learner.get("/data")
    found = re.search(r"<code>([^<]+)</code>", learner.page.text)
    assert found
    return found[1]


def test_a_study_code_moves_the_progress_to_another_device(app: Flask, learner: Learner) -> None:
    learner.start(count="2")
    place = learner.page.request.path
    other = Learner(app)
    assert other.get(place).status_code == 404
    other.post("/data/code", code=f"  {code_on(learner).lower().replace('-', ' ')} ")
    assert "now has the progress" in other.words
    assert other.get(place).status_code == 200


@pytest.mark.parametrize("code", ["", "hello", "0000-" * 7, "é" * 28, "A" * 100_000])
def test_a_wrong_study_code_is_told_and_changes_nothing(learner: Learner, code: str) -> None:
    learner.start(count="1")
    place = learner.page.request.path
    page = learner.post("/data/code", code=code)
    assert page.status_code in {400, 413}
    assert learner.get(place).status_code == 200


def test_a_code_of_nobody_is_wrong(learner: Learner) -> None:
    assert learner.post("/data/code", code=code_of(random_id())).status_code == 400
    assert "This is no study code." in learner.words


@given(st.binary(min_size=16, max_size=16), st.data())
def test_a_code_comes_back_and_a_slip_in_it_is_seen(secret: bytes, data: st.DataObject) -> None:
    from base64 import urlsafe_b64encode

    learner = urlsafe_b64encode(secret).decode().rstrip("=")
    code = code_of(learner)
    assert re.fullmatch(r"(\w{4}-){6}\w{4}", code)
    assert learner_of(code.replace("-", " ").lower()) == learner
    place = data.draw(st.integers(0, len(code) - 1).filter(lambda at: code[at] != "-"))
    other = data.draw(st.sampled_from(ALPHABET).filter(lambda symbol: symbol != code[place]))
    assert learner_of(code[:place] + other + code[place + 1 :]) is None


def test_all_data_can_be_taken_along(learner: Learner) -> None:
    learner.start(count="1")
    learner.answer(action="passed")
    page = learner.get("/data/export.json")
    assert page.mimetype == "application/json"
    assert "attachment" in page.headers["Content-Disposition"]
    assert page.headers["Cache-Control"] == "no-store"
    data = json.loads(page.text)
    assert [len(data[name]) for name in ("learner", "sitting", "item", "answer", "review")] == [
        1
    ] * 5


def test_everything_is_deleted_by_one_click(learner: Learner, store: Store) -> None:
    learner.start(count="2")
    place = learner.page.request.path
    learner.answer(action="passed")
    learner.post("/data/delete")
    assert "Everything about you is deleted." in learner.words
    assert "Nothing is kept about you yet." in learner.words
    assert learner.client.get_cookie("learner") is None
    assert learner.get(place).status_code == 404
    with store.database.engine.connect() as connection:
        for table in ("learner", "sitting", "item", "answer", "review"):
            count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            assert count == 0, table


def test_a_device_whose_learner_was_deleted_elsewhere_starts_afresh(
    app: Flask, learner: Learner
) -> None:
    learner.start(count="1")
    place = learner.page.request.path
    other = Learner(app)
    other.post("/data/code", code=code_on(learner))
    other.post("/data/delete")
    assert learner.get(place).status_code == 404
    assert learner.post(place, given="x").status_code == 404
    assert learner.get("/data").status_code == 200
    assert learner.start(count="1").status_code == 200


def test_the_time_zone_is_a_choice_of_the_list(learner: Learner) -> None:
    learner.post("/data/zone", zone="America/Chicago")
    assert "Your time zone is kept." in learner.words
    assert "selected>America/Chicago" in learner.page.text
    for zone in ("Nowhere/City", "", "../../etc/passwd"):
        assert learner.post("/data/zone", zone=zone).status_code == 400
    assert "selected>America/Chicago" in learner.get("/data").text


def test_deleting_asks_once_and_offers_export_and_code_first(learner: Learner) -> None:
    learner.start(count="1")
    place, code = learner.page.request.path, code_on(learner)
    learner.get("/data/delete")
    assert code in learner.words
    assert "/data/export.json" in learner.page.text
    assert learner.words.index("Keep everything") < learner.words.index("Delete everything", 30)
    assert learner.get(place).status_code == 200


def test_a_browser_that_is_nobodys_has_nothing_to_leave_or_delete(app: Flask) -> None:
    client = app.test_client()
    for path in ("/data/leave", "/data/delete"):
        assert client.get(path).status_code == 303
        assert client.post(path).status_code == 303


def test_leaving_a_browser_deletes_nothing_and_the_code_brings_all_back(learner: Learner) -> None:
    learner.start(count="2")
    place = learner.page.request.path
    learner.get("/data/leave")
    found = re.search(r"<code>([^<]+)</code>", learner.page.text)
    assert found
    learner.post("/data/leave")
    assert learner.client.get_cookie("learner") is None
    assert learner.get(place).status_code == 404
    learner.post("/data/code", code=found[1])
    assert learner.get(place).status_code == 200


def test_the_code_comes_as_a_picture_whose_address_tells_it_to_no_server(learner: Learner) -> None:
    learner.start(count="1")
    code = code_on(learner)
    assert "<svg" in learner.page.text
    assert f"code={code}" not in learner.page.text


def test_two_devices_come_together(app: Flask, learner: Learner, store: Store) -> None:
    learner.start(count="1")
    learner.answer(action="passed")
    other = Learner(app)
    other.start(count="2")
    other.answer(action="passed")
    place = other.page.request.path
    other.post("/data/code", code=code_on(learner), join="1")
    assert "is together now" in other.words
    assert other.get(place).status_code == 200
    with store.database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM learner").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM answer").scalar() == 2
    other.post("/data/code", code=code_on(learner), join="1")  # with oneself
    assert other.get(place).status_code == 200


def test_joining_with_a_learner_who_was_deleted_changes_nothing(
    app: Flask, learner: Learner
) -> None:
    learner.start(count="1")
    code = code_on(learner)
    learner.post("/data/delete")
    other = Learner(app)
    other.start(count="1")
    place = other.page.request.path
    assert other.post("/data/code", code=code, join="1").status_code == 400
    assert other.get(place).status_code == 200


def test_the_browser_tells_its_zone_until_one_is_chosen(learner: Learner) -> None:
    def zone_after(told: str) -> str:
        learner.start(count="1")
        learner.post(learner.page.request.path, action="passed", zone=told)
        found = re.search(r'value="([^"]+)" selected', learner.get("/data").text)
        assert found
        return found[1]

    assert zone_after("Europe/Berlin") == "Europe/Berlin"
    assert zone_after("Mars/Olympus") == "Europe/Berlin"
    assert zone_after("") == "Europe/Berlin"
    learner.post("/data/zone", zone="UTC")
    assert zone_after("Europe/Berlin") == "UTC"


def test_on_shared_computers_the_browser_forgets_with_its_window(
    loaded: Loaded, store: Store
) -> None:
    for shared in (False, True):
        app = create_app(Shelf.of(loaded), Settings(SECRET, "unused", shared=shared), store)
        begun = app.test_client().post("/practice", data={"count": "1"})
        assert ("Expires=" in begun.headers["Set-Cookie"]) is not shared


def test_without_cookies_practice_says_why_and_what_works(app: Flask) -> None:
    client = app.test_client(use_cookies=False)
    page = client.post("/practice", data={"count": "1"}, follow_redirects=True)
    assert page.status_code == 404
    for words in ("Practice needs a cookie", "random number", "read essays and topics"):
        assert words in page.text


def test_each_learner_has_two_words_that_stay(app: Flask, learner: Learner) -> None:
    names = set()
    for _ in range(2):
        learner.start(count="1")
        found = re.search(r'class="small me">([A-Z][a-z]+ [A-Z][a-z]+)<', learner.page.text)
        assert found
        names.add(found[1])
    assert len(names) == 1
    assert 'class="small me"' not in app.test_client().get("/").text
