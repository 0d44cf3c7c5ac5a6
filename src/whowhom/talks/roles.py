"""Which part a mention gives to whom: attending, invited, declined, excluded, organiser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whowhom.records import Entity, EventMention, Status
from whowhom.talks.levels import level_of
from whowhom.talks.names import STRONG, WEAK
from whowhom.talks.reasons import find_reason
from whowhom.talks.records import Evidence, Party, Role

_INVITATION = re.compile(r"\b(?:(?:dis)?invit|ask(?:s|ed)?\b)", re.IGNORECASE)
_REFUSAL = re.compile(r"\b(?:declin|refus|reject|turn\w* down|spurn|ignor|rebuff)", re.IGNORECASE)
_ACCEPTANCE = re.compile(r"\b(?:accept|welcom|took up)", re.IGNORECASE)
_HOSTING = re.compile(r"\b(?:host(?:s|ed|ing)?|receive[sd]?)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?$")
_BY = re.compile(r"\s+by\b")
# "A U.S.-sponsored conference" is called by others than those who act.
_MEDIATING = re.compile(r"(?<![-‐‑])\b(?:mediat|broker|facilitat)", re.IGNORECASE)
_CALLING = re.compile(
    r"(?<![-‐‑])\b(?:conven|organi[sz]|call(?:s|ed)? (?:a|the|for)|sponsor|sets? (?:\w+ ){0,2}talks|schedul)",
    re.IGNORECASE,
)
_PROPOSING = re.compile(r"\bpropos(?:e|es|ed|ing)\b")
_OBSERVING = re.compile(r"\bas (?:an )?observers?\b", re.IGNORECASE)
# What tells of taking part even where the talks stand in another sentence.
TAKING_PART = re.compile(
    r"\b(?:attend|boycott|invit|delegation|represent|stay\w* away|absen|take part|took part|taking part|participat"
    r"|walk\w* out|negotiat|present at|asked|sit(?:s|ting)? down|sat down)",
    re.IGNORECASE,
)
# Talks that came to nothing were held all the same.
_SKIPPING = re.compile(r"\b(?:skip|snub|shun)\w*\b")
_NEITHER = re.compile(r"\b(?:[Nn]either|[Nn]one of|[Nn]o one from|[Nn]obody from)\b[^.;,]*$")
_NOBODY = re.compile(r"\b(?:[Nn]obody|[Nn]o one|[Nn]either of them) (?:had |has |have )?$")
_FAILING = re.compile(r"\b(?:fail\w*|collaps\w*|broke (?:down|up)|stall\w*)\b")
_FAILED_TALKS = re.compile(
    r"(?:\w+ ){0,4}?(?:[Tt]alks|[Nn]egotiations) (?:between|among|with)\b[^.;]{3,120}?\b(?:collapsed|"
    r"failed|broke (?:down|up)|stalled|"
    r"ended)\b"
)
_TAKES_PART = re.compile(
    r"\b(?:attend\w*|(?:took|taking|takes?) part|participat\w+|met|meet|sent|represented|joined|hosted)\b"
)
_AWAY = re.compile(
    r"\b(?:did(?: not|n[’']t) (?:attend|take part|come|participate|join|show up|turn up)|t(?:ook|akes?) no part|"
    r"absent|(?:stay|stays|stayed|staying|kept|keeps?) away|failed to (?:appear|show up|turn up|come|arrive))\b"
)
_KNOWN_PART = frozenset({"AGREE", "CONSULT", "REJECT"})


def parties_of(mention: EventMention, paragraph: str, as_of: str | None) -> Iterator[Party]:
    """The lines of the ledger that one mention gives, each citing its words."""
    if mention.act != "CONSULT" or mention.event not in _KNOWN_PART or mention.status in {"denied", "conditional"}:
        return
    for role, entities in _assign(mention, paragraph):
        for entity in entities:
            if _is_destination(mention, paragraph, entity):
                continue
            if role == "invited" and _NEITHER.search(paragraph[mention.sentence_start : entity.start]):
                role = "excluded"
            if _is_party(entity) and (role != "attending" or _is_joined(mention, paragraph, entity)):
                yield _party(mention, paragraph, entity, role, as_of)


def _assign(mention: EventMention, paragraph: str) -> list[tuple[Role, tuple[Entity, ...]]]:
    """The roles of the mention's actors and recipients."""
    words, actor, recipient = mention.trigger.text, mention.actor, mention.recipient
    refused = mention.event == "REJECT"
    if _INVITATION.search(words):
        if _REFUSAL.search(words):
            return [("declined", actor)]
        if _ACCEPTANCE.search(words):
            return [("invited", actor), ("attending", actor)]
        by_nobody = _NOBODY.search(paragraph[mention.sentence_start : mention.trigger.start]) is not None
        return [("organiser", actor), ("excluded" if refused or by_nobody else "invited", recipient)]
    if _SKIPPING.search(words):
        return [("declined", actor)]
    if refused and (_FAILING.search(words) or _FAILED_TALKS.match(paragraph[mention.sentence_start :])):
        return [("attending", actor), ("attending", recipient)]
    if refused:
        # Called off or put off: nobody in particular stays away.
        away: Role = "absent" if _is_away(mention, paragraph) else "declined"
        return [] if mention.status == "cancelled" else [(away, actor)]
    if _PROPOSING.search(words):
        return [("organiser", tuple(who for who in actor if who.end <= mention.trigger.start))]
    role: Role
    if _HOSTING.search(words):
        hosts, guests = _hosts_and_guests(mention, paragraph)
        return [("host", hosts), ("attending", guests)]
    # "Talks mediated by X, opened with Y": the phrase tells of X, and whom the act names comes.
    if _BY.search(words):
        return [("attending", actor), ("attending", recipient)]
    if _MEDIATING.search(words) or _CALLING.search(words):
        role = "mediator" if _MEDIATING.search(words) else "organiser"
        callers, others = _hosts_and_guests(mention, paragraph)
        return [(role, callers), ("attending", others)]
    if mention.status == "proposed":
        return []
    if not _OBSERVING.search(mention.text):
        return [("attending", actor), ("attending", recipient)]
    return _observers(mention, paragraph)


