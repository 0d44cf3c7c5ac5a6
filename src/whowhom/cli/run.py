"""What the commands do: options to calls, results to output, failures to the exit status."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whowhom.cli.output import Row, ShowTable, Target, choose_target, emit, peek, text_stream, whole_file
from whowhom.cli.report import Report, reporting
from whowhom.errors import SettingsError
from whowhom.records import Event, EventMention, Relation, Skipped, Story, as_dict
from whowhom.settings import Value, load_settings

if TYPE_CHECKING:
    from whowhom.pipeline import CodesMany, Coding
    from whowhom.read.web import Web
    from whowhom.store import Counts, Store


Filters = Mapping[str, Any]
Coded = tuple[Story, list[EventMention]]


def read_pages(paths: list[str], *, columns: Mapping[str, str] | None, format: str | None, out: Path | None) -> int:
    """Stories of the inputs, as they are read."""
    from whowhom.cli.tables import show_stories
    from whowhom.read import open_inputs

    target = _target(format, out)
    with reporting("reading") as report:
        stories = report.keep(open_inputs(paths, columns=columns, web=_make_web(paths)))
        emit((as_dict(story) for story in stories), Story, target, show_stories)
    return report.status


def code_pages(
    paths: list[str],
    asked: Mapping[str, Any],
    *,
    columns: Mapping[str, str] | None,
    format: str | None,
    out: Path | None,
) -> int:
    """Mentions of the inputs: printed as they come, or kept in a store and printed when asked for."""
    settings = load_settings({**asked, "store": _text(asked["store"]), "format": format})
    from whowhom.pipeline import Coder

    coding = _coding(settings)
    if settings["store"] is None:
        return _print_coded(paths, Coder(), coding, columns, _target(format, out))
    # With a store the mentions are printed only when this command line asks for them.
    target = choose_target(format, out) if format or out else None
    return _keep_coded(paths, Coder(), coding, columns, Path(str(settings["store"])), target)


def _print_coded(
    paths: list[str], coder: CodesMany, coding: Coding, columns: Mapping[str, str] | None, target: Target
) -> int:
    from whowhom.cli.tables import show_mentions
    from whowhom.pipeline import code_inputs

    with reporting("coding") as report:
        coded = report.keep(code_inputs(paths, coder, coding, columns=columns, web=_make_web(paths)))
        rows = (as_dict(mention) for _, mentions in coded for mention in mentions)
        emit(rows, EventMention, target, show_mentions)
        report.tell_undated()
    return report.status


def _keep_coded(
    paths: list[str],
    coder: CodesMany,
    coding: Coding,
    columns: Mapping[str, str] | None,
    file: Path,
    target: Target | None,
) -> int:
    from whowhom.cli.tables import show_mentions
    from whowhom.pipeline import code_inputs
    from whowhom.store import open_store

    label = coding.label(coder.version)
    with open_store(file) as store, reporting("coding") as report:
        known = partial(store.known, coder=label)
        seen: dict[str, None] = {}
        coded = report.watch(code_inputs(paths, coder, coding, columns=columns, known=known, web=_make_web(paths)))
        counts = store.add(coded if target is None else _note_ids(coded, seen), label)
        report.say(_summary(counts, report))
        report.tell_undated()
        if target is not None:
            emit(store.mentions_of(seen), EventMention, target, show_mentions)
    return report.status


def _coding(settings: Mapping[str, Value]) -> Coding:
    from whowhom.pipeline import Coding

    return Coding(
        comments=bool(settings["comments"]),
        statements=bool(settings["statements"]),
        min_confidence=float(settings["min_confidence"] or 0),
    )


def _make_web(paths: Iterable[str]) -> Web | None:
    """How addresses are asked for; nothing of it is loaded for files."""
    from whowhom.read.open import is_address

    if not any(map(is_address, paths)):
        return None
    from whowhom.read.web import Web

    return Web(delay=float(load_settings()["delay"] or 0))


def _note_ids(items: Iterable[Coded | Skipped], seen: dict[str, None]) -> Iterator[Coded | Skipped]:
    for item in items:
        if not isinstance(item, Skipped):
            seen[item[0].story_id] = None
        yield item


def _summary(counts: Counts, report: Report) -> str:
    coded = counts.stories_new + counts.stories_changed
    stories = "story" if report.passed == 1 else "stories"
    told = [f"{report.passed} {stories} read", f"{coded} coded", f"{counts.stories_known} already there"]
    told += [f"{number} skipped ({reason})" for reason, number in sorted(report.skipped.items())]
    return ", ".join([*told, f"{counts.mentions} mentions"])


def watch_feeds(source: str, asked: Mapping[str, Any], *, every: float, once: bool) -> int:
    """What is new in feeds, coded into a store poll by poll, until interrupted."""
    settings = load_settings({**asked, "store": _text(asked["store"])})
    if settings["store"] is None:
        raise SettingsError("which store? say --store FILE (or set WHOWHOM_STORE)")
    from whowhom.pipeline import Coder
    from whowhom.read.web import Web
    from whowhom.store import Counts, open_store
    from whowhom.watch import Watch, keep_stories, list_feeds, state_file

    file, coding, feeds = Path(str(settings["store"])), _coding(settings), list_feeds(source)
    open_store(file).close()  # say at the start, not at the first news, that it cannot be written
    coder, total = Coder(), Counts()
    with _ended_by_signals(), reporting("watching") as report:

        def keep(items: Iterable[Story | Skipped]) -> None:
            nonlocal total
            total += keep_stories(file, report.watch(items), coder, coding)

        watch = Watch(feeds, state_file(file), keep, Web(delay=float(settings["delay"] or 0)))
        report.say(f"whowhom: {len(feeds)} {'feed' if len(feeds) == 1 else 'feeds'}")
        with suppress(KeyboardInterrupt):  # how a watch ends
            watch.poll() if once else watch.run(every * 60)
        report.say(_summary(total, report))
    return report.status


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A service manager's request to end comes like Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def relate_pairs(file: str, *, format: str | None, out: Path | None) -> int:
    """The coder's answer on every pair of a table, in order."""
    from whowhom.cli.pairs import read_pairs
    from whowhom.cli.tables import show_relations
    from whowhom.pipeline import Coder

    target = _target(format, out)
    with reporting("relating") as report:
        pairs = report.keep(read_pairs(file))
        emit((as_dict(relation) for relation in Coder().relate(pairs)), Relation, target, show_relations)
    return report.status


