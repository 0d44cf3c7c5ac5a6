"""Parties listed in a row: the subject before a verb, the list after "by"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from whowhom.actors.codes import STATE_CODES
from whowhom.records import Entity
from whowhom.talks.levels import level_of
from whowhom.talks.lookup import Lookup
from whowhom.talks.records import Level

_JOINED = re.compile(
    r"\s*[,;]\s*(?:and\s+|as well as\s+|along with\s+)?|\s+(?:and|nor|or|as well as|along with|together with|"
    r"whereas)\s+"
)
# Where the noun phrase before a verb begins at the latest.
_CLAUSE = re.compile(
    r"[;:—()“”\"]\s*|\b(?:[Aa]s|what|that|which|where|when|while|because|since|although|though|if|whether|but|how|"
    r"then|about|as|after|before|whereupon|"
    r"said|says|told|until|so)\s+|\b[Aa]t which\s+|\b(?:[Ii]n|[Oo]n|[Aa]t|(?<!ed )(?<!made )[Bb]y|[Ff]rom|"
    r"[Ff]or)\s+[^,]{2,40},\s+",
)
# Where a list ends: a verb or a preposition that opens another phrase.
_STOP = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|did|does|do|to|in|on|at|for|after|before|since|until|with|who|"
    r"whom|which|that|as|said|"
    r"said|agreed|following|during|when|while|because|over|about|amid|through|instead|under|led|headed|ahead)\b"
)
_LEAD = re.compile(
    r"^(?:(?:and|though|although|while|both(?! (?:\w+ )?(?:sides|delegations|parties|camps))|neither|nor|"
    r"by|with|besides|beside|also|then|"
    r"either|only|even|later|meanwhile|between|among|including|like|from|of|for)\s+)+",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?:and,?\s+)?(?:for|on behalf of) ", re.IGNORECASE)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|met|meet|meets|went|came|took|takes|agreed|did|made|saw|"
    r"sent|sends|held|holds|"
    r"ended|began|opened|announced|called|turned|put)\b"
)
# "A and B, which lead the coalition, ..." is about A and B.
_RELATIVE = re.compile(
    r"(?:,\s+(?:which|who|whose|whom|where)\b(?:(?!, (?:which|who|whose)\b)[^;:])*|\s(?:who|which) (?:is|are|"
    r"was|were)\b[^,;:]*),\s*$"
)
# "A, backed by B, took part" is about A.
PARTICIPLE = re.compile(
    r",\s+(?:(?:long|once|itself|now) )?(?:backed|supported|armed|led|headed|represented|accused|sponsored|"
    r"drawn|made up|"
    r"under|despite|citing|facing|angered|accusing|unlike|acting|speaking|sent|named|chosen|appointed|"
    r"elected|created|founded|formed)\b[^,;]*,\s*$"
    r"|,\s+(?:an?|the|its) [^,;]*\b(?:appointed|named|chosen|sent|backed|led|headed) by [^,;]*,\s*$"
)
# What opens with a verb or says where is no member of a list.
_NO_MEMBER = re.compile(r"(?:[a-z-]+ed (?:jointly )?by|is|are|was|were|has|have|had|will|would|in|at|on)\b")
_DOES = re.compile(r"\b[a-z]{3,}ed (?:an?|the|its|their|his|her|to)\b")
_SHARED = re.compile(
    r"^(?P<head>.*?\b(?:ministers|leaders|presidents|envoys|ambassadors|officials|representatives|delegations|chiefs|"
    r"experts|heads of state))\b.* of\s"
)
# A verb after a name ends it; before a preposition stands another phrase.
_PREDICATE = re.compile(
    r"(?P<name>\b[A-Z][\w’'-]+)\s(?:acting|serving|taking|held|told|took|came|went|left|sent|spoke|saw|"
    r"made|gave|led|[a-z]{3,}ed)\s"
)
_LOOSE = re.compile(r"\b(?:with|on|at|by|during|after|into|upon|amid|via)\s")
# Words that end a piece without being of it, and words that no party's name has.
_TAIL = re.compile(
    r"(?:\s+(?:as|an?|the|to|of|under|than|called|named)\b.{0,3})+$|\s+(?:named after|called|known as)\s.*$"
)
_VERBAL = re.compile(
    r"^(?:it|he|she|they|there|this|that|did|does|had|was|is|will)\b|\s(?:threatened|wanted|planned|named)$",
    re.IGNORECASE,
)
# Somebody the knowledge base does not know, with whose man he is: "Philip Hammond of Britain", "Iran's Abbas Araghchi".
_OF_WHOM = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)+) (?:of|from) (?P<of>(?:the )?[A-Z][^,;]+)$"
    r"|(?:the )?(?P<whose>[A-Z][^,;’']+)['’]s? (?P<after>[A-Z][\w’'-]+(?:[ -][A-Z][\w.’'-]*)+)$"
)
_SHORT_NAME = re.compile(r"(?<=\w) \([A-Z][\w.&/-]{1,14}\)")
_RANKED = re.compile(
    r"(?:(?:an?|the|its) )?(?:[a-z-]+ ){0,2}(?:command|two|head|leader|chief|chairman|founder|member|"
    r"commander|secretary|"
    r"delegate|representative|official|veteran) (?:of|in|for) (?:the )?(?P<of>[A-Z].+)$"
)
_FROM = re.compile(
    r"(?:[Tt]he )?(?:[\w-]+ ){0,3}?(?:[Mm]inisters|[Oo]bservers|[Ee]nvoys|[Oo]fficials|[Pp]residents|"
    r"[Ll]eaders|[Dd]iplomats|"
    r"[Dd]elegat\w+|[Nn]egotiators|[Rr]epresentatives) (?:from|of) (?:the )?(?P<of>[A-Z].+)$"
)
_LED = re.compile(
    r"(?<!is)(?<!are)(?<!was)(?<!were)(?<!be)(?<!,)\s(?:led|headed|backed|supported) by [A-Z][^,;]{3,50}$"
)
_TITLES = re.compile(r"(?:Presidents|(?:Foreign |Prime )?Ministers|Chancellors|Ambassadors) (?=[A-Z])")
_FROM_THERE = re.compile(
    r"\b(?:representatives|delegations?|delegates|envoys|ministers|officials|leaders|observers|diplomats|negotiators|"
    r"teams?|experts|presidents|pressure|mediators|members)\s+$",
    re.IGNORECASE,
)
# "Six powers - A, B and C - met", "six powers (A, B and C) met".
_ASIDE_LIST = re.compile(r"(?:\s[-–—]+\s|—|\s\()(?P<list>[^()–—]{5,200}?)(?:\s[-–—]+|—|\))\s*$")
_KOREAS = re.compile(r"(?:and )?(?:[Tt]he )?(?:two|both) Koreas")
_MEMBERS = re.compile(
    r"(?: (?:countries|powers|states|nations|parties|governments))?(?: \(|,? (?:including|among them|"
    r"such as|notably|namely)"
    r" |,? [-–—]+ ?|: | were invited, including |—)(?:the )?(?=[A-Z])"
)
MOST = 12
# A phrase with one of these at its end is somebody's, and nobody.
_THING = re.compile(
    r"\b(?:invitation|offer|proposal|presence|absence|role|part|statement|capital|city|attacks?|request|list|side of|"
    r"plan|draft|visit|future|war|border)$"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One party of a list and the rank that the list gives it."""

    entity: Entity
    level: Level


