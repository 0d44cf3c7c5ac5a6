"""Another coder's answers, from a file: mentions as ``code`` writes them, relations, or events as spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from whowhom.errors import GoldError
from whowhom.learn.formats import read_type
from whowhom.learn.gold import NOTHING, Gold, GoldItem, Offsets
from whowhom.learn.humans import read_root, read_span, read_spans
from whowhom.learn.sources import Row, RowFault, read_bytes, read_json, read_rows, read_text, split_faults
from whowhom.learn.voices import NOWHERE, Asked, Said, is_two_sided, sentences_of
from whowhom.ontology import load_ontology
from whowhom.records import Skipped

Form = Literal["mentions", "relations", "spans"]


@dataclass(frozen=True, slots=True)
class Reply:
    """One row of an answer file: what it says of the gold's row or sentence with this id or these words."""

    uid: str
    text: str | None
    sentence_start: int
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A coder that has answered before; what it does not speak of, it answers with no event.

    ``unjoined`` counts rows that belong to no row or sentence of the gold.
    """

    name: str
    by_uid: Mapping[str, Sequence[Said]]
    unjoined: int = 0
    skipped: tuple[Skipped, ...] = field(default=())

    def say_pairs(self, items: Sequence[GoldItem]) -> list[tuple[str, float | None]]:
        """The event and confidence that the file has for each marked pair."""
        found = (self.by_uid.get(item.uid) for item in items)
        return [(said[0].event, said[0].confidence) if said else (NOTHING, None) for said in found]

    def say_sentences(self, asked: Sequence[Asked]) -> list[list[Said]]:
        """The events that the file has in each sentence."""
        return [list(self.by_uid.get(one.uids[0], ())) for one in asked]


def read_told(path: Path, gold: Gold) -> Told:
    """The answers in a file of JSON lines, joined to gold by id, or by the sentence's words where the id is another.

    Raises GoldError when the file cannot be read, has another form than the gold asks for, or joins nothing.
    """
    name = str(path)
    rows = list(read_json(read_text(read_bytes(path), name), name))
    form = _tell_form(rows, name)
    wanted = {"pairs": ("relations",), "humans": ("mentions", "spans")}.get(gold.kind, ("mentions", "spans"))
    if form not in wanted:
        raise GoldError(name, None, f"holds {form}; this gold is compared on {' or '.join(wanted)}")
    reader = {"mentions": _read_mention, "relations": _read_relation, "spans": _read_spans}[form]
    replies, skipped = split_faults(read_rows(rows, name, reader))
    by_uid, unjoined = _join(replies, gold, form)
    if not by_uid:
        raise GoldError(name, None, "no row joins this gold by id or by sentence")
    return Told(path.name, by_uid, unjoined, skipped)


def _tell_form(rows: Sequence[tuple[int, Row] | Skipped], name: str) -> Form:
    """The form of an answer file, by the first row that is JSON."""
    first = next((row for row in rows if not isinstance(row, Skipped)), None)
    if first is None:
        raise GoldError(name, 1, "holds no JSON object")
    number, row = first
    if "events" in row and "id" in row:
        return "spans"
    if "event" in row and "uid" in row:
        return "relations"
    if "event" in row and ("story_id" in row or "text" in row):
        return "mentions"
    raise GoldError(name, number, "is no mention, no relation and no row of events as spans")


# --- rows -------------------------------------------------------------------------------------------------


def _read_relation(_: int, row: Row) -> Iterator[Reply]:
    """A line of ``whowhom relate``."""
    event = read_type(_string(row, "event"))
    yield Reply(_string(row, "uid"), None, 0, (Said("", event, 0, _confidence(row)),))


def _read_mention(number: int, row: Row) -> Iterator[Reply]:
    """A line of ``whowhom code``; of its fields ``event`` and ``story_id`` or ``text`` are needed."""
    event = read_type(_string(row, "event"))
    actors, recipients = _entities(row, "actor"), _entities(row, "recipient")
    source, target = _entity_spans(actors), _entity_spans(recipients)
    said = Said(
        said_id=str(row.get("mention_id") or number),
        event=event,
        root=read_root(row.get("cameo")) or int(load_ontology().types[event].cameo[0]),
        confidence=_confidence(row),
        action=_trigger(row),
        source=source,
        target=source if is_two_sided(actors, recipients) else target,
        actors=tuple(entity.get("code") for entity in actors),
        recipients=tuple(entity.get("code") for entity in recipients),
    )
    start, text = row.get("sentence_start") or 0, row.get("text")
    if not isinstance(start, int):
        raise RowFault('"sentence_start" is no whole number')
    yield Reply(str(row.get("story_id") or ""), str(text) if text else None, start, (said,))


def _read_spans(_: int, row: Row) -> Iterator[Reply]:
    """A row of a sentence with its events as spans and CAMEO roots: id, events with action, source, target."""
    events = row.get("events")
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise RowFault('lacks "events", a list of objects')
    uid = _string(row, "id")
    said = (_read_span_event(f"{uid}-{i}", event) for i, event in enumerate(events))
    yield Reply(uid, None, 0, tuple(one for one in said if one is not None))


def _read_span_event(said_id: str, event: Row) -> Said | None:
    root = read_root(event.get("cameo_root"))
    if root is None:
        return None
    type_ = load_ontology().from_cameo(f"{root:02d}")[0]
    source, target = read_spans(event.get("source")), read_spans(event.get("target"))
    return Said(said_id, type_, root, _confidence(event), read_span(event.get("action")), source, target)


def _string(row: Row, name: str) -> str:
    value = row.get(name)
    if not isinstance(value, (str, int)) or value == "":
        raise RowFault(f'lacks "{name}"')
    return str(value)


def _confidence(row: Row) -> float | None:
    value = row.get("confidence")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise RowFault(f'"confidence" is {value!r}, not a number from 0 to 1')
    return float(value)


def _trigger(row: Row) -> Offsets:
    trigger = row.get("trigger")
    if trigger is None:
        return NOWHERE
    return _offsets(trigger, "trigger")


def _entities(row: Row, side: str) -> list[Row]:
    found = row.get(side) or []
    if not isinstance(found, list) or not all(isinstance(entity, dict) for entity in found):
        raise RowFault(f'"{side}" is no list of entities')
    return found


def _entity_spans(entities: Sequence[Row]) -> tuple[Offsets, ...]:
    return tuple(_offsets(entity, "entity") for entity in entities if entity.get("start") is not None)


def _offsets(value: Any, name: str) -> Offsets:
    if not isinstance(value, dict):
        raise RowFault(f'"{name}" is no object with "start" and "end"')
    return read_span([value.get("start"), value.get("end")])


# --- joining ----------------------------------------------------------------------------------------------


def _join(replies: Sequence[Reply], gold: Gold, form: Form) -> tuple[dict[str, list[Said]], int]:
    """What was said, under the first id that the gold has for a row or sentence; and how many rows join nothing."""
    rows = [Asked((item.uid,), item.sentence) for item in gold.items]
    asked = rows if form == "relations" else sentences_of(gold)
    by_uid = {uid: one for one in asked for uid in one.uids}
    by_text = {_plain(one.text): one for one in asked}
    found: dict[str, list[Said]] = {}
    speakers: dict[str, str] = {}
    unjoined = 0
    for reply in replies:
        one = by_uid.get(reply.uid)
        said: Sequence[Said] = reply.said
        if reply.text and (one is None or _plain(reply.text) not in _plain(one.text)):
            one = _find_sentence(reply.text, by_text)
            by = reply.sentence_start - (max(one.text.find(reply.text), 0) if one else 0)
            said = [_moved(each, by) for each in reply.said]
        if one is None:
            unjoined += 1
        # Gold with several records of a sentence is coded once for each: one story's answer is enough.
        elif speakers.setdefault(one.uids[0], reply.uid) == reply.uid:
            found.setdefault(one.uids[0], []).extend(said)
    return found, unjoined


def _find_sentence(text: str, by_text: Mapping[str, Asked]) -> Asked | None:
    """The gold's sentence with these words, or the only one that they are a part of: a coder may cut it."""
    plain = _plain(text)
    if plain in by_text:
        return by_text[plain]
    wider = [one for whole, one in by_text.items() if plain in whole]
    return wider[0] if len(wider) == 1 else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _moved(said: Said, by: int) -> Said:
    """Offsets in a paragraph as offsets in its sentence, which begins there."""
    if by == 0:
        return said
    action, source, target = said.action, said.source, said.target
    return Said(
        said.said_id,
        said.event,
        said.root,
        said.confidence,
        action if action == NOWHERE else _back(action, by),
        tuple(_back(span, by) for span in source),
        tuple(_back(span, by) for span in target),
        said.actors,
        said.recipients,
    )


def _back(span: Offsets, by: int) -> Offsets:
    return span[0] - by, span[1] - by
