"""Filters as SQL: every value is a parameter, never part of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, get_args

from whowhom.actors import load_knowledge
from whowhom.errors import SettingsError
from whowhom.ontology import load_ontology
from whowhom.records import Event, EventMention, Status, Story
from whowhom.store.rows import record_fields

STATUSES: tuple[str, ...] = get_args(Status)

# A code as a whole ("USA", "USA GOV"), or words of the entity's names from where a word begins ("lavrov"; "US" is not
# in "Russia").
_NAMED = (
    "(upper(e.code) = upper($actor) OR upper(concat_ws(' ', e.code, e.sector)) = upper($actor)"
    " OR regexp_matches(concat_ws(' ', e.text, e.name, e.person, e.office), $actor_words, 'i'))"
)
_COUNTRY = (
    "(list_contains([e.code FOR e IN actor], $country) OR list_contains([e.code FOR e IN recipient], $country)"
    ' OR coalesce("where".country = $country, false))'
)
ABOUT_MENTIONS = {
    "country": _COUNTRY,
    "actor": f"len([1 FOR e IN actor IF {_NAMED}]) > 0",
    "event": "event = $event",
    "status": "status = $status",
}
# What a citation needs of a story; its text and thread would be most of what is read.
CITED_STORY = ("story_id", "url", "site", "language", "headline", "published", "modified")
DATES = {"from_": '"day" >= CAST($from_ AS DATE)', "to": '"day" <= CAST($to AS DATE)'}


class FilterArguments(TypedDict, total=False):
    """The filters as keyword arguments of the store's methods."""

    country: str | None
    actor: str | None
    event: str | None
    status: str | None
    from_: str | None
    to: str | None
    text: str | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep; ``None`` keeps everything."""

    country: str | None = None
    actor: str | None = None
    event: str | None = None
    status: str | None = None
    from_: str | None = None
    to: str | None = None
    text: str | None = None
    limit: int | None = None

    def values(self) -> dict[str, Any]:
        """The filters that are set, by name, as the store writes them; SettingsError for one that can never match."""
        if self.limit is not None and self.limit < 0:
            raise SettingsError(f"limit: {self.limit} is less than 0")
        given = {name: getattr(self, name) for name in NORMAL if getattr(self, name) is not None}
        return {name: NORMAL[name](value) for name, value in given.items()}


def _country(text: str) -> str:
    """The code of a country that is given by code or name."""
    code = text.strip().upper()
    if len(code) == 3 and code.isalpha():
        return code
    matches = load_knowledge().find(text.split())
    codes = [fact.code for match in matches for fact in match.of("state") if fact.code]
    if not codes:
        raise SettingsError(f"country: {text!r} is not known by that name; give its code (SYR)")
    return codes[0]


def _event(text: str) -> str:
    return _one_of("event", text.upper(), tuple(load_ontology().types))


def _status(text: str) -> str:
    return _one_of("status", text.lower(), STATUSES)


def check_day(text: str) -> str:
    """A day as it is kept; SettingsError when the text is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise SettingsError(f"{text!r} is not a day (write 2017-01-23)") from error


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise SettingsError(f"unknown {name} {value!r}: choose from {', '.join(known)}")
    return value


# How each filter that stands for a value in the store is written there.
NORMAL: Mapping[str, Callable[[str], str]] = {
    "country": _country,
    "actor": str.strip,
    "event": _event,
    "status": _status,
    "from_": check_day,
    "to": check_day,
}


@dataclass(frozen=True, slots=True)
class Query:
    sql: str
    parameters: Mapping[str, Any]


def ask_mentions(filters: Filters) -> Query:
    """Mentions in the contract's columns, by day and place in the story."""
    conditions, values = _conditions(filters, {**ABOUT_MENTIONS, **DATES}, '"text"')
    columns = _columns(EventMention)
    order = '"day" NULLS LAST, story_id, position'
    return _select(columns, "main.mentions", conditions, order, values, filters.limit)


def ask_mentions_of(story_ids: list[str]) -> Query:
    """All mentions of these stories, in the order of the ids."""
    sql = (
        f"SELECT {_columns(EventMention)} FROM main.mentions WHERE story_id IN (SELECT unnest($ids))"
        " ORDER BY list_position($ids, story_id), position"
    )
    return Query(sql, {"ids": story_ids})


def ask_events(filters: Filters, *, extras: bool = False) -> Query:
    """Events in the contract's columns, by day; with ``extras`` also day, quad class and source words."""
    conditions, values = _conditions(filters, {**ABOUT_MENTIONS, **DATES}, None)
    if filters.text is not None:
        words, word_values = _word_conditions(filters.text, '"text"')
        conditions.append(f"event_id IN (SELECT event_id FROM main.mentions WHERE {' AND '.join(words)})")
        values |= word_values
    columns = _columns(Event) + (', CAST("day" AS VARCHAR) AS "day", quad, words' if extras else "")
    order = '"day" NULLS LAST, first_reported, story_id, position, event_id'
    return _select(columns, "main.events", conditions, order, values, filters.limit)


