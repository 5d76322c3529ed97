"""The command line: one module a command, imported only when that command runs."""

from __future__ import annotations

from importlib import import_module

import click

from quizgen import __version__

COMMANDS = {
    "check": "Tell every mistake in a bank; with --essays, prove each piece of evidence.",
    "list": "List a bank's questions, as text or as JSON.",
    "stats": "Show a bank's balance: counts by author, topic, kind, difficulty and more.",
    "quiz": "Write papers for the classroom: parallel forms with keys, as PDF, DOCX or HTML.",
    "scan": "Read answer sheets, scanned or photographed, into a table of responses.",
    "anki": "Write a bank as an Anki deck.",
    "release": "Record an edition of the Anki deck, so that students can update theirs.",
    "serve": "Open the quiz site on a bank.",
    "schema": "Print the JSON Schema of a bank's files, for editors.",
    "draft": "Propose claims from an essay, each with its evidence, as a bank in the making.",
    "new": "Write a small commented bank to start from.",
}


class _Group(click.Group):
    """A group that knows its commands by name, so that --help need not import them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"quizgen.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(
                f"{error.message} There are: {', '.join(COMMANDS)}.", ctx
            ) from None

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Exception as error:
            from quizgen.errors import QuizgenError

            if not isinstance(error, QuizgenError):
                raise
            click.echo(str(error), err=True)
            ctx.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Quizzes and flashcards in which no fact travels without its source.

    Each command takes the folder of a bank; without one it uses the bank that comes with
    quizgen, three opinion essays on NATO.

    Example: quizgen serve --open
    """
