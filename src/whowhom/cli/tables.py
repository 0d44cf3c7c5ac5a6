"""Tables a person enjoys reading: rows of records laid out for the width at hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from itertools import groupby, islice
from typing import IO, Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

Row = dict[str, Any]

STATUS_STYLE = {
    "occurred": "green",
    "ongoing": "green",
    "historical": "dim",
    "planned": "cyan",
    "expected": "cyan",
    "proposed": "cyan",
    "conditional": "blue",
    "declined": "red",
    "cancelled": "red",
    "denied": "red",
    "alleged": "yellow",
}
# PLOVER's quad classes: words of cooperation, deeds of cooperation, words of conflict, deeds of conflict.
QUAD_STYLE = {1: "bright_blue", 2: "green", 3: "yellow", 4: "red"}

USUAL_WIDTH = 100
# Long runs are shown in pieces of so many rows; the columns' widths do not depend on the rows.
ROWS_AT_A_TIME = 200
LONGEST_QUOTE = 320


def show_events(rows: Iterable[Row], stream: IO[str]) -> None:
    """Events: day, what, who → whom with the source's words, how it stands and where."""
    _show(rows, stream, (("day", 10), ("event", 12), ("who → whom", None), ("status", 18)), _event_cells)


def show_mentions(rows: Iterable[Row], stream: IO[str]) -> None:
    """Mentions, laid out as events are, under the name of their story."""
    columns = (("when", 10), ("event", 12), ("who → whom", None), ("status", 18))
    _show(rows, stream, columns, _mention_cells, heading=lambda row: row["file"] or row["url"] or row["story_id"])


def show_stories(rows: Iterable[Row], stream: IO[str]) -> None:
    """Stories: day, headline and standfirst, site and authors, how long."""
    _show(rows, stream, (("published", 10), ("story", None), ("source", 28), ("length", 13)), _story_cells)


def show_authors(rows: Iterable[Row], stream: IO[str]) -> None:
    """Authors: name, stories, days, sites."""
    _show(rows, stream, (("author", None), ("stories", 7), ("first", 10), ("last", 10), ("sites", 30)), _author_cells)


def show_named(rows: Iterable[Row], stream: IO[str]) -> None:
    """Names outside the tables: what is known, how often, when, and a sentence."""
    columns = (("name", 26), ("code", 9), ("mentions", 8), ("first", 10), ("last", 10), ("in", None))
    _show(rows, stream, columns, _named_cells)


def show_relations(rows: Iterable[Row], stream: IO[str]) -> None:
    """The coder's answers on marked pairs."""
    columns = (("uid", 16), ("event", 10), ("act", 10), ("mode", None), ("status", 12), ("confidence", 10))
    _show(rows, stream, columns, _relation_cells)


def show_plain(rows: Iterable[Row], stream: IO[str]) -> None:
    """Rows of plain values under their own names, as wide as they need; nothing at all without rows."""
    console, stream_of_rows = make_console(stream), iter(rows)
    while batch := list(islice(stream_of_rows, ROWS_AT_A_TIME)):
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
        for name, value in batch[0].items():
            title = name.replace("_", " ")
            table.add_column(title, justify="right" if isinstance(value, (int, float)) else "left", overflow="fold")
        for row in batch:
            table.add_row(*(_plain_cell(value) for value in row.values()))
        console.print(table)


def _plain_cell(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)


def show_author_page(rows: Iterable[Row], stream: IO[str]) -> None:
    """One author: profile, then the last stories in the store beside the posts that the page listed."""
    console = make_console(stream)
    for row in rows:
        console.print(Text(row["name"], style="bold"))
        console.print(Text(row["bio"] or "no profile on any page kept", style="" if row["bio"] else "dim"), end="\n\n")
        table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1))
        table.add_column("last stories in the store", ratio=1)
        table.add_column("last posts as the page lists them", ratio=1)
        table.add_row(
            _listing([(story["published"], story["headline"] or story["story_id"]) for story in row["stories"]]),
            _listing([(post["published"], post["title"]) for post in row["recent_posts"]]),
        )
        console.print(table)


def make_console(stream: IO[str]) -> Console:
    """A console as wide as the terminal, or of a readable width where there is none."""
    width = None if stream.isatty() else shutil.get_terminal_size((USUAL_WIDTH, 24)).columns
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


def _show(
    rows: Iterable[Row],
    stream: IO[str],
    columns: tuple[tuple[str, int | None], ...],
    cells: Callable[[Row], tuple[RenderableType, ...]],
    heading: Callable[[Row], str] | None = None,
) -> None:
    """Lay rows out under these columns; the one without a width takes what is left."""
    console, first = make_console(stream), True
    for title, group in groupby(rows, heading or (lambda row: "")):
        if not first:
            console.print()
        while batch := list(islice(group, ROWS_AT_A_TIME)):
            table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_header=first, show_edge=False)
            for name, width in columns:
                table.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
            for row in batch:
                table.add_row(*cells(row))
            if title:
                console.print(Text(title, style="cyan"))
                title = ""
            console.print(table)
            first = False


