"""Paragraphs for a Word document, and the document as the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from quizgen.export.archive import archive
from quizgen.export.print.word_blank import PAGES, SIDE, add, blank, numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.export import Layout

_GREY = "555555"


class WordFile:
    """A document to which paragraphs are added.

    Raises:
        QuizgenError: where python-docx is not installed.
    """

    def __init__(self, title: str, language: str, layout: Layout) -> None:
        self.size = int(layout.points(10 if layout.compact else 11))
        self.small = layout.points(8 if layout.compact else 9)
        self.width = PAGES[layout.page][0] - 2 * SIDE
        self.docx = blank(title, language, layout, self.size)
        self.numbering = numbering(self.docx, self.size)

    def paragraph(
        self, *runs: str, level: int | None = None, keep: bool = False, **how: Any
    ) -> Any:
        """Add a paragraph.

        Args:
            runs: the texts.
            level: 0 for a numbered question, 1 for a lettered option.
            keep: keep it on a page with the next one.
            how: ``small`` in grey, ``style`` by name, ``before`` in points, and
                ``indent`` in points where letters have 11.
        """
        from docx.shared import Pt

        paragraph = self.docx.add_paragraph(style=how.get("style"))
        for text in runs:
            run = paragraph.add_run(text)
            if how.get("small"):
                self._make_small(run)
        form = paragraph.paragraph_format
        if keep or "style" not in how:  # what is not set is the style's: headings keep
            form.keep_with_next = keep
        form.keep_together = True
        if "indent" in how:
            self.indented(paragraph, how["indent"])
        if "before" in how:
            form.space_before = Pt(how["before"])
        if level is not None:
            self._number(paragraph, level)
        return paragraph

    def _number(self, paragraph: Any, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = self.numbering

    def indented(self, paragraph: Any, points: int) -> Any:
        """Indent a paragraph by points where letters have 11."""
        from docx.shared import Pt

        paragraph.paragraph_format.left_indent = Pt(points * self.size // 11)
        return paragraph

    def link(self, paragraph: Any, text: str, url: str, small: bool = False) -> Any:
        """Add a run that leads to an address, or a plain one where there is none."""
        run = paragraph.add_run(text)
        if small:
            self._make_small(run)
        if url:
            from docx.opc.constants import RELATIONSHIP_TYPE
            from docx.oxml import OxmlElement
            from docx.oxml.ns import qn

            run.font.underline = True
            around = OxmlElement("w:hyperlink")
            around.set(
                qn("r:id"),
                paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
            )
            run._r.addprevious(around)
            around.append(run._r)
        return run

    def _make_small(self, run: Any) -> None:
        from docx.shared import Pt, RGBColor

        run.font.size = Pt(self.small)
        run.font.color.rgb = RGBColor.from_string(_GREY)

    def bold(self, label: str, text: str, **how: Any) -> None:
        """Add a paragraph that begins with a label in bold."""
        paragraph = self.paragraph(label, f" {text}" if text else "", **how)
        paragraph.runs[0].bold = True

    def table(self, rows: int, columns: int) -> Any:
        """Add a table whose rows are not split and stay on a page with what follows."""
        table = self.docx.add_table(rows, columns)
        for row in table.rows:
            add(row._tr.get_or_add_trPr(), "cantSplit")
        for row in table.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        return table

    def side_by_side(self, options: Sequence[str], across: int) -> Any:
        """Add lettered options in columns, row by row.

        Returns:
            a paragraph under them for what belongs to them, since LibreOffice keeps the rows of a
            table together, but no table with a paragraph behind it.
        """
        table = self.table(-(-len(options) // across) + 1, across)
        rows = [*table.rows]
        under = rows[-1].cells[0].merge(rows[-1].cells[-1]).paragraphs[0]
        cells = [cell for row in rows[:-1] for cell in row.cells]
        for cell, text in zip(cells, options, strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.add_run(text)
            paragraph.paragraph_format.space_after = 0
            self._number(paragraph, 1)
        return under

    def lines(self, fields: Sequence[tuple[str, float]], after: str, *, keep: bool = False) -> None:
        """Add lines to write on, each after a word, drawn by tabs so that they never wrap.

        Args:
            fields: the words, and how far across the page the line after each goes.
            after: what stands behind the last one.
            keep: keep it on a page with the next paragraph.
        """
        from docx.enum.text import WD_TAB_LEADER
        from docx.shared import Mm

        paragraph = self.paragraph(
            "  ".join(f"{word} \t" for word, _ in fields) + after, before=10, keep=keep
        )
        for _, end in fields:
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(round(self.width * end)), leader=WD_TAB_LEADER.LINES)

    def circles(self, paragraph: Any, letters: str) -> None:
        """Add what is to be filled in with a pencil, so larger than the text."""
        from docx.shared import Pt

        paragraph.add_run("\t")
        paragraph.add_run(letters).font.size = Pt(round(self.size * 1.5))

    def footer(self, *lines: str) -> None:
        """Write the foot of every page, and its number."""
        from docx.shared import Pt

        foot = self.docx.sections[0].footer.paragraphs[0]
        for text in lines:
            foot.add_run(text + " · ").font.size = Pt(self.small)
        number = foot.add_run()
        number.font.size = Pt(self.small)
        for kind in ("begin", None, "end"):
            if kind:
                add(number._r, "fldChar", fldCharType=kind)
            else:
                add(number._r, "instrText").text = "PAGE"

    def content(self) -> bytes:
        """The file: entries in the order of their names, but for the one that must be first."""
        raw = io.BytesIO()
        self.docx.save(raw)
        with zipfile.ZipFile(raw) as read:
            names = sorted(read.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
            return archive({name: read.read(name) for name in names})


def circled(letters: Iterator[str] | str) -> str:
    """Letters in circles, to be filled in."""
    return "  ".join(chr(0x24B6 + ord(letter) - ord("A")) for letter in letters)
