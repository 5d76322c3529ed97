"""Every route is described, and none with a parameter shows anything to a stranger."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.conftest import Learner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

GUIDE = Path(__file__).parents[2] / "docs" / "site.md"

PUBLIC = {"question.show", "question.answer", "places.source", "places.topic", "static"}
PUBLIC |= {"teacher.picture", "teacher.download"}
"""Endpoints whose parameter is not a learner's: they show the same to everyone."""


def routes(app: Flask) -> Iterator[tuple[str, str, str]]:
    """The method, address and endpoint of each route."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield method, rule.rule, rule.endpoint


def described() -> set[str]:
    return set(re.findall(r"^\| `([A-Z]+ \S+)` \| \S", GUIDE.read_text("utf-8"), re.MULTILINE))


def test_the_guide_describes_each_route_and_no_other(app: Flask) -> None:
    assert {f"{method} {rule}" for method, rule, _ in routes(app)} == described()


def test_a_learners_pages_are_not_found_by_strangers_and_by_nobody(
    app: Flask, learner: Learner
) -> None:
    learner.start(count="2", mode="recall")
    sitting = learner.page.request.path.split("/")[2]
    learner.answer(action="knew")
    kept = learner.client.post("/paper/keep", data={"n": "1", "seed": "7"})
    quiz = kept.headers["Location"].partition("quiz=")[2].partition("&")[0]
    stranger = Learner(app)
    stranger.start(count="2")
    tried = 0
    for method, rule, endpoint in routes(app):
        if "<" not in rule or endpoint in PUBLIC:
            continue
        path = rule.replace("<sitting_id>", sitting).replace("<int:position>", "1")
        path = path.replace("<quiz>", quiz)
        assert "<" not in path, f"{rule}: say here whose it is"
        for client in (stranger.client, app.test_client()):
            page = client.open(path, method=method, data={"action": "forgot"})
            assert page.status_code == 404, f"{method} {path}"
            assert "Set-Cookie" not in page.headers
            tried += 1
        own = learner.client.open(path, method=method, data={"action": "forgot"})
        assert own.status_code in {200, 303}, f"{method} {path}"
    assert tried == 16
