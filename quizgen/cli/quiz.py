"""quizgen quiz: papers for the classroom, with keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli.options import bank_argument
from quizgen.export import LARGE_POINTS, targets

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.bank.model import Bank
    from quizgen.export import Layout
    from quizgen.paper.blueprint import Axis
    from quizgen.paper.code import Recipe
    from quizgen.paper.entry import LayoutEntry
    from quizgen.paper.paper import Heading, Paper

_AXES = {
    "topic": "Under the topic with this id.",
    "author": "By this author: a source's id or a part of the name.",
    "kind": "About claims of this kind: fact, quote or interpretation.",
    "difficulty": "Of this difficulty: 1, 2 or 3.",
    "skill": "Of this skill: recall, sourcing, evidence, corroboration or reasoning.",
    "weight": "About claims of this weight: central or detail.",
}


def _axis_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for axis, text in reversed(_AXES.items()):
        command = click.option(
            f"--{axis}",
            axis,
            multiple=True,
            metavar=f"{axis.upper()}[=COUNT]",
            help=f"{text} Only these; with =COUNT so many of these. Repeatable.",
        )(command)
    return command


@click.command
@bank_argument
@click.option("-n", "--number", type=int, metavar="N", help="Questions of a form. [default: 20]")
@_axis_options
@click.option("--core", is_flag=True, help="Only central claims, as --weight central.")
@click.option("--seed", metavar="TEXT", help="The same seed gives the same papers.")
@click.option(
    "--forms",
    default=1,
    show_default=True,
    metavar="N",
    type=click.IntRange(1, 26),
    help="Parallel papers A, B, C ... that are alike and share no question.",
)
@click.option("--same", is_flag=True, help="With --forms: the same questions in another order.")
@click.option("--sorted", "in_order", is_flag=True, help="Options in one order, not mixed.")
@click.option(
    "--from",
    "source",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Make the quiz of this file, own words included.",
)
@click.option("--code", metavar="CODE", help="Make the form again on which this code is printed.")
@click.option(
    "--to",
    "formats",
    default="html",
    show_default=True,
    metavar="FORMAT[,FORMAT]",
    help="; ".join(f"{target.name} for {target.good_for}" for target in targets()) + ".",
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder to write to.",
)
@click.option("--title", default="", metavar="TEXT", help="The heading; the bank's title if not.")
@click.option("--instructions", metavar="TEXT", help="The line above the questions.")
@click.option("--page", type=click.Choice(["a4", "letter"]), help="[default: letter]")
@click.option("--large-print", is_flag=True, help=f"In {LARGE_POINTS} points.")
@click.option(
    "--seats",
    metavar="N|LABELS|FILE",
    help="Print answer sheets for so many seats, or for these labels; quizgen scan reads them.",
)
@click.option("--compact", is_flag=True, help="With --seats: four small sheets to a page.")
@click.option("--roomy", is_flag=True, help="Each option on its line, whole citations; more pages.")
@click.option("--sheet", is_flag=True, help="With an answer sheet behind the questions.")
@click.option(
    "--online", default="", metavar="ADDRESS", help="Print where to practise, with a QR code."
)
def command(
    bank: Path,
    number: int | None,
    core: bool,
    seed: str | None,
    forms: int,
    same: bool,
    in_order: bool,
    source: Path | None,
    code: str | None,
    formats: str,
    output: Path,
    title: str,
    instructions: str | None,
    page: Any,
    large_print: bool,
    seats: str | None,
    compact: bool,
    roomy: bool,
    sheet: bool,
    online: str,
    **axes: tuple[str, ...],
) -> None:
    """Write papers for the classroom, each with a separate key.

    The quiz is kept as a file, too, to be changed and made again:
    quizgen quiz --from FILE -o again

    Each form carries a short code, from which that form and its key can be made again:
    quizgen quiz --code CODE -o again

    Example: quizgen quiz -n 20 --topic ukraine=5 --forms 2 --seed 7 --to pdf,docx -o out
    """
    from quizgen.bank.load import load_bank
    from quizgen.cli.progress import progress
    from quizgen.export import Layout, chosen_for_quiz, item_set, losses, render_all
    from quizgen.export.output import write_all
    from quizgen.paper.file_text import file_name
    from quizgen.paper.paper import Heading

    if compact and (seats is None or large_print):
        raise click.UsageError("--compact goes with --seats, and not with --large-print.")
    if core:
        axes["weight"] = (*axes["weight"], "central")
    wanted = chosen_for_quiz(formats)
    loaded = load_bank(bank)
    heading = Heading(title) if instructions is None else Heading(title, instructions)
    given = [number, seed, same or None, in_order or None, *filter(None, axes.values())]
    layout = Layout(page or "letter", large_print, roomy, sheet, online)
    if source is not None:
        _refuse(code, *given, title or None, instructions, with_option="--from")
        papers, layout = _from(loaded, source, layout, page)
    elif code is not None:
        _refuse(*given, with_option="--code")
        papers = _again(loaded, code, heading, layout)
    else:
        edits = ["same"] * (same and forms > 1) + ["sorted"] * in_order
        papers = _new(loaded, number, seed, forms, heading, axes, edits, layout)
    sets = [*map(item_set, papers)]
    with progress("Laying out", sum(format.count(len(sets)) for format in wanted)) as done:
        files = {**render_all(sets, wanted, layout, done)}
    if seats is not None:
        from quizgen.export.print.seats import seat_sheets, seats_of

        name, content = seat_sheets(sets, layout, seats_of(seats), compact=compact)
        files[name] = content
    files[file_name(loaded.id)] = papers[0].file.encode()
    write_all(output, files)
    for name in files:
        click.echo(output / name)
    for loss in losses(sets, wanted):
        click.echo(loss, err=True)
    for paper in papers:
        click.echo(f"form {paper.form}: {len(paper.items)} questions, code {paper.code}", err=True)


def _refuse(*given: object, with_option: str) -> None:
    if any(option is not None for option in given):
        raise click.UsageError(
            f"{with_option} says all about the questions: give no -n, --seed, --topic and the like "
            "with it."
        )


def _again(bank: Bank, code: str, heading: Heading, layout: Layout) -> tuple[Paper, ...]:
    from quizgen.paper.again import paper_again
    from quizgen.paper.code import decode

    paper, recipe = paper_again(bank, code, heading), decode(code, bank)
    text = _file((paper,), recipe, heading, layout)
    return _with_file((paper,), text)


def _from(
    bank: Bank, source: Path, layout: Layout, page: str | None
) -> tuple[tuple[Paper, ...], Layout]:
    """The forms of a quiz file, and how it says that they are printed."""
    from dataclasses import replace

    from quizgen.export import Layout
    from quizgen.paper.file import quiz_of, read_quiz
    from quizgen.paper.file_text import quiz_text

    entry = read_quiz(source)
    said = entry.layout
    layout = Layout(
        layout.page if page else said.page,
        layout.large or said.large == "yes",
        layout.roomy or said.roomy == "yes",
        layout.sheet or said.sheet == "yes",
        layout.online,
    )
    entry = entry.model_copy(update={"layout": _layout_entry(layout)})
    papers = quiz_of(entry, bank).papers
    return tuple(replace(paper, file=quiz_text(entry)) for paper in papers), layout


def _new(
    bank: Bank,
    number: int | None,
    seed: str | None,
    forms: int,
    heading: Heading,
    axes: dict[str, tuple[str, ...]],
    changes: list[str],
    layout: Layout,
) -> tuple[Paper, ...]:
    import secrets

    from quizgen.paper.blueprint import AXES, blueprint
    from quizgen.paper.code import Recipe, seed_number
    from quizgen.paper.edits import parse_edit
    from quizgen.paper.paper import make_quiz

    wanted: dict[Axis, tuple[str, ...]] = {axis: axes[axis] for axis in AXES}
    if seed is None:
        seed = secrets.token_hex(4)
    plan, edits = blueprint(bank, number, wanted), tuple(map(parse_edit, changes))
    quiz = make_quiz(bank, plan, seed, forms, heading, edits)
    if quiz.shared:
        click.echo(
            f"the bank has too few questions for {forms} forms that are alike and share none:"
            f" {quiz.shared} stand in more than one form",
            err=True,
        )
    recipe = Recipe(seed_number(seed), forms, 0, plan, edits=edits)
    return _with_file(quiz.papers, _file(quiz.papers, recipe, heading, layout))


def _with_file(papers: tuple[Paper, ...], text: str) -> tuple[Paper, ...]:
    from dataclasses import replace

    return tuple(replace(paper, file=text) for paper in papers)


def _file(papers: tuple[Paper, ...], recipe: Recipe, heading: Heading, layout: Layout) -> str:
    from quizgen.paper.file_text import entry_of, quiz_text

    return quiz_text(entry_of(papers, recipe, heading, _layout_entry(layout)))


def _layout_entry(layout: Layout) -> LayoutEntry:
    from quizgen.paper.entry import LayoutEntry

    flags = {name: "yes" if getattr(layout, name) else "no" for name in ("large", "roomy", "sheet")}
    return LayoutEntry.model_validate({"page": layout.page, **flags})
