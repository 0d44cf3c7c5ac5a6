"""The ledger of talks as a page: each negotiation with a table of its parties, or all of them in a row by date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from whowhom.cli.tables import STATUS_STYLE, Row, make_console, place_words

Words = Callable[[Row], str]
"""The words a piece of evidence points at."""

# Who called talks comes first, who is not there last.
_ORDER = ("organiser", "host", "mediator", "invited", "attending", "observer", "declined", "excluded", "absent")
_CAME = ("attending", "observer")
_STAYED_AWAY = ("declined", "excluded", "absent")
_COLUMNS: tuple[tuple[str, int | None], ...] = (
    ("party", 22), ("role", 10), ("rank", 11), ("person", 14), ("status", 9), ("as of", 10), ("source words", None),
)  # fmt: skip
LONGEST_WORDS = 160


def show_talks(rows: Iterable[Row], stream: IO[str], words: Words | None = None) -> None:
    """Talks one by one: a head line, then who has which part, at what rank, since when and in which words."""
    console = make_console(stream)
    for row in rows:
        console.print(_head(row))
        if row["agenda"]:
            console.print(Text(f"agenda: {', '.join(row['agenda'])}", style="dim"))
        table = _table(_COLUMNS)
        for party in sorted(row["parties"], key=lambda party: (_ORDER.index(party["role"]), party["as_of"] or "")):
            table.add_row(*_party_cells(party, words))
        console.print(table)


def show_timeline(rows: Iterable[Row], stream: IO[str]) -> None:
    """All talks in one table by date: round, name, who called them, who came, who stayed away."""
    console: Console | None = None
    table = _table((("when", 10), ("round", 5), ("talks", 24), ("called by", 16), ("came", None), ("not there", None)))
    for row in rows:
        console = console or make_console(stream)
        place = place_words(row["place"]) if row["place"] else Text("")
        parties = row["parties"]
        table.add_row(
            Text(_when(row) or _told(row), style="" if _when(row) else "dim"),
            str(row["round"] or ""),
            Text.assemble(row["name"], "\n", place),
            _names(parties, _ORDER[:3]),
            _names(parties, _CAME),
            _names(parties, _STAYED_AWAY),
        )
    if console is not None:
        console.print(table)


def _table(columns: Sequence[tuple[str, int | None]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    for title, width in columns:
        table.add_column(title, width=width, ratio=None if width else 1, overflow="fold")
    return table


def _head(row: Row) -> Text:
    """ "Syria peace talks  Astana, KAZ  2017-01-23 – 2017-01-24  round 1  called by Russia, Turkey"."""
    head = Text(row["name"], style="bold")
    if row["place"]:
        head = Text.assemble(head, "  ", place_words(row["place"]))
    head.append(f"  {_when(row) or 'undated'}" + (f"  round {row['round']}" if row["round"] else ""), style="dim")
    for role, title in (("organiser", "called by"), ("host", "host"), ("mediator", "mediator")):
        if names := _names(row["parties"], (role,)):
            head.append(f"  {title} {names}")
    return head


def _when(row: Row) -> str:
    return " – ".join(dict.fromkeys(day for day in (row["from"], row["to"]) if day))


def _told(row: Row) -> str:
    """The day of the first story, where no day of the talks is told."""
    day = min((party["as_of"] for party in row["parties"] if party["as_of"]), default="")
    return f"told {day[:10]}" if day else "undated"


def _names(parties: Iterable[Row], roles: Sequence[str]) -> str:
    """Who has one of these roles, each once."""
    return ", ".join(dict.fromkeys(_short(party["entity"]) for party in parties if party["role"] in roles))


def _short(entity: Row) -> str:
    name = entity["person"] or entity["name"] or entity["text"]
    return str(name) if len(name) <= 40 else f"{name[:39]}…"


def _party_cells(party: Row, words: Words | None) -> tuple[Text, ...]:
    entity = party["entity"]
    code = " ".join(part for part in (entity["code"], entity["sector"]) if part)
    named = entity["name"] or entity["text"]
    source = _quoted(party, words)
    if party["reason"]:
        source = Text.assemble((f"because: {party['reason']}", "italic"), "\n" if source.plain else "", source)
    return (
        Text.assemble(named, (f"  {code}", "dim")),
        Text(party["role"]),
        Text("" if party["level"] == "unknown" else party["level"].replace("_", " ")),
        Text(party["person"] or ""),
        Text(party["status"], style=STATUS_STYLE.get(party["status"], "")),
        Text((party["as_of"] or "")[:10]),
        source,
    )


def _quoted(party: Row, words: Words | None) -> Text:
    """The words of the first story that says so, and how many others do."""
    if words is None or not party["evidence"]:
        return Text("")
    said = words(party["evidence"][0])
    said = said if len(said) <= LONGEST_WORDS else f"{said[: LONGEST_WORDS - 1]}…"
    others = len({item["story_id"] for item in party["evidence"]}) - 1
    more = f"  + {others} more {'story' if others == 1 else 'stories'}" if others else ""
    return Text.assemble((f"“{said}”", "dim"), (more, "dim"))


def words_of(stories: dict[str, Any]) -> Words:
    """A look-up of the words that evidence points at, in these stories."""

    def find(evidence: Row) -> str:
        story = stories.get(evidence["story_id"])
        for section, index, text in story.paragraphs() if story is not None else ():
            if (section, index) == (evidence["section"], evidence["paragraph"]):
                return str(text[evidence["start"] : evidence["end"]])
        return ""

    return find