def query_events(store: Path | None, filters: Filters, *, format: str | None, out: Path | None) -> int:
    """The events that the filters let through."""
    from whowhom.cli.tables import show_events

    target = _target(format, out)
    with _open(store) as kept:
        found = kept.events(extras=target.format == "table", **_arguments(filters))
        return _emit_found(found, Event, target, show_events)


def query_history(store: Path | None, event_id: str, *, format: str | None, out: Path | None) -> int:
    """What was reported of one event."""
    from whowhom.cli.outlook import show_history
    from whowhom.store import HistoryLine

    with _open(store) as kept:
        return _emit_found(kept.history(event_id), HistoryLine, _target(format, out), show_history)


def query_outlook(
    store: Path | None,
    filters: Filters,
    *,
    as_of: str | None,
    outcome: str | None,
    format: str | None,
    out: Path | None,
) -> int:
    """What was expected and what became of it."""
    from whowhom.cli.outlook import show_outlook
    from whowhom.link import OUTCOMES, Expectation

    if outcome is not None and outcome not in OUTCOMES:
        raise SettingsError(f"unknown outcome {outcome!r}: choose from {', '.join(OUTCOMES)}")
    with _open(store) as kept:
        found = kept.outlook(as_of=as_of, **_arguments(filters))
        rows = (as_dict(one) for one in found if outcome in (None, one.outcome))
        return _emit_found(rows, Expectation, _target(format, out), show_outlook)


def query_mentions(store: Path | None, filters: Filters, *, format: str | None, out: Path | None) -> int:
    """The mentions that the filters let through."""
    from whowhom.cli.tables import show_mentions

    with _open(store) as kept:
        return _emit_found(kept.mentions(**_arguments(filters)), EventMention, _target(format, out), show_mentions)


def query_stories(store: Path | None, filters: Filters, *, format: str | None, out: Path | None) -> int:
    """The stories that the filters let through."""
    from whowhom.cli.tables import show_stories

    with _open(store) as kept:
        return _emit_found(kept.stories(**_arguments(filters)), Story, _target(format, out), show_stories)


def query_authors(
    store: Path | None, name: str | None, filters: Filters, *, format: str | None, out: Path | None
) -> int:
    """All authors, or one author's page."""
    from whowhom.cli.tables import show_author_page, show_authors
    from whowhom.store import AuthorPage, AuthorRow

    target = _target(format, out)
    with _open(store) as kept:
        if name is None:
            return _emit_found(kept.authors(**_arguments(filters)), AuthorRow, target, show_authors)
        page = kept.author(name)
        return _emit_found([as_dict(page)] if page else [], AuthorPage, target, show_author_page)


