"""Finding the way in a sitting: whose it is, what is open in it, where to go next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from flask import abort, current_app, redirect, url_for

from quizgen.ask.order import rank
from quizgen.modes import Asked, ask
from quizgen_web.shell.learner import make_learner, required_learner
from quizgen_web.shell.site import site, store
from quizgen_web.store import SittingKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.wrappers import Response

    from quizgen.bank.model import Bank, Question
    from quizgen_web.store import Item, Sitting


def begin(
    sitting_id: str,
    mode: str,
    questions: Sequence[Question],
    seed: str = "",
    modes: Sequence[str] = (),
    wished: str = "",
) -> Response:
    """Keep a new sitting and go to its first question."""
    ids = [question.id for question in questions]
    key = SittingKey(make_learner(), site().bank.id, sitting_id)
    store().sittings.begin(key, mode, ids, seed, modes, wished)
    return redirect(url_for("practice.show", sitting_id=sitting_id, position=1), 303)


def find(sitting_id: str) -> Sitting:
    """The current learner's sitting; ends with 404 for anybody else's."""
    if "\0" in sitting_id:  # PostgreSQL would not even look for it
        abort(404)
    bank = site().bank
    key = SittingKey(required_learner(), bank.id, sitting_id)
    return store().sittings.find(key) or abort(404)


def find_item(sitting: Sitting, position: int) -> Item:
    """A sitting's item; ends with 404 where there is none."""
    at = {item.position: item for item in sitting.items}
    return at.get(position) or abort(404)


def asked(sitting: Sitting, item: Item) -> Asked | None:
    """The item's question as the sitting asks it; None once the bank can no longer ask it so.

    What comes round again has its options in another order: it is the answer that should be
    learnt, not its place.
    """
    question, mode = site().bank.by_id.get(item.question_id), item.mode or sitting.mode
    if question is None or mode not in question.modes:
        return None
    if not item.is_retry:
        return ask(site().bank, question, mode, sitting.seed)
    seed = f"{sitting.seed}/{item.position}"
    put = ask(site().bank, question, mode, seed)
    if put.mode.own_answer:  # its options have an order of their own
        return replace(put, options=sorted(put.options, key=partial(rank, seed)))
    return put


def open_items(sitting: Sitting, bank: Bank) -> list[Item]:
    """The items that can still be answered."""
    by_id = bank.by_id
    return [
        item
        for item in sitting.items
        if item.answer is None
        and item.question_id in by_id
        and (item.mode or sitting.mode) in by_id[item.question_id].modes
    ]


def next_place(sitting: Sitting, **arguments: str) -> str:
    """The address of the first open item, or of the end."""
    for item in open_items(sitting, site().bank)[:1]:
        place = {"sitting_id": sitting.id, "position": item.position}
        return url_for("practice.show", **place, **arguments)  # type: ignore[arg-type]
    return url_for("practice.end", sitting_id=sitting.id)


def submission(sitting: Sitting, item: Item, what: str = "") -> str:
    """The id of a form: the same each time the page is shown, and nobody else's."""
    words = f"{required_learner()} {sitting.id} {item.position} {item.tries} {what}"
    key = current_app.config["SECRET_KEY"].encode()[:64]  # as many as blake2b takes
    return blake2b(words.encode(), key=key, digest_size=16).hexdigest()
