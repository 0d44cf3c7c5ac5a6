"""How a text names talks: "Syria peace talks", "the third Astana meeting", "six-party talks", "the talks in Geneva"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from whowhom.talks.lookup import WORD, Lookup
from whowhom.talks.records import TalksPlace

# Nouns that name talks by themselves, and those that need an ordinal or a place before or after them.
STRONG = frozenset({"talks", "negotiations", "negotiation", "summit", "conference", "congress"})
WEAK = frozenset({"meeting", "meetings", "gathering", "round", "rounds", "session", "dialogue", "process"})
# Weak nouns that can stand alone for talks told of before, or for the meeting of a lead sentence.
_ALONE = frozenset({"meeting", "gathering", "round", "session"})
# What makes another thing of the noun: no negotiation is meant.
_OTHER_THING = frozenset({
    "press", "news", "party", "phone", "telephone", "video", "sports", "football", "academic", "annual",
    "developer", "tech",
})  # fmt: skip
_NAME_GOES_ON = frozenset({
    "committee", "commission", "council", "team", "teams", "group", "table", "room", "call", "hall", "centre",
    "center", "framework", "board", "delegate",
})  # fmt: skip
_QUALITIES = frozenset({
    "peace", "nuclear", "trade", "ceasefire", "truce", "border", "climate", "disarmament", "arms", "security",
    "reconciliation", "unity", "coalition", "reunification", "constitutional", "political", "donor", "donors",
    "national", "international", "regional", "formal", "informal", "official", "direct", "indirect",
    "proximity", "high-level", "bilateral", "trilateral", "quadrilateral", "multilateral", "final", "latest",
    "next", "new",
})  # fmt: skip
# Qualities that are the subject when no country is named.
_TOPICS = frozenset({
    "nuclear", "trade", "border", "climate", "disarmament", "arms", "security", "reconciliation", "unity",
})  # fmt: skip
_NUMBERS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_ORDINALS = {word: number for number, word in enumerate(_NUMBERS, start=1)}
_NUMERAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$")
_BACK = frozenset({"the", "these", "those", "its", "their", "this"})
_ABOUT = re.compile(r"\s+(?:on|about|over)\s+(?:the\s+|ending\s+|peace in\s+)*(?P<topic>[^,.;:—()]{2,60})")
_AT = re.compile(
    r"(?:\s+of\s+(?:\w+\s+){1,3}?(?:dialogue|peoples))?"
    r"(?:\s+|,?\s+(?:(?:which|that)\s+(?:was|were|is|are)\s+)?(?:to be )?"
    r"(?:held|hosted|staged|convened)\s+(?:(?:on|from|in) (?:[^,.;]{0,20}\d|[A-Z][a-z]{2,8}) )?|"
    r",\s+(?:which|that)\s+(?:took|takes|will take)\s+place\s+)(?:in|at)\s+"
    r"(?!(?:the\s+)?(?:insistence|request|invitation|behest|urging|expense)\b)"
    r"(?:the\s+)?(?:[a-z]+\s+){0,3}?"
    r"(?P<place>[A-Z][\w'’-]+(?:\s+[A-Z][\w-]+){0,2})"
)
# A counted round may have its city between commas: "the fifth round, in Geneva in March, ...".
_ASIDE_AT = re.compile(r",\s+(?:also )?in\s+(?P<place>[A-Z][\w'’-]+(?:\s+[A-Z][\w-]+){0,2})")
# A round's own noun says of which talks it is: "a third round of Syria talks".
_ROUND_OF = re.compile(r"\b(?:round|rounds|session|series)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
# "The crisis in Venezuela" is about Venezuela.
_IN_TROUBLE = re.compile(
    r"^(?:the )?(?:[\w-]+ )?(?:crisis|conflict|war|fighting|violence|situation|future|insurgency|standoff|"
    r"strife) (?:in|of) "
    r"(?:the |eastern |northern |southern |western |central )*"
)
_TOPIC_END = re.compile(
    r"\s+(?:in|at|with|that|which|who|and|after|before|when|as|got|are|is|was|were|will|has|have|had|to|by|for|from)\b"
)
# "in" tells the place after a word for holding talks, or after those whom they are with.
_LATER_IN = re.compile(
    r"(?:\s+(?:with|between|among)\b|(?:(?!\b(?:said|says|told|that|who|which)\b)[^.;]){0,60}?"
    r"\b(?:held|hold|open\w*|beg[aiu]n\w*|resum\w+|start\w*|convene\w*|conclud\w+|continu\w+|place|way))"
    r"(?:(?!\b(?:said|says|told|that|who|which|after|before)\b)(?:[^.;,]|(?<=[A-Z])\.)){0,50}?"
    r"\s(?:in|at)\s+(?P<place>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})"
)
_MEET_IN = re.compile(
    r"\b(?:meet(?:s|ing)?|met|gather(?:s|ed|ing)?|sat down|sit down)\s+(?:\w+\s+){0,3}?in\s+"
    r"(?P<place>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})"
)
_OF_CONGRESS = re.compile(r"\b[Cc]on(?:gress|ference) of (?:the )?(?:\w+ ){0,3}$")
_SUCH = re.compile(
    r"[^,.;]{0,16}, (?:the |their |its )?(?P<number>\w+)(?: (?:of its kind|such\b|round\b|meeting\b|"
    r"that the \w+ have held|in the series)|(?=[,.]))"
)
# "To bring the rebels round" is no round.
_BROUGHT = re.compile(
    r"\b(?:bring|brings|brought|win|won|talk|talked|come|came) "
    r"(?:(?:the|its|their|his|her|him|it|them) )?(?:[A-Z]?\w+ )?$"
)
_NONE = re.compile(r"\b(?:[Nn]o|[Ww]ithout|[Nn]ever any) (?:\w+ )?$")
_IN_A_WHILE = re.compile(
    r"^[^.;,]{0,40}\b(?:since|(?:in|for) (?:[\w-]+ ){0,5}(?:years?|months?|decades?|weeks?|generations?))\b|"
    r"^[^.;]{0,40}\bever\b"
)
_MOST_MODIFIERS = 6
_REACH = 150  # characters between "met in Paris" and "for talks"


@dataclass(frozen=True, slots=True)
class TalksName:
    """One naming of talks in a paragraph: ``text == paragraph[start:end]``."""

    text: str
    start: int
    end: int
    subject: tuple[str, ...] = ()
    place: TalksPlace | None = None
    round: int | None = None
    topics: tuple[str, ...] = ()
    kind: str = ""  # what sets a meeting apart where its own words do not: "summit"
    has_label: bool = False  # a proper label of its own: "six-party"
    is_definite: bool = False  # "the talks": those named before

    @property
    def is_own(self) -> bool:
        """Whether the words tell these talks from others."""
        return bool(self.subject or self.place or self.has_label or self.topics)


_LOOK_BACK = 80  # characters before a naming that may say that it is none


def find_names(text: str, lookup: Lookup) -> list[TalksName]:
    """Every naming of talks in a paragraph, in order."""
    words = list(WORD.finditer(text))
    names: list[TalksName] = []
    for i, word in enumerate(words):
        noun = word.group().lower()
        if noun not in STRONG | WEAK:
            continue
        before = text[max(0, word.start() - _LOOK_BACK) : word.start()]
        if noun == "dialogue" and _OF_CONGRESS.search(before):
            continue
        if i + 1 < len(words) and _goes_on(text, word, words[i + 1]):
            continue
        if noun in {"round", "rounds"} and _BROUGHT.search(before):
            continue
        name = _read_name(text, words, i, lookup)
        strong = noun in STRONG or (noun in _ALONE and _is_singled_out(text, word.start()))
        if name is not None and _NONE.search(text[max(0, name.start - _LOOK_BACK) : name.start]):
            continue
        if name is not None and (strong or _is_weak_enough(name)) and _is_talks(noun, word.group(), name):
            names.append(name)
    return [name for name in names if not any(_covers(other, name) for other in names)]


def _goes_on(text: str, word: re.Match[str], after: re.Match[str]) -> bool:
    """Whether the noun is part of a longer name: "Negotiation Commission", "conference call", "round of talks"."""
    next_word = after.group().lower()
    if word.group().lower() in WEAK and next_word == "of":
        return True
    return text[word.end() : after.start()] == " " and next_word in _NAME_GOES_ON


def _is_singled_out(text: str, start: int) -> bool:
    """Whether an article or a day stands before: "a meeting", "the round", "Saturday's meeting"."""
    return bool(
        re.search(r"\b(?:an?|the|that|this|day['’]s)\s+(?:[a-z-]+\s+)?$|day['’]s\s+$", text[:start], re.IGNORECASE)
    )


def _is_weak_enough(name: TalksName) -> bool:
    return name.is_own and (name.round is not None or name.place is not None)


def _is_talks(noun: str, written: str, name: TalksName) -> bool:
    """A "Congress" with a capital is a parliament unless the words before say that it meets somewhere."""
    return noun != "congress" or written.islower() or name.place is not None


def _covers(other: TalksName, name: TalksName) -> bool:
    return other is not name and other.start <= name.start and name.end <= other.end


def _read_name(text: str, words: list[re.Match[str]], at: int, lookup: Lookup) -> TalksName | None:
    """The whole name whose noun is the word ``at``; None when the words before make another thing of it."""
    name = TalksName(words[at].group(), words[at].start(), words[at].end())
    i = at - 1
    while i >= max(0, at - _MOST_MODIFIERS) and not text[words[i].end() : name.start].strip():
        if (longer := _take_longer(text, words, i, name, lookup)) is not None:
            name, i = longer
            continue
        before, start = words[i].group(), words[i].start()
        if before.lower() in _OTHER_THING:
            return None
        if before.lower() in _BACK:
            name = replace(name, is_definite=True)
        taken = _take(name, before, lookup)
        if taken is None:
            break
        name = replace(taken, start=start, text=text[start : name.end])
        i -= 1
    name = _without_record(text, _read_later_round(text, _read_after(text, _read_round(text, name), lookup)))
    return _without_host(_read_around(text, name, lookup))


def _without_host(name: TalksName) -> TalksName:
    """ "The Russian congress in Sochi": the country is that of the place, not what the talks are about."""
    if name.place is None or name.place.country not in name.subject:
        return name
    return replace(name, subject=tuple(code for code in name.subject if code != name.place.country))


def _take_longer(
    text: str, words: list[re.Match[str]], at: int, name: TalksName, lookup: Lookup
) -> tuple[TalksName, int] | None:
    """The name with a place of two or three words in front ("Addis Ababa"), and the word to go on from."""
    for size in (3, 2):
        first = at - size + 1
        if first < 0 or not all(word.group()[0].isupper() for word in words[first : at + 1]):
            continue
        start = words[first].start()
        place = lookup.place(text[start : words[at].end()])
        if place is None or text[start : words[at].end()].count(" ") != size - 1:
            continue
        name = replace(name, start=start, text=text[start : name.end])
        if lookup.is_country(place):
            return replace(name, subject=(place.country or place.name, *name.subject)), first - 1
        return replace(name, place=name.place or place), first - 1
    return None


def _read_around(text: str, name: TalksName, lookup: Lookup) -> TalksName:
    """The name with the city of its sentence: "talks opened in Geneva", "met in Paris for talks"."""
    if name.place is not None or name.is_definite:
        return name
    after, before = (
        _LATER_IN.match(text, name.end),
        list(_MEET_IN.finditer(text, max(0, name.start - _REACH), name.start)),
    )
    for found in (after, before[-1] if before else None):
        if found is None or ". " in text[min(found.end(), name.start) : max(found.start(), name.start)]:
            continue
        for size in (3, 2, 1):
            place = lookup.place(" ".join(found["place"].split()[:size]), city_only=True)
            if place is not None:
                return replace(name, place=place)
    return name


def _take(name: TalksName, word: str, lookup: Lookup) -> TalksName | None:
    """The name with one more word in front; None when the word is no part of it."""
    plain = word.lower()
    if plain.endswith(("'s", "’s")):
        place = lookup.place(word[:-2], city_only=True) if name.place is None else None
        return replace(name, place=place) if place is not None else None
    if (number := read_ordinal(plain)) is not None:
        return replace(name, round=number)
    if plain in _QUALITIES:
        return replace(name, topics=(plain, *name.topics) if plain in _TOPICS else name.topics)
    if re.fullmatch(r"\w+-(?:backed|led|brokered|mediated|sponsored|hosted)", plain):
        return name
    if codes := lookup.countries(word):
        return replace(name, subject=(*codes, *name.subject))
    if (place := lookup.place(word, city_only=True)) is not None and name.place is None:
        return replace(name, place=place)
    if re.fullmatch(r"\w+-(?:party|way|nation|power|country|day)", plain):
        return replace(name, has_label=name.has_label or not plain.endswith(("-way", "-day")))
    return name if plain in {"round", "stage", "phase"} else None


def read_ordinal(word: str) -> int | None:
    """The number of "third" or "3rd"; None for any other word."""
    found = _NUMERAL.match(word)
    return int(found.group(1)) if found else _ORDINALS.get(word)


def _read_round(text: str, name: TalksName) -> TalksName:
    """The name with the round that stands before it: "a third round of Syria talks"."""
    before = text[max(0, name.start - 40) : name.start]
    found = _ROUND_OF.search(before)
    if found is None or name.round is not None:
        return name
    words = WORD.findall(before[: found.start()])
    number = read_ordinal(words[-1].lower()) if words else None
    return name if number is None else replace(name, round=number)


def _without_record(text: str, name: TalksName) -> TalksName:
    """ "Their first direct talks since March", "the first meeting in ten years" are the first in a while, no round."""
    if name.round != 1 or "round" in name.text.lower():
        return name
    is_plain = re.search(r"\b(?:talks|negotiations?|summit)$", name.text) is not None
    return replace(name, round=None) if is_plain or _IN_A_WHILE.search(text[name.end : name.end + 60]) else name


def _read_later_round(text: str, name: TalksName) -> TalksName:
    """The name with the round told after it: "the meeting itself, the seventh of its kind"."""
    found = _SUCH.match(text, name.end) if name.round is None else None
    number = read_ordinal(found["number"].lower()) if found else None
    return name if number is None else replace(name, round=number)


def _read_after(text: str, name: TalksName, lookup: Lookup) -> TalksName:
    """The name with what follows it: where the talks are held and what they are about, in either order."""
    for _ in range(2):
        rest = text[name.end :]
        at = _ASIDE_AT.match(rest) if name.round is not None else None
        if name.place is None and (found := _AT.match(rest) or at):
            hit = _place_of(found, lookup)
            if hit is not None:
                place, length = hit
                name = replace(name, place=place, end=name.end + length, text=text[name.start : name.end + length])
                continue
        if not name.subject and (found := _ABOUT.match(rest)):
            name = _with_topic(text, name, found, lookup)
    return name


def _place_of(found: re.Match[str], lookup: Lookup) -> tuple[TalksPlace, int] | None:
    """The longest known place in what follows "in", and where it ends."""
    words = found["place"].split()
    for size in range(len(words), 0, -1):
        written = " ".join(words[:size])
        if re.match(r" (?:capital|city)\b", found.string[found.start("place") + len(written) :]):
            return None
        place = lookup.place(re.sub(r"['’]s$", "", written))
        if place is not None:
            return place, found.start("place") + len(written)
    return None


def _named_in(topic: str, lookup: Lookup) -> list[tuple[int, tuple[str, ...]]]:
    """The states that a topic names, of one word or two, each with where it ends."""
    words = list(WORD.finditer(topic))
    told: list[tuple[int, tuple[str, ...]]] = []
    for i, word in enumerate(words):
        plain = re.sub(r"['’]s$", "", word.group())
        pair = f"{words[i - 1].group()} {plain}" if i and words[i - 1].group()[0].isupper() else ""
        place = lookup.place(pair) if pair and word.group()[0].isupper() else None
        is_pair = place is not None and place.country is not None and lookup.is_country(place)
        told.append(
            (word.end(), (place.country,) if is_pair and place and place.country else lookup.countries(word.group()))
        )
    return told


def _with_topic(text: str, name: TalksName, found: re.Match[str], lookup: Lookup) -> TalksName:
    topic = _TOPIC_END.split(_IN_TROUBLE.sub("", found["topic"].strip()), maxsplit=1)[0]
    at = found["topic"].find(topic)
    named = [(end + at, codes) for end, codes in _named_in(topic, lookup)]
    codes = tuple(code for _, found_codes in named for code in found_codes)
    if codes:
        last = max(at for at, found_codes in named if found_codes)
        end = name.end + found.start("topic") + last
        return replace(name, subject=tuple(dict.fromkeys(codes)), end=end, text=text[name.start : end])
    return replace(name, topics=tuple(dict.fromkeys([*name.topics, topic]))) if topic[:1].islower() else name
