"""Parts in the talks that phrases tell of, with or without an event: "organised by", "kept away"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from whowhom.actors.codes import STATE_CODES
from whowhom.records import Entity, Status
from whowhom.talks.groups import Groups, find_sides
from whowhom.talks.levels import level_of
from whowhom.talks.lists import Listed, list_after, list_before
from whowhom.talks.lookup import Lookup
from whowhom.talks.merge import OPPOSED
from whowhom.talks.names import TalksName
from whowhom.talks.passages import Part
from whowhom.talks.reasons import find_reason
from whowhom.talks.records import Evidence, Party, Role
from whowhom.talks.rules import TALKS, Rule, load_rules

_UNREAL = re.compile(r"\b(?:should|must|ought to|could|may|might)(?: (?:be|also))?$")
_NOBODY = re.compile(r"\b(?:neither|nor|none of|no)\s+(?:the\s+)?$", re.IGNORECASE)
# Who "will not be at the table" says no more than that.
_UNSEEN = re.compile(r"\b(?:table|present|represented)\b")
_NO_ONE = re.compile(r"(?:No|None of the) [A-Z]")
_BIDDEN = re.compile(
    r"\b(?:invit|ask|urg|press|persuad|want|refus|declin|fail|unwilling|unable|call(?:s|ed)? (?:on|for))\w*\b"
)
_OBSERVING = re.compile(
    r"[^,.;]{0,60}?\b(?:as (?:an )?observers?|in an? observer (?:capacity|role)|with observer status)\b", re.IGNORECASE
)
_BEHALF = re.compile(r"[^.;,]{0,30}\b(?:on behalf of|in the name of)\s+(?:the )?")
# What else can stand under somebody's auspices.
_BODY = re.compile(
    rf"(?P<body>\b(?:committee|commission|force|mission|elections?|vote|referendum|government|authority|constitution|"
    rf"administration)\b)|\b{TALKS}\b"
)
_OBSERVERS = re.compile(r"\b[Oo]bservers (?:from|of) [^,;]*$")
_BESIDE = re.compile(r"[^.;,]{0,30}?,? (?:(?:together|jointly|along) with|with) (?=[A-Z]|the )")
_SO_TOO = re.compile(
    r"[^.;]{0,60}?,? (?:as|(?:and )?so) "
    r"(?:were|was|is|are|did|do|does|had|has|have|will|would)\s+(?=[A-Z]|the |its |an? )"
)
_APPOSITION = re.compile(r",\s[^,;]+(?=,)")
# What stands for the subject of the sentence, or leaves it out.
_POINTER = re.compile(
    r"(?:\b(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he|(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:own )?(?:\w+ )?(?:group|"
    r"side|party|movement|"
    r"country|government|delegation|team|organi[sz]ation|forces|people))|\b(?:but|and|yet|then))(?: \w+ly)?\s*$"
)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-Z“\"])[^.!?]*)*[.!?]+[”\"]?\s*")
_CHAIRING = re.compile(r"\b(?:chair|presid|led\b|leads\b)")
_WITH_NAME = re.compile(r"\s*(?:the )?[A-Z]")
_NEGATED = re.compile(r"n[’']t\s*$")


@dataclass(frozen=True, slots=True)
class Told:
    """A party as a phrase tells of it; ``at`` is where the phrase stands; ``is_firm``: it can mean nothing else."""

    party: Party
    at: int
    is_firm: bool


# The envoy who opens, suspends or closes talks presides over them; a state that does calls them.
_PRESIDES = re.compile(
    r"(?:, [^,.;]{5,60},)?\s+(?:had |has |on \w+day |will )?(?:opened|opens|suspended|suspends|closed|halts|puts back|"
    r"adjourned|paused|brought|postponed|"
    r"reconvenes?|puts|launched|called a pause|sets)\b(?=[^.;]{0,60}\b(?:talks|round|it|negotiations|conference|pause|"
    r"meeting)\b)"
)
_SPEAKER = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_THEIR = re.compile(r"\b[Tt]heir (?P<who>(?:foreign |defen[cs]e )?(?:ministers|presidents|leaders|envoys))\b")
_HYPHENED = re.compile(
    r"\b(?P<who>[A-Z][\w.]*)[-‐‑](?P<how>sponsored|convened|hosted|mediated|brokered|led|backed|organi[sz]ed)\b"
)
_BY_WORD: dict[str, Role] = {"hosted": "host", "mediated": "mediator", "brokered": "mediator", "led": "mediator"}
_NO_SUBJECT = re.compile(
    r"\b[Nn]o (?P<who>[A-Z][^,.;]{2,60}?)(?:,[^.;]{3,70},)?\s+(?:took part|was represented|attended|was present|"
    r"were present|is represented)\b"
)
_NOT_BETWEEN = (
    "said|says|told|that|which|who|after|before|with|between|among|begin|start|resume|under|deal|reached|agreed|"
    "will|was|is|were|has|had"
)
TALKS_WITH = re.compile(
    rf"\b(?P<noun>{TALKS})\b(?P<between>(?:(?!\b(?:{_NOT_BETWEEN})\b)[^.;]){{0,50}}?)"
    r"\s(?P<how>with|between|among|of)\s+(?:both\s+)?"
)
_SUBJECT_TOO = re.compile(
    r"\b(?:in|at|for|during|halt\w*|suspend\w*|broke off|break off|resum\w*|continu\w*|hold\w*|held|open\w*|beg[aiu]n|"
    r"start\w*)"
    r" (?:an? |the |its |their )?(?:[\w-]+ ){0,2}$"
)
_REFUSING = re.compile(
    r"\b(?:refus\w*|reject\w*|declin\w*|spurn\w*|rul\w+ out|will not|would not|won[’']t|boycott\w*)\b"
)
_EXPECTED = re.compile(
    r"\b(?:pave\w* the way for|ahead of|call\w* for|offer\w* (?:of|for)|expected|possible|until|for|"
    r"before)\s+(?:[\w-]+\s+){0,3}$"
)
_LATER = re.compile(
    r"^[^.;]{0,80}?\b(?:(?:is|are) to|will|would|should|(?:is|are) (?:expected|due|supposed) to) "
    r"(?:begin|start|open|resume|follow|be held|take place)\b"
)
_FINITE = re.compile(
    r"\b(?:has|have|had|will|would|is|are|was|were|said|held|holds|hold|met|meets|agreed|joined|\w{3,}ed)\b"
)


def phrase_parties(part: Part, names: list[TalksName], lookup: Lookup, groups: Groups) -> Iterator[Told]:
    """The lines that the phrases of one sentence give."""
    text = part.passage.text
    for rule in load_rules():
        for found in rule.pattern.finditer(text, part.start, part.end):
            yield from _apply(rule, found, part, lookup, groups)
    yield from _presiding(part, lookup)
    for name in names:
        yield from _owners(part, name, lookup)
    yield from _theirs(part, groups)
    for found in _NO_SUBJECT.finditer(text, part.start, part.end):
        listed = list_after(text, *found.span("who"), lookup)
        yield from _lines(part, "absent", "occurred", listed, found.span())
    yield from _with_whom(part, names, lookup)


def _apply(rule: Rule, found: re.Match[str], part: Part, lookup: Lookup, groups: Groups) -> Iterator[Told]:
    text, role, status = part.passage.text, rule.role, rule.status or "occurred"
    named = found.groupdict()
    denied = (
        bool(named.get("not"))
        or bool(_NO_ONE.match(part.text))
        or bool(_NEGATED.search(text[part.start : found.start()]))
    )
    if denied:
        if rule.refused is None:
            return
        role = rule.refused
    aux = named.get("aux") or ""
    if rule.status is None and (aux in {"will", "would"} or aux.endswith(" to")):
        unseen = _UNSEEN.search(found.group()) is not None
        status = "declined" if denied and not unseen else "planned"
        role = "declined" if denied and not unseen else role
    if rule.role in {"declined"} and rule.status is None:
        status = "declined"
    if rule.where == "before":
        listed = list_before(text, part.start, found.start(), lookup) or _group_before(part, found.start(), groups)
        if not listed and (aside := _APPOSITION.match(found.group())) is not None:  # who he is, it says
            listed = list_before(text, part.start, found.start() + aside.end(), lookup)
        listed = listed or _pointed_back(part, found.start(), lookup)
    else:
        listed = list_after(text, found.end(), part.end, lookup) or _group_after(part, found.end(), groups)
    if re.search(r"auspices|aegis|supervision", text[found.start() : found.end() + 40]) and _is_of_a_body(
        text[part.start : found.start()]
    ):
        return
    listed = listed or _sides_at(part, found, rule.where, lookup)
    listed = _on_behalf(text, found.end(), part.end, lookup) or listed
    if rule.role == "mediator" and _CHAIRING.search(found.group()):
        role = _chairs_as(listed)
    if (
        rule.role == "attending"
        and found.group().lstrip().startswith("to ")
        and _BIDDEN.search(text, part.start, found.start())
    ):
        return
    if rule.role == "attending" and _UNREAL.search(text[part.start : found.start()]):
        return
    if rule.role == "host" and " and " not in text[found.end() : found.end() + 60]:
        listed = listed[:1] if rule.where == "after" else listed
    if listed and rule.where == "before" and _NOBODY.search(text[part.start : listed[0].entity.start]):
        role, status = (rule.refused, "occurred") if rule.refused else (role, status)
    alone = len(listed) < 2 and not _is_personal(listed) and not _WITH_NAME.match(text, found.end())
    if not rule.is_firm and rule.role == "attending" and alone:
        return
    if role == "attending" and (_OBSERVING.match(text[found.end() : part.end]) or _OBSERVING.match(part.text)):
        role = "observer"
    if role == "attending" and listed and _OBSERVERS.search(text[part.start : listed[0].entity.end]):
        role = "observer"
    if len(listed) == 1 and listed[0].entity.code is None and found.group().startswith(", "):
        listed = _told_by(listed[0], found, lookup)
    if role == "mediator" and rule.where == "before" and (beside := _BESIDE.match(text, found.end(), part.end)):
        listed = listed + list_after(text, beside.end(), part.end, lookup)
    if listed and rule.where == "before":
        listed = listed + _so_too(part, found.end(), lookup)
    yield from _lines(part, role, status, listed, found.span(), is_firm=rule.is_firm)


def _sides_at(part: Part, found: re.Match[str], where: str, lookup: Lookup) -> list[Listed]:
    """ "Both sides" right before or after a phrase: who they are the talks tell."""
    text = part.passage.text
    first, last = (
        (found.end(), min(part.end, found.end() + 40))
        if where == "after"
        else (max(part.start, found.start() - 40), found.start())
    )
    sides = find_sides(text, first, last)
    if sides is None or (text[first : sides.start()].strip().lower() not in {"", "the"} and where == "after"):
        return []
    if where == "before" and text[sides.end() : last].strip():
        return []
    return [Listed(Entity(sides.group(), sides.start(), sides.end(), None, None, None), "delegation")]


def _pointed_back(part: Part, at: int, lookup: Lookup) -> list[Listed]:
    """Who "it", "they" or a verb after "but" means: the subject of the sentence, else of the one before it."""
    text = part.passage.text
    words = text[part.start : at]
    back = _POINTER.search(words)
    if back is None:
        return []
    end = part.start + back.start()
    subject = _subject(text, part.start, end, lookup)
    if not subject and not words[: back.start()].strip(' “"') and back["who"]:
        before = _SENTENCE.findall(text[: part.start])[-1:]
        start = part.start - len(before[0]) if before else part.start
        subject = _subject(text, start, part.start, lookup)
    who = (back["who"] or "").lower()
    if who in {"it", "he", "she"}:
        return subject if len(subject) == 1 else []
    return subject


def _subject(text: str, start: int, end: int, lookup: Lookup) -> list[Listed]:
    """Whom a sentence is about: those before its first verb."""
    finite = _FINITE.search(text, start, end)
    return list_before(text, start, finite.start(), lookup) if finite else []


def _told_by(item: Listed, found: re.Match[str], lookup: Lookup) -> list[Listed]:
    """Whoever it is, with the country that the phrase itself says: "A, the Kenyan mediator"."""
    aside = re.match(r", (?P<who>[^,;]+)", found.group())
    start = found.start() + 2
    known = lookup.party(found.string, start, start + len(aside["who"])) if aside else None
    if known is None or known.code is None or known.person:
        return [item]
    return [replace(item, entity=replace(item.entity, code=known.code, sector=known.sector))]


def _so_too(part: Part, at: int, lookup: Lookup) -> list[Listed]:
    """Of whom the same is said: "took part, as did A", "was there, and so was B"."""
    found = _SO_TOO.match(part.passage.text, at, part.end)
    return list_after(part.passage.text, found.end(), part.end, lookup) if found else []


def _is_of_a_body(words: str) -> bool:
    """Whether the nearest noun before is a committee or the like, and no talks."""
    nearest = [found["body"] for found in _BODY.finditer(words)][-1:]
    return nearest[0] is not None if nearest else False


def _on_behalf(text: str, start: int, end: int, lookup: Lookup) -> list[Listed]:
    """Whom somebody presides for: "takes the chair on behalf of the OSCE"."""
    found = _BEHALF.match(text[start:end])
    return list_after(text, start + found.end(), end, lookup)[:1] if found else []


def _chairs_as(listed: list[Listed]) -> Role:
    """A state that presides calls the talks; a person or a body of states mediates."""
    states = [item for item in listed if item.entity.code in STATE_CODES and not item.entity.person]
    return "organiser" if listed and len(states) == len(listed) and listed[0].level == "unknown" else "mediator"


def _theirs(part: Part, groups: Groups) -> Iterator[Told]:
    """ "A, B and C ..., their foreign ministers declared": who they were."""
    for found in _THEIR.finditer(part.passage.text, part.start, part.end):
        level = level_of(Entity(found["who"].removesuffix("s"), 0, len(found["who"])))
        listed = [replace(item, level=level) for item in groups.last(part.start, found.start())]
        yield from _lines(part, "attending", "occurred", listed, found.span(), is_firm=False)


def _is_personal(listed: list[Listed]) -> bool:
    named = [item for item in listed if item.entity.person or item.level != "unknown"]
    return any(not _SPEAKER.search(f"{item.entity.text} {item.entity.office or ''}") for item in named)


def _group_before(part: Part, at: int, groups: Groups) -> list[Listed]:
    """ "The three agreed": those named before."""
    for _, end, listed in groups.read(part.passage.text, max(part.start, at - 60), at):
        if not part.passage.text[end:at].strip(" ,") or len(part.passage.text[end:at].split()) <= 2:
            return listed
    return []


def _group_after(part: Part, at: int, groups: Groups) -> list[Listed]:
    for start, _, listed in groups.read(part.passage.text, at, part.end):
        return listed if start - at <= 5 else []
    return []


def _presiding(part: Part, lookup: Lookup) -> Iterator[Told]:
    text = part.passage.text
    for found in _PRESIDES.finditer(text, part.start, part.end):
        listed = list_before(text, part.start, found.start(), lookup)
        if len(listed) > 1 or (listed and listed[0].entity.sector in OPPOSED):  # parties open their own talks
            continue
        for item in listed[-1:]:
            item = _told_by(item, found, lookup)[0] if item.entity.code is None else item
            yield from _lines(part, *_presides_as(item, found.group()), [item], found.span(), is_firm=False)


def _presides_as(item: Listed, words: str) -> tuple[Role, Status]:
    """An envoy's or the UN's pause is a mediator's; a party that suspends talks leaves them."""
    if item.entity.code == "UNO" or item.level == "envoy" or re.search(r"\b(?:mediat|facilitat)or\b", words):
        return "mediator", "occurred"
    return ("declined", "declined") if re.search(r"\b(?:suspend|pause|halt)", words) else ("organiser", "occurred")


