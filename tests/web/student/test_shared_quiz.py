from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest

from tests.web.conftest import Learner

if TYPE_CHECKING:
    from flask import Flask


def sit(learner: Learner, seed: str = "spring", n: str = "4") -> list[tuple[str, list[str]]]:
    """What a learner is asked who opens the link of a paper."""
    learner.get(f"/quiz?seed={seed}&n={n}")
    learner.post("/quiz", seed=learner.hidden("seed"), n=learner.hidden("n"), mode="choice")
    asked = []
    for position in range(1, int(n) + 1):
        learner.get(f"{learner.page.request.path.rsplit('/', 1)[0]}/{position}")
        asked.append((learner.heading, learner.options))
    return asked


def test_everyone_with_the_link_gets_the_same_paper(app: Flask) -> None:
    assert sit(Learner(app)) == sit(Learner(app))


def test_another_seed_is_another_paper(app: Flask) -> None:
    papers = {str(sit(Learner(app), seed)) for seed in ("spring", "autumn", "x" * 64, "ä/&?")}
    assert len(papers) > 1


def test_without_a_seed_a_paper_is_made_up_whose_link_can_be_shared(learner: Learner) -> None:
    learner.get("/quiz?topic=money&n=2")
    assert "seed=" in learner.page.request.url
    assert "topic=money" in learner.page.request.url
    assert learner.page.request.url in unescape(learner.page.text)
    assert "on " in learner.heading


def test_a_paper_that_wants_more_than_there_is_says_so(learner: Learner) -> None:
    learner.get("/quiz?seed=x&n=50")
    assert "There are no more than" in learner.words


@pytest.mark.parametrize(
    "query",
    [
        "seed=x&n=0",
        "seed=x&n=-3",
        "seed=x&n=99999999999999999999999",
        "seed=x&n=1e3",
        "seed=x&n=٣",
        "seed=x&topic=nowhere",
        "seed=x&mode=dance",
        "seed=x&author=okafor&kind=quote",
        f"seed={'x' * 65}",
        "seed=%00",
        "seed=x&n=0001999999",
        "seed=x&n=0001" + "9" * 5000,
    ],
)
def test_a_link_with_absurd_values_is_told_what_is_wrong(learner: Learner, query: str) -> None:
    page = learner.get(f"/quiz?{query}")
    assert page.status_code == 400
    assert "There is a problem" in learner.words
    fields = dict(parse_qsl(query))
    assert learner.client.post("/quiz", data=fields).status_code == 400


@pytest.mark.parametrize("name", ["_scheme", "_external", "_anchor", "_method", "endpoint", "self"])
def test_a_field_that_no_paper_has_is_left_out_of_its_link(learner: Learner, name: str) -> None:
    page = learner.get(f"/quiz?n=2&{name}=javascript")
    assert page.status_code == 200
    assert "javascript" not in page.request.url
    assert "n=2" in page.request.url
