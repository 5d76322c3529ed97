"""quizgen schema: what editors need to complete and check a bank while it is written."""

from __future__ import annotations

import click


@click.command
def command() -> None:
    """Print the JSON Schema of a bank's files.

    Save it beside the bank and begin each file with the line
    # yaml-language-server: $schema=bank.schema.json

    Example: quizgen schema > mybank/bank.schema.json
    """
    import json

    from quizgen.bank.json_schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))
