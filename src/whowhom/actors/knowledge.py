"""The knowledge base: who is meant by a name, looked up in a list of words."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from whowhom.actors.facts import Fact, Kind, Match
from whowhom.actors.own import own_folder, own_tables, read_own
from whowhom.actors.tables import TABLES, TRAPS, read_rows
from whowhom.actors.words import fold, is_acronym, is_capital, normal_parts, sound, split_words, word_set
from whowhom.errors import LexiconError

DATA = Path(__file__).parent / "data"
_PLACES: tuple[Kind, ...] = ("state", "territory", "city", "capital")
_HONORIFICS = word_set("mr mrs ms dr sir lord lady sen rep gov president minister general")
_PARTICLES = word_set("al el ul as an ash bin ibn ben de da di del van von der le la s")
_SAME_NAME = 0.75  # share of letters that two spellings of one name have in common, measured on the table's aliases
# Acronyms that read as a word in a line set in capitals ("TELL US WHO IS NEXT").
_CAPITAL_WORDS = word_set("is us who it am au sec ice ira fed nam pan ms un so no as")
# Peoples that are ordinary words in small letters.
_PLAIN_WORDS = word_set("polish danish french english persian trojan samoan norman karens tatars anglos saxons indians")
# Acronyms whose "Isis" form, as British papers write Nato or Opec, is another word.
_NO_TITLE_FORM = word_set("sana sars alba arena cord cair bric raid cast ecb")


@dataclass(slots=True)
class _Entry:
    """One spelling of a name: its comparable words, how its capitals must look, its readings."""

    words: tuple[str, ...]
    # "" any case; "=TEXT" exactly these words; "." an abbreviation; "0", "1" … the word that must have a capital
    form: str
    facts: list[Fact]
    after_the: bool = False  # counts only after "the": "the States", "the Lords"

    def fits(self, written: list[str]) -> bool:
        if not self.form:
            return True
        if self.form[0] != "=":
            return is_capital(written[int(self.form)])
        return "".join(written) in self.form[1:].split("=")


def _case_form(name: str, words: list[str], kind: str) -> str:
    """How the capitals of a name must look in the text."""
    if kind == "trap":
        return "=" + "".join(words)
    if len(words) == 1 and is_acronym(words[0]) and (kind == "role" or words[0].upper() == words[0] or len(name) < 6):
        plain = words[0].replace(".", "")
        title = plain.capitalize()
        takes_title = len(plain) >= 4 and plain.isalpha() and plain.isupper() and title.lower() not in _NO_TITLE_FORM
        return f"={plain}={title}" if takes_title and kind != "role" else f"={plain}"
    if name.endswith(".") and not is_acronym(words[-1]):
        return "."
    if kind == "role" or (kind in {"adjective", "demonym"} and _is_plain(words)):
        return ""
    return next((str(i) for i, word in enumerate(words) if is_capital(word)), "")


def _is_plain(words: list[str]) -> bool:
    """Whether a people's name means nothing else in small letters, as comments and headlines write it: "syrians"."""
    return len(words) == 1 and len(words[0]) > 5 and words[0].lower() not in _PLAIN_WORDS


