"""A report in words and columns, for a terminal or a page of results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whowhom.learn.compare import Comparison
from whowhom.learn.evaluate import Report
from whowhom.learn.figures import Measure
from whowhom.learn.gold import NOTHING
from whowhom.learn.parity import HumanReport, LevelScore

MOST_CONFUSIONS = 12


def tell_report(report: Report | HumanReport | Comparison) -> str:
    """The report as text: the figures that count first, then types, then what is taken for what."""
    if isinstance(report, Comparison):
        lines = _tell_comparison(report)
    elif isinstance(report, HumanReport):
        lines = _tell_humans(report)
    else:
        lines = _tell_types(report)
    return "\n".join(lines) + "\n"


def _tell_types(report: Report) -> Iterator[str]:
    told = f"{report.judgements} judgements on {report.sentences} sentences, {report.answered} events answered"
    yield f"{report.gold}: {told}"
    figures = (
        ("macro-F1", report.macro_f1),
        ("precision", report.precision),
        ("recall", report.recall),
        ("recall with actor", report.actor_recall),
        ("recall with parties", report.parties_recall),
        ("recall of CAMEO root", report.root_recall),
    )
    yield from (f"{name:<22}{_told(measure)}" for name, measure in figures if measure is not None)
    if report.calibration_error is not None:
        yield f"{'calibration error':<22}{report.calibration_error:.3f}"
    yield ""
    yield f"{'type':<12}{'gold':>6}{'said':>6}{'precision':>11}{'recall':>8}   F1 (95 % interval)"
    for row in report.types:
        counts = f"{row.event:<12}{row.gold:>6}{row.answered:>6}"
        yield f"{counts}{row.precision:>11.2f}{row.recall:>8.2f}   {_told(row.f1, 2)}"
    cells = {(row.event, row.event): row.hits for row in report.types}
    cells |= {(cell.gold, cell.answered): cell.count for cell in report.confusion}
    yield from _tell_table(cells)


def _tell_humans(report: HumanReport) -> Iterator[str]:
    people = f"{len(report.people)} {'person' if len(report.people) == 1 else 'people'}"
    told = f"{report.human_events} events of {people}, {report.answered} events answered"
    yield f"{report.gold}: {report.sentences} sentences, {told}"
    yield ""
    heads = f"{'F1 (95 % interval)':<22}{'human~human (min–max)':<24}ratio to human"
    yield f"{'level':<11}{'precision':>9}{'recall':>8}   {heads}"
    yield from map(_tell_level, report.levels)
    cells = {(cell.gold, cell.answered): cell.count for cell in (*report.agreed, *report.confusion)}
    yield from _tell_table(cells)


def _tell_level(level: LevelScore) -> str:
    line = f"{level.level:<11}{level.precision:>9.3f}{level.recall:>8.3f}   {_told(level.f1):<22}"
    if level.human_f1 is not None:
        line += f"{f'{level.human_f1.value:.3f} ({level.human_min:.3f}–{level.human_max:.3f})':<24}"
    return f"{line}{_told(level.ratio, 2)}" if level.ratio is not None else line.rstrip()


def _tell_comparison(report: Comparison) -> Iterator[str]:
    yield f"{report.gold}: this coder against {report.against} on {report.sentences} sentences"
    if report.unjoined:
        yield f"{report.unjoined} rows of {report.against} belong to no sentence of the gold"
    yield ""
    yield f"{'figure':<22}{'this coder':<22}{'against':<22}difference (95 % interval)"
    for row in report.figures:
        difference = row.difference
        # An interval without 0 on one side of it: the sentences alone would hardly make such a difference.
        mark = "  *" if difference.low > 0 or difference.high < 0 else ""
        told = f"{difference.value:+.3f} ({difference.low:+.3f} to {difference.high:+.3f}){mark}"
        yield f"{row.figure:<22}{_told(row.first):<22}{_told(row.second):<22}{told}"
    yield ""
    yield "* the interval leaves out 0"


def _tell_table(cells: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """What was answered (columns) for what the gold has (rows); and the commonest mistakes in words."""
    rows = sorted({gold for gold, _ in cells}, key=_nothing_last)
    columns = sorted({answered for _, answered in cells}, key=_nothing_last)
    yield ""
    yield "gold (rows) by answer (columns)"
    yield f"{'':<15}" + "".join(f"{_short(column):>5}" for column in columns)
    for row in rows:
        counts = "".join(f"{cells.get((row, column), 0) or '.':>5}" for column in columns)
        yield f"{row:<15}{counts}"
    wrong = sorted(((count, pair) for pair, count in cells.items() if pair[0] != pair[1]), key=lambda w: (-w[0], w[1]))
    if wrong:
        yield ""
        yield "most often taken for another"
        for count, (gold, answered) in wrong[:MOST_CONFUSIONS]:
            yield f"{count:>6}  {gold} answered {answered}"


def _nothing_last(name: str) -> tuple[bool, str]:
    return name == NOTHING, name


def _short(name: str) -> str:
    """A type in four letters, a root in its digits: enough to tell any two apart."""
    return name.split()[0][:4]


def _told(measure: Measure, digits: int = 3) -> str:
    return f"{measure.value:.{digits}f} ({measure.low:.{digits}f}–{measure.high:.{digits}f})"