def _owners(part: Part, name: TalksName, lookup: Lookup) -> Iterator[Told]:
    """Whose talks they are, by the words right before their name."""
    text = part.passage.text
    for found in _HYPHENED.finditer(text, max(part.start, name.start - 30), name.end):
        who = lookup.party(text, *found.span("who"))
        if who is not None:
            yield from _lines(
                part, _BY_WORD.get(found["how"], "organiser"), "occurred", [Listed(who, level_of(who))], found.span()
            )
    before = re.search(
        r"(?P<who>\b(?:[A-Z][\w.-]*[A-Z.]|[A-Z]\w+(?: [A-Z]\w+)?))(?P<own>['’]s?)?\s+$", text[part.start : name.start]
    )
    if before is None:
        return
    start, end = part.start + before.start("who"), part.start + before.end("who")
    who = lookup.party(text, start, end)
    if who is not None and who.code and (before["own"] or who.code == "UNO"):
        for told in _lines(part, "organiser", "occurred", [Listed(who, "unknown")], (start, name.end)):
            yield replace(told, at=name.start)


def _with_whom(part: Part, names: list[TalksName], lookup: Lookup) -> Iterator[Told]:
    """ "Talks between A and B"; "in a meeting with B" of whom the sentence is about."""
    text = part.passage.text
    for found in TALKS_WITH.finditer(text, part.start, part.end):
        if _REFUSING.search(text[part.start : found.start()]):
            continue
        # Talks to come that somebody speaks of at these.
        if not part.passage.is_lead and part.passage.section == "body" and _LATER.match(text[found.end() : part.end]):
            continue
        listed = list_after(text, found.end(), part.end, lookup)
        listed = [item for item in listed if found["how"] != "of" or item.level != "unknown" or len(listed) > 1]
        before = text[part.start : found.start()]
        status: Status = "expected" if _EXPECTED.search(before) and found["how"] == "between" else "occurred"
        yield from _lines(part, "attending", status, listed, found.span(), is_firm=False)
        if found["how"] == "with" and _SUBJECT_TOO.search(before):
            finite = _FINITE.search(text, part.start, found.start())
            subject = list_before(text, part.start, finite.start(), lookup) if finite else []
            if not subject:
                comma = text.find(",", part.start, found.start())
                subject = list_before(text, part.start, comma, lookup) if comma > 0 else []
            yield from _lines(part, "attending", status, subject, found.span(), is_firm=False)


def _lines(
    part: Part, role: Role, status: Status, listed: list[Listed], cited: tuple[int, int], *, is_firm: bool = True
) -> Iterator[Told]:
    passage = part.passage
    for item in listed:
        entity = item.entity
        start, end = min(cited[0], entity.start), max(cited[1], entity.end)
        words = passage.text[start:end]
        start, end = start + len(words) - len(words.lstrip(" ,;")), end - (len(words) - len(words.rstrip(" ,;")))
        evidence = [Evidence(passage.story_id, passage.section, passage.paragraph, start, end)]
        reason = None
        if role in {"declined", "absent"} and (why := find_reason(passage.text, part.start, part.end)) is not None:
            reason = why[0]
            evidence.append(Evidence(passage.story_id, passage.section, passage.paragraph, *why[1:]))
        party = Party(entity, role, item.level, entity.person, status, reason, passage.as_of, tuple(evidence))
        yield Told(party, cited[0], is_firm)