@dataclass(slots=True)
class Knowledge:
    """All tables in memory; ``find`` looks names up in a list of words."""

    version: str = ""
    given: frozenset[str] = frozenset()
    surname_like: frozenset[str] = frozenset()
    common_words: frozenset[str] = frozenset()
    # By first word: the names of that one word, and the longer ones by their second word.
    _alone: dict[str, list[_Entry]] = field(default_factory=dict)
    _longer: dict[str, dict[str, list[_Entry]]] = field(default_factory=dict)
    _persons: dict[str, set[str]] = field(default_factory=dict)
    _shared: list[_Entry] = field(default_factory=list)  # with a reading that needs its country and one that does not
    _sounds: dict[tuple[str, ...], dict[str, list[Fact]]] | None = None

    def has(self, name: str) -> bool:
        """Whether a spelling is in the tables, however its capitals must look."""
        words = tuple(part for word in split_words(fold(name)) for part in normal_parts(word))
        return bool(words) and any(entry.words == words for entry in self._bucket(words))

    def forget(self, name: str) -> None:
        """Takes a spelling out."""
        words = tuple(part for word in split_words(fold(name)) for part in normal_parts(word))
        if words:
            bucket = self._bucket(words)
            bucket[:] = [entry for entry in bucket if entry.words != words]

    def add(self, name: str, fact: Fact | None) -> None:
        """Takes in one spelling of a name; a fact of None makes it a trap, which hides the names inside."""
        if fact is not None and name.endswith("?"):
            name, fact = name[:-1], replace(fact, needs_country=True)
        after_the = name.startswith("the ")
        name = name.removeprefix("the ")
        spelt = split_words(fold(name))
        if all(map(str.isalpha, spelt)):  # the most: nothing to take apart
            written, words = spelt, tuple(map(str.lower, spelt))
        else:
            written = [part for word in spelt for part in _written_parts(word)]
            words = tuple(part for word in spelt for part in normal_parts(word))
        if not words:
            return
        form = _case_form(name, written, fact.kind if fact else "trap")
        bucket = self._bucket(words)
        for entry in bucket:
            if entry.words == words and entry.form == form and entry.after_the == after_the:
                if fact is not None and fact not in entry.facts:
                    entry.facts.append(fact)
                    if fact.needs_country or entry.facts[0].needs_country:
                        self._shared.append(entry)
                break
        else:
            bucket.append(_Entry(words, form, [fact] if fact else [], after_the))
        if fact is not None and fact.kind == "person" and fact.identifier:
            self._persons.setdefault(fact.identifier, set()).update(words)

    def _bucket(self, words: tuple[str, ...]) -> list[_Entry]:
        """Where the names that begin with these words are kept."""
        if len(words) == 1:
            return self._alone.setdefault(words[0], [])
        return self._longer.setdefault(words[0], {}).setdefault(words[1], [])

    def freeze(self) -> None:
        """Puts the longest spellings first; to be called once all names are in."""
        for seconds in self._longer.values():
            for bucket in seconds.values():
                bucket.sort(key=lambda entry: -len(entry.words))
        for entry in self._shared:
            entry.facts.sort(key=lambda fact: fact.needs_country)

    def knows(self, word: str) -> bool:
        """Whether some known name starts with this word."""
        parts = normal_parts(word)
        return bool(parts) and (parts[0] in self._alone or parts[0] in self._longer)

    def names_of(self, identifier: str | None) -> set[str]:
        """Every word that belongs to a person's known names."""
        return self._persons.get(identifier or "", set())

    def variants(self, words: Sequence[str]) -> list[Fact]:
        """The offices of the one person whose full name is another spelling of these words; empty when unsure."""
        key = _sounds_of(words)
        if len(key) < 2 or sum(map(len, key)) < 5:
            return []
        if self._sounds is None:
            self._sounds = self._by_sound()
        text = fold(" ".join(words)).lower()
        found = [
            facts for name, facts in self._sounds.get(key, {}).items()
            if SequenceMatcher(None, text, name).ratio() >= _SAME_NAME
        ]  # fmt: skip
        people = {fact.identifier for facts in found for fact in facts}
        return list(dict.fromkeys(fact for facts in found for fact in facts)) if len(people) == 1 else []

    def _by_sound(self) -> dict[tuple[str, ...], dict[str, list[Fact]]]:
        """All persons' full names by the letters that their spellings share."""
        sounds: dict[tuple[str, ...], dict[str, list[Fact]]] = {}
        for seconds in self._longer.values():
            for entry in (entry for bucket in seconds.values() for entry in bucket):
                persons = [fact for fact in entry.facts if fact.kind == "person"]
                key = _sounds_of(entry.words) if persons else ()
                if len(key) > 1:
                    sounds.setdefault(key, {}).setdefault(" ".join(entry.words), []).extend(persons)
        return sounds

    def find(self, words: Sequence[str]) -> list[Match]:
        """All longest, non-overlapping known names in a list of words, from left to right.

        A reading with ``needs_country`` counts only where the story is about that country.
        """
        parts: list[str] = []
        origin: list[int] = []
        for i, word in enumerate(words):
            for part in normal_parts(word):
                parts.append(part)
                origin.append(i)
        matches: list[Match] = []
        alone, longer, size = self._alone, self._longer, len(parts)
        at = 0
        while at < size:
            part = parts[at]
            length = 0
            if part in longer and at + 1 < size and (bucket := longer[part].get(parts[at + 1])):
                length, facts = _longest(bucket, parts, origin, at, words)
            if not length and part in alone:
                length, facts = _longest(alone[part], parts, origin, at, words)
            if length and facts:
                start, end = origin[at], origin[at + length - 1] + 1
                facts = self._unless_trap(words, start, end, facts, matches)
                if facts:
                    matches.append(Match(start, end, facts))
            at += length or 1
        return matches

    def _unless_trap(
        self, words: Sequence[str], start: int, end: int, facts: tuple[Fact, ...], before: list[Match]
    ) -> tuple[Fact, ...]:
        """The readings left when the word is seen beside its neighbours: none in "Michael Jordan"."""
        if end - start > 1:
            return facts
        word = words[start].lower()
        if word in _CAPITAL_WORDS or word.replace(".", "") in _CAPITAL_WORDS:
            return () if len(words) > 2 and not any(char.islower() for char in "".join(words)) else facts
        if facts[0].kind in _PLACES and self._is_personal_name(words, start):
            return ()
        if facts[0].kind == "person" and self._is_namesake(words, start, facts):
            return tuple(fact for fact in facts if fact.kind != "person")
        if word in self.common_words and any(fact.kind == "person" for fact in facts):
            titled = start > 0 and (
                words[start - 1].lower().rstrip(".") in _HONORIFICS
                or bool(before and before[-1].end == start and before[-1].of("role"))
            )
            return facts if titled else tuple(fact for fact in facts if fact.kind != "person")
        return facts

    def _is_namesake(self, words: Sequence[str], at: int, facts: tuple[Fact, ...]) -> bool:
        """Whether a surname is another's: "Samuel Johnson", or a given name: "Jonathan Miller"."""
        if at > 0 and words[at - 1] in self.given:
            first = words[at - 1].lower()
            return not any(first in self.names_of(fact.identifier) for fact in facts)
        after = words[at + 1] if at + 1 < len(words) else ""
        return words[at] in self.given and after[:1].isupper() and not self.knows(after)

    def _is_personal_name(self, words: Sequence[str], at: int) -> bool:
        """Whether a place name is somebody's surname ("George Washington") or given name ("Chad Wolf")."""
        if at > 0 and words[at - 1] in self.given:
            return True
        if words[at] not in self.surname_like or at + 1 >= len(words):
            return False
        after = words[at + 1]
        if not after[:1].isupper() or is_acronym(after) or self.knows(after):
            return False
        # In a Headline Where All Words Have Capitals a capital says nothing.
        if len(words) <= 3:
            return True
        return any(word[0].islower() and len(word) > 3 for i, word in enumerate(words) if i != at and word)


