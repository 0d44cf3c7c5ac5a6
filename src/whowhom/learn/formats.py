"""Gold of one judgement a row: marked pairs, PLOVER's records and PETRARCH's validation sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree

from whowhom.errors import GoldError
from whowhom.learn.gold import NOTHING, YIELD, Gold, GoldItem, Kind
from whowhom.learn.parties import party_codes
from whowhom.learn.sources import Row, RowFault, read_rows, split_faults
from whowhom.ontology import load_ontology
from whowhom.read.cells import split_cells
from whowhom.records import Skipped

# Type names of older PLOVER drafts, and what the types are called since 2.0.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
# PLOVER drops plain statements (CAMEO 01), and the coder leaves them out unless asked: they are not judged.
STATEMENT = "STATEMENT"
COLUMNS = ("uid", "sentence", "source", "target", "gold_root")

Found = Iterable[GoldItem | Skipped]


def _gather(found: Found, name: str, kind: Kind) -> Gold:
    """The gold that readers found; raises GoldError when nothing is left, with the first row's fault if it has one."""
    items, skipped = split_faults(found)
    if not items:
        raise GoldError(name, None, f"holds no judgement{f' ({skipped[0].reason})' if skipped else ''}")
    return Gold(name, kind, items, skipped=skipped)


# --- marked pairs -----------------------------------------------------------------------------------------


def read_marked(text: str, name: str) -> Gold:
    """The pairs of a tab-separated table whose first line names COLUMNS; raises GoldError when it does not."""
    # Not splitlines: a cell may hold U+2028 and its like.
    lines = [split_cells(line) for line in text.split("\n")]
    header = lines[0]
    if missing := [column for column in COLUMNS if column not in header]:
        raise GoldError(
            name,
            1,
            f"is neither JSON nor XML, and as the first line of a tab-separated table lacks the columns "
            f"{', '.join(missing)}",
        )
    places = [header.index(column) for column in COLUMNS]
    rows = ((number, cells) for number, cells in enumerate(lines[1:], start=2) if any(cells))
    return _gather(read_rows(rows, name, lambda _, cells: _read_pair(cells, places)), name, "pairs")


def _read_pair(cells: Sequence[str], places: Sequence[int]) -> Iterator[GoldItem]:
    if len(cells) <= max(places):
        raise RowFault("has too few columns")
    uid, sentence, source, target, root = (cells[place] for place in places)
    for words in (source, target):
        if not words.strip():
            raise RowFault("marks no source or no target")
    yield GoldItem(uid, sentence, source, target, read_type(root))


def read_type(name: str) -> str:
    """A type by today's name; raises RowFault when there is none such."""
    event = RENAMED.get(name.strip().upper(), name.strip().upper())
    if event != YIELD and event not in load_ontology().types:
        raise RowFault(f"{name!r} is no PLOVER type")
    return event


# --- PLOVER's records -------------------------------------------------------------------------------------


def read_plover(rows: Iterable[tuple[int, Row] | Skipped], name: str) -> Gold:
    """PLOVER's gold standard records, in the drafts' names (``source``, ``target``) or the manual's (``actor`` …)."""
    return _gather(read_rows(rows, name, _read_record), name, "plover")


def _read_record(number: int, row: Row) -> Iterator[GoldItem]:
    text, events = row.get("text"), row.get("event")
    if not isinstance(text, str) or not text.strip():
        raise RowFault('lacks "text"')
    names = [events] if isinstance(events, str) else events
    if row.get("has_event") is False:
        names = []
    elif not isinstance(names, list) or not names or not all(isinstance(event, str) for event in names):
        raise RowFault('lacks "event", a name or a list of names')
    uid = str(row.get("id", number))
    actors = party_codes(_codes(row.get("actor", row.get("source"))))
    recipients = party_codes(_codes(row.get("recipient", row.get("target"))))
    day = _read_day(row.get("date"))
    types = [event for event in map(read_type, names) if event != STATEMENT]
    if not types:
        yield GoldItem(uid, text, None, None, NOTHING, day)
    for event in types:
        yield GoldItem(uid, text, None, None, event, day, actors, recipients)


