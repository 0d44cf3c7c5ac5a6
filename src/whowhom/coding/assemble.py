"""Sentence to event mentions: candidates, their status, participants and circumstances, put together in order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from whowhom.actors import Knowledge
from whowhom.coding.arguments import objects_of
from whowhom.coding.attribution import OUTLET, READER, attribute
from whowhom.coding.candidates import Candidate, find_candidates
from whowhom.coding.circumstances import Circumstances
from whowhom.coding.confidence import find_reasons, load_sureness
from whowhom.coding.contexts import find_contexts
from whowhom.coding.counts import find_counts
from whowhom.coding.doers import ARMED, read_by_doer
from whowhom.coding.entities import Namer
from whowhom.coding.lexicon import Lexicon
from whowhom.coding.memory import Memory, Named
from whowhom.coding.merging import merge
from whowhom.coding.modes import find_mode
from whowhom.coding.participants import Participants, find_organisers, find_participants
from whowhom.coding.pastimes import is_pastime
from whowhom.coding.political import is_by_weapon, is_political, is_private_journey, is_unrest
from whowhom.coding.status import Reading, is_scheduled, read_status, refold
from whowhom.coding.tree import Tree
from whowhom.ontology import load_ontology
from whowhom.records import Attribution, Counts, EventMention, Sentence, Span, Status, Story

# Who goes on a visit that counts.
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "ELI", "REB", "IGO"})
_LONGEST_TRIGGER = 8
_AHEAD: frozenset[Status] = frozenset({"planned", "expected", "proposed", "conditional"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a sentence, fully read, before it becomes a record."""

    cand: Candidate
    reading: Reading
    parts: Participants


@dataclass(frozen=True, slots=True)
class Tools:
    """What coding needs from outside, handed in once."""

    lexicon: Lexicon
    knowledge: Knowledge
    coder: str


def read_acts(tree: Tree, namer: Namer, memory_organisers: list[tuple[Named, ...]], tools: Tools) -> list[Act]:
    """The acts of one sentence that are records of diplomacy or conflict, in text order."""
    candidates = find_candidates(tree, tools.lexicon)
    readings = [(cand, reading) for cand in candidates if (reading := read_status(tree, cand)) is not None]
    organisers = find_organisers(tree, namer) if candidates else ()
    if organisers:
        memory_organisers[:] = [organisers]
    known = memory_organisers[0] if memory_organisers else ()

    def is_kept(cand: Candidate, reading: Reading) -> bool:
        if not cand.is_strict or reading.absorbs or reading.demanded_of is not None:
            return True  # a refusal, a promise or a demand is one whoever it is about
        return _has_both(find_participants(tree, cand, reading, namer, tools.lexicon, known), reading, cand)

    readings = [pair for pair in readings if is_kept(*pair)]
    told = merge(tree, readings)
    acts = list(_told(tree, told, namer, known, tools))
    absorbing = {i for act in acts for i in act.reading.absorbs}
    hidden = [
        (cand, reading)
        for cand, reading in readings
        if (cand, reading) not in told and cand.head not in absorbing and reading.demanded_of is None
    ]
    if hidden:  # "vetoed Rome's bid for talks": nothing came of the talks, so the veto speaks for itself
        absorbed = {i for cand, reading in readings for i in reading.absorbs if i != cand.head}
        acts += _told(tree, [pair for pair in hidden if pair[0].head in absorbed], namer, known, tools)
        acts.sort(key=lambda act: act.cand.head)
    return _drop_repeats(tree, acts)


def _told(
    tree: Tree,
    readings: list[tuple[Candidate, Reading]],
    namer: Namer,
    known: tuple[Named, ...],
    tools: Tools,
) -> Iterator[Act]:
    """The acts among these readings that name parties who count."""
    for cand, reading in readings:
        parts = find_participants(tree, cand, reading, namer, tools.lexicon, known)
        yield from _underlying(tree, cand, reading, parts, namer, tools)
        if cand.alone == "no" and not cand.governors and len(_codes(parts.actor) | _codes(parts.recipient)) < 2:
            continue
        if (
            reading.event in {"AID", "COOPERATE"}
            and len(parts.all()) < 2
            and not (reading.event == "AID" and parts.recipient)
        ):
            continue  # aid to nobody is "helped" in another sense, cooperation takes two
        reading, parts = read_by_doer(tree, cand, reading, parts)
        reading = _with_mode(tree, cand, reading)
        if is_pastime(tree, cand, parts, tools.lexicon) or is_private_journey(cand, parts):
            continue
        if is_political(parts, reading) or is_by_weapon(tree, cand, parts) or is_unrest(tree, cand):
            yield Act(cand, reading, parts)