def _is_destination(mention: EventMention, paragraph: str, entity: Entity) -> bool:
    """Whether somebody is only sent there: "will send their ministers to Indonesia"."""
    sending = re.search(r"\b(?:send|sent|dispatch|travel|fl(?:y|ies|ew|own))", mention.trigger.text)
    return sending is not None and re.search(r"\bto\s+(?:the\s+)?$", paragraph[: entity.start]) is not None


def _observers(mention: EventMention, paragraph: str) -> list[tuple[Role, tuple[Entity, ...]]]:
    """Who observes by the clause of the act; who takes part in another clause does not."""
    parts: list[tuple[Role, tuple[Entity, ...]]] = []
    for entity in (*mention.actor, *mention.recipient):
        told = _OBSERVING.search(paragraph, mention.sentence_start)
        between = paragraph[slice(*sorted((entity.end, told.start() if told else mention.trigger.end)))]
        apart = ";" in between or len(_TAKES_PART.findall(between)) > 1
        parts.append(("attending" if apart else "observer", (entity,)))
    return parts


def _is_away(mention: EventMention, paragraph: str) -> bool:
    """Whether somebody was not there, and no refusal is told: "did not take part"."""
    words = paragraph[max(0, mention.trigger.start - 15) : mention.trigger.end + 10]
    return _AWAY.search(words) is not None


def _hosts_and_guests(mention: EventMention, paragraph: str) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Who receives stands before the verb, or after "by": a visit is coded from the guest's side."""
    trigger = mention.trigger
    acting = re.match(r"\w+ing\b", trigger.text) is not None
    aux = _PASSIVE.search(f"{paragraph[: trigger.start]} ") or re.match(
        r"(?:is|are|was|were|been|being) ", trigger.text
    )
    passive = not acting and bool(aux or _BY.match(paragraph[trigger.end :]))
    named = [*mention.actor, *mention.recipient]
    verb = trigger.end - len(re.split(r"\W+", trigger.text)[-1])  # "leaders were received" holds the guests too
    at = verb if passive else trigger.start
    hosts = tuple(entity for entity in named if (entity.end <= at) != passive)
    return hosts, tuple(entity for entity in named if entity not in hosts)


def _is_joined(mention: EventMention, paragraph: str, entity: Entity) -> bool:
    """Whether a bare "talks" says that this party is in them: beside another, or after "with" or "between"."""
    words = mention.trigger.text.lower().split()
    if len(words) > 1 or words[0] not in STRONG | WEAK or len(mention.actor) + len(mention.recipient) > 1:
        return True
    return bool(re.search(r"\b(?:with|between|among)\s+$", paragraph[: entity.start]))


def _is_party(entity: Entity) -> bool:
    """Whether somebody in particular is named: "no team" is nobody."""
    if re.match(r"(?:no|none|neither|nobody)\b", entity.text, re.IGNORECASE):
        return False
    return bool(entity.code or entity.sector or entity.person) or _is_named(entity)


def _party(mention: EventMention, paragraph: str, entity: Entity, role: Role, as_of: str | None) -> Party:
    start, end = _cited(mention, paragraph, entity)
    evidence = [Evidence(mention.story_id, mention.section, mention.paragraph, start, end)]
    reason = None
    if role in {"declined", "absent"}:
        sentence = mention.sentence_start, mention.sentence_start + len(mention.text)
        if (found := find_reason(paragraph, *sentence)) is not None:
            reason, first, last = found
            evidence.append(Evidence(mention.story_id, mention.section, mention.paragraph, first, last))
    level = level_of(entity, mention.trigger.text)
    # Who withholds an invitation calls the talks all the same.
    is_there = role in {"organiser", "attending"} and mention.event == "REJECT"
    status: Status = "occurred" if is_there else mention.status
    return Party(entity, role, level, entity.person, status, reason, as_of, tuple(evidence))


def _cited(mention: EventMention, paragraph: str, entity: Entity) -> tuple[int, int]:
    """The stretch from the party to the act; the act alone when the party is named in another sentence."""
    start, end = mention.trigger.start, mention.trigger.end
    first, last = mention.sentence_start, mention.sentence_start + len(mention.text)
    inside = first <= entity.start < entity.end <= last
    if inside and paragraph[entity.start : entity.end] == entity.text:
        return min(start, entity.start), max(end, entity.end)
    return start, end


def _is_named(entity: Entity) -> bool:
    return entity.text[:1].isupper() and len(entity.text) > 2