def count_events(
    store: Path | None,
    question: str,
    filters: Filters,
    *,
    by: str,
    sectors: bool,
    format: str | None,
    out: Path | None,
) -> int:
    """The answer to one of the questions that people ask first."""
    from whowhom.cli.tables import show_plain
    from whowhom.store.questions import RECORDS

    if question not in RECORDS:
        raise SettingsError(f"unknown question {question!r}: choose from {', '.join(RECORDS)}")
    own: dict[str, Any] = {} if question == "coverage" else {"sectors": sectors}
    if question == "series":
        own["by"] = by
    target = _target(format, out)
    with _open(store) as kept:
        found: Iterable[Row] = getattr(kept, question)(**own, **_arguments(filters))
        return _emit_found(found, RECORDS[question], target, show_plain)


def export_events(store: Path | None, filters: Filters, *, format: str, out: Path | None) -> int:
    """The events in another project's format; what it cannot say is counted on standard error."""
    from whowhom.export import Tally, layout_of, tell_events, write_parquet, write_text

    layout, tally = layout_of(format), Tally()
    with _open(store) as kept:
        rows = tell_events(kept.cited_events(**_arguments(filters)), layout, tally)
        if format == "parquet" or (out is not None and out.suffix.lower() == ".parquet"):
            with whole_file(out) as path:
                write_parquet(rows, layout, path)
        else:
            with text_stream(out) as stream:
                write_text(rows, layout, stream)
    for line in tally.lines(format):
        print(f"whowhom: {line}", file=sys.stderr)
    return 0


def query_talks(
    store: Path | None, name: str | None, *, timeline: bool, keep: bool, format: str | None, out: Path | None
) -> int:
    """The ledger of talks, or those of a name; the whole of it is kept when asked."""
    from whowhom.cli.talks_page import show_talks, show_timeline, words_of
    from whowhom.store import open_store
    from whowhom.store.rows import record_of
    from whowhom.talks import Talks, gather_talks, is_called

    target = _target(format, out)
    with _open(store) as kept:
        stories = {row["story_id"]: record_of(Story, row) for row in kept.stories()}
        found = gather_talks((record_of(EventMention, row) for row in kept.mentions()), stories)
        file = kept.path
    if keep:  # only now: a store that is open to be read may not be written
        with open_store(file) as kept:
            kept.keep_talks(found)
    rows = (as_dict(item) for item in found if name is None or is_called(item, name))
    show = show_timeline if timeline else partial(show_talks, words=words_of(stories))
    return _emit_found(rows, Talks, target, show)


def serve_pages(store: Path | None, *, host: str, port: int) -> int:
    """The pages over a store, until interrupted."""
    from whowhom.serve import serve_store

    file = load_settings({"store": _text(store)})["store"]
    if file is None:
        raise SettingsError("which store? say --store FILE (or set WHOWHOM_STORE)")
    print(f"whowhom: http://{host}:{port} (stop with Ctrl-C)", file=sys.stderr)
    serve_store(str(file), host=host, port=port)
    return 0


def evaluate_gold(gold: Path, against: Path | None, *, only: str | None, format: str | None, out: Path | None) -> int:
    """The coder's figures on gold, alone or beside another coder's."""
    from whowhom.learn import Live, compare_voices, read_gold, read_told, score_voice, tell_report
    from whowhom.pipeline import Coder

    target = _target(format, out)
    with reporting("scoring") as report:
        found = read_gold(gold, only=only)
        told = read_told(against, found) if against else None
        report.tell([*found.skipped, *(told.skipped if told else ())])
        voice = Live(Coder())
        scored = compare_voices(found, voice, told) if told else score_voice(found, voice)
    emit([as_dict(scored)], type(scored), target, lambda _, stream: print(tell_report(scored), end="", file=stream))
    return report.status


def print_versions() -> int:
    """The versions of everything that has a say in what is coded."""
    from whowhom.cli.versions import list_versions

    for name, version in list_versions():
        print(f"{name:<12} {version}")
    return 0


def _emit_found(rows: Iterable[Row], record: type, target: Target, show: ShowTable) -> int:
    found, rows = peek(rows)
    if not found:
        print("whowhom: nothing found", file=sys.stderr)
    emit(rows, record, target, show)
    return 0


def _open(store: Path | None) -> Store:
    """The store to ask; it is never made or changed by asking."""
    from whowhom.store import open_store

    file = load_settings({"store": _text(store)})["store"]
    if file is None:
        raise SettingsError("which store? say --store FILE (or set WHOWHOM_STORE)")
    return open_store(str(file), read_only=True)


def _target(format: str | None, out: Path | None) -> Target:
    return choose_target(_text(load_settings({"format": format})["format"]) if out is None or format else None, out)


def _arguments(filters: Filters) -> dict[str, Any]:
    return {**filters, "limit": load_settings({"limit": filters["limit"]})["limit"]}


def _text(value: Value | Path) -> str | None:
    return None if value is None else str(value)
