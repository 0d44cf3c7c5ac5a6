"""What was announced, promised or threatened, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from whowhom.link.clue import DAYS_AHEAD, iso_day
from whowhom.link.merge import HAPPENED, Report, instant, is_disputed, latest_report
from whowhom.records import Attribution, Entity, Status, When, Where

EXPECTED = frozenset({"planned", "expected", "proposed"})
DROPPED = frozenset({"cancelled", "declined", "denied"})

Outcome = Literal["due", "came_true", "dropped", "passed"]
OUTCOMES: tuple[Outcome, ...] = ("due", "came_true", "dropped", "passed")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who said something, where and when, in which words; ``status`` is how it then stood."""

    attribution: Attribution
    status: Status
    site: str | None
    published: str | None
    story_id: str
    mention_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """An act that was to come: who said so, for when, and what became of it by a given day.

    ``due_from`` and ``due_to`` are what was said last of its day, null when no day was named. ``outcome`` is ``due``,
    ``came_true``, ``dropped`` (called off, refused or denied) or ``passed`` (its day is over and nothing was heard);
    ``settled`` is the day it was told or its day passed, ``settled_by`` who told it.
    """

    event_id: str
    event: str
    act: str
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    where: Where | None
    due_from: str | None
    due_to: str | None
    outcome: Outcome
    settled: str | None
    disputed: bool
    said: tuple[Voice, ...]
    settled_by: Voice | None


def follow(event_id: str, reports: Sequence[Report], as_of: str) -> Expectation | None:
    """What these reports of one happening expected and what came of it by this day; None when they expected nothing."""
    known = [r for r in sorted(reports, key=_order) if (iso_day(r.published) or "") <= as_of]
    ahead = [report for report in known if _is_expected(report)]
    done = [report for report in known if report.mention.status in HAPPENED]
    # Told as done before anybody announced it: no expectation.
    if not ahead or (done and instant(done[0].published) < instant(ahead[0].published)):
        return None
    first, due = ahead[0].mention, _due(ahead)
    outcome, settling = _outcome(known, ahead, done, due, as_of)
    settled = iso_day(settling.published) if settling else _last_day(ahead, due) if outcome == "passed" else None
    return Expectation(
        event_id=event_id,
        event=first.event,
        act=first.act,
        actor=first.actor,
        recipient=first.recipient,
        where=next((r.mention.where for r in known if r.mention.where), None),
        due_from=iso_day(due.from_) if due else None,
        due_to=iso_day(due.to) or iso_day(due.from_) if due else None,
        outcome=outcome,
        settled=settled,
        disputed=is_disputed(known),
        said=tuple(_first_of_each(ahead)),
        settled_by=_voice(settling) if settling else None,
    )


def _outcome(
    known: Sequence[Report], ahead: Sequence[Report], done: Sequence[Report], due: When | None, as_of: str
) -> tuple[Outcome, Report | None]:
    latest = latest_report(known)
    if latest.mention.status in HAPPENED:
        return "came_true", done[0]
    if latest.mention.status in DROPPED:
        return "dropped", next(r for r in known if r.mention.status in DROPPED)
    last = _last_day(ahead, due)
    return ("passed" if last is not None and last < as_of else "due"), None


def _is_expected(report: Report) -> bool:
    """Whether a report announces, promises or threatens; "may" alone does not."""
    mention = report.mention
    return mention.status in EXPECTED or (mention.status == "conditional" and mention.event == "THREATEN")


def _due(ahead: Sequence[Report]) -> When | None:
    """The day that was named last, for days are put off; a day before its own report is no day to come."""
    named = [r.mention.when for r in ahead if _is_to_come(r)]
    return named[-1] if named else None


def _is_to_come(report: Report) -> bool:
    """Whether a report names a day to come; that of the report itself is mostly when it was agreed, talks apart."""
    when, told = report.mention.when, iso_day(report.published) or ""
    day = (iso_day(when.to) or iso_day(when.from_)) if when else None
    if day is None:
        return False
    return day > told or (day == told and report.mention.act == "CONSULT")


def _last_day(ahead: Sequence[Report], due: When | None) -> str | None:
    """The day after which what was expected is overdue; without a named day, some weeks after it was last said."""
    if due is not None:
        return iso_day(due.to) or iso_day(due.from_)
    said = iso_day(ahead[-1].published)
    return (date.fromisoformat(said) + timedelta(DAYS_AHEAD)).isoformat() if said else None


def _first_of_each(reports: Iterable[Report]) -> Iterator[Voice]:
    """One voice a source and text: forty copies of one agency's story are one announcement."""
    seen = set()
    for report in reports:
        told = report.mention.attribution
        who = (told.entity.name or told.entity.text) if told.entity else told.text
        key = (report.source, told.kind, who)
        if key not in seen:
            seen.add(key)
            yield _voice(report)


def _voice(report: Report) -> Voice:
    mention = report.mention
    return Voice(
        mention.attribution, mention.status, report.site, report.published, mention.story_id, mention.mention_id,
        mention.text,
    )  # fmt: skip


def _order(report: Report) -> tuple[object, ...]:
    return instant(report.published), report.mention.mention_id
