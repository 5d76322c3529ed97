from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from quizgen_web.shell.assets import small_css, small_js

if TYPE_CHECKING:
    from tests.web.conftest import Learner


def test_static_files_are_kept_by_browsers_for_a_year_under_an_address_of_their_content(
    learner: Learner,
) -> None:
    found = re.search(r"/static/style\.css\?v=\w{12}", learner.page.text)
    assert found
    page = learner.get(found[0])
    assert page.status_code == 200
    (cached,) = page.headers.getlist("Cache-Control")
    assert "immutable" in cached


def test_a_static_file_without_its_version_is_not_kept(learner: Learner) -> None:
    assert "immutable" not in learner.get("/static/style.css").headers["Cache-Control"]


def test_a_file_is_sent_compressed_where_the_browser_takes_that(learner: Learner) -> None:
    plain = learner.client.get("/static/style.css")
    packed = learner.client.get("/static/style.css", headers={"Accept-Encoding": "br, gzip"})
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in plain.headers


def test_the_style_sheet_is_under_ten_kilobytes_as_sent(learner: Learner) -> None:
    assert len(learner.client.get("/static/style.css").data) < 10_000  # even uncompressed


def test_a_question_page_is_at_most_ten_kilobytes_in_three_requests(
    learner: Learner,
) -> None:
    page = learner.start(count="50")
    addresses = set(re.findall(r"(?:src|href)=\"(/static/[^\"]+)\"", page.text))
    assert len(addresses) == 2
    sent = len(page.data) + len(str(page.headers))
    for address in addresses:
        file = learner.client.get(address, headers={"Accept-Encoding": "gzip"})
        sent += len(file.data) + len(str(file.headers))
    assert sent <= 10_240


@pytest.mark.parametrize("name", ["nothing.css", "../app.py", "%2e%2e/app.py"])
def test_no_other_file_is_served(learner: Learner, name: str) -> None:
    assert learner.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("a { color : red; }\n\nb  c{d:e}", "a{color :red}b c{d:e}"),
        (
            "a :hover, b > c { margin: calc(1px + 2px) -1px; }",
            "a :hover,b>c{margin:calc(1px + 2px) -1px}",
        ),
        (
            "/* a { } \n */ @media (min-width: 1px) and (x) { a { b: c; } }",
            "@media (min-width:1px) and (x){a{b:c}}",
        ),
    ],
)
def test_a_style_sheet_loses_only_what_means_nothing(text: str, small: str) -> None:
    assert small_css(text) == small


def test_a_script_loses_only_what_means_nothing() -> None:
    assert (
        small_js("// what it is\nlet a = 1; // why\n\n  let b = 2;\n") == "let a = 1;\nlet b = 2;\n"
    )
