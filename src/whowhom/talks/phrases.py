"""Parts in the talks that phrases tell of, with or without an event: "organised by", "kept away", "at the table were"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from whowhom.records import Entity, Status
from whowhom.talks.levels import level_of
from whowhom.talks.lists import Groups, Listed, list_after, list_before
from whowhom.talks.lookup import Lookup
from whowhom.talks.names import TalksName
from whowhom.talks.passages import Part
from whowhom.talks.reasons import find_reason
from whowhom.talks.records import Evidence, Party, Role

_TALKS = r"(?:talks|negotiations?|summits?|conferences?|congress|meetings?|gatherings?|round|session|process)"
_AUX = (
    r"(?:,? (?:for its part|however|too|meanwhile|as well|in turn),?)?\s*"
    r"(?:\b(?P<aux>has|have|had|is|are|was|were|will|would|did|does|do|could|can|(?:is|are|was|were|plans?|planned|due|expected|set) to)\s+)?"
    r"(?:(?P<not>not|never|no longer|neither)\s+)?(?:(?:also|be|been|only|still|all|to)\s+)*"
)
_UNREAL = re.compile(r"\b(?:should|must|ought to|could|may|might)(?: (?:be|also))?$")
_NOBODY = re.compile(r"\b(?:neither|nor|none of|no)\s+(?:the\s+)?$", re.IGNORECASE)
_NEGATED = re.compile(r"n[’']t\s*$")


@dataclass(frozen=True, slots=True)
class Told:
    """A party as a phrase tells of it; ``at`` is where the phrase stands; ``is_firm`` when it can mean no other thing."""

    party: Party
    at: int
    is_firm: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    """A phrase: the role it gives and where those who have it stand, ``before`` or ``after`` it."""

    role: Role
    where: str
    pattern: re.Pattern[str]
    is_firm: bool = True
    status: Status | None = None
    refused: Role | None = None  # the role when the phrase is denied; None: then it gives nothing


def _rule(role: Role, where: str, pattern: str, **more: object) -> _Rule:
    return _Rule(role, where, re.compile(pattern), **more)  # type: ignore[arg-type]


_COME = r"(?:come|attend|take part|negotiate|participate|join|go|travel|meet|sit|leave|hold)"
_RULES: tuple[_Rule, ...] = (
    # taking part
    _rule("attending", "before", _AUX + r"\b(?:attend(?:s|ed|ing)?|tak(?:e|es|en|ing) part|took part|participat(?:e|es|ed|ing))\b", refused="absent"),
    _rule("attending", "before", _AUX + r"\b(?:present\b(?! (?:a|the|its|his|their))|at the table\b)", refused="absent"),
    _rule("attending", "before", _AUX + r"\brepresented\b(?! by)", refused="absent"),
    _rule("attending", "before", r"\s+will (?:also )?be there\b", status="planned"),
    _rule("attending", "after", r"\b(?:[Aa]t the table (?:were|was|sat)|[Aa]mong those (?:present|attending) (?:were|was)|attended by|was joined by|were joined by)\s+"),
    _rule("attending", "after", r"\brepresented by\s+"),
    _rule("attending", "after", r"\b(?:delegations?|teams?|one|other|that of [^,.;]{3,40}?|it|led|rebels|side)\b[^.;]{0,60}?\b(?:led|headed)\b(?: as before)? by\s+"),
    _rule("attending", "after", r"\b(?:that of|delegations? of) [^,.;]{3,40}? by\s+"),
    _rule("attending", "after", r"\b(?:team|delegation), under\s+"),
    _rule("attending", "before", r"(?:, [^,.;]{3,60},)?\s+(?:leads?|led|heads?|headed)\s+(?:(?:one|the|its|their|his)\s+)?(?:[\w’']+\s+){0,3}(?:delegation|team)\b"),
    _rule("attending", "after", r"\bwith\s+(?=[A-Z][^,.;]{3,40} (?:at (?:their|the|its) head|as (?:its )?(?:chief )?negotiator))"),
    _rule("attending", "after", r"\bdelegations of\s+"),
    _rule("attending", "before", r", (?:the |its |their )?(?:chief|head|leader|chief delegate|chief negotiator|negotiator) (?:of|for) [^,.;]{3,40}"),
    _rule("attending", "after", r"\b[Nn]egotiator (?=[A-Z])"),
    _rule("attending", "before", r"['’]s (?:government |opposition |rebel )?(?:delegation|team)\b"),
    _rule("attending", "before", r"(?:, who)? negotiates for\b"),
    _rule("attending", "before", r"\s+(?:arrived|came|turned up)(?=[.,;]| late| in [A-Z]| to [A-Z]| at all)", is_firm=False),
    _rule("attending", "after", r"\b[Ff]rom [A-Z]\w+ came\s+"),
    _rule("attending", "after", r"(?<=; )from [A-Z]\w+ "),
    _rule("attending", "before", r"(?:,[^.;]{5,60},)?\s+followed the (?:meeting|talks|conference)\b"),
    _rule("attending", "after", r"\blate arrival of(?: the)? delegations? (?:from|of)\s+"),
    _rule("attending", "after", r"\bin the presence of\s+"),
    _rule("attending", "before", r"\s+(?:joined|met|faced|received|sat down with|gathered|sat opposite)\b(?! the)", is_firm=False),
    _rule("attending", "after", r"\b(?:joined|met|met with|sat down with)\s+(?!in\b|on\b|at\b)(?:the )?(?=[A-Z])", is_firm=False),
    _rule("attending", "before", r"\s+(?:(?:had|have|has|did|do)\s+)?(?:(?:also|again)\s+)?(?:agreed?|signed|decided?|fixed|settled|declared|undertook|called(?! on (?!\w+day))|said in a joint statement|made no headway|spoke|mentioned|blamed)\b", is_firm=False),
    _rule("attending", "after", r"\b(?:signed|decision|agreed|agreement|statement|mechanism|effort|proposal|declaration|plan)\b(?: of|[^.;]{0,80}? by)\s+", is_firm=False),
    _rule("observer", "after", r"\b[Aa]s (?:an )?observers?,? (?:for )?\s*", is_firm=True),
    # staying away
    _rule("declined", "before", r"\s+(?:having\s+|(?:has|have|had)\s+)?(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing)|(?:has|have|had) been unwilling|(?:was|were) unwilling)\s+to\s+" + _COME + r"\b"),
    _rule("declined", "before", r"\s+(?:(?:has|have|had)\s+)?(?:boycotts?|boycotted|boycotting)\b"),
    _rule("declined", "before", r"\s+(?:would|will|to)\s+boycott\b"),
    _rule("declined", "before", r"\s+(?:(?:has|have|had)\s+)?(?:withdrew|withdrawn|pulled out|walked out|stormed out)\b"),
    _rule("declined", "before", r"\s+(?:[\w ]{0,40}?\band )?(?:abruptly )?left the (?:hall|room|talks|meeting|conference|table)\b"),
    _rule("declined", "before", r"\s+(?:abruptly )?left a [\w ]{0,20}?(?:meeting|summit)\b"),
    _rule("declined", "before", r"\s+(?:(?:had|has|have)\s+)?voted [^.;]{0,30}?not to " + _COME + r"\b"),
    _rule("declined", "before", r"\s+(?:(?:had|has|have)\s+)?(?:suspended (?:its|their) participation|postponed (?:its|their) part|put off formal)\b"),
    _rule("declined", "before", r"\s+(?:will|would) not (?:begin |start )?(?:come|attend|take part|go to|negotiate|join|participate|be back|return|talks|hold talks|begin talks)\b", status="declined"),
    _rule("declined", "before", r"(?:, [^,.;]{5,60},)?\s+(?:(?:had|has|have)\s+)?(?:turned (?:it|them|the (?:invitation|offer|proposal)) down|turned down|(?:rejected|refused|spurned)\b(?=[^.;]{0,40}\b" + _TALKS + r"))"),
    _rule("absent", "before", r"\s+(?:(?:had|has|have|is|are|was|were)\s+)?(?:kept away|keeps? away|stay(?:s|ed|ing)? away|absent\b|missing\b)"),
    _rule("absent", "before", r"\s+(?:takes?|took) no part\b"),
    _rule("absent", "before", r"\s+(?:is|are|was|were) (?:a part(?:y|ies) )?neither (?:a part(?:y|ies) )?(?:to|in|at)\b"),
    _rule("absent", "before", r"\s+(?:is|are|was|were) not (?:an? |a party |among )?(?:(?:\w+ ){0,2}participants?|part(?:y|ies)|at the|represented|present)\b"),
    _rule("absent", "after", r"\b(?:[Aa]bsent (?:was|were|from [\w ]{3,40} (?:was|were))|[Mm]issing (?:was|were))\s+"),
    _rule("absent", "after", r"\b[Nn]either (?=[^.;]{3,60}\b(?:at the table|took part|attended|was present|were present|was invited))"),
    # asked and not asked
    _rule("excluded", "before", r"(?:, [^,.;]{2,30},)?\s+(?:(?:had|has|have)\s+)?(?:received|got|receives?) no (?:formal )?invitation\b", status="declined"),
    _rule("excluded", "after", r"\b[Nn]o invitation (?:went|was sent|had gone|was given|was extended) to\s+", status="declined"),
    _rule("excluded", "after", r"\b(?:did|do|had|have|has) not (?:ask|asked|invite|invited)\s+", status="declined"),
    _rule("excluded", "before", r"\s+(?:(?:had|has|have) not been|(?:was|were) (?:\w+ly )?not|(?:was|were) never) (?:invited|asked)\b", status="declined"),
    _rule("invited", "after", r"\b(?:[Ii]nvitations? (?:went|was sent|were sent|had gone|was extended|passed on) to|has invited|had invited|invited|invites?|inviting)\s+(?!to\b|by\b|for\b)", is_firm=False),
    _rule("invited", "after", r"\bcalled on\s+(?=[^.;]{3,80}\bto (?:join|attend|take part|come))", status="occurred"),
    _rule("invited", "before", r"\s+(?:(?:had|has|have) (?:also )?been|(?:was|were)(?: also)?) invited\b"),
    _rule("invited", "before", r"(?: \([A-Z]+\))?\s+among them\b", is_firm=False),
    # calling, hosting, mediating
    _rule("organiser", "after", r"\b(?:co-?)?(?:[Oo]rgani[sz]ed|[Ss]ponsored|[Cc]onvened|[Cc]alled|[Ii]nitiated) (?:jointly )?by\s+"),
    _rule("organiser", "after", r"\boffers? (?:of|for) (?:[\w-]+ ){0,2}(?:talks|negotiations) by\s+", status="proposed"),
    _rule("organiser", "after", r"\b[Tt]he (?:\w+ )?(?:organi[sz]ers|sponsors|guarantors|organi[sz]er|sponsor),? (?=[A-Z])"),
    _rule("organiser", "before", r"(?:, [^,.;]{5,60},)?\s+(?:(?:has|have|had|plans? to|intends? to|wants? to|means? to|(?:is|are) to|will)\s+)?(?:convened?|convenes|call(?:ed|s)? (?:a|the|for a)|gather(?:ed)? Syrians|reconvened?|(?:bring|brought) together)\b(?=[^.;]{0,80}\b(?:" + _TALKS + r"|next|in [A-Z]))"),
    _rule("host", "after", r"\b(?:[Hh]osted by|host (?:of the [\w ]{2,20} )?(?:was|is)|host in [A-Z]\w+ was)\s+"),
    _rule("host", "before", r"(?:, [^,.;]{5,40},)?\s+(?:was|is|as|were) (?:the )?hosts?\b"),
    _rule("host", "after", r"\bwith\s+(?=[A-Z]\w+(?:,[^.;]{3,60},)? as host)"),
    _rule("host", "before", r"(?:, [^,.;]{5,60},)?\s+(?:has |had |is |was |will )?(?:hosts?|hosted|hosting|receives?|received)\s+(?=[A-Z]|the |talks|delegations|a |an )(?!no |an invitation|the invitation)", is_firm=False),
    _rule("attending", "after", r"\b(?:hosts?|hosted|hosting|received|receives)\s+(?=[A-Z]|the (?:presidents|delegation|leaders|foreign|opposition|government))", is_firm=False),
    _rule("mediator", "after", r"\b(?:[Mm]ediated|[Bb]rokered|[Ff]acilitated|[Cc]haired)(?: jointly)? by\s+"),
    _rule("mediator", "after", r"\bunder (?:the )?(?:auspices|mediation) of\s+"),
    _rule("mediator", "before", r"\s+auspices\b"),
    _rule("mediator", "before", r"\s+(?:must be ready to|(?:is|are|was|were) ready to|will|would|offer(?:s|ed) to|could|should)\s+(?:mediate|broker|facilitate)\b", status="proposed"),
)  # fmt: skip
# The envoy who opens, suspends or closes talks presides over them; a state that does calls them.
_PRESIDES = re.compile(
    r"(?:, [^,.;]{5,60},)?\s+(?:had |has |on \w+day |will )?(?:opened|opens|suspended|suspends|closed|halts|puts back|adjourned|paused|brought|postponed|"
    r"reconvenes?|puts|launched|called a pause|sets)\b(?=[^.;]{0,60}\b(?:talks|round|it|negotiations|conference|pause|meeting)\b)"
)
_THEIR = re.compile(r"\b[Tt]heir (?P<who>(?:foreign |defen[cs]e )?(?:ministers|presidents|leaders|envoys))\b")
_HYPHENED = re.compile(
    r"\b(?P<who>[A-Z][\w.]*)[-‐‑](?P<how>sponsored|convened|hosted|mediated|brokered|led|backed|organi[sz]ed)\b"
)
_BY_WORD: dict[str, Role] = {"hosted": "host", "mediated": "mediator", "brokered": "mediator", "led": "mediator"}
# "Russia's congress", "the United Nations' Syria talks", "UN talks": whose talks they are calls them.
_OWNED = re.compile(r"(?P<who>\b(?:[A-Z][\w.]*|United Nations))(?:['’]s?)?\s+(?:\w+[- ]){0,3}?$")
_NO_SUBJECT = re.compile(
    r"\b[Nn]o (?P<who>[A-Z][^,.;]{2,60}?)(?:,[^.;]{3,70},)?\s+(?:took part|was represented|attended|was present|were present|is represented)\b"
)
TALKS_WITH = re.compile(
    r"\b(?P<noun>"
    + _TALKS
    + r")\b(?P<between>(?:(?!\b(?:said|says|told|that|which|who|after|before|with|between|among|will|was|is|were|has|had)\b)[^.;]){0,50}?)\s(?P<how>with|between|among|of)\s+(?:both\s+)?"
)
_SUBJECT_TOO = re.compile(
    r"\b(?:in|at|for|during|halt\w*|suspend\w*|broke off|break off|resum\w*|continu\w*|hold\w*|held|open\w*|beg[aiu]n|start\w*)"
    r" (?:an? |the |its |their )?(?:[\w-]+ ){0,2}$"
)
_REFUSING = re.compile(
    r"\b(?:refus\w*|reject\w*|declin\w*|spurn\w*|rul\w+ out|will not|would not|won[’']t|boycott\w*)\b"
)
_EXPECTED = re.compile(
    r"\b(?:pave\w* the way for|ahead of|call\w* for|offer\w* (?:of|for)|expected|possible|until|for|before)\s+(?:[\w-]+\s+){0,3}$"
)
_FINITE = re.compile(
    r"\b(?:has|have|had|will|would|is|are|was|were|said|held|holds|hold|met|meets|agreed|joined|\w{3,}ed)\b"
)


def phrase_parties(part: Part, names: list[TalksName], lookup: Lookup, groups: Groups) -> Iterator[Told]:
    """The lines that the phrases of one sentence give."""
    text = part.passage.text
    for rule in _RULES:
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


def _apply(rule: _Rule, found: re.Match[str], part: Part, lookup: Lookup, groups: Groups) -> Iterator[Told]:
    text, role, status = part.passage.text, rule.role, rule.status or "occurred"
    named = found.groupdict()
    denied = bool(named.get("not")) or bool(_NEGATED.search(text[part.start : found.start()]))
    if denied:
        if rule.refused is None:
            return
        role = rule.refused
    aux = named.get("aux") or ""
    if rule.status is None and (aux in {"will", "would"} or aux.endswith(" to")):
        status = "declined" if denied else "planned"
        role = "declined" if denied else role
    if rule.role in {"declined"} and rule.status is None:
        status = "declined"
    if rule.where == "before":
        listed = list_before(text, part.start, found.start(), lookup) or _group_before(part, found.start(), groups)
    else:
        listed = list_after(text, found.end(), part.end, lookup) or _group_after(part, found.end(), groups)
    if rule.role == "attending" and _UNREAL.search(text[part.start : found.start()]):
        return
    if rule.role == "host" and " and " not in text[found.end() : found.end() + 60]:
        listed = listed[:1] if rule.where == "after" else listed
    if listed and rule.where == "before" and _NOBODY.search(text[part.start : listed[0].entity.start]):
        role, status = (rule.refused, "occurred") if rule.refused else (role, status)
    if not rule.is_firm and rule.role == "attending" and len(listed) < 2 and not _is_personal(listed):
        return
    if role == "attending" and re.search(r"\bas (?:an )?observers?\b", text[part.start : part.end], re.IGNORECASE):
        role = "observer"
    yield from _lines(part, role, status, listed, found.span(), is_firm=rule.is_firm)


def _theirs(part: Part, groups: Groups) -> Iterator[Told]:
    """ "A, B and C ..., their foreign ministers declared": who they were."""
    for found in _THEIR.finditer(part.passage.text, part.start, part.end):
        level = level_of(Entity(found["who"].removesuffix("s"), 0, len(found["who"])))
        listed = [replace(item, level=level) for item in groups.last(part.start, found.start())]
        yield from _lines(part, "attending", "occurred", listed, found.span(), is_firm=False)


def _is_personal(listed: list[Listed]) -> bool:
    return any(item.entity.person or item.level not in {"unknown"} for item in listed)


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
        for item in listed[-1:]:
            role: Role = "mediator" if item.entity.code == "UNO" or item.level == "envoy" else "organiser"
            yield from _lines(part, role, "occurred", [item], found.span(), is_firm=False)


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
        yield from _lines(part, "organiser", "occurred", [Listed(who, "unknown")], (start, name.end))


def _with_whom(part: Part, names: list[TalksName], lookup: Lookup) -> Iterator[Told]:
    """ "Talks between A and B"; "in a meeting with B" of whom the sentence is about."""
    text = part.passage.text
    for found in TALKS_WITH.finditer(text, part.start, part.end):
        if _REFUSING.search(text[part.start : found.start()]):
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
