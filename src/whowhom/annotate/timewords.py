"""The words that time rules are made of, as patterns over small letters without dots."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from whowhom.annotate.clock import NUMBERS, OPEN_NUMBERS, SEASONS, Clock, Days, Grain

WD = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
MO = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
# Names that are nothing else; the others need a word such as "in" before them.
FULL_MO = r"(?:january|february|july|september|october|november|december)"
D, Y = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:1[5-9]|20)\d\d"
N = (
    r"(?:\d{1,3}|a couple(?: of)?|couple of|a few|"
    + "|".join(sorted({*NUMBERS, *OPEN_NUMBERS} - {"a couple of", "a few"}))
    + ")"
)
UNIT = r"(?:day|week|month|year|decade)"
PART = r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)"
WHICH = r"(?:last|next|this past|this coming|this|past|coming)"
SEASON = "(?:" + "|".join(SEASONS) + ")"
DAYPART = r"(?:morning|afternoon|evening|night|noon|midnight)"
THE_UNIT = r"(?:last|next|this|(?:the )?(?:past|previous|coming)|in the|of the|the)"
WEEKDAY, MONTH = re.compile(WD), re.compile(MO)

_SAME = {"beginning": "start", "middle": "mid"}
_SAME |= {"this past": "last", "past": "last", "previous": "last", "coming": "next", "this coming": "next", "": "this"}
LEADS = frozenset(
    {"in", "since", "until", "till", "by", "from", "to", "before", "after", "during", "of", "through", "between", "and"}
)


def plain_word(text: str | None) -> str:
    """ "the end of" as "late", "this past" as "last"."""
    word = re.sub(r"^(?:in |of )?(?:the\b ?)?|\bof$", "", text or "").strip()
    return _SAME.get(word, word) if text else ""


def number_of(text: str) -> int | None:
    """The number that words or digits give; None for "several"."""
    return int(text) if text.isdigit() else NUMBERS.get(text.removesuffix(" of"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, its meaning, and the grain to give when the story's day is not known (None: it may not matter).

    ``leads`` are words of which one must stand before the phrase in running text, where it could be something else.
    """

    pattern: re.Pattern[str]
    meaning: Callable[..., Days]
    grain: Grain | None
    leads: frozenset[str] | None

    def days(self, match: re.Match[str], clock: Clock | None) -> Days:
        """The days that a match of the pattern means."""
        if clock is None and self.grain is not None:
            return Days(None, None, self.grain)
        return self.meaning(clock, **{name: text or "" for name, text in match.groupdict().items()})


def make_rule(
    pattern: str, meaning: Callable[..., Days], grain: Grain | None = None, leads: frozenset[str] | None = None
) -> Rule:
    """A rule whose pattern stands between spaces."""
    return Rule(re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), meaning, grain, leads)