def _codes(entities: Any) -> list[str]:
    """The codes of a list of entities; drafts put other things in its place, which name nobody."""
    if not isinstance(entities, list):
        return []
    return [str(entity["code"]) for entity in entities if isinstance(entity, dict) and entity.get("code")]


def _read_day(value: Any) -> str | None:
    """YYYY-MM-DD or YYYYMMDD as an ISO date; None where there is none, for a date is not judged."""
    found = re.fullmatch(r"(\d{4})-?(\d\d)-?(\d\d)", str(value or "").strip())
    return "-".join(found.groups()) if found else None


# --- PETRARCH's validation sentences ----------------------------------------------------------------------


def read_petrarch(data: bytes, name: str) -> Gold:
    """The coded sentences of a PETRARCH validation file, its CAMEO codes as PLOVER types.

    Sentences that say ``evaluate="false"`` are left out, as PETRARCH does. Raises GoldError with the line where the
    file is not well-formed.
    """
    # No entity of the file's own is resolved and nothing is fetched: gold may come from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise GoldError(name, error.lineno, f"is not well-formed XML ({error.msg})") from error
    sentences = [element for element in root.iter() if _tag(element) == "sentence"]
    if not sentences:
        raise GoldError(name, 1, "is XML without a Sentence element: PETRARCH's validation form is read")
    rows = ((element.sourceline or 1, element) for element in sentences)
    return _gather(read_rows(rows, name, _read_sentence), name, "petrarch")


def _tag(element: Any) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _attributes(element: Any) -> dict[str, str]:
    return {str(key).lower(): str(value).strip() for key, value in element.attrib.items()}


def _read_sentence(number: int, element: Any) -> Iterator[GoldItem]:
    own = _attributes(element)
    if own.get("evaluate", "").lower() == "false":
        return
    texts = [child for child in element if _tag(child) == "text"]
    sentence = " ".join("".join(texts[0].itertext()).split()) if texts else ""
    if not sentence:
        raise RowFault("Sentence has no Text")
    codings = [_attributes(child) for child in element if _tag(child) == "eventcoding"]
    if not codings:
        raise RowFault('Sentence has no EventCoding (one with noevents="true" says that there is no event)')
    uid, day = own.get("id") or str(number), _read_day(own.get("date"))
    items = [item for coding in _without_mirrors(codings) for item in _read_coding(coding, uid, sentence, day)]
    yield from items or [GoldItem(uid, sentence, None, None, NOTHING, day)]


def _without_mirrors(codings: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The codings without those that repeat one, or tell it from the other side.

    PETRARCH writes a meeting twice, once for each direction; in PLOVER it is one event.
    """
    seen: set[tuple[str, ...]] = set()
    for coding in codings:
        code, source, target = (coding.get(name, "") for name in ("eventcode", "sourcecode", "targetcode"))
        if not code or not {(code, source, target), (code, target, source)} & seen:
            yield coding
        seen.add((code, source, target))


def _read_coding(coding: dict[str, str], uid: str, sentence: str, day: str | None) -> Iterator[GoldItem]:
    """The judgement of an EventCoding, none where it says that there is no event or a plain statement."""
    if "error" in coding:
        raise RowFault("EventCoding expects an error of its coder, which is no event")
    if coding.get("noevents", "false").lower() != "false":
        return
    code = coding.get("eventcode", "")
    try:
        # Only digits make a code: the ontology would read "05x" as its parent 05.
        event = load_ontology().from_cameo(code if code.isascii() and code.isdigit() else "")[0]
    except KeyError as error:
        raise RowFault(f"eventcode {code!r} is no CAMEO code") from error
    if event == STATEMENT:
        return
    actors, recipients = (party_codes([coding.get(side, "")]) for side in ("sourcecode", "targetcode"))
    yield GoldItem(uid, sentence, None, None, event, day, actors, recipients, code[:2])
