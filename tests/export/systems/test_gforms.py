"""The script for Google Forms, run against a stand-in that knows only Google's methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.export.systems.reading import addresses, made, options, plain, reasons, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.export import ItemSet


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_the_script_makes_the_whole_quiz(
    name: str, request: pytest.FixtureRequest, found_by: Callable[..., Any]
) -> None:
    items: ItemSet = request.getfixturevalue(name)
    made_form = found_by("gforms.cjs", made("gforms", items))
    assert made_form["form"]["IsQuiz"] is True
    assert made_form["form"]["CollectEmail"] is False
    assert len(made_form["items"]) == len(items.items)
    for found, item in zip(made_form["items"], items.items, strict=True):
        assert found["Title"] == item.prompt
        assert item.cite in found["HelpText"]
        assert item.content_note in found["HelpText"]
        after = found["FeedbackForCorrect" if item.options else "GeneralFeedback"]
        assert told(item) in plain(after["text"])
        assert tuple(after["links"]) == addresses(item)
        if item.options:
            shown = tuple((plain(each["text"]), each["right"]) for each in found["Choices"])
            assert shown == options(item)
            wrong = plain(found["FeedbackForIncorrect"]["text"])
            assert all(why in wrong for why in reasons(item).values())
        else:
            assert all(plain(text) in plain(after["text"]) for text in (item.key, *item.accept))


@pytest.mark.parametrize(
    ("old", "new"),
    [("addMultipleChoiceItem", "addChoiceItem"), ("const QUIZ = {", "const QUIZ = {{")],
)
def test_a_spoilt_script_is_refused(
    shipped: ItemSet, found_by: Callable[..., Any], old: str, new: str
) -> None:
    script = made("gforms", shipped).decode()
    assert old in script
    with pytest.raises(ValueError, match=r"has no|Unexpected"):
        found_by("gforms.cjs", script.replace(old, new).encode())
