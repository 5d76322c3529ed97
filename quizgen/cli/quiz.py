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
    from quizgen.paper.blueprint import Axis
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
@click.option("--page", type=click.Choice(["a4", "letter"]), default="letter", show_default=True)
@click.option("--large-print", is_flag=True, help=f"In {LARGE_POINTS} points.")
@click.option(
    "--seats",
    metavar="N|LABELS|FILE",
    help="Print answer sheets for so many seats, or for these labels; quizgen scan reads them.",
)
@click.option("--compact", is_flag=True, help="With --seats: four small sheets to a page.")
def command(
    bank: Path,
    number: int | None,
    core: bool,
    seed: str | None,
    forms: int,
    code: str | None,
    formats: str,
    output: Path,
    title: str,
    instructions: str | None,
    page: Any,
    large_print: bool,
    seats: str | None,
    compact: bool,
    **axes: tuple[str, ...],
) -> None:
    """Write papers for the classroom, each with a separate key.

    Each form carries a short code, from which that form and its key can be made again:
    quizgen quiz --code CODE -o again

    Example: quizgen quiz -n 20 --topic ukraine=5 --forms 2 --seed 7 --to pdf,docx -o out
    """
    from quizgen.bank.load import load_bank
    from quizgen.cli.progress import progress
    from quizgen.export import Layout, chosen_for_quiz, item_set, losses, render_all
    from quizgen.export.output import write_all
    from quizgen.paper.paper import Heading

    if compact and (seats is None or large_print):
        raise click.UsageError("--compact goes with --seats, and not with --large-print.")
    if core:
        axes["weight"] = (*axes["weight"], "central")
    wanted = chosen_for_quiz(formats)
    loaded = load_bank(bank)
    heading = Heading(title) if instructions is None else Heading(title, instructions)
    if code is not None:
        papers = _again(loaded, code, heading, given=[number, seed, *filter(None, axes.values())])
    else:
        papers = _new(loaded, number, seed, forms, heading, axes)
    sets = [*map(item_set, papers)]
    layout = Layout(page, large_print)
    with progress("Laying out", sum(format.count(len(sets)) for format in wanted)) as done:
        files = {**render_all(sets, wanted, layout, done)}
    if seats is not None:
        from quizgen.export.print.seats import seat_sheets, seats_of

        name, content = seat_sheets(sets, layout, seats_of(seats), compact=compact)
        files[name] = content
    write_all(output, files)
    for name in files:
        click.echo(output / name)
    for loss in losses(sets, wanted):
        click.echo(loss, err=True)
    for paper in papers:
        click.echo(f"form {paper.form}: {len(paper.items)} questions, code {paper.code}", err=True)


def _again(bank: Bank, code: str, heading: Heading, given: list[object]) -> tuple[Paper, ...]:
    from quizgen.paper.again import paper_again

    if any(option is not None for option in given):
        raise click.UsageError(
            "--code says all about the questions: give no -n, --seed, --topic and the like with it."
        )
    return (paper_again(bank, code, heading),)


def _new(
    bank: Bank,
    number: int | None,
    seed: str | None,
    forms: int,
    heading: Heading,
    axes: dict[str, tuple[str, ...]],
) -> tuple[Paper, ...]:
    import secrets

    from quizgen.paper.blueprint import AXES, blueprint
    from quizgen.paper.paper import make_quiz

    wanted: dict[Axis, tuple[str, ...]] = {axis: axes[axis] for axis in AXES}
    if seed is None:
        seed = secrets.token_hex(4)
    quiz = make_quiz(bank, blueprint(bank, number, wanted), seed, forms, heading)
    if quiz.shared:
        click.echo(
            f"the bank has too few questions for {forms} forms that are alike and share none:"
            f" {quiz.shared} stand in more than one form",
            err=True,
        )
    return quiz.papers
