"""Who comes through whom: "the American team is led by A", "B, who heads the rebels' delegation", "Rome sent C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from whowhom.records import Entity, Status
from whowhom.talks.levels import level_of
from whowhom.talks.lists import FINITE, PARTICIPLE, list_before
from whowhom.talks.lookup import Lookup
from whowhom.talks.passages import Part
from whowhom.talks.records import Level

_TEAM = r"(?:negotiating )?(?:delegations?|teams?|negotiators|panels?|negotiating party|mission|(?<= )side)"
_NAME = (
    r"(?:(?:[ae][lsdn]-)?[A-Z][\w.'’-]+)(?: (?:[ae][lsdnr]-[A-Z][\w.'’-]*|al|bin|bint|da|dos?|d[ei]l?|la|"
    r"ibn|ul|v[ao]n|der|[A-Z][\w.'’-]*))*"
)
# A name follows words for an office, some written with capitals: "Vice Foreign Minister", "Secretary of State".
_OFFICE = re.compile(
    r"^(?:.*\b(?:[Mm]inister|[Ss]ecretary(?:[ -][Gg]eneral)?(?: of [Ss]tate)?|[Pp]resident|[Aa]mbassador|[Ee]nvoy|"
    r"[Cc]hancellor|[Pp]remier|[Gg]eneral|[Cc]olonel|[Cc]ommander|[Nn]egotiator|[Dd]irector|[Aa]dvis[eo]r|[Ll]eader|"
    r"[Rr]epresentative|[Dd]iplomat|[Cc]hief|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+(?:of the \w+ )?)"
)
_WHOLE_NAME = re.compile(rf"^{_NAME}$")
_ENDS = re.compile(
    r"[,;:.—()](?!\w)|\s(?:took|attended|signed|spoke|sat|was|and|who|while|at|in|on|to|with|for|after|"
    r"whose|which|as)\s"
)
_PAUSE = r"(?:,? (?:again|once (?:more|again)|as before|there|this time),?)?"
# "X's delegation is led by", "X is represented once more by", "a team headed by".
_LED_BY = re.compile(
    rf"{_PAUSE}\s+(?:(?P<aux>is to be|are to be|will be|is|are|was|were|had been|has been)\s+)?{_PAUSE}\s*"
    rf"(?P<verb>represented|led|headed){_PAUSE} by\s+"
    rf"(?:an? [\w -]{{2,40}}?{_TEAM} (?:under|led by|headed by) )?"
)
_WHOSE = re.compile(rf",? (?:whose|with its|with their) (?:own )?{_TEAM}$")
_SENT_TEAM = re.compile(
    rf"\s+(?:had |has |have )?(?:sent|sends|dispatched)\s+(?:an?|its|their|the)(?: [\w-]+){{0,2}} {_TEAM}$"
)
# "and the North Korean one by B", "Mr. A by B": the verb is left out.
_FINITE = r"\b(?:is|are|was|were|has|have|had|received|said|met)\b"
_NEXT_BY = re.compile(
    rf"^[,;]?\s*(?:and|while|,)?\s*(?P<owner>(?:[Tt]he )?(?:(?!{_FINITE})[^,;.]){{2,50}}?)(?: one| side)? by\s+"
)
# "A, ..., who leads the government's team".
_LEADS = re.compile(
    rf",?\s+(?:who\s+)?(?:(?:is |was )?(?:also )?leading|leads?|led|heads?|headed|will lead|is heading|was heading)\s+"
    rf"(?:the (?P<head>{_TEAM}) of (?:the )?(?P<of>[^,.;]{{2,50}}?)(?=[,.;]| at | in | to | said | who |$)"
    rf"|(?:the |its |their |his |her )?(?P<owner>[^,.;]{{0,50}}?)(?:['’]s?)? ?{_TEAM}\b)"
)
# "A, the chief negotiator of X", "A, X's chief delegate", "A, the chief American negotiator".
# "A represents the government", "A speaks for the rebels".
_REPRESENTS = re.compile(
    rf"(?P<who>{_NAME})(?:, [^,.;]{{3,60}},)? (?:represents|represented|speaks? for|spoke for|"
    rf"negotiates for|negotiated for) "
    r"(?P<owner>(?:the )?[\w’'.-]+(?: [A-Z][\w’'-]+| (?:government|opposition|rebels|side))*)(?=[,.;]|"
    r" and\b| at\b| in\b|$)"
)
# "Representing X was A", "on the rebel side sat A".
_INVERTED = re.compile(
    r"\bFor (?P<named>(?:the )?[A-Z][^,.;]{1,40}), "
    r"(?=[^.;]{3,60} (?:took part|attended|signed|spoke|sat|came|was (?:there|present)))"
    r"|(?:\b(?:[Rr]epresenting|[Ss]peaking for|[Ll]eading|[Hh]eading|For) (?:the )?(?P<owner>[^,.;]{2,40}?)"
    r"(?:['’]s? (?:delegation|team|side))?|\b[Oo]n the (?P<side>[^,.;]{2,40}?)(?:['’]s?)? side) (?:of the table )?"
    r"(?:were|was|is|are|sat|came|spoke|signed|will be)\s+"
)
# "X negotiator A", "rebel delegation head A".
_SIDE_CHIEF = re.compile(
    r"\b(?P<owner>[A-Z][\w.]*(?: [A-Z]\w+)?|rebel|government|opposition) (?:peace )?(?:negotiator|"
    r"delegation (?:head|chief|leader)|"
    rf"delegate|envoy to the talks) (?P<who>{_NAME})"
)
_SUBJECT_S = re.compile(
    rf"\b(?:(?:its|their|his|her) (?:own )?(?:[\w-]+ )?{_TEAM}|(?:and|but)(?: (?:was|were|is|are))?)[ ,]*$"
)
_AND_WHO = re.compile(rf"^,? and (?:[A-Z][a-z]+ )?(?P<who>{_NAME})(?=[,.;]|$)")
# "Leading the rebel side is A".
_LEADING = re.compile(
    rf"\b(?:[Ll]eading|[Hh]eading) (?:the |its |their )?(?P<owner>[^,.;]{{2,40}}?)(?:['’]s?)? (?:{_TEAM}|side) "
    rf"(?:is|was) (?P<who>{_NAME})"
)
_CHIEF = re.compile(
    r", (?:(?:the|its|their) )?(?:(?P<whose>[^,.;]{2,40}?)['’]s? )?"
    rf"(?:chief|top|lead|head)(?: (?P<adjective>[A-Z]\w+))?(?: (?:negotiator|delegate|of (?:the )?"
    rf"(?P<team>[^,.;]{{2,40}}?) {_TEAM}))"
    r"(?: (?:of|for) (?:the )?(?P<of>[^,.;]{2,50}?))?(?=[,.;]|\s(?:said|told|who|replied|called|read|spoke|has|had)\b)"
)
_NAMED_CHIEF = re.compile(
    r"(?:\b(?:the )?(?P<whose>[\w’' -]{3,40}?)['’]s? )?\b(?:[Cc]hief|[Tt]op|[Ll]ead|[Hh]ead) (?:(?P<side>[\w-]+) )?"
    rf"(?:negotiator|delegate),? (?P<who>{_NAME})"
)
# "Signed by A for X and by B for Y", "A for the government and B for the rebels".
_FOR_WHOM = re.compile(
    rf"(?P<who>{_NAME})(?:, (?:the|its|their|an?) [^,.;]{{3,40}},)?"
    rf"(?:,? (?:signed|spoke|speaks|speaking|negotiates?|negotiated|stood in|deputi[sz]ed))? (?:for|"
    rf"on behalf of) (?P<owner>(?:the )?[\w’'-]+(?: [A-Z][\w’'-]+){{0,3}})(?=[,.;]| and\b| had\b| have\b|$)"
)
_SIGNS = re.compile(r"\b(?:signed|initialled|represented|chief negotiators|negotiators|spoke|speaks?|speaking)\b")
_SENT = re.compile(
    r"\s+(?:has |had |have |will be |is |are )?(?P<verb>sent|sends|dispatched|sending)\s+(?=(?:(?:its|an?|"
    r"the|two|three|four|five|"
    r"his|her|their) )?[^,.;]{3,90})"
)
_NEXT_SENT = re.compile(
    r"^\s*(?:,|and|,? and|,? while)\s+(?P<owner>[A-Z][\w.]*(?: [A-Z]\w+)?)\s+(?=(?:(?:its|an?|the) )?\w)"
)
_SENT_RANKS = frozenset(
    {"minister", "deputy_minister", "envoy", "ambassador", "official", "head_of_government", "military"}
)
_NO_OWNER = re.compile(r"\b(?:mediators?|observers?|lawyers?|both|two)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody who comes for a party: the words of that, and the rank."""

    entity: Entity
    level: Level
    status: Status
    start: int
    end: int
    is_firm: bool


