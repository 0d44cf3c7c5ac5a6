"""Why a party stays away, in the words of the story."""

from __future__ import annotations

import re

_REASON = re.compile(
    r"\b(?:because of|due to|owing to|on account of|citing|complaining of|in protest (?:at|against|over)|because)\s+"
    r"(?P<why>[^.;]+)"
)
_END = re.compile(r",| (?:since|while|but|although|and (?:said|would|will)) ")
_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]+)[”\"]")
# The next sentence gives the reason of this one only where it points back to it.
_POINTS_BACK = re.compile(r"\b(?:do so|doing so|the decision|the move|this|that|they|it|he|she)\b", re.IGNORECASE)

# A full stop after a capital ("U.S.") or a title is none; nor is one that no capital follows.
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\.[A-Z])(?<!\b(?:Mr|Dr|Lt|St|No))(?<!Mrs|Gen|Sen|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec)"
    r"[.!?][”\"’)]*(?=\s+[“\"A-Z]|\s*$)"
)


def find_reason(paragraph: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The reason given in the sentence ``paragraph[start:end]`` or the next one, with its offsets."""
    found = _REASON.search(paragraph, start, end)
    if found is None:
        after = sentence_end(paragraph, end)
        if not _POINTS_BACK.search(paragraph[end:after]):
            return None
        found = _REASON.search(paragraph, end, after)
    if found is None:
        return None
    return _trim(paragraph, found.start("why"), found.end("why"))


def _trim(paragraph: str, start: int, end: int) -> tuple[str, int, int]:
    """The reason alone: up to the end of its quotation, else of its clause."""
    quoted = _QUOTED.search(paragraph, start, end)
    stop = _END.search(paragraph, quoted.end() if quoted else start, end)
    if quoted:
        stop_at = min(stop.start() if stop else end, end)
        # Words in quotation marks are the reason when nothing but an article stands before them.
        if len(paragraph[start : quoted.start()].split()) <= 1:
            stop_at = quoted.end()
        end = stop_at
    elif stop:
        end = stop.start()
    text = re.sub(r"[“”\"]", "", paragraph[start:end]).strip()
    return text, start, start + len(paragraph[start:end].rstrip())


def sentence_end(paragraph: str, at: int) -> int:
    """Where the sentence that begins at or after ``at`` ends."""
    found = _SENTENCE_END.search(paragraph, at + 1)
    return found.end() if found else len(paragraph)
