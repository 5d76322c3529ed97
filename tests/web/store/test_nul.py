"""PostgreSQL keeps no NUL character: a request that holds one is refused before it gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site

from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank


@pytest.fixture
def learner(bank: Bank, store: Store) -> Learner:
    return Learner(create_app(Shelf(Site.of(bank)), Settings(SECRET, ""), store))


@pytest.mark.parametrize("field", ["given", "submission"])
def test_a_form_with_nul_is_refused(learner: Learner, field: str) -> None:
    learner.start(count="1", mode="typed")
    fields = {"given": "hospital", "submission": "form"} | {field: "a\0b"}
    assert learner.post(learner.page.request.path, **fields).status_code == 400
    assert "This form cannot be read" in learner.heading


@pytest.mark.parametrize("path", ["/practice/%00", "/practice/a%00b/1", "/q/%00", "/search?q=%00"])
def test_an_address_with_nul_leads_nowhere_or_does_no_harm(learner: Learner, path: str) -> None:
    learner.start(count="1")
    assert learner.get(path).status_code in {404, 200}
