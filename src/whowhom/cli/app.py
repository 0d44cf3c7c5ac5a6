"""The commands of ``whowhom``: each one thin; what they call is imported when they run, so that help is instant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whowhom.cli import options as opt
from whowhom.cli.actors import actors
from whowhom.cli.guard import guarded

app = typer.Typer(
    name="whowhom",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(value: bool) -> None:
    if value:
        from whowhom import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def whowhom(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read the news and keep the record: who did what to whom, when, where, on whose word, and whether it happened.

    Start with: [bold]whowhom code PAGES --store news.duckdb[/], then [bold]whowhom events --store news.duckdb[/].
    """


@app.command()
@guarded
def read(paths: opt.Paths, columns: opt.Map = None, format: opt.Format = None, out: opt.Out = None) -> int:
    """Read pages to stories: article, author box and readers' thread apart.

    Example: whowhom read page.html --format jsonl
    """
    from whowhom.cli import run

    return run.read_pages(paths, columns=opt.parse_map(columns), format=format, out=out)


@app.command()
@guarded
def code(
    paths: opt.Paths,
    store: opt.StoreFile = None,
    comments: opt.Comments = None,
    statements: opt.Statements = None,
    columns: opt.Map = None,
    min_confidence: opt.MinConfidence = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """Code pages to event mentions; with a store, keep them (doing it twice changes nothing).

    Example: whowhom code pages/ --store news.duckdb
    """
    from whowhom.cli import run

    asked = {"store": store, "comments": comments, "statements": statements, "min_confidence": min_confidence}
    return run.code_pages(paths, asked, columns=opt.parse_map(columns), format=format, out=out)


@app.command()
@guarded
def watch(
    feeds: Annotated[str, typer.Argument(help="An OPML file, a list of feeds (one a line), or one feed.")],
    store: opt.StoreFile = None,
    every: Annotated[float, typer.Option("--every", min=1.0, help="Minutes between two polls of a feed.")] = 30.0,
    once: Annotated[bool, typer.Option("--once", help="Poll each feed once and stop.")] = False,
    comments: opt.Comments = None,
    statements: opt.Statements = None,
    min_confidence: opt.MinConfidence = None,
) -> int:
    """Watch RSS and Atom feeds: code what is new into a store, until Ctrl-C; stopped and started again, it goes on.

    Example: whowhom watch feeds.opml --store news.duckdb
    """
    from whowhom.cli import run

    asked = {"store": store, "comments": comments, "statements": statements, "min_confidence": min_confidence}
    return run.watch_feeds(feeds, asked, every=every, once=once)


@app.command()
@guarded
def relate(
    file: Annotated[str, typer.Argument(help="A .tsv with uid, sentence, source, target; - for standard input.")],
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """Say what the source does to the target in each sentence of a table: always an answer, the most likely.

    Example: whowhom relate pairs.tsv --format csv --out answers.csv
    """
    from whowhom.cli import run

    return run.relate_pairs(file, format=format, out=out)


@app.command()
@guarded
@opt.filtered
def events(
    filters: opt.Filters,
    store: opt.StoreFile = None,
    history: Annotated[
        str | None,
        typer.Option("--history", help="Instead, all reports of the event with this id.", show_default=False),
    ] = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List what happened: one line a happening, whatever the number of reports.

    Example: whowhom events --store news.duckdb --country SYR --status declined
    """
    from whowhom.cli import run

    if history is not None:
        return run.query_history(store, history, format=format, out=out)
    return run.query_events(store, filters, format=format, out=out)


@app.command()
@guarded
@opt.filtered
def outlook(
    filters: opt.Filters,
    store: opt.StoreFile = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="As things stood on this day (default: that of the newest story).")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", help="Only what is due, came_true, dropped or passed.")
    ] = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List what was announced, promised or threatened: what is due, what came true, what did not, and who said so.

    Example: whowhom outlook --store news.duckdb --actor Lavrov --outcome passed
    """
    from whowhom.cli import run

    return run.query_outlook(store, filters, as_of=as_of, outcome=outcome, format=format, out=out)


@app.command()
@guarded
@opt.filtered
def mentions(
    filters: opt.Filters,
    store: opt.StoreFile = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List what sentences say: one line a mention, with its words.

    Example: whowhom mentions --store news.duckdb --actor Lavrov --from 2017-01-01
    """
    from whowhom.cli import run

    return run.query_mentions(store, filters, format=format, out=out)


@app.command()
@guarded
@opt.filtered
def stories(
    filters: opt.Filters,
    store: opt.StoreFile = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List the stories kept; filters on events find the stories that tell of them.

    Example: whowhom stories --store news.duckdb --text "Astana talks"
    """
    from whowhom.cli import run

    return run.query_stories(store, filters, format=format, out=out)


@app.command()
@guarded
@opt.filtered
def authors(
    filters: opt.Filters,
    name: Annotated[str | None, typer.Argument(help="One author, or a part of the name.", show_default=False)] = None,
    store: opt.StoreFile = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List the authors, or print one author's profile and last five stories beside those the page listed.

    Example: whowhom authors "Jane Writer" --store news.duckdb
    """
    from whowhom.cli import run

    return run.query_authors(store, name, filters, format=format, out=out)


@app.command()
@guarded
def talks(
    name: Annotated[
        str | None, typer.Argument(help="Words of the talks' name, subject or place.", show_default=False)
    ] = None,
    store: opt.StoreFile = None,
    timeline: Annotated[bool, typer.Option("--timeline", help="One table of all rounds by date.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the ledger in the store, for its views talks and parties.")
    ] = False,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """List negotiations: who called them, who was asked, who comes at what rank, who stays away and why.

    Example: whowhom talks "Astana" --store news.duckdb
    """
    from whowhom.cli import run

    return run.query_talks(store, name, timeline=timeline, keep=keep, format=format, out=out)


@app.command()
@guarded
@opt.filtered
def count(
    question: Annotated[str, typer.Argument(help="daily, series, meetings, pairs or coverage.", show_default=False)],
    filters: opt.Filters,
    store: opt.StoreFile = None,
    by: Annotated[str, typer.Option("--by", help="The period of a series: day, week, month or year.")] = "month",
    sectors: Annotated[
        bool, typer.Option("--sectors", help='Tell sectors apart: "SYR REB" and "SYR GOV", not SYR.')
    ] = False,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """Count over a store: events a day and dyad, scores over time, who met whom, the most active pairs, sites.

    Example: whowhom count series --store news.duckdb --country SYR --by year
    """
    from whowhom.cli import run

    return run.count_events(store, question, filters, by=by, sectors=sectors, format=format, out=out)


@app.command()
@guarded
def serve(
    store: opt.StoreFile = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 8000,
) -> int:
    """Show a store as web pages, each coded word marked in its text (read-only).

    Example: whowhom serve --store news.duckdb
    """
    from whowhom.cli import run

    return run.serve_pages(store, host=host, port=port)


@app.command()
@guarded
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            help="Marked pairs (tab-separated), PLOVER records (JSON, JSONL), sentences that several people coded "
            "(JSONL) or PETRARCH validation XML; told by content.",
            show_default=False,
        ),
    ],
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            help="Compare with another coder: what whowhom code or relate wrote of this gold, or its events as spans.",
        ),
    ] = None,
    only: Annotated[
        str | None, typer.Option("--set", help="Of sentences that several people coded, those of this set.")
    ] = None,
    format: opt.Format = None,
    out: opt.Out = None,
) -> int:
    """Score the coder on gold: precision, recall and F1 with 95 % intervals, and what is taken for what.

    Example: whowhom evaluate gold.jsonl --against other.jsonl
    """
    from whowhom.cli import run

    return run.evaluate_gold(gold, against, only=only, format=format, out=out)


@app.command()
@guarded
@opt.filtered
def export(
    filters: opt.Filters,
    store: opt.StoreFile = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            help="plover, gdelt2, icews, polecat or phoenix, as those projects publish them; csv or parquet: one flat "
            "table. An --out that ends in .parquet gets any of the tables as Parquet.",
        ),
    ] = "plover",
    out: opt.Out = None,
) -> int:
    """Write the events in another project's format; what that cannot say is counted on standard error.

    Example: whowhom export --store news.duckdb --format gdelt2 --out events.export.CSV
    """
    from whowhom.cli import run

    return run.export_events(store, filters, format=format, out=out)


app.add_typer(actors, name="actors")


@app.command()
@guarded
def version() -> int:
    """Print the versions of the package, the coder, its models and its knowledge.

    Example: whowhom version
    """
    from whowhom.cli import run

    return run.print_versions()


def main() -> None:
    """The entry point of the command line."""
    app()