def ask_cited_events(filters: Filters) -> Query:
    """Events as ``event``, each with the ``mention`` that its status rests on, that mention's ``story`` in brief,
    all ``reports`` of it, whether it is ``counted`` as done and ``mutual``, its ``day`` and when it was ``done_on``."""
    chosen = ask_events(filters)  # sorted once more below: a join keeps no order
    sql = (
        f"WITH chosen AS ({chosen.sql}), told AS ("
        "SELECT event_id, list({'story_id': story_id, 'url': url, 'site': site, 'section': section,"
        " 'paragraph': paragraph, 'sentence': sentence} ORDER BY published NULLS LAST, story_id, position) AS reports"
        " FROM main.mentions WHERE event_id IN (SELECT event_id FROM chosen) GROUP BY event_id)"
        f" SELECT {_struct('e', record_fields(Event))} AS event,"
        f" {_struct('m', record_fields(EventMention))} AS mention,"
        f" {_struct('s', CITED_STORY)} AS story, t.reports, k.counted, k.mutual,"
        ' CAST(k."day" AS VARCHAR) AS "day", CAST(k.done_on AS VARCHAR) AS done_on'
        " FROM chosen AS e JOIN main.events AS k ON k.event_id = e.event_id"
        " JOIN told AS t ON t.event_id = e.event_id"
        " JOIN main.mentions AS m ON m.mention_id = k.mention_id"
        " JOIN kept.stories AS s ON s.story_id = m.story_id"
        ' ORDER BY k."day" NULLS LAST, e.first_reported, m.story_id, m.position, e.event_id'
    )
    return Query(sql, chosen.parameters)


def ask_mentions_in(filters: Filters) -> Query:
    """The mentions that the filters let through, without order or limit: to be counted."""
    conditions, values = _conditions(filters, {**ABOUT_MENTIONS, **DATES}, '"text"')
    return Query(f"SELECT * FROM main.mentions WHERE {' AND '.join(conditions) or 'true'}", values)


def ask_stories(filters: Filters) -> Query:
    """Stories in the contract's columns, by day."""
    conditions, values = _story_conditions(filters)
    order = '"day" NULLS LAST, published, story_id'
    return _select(_columns(Story), "main.stories", conditions, order, values, filters.limit)


def ask_authors(filters: Filters) -> Query:
    """One row an author: name, stories, sites, first and last day."""
    conditions, values = _story_conditions(filters)
    source = (
        '(SELECT unnest(authors).name AS name, story_id, site, "day" FROM main.stories'
        f" WHERE {' AND '.join(conditions) or 'true'})"
    )
    columns = (
        "name, count(DISTINCT story_id) AS stories, coalesce(list(DISTINCT site ORDER BY site)"
        " FILTER (site IS NOT NULL), []) AS sites,"
        ' CAST(min("day") AS VARCHAR) AS first, CAST(max("day") AS VARCHAR) AS last'
    )
    limit = "" if filters.limit is None else " LIMIT $limit"
    if filters.limit is not None:
        values["limit"] = filters.limit
    return Query(f"SELECT {columns} FROM {source} GROUP BY name ORDER BY stories DESC, name{limit}", values)


def _story_conditions(filters: Filters) -> tuple[list[str], dict[str, Any]]:
    article = "concat_ws(' ', headline, dek, array_to_string(body, ' '))"
    conditions, values = _conditions(filters, DATES, article)
    about, about_values = _conditions(filters, ABOUT_MENTIONS, None)
    if about:
        conditions.append(f"story_id IN (SELECT story_id FROM main.mentions WHERE {' AND '.join(about)})")
    return conditions, values | about_values


def _conditions(filters: Filters, known: Mapping[str, str], text: str | None) -> tuple[list[str], dict[str, Any]]:
    values = {name: value for name, value in filters.values().items() if name in known}
    conditions = [known[name] for name in values]
    if "actor" in values:
        values["actor_words"] = from_word_start(values["actor"])
    if text is not None and filters.text is not None:
        words, word_values = _word_conditions(filters.text, text)
        conditions += words
        values |= word_values
    return conditions, values


def _word_conditions(text: str, column: str) -> tuple[list[str], dict[str, Any]]:
    """Every word has to be there, in any order, whatever its case; "talk" finds "talks"."""
    values = {f"word{i}": from_word_start(word) for i, word in enumerate(text.split())}
    return [f"regexp_matches({column}, ${name}, 'i')" for name in values], values


def from_word_start(words: str) -> str:
    """A pattern for these words from where a word begins; RE2's own \\b knows letters of ASCII only."""
    return rf"(?:^|[^\p{{L}}\p{{N}}]){re.escape(words)}"


def _select(
    columns: str, source: str, conditions: list[str], order: str, values: dict[str, Any], limit: int | None
) -> Query:
    sql = f"SELECT {columns} FROM {source} WHERE {' AND '.join(conditions) or 'true'} ORDER BY {order}"
    if limit is None:
        return Query(sql, values)
    # The latest so many, still told from first to last.
    last = order.replace(" NULLS LAST", " DESC NULLS LAST", 1)
    inner = f"SELECT * FROM {source} WHERE {' AND '.join(conditions) or 'true'} ORDER BY {last} LIMIT $limit"
    return Query(f"SELECT {columns} FROM ({inner}) ORDER BY {order}", {**values, "limit": limit})


def _columns(record: type) -> str:
    return ", ".join(f'"{name}"' for name in record_fields(record))


def _struct(alias: str, names: Iterable[str]) -> str:
    return "{" + ", ".join(f"'{name}': {alias}.\"{name}\"" for name in names) + "}"
