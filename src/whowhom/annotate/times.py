"""Time words: where they stand in a sentence, and which days they mean, seen from the day of the story.

A bare "Monday" is the nearest one back, or ahead when the act is still to come; weeks run from Monday to Sunday;
"early March" is its first ten days, "late" those after the twentieth. What is counted from another event ("two days
later") stays open: a span without dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from whowhom.annotate.clock import Clock, Days, Grain
from whowhom.annotate.foreign import translate_time
from whowhom.annotate.timerules import RULES
from whowhom.annotate.timewords import MONTH, WEEKDAY, Rule

_PAIR = re.compile(r"(?:from |between )?(?P<first>\S.*?) (?:to|until|till|through|and) (?P<last>\S.*)")
_BOUND = re.compile(r"(?P<word>since|until|till|through|by|before|after|starting|beginning|from) (?P<rest>.+)")
_CLOCK_TIME = (
    r"(?:at )?(?:around |about )?(?:\d{1,2}(?::\d\d)?(?: ?[ap]m)?|noon|midnight)(?: gmt| utc| local time)? (?:on )?"
)
_LEAD = re.compile(
    r"(?:early|late|later|earlier|sometime|on|in|at|during|over|throughout|around|about|of|for|from|between|as of|as"
    rf"|the (?:morning|afternoon|evening|night|eve) of|the|,|{_CLOCK_TIME.removesuffix(' (?:on )?')}) "
)
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])")
# Words that are no time words in small letters, and words that need "on" or "in" even with a capital.
_CAPITAL = frozenset(
    {"may", "march", "mar", "mon", "wed", "fri", "sat", "sun", "dec", "jan", "jun", "aug", "sep", "sept"}
)
_ON = frozenset({"sun", "sat", "mon", "wed", "fri"})
# What every time expression has a piece of; most sentences have none, and no rule needs to look at them.
_HINT = re.compile(
    r"\d|day|week|month|year|decade|hour|minute|night|morning|noon|evening|quarter|half|morrow|christmas|hallow|mayo"
    r"|juneteenth|spring|summer|autumn|fall|winter|fourth of|eve\b"
    rf"|\b(?:{MONTH.pattern}|{WEEKDAY.pattern})\b",
    re.IGNORECASE,
)
_VERBS = frozenset({"may", "march"})
_FIRM_LEADS = frozenset({"in", "since", "until", "during", "through", "till"})
_SMALL_WORDS = frozenset(
    {"to", "and", "or", "when", "after", "before", "that", "the", "by", "in", "as", "but", "with", "for", "until", "on"}
    | {"at", "while", "over", "from", "a", "an", "is", "was", "were", "has", "had", "have", "would", "will", "under"}
)
_BEFORE_NAMES = frozenset({"good", "black", "bloody", "palm", "ash", "cyber", "super", "easter", "maundy", "shrove"})
_AFTER_NAMES = frozenset(
    {
        "movement",
        "alliance",
        "coalition",
        "bloc",
        "brigade",
        "brigades",
        "youth",
        "times",
        "telegraph",
        "mirror",
        "herald",
    }
    | {"revolution", "agreement", "accord", "accords", "school", "square", "street", "airport", "stadium", "bridge"}
)
_NINE_ELEVEN = frozenset({"september 11", "sept 11", "11 september", "11 sept", "september 11th"})
_ATTACKS = frozenset(
    {"attack", "attacks", "terror", "terrorist", "hijackers", "hijackings", "commission", "memorial", "victims"}
)
_HEAD = re.compile(
    r"\b(?:(?P<bound>since|until|till|by|before|after|through|from|between) )?"
    r"(?:(?:early|late|later|earlier) (?:on )?|the (?:morning|afternoon|evening|night|eve) of )?$"
)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """First and last day as ISO dates, None where open; ``grain`` is how fine the words are."""

    from_: str | None
    to: str | None
    grain: Grain


def resolve_time(
    text: str,
    *,
    anchor: date | None,
    future: bool = False,
    told: date | None = None,
    day_first: bool | None = None,
    language: str | None = None,
) -> TimeSpan | None:
    """The days that time words mean for a story of day ``anchor``; None when they are no time words.

    ``future`` says that the act is still to come, ``told`` is the day the story told last ("the following day").
    ``day_first`` settles 03/04/2017, which stays open without it. ``language`` is that of the words, English if not
    given. Without an anchor only full dates have days; others stay open.
    """
    if language and not language.lower().startswith("en"):
        text = translate_time(text, language) or ""
    words = _plain_words(_settle_numbers(text, day_first))
    try:
        days = _resolve(words, Clock(anchor, future, told) if anchor else None)
    except (OverflowError, ValueError):  # "900 decades ago", or a story said to be of the year 8: off the calendar
        return TimeSpan(None, None, "range")
    if days is None:
        return None
    first, last = (day.isoformat() if day else None for day in (days.first, days.last))
    return TimeSpan(first, last, days.grain)


def find_times(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """The longest time expressions among the tokens of a sentence, as (first token, end), in order."""
    if _HINT.search(" ".join(tokens)) is None:
        return []
    line = _Line.of(tokens)
    spans: list[tuple[int, int]] = []
    for start, end in _joined(line, _longest(line)):
        spans.append((line.token_at(start), line.token_at(end - 1) + 1))
    return spans


# --- what the words mean ------------------------------------------------------------------------------------


def _settle_numbers(text: str, day_first: bool | None = None) -> str:
    """Dates in numbers as year/month/day; "03/04/2017" only when ``day_first`` says which is which."""

    def settle(match: re.Match[str]) -> str:
        first, mark, second, year = match.groups()
        is_day_first = mark == "." or int(first) > 12 or (day_first is True and int(second) <= 12)
        if not is_day_first and int(second) <= 12 and day_first is None and first != second:
            return match[0]
        day, month = (first, second) if is_day_first else (second, first)
        return f"{year}/{int(month):02}/{int(day):02}"

    return _NUMERIC.sub(settle, text)


@lru_cache(maxsize=20_000)
def _plain_words(text: str) -> str:
    """Lower case, hyphens as words, no dots; commas stand apart, save in "4,000"."""
    text = text.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    text = re.sub(r"(?<=\d)\s*[-–—]\s*(?=\d)", " to ", re.sub(r",(?!\d{3}\b)", " , ", text))
    names = rf"(?:{WEEKDAY.pattern}|{MONTH.pattern})"
    text = re.sub(rf"\b({names})\s*[-–—]\s*(?={names}\b)", r"\1 to ", text)
    return " ".join(re.sub(r"[-–—]", " ", text).split())


def _resolve(words: str, clock: Clock | None) -> Days | None:
    """The days of plain words: a rule's, a pair's, a bound's, or those of the words after a lead."""
    if days := _resolve_rule(words, clock):
        return days
    has_two_ends = words.startswith(("from ", "between "))
    if has_two_ends and (days := _resolve_rule(words.partition(" ")[2], clock)) and days.grain == "range":
        return days  # "from 3 to 5 May"
    if (match := _PAIR.fullmatch(words)) and (days := _resolve_pair(match["first"], match["last"], clock)):
        return days
    if (match := _BOUND.fullmatch(words)) and (days := _resolve_bound(match["word"], match["rest"], clock)):
        return days
    lead = _LEAD.match(words)
    return _resolve(words[lead.end() :], clock) if lead else None