def list_after(text: str, start: int, end: int, lookup: Lookup) -> list[Listed]:
    """The parties listed from ``start`` on, as long as each next piece names one."""
    found: list[Listed] = []
    shared: Level = "unknown"
    text = _without_short_names(text)
    closed = re.compile(r";|(?<=\w):\s").search(text, start, end)
    end = closed.start() if closed else end
    for first, last in _pieces(text, start, end)[:MOST]:
        if (both := _KOREAS.fullmatch(text, first, last)) is not None:
            found += _koreas(text, *both.span())
            continue
        if found and (_NO_MEMBER.match(text, first, last) or _is_clause(text, first, last)):
            break
        if _FOR.match(text[first:last]):
            continue
        first = _after_lead(text, first, last)
        stop = _STOP.search(text, first, last)
        begin = _SHARED.match(text[first:last])
        entity = _party(text, first, stop.start() if stop else last, lookup)
        if entity is None:
            if found and not stop:
                break
            if stop or not found:
                break
            continue
        shared = _shared_level(begin) if begin else shared
        found.append(Listed(entity, _rank(entity, shared)))
        if stop and not begin:
            break
    return _without_appositions(found)


def _koreas(text: str, start: int, end: int) -> list[Listed]:
    """ "The two Koreas" are two."""
    named = (("North Korea", "PRK"), ("South Korea", "KOR"))
    return [Listed(Entity(text[start:end], start, end, name, code, "GOV"), "unknown") for name, code in named]


