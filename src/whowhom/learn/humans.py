"""Several people's codings of the same sentences: read, and matched with each other's and a coder's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from whowhom.errors import GoldError
from whowhom.learn.gold import Gold, HumanSentence, Offsets, SpanEvent
from whowhom.learn.sources import Row, RowFault, read_rows, split_faults
from whowhom.records import Skipped

# From the loosest to the strictest: a sentence has an event; the acts' words overlap; they are also of one penta class;
# of one CAMEO root; of one root, and the parties' words overlap where the reference marks them.
LEVELS = ("relevance", "action", "penta", "root", "dyad")
# CAMEO roots by penta class, as the field counts them: 16 is verbal conflict here. 01 is never judged.
PENTA = {
    root: penta
    for penta, roots in enumerate(
        ((2,), (3, 4, 5), (6, 7, 8), (9, 10, 11, 12, 13, 16), (14, 15, 17, 18, 19, 20))
    )
    for root in roots
}  # fmt: skip
STATEMENT_ROOT = 1

Events = Sequence[SpanEvent]


# --- reading ----------------------------------------------------------------------------------------------


def read_humans(rows: Iterable[tuple[int, Row] | Skipped], name: str, only: str | None = None) -> Gold:
    """The sentences that people coded; ``only`` takes those of one ``set``. Raises GoldError when none is left.

    The people are those who coded every sentence taken.
    """
    rows = [row for row in rows if isinstance(row, Skipped) or only is None or row[1].get("set") == only]
    found, skipped = split_faults(read_rows(rows, name, _read_row))
    if not found:
        raise GoldError(name, None, f"holds no coded sentence{f' of set {only!r}' if only else ''}{_why(skipped)}")
    everywhere = set.intersection(*(set(sentence.sheets) for sentence in found))
    if not everywhere:
        raise GoldError(name, None, "nobody coded all sentences: take one set of them (--set)")
    names = sorted(everywhere)
    kept = (HumanSentence(s.uid, s.sentence, {name: s.sheets[name] for name in names}) for s in found)
    return Gold(name, "humans", (), humans=tuple(kept), skipped=skipped)


def _why(skipped: Sequence[Skipped]) -> str:
    return f" ({skipped[0].reason})" if skipped else ""


def _read_row(_: int, row: Row) -> Iterator[HumanSentence]:
    uid, sentence, coders = row.get("id"), row.get("sentence"), row.get("coders")
    if not isinstance(uid, (str, int)) or not isinstance(sentence, str) or not isinstance(coders, dict) or not coders:
        raise RowFault('lacks "id", "sentence" or "coders"')
    yield HumanSentence(str(uid), sentence, {name: tuple(_read_sheet(sheet)) for name, sheet in coders.items()})


def _read_sheet(sheet: Any) -> Iterator[SpanEvent]:
    """The events of one person; those without code or without words for the act say too little to be judged."""
    events = sheet.get("events") if isinstance(sheet, dict) else None
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise RowFault('a coder lacks "events", a list of objects')
    for event in events:
        root, action = read_root(event.get("cameo")), event.get("action")
        if root in (None, STATEMENT_ROOT) or _is_nowhere(action):
            continue
        yield SpanEvent(read_span(action), root or 0, read_spans(event.get("source")), read_spans(event.get("target")))


def _is_nowhere(action: Any) -> bool:
    """Whether a span is left open, which the annotation tool writes as nothing or as -1."""
    return not action or (isinstance(action, list) and isinstance(action[0], int) and action[0] < 0)


def read_root(value: Any) -> int | None:
    """The CAMEO root of "1-3 Express Intent" (penta class, root, label), of "036" or of 3; None for nothing."""
    if value is None or value == "":
        return None
    found = re.match(r"\d-(\d{1,2})\b|(\d\d?)(?=\d{0,2}$)", str(value).strip())
    root = int(found[1] or found[2]) if found else 0
    if root not in PENTA and root != STATEMENT_ROOT:
        raise RowFault(f"{value!r} is no CAMEO code")
    return root


def read_spans(value: Any) -> tuple[Offsets, ...]:
    """A list of spans; nothing stands for none."""
    if value is not None and not isinstance(value, list):
        raise RowFault(f"{value!r} is no list of spans")
    return tuple(read_span(span) for span in value or ())


def read_span(value: Any) -> Offsets:
    """Start and end of [start, end] or [start, end, words]; raises RowFault for anything else."""
    if isinstance(value, list) and len(value) >= 2:
        start, end = value[:2]
        if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
            return start, end
    raise RowFault(f"{value!r} is no span [start, end]")


# --- matching ---------------------------------------------------------------------------------------------


def match(reference: Events, answer: Events, level: str) -> list[tuple[int, int]]:
    """Pairs of places of events that agree at a level; each event of the reference takes the first one left."""
    taken: set[int] = set()
    pairs = []
    for i, wanted in enumerate(reference):
        for j, told in enumerate(answer):
            if j not in taken and agrees(wanted, told, level):
                taken.add(j)
                pairs.append((i, j))
                break
    return pairs


def agrees(wanted: SpanEvent, told: SpanEvent, level: str) -> bool:
    """Whether an event agrees with the reference's at a level other than relevance."""
    if not overlap(wanted.action, told.action):
        return False
    if level == "penta":
        return PENTA[wanted.root] == PENTA[told.root]
    if level in ("root", "dyad") and wanted.root != told.root:
        return False
    return level != "dyad" or (_shares(wanted.source, told.source) and _shares(wanted.target, told.target))


def overlap(a: Offsets, b: Offsets) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def _shares(wanted: Sequence[Offsets], told: Sequence[Offsets]) -> bool:
    return not wanted or any(overlap(a, b) for a in wanted for b in told)


def count(reference: Events, answer: Events, level: str) -> tuple[int, int, int]:
    """Hits, answers and wanted of one sentence at a level; at "relevance" the sentence itself is what is wanted."""
    if level == "relevance":
        return int(bool(reference) and bool(answer)), int(bool(answer)), int(bool(reference))
    return len(match(reference, answer, level)), len(answer), len(reference)


def take_for(reference: Events, answer: Events) -> Mapping[int, int | None]:
    """For each place of the reference the place of the answer about the same words: of the same root first."""
    same = dict(match(reference, answer, "root"))
    open_ = [i for i in range(len(reference)) if i not in same]
    left = [j for j in range(len(answer)) if j not in same.values()]
    near = match([reference[i] for i in open_], [answer[j] for j in left], "action")
    return {**dict.fromkeys(open_), **same, **{open_[i]: left[j] for i, j in near}}