def _resolve_rule(words: str, clock: Clock | None) -> Days | None:
    """The days that the first rule for these words gives."""
    for rule in RULES:
        if match := rule.pattern.fullmatch(words):
            return rule.days(match, clock)
    return None


def _resolve_pair(first: str, last: str, clock: Clock | None) -> Days | None:
    """ "from Monday to Wednesday": the second is looked for from the first on."""
    year = re.search(r"\b\d{4}$", last)
    if year and MONTH.search(first) and not re.search(r"\d{4}", first):
        first = f"{first} {year[0]}"
    start = _resolve(first, clock)
    later = Clock(start.first, True, clock.told) if start and start.first and clock else clock
    end = _resolve(last, later)
    if start is None or end is None:
        return None
    if start.first and end.last and start.first > end.last:
        return Days(None, None, "range")
    return Days(start.first, end.last, "range")


def _resolve_bound(word: str, rest: str, clock: Clock | None) -> Days | None:
    """ "since Friday", "by March": open on one side."""
    past = Clock(clock.today, False, clock.told) if clock and word == "since" else clock
    days = _resolve(rest, past)
    if days is None:
        return None
    first, last, day = days.first, days.last, timedelta(1)
    if word == "since":
        # A page may be a day behind its own story: the range never runs backwards.
        return Days(first, max(clock.today, first) if clock and first else None, "range")
    if word == "from" and " to " in rest:  # "from 3 to 5 May"
        return days
    if word in ("starting", "beginning", "from"):
        return Days(first, None, "range")
    if word == "after":
        return Days(last and last + day, None, "range")
    return Days(None, first and first - day if word == "before" else last, "range")


