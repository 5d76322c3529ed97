"""The place of the teacher's page: its blueprint, its papers, the addresses of a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flask import Blueprint, request, url_for

from quizgen.paper.practice import practice_word
from quizgen_web.shell.site import per_site
from quizgen_web.teacher.papers import Papers

if TYPE_CHECKING:
    from quizgen.paper.paper import Paper
    from quizgen_web.teacher.draft import Draft
blueprint = Blueprint("teacher", __name__, url_prefix="/paper")

Answer = str | tuple[str, int]
"""A page, with its status where that is not 200."""


papers = per_site(lambda site: Papers(site.bank))
"""The papers of the bank that the current request is for."""


def practise_at(paper: Paper) -> str:
    """The whole address at which a class can practise the questions of a form."""
    word = practice_word(item.question for item in paper.items)
    root = request.host_url.rstrip("/") + request.root_path.rstrip("/")
    return f"{root}/quiz?{urlencode({'ask': word})}" if word else ""


def address(endpoint: str, draft: Draft, part: str = "", path: Any = None, **other: Any) -> str:
    """The address of a page or file of a draft.

    Args:
        endpoint: which page.
        draft: what it is about.
        part: ``key`` for the pages of the key.
        path: what the address itself needs.
        other: what is otherwise than in the draft.
    """
    pairs = replace(draft, **other).fields() + ([("part", part)] if part else [])
    return url_for(f".{endpoint}", **path or {}) + (f"?{urlencode(pairs)}" if pairs else "")