def find_coming(part: Part, lookup: Lookup) -> list[Coming]:
    """Who comes for whom by the words of one sentence."""
    reader = _Reader(part, lookup)
    told = (reader.led_by, reader.leads, reader.chiefs, reader.named_chiefs, reader.for_whom, reader.sent)
    found = [coming for read in (*told, reader.represents, reader.inverted) for coming in read()]
    # Each name once, by the first words that tell of it.
    return [
        c
        for i, c in enumerate(found)
        if (c.entity.end, c.entity.code) not in {(o.entity.end, o.entity.code) for o in found[:i]}
    ]


class _Reader:
    def __init__(self, part: Part, lookup: Lookup) -> None:
        self._text, self._start, self._end = part.passage.text, part.start, part.end
        self._lookup = lookup

    def led_by(self) -> Iterator[Coming]:
        """ "The rebels are represented by A, their chief negotiator, and the government by B"."""
        for found in _LED_BY.finditer(self._text, self._start, self._end):
            words = self._text[self._start : found.start()]
            if found["verb"] != "represented" and not re.search(rf"(?:\b{_TEAM}|\bone|['’]s?)$", words.rstrip(" ,")):
                continue
            owners = self._owners_before(found.start())
            if not owners:
                continue
            owner: Entity | None = owners[-1]
            status: Status = "planned" if found["aux"] in {"is to be", "are to be", "will be"} else "occurred"
            at = found.end()
            for other in owners[:-1] if found["verb"] == "represented" else ():
                if (person := self._person_at(at, other)) is not None and person[0].person is None:
                    yield Coming(person[0], person[1], status, min(found.start() + 1, at), person[0].end, True)
            while owner is not None and (person := self._person_at(at, owner)) is not None:
                entity, level, end = person
                yield Coming(entity, level, status, min(found.start() + 1, entity.start), entity.end, True)
                if (
                    found["verb"] == "represented"
                    and (second := _AND_WHO.match(self._text[end : self._end])) is not None
                ):
                    span = end + second.start("who"), end + second.end("who")
                    if (name := self._name_of(*span)) is not None:
                        with_him = self._come_for(owner, name, *span)
                        yield Coming(with_him, level_of(with_him), status, entity.start, span[1], True)
                after = _NEXT_BY.match(self._text[end : self._end])
                owner = self._party(end + after.start("owner"), end + after.end("owner")) if after else None
                if after is None or owner is None:
                    break
                at = end + after.end()

    def represents(self) -> Iterator[Coming]:
        """ "A represents the government and B speaks for the opposition"."""
        for found in _REPRESENTS.finditer(self._text, self._start, self._end):
            owner, name = self._party(*found.span("owner")), _name_in(found["who"])
            if owner is not None and name is not None and not owner.person:
                start = found.start("who") + found["who"].rfind(name)
                entity = self._come_for(owner, name, start, start + len(name))
                yield Coming(entity, level_of(entity), "occurred", *found.span(), True)

    def inverted(self) -> Iterator[Coming]:
        """ "Representing Kenya was A", "on the rebel side sat A"."""
        for found in _INVERTED.finditer(self._text, self._start, self._end):
            owner = self._party(*found.span(next(group for group in ("named", "owner", "side") if found[group])))
            person = self._person_at(found.end(), owner) if owner is not None else None
            if person is not None:
                yield Coming(person[0], person[1], "occurred", found.start(), person[0].end, True)

    def leads(self) -> Iterator[Coming]:
        """ "A, the minister who leads the government's delegation"."""
        for found in _LEADS.finditer(self._text, self._start, self._end):
            group = "of" if found["of"] else "owner"
            owner = self._party(*found.span(group)) if found[group] else None
            yield from self._told_before(found, owner)

    def chiefs(self) -> Iterator[Coming]:
        """ "A, the chief negotiator of the rebels"."""
        for found in _CHIEF.finditer(self._text, self._start, self._end):
            groups = [group for group in ("of", "team", "whose", "adjective") if found[group]]
            owner = self._party(*found.span(groups[0])) if groups else None
            yield from self._told_before(found, owner)

    def named_chiefs(self) -> Iterator[Coming]:
        """ "The chief rebel negotiator, A"; "the government's chief negotiator A"."""
        named = (
            pattern.finditer(self._text, self._start, self._end) for pattern in (_NAMED_CHIEF, _LEADING, _SIDE_CHIEF)
        )
        for found in chain.from_iterable(named):
            groups = found.groupdict()
            group = next(
                (group for group in ("owner", "side") if groups.get(group)), "whose" if "whose" in groups else "who"
            )
            owner = self._party(*found.span(group)) if found[group] else None
            start, end = found.start("who"), found.start("who") + len(found["who"].rstrip("."))
            name = self._name_of(start, end)
            if owner is not None and name is not None:
                entity = self._come_for(owner, name, start, end)
                yield Coming(entity, "delegation", "occurred", *found.span(), True)

    def for_whom(self) -> Iterator[Coming]:
        """ "Signed by A for Ukraine, by B for Russia"."""
        told = list(_FOR_WHOM.finditer(self._text, self._start, self._end))
        if len(told) < 3 and not _SIGNS.search(self._text, self._start, self._end):
            return
        for found in told:
            owner = self._party(*found.span("owner"))
            name = _name_in(found["who"])
            if owner is not None and name is not None:
                entity = self._come_for(owner, name, *found.span("who"))
                yield Coming(entity, level_of(entity), "occurred", *found.span(), True)

    def sent(self) -> Iterator[Coming]:
        """ "Rome sent a deputy foreign minister, A"."""
        for found in _SENT.finditer(self._text, self._start, self._end):
            owners, at = self._owners_before(found.start()), found.end()
            owner: Entity | None = owners[-1] if owners else None
            for other in owners[:-1]:
                person = self._person_at(at, other)
                if person is not None and person[0].person is None and person[1] in _SENT_RANKS:
                    yield Coming(person[0], person[1], "occurred", min(found.start() + 1, at), person[0].end, True)
            while owner is not None and (person := self._person_at(at, owner)) is not None:
                entity, level, end = person
                is_alone = level == "unknown" and entity.person is not None and self._text[end : end + 1] in ",.;"
                if level not in _SENT_RANKS and not is_alone:
                    break
                level = "delegation" if is_alone else level
                firm = not re.match(r"[^.;]{0,60}\bto [A-Z]", self._text[end : self._end])
                yield Coming(entity, level, "occurred", min(found.start() + 1, entity.start), entity.end, firm)
                after = _NEXT_SENT.match(self._text[end : self._end])
                owner = self._party(end + after.start("owner"), end + after.end("owner")) if after else None
                at = end + after.end() if after else end

    def _told_before(self, found: re.Match[str], owner: Entity | None) -> Iterator[Coming]:
        """The person right before these words, coming for the owner, or for whom the name itself says."""
        person = self._person_before(found.start())
        if person is None:
            return
        start, end, name = person
        known = self._lookup.party(self._text, start, end)
        owner = owner or (known if known is not None and known.code else None)
        if owner is not None and not _NO_OWNER.search(owner.text):
            entity = self._come_for(owner, name, start, end)
            level = level_of(Entity(self._text[start : found.end()], start, end))
            told = level if level != "unknown" else "delegation"
            yield Coming(entity, told, "occurred", start, found.end(), True)

    def _owners_before(self, at: int) -> list[Entity]:
        """Whose team the words before speak of, the nearest last."""
        words = self._text[self._start : at]
        if (aside := PARTICIPLE.search(words)) is not None:
            words = words[: aside.start()]
            at = self._start + len(words)
        for pattern in (_WHOSE, _SENT_TEAM):
            if (cut := pattern.search(words.rstrip(" ,"))) is not None:
                at = self._start + cut.start()
        listed = list_before(self._text, self._start, at, self._lookup)
        if not any(item.entity.code or item.entity.sector for item in listed) and _SUBJECT_S.search(
            self._text[self._start : at]
        ):
            # "Said its team, led by"; "came and was led by".
            finite = FINITE.search(self._text, self._start, at)
            listed = list_before(self._text, self._start, finite.start(), self._lookup) if finite else []
        return [item.entity for item in listed if not _NO_OWNER.search(item.entity.text)]

    def _party(self, start: int, end: int) -> Entity | None:
        entity = self._lookup.party(self._text, start, end)
        if entity is None or not (entity.code or entity.sector in {"GOV", "OPP", "REB", "UAF", "MIL"}):
            return None
        return entity if entity.sector else replace(entity, sector="GOV")

    def _person_at(self, at: int, owner: Entity) -> tuple[Entity, Level, int] | None:
        """Who is named from here on, with what a comma adds: a name or an office; and where that ends."""
        first = self._piece(at)
        if first is None:
            return None
        start, end = first
        name, told, last = self._name_of(start, end), self._text[start:end], end
        added = re.match(r",\s+", self._text[end : self._end])
        after = self._piece(end + added.end()) if added else None
        if after is not None:
            more = self._text[after[0] : after[1]]
            if name is None and (name := self._name_of(*after)) is not None:
                start, end, last = *after, after[1]
                told = f"{told} {more}"
            elif re.match(r"(?:an?|the|its|their|his|her)\s", more) and " by " not in more:
                last, told = self._apposition_end(after[0]), f"{told} {more}"
        level = level_of(Entity(told, start, end))
        if name is None and level in {"unknown", "delegation"}:
            return None
        start = end - len(name) if name is not None and self._text[start:end].endswith(name) else start
        return self._come_for(owner, name, start, end), level, last

    def _apposition_end(self, at: int) -> int:
        """Where "an assistant secretary of state for East Asia" ends: at a comma, or before another party."""
        found = re.compile(r"[,;.](?!\w)|\s(?:and|while|who)\s").search(self._text, at, self._end)
        return found.start() if found else self._end

    def _piece(self, at: int) -> tuple[int, int] | None:
        found = _ENDS.search(self._text, at, self._end)
        end = found.start() if found else self._end
        return (at, end) if end - at > 2 else None

    def _person_before(self, at: int) -> tuple[int, int, str] | None:
        """The last name before these words that stands alone between commas, or begins the sentence."""
        pieces = [(m.start(), m.end()) for m in re.compile(r"[^,;:—“”\"]+").finditer(self._text, self._start, at)]
        for start, end in reversed(pieces[-3:]):
            start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
            end = start + len(self._text[start:end].rstrip())
            joined = re.match(r"(?:and|while|but|said|says|added) ", self._text[start:end])
            start += len(joined.group()) if joined else 0
            name = self._name_of(start, end)
            if name is not None and " " in name:
                return end - len(name), end, name
            if not re.match(r"(?:an?|the|its|their|his|her|who|then|now)\s", self._text[start:end]):
                return None
        return None

    def _name_of(self, start: int, end: int) -> str | None:
        """The person's name that these words end with; None where it is a state or a body."""
        name = _name_in(self._text[start:end])
        known = self._lookup.party(self._text, end - len(name), end) if name else None
        return None if known is not None and known.code and not known.person else name

    def _come_for(self, owner: Entity, name: str | None, start: int, end: int) -> Entity:
        """Whoever the name is known for, who comes for a party is its own."""
        known = self._lookup.party(self._text, start, end)
        if known is not None and known.code == owner.code and known.person and name:
            # Somebody out of office who comes for his government is of it again.
            is_known = owner.sector == "GOV" and known.sector != "ELI"
            return replace(known, sector=(known.sector if is_known else None) or owner.sector)
        return Entity(self._text[start:end], start, end, name or owner.name, owner.code, owner.sector, person=name)


def _name_in(words: str) -> str | None:
    """The person's name that these words end with, without the office before it."""
    alone = _OFFICE.sub("", words.strip()).strip()
    if not _WHOLE_NAME.match(alone) or len(alone) < 3:
        return None
    return alone
