"""`briefgen schema`: the JSON Schema of article files."""

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of article files, for editors and other programs."""
    import json

    from briefgen.article.schema import schema

    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
