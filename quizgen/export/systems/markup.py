"""Text -> what a language of marks understands as that text."""

from __future__ import annotations

import re
from html import escape

_BREAKS = re.compile(r"\s*[\n\r\t\v\f\u0085\u2028\u2029]\s*")
_LIST_MARK = re.compile(r"^(?:[-+=:]|(\d+)(?=[.)]))")
_MARKDOWN = {sign: f"\\{sign}" for sign in "\\*_{}[]()#|~^$@!"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "`": "&#96;",
}
_IN_MARKDOWN = re.compile(f"[{re.escape(''.join(_MARKDOWN))}]")


def one_line(text: str) -> str:
    """The text with a space for each break of lines and each tab."""
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def xml(text: str) -> str:
    """The text inside of an XML or HTML element."""
    return escape(text, quote=False)


def attribute(text: str) -> str:
    """The text inside of quotation marks of XML or HTML, with its breaks of lines."""
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def html(text: str) -> str:
    """The text as HTML, which shows a break of lines only where it is marked."""
    found = escape(text, quote=False)
    return found.replace("\n", "<br>") if "\n" in found else found


def xhtml(text: str) -> str:
    """The same where HTML has to be well-formed XML."""
    return html(text).replace("<br>", "<br/>")


def markdown(text: str) -> str:
    """The text in one line of Markdown.

    A backtick becomes an entity: before pandoc, R would run what stands between two of them.
    """
    found = _IN_MARKDOWN.sub(lambda sign: _MARKDOWN[sign[0]], one_line(text).strip())
    return _LIST_MARK.sub(lambda mark: f"{mark[1]}\\" if mark[1] else f"\\{mark[0]}", found)
