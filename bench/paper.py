"""Papers: PDF against typst alone, and drawing from a large bank against ranking its ids."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.banks import write_bank
from bench.measure import Figure, fastest

FORMS = 26
"""As many as one quiz has; four more come from another seed."""
MORE = 4
NUMBER = 30
LARGE = 100_000


def figures() -> list[Figure]:
    """Thirty forms as PDF, and one paper from a hundred thousand questions."""
    return [_pdf(), _drawing()]


def _pdf() -> Figure:
    import typst

    from quizgen.bank.load import default_bank, load_bank
    from quizgen.export import Layout, chosen, item_set, render_all
    from quizgen.export.content import student_page, teacher_page
    from quizgen.export.print.pdf import TEMPLATES, student_words, sys_inputs
    from quizgen.paper.blueprint import Blueprint
    from quizgen.paper.paper import make_quiz

    bank = load_bank(default_bank())
    blueprint = Blueprint(NUMBER)
    papers = [*make_quiz(bank, blueprint, "1", FORMS).papers]
    # A name of its own for each, so that none of thirty files hides another.
    papers += [
        replace(paper, form=paper.form * 2)
        for paper in make_quiz(bank, blueprint, "2", MORE).papers
    ]
    layout, formats = Layout(), chosen("pdf")
    template = b"\n".join(path.read_bytes() for path in TEMPLATES)
    sets = [*map(item_set, papers)]
    papers_words = [student_words(student_page(items), layout) for items in sets]
    keys_words = [asdict(teacher_page(items)) for items in sets]
    prepared = [sys_inputs(words, layout) for words in papers_words + keys_words]

    def alone() -> None:
        compiler = typst.Compiler(ignore_system_fonts=True)
        for one in prepared:
            compiler.compile(template, format="pdf", pdf_standards=["ua-1"], sys_inputs=one)

    ours, reference = fastest(lambda: render_all(sets, formats, layout), alone, 2)
    return Figure("30 forms of 30 as PDF", ours, reference, "s", 1.3)


def _drawing() -> Figure:
    from quizgen.ask.order import rank
    from quizgen.bank.load import load_bank
    from quizgen.paper.blueprint import Blueprint
    from quizgen.paper.paper import make_quiz

    with TemporaryDirectory() as folder:
        write_bank(Path(folder), LARGE)
        bank = load_bank(Path(folder))
    ids = [question.id for question in bank.questions]
    ours, reference = fastest(
        lambda: make_quiz(bank, Blueprint(NUMBER), "1"),
        lambda: sorted(ids, key=lambda id: rank("1", id)),
        5,
    )
    return Figure("a paper from 100,000 questions", ours, reference, "s", 2.0)
