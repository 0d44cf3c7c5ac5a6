"""A report in words and columns, for a terminal or a page of results."""

from __future__ import annotations

from collections.abc import Iterator

from whowhom.learn.evaluate import Measure, Report

MOST_CONFUSIONS = 12


def tell_report(report: Report) -> str:
    """The report as text: the figures that count first, then types, then what is taken for what."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.gold}: {report.judgements} judgements on {report.sentences} sentences"
    yield f"macro-F1  {_told(report.macro_f1)}"
    yield f"recall    {_told(report.recall)}"
    if report.calibration_error is not None:
        yield f"expected calibration error  {report.calibration_error:.3f}"
    yield ""
    yield f"{'type':<12}{'gold':>6}{'said':>6}{'precision':>11}{'recall':>8}   F1 (95 % interval)"
    for row in report.types:
        counts = f"{row.event:<12}{row.gold:>6}{row.answered:>6}"
        yield f"{counts}{row.precision:>11.2f}{row.recall:>8.2f}   {_told(row.f1, 2)}"
    if report.confusion:
        yield ""
        yield "most often taken for another"
        for cell in report.confusion[:MOST_CONFUSIONS]:
            yield f"{cell.count:>6}  {cell.gold} answered {cell.answered}"


def _told(measure: Measure, digits: int = 3) -> str:
    return f"{measure.value:.{digits}f} ({measure.low:.{digits}f}–{measure.high:.{digits}f})"
