"""axe finds nothing on any page in any state, by day and by night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import states_of_places, states_of_sittings
from tests.browser.checks import sound
from tests.browser.served import served
from tests.browser.walker import Walker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.served import Served


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        folder: Path = tmp_path_factory.mktemp("served")
        with served(folder, monkeypatch) as site:

            def broken() -> str:
                raise RuntimeError("as planned")

            site.app.add_url_rule("/broken", view_func=broken)
            yield site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        reduced_motion="reduce", viewport={"width": 320, "height": 640}, accept_downloads=False
    )
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "walk", [*states_of_places.WALKS, *states_of_sittings.WALKS], ids=lambda walk: walk.__name__
)
def test_every_state_is_sound_by_day_and_by_night(
    page: Page, site: Served, walk: Callable[[Walker], Iterator[str]]
) -> None:
    seen = set()
    for state in walk(Walker(page, site)):
        assert state not in seen
        seen.add(state)
        try:
            sound(page, ("light", "dark"))
        except AssertionError as error:
            error.add_note(f"in the state: {state}")
            raise
    assert len(seen) >= 4


def test_what_is_pale_only_by_night_is_found(page: Page) -> None:
    page.set_content(
        "<html lang=en><title>A page · quizgen</title><main><h1>A heading</h1></main>"
        "<style>@media (prefers-color-scheme: dark) { h1 { color: #999; background: #aaa } }"
        "</style>"
    )
    sound(page, ("light",))
    with pytest.raises(AssertionError, match=r"(?s)dark: .*color-contrast"):
        sound(page, ("light", "dark"))
