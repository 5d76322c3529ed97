"""HTML -> the lines of its body: no scripts, no menus, no forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quizgen.errors import QuizgenError
from quizgen.intake.essays.page import Line, Page, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

_DROPPED = (
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math"),
    *("canvas", "form", "button", "select", "textarea", "nav", "footer", "dialog", "head"),
)
_ASIDES = {
    "figcaption": "a caption",
    "caption": "a caption",
    "aside": "beside the text",
    "time": "a date line",
    "address": "about the author",
    "pre": "no prose",
    "th": "a table",
    "td": "a table",
    "dt": "a list of terms",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {
    *_HEADINGS,
    *_ASIDES,
    *("p", "li", "dd", "blockquote", "div", "section", "article", "main", "header", "figure"),
    *("ul", "ol", "dl", "table", "tr", "body"),
}
_META = {
    "og:title": "title",
    "author": "author",
    "article:author": "author",
    "og:site_name": "publisher",
    "article:published_time": "published",
    "date": "published",
    "og:url": "url",
}
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")


def read_html(name: str, text: str, notes: tuple[str, ...] = ()) -> Page:
    """Read a page that was saved from the web, or made from Markdown.

    Raises:
        QuizgenError: where it holds no text.
    """
    import lxml.html
    from lxml import etree

    try:
        # Bytes, since a text with an encoding declaration of its own is refused.
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
        tree = lxml.html.document_fromstring(text.encode() or b" ", parser=parser)
    except (etree.LxmlError, ValueError) as error:
        message, advice = "there is no page in it", "choose the file that holds the essay"
        raise QuizgenError.of(name, "empty", message, advice) from error
    facts = _facts(tree)
    etree.strip_elements(tree, *_DROPPED, with_tail=False)
    lines = [line for line in _lines(_body(tree)) if line.text]
    return Page(bounded(name, lines), facts, notes)


def _facts(tree: Any) -> dict[str, str]:
    facts: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = _META.get((meta.get("property") or meta.get("name") or "").lower())
        content = " ".join((meta.get("content") or "").split())
        if key and content and not (key == "author" and content.startswith("http")):
            facts.setdefault(key, content[:500])
    if "title" not in facts and (title := tree.find(".//title")) is not None and title.text:
        facts["title"] = " ".join(title.text.split())[:500]
    if "published" in facts:
        facts["published"] = facts["published"].partition("T")[0]
    if not _ADDRESS.fullmatch(facts.get("url", "")):
        facts.pop("url", None)
    return facts


def _body(tree: Any) -> Any:
    """The part with the essay: the article with the most text in paragraphs, or all."""

    def prose(element: Any) -> int:
        return sum(len(p.text_content()) for p in element.iter("p"))

    whole = prose(tree)
    best = max(tree.iter("article", "main"), key=prose, default=tree)
    return best if prose(best) * 2 > whole else tree


def _lines(body: Any) -> Iterator[Line]:
    """The blocks of a page in order, each with its text in one line."""
    first = True
    for element, text in _blocks(body):
        plain = " ".join(text.split())
        tags = [element.tag, *(above.tag for above in element.iterancestors())]
        aside = next((_ASIDES[tag] for tag in tags if tag in _ASIDES), "")
        if aside:
            yield Line(plain, "aside", aside)
        elif element.tag in _HEADINGS:
            yield Line(plain, "title" if first and element.tag == "h1" else "heading")
            first = first and not plain
        else:
            yield Line(plain)


def _blocks(body: Any) -> Iterator[tuple[Any, str]]:
    """Each stretch of text between the beginnings and ends of blocks, with its block."""
    from lxml import etree

    within = [body]
    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        block = element.tag in _BLOCKS
        if event == "start":
            if block or element.tag == "br":
                yield within[-1], "".join(parts)
                parts = []
            if block:
                within.append(element)
            parts.append(element.text or "")
        else:
            if block:
                yield within.pop(), "".join(parts)
                parts = []
            parts.append((element.tail or "") if element is not body else "")
    yield body, "".join(parts)
