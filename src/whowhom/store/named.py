"""Names in a store that the tables of actors do not hold: those without a code, and those the text explains."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.store.query import Query


@dataclass(frozen=True, slots=True)
class NamedActor:
    """A name outside the tables: how often it stands in mentions, in what office and between which days."""

    name: str
    code: str | None
    sector: str | None
    office: str | None
    mentions: int
    stories: int
    first: str | None
    last: str | None
    evidence: str


_NAMES = """
WITH named AS (
    SELECT unnest(list_concat(actor, recipient, [attribution.entity])) AS e, m.story_id, m."text", s."day"
    FROM main.mentions AS m LEFT JOIN kept.stories AS s USING (story_id)
), counted AS (
    SELECT coalesce(e.person, e."name", e."text") AS "name", e.code AS code, e.sector AS sector, e.office AS office,
           count(*) AS mentions, count(DISTINCT story_id) AS stories,
           CAST(min("day") AS VARCHAR) AS "first", CAST(max("day") AS VARCHAR) AS "last",
           arg_min("text", ("day", "text")) AS evidence
    FROM named WHERE e IS NOT NULL AND e.identifier IS NULL AND {kind}
    GROUP BY ALL
)
SELECT * FROM counted ORDER BY mentions DESC, stories DESC, "name", office NULLS LAST {limit}
"""
# A name has a capital; a role word of unknown country ("protesters") is no name.
_UNKNOWN = (
    "e.code IS NULL AND (e.person IS NOT NULL OR (e.sector IS NULL AND regexp_matches(e.\"name\", '[A-Z][a-z]*')))"
)
_LEARNED = "e.code IS NOT NULL AND e.person IS NOT NULL"


def ask_unknown(limit: int | None) -> Query:
    """The names without a code, the most frequent first."""
    return _ask(_UNKNOWN, limit)


def ask_learned(limit: int | None) -> Query:
    """The persons outside the tables whose country the text gives away."""
    return _ask(_LEARNED, limit)


def _ask(kind: str, limit: int | None) -> Query:
    if limit is None:
        return Query(_NAMES.format(kind=kind, limit=""), {})
    return Query(_NAMES.format(kind=kind, limit="LIMIT $limit"), {"limit": limit})