def _sounds_of(words: Sequence[str]) -> tuple[str, ...]:
    """The sounds of a name's words, articles such as "al-" left out."""
    parts = [part for word in words for part in normal_parts(word)]
    return tuple(sound(part) for part in parts if part not in _PARTICLES and part.isalpha())


def _written_parts(word: str) -> list[str]:
    """The parts of a word as written, one for each of its comparable parts."""
    if word.isalpha():
        return [word]
    pieces = [piece for piece in word.replace("/", "-").replace("–", "-").split("-") if piece.strip("'")]
    result: list[str] = []
    for piece in pieces:
        stem = piece[:-2] if piece.lower().endswith("'s") else piece
        result.extend([stem] if stem else [])
        result.extend(["s"] if stem != piece else [])
    return result


def _longest(
    bucket: list[_Entry], parts: list[str], origin: list[int], at: int, words: Sequence[str]
) -> tuple[int, tuple[Fact, ...]]:
    """The longest spelling that fits at a place, and the readings of all spellings of that length."""
    found: list[Fact] = []
    length = 0
    for entry in bucket:
        size = len(entry.words)
        if size < length:
            break
        if size > 2 and tuple(parts[at : at + size]) != entry.words:
            continue
        if entry.after_the and (at == 0 or parts[at - 1] != "the"):
            continue
        if entry.form == ".":
            if not words[origin[at + size - 1]].endswith(".") or not is_capital(words[origin[at]]):
                continue
        elif entry.form and not entry.fits(_written(words, origin, at, size, parts)):
            continue
        if length and not found:
            break  # a trap of that length
        length = size
        if not entry.facts:
            return size, ()
        found.extend(fact for fact in entry.facts if fact not in found)
    return length, tuple(found)


