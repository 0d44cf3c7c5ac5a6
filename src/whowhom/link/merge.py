"""What the reports of one happening say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from whowhom.records import Event, EventMention, When, Where

HAPPENED = frozenset({"occurred", "ongoing", "historical"})
DID_NOT = frozenset({"denied", "declined"})
AHEAD = frozenset({"planned", "expected", "proposed", "conditional"})


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what its story says of its own time; ``source`` is the story that its text was copied from."""

    mention: EventMention
    published: str | None
    site: str | None
    source: str


def merge_reports(event_id: str, reports: Sequence[Report]) -> Event:
    """The event that these reports tell of; the order of the reports does not matter."""
    latest = latest_report(reports).mention
    fullest = max(reports, key=lambda report: (report.mention.confidence, report.mention.mention_id)).mention
    dated = sorted((instant(r.published), r.published) for r in reports if r.published)
    return Event(
        event_id=event_id,
        event=latest.event,
        act=latest.act,
        status=latest.status,
        actor=fullest.actor,
        recipient=fullest.recipient,
        when=_agreed_when([report.mention for report in reports]),
        where=_agreed_where([report.mention for report in reports]),
        mode=_by_count(value for report in reports for value in report.mention.mode),
        context=_by_count(value for report in reports for value in report.mention.context),
        mentions=len(reports),
        stories=len({report.mention.story_id for report in reports}),
        sites=count_sites(reports),
        first_reported=dated[0][1] if dated else None,
        last_reported=dated[-1][1] if dated else None,
        disputed=is_disputed(reports),
        confidence=fullest.confidence,
    )


def latest_report(reports: Sequence[Report]) -> Report:
    """The report that came last: status and event are taken from it. The surest one of several at one time.

    What is still called planned once it has been told as done is old news, and a look back ("had met") is no news.
    """
    statuses = {report.mention.status for report in reports}
    stale = AHEAD if statuses & HAPPENED else frozenset()
    if statuses - stale - {"historical"}:
        stale |= {"historical"}
    fresh = [report for report in reports if report.mention.status not in stale]
    return max(fresh, key=lambda r: (instant(r.published), r.mention.confidence, r.mention.mention_id))


def is_disputed(reports: Sequence[Report]) -> bool:
    """Whether reports contradict each other: done says one, not done another, or called off once it was done."""
    done = [instant(r.published) for r in reports if r.mention.status in HAPPENED]
    if not done:
        return False
    if any(report.mention.status in DID_NOT for report in reports):
        return True
    return any(r.mention.status == "cancelled" and instant(r.published) > min(done) for r in reports)


def count_sites(reports: Iterable[Report]) -> int:
    """How many sites report on their own: those that print one and the same text count once."""
    # Pages of no known site are taken for one site: that they are independent is not known.
    site_of_text: dict[str, str] = {}
    for report in reports:
        site = report.site or ""
        site_of_text[report.source] = min(site, site_of_text.get(report.source, site))
    return len(set(site_of_text.values()))


def instant(moment: str | None) -> datetime:
    """An ISO 8601 time to sort by; without a zone it is taken for UTC, and no time at all comes first."""
    try:
        parsed = datetime.fromisoformat(moment or "")
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def _by_count(values: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def _agreed_when(mentions: Sequence[EventMention]) -> When | None:
    """The time most reports give, of several the narrowest."""
    known = [m.when for m in mentions if m.when is not None]
    times = Counter((when.from_, when.to) for when in known)
    return min(known, key=lambda w: (-times[w.from_, w.to], _span(w), w.text, w.start), default=None)


def _span(when: When) -> float:
    return (instant(when.to) - instant(when.from_)).total_seconds() if when.from_ and when.to else float("inf")


def _agreed_where(mentions: Sequence[EventMention]) -> Where | None:
    """The place most reports give, of several one that is found on the map."""
    known = [m.where for m in mentions if m.where is not None]
    places = Counter((where.name, where.country) for where in known)
    return min(
        known,
        key=lambda w: (-places[w.name, w.country], w.geonameid is None, w.name or "", w.text, w.start),
        default=None,
    )