def _has_both(parts: Participants, reading: Reading, cand: Candidate) -> bool:
    """Whether both sides are known; what is done in common needs no recipient for it."""
    is_journey = cand.cameo != "043" and bool({"to", "in"} & set(cand.to))  # not "called on the king"
    if is_journey and reading.act == "CONSULT" and "visit" in reading.modes:
        return any(_travels(a, r) for a in parts.actor for r in parts.recipient)
    actors = sum(_is_party(n) for n in parts.actor)
    is_mutual = reading.act in {"COOPERATE", "CONSULT"}
    recipients = sum(_is_party(n) if is_mutual else n.is_known for n in parts.recipient)
    shared = is_mutual or reading.act in {"SUPPORT", "AGREE"}
    return actors > (0 if recipients else 1) and (shared or recipients > 0)


def _is_party(named: Named) -> bool:
    """Known, and no private person of nowhere."""
    return named.is_known and (not named.is_weak or named.entity.code is not None)


def _travels(visitor: Named, host: Named) -> bool:
    """Whether somebody in office goes abroad: no visit is "France goes to the polls", "he came to Washington"."""
    who, whom = visitor.entity, host.entity
    return host.is_place and who.sector in _OFFICIAL and (who.code is None or who.code != whom.code)


def _with_mode(tree: Tree, cand: Candidate, reading: Reading) -> Reading:
    """The reading with the mode its surroundings tell, when the verb left it open."""
    if reading.event != reading.act or reading.modes not in {(), ("explosives",)}:
        return reading
    cue = find_mode(tree, cand, reading.act)
    if reading.modes and (cue is None or cue.mode != "suicide-attack"):
        return reading  # only a suicide attack says more than "explosives"
    return reading if cue is None else replace(reading, modes=(cue.mode,))


def _underlying(
    tree: Tree, cand: Candidate, reading: Reading, ended: Participants, namer: Namer, tools: Tools
) -> Iterator[Act]:
    """What is to be ended goes on until then: "will scrap the smuggling of arms by the CIA to rebels"."""
    is_stopped = any(effect == "stop" for effect, _ in cand.governors)
    if not is_stopped or cand.act == "CONSULT" or reading.status not in _AHEAD:
        return
    head, is_nominal = cand.head, cand.is_nominal
    if cand.governors[0] == ("stop", cand.pred) and not is_nominal:  # "halt the CIA's supply of weapons": the supply
        objects = objects_of(tree, cand.pred)
        if not objects:
            return
        head, is_nominal = objects[0], True
    plain = Candidate(head, head, cand.act, cand.mode, cand.cameo, cand.to, is_nominal, True)
    under = Reading(cand.act, cand.act, (cand.mode,) if cand.mode else (), "ongoing", head)
    parts = find_participants(tree, plain, under, namer, tools.lexicon, ())
    parts = Participants(parts.actor, parts.recipient or ended.recipient)
    if parts.actor and parts.recipient and is_political(parts, under):
        yield Act(plain, under, parts)


def _is_scene(act: Act, named: Named) -> bool:
    """Whether a recipient is where it happened as well: "flew to Belgrade", "fired rockets at the town of Sderot"."""
    if act.cand.mode == "visit":
        return named.is_place
    return act.reading.act in {"ASSAULT", "MOBILIZE"} and named.entity.sector is None


def _drop_repeats(tree: Tree, acts: list[Act]) -> list[Act]:
    """ "sending a delegation to take part in talks": one refusal, told by two words of one clause."""
    kept: list[Act] = []
    for act in acts:
        twin = next((k for k in kept if _same(tree, k, act)), None)
        if twin is None:
            kept.append(act)
        elif _says_more(act.parts, twin.parts):
            kept[kept.index(twin)] = Act(twin.cand, twin.reading, _together(act.parts, twin.parts))
    return kept