def _event_cells(row: Row) -> tuple[RenderableType, ...]:
    reports = f"{row['stories']} stories, {_counted(row['sites'], 'site')}" if row["stories"] > 1 else ""
    status = [Text(row["status"], style=STATUS_STYLE.get(row["status"], ""))]
    status += [Text("disputed", style="bold red")] if row["disputed"] else []
    status += [place_words(row["where"]), Text(reports, style="dim")]
    return (
        Text(row["day"] or "undated", style="" if row["day"] else "dim"),
        _what(row),
        Group(_who(row), Text(_quote(row["words"], None), style="dim")),
        Group(*(line for line in status if line.plain)),
    )


def _mention_cells(row: Row) -> tuple[RenderableType, ...]:
    when = row["when"] or {}
    status = [Text(row["status"], style=STATUS_STYLE.get(row["status"], "")), place_words(row["where"]), _source(row)]
    return (
        Text((when.get("from") or "")[:10] or when.get("text") or ""),
        _what(row),
        Group(_who(row), _marked_quote(row)),
        Group(*(line for line in status if line.plain)),
    )


def _story_cells(row: Row) -> tuple[RenderableType, ...]:
    title = [Text(row["headline"] or "(no headline)", style="bold" if row["headline"] else "dim")]
    title += [Text(row["dek"])] if row["dek"] else []
    names = ", ".join(author["name"] for author in row["authors"])
    source = [Text(line) for line in (row["site"], names) if line]
    length = [_counted(len(row["body"]), "paragraph"), _counted(len(row["comments"]), "comment")]
    published = (row["published"] or "")[:10]
    return (
        Text(published or "undated", style="" if published else "dim"),
        Group(*title),
        Group(*(source or [Text(row["file"] or "", style="dim")])),
        Group(*(Text(line) for line in length if line)),
    )


def _named_cells(row: Row) -> tuple[RenderableType, ...]:
    name = Text(row["name"], style="bold")
    name.append(f"\n{row['office']}" if row["office"] else "", style="dim")
    code = " ".join(part for part in (row["code"], row["sector"]) if part)
    quote = row["evidence"][:LONGEST_QUOTE]
    return name, code, str(row["mentions"]), row["first"] or "", row["last"] or "", Text(quote, style="dim")


def _author_cells(row: Row) -> tuple[RenderableType, ...]:
    return (
        Text(row["name"], style="bold"),
        str(row["stories"]),
        row["first"] or "",
        row["last"] or "",
        ", ".join(row["sites"]),
    )


def _relation_cells(row: Row) -> tuple[RenderableType, ...]:
    return (
        row["uid"],
        Text(row["event"], style="bold"),
        row["act"],
        ", ".join(row["mode"]),
        Text(row["status"], style=STATUS_STYLE.get(row["status"], "")),
        f"{row['confidence']:.2f}",
    )


def _what(row: Row) -> Text:
    text = Text(row["event"], style=f"bold {QUAD_STYLE.get(row.get('quad') or 0, '')}".strip())
    if row["act"] != row["event"]:
        text.append(f"\nof {row['act']}", style="not bold")
    if row["mode"]:
        text.append("\n" + ", ".join(row["mode"]), style="not bold dim")
    return text


def _who(row: Row) -> Text:
    actors, recipients = ([label(entity) for entity in row[side]] for side in ("actor", "recipient"))
    text = Text(", ".join(actors) or "(nobody named)", style="bold")
    if recipients:
        text.append(" → ").append(", ".join(recipients))
    return text


# Words that say nothing in a list; the entity's name stands in for them.
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "we", "us", "i", "itself", "themselves"})


def label(entity: Row) -> str:
    """An entity in a few words: code and sector, then the person or the text's own words where they say more."""
    code = " ".join(part for part in (entity["code"], entity["sector"]) if part)
    words = entity["person"] or entity["text"]
    if words.casefold() in _PRONOUNS:
        words = entity["name"] or words
    if not code:
        return str(words)
    return code if words.casefold() in (code.casefold(), (entity["code"] or "").casefold()) else f"{code} ({words})"


def place_words(where: Row | None) -> Text:
    if where is None:
        return Text()
    name, country = where["name"] or where["text"], where["country"]
    return Text(name if not country or country == name else f"{name}, {country}")


def _source(row: Row) -> Text:
    """On whose word, where it is not the outlet's own."""
    kind, text = row["attribution"]["kind"], row["attribution"]["text"]
    return Text("" if kind == "outlet" else f"says {text or kind}", style="dim")


def _marked_quote(row: Row) -> Text:
    """The sentence with the word that tells the event underlined."""
    quote = Text(_quote(row["text"], row["trigger"]["text"]), style="dim")
    quote.highlight_words([row["trigger"]["text"]], style="not dim underline")
    return quote


def _quote(sentence: str, around: str | None) -> str:
    """The sentence on one line; of a very long one, the part round the word that counts."""
    sentence = " ".join(sentence.split())
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    middle = max(sentence.find(around), 0) if around else 0
    start = max(0, min(middle - LONGEST_QUOTE // 2, len(sentence) - LONGEST_QUOTE))
    end = start + LONGEST_QUOTE
    return f"{'…' if start else ''}{sentence[start:end].strip()}{'…' if end < len(sentence) else ''}"


def _listing(lines: list[tuple[str | None, str]]) -> Text:
    text = Text()
    for published, title in lines or [(None, "none")]:
        text.append(f"{(published or '')[:10] or '          '}  ", style="dim").append(f"{title}\n")
    return text


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
