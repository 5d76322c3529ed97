"""The home page of a learner with 10,000 reviews, against that of one with 10."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf
from quizgen_web.store import SittingKey, open_store
from quizgen_web.store.database import now_ms
from quizgen_web.store.tables import answer, item, learner, review, sitting
from sqlalchemy import update

from bench.measure import Figure, fastest
from quizgen.bank.load import default_bank, load
from quizgen.study.days import DEFAULT_ZONE, study_day

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank

A_SITTING = 10
DAY_MS = 86_400_000
PAGES = 20


def figures() -> list[Figure]:
    """Render the page."""
    loaded = load(default_bank())
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'store.sqlite3'}")
        app = create_app(
            Shelf.of(loaded), Settings("a secret of the bench, long enough", ""), store
        )

        def browser(sittings: int) -> FlaskClient:
            client = app.test_client()
            client.post("/practice", data={"count": "10"})
            with client.session_transaction() as session:
                study(store, loaded.bank, session["learner"], sittings)
            return client

        few, many = browser(1), browser(1_000)

        def pages(client: FlaskClient) -> None:
            for _ in range(PAGES):
                assert client.get("/").status_code == 200

        ours, theirs = fastest(lambda: pages(many), lambda: pages(few), 9)
        store.close()
    each = 1000 / PAGES
    return [Figure("home after 10,000 reviews", ours * each, theirs * each, "ms", 1.5)]


def study(store: Store, bank: Bank, name: str, sittings: int) -> None:
    """Let a learner have answered ten questions a sitting, two sittings a day up to yesterday."""
    chance = random.Random(1)
    ids = [question.id for question in bank.questions]
    today = study_day(now_ms(), DEFAULT_ZONE)
    tables = (sitting, item, answer, review)
    rows: dict[str, list[dict[str, object]]] = {table.name: [] for table in tables}
    for turn in range(sittings):
        day = today - 1 - (sittings - turn) // 2
        key = SittingKey(name, bank.id, f"old-{turn}").row
        rows["sitting"].append(key | {"mode": "choice", "created_ms": day * DAY_MS, "seed": "x"})
        for position, question in enumerate(chance.sample(ids, min(A_SITTING, len(ids))), 1):
            place = key | {"position": position, "question_id": question}
            words = {"prompt": "what?", "key": "this", "given": "this", "verdict": "right"}
            rows["item"].append(place)
            rows["answer"].append(
                place
                | words
                | {"try_no": 1, "submission_id": f"{turn}-{position}", "guessed": False}
                | {"answered_ms": day * DAY_MS}
            )
            rows["review"].append(
                place
                | {
                    "day": day,
                    "revision": turn + 1,
                    "rating": chance.choices((1, 2, 3, 4), (15, 10, 70, 5))[0],
                }
                | {"reviewed_ms": day * DAY_MS}
            )
    with store.database.engine.begin() as connection:
        for table in tables:
            connection.execute(table.insert(), rows[table.name])
        mine = learner.c.learner_id == name
        connection.execute(update(learner).where(mine), {"folded": 0})