def list_in(text: str, start: int, end: int, lookup: Lookup) -> list[Listed]:
    """The members that a group's own words are followed by: "six powers (A, B and C)", "five states, including A"."""
    opened = _MEMBERS.match(text, start, end)
    if opened is None:
        return []
    close = text.find(")", opened.end(), end) if opened.group().strip() == "(" else end
    return list_after(text, opened.end(), close if close > 0 else end, lookup)


def _without_short_names(text: str) -> str:
    """The text with blanks for "(OAU)" after a name, every other word where it was."""
    return _SHORT_NAME.sub(lambda found: " " * len(found.group()), text)


def _is_clause(text: str, first: int, last: int) -> bool:
    """Whether a piece has a verb of its own: "by the UN and the OSCE, and C took part"."""
    return re.search(r",\s+(?:and|while|but)\s+$", text[:first]) is not None and bool(FINITE.search(text, first, last))


def list_before(text: str, start: int, end: int, lookup: Lookup) -> list[Listed]:
    """The parties that the subject right before ``end`` names, read backwards to where its clause begins."""
    text = _without_short_names(text)
    members: list[Listed] = []
    if (group := _ASIDE_LIST.search(text[start:end])) is not None:
        members = list_after(text, start + group.start("list"), start + group.end("list"), lookup)
        end = start + group.start() if len(members) > 1 else end
    if (aside := _RELATIVE.search(text[start:end])) is not None:
        end = start + aside.start()
    if (aside := PARTICIPLE.search(text[start:end])) is not None:
        end = start + aside.start()
    if (named := re.search(r" (?:named after|known as) ", text[start:end])) is not None:
        end = start + named.start()
    if (led := _LED.search(text[start:end])) is not None:
        end = start + led.start()
    starts = [found.end() for found in _CLAUSE.finditer(text, start, end) if not _is_of_people(text, found)]
    begin = starts[-1] if starts else start
    found: list[Listed] = []
    head = _SHARED.match(text[begin:end])
    shared = _shared_level(head) if head else "unknown"
    for first, last in reversed(_pieces(text, begin, end)[-MOST:]):
        first = _after_lead(text, first, last)
        if re.match(r"(?:who|which)\b", text[first:last]):
            continue
        begin = text.rfind(" by ", first, last) + 1 or first
        if FINITE.search(text, begin, last) or _DOES.search(text, begin, last):
            break
        entity = _party(text, first, last, lookup)
        if entity is None:
            if found:
                break
            continue
        found.append(Listed(entity, _rank(entity, shared)))
    told = _without_appositions(found[::-1])
    return [item for item in told if item.entity.code != "IGO"] + members if len(members) > 1 else told