def _together(parts: Participants, first: Participants) -> Participants:
    """The fuller clause's parties, but whom the first said it was done to: "killed when a man blew himself up"."""
    is_told = any(not n.is_place for n in first.recipient) and not first.actor
    return Participants(parts.actor, first.recipient if is_told and parts.actor else parts.recipient)


def _says_more(parts: Participants, than: Participants) -> bool:
    """More parties, or a party where the other has only a place: "shelled a town near Aleppo, killing soldiers"."""
    if len(parts.all()) != len(than.all()):
        return len(parts.all()) > len(than.all())
    return (
        bool(than.recipient)
        and all(n.is_place for n in than.recipient)
        and not any(n.is_place for n in parts.recipient)
    )


def _same(tree: Tree, a: Act, b: Act) -> bool:
    if a.cand.head == b.cand.head:
        return a.reading.event == b.reading.event
    if (a.reading.event, a.reading.act) != (b.reading.event, b.reading.act):
        return False
    if not (_is_within(tree, a.cand.head, b.cand.head) or _is_within(tree, b.cand.head, a.cand.head)):
        return False
    mine, yours = _codes(a.parts.actor), _codes(b.parts.actor)
    return mine == yours or not mine or not yours


def _is_within(tree: Tree, inner: int, outer: int) -> bool:
    """Whether one word stands under another, not merely beside it ("kidnapped … and bombed")."""
    for i in (inner, *tree.ancestors(inner)):
        if i == outer:
            return True
        if tree.tokens[i].dep == "conj":
            return False
        if tree.tokens[i].dep == "relcl" and any(tree.lower[c] == "who" for c in tree.children[i]):
            return False  # "killed a man who had fought for Kyiv": two acts
    return False


def _codes(named: tuple[Named, ...]) -> set[tuple[str | None, str | None, str]]:
    return {(n.entity.code, n.entity.sector, (n.entity.name or n.entity.text).lower()) for n in named}


# --- acts to records --------------------------------------------------------------------------------------


class StoryCoder:
    """Codes the sentences of one story in order; holds what the story has named so far."""

    def __init__(self, story: Story, tools: Tools, circumstances: Circumstances) -> None:
        self._story, self._tools, self._circumstances = story, tools, circumstances
        self._memory = Memory(circumstances.day, circumstances.locate)
        self._organisers: list[tuple[Named, ...]] = []

    def code_sentence(
        self, sent: Sentence, *, statements: bool = False, min_confidence: float = 0.0
    ) -> Iterator[tuple[EventMention, tuple[str, ...]]]:
        """The mentions of one sentence, each with the reasons that its confidence is drawn from."""
        tree = Tree(sent)
        self._circumstances.hear(tree)
        namer = Namer(tree, self._tools.knowledge, self._memory, self._tools.lexicon.nouns)
        told: set[str] = set()
        for act in read_acts(tree, namer, self._organisers, self._tools):
            if act.reading.event == "STATEMENT" and not statements:
                continue
            reasons = tuple(find_reasons(tree, act.cand, act.reading, act.parts))
            confidence = load_sureness().weigh(reasons)
            if confidence < min_confidence:
                continue
            mention = self._record(tree, act, namer, confidence)
            if mention.mention_id not in told:  # two words told by one trigger are one mention
                told.add(mention.mention_id)
                yield mention, reasons
        namer.remember()

    def _record(self, tree: Tree, act: Act, namer: Namer, confidence: float) -> EventMention:
        sent, reading, cand = tree.sent, act.reading, act.cand
        trigger = trigger_span(tree, cand, reading)
        contexts = find_contexts(tree.lemmas, reading.modes)
        attribution = READER if sent.section == "comment" else attribute(tree, cand, namer, self._tools.lexicon)
        ahead = reading.status in {"planned", "expected"} or is_scheduled(tree, cand.pred)
        when = self._circumstances.when(tree, cand.pred, future=ahead)
        reading = refold(reading, self._circumstances.date_status(reading.status, when))
        counted = reading.act in {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}
        ontology = load_ontology()
        return EventMention(
            mention_id=_mention_id(sent, trigger, reading),
            story_id=sent.story_id,
            url=self._story.url,
            event_id=None,
            file=self._story.file,
            section=sent.section,
            paragraph=sent.paragraph,
            sentence=sent.index,
            text=sent.text,
            sentence_start=sent.start,
            event=reading.event,
            act=reading.act,
            mode=reading.modes,
            context=contexts,
            cameo=_cameo(tree, replace(act, reading=reading), contexts),
            quad=ontology.quad(reading.event),
            intensity=ontology.score(reading.event, reading.modes),
            status=reading.status,
            trigger=trigger,
            actor=tuple(n.entity for n in act.parts.actor),
            recipient=tuple(n.entity for n in act.parts.recipient),
            attribution=attribution,
            when=when,
            where=self._circumstances.where(
                tree,
                cand.pred,
                [n.entity for n in act.parts.actor] + [n.entity for n in act.parts.recipient if not _is_scene(act, n)],
                event=reading.event if reading.event == reading.act else "",
                carried=counted and reading.status in {"occurred", "ongoing"},
                visited=cand.mode == "visit",
            ),
            counts=find_counts(tree, cand.pred) if counted else Counts(),
            confidence=confidence,
            coder=self._tools.coder,
        )