# --- where they stand ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """The tokens as one line of plain words, with the place where each token's words begin."""

    text: str
    starts: tuple[int, ...]
    tokens: Sequence[str]

    @classmethod
    def of(cls, tokens: Sequence[str]) -> _Line:
        text, starts = "", []
        for i, token in enumerate(tokens):
            starts.append(len(text))
            words = _token_words(token, tokens[i - 1] if i else "", tokens[i + 1] if i + 1 < len(tokens) else "")
            text += words and words + " "
        return cls(text, tuple(starts), tokens)

    def token_at(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def before(self, place: int) -> str:
        """The word that ends before a place."""
        return self.text[:place].rpartition(" ")[0].rpartition(" ")[2]

    def after(self, place: int) -> str:
        """The word that begins after a place."""
        return self.text[place:].strip().partition(" ")[0]


def _token_words(token: str, before: str, after: str) -> str:
    """The plain words of one token; a hyphen is "to" between numbers, days or months, and nothing in "mid-May"."""
    if token in ("-", "–"):
        ends = [_plain_words(before), _plain_words(after)]
        if all(word[:1].isdigit() for word in ends):
            return "to"
        if all(WEEKDAY.fullmatch(word) or MONTH.fullmatch(word) for word in ends):
            return "to"
        return "" if before.lower() in ("mid", "early", "late") else token
    return token if token in (".", "'s", "’s", "—", "--") else _plain_words(_settle_numbers(token)) or "."


def _longest(line: _Line) -> list[tuple[int, int]]:
    """The longest matches of the rules, from the left, none over another and none inside a name."""
    matches = [(rule, match) for rule in RULES for match in rule.pattern.finditer(line.text)]
    names = [match.span() for _, match in matches if _is_name(line, match)]
    found = [match.span() for rule, match in matches if _is_time(line, rule, match)]
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if any(start < last and first < end for first, last in names):
            continue  # "September" of "the September 11 attacks"
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen


def _is_name(line: _Line, match: re.Match[str]) -> bool:
    """Whether time words are a name or part of one: "Bloody Sunday", "the March 14 alliance", "the Sunday Times"."""
    before, after = line.before(match.start()), line.after(match.end())
    if before in _BEFORE_NAMES and WEEKDAY.fullmatch(match[0]):
        return True
    return after in _AFTER_NAMES or (after in _ATTACKS and match[0].removeprefix("the ") in _NINE_ELEVEN)


def _is_time(line: _Line, rule: Rule, match: re.Match[str]) -> bool:
    """Whether words that could be time words are: by the word before, by their capital, by what follows."""
    start, end = match.span()
    before, after = line.before(start), line.after(end)
    if rule.leads is not None and before not in rule.leads:
        return False
    if match[0] in _VERBS and before not in _FIRM_LEADS:
        return False
    if match[0].isdigit() and before not in _FIRM_LEADS and after.isalpha() and after not in _SMALL_WORDS:
        return False  # "to 2000 soldiers"
    if match[0].endswith("day before") and after[:1].isalpha():
        return False  # "the day before the vote"
    tokens = line.tokens[line.token_at(start) : line.token_at(end - 1) + 1]
    if any(token.rstrip(".") in _CAPITAL for token in tokens):
        return False
    return not (len(tokens) == 1 and tokens[0].lower() in _ON and before != "on")


def _joined(line: _Line, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans with two ends of a range made one, and with "since", "late on" and the like taken in."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and _is_range(line, merged[-1], start, line.text[start:end]):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    for start, end in merged:
        head = _HEAD.search(line.text[:start])
        word = head["bound"] if head else None
        is_pair = " to " in line.text[start:end] or " and " in line.text[start:end] or " until " in line.text[start:end]
        possessive = line.after(end) in ("'s", "’s")
        keep = (
            head and not (word in ("before", "after") and possessive) and (word not in ("from", "between") or is_pair)
        )
        yield (head.start() if head and keep else start, end)


def _is_range(line: _Line, first: tuple[int, int], start: int, last: str) -> bool:
    """Whether a span goes on the one before it: "Monday to Friday", "between March and May", "2015 and 2016"."""
    link, opening = line.text[first[1] : start].strip(), line.text[first[0] : first[1]]
    if " to " in opening:
        return False  # a range has two ends
    if link in ("to", "until", "till", "through"):
        return True
    alike = any(p.fullmatch(opening) and p.fullmatch(last) for p in (WEEKDAY, re.compile(r"\d{4}")))
    return link == "and" and (line.before(first[0]) == "between" or alike)
