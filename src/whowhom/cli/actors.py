"""The commands of ``whowhom actors``: what is known of actors, and what the user adds to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whowhom.cli import options as opt
from whowhom.cli.guard import guarded

actors = typer.Typer(
    no_args_is_help=True,
    help="Add actors of your own, and list those that a store tells of.\n\nExample: whowhom actors add my.tsv",
)

Own = Annotated[Path | None, typer.Option("--actors", help=opt.explain("actors"), show_default=False)]


@actors.command()
@guarded
def add(
    table: Annotated[Path, typer.Argument(help="A TSV with name, names, kind, code, sector, office, from, to …")],
    own: Own = None,
) -> int:
    """Add a table of your own: each row takes the place of what the package says of that name.

    Example: whowhom actors add my.tsv
    """
    from whowhom.cli import own as run

    return run.add_actors(table, own)


@actors.command("import")
@guarded
def import_(
    files: Annotated[list[Path], typer.Argument(help="Actor and agent dictionaries of PETRARCH or TABARI.")],
    own: Own = None,
) -> int:
    """Import dictionaries of the PETRARCH coders: names that the package does not know, with their dated codes.

    Example: whowhom actors import Phoenix.Countries.actors.txt
    """
    from whowhom.cli import own as run

    return run.import_actors(files, own)


@actors.command()
@guarded
def unknown(
    store: opt.StoreFile = None,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help=opt.explain("limit"))] = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List the names in a store that got no code, the most frequent first: what to add.

    Example: whowhom actors unknown --store news.duckdb
    """
    from whowhom.cli import own as run

    return run.list_actors(store, "unknown", limit, format=format, out=out)


@actors.command()
@guarded
def learned(
    store: opt.StoreFile = None,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help=opt.explain("limit"))] = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List the persons outside the tables whose office or country the text gave away, with the sentence.

    Example: whowhom actors learned --store news.duckdb
    """
    from whowhom.cli import own as run

    return run.list_actors(store, "learned", limit, format=format, out=out)
