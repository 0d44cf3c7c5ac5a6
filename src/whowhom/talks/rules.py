"""The table of phrases that give a part in talks: data/phrases.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast, get_args

from whowhom.errors import LexiconError
from whowhom.records import Status
from whowhom.talks.records import Role

TALKS = (
    r"(?:talks|negotiations?|summits?|conferences?|congress|meetings?|gatherings?|rounds?|sessions?|"
    r"dialogue|bargaining|"
    r"process)"
)
_COME = r"(?:come|enter|return|attend|take part|negotiate|participate|join|go|travel|meet|sit|leave|hold)"
_TO = r"(?:(?:is|are|was|were)(?: (?:due|expected|set|scheduled|likely|supposed))?|plans?|planned|due|expected|set) to"
_AUX = (
    r"(?:,? (?:for its part|however|too|meanwhile|as well|in turn),?)?\s*"
    rf"(?:\b(?P<aux>has|have|had|is|are|was|were|will|would|did|does|do|could|can|{_TO})\s+)?"
    r"(?:(?P<not>not|never|no longer|neither)\s+)?(?:(?:also|be|been|only|still|all|to)\s+)*"
)
_ANY = r"(?:[^.;]|\.(?=\S)|(?<=[A-Z])\.|(?<=Mr)\.|(?<=M[rs]s)\.|(?<=Ms)\.)"
_ADVERB = (
    r"(?:(?:again|also|once more|already|later|earlier|then|both|all|jointly|together|nevertheless|finally|in turn|"
    r"briefly|formally|reportedly|too|in person|himself|herself|themselves)\s+){0,2}"
)
_FILE = "phrases.tsv"


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase: the role it gives and where those who have it stand, ``before`` or ``after`` it."""

    role: Role
    where: str
    is_firm: bool
    status: Status | None
    refused: Role | None
    """The role when the phrase is denied; None: then it gives nothing."""
    pattern: re.Pattern[str]


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rows of the table, checked."""
    text = (resources.files("whowhom.talks") / "data" / _FILE).read_text(encoding="utf-8")
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line and line[0] != "#"]
    return tuple(_read_row(number, line.split("\t")) for number, line in lines[1:])


def _read_row(line: int, cells: list[str]) -> Rule:
    if len(cells) != 6:
        raise LexiconError(_FILE, line, f"{len(cells)} columns, expected 6")
    role, where, sure, status, denied, pattern = cells
    for value, known in (
        (role, get_args(Role)),
        (where, ("before", "after")),
        (sure, ("yes", "no")),
        (status, ("-", *get_args(Status))),
        (denied, ("-", *get_args(Role))),
    ):
        if value not in known:
            raise LexiconError(_FILE, line, f"unknown value: {value!r}")
    # An adverb may stand before any verb: "again acted as facilitator".
    pattern = re.sub(
        r"^((?:\(\?:,[^()]*(?:\([^()]*\))?[^()]*\)\?)?\\s\+)", lambda found: found.group() + _ADVERB, pattern
    )
    for name, words in (("{AUX}", _AUX), ("{ANY}", _ANY), ("{COME}", _COME), ("{TALKS}", TALKS)):
        pattern = pattern.replace(name, words)
    return Rule(
        cast(Role, role),
        where,
        sure == "yes",
        None if status == "-" else cast(Status, status),
        None if denied == "-" else cast(Role, denied),
        re.compile(pattern),
    )
