from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Learner


def test_static_files_are_kept_by_browsers_for_a_year_under_an_address_of_their_content(
    learner: Learner,
) -> None:
    found = re.search(r"/static/style\.css\?v=\w{12}", learner.page.text)
    assert found
    page = learner.get(found[0])
    assert page.status_code == 200
    assert "immutable" in page.headers["Cache-Control"]


def test_a_static_file_without_its_version_is_not_kept(learner: Learner) -> None:
    assert "immutable" not in learner.get("/static/style.css").headers["Cache-Control"]
