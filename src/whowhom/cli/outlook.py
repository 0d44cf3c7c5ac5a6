"""What was expected, and the history of one event, laid out for a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from whowhom.cli.tables import STATUS_STYLE, Row, label, make_console

OUTCOME_STYLE = {"due": "cyan", "came_true": "green", "dropped": "red", "passed": "yellow"}


def show_outlook(rows: Iterable[Row], stream: IO[str]) -> None:
    """Expectations: for when, what, who → whom with the words and who said so, and what became of it."""
    table = _table(("for", 10), ("act", 10), ("who → whom", None), ("outcome", 20))
    for row in rows:
        said = [_voice(voice) for voice in row["said"]]
        outcome = [Text(row["outcome"].replace("_", " "), style=OUTCOME_STYLE[row["outcome"]])]
        outcome += [Text(row["settled"])] if row["settled"] else []
        outcome += [Text("disputed", style="bold red")] if row["disputed"] else []
        outcome += [_voice(row["settled_by"])] if row["settled_by"] else []
        words = Text(" ".join(row["said"][0]["text"].split()), style="dim")
        table.add_row(
            _days(row["due_from"], row["due_to"]),
            Text(row["act"], style="bold") if row["event"] != "THREATEN" else Text(f"{row['act']}\nthreatened"),
            Group(_who(row), words, *said),
            Group(*outcome),
        )
    make_console(stream).print(table)


def show_history(rows: Iterable[Row], stream: IO[str]) -> None:
    """The reports of an event: when, where, how it stood, who said so and in which words."""
    table = _table(("reported", 10), ("by", 24), ("status", 10), ("words", None))
    for row in rows:
        told = row["attribution"]
        by = [Text(row["site"] or row["url"] or row["story_id"])]
        by += [] if told["kind"] == "outlet" else [Text(f"says {told['text'] or told['kind']}", style="dim")]
        by += [Text(f"copy of {row['copy_of']}", style="dim")] if row["copy_of"] else []
        table.add_row(
            Text((row["published"] or "undated")[:10]),
            Group(*by),
            Text(row["status"], style=STATUS_STYLE.get(row["status"], "")),
            Text(" ".join(row["text"].split())),
        )
    make_console(stream).print(table)


def _table(*columns: tuple[str, int | None]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False)
    for name, width in columns:
        table.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
    return table


def _days(first: str | None, last: str | None) -> Text:
    if first is None:
        return Text("no day", style="dim")
    return Text(first if last in (None, first) else f"{first}\n{last}")


def _who(row: Row) -> Text:
    text = Text(", ".join(map(label, row["actor"])) or "(nobody named)", style="bold")
    if row["recipient"]:
        text.append(" → ").append(", ".join(map(label, row["recipient"])))
    return text


def _voice(voice: Row) -> Text:
    """Where, when and on whose word."""
    told = voice["attribution"]
    who = "" if told["kind"] == "outlet" else f", says {told['text'] or told['kind']}"
    return Text(f"{voice['site'] or voice['story_id']}, {(voice['published'] or 'undated')[:10]}{who}", style="dim")
