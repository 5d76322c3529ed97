"""A quiz -> the text of its file, which a teacher can read and change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from quizgen.paper.blueprint import AXES
from quizgen.paper.code import seed_text
from quizgen.paper.entry import VERSION, LayoutEntry, QuizEntry, RecipeEntry
from quizgen.paper.paper import INSTRUCTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.paper.code import Recipe
    from quizgen.paper.paper import Heading, Paper

_ABOUT = """\
# A quiz: what is drawn, what was changed, and words of your own. Make it again with
#   quizgen quiz --from THIS-FILE --to pdf -o again/
"""


def file_name(bank_id: str) -> str:
    """What the file of a quiz is called."""
    return f"{bank_id}.quiz.yaml"


def entry_of(
    papers: Sequence[Paper],
    recipe: Recipe,
    heading: Heading,
    layout: LayoutEntry | None = None,
) -> QuizEntry:
    """The file of a quiz that was drawn, without words of one's own.

    It has the seed as a number, as a code has it: both give the same file.
    """
    cells = {
        axis: [
            cell.value if cell.count is None else f"{cell.value}={cell.count}"
            for cell in recipe.blueprint.on(axis)
        ]
        for axis in AXES
    }
    usual = heading.instructions == INSTRUCTIONS
    return QuizEntry(
        quiz=VERSION,
        bank=papers[0].bank.id,
        title=heading.title,
        instructions=None if usual else heading.instructions,
        layout=layout or LayoutEntry(),
        recipe=RecipeEntry(
            seed=seed_text(recipe), number=recipe.blueprint.number, forms=recipe.forms, **cells
        ),
        edits=[str(edit) for edit in recipe.edits],
        codes={paper.form: paper.code for paper in papers},
    )


def quiz_text(entry: QuizEntry) -> str:
    """The file: the same text for the same quiz, without what is as usual."""
    data = _texts(entry.model_dump(exclude_defaults=True))
    how: dict[str, Any] = {"sort_keys": False, "allow_unicode": True, "default_flow_style": False}
    text: str = yaml.dump(data, Dumper=_Dumper, width=100, **how)
    return _ABOUT + text


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write everything out: the reader refuses aliases."""
        return True


def _texts(value: Any) -> Any:
    """Numbers as plain texts, since a quiz file holds texts only."""
    if isinstance(value, dict):
        return {key: _texts(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_texts(part) for part in value]
    return value
