"""Actor and agent dictionaries of the PETRARCH coders, read as rows of an own table.

One entry is a name, the synonyms under it (lines that begin with "+"), and codes with or without dates, on the same
line or on lines of their own. Names join their words with "_"; "!SET!" and "&SET" stand for each word of a set that the
file defines, a closing "*" for a stem. What cannot be taken over is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whowhom.actors.cameo import Meaning, read_code
from whowhom.actors.own import OwnRow

_CODE = re.compile(r"\[([^\]]*)\]")
_TERM = re.compile(r"(?P<code>[^\s<>]*)\s*(?:(?P<sign>[<>])\s*(?P<edge>\d+)|(?P<from>\d+)\s*-\s*(?P<to>\d+))?\s*")
_SET = re.compile(r"!(\w+)!|&([A-Z]+)")
_PLURAL = re.compile(r"\{([^}]*)\}")
_ACRONYM = re.compile(r"UN|EU|US|UK|(?:[A-Z]\.){2,}|[^AEIOUY\W]{2,5}|[A-Z]*\d[A-Z\d]*")
_SMALL = frozenset("of the and for in on to de la du des al el y e und von van bin ibn".split())
_CENTURY_TURNS = 30  # "300101" is 2030, "310101" is 1931: the dictionaries were written before 2030


@dataclass(frozen=True, slots=True)
class Problem:
    """A line, or a code on it, that cannot be taken over, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class _Entry:
    """A name with its synonyms and codes, before it becomes rows."""

    line: int
    names: list[tuple[int, str]]
    codes: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What a file gives: rows for an own table, the lines they come from, and what was left out."""

    rows: list[OwnRow]
    lines: set[int]
    problems: list[Problem]


def read_dictionary(path: Path) -> Dictionary:
    """All entries of a file as rows; every line that holds one is among the lines or the problems."""
    problems: list[Problem] = []
    rows: list[OwnRow] = []
    lines: set[int] = set()
    sets: dict[str, list[str]] = {}
    for entry in _entries(path, sets, problems):
        if not entry.codes:
            problems.extend(Problem(line, "no code under this name") for line, _ in entry.names)
            continue
        found = list(_rows(entry, path.name, sets, problems))
        rows.extend(found)
        if found:
            lines.update(line for line, _ in (*entry.names, *entry.codes))
        else:
            told = {problem.line for problem in problems}
            left = [line for line, _ in entry.names if line not in told]
            problems.extend(Problem(line, "none of its codes can be taken over") for line in left)
    return Dictionary(rows, lines, sorted(problems, key=lambda problem: problem.line))


def _entries(path: Path, sets: dict[str, list[str]], problems: list[Problem]) -> Iterator[_Entry]:
    """The entries of a file, one after the other; the sets it defines go into ``sets``."""
    entry: _Entry | None = None
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.split("#", 1)[0].rstrip()
        if not line.strip():
            continue
        if line.lstrip().startswith(("!", "&")) and "=" in line:
            name, _, words = line.partition("=")
            sets[name.strip().strip("!&")] = [word.strip() for word in words.split(",") if word.strip()]
            continue
        codes = [(number, code) for code in _CODE.findall(line)]
        name = _CODE.sub("", line).strip()
        if name.startswith("+") and entry is not None:
            entry.names.append((number, name[1:]))
        elif name and not name.startswith("+"):
            if entry is not None:
                yield entry
            entry = _Entry(number, [(number, name)])
        if entry is None:
            problems.append(Problem(number, "stands under no name"))
        else:
            entry.codes.extend(codes)
    if entry is not None:
        yield entry


def _rows(entry: _Entry, file: str, sets: dict[str, list[str]], problems: list[Problem]) -> Iterator[OwnRow]:
    """One row for each code of an entry, with all spellings of the name."""
    names: list[str] = []
    for line, name in entry.names:
        spelt = _spellings(name, sets)
        if not spelt:
            problems.append(Problem(line, f"{name!r} holds no word"))
        names.extend(spelling for spelling in spelt if spelling not in names)
    for line, code in entry.codes if names else ():
        found = _TERM.fullmatch(code)
        meaning = read_code(found["code"]) if found else f"[{code}] is not of the form CODE, CODE >DATE or DATE-DATE"
        term = _term(found) if found and isinstance(meaning, Meaning) else ("", "")
        if isinstance(meaning, str) or isinstance(term, str):
            problems.append(Problem(line, meaning if isinstance(meaning, str) else str(term)))
            continue
        kind = _kind(meaning, is_dated=bool(term[0] or term[1]), is_agent=code.lstrip().startswith("~"))
        text = list(dict.fromkeys(_with_plurals(names))) if kind == "role" else names
        yield OwnRow(
            text[0], "|".join(text[1:]), kind, meaning.code or "", meaning.sector or "", "|".join(meaning.others),
            "", *term, f"{file}:{line}",
        )  # fmt: skip


def _kind(meaning: Meaning, *, is_dated: bool, is_agent: bool) -> str:
    """What kind of row a code makes."""
    if is_agent or meaning.code is None:
        return "role"
    if meaning.code in {"IGO", "NGO", "MNC", "UNO", "EUR", "ISM"}:
        return "person" if is_dated else "organisation"
    if meaning.sector is None:
        return "place"
    if meaning.sector in {"REB", "UAF", "CRM", "PRM"}:
        return "group"
    if meaning.sector == "PTY":
        return "party"
    return "person" if is_dated else "body"


def _spellings(name: str, sets: dict[str, list[str]]) -> list[str]:
    """The name as the news writes it, once for each word of the sets it names, and its plural where one is given."""
    plural = _PLURAL.search(name)
    name = _PLURAL.sub("", name).strip()
    names = [name]
    while found := _SET.search(names[0]):
        key = found[1] or found[2]
        names = [
            one.replace(found[0], f"_{word}_" if found[2] else word) for one in names for word in sets.get(key, [""])
        ]
    names += [plural[1]] if plural and plural[1].strip() else []
    written = [_written(one) for one in names]
    return list(dict.fromkeys(one for one in written if any(char.isalpha() for char in one)))


def _with_plurals(names: list[str]) -> Iterator[str]:
    """Role words in small letters, each with its regular plural, which the dictionaries leave out."""
    for name in (name.lower() for name in names):
        yield name
        if not name.endswith("s"):
            ends = name.endswith(("x", "ch", "sh")), name.endswith("y") and name[-2:-1] not in "aeiou"
            yield f"{name}es" if ends[0] else f"{name[:-1]}ies" if ends[1] else f"{name}s"


def _written(name: str) -> str:
    """ "NOBEL_PRIZE_WINNER_" as "Nobel Prize Winner"; acronyms stay in capitals."""
    words = name.replace("*", "").replace("|", " ").replace("_", " ").split()
    shown = [_word(word, first=i == 0) for i, word in enumerate(words)]
    return " ".join(shown)


def _word(word: str, *, first: bool) -> str:
    if _ACRONYM.fullmatch(word) and word.isupper():
        return word
    if word.lower() in _SMALL and not first:
        return word.lower()
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _term(found: re.Match[str]) -> tuple[str, str] | str:
    """First and last day of a code's dates; the reason where they are none."""
    edges = (
        found["edge"] if found["sign"] == ">" else found["from"],
        found["edge"] if found["sign"] == "<" else found["to"],
    )
    days = [_day(edge) if edge else "" for edge in edges]
    if None in days:
        return f"{next(e for e, d in zip(edges, days, strict=True) if d is None)!r} is no date"
    first, last = (day or "" for day in days)
    return (first, last) if not (first and last) or first <= last else f"it ends ({last}) before it begins ({first})"


def _day(digits: str) -> str | None:
    """ "20070101" or "070101" as a date; a day or month of 00 leaves it open; None for what is no date."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= _CENTURY_TURNS else "19") + digits
    if len(digits) != 8:
        return None
    year, month, day = digits[:4], digits[4:6], digits[6:]
    if month == "00":
        return year
    if not 1 <= int(month) <= 12 or int(day) > 31:
        return None
    return f"{year}-{month}" if day == "00" else f"{year}-{month}-{day}"
