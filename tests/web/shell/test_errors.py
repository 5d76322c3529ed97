from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Learner


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("POST", "/", 405), ("GET", "/practice/none/1", 404)],
)
def test_each_error_is_a_plain_page_with_its_status_and_a_way_on(
    learner: Learner, method: str, path: str, status: int
) -> None:
    page = learner.client.open(path, method=method)
    assert page.status_code == status
    assert "To the home page" in page.text
    assert "<html lang" in page.text


def test_a_refused_method_is_told_which_are_not(learner: Learner) -> None:
    assert "GET" in learner.client.post("/").headers["Allow"]


def test_an_error_in_the_site_is_a_plain_page_without_a_trace(app: Flask) -> None:
    def broken() -> str:
        raise RuntimeError("a secret detail")

    app.add_url_rule("/broken", view_func=broken)
    page = app.test_client().get("/broken")
    assert page.status_code == 500
    assert "Something went wrong here" in page.text
    assert "secret detail" not in page.text