def trigger_span(tree: Tree, cand: Candidate, reading: Reading) -> Span:
    """The words that tell the act: verb, particle, act noun, and the governing verb when it made the type."""
    words = {cand.head, cand.pred, *tree.kids(cand.pred, "prt"), *reading.absorbs}
    if not cand.is_nominal and cand.is_specific:
        words.update(cand.completes[:1] or tree.kids(cand.pred, "dobj", "acomp", "oprd")[:1])
    if max(words) - min(words) > _LONGEST_TRIGGER:
        # The word that settles the event stays: "the visit of … was called off" is told by "called off".
        told = reading.absorbs[-1] if reading.absorbs and reading.event != reading.act else cand.head
        words = {told, *tree.kids(told, "prt"), *(w for w in words if abs(w - told) <= _LONGEST_TRIGGER // 2)}
    return tree.span(_word_start(tree, min(words)), max(words) + 1)


def _word_start(tree: Tree, i: int) -> int:
    """Where the written word begins: at "cease" for the "fire" of "cease-fire"."""
    tokens = tree.tokens
    while i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].end == tokens[i - 1].start == tokens[i].start - 1:
        i -= 2
    return i


def _cameo(tree: Tree, act: Act, contexts: tuple[str, ...]) -> str:
    """The lexicon's own code while the event is still the act it names, else the ontology's for the folded event."""
    cand, reading = act.cand, act.reading
    armed = any(n.entity.sector in ARMED for n in act.parts.actor)
    is_own = reading.event == reading.act == cand.act and cand.act not in {"ASSAULT", "REQUEST"}
    if is_own and cand.cameo and len(cand.cameo) > 2:
        return cand.cameo
    if reading.event == cand.act == "ASSAULT" and cand.cameo not in {"18", "19", None} and not armed:
        return str(cand.cameo)
    cue = find_mode(tree, cand, reading.event) if reading.event == reading.act else None
    if cue is not None and (cue.mode,) == reading.modes and len(cue.cameo) > 2 and not armed:
        return cue.cameo
    words = {tree.lemmas[i] for i in (cand.head, cand.pred, reading.speaker, *objects_of(tree, cand.pred)[:2])}
    return load_ontology().cameo_for(
        reading.event, reading.act, reading.modes, contexts, reading.status,
        military=armed if act.parts.actor else (cand.cameo or "")[:2] == "19", words=words,
    )  # fmt: skip


def _mention_id(sent: Sentence, trigger: Span, reading: Reading) -> str:
    place = (sent.story_id, sent.section, sent.paragraph, trigger.start, trigger.end)
    key = "|".join(map(str, (*place, reading.event, reading.act, reading.status)))
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()[:16]


__all__ = ["OUTLET", "Attribution", "StoryCoder", "Tools"]