def _written(words: Sequence[str], origin: list[int], at: int, size: int, parts: list[str]) -> list[str]:
    """The parts from ``at`` on as the text writes them, dots and accents gone."""
    written: list[str] = []
    for i in range(at, at + size):
        word = words[origin[i]]
        if len(parts[i]) == len(word):
            written.append(word)
            continue
        first = i
        while first > 0 and origin[first - 1] == origin[i]:
            first -= 1
        pieces = _written_parts(fold(word).replace(".", "") if "." in word else fold(word))
        written.append(pieces[i - first] if i - first < len(pieces) else parts[i])
    return written


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """All tables of a folder, checked; raises LexiconError with file and line.

    By default the package's own tables with the user's tables on top (``whowhom actors``).
    """
    own = own_folder() if folder is None else None
    tables = own_tables(own) if own else []
    return _load(folder or DATA, tuple((path, imported, path.stat().st_mtime_ns) for path, imported in tables))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage while many small records are made that all stay: a fifth of the time of loading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@lru_cache(maxsize=4)
@_uncollected()
def _load(folder: Path, own: tuple[tuple[Path, bool, int], ...]) -> Knowledge:
    knowledge = Knowledge()
    digest = hashlib.sha256()
    _add_traps(knowledge, folder / "traps.tsv", digest)
    for file, (columns, named) in TABLES.items():
        path = folder / file
        if not path.exists():
            if file == "office_holders.tsv":
                continue
            raise LexiconError(file, 1, f"the table is missing in {folder.name}")
        digest.update(path.read_bytes())
        for row in read_rows(path, columns):
            for name, fact in named(row):
                knowledge.add(name, fact)
                surname = name.rpartition(" ")[2]
                if fact.kind == "person" and surname != name and surname.lower() in knowledge.common_words:
                    knowledge.add(surname, fact)
    for path, is_imported, _ in own:
        digest.update(path.read_bytes())
        _add_own(knowledge, path, is_imported=is_imported)
    knowledge.freeze()
    knowledge.version = digest.hexdigest()[:12]
    return knowledge


def _add_own(knowledge: Knowledge, path: Path, *, is_imported: bool) -> None:
    """Takes in one of the user's tables: added rows before all others, imported ones where the name is unknown."""
    named = list(read_own(path))
    spelt = {name for name, _ in named}
    known = {name for name in spelt if is_imported and knowledge.has(name)}
    if not is_imported:
        for name in {name for name, fact in named if fact.kind != "person"}:
            knowledge.forget(name)
    for name, fact in named:
        if name not in known:
            knowledge.add(name, fact)


def _add_traps(knowledge: Knowledge, path: Path, digest: hashlib._Hash) -> None:
    """Takes in the phrases and name lists that keep ordinary words from being read as known names."""
    if not path.exists():
        return
    digest.update(path.read_bytes())
    for row in read_rows(path, TRAPS):
        kind = row.choice("kind", ("phrase", "given", "surname_like", "common_word"))
        names = frozenset(row.names("words"))
        if kind == "phrase":
            for name in names:
                knowledge.add(name, None)
        elif kind == "given":
            knowledge.given |= names
        elif kind == "surname_like":
            knowledge.surname_like |= names
        else:
            knowledge.common_words |= {name.lower() for name in names}
