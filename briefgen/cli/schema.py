"""`briefgen schema`: the form of article files, for editors and for people."""

import click

from briefgen.cli import manual


@click.command(
    "schema",
    cls=manual.Explained,
    examples={
        "For an editor that completes and checks YAML": "briefgen schema > article.schema.json",
        "To read": "briefgen schema --markdown",
    },
)
@click.option("--markdown", is_flag=True, help="Describe the fields in tables of Markdown instead.")
def command(*, markdown: bool) -> None:
    """Print the JSON Schema of article files, for editors and other programs."""
    if markdown:
        from briefgen.article.reference import reference

        click.echo(reference())
        return
    import json

    from briefgen.article.schema import schema

    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