def _party(text: str, start: int, end: int, lookup: Lookup) -> Entity | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;"):
        end -= 1
    words = text[start:end]
    if (verb := _PREDICATE.search(words)) is not None:
        end = start + verb.end("name")
        words = text[start:end]
    loose = [found.end() for found in _LOOSE.finditer(words)]
    start += loose[-1] if loose else 0
    words = text[start:end]
    if (cut := _TAIL.search(words)) is not None:
        end = start + cut.start()
    if start >= end or _VERBAL.search(text[start:end]) or _THING.search(text[start:end]):
        return None
    entity = lookup.party(text, start, end)
    if entity is None and (told := _OF_WHOM.match(text[start:end])) is not None:
        group = "of" if told["of"] else "whose"
        owner = lookup.party(text, start + told.start(group), start + told.end(group))
        if owner is not None and owner.code and not owner.person:
            name = told["name"] or told["after"]
            entity = Entity(text[start:end], start, end, name, owner.code, owner.sector or "GOV", person=name)
    if (entity is None or entity.code is None) and (told := _FROM.match(text[start:end])) is not None:
        owner = lookup.party(text, start + told.start("of"), end)
        if owner is not None and owner.code and not owner.person:
            entity = replace(owner, text=text[start:end], start=start)
    if entity is None and (told := _RANKED.match(text[start:end])) is not None:
        owner = lookup.party(text, start + told.start("of"), end)
        if owner is not None and owner.code and not owner.person:
            entity = replace(owner, text=text[start:end], start=start)
    if entity is not None and entity.sector is None and entity.code in STATE_CODES and not entity.person:
        return replace(entity, sector="GOV")
    return entity


def _is_of_people(text: str, found: re.Match[str]) -> bool:
    """Whether "from A, " goes with those who come from there: "envoys from A, B and C"."""
    return found.group()[:4].lower() in {"from", "for "} and _FROM_THERE.search(text[: found.start()]) is not None


def _after_lead(text: str, first: int, last: int) -> int:
    found = _LEAD.match(text[first:last])
    first += found.end() if found else 0
    titles = _TITLES.match(text, first, last)
    return titles.end() if titles else first


def _shared_level(found: re.Match[str]) -> Level:
    """ "The foreign ministers of A and B": each comes at that rank."""
    words = re.sub(r"ies$", "y", found["head"]).removesuffix("s")
    level = level_of(Entity(words, 0, len(words)))
    return "head_of_state" if level == "unknown" and words.lower().endswith("leader") else level


def _rank(entity: Entity, shared: Level) -> Level:
    own = level_of(entity)
    return own if own != "unknown" else shared


def _without_appositions(listed: list[Listed]) -> list[Listed]:
    """Each party once: "Adel al-Jubeir, the kingdom's foreign minister" is one."""
    kept: list[Listed] = []
    for item in listed:
        last = kept[-1] if kept else None
        if last is None or not _explains(last.entity, item.entity):
            kept.append(item)
        elif item.entity.person and not last.entity.person:
            kept[-1] = item if item.level != "unknown" else replace(item, level=last.level)
        elif last.level == "unknown":
            kept[-1] = replace(last, level=item.level)
    return kept


def _explains(a: Entity, b: Entity) -> bool:
    """Whether one of two neighbours only says who the other is."""
    if a.person and b.person:
        return a.person == b.person
    named, other = (a, b) if a.person else (b, a)
    if not named.person or not (
        other.office or re.search(r"\b(?:leader|chief|head|coordinator|undersecretary)\b", other.text)
    ):
        return False
    return other.code in {None, named.code}


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list with their offsets, blanks cut off."""
    pieces, at = [], start
    for found in [*_JOINED.finditer(text, start, end), None]:
        stop = found.start() if found else end
        inner = text[at:stop]
        left = at + len(inner) - len(inner.lstrip())
        if inner.strip():
            pieces.append((left, left + len(inner.strip())))
        at = found.end() if found else end
    return pieces
