"""The dateline before a paragraph's first sentence ("BAGHDAD, June 26 (Reuters) —"), which is no part of it."""

from __future__ import annotations

import re

_PLACE = r"[A-Z][A-Z.'’\-]+(?:[ \-/][A-Z][A-Z.'’\-]*)*"
_REST = r"(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*)*)?(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^)]{2,40}\))?"
_DATELINE = re.compile(rf"^(?:\([A-Z]{{2,8}}\) ?)?{_PLACE}{_REST} ?(?:--+|[-–—:]) ?(?=\S)")
_CREDIT = re.compile(r"^\((?:Reuters|AP|AFP|CNN|UPI|Xinhua|IANS|dpa|TASS|BBC)\) ?[-–—]* ?", re.IGNORECASE)
_MIXED = re.compile(
    r"^[A-Z][\w'’.\-]+(?:[ ,]+[A-Z][\w'’.\-]+){0,3},? ?(?:\([^)]{2,40}\) ?)?(?:--+|—|–| - ) ?(?=[A-Z\"“])"
)
_PICTURE = re.compile(r"^(?:[A-Z][\w'’.\-]+ ?){1,4}, ?[A-Z]{2,8}(?: via [A-Z][\w ]+)? ?\| ?")
_LONGEST = 80


def dateline_end(text: str) -> int:
    """Where the first sentence begins: 0, or the offset after the dateline."""
    for pattern in (_DATELINE, _CREDIT, _MIXED, _PICTURE):
        match = pattern.match(text)
        if match is not None and 0 < match.end() <= _LONGEST and match.end() < len(text) - 10:
            return match.end()
    return 0
