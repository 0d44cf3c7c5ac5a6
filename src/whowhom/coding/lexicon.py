"""The lexicon of acts: which verbs and nouns name an act, and which words govern one. Read from ``data/*.tsv``."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from whowhom.coding.rows import read_rows, read_table
from whowhom.errors import LexiconError
from whowhom.ontology import load_ontology

_SPECIAL_ACTS = frozenset({"-", "INVITE", "STATEMENT"})
_SLOTS = frozenset("obj prt prep comp csubj acomp oprd dative act mod inf subj passive adv whom pmod neg".split())
EFFECTS = frozenset(
    "do begin continue plan decide agree refuse demand threaten accuse deny fail stop cancel allow mention "
    "force report expect".split()
)


@dataclass(frozen=True, slots=True)
class Need:
    """One condition on the words round a verb: ``slot`` filled, by one of ``words`` when any are given."""

    slot: str
    key: str = ""  # the preposition of a "prep" condition
    words: frozenset[str] = frozenset()
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words round a verb (or an act noun) that conditions look at: lemmas, lower case."""

    obj: tuple[str, ...] = ()
    has_obj: bool = False
    subj: tuple[str, ...] = ()
    passive: bool = False
    particles: frozenset[str] = frozenset()
    preps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comp: bool = False
    comp_verbs: tuple[str, ...] = ()
    infinitive: bool = False
    named_complement: bool = False  # "said that Benin …", not "said that it …"
    acomp: str | None = None
    oprd: str | None = None
    dative: bool = False
    modifiers: frozenset[str] = frozenset()
    prep_modifiers: frozenset[str] = frozenset()  # those before what a preposition names: "on its sanctions list"
    adverbs: frozenset[str] = frozenset()
    whom: bool = False  # the infinitive that follows has a doer of its own
    negated: bool = False


@dataclass(frozen=True, slots=True)
class VerbAct:
    """A row of verbs.tsv."""

    needs: tuple[Need, ...]
    act: str
    mode: str | None
    cameo: str | None
    to: tuple[str, ...]
    line: int
    effect: str | None = None  # "AID>stop": the verb ends the act ("suspended aid"); "AID>agree": it promises it
    is_reversed: bool = False  # "AID<": the verb's subject is the one it is done to ("received a loan from Japan")
    is_strict: bool = False  # "!to": no event unless both parties are known ("worked with")

    @property
    def takes_not(self) -> bool:
        """Whether the row asks for a negation, which is then part of the act: "paid no heed to"."""
        return any(n.slot == "neg" for n in self.needs)

    @property
    def is_specific(self) -> bool:
        """Whether the row names its object, so that an act noun there is part of the same act."""
        return any(n.words and n.slot in {"obj", "prep"} for n in self.needs)


@dataclass(frozen=True, slots=True)
class NounAct:
    """A row of nouns.tsv."""

    needs: tuple[Need, ...]
    verb: str | None
    act: str
    mode: str | None
    cameo: str | None
    to: tuple[str, ...]
    alone: str


@dataclass(frozen=True, slots=True)
class FrameAct:
    """A row of frames.tsv."""

    needs: tuple[Need, ...]
    effect: str


class Lexicon:
    """Lookup by lemma; rows with more conditions come first."""

    def __init__(
        self,
        verbs: dict[str, list[VerbAct]],
        nouns: dict[str, list[NounAct]],
        frames: dict[str, list[FrameAct]],
        governors: dict[str, dict[str, str]],
        classes: Mapping[str, frozenset[str]],
        version: str,
    ) -> None:
        self.verbs, self.nouns, self.frames, self.governors = verbs, nouns, frames, governors
        self.classes, self.version = classes, version
        self.lemmas = frozenset({*verbs, *nouns, *frames})

    def verb_row(self, lemma: str, around: Surroundings) -> VerbAct | None:
        """The first row of this verb whose conditions hold; its act is "-" where the verb, so used, is no event."""
        rows = self.verbs.get(lemma, ())
        return next((row for row in rows if all(holds(need, around) for need in row.needs)), None)

    def noun_act(self, lemma: str, around: Surroundings) -> NounAct | None:
        """The first row of this noun whose conditions hold."""
        rows = self.nouns.get(lemma, ())
        return next((row for row in rows if all(holds(need, around) for need in row.needs)), None)

    def effect(self, lemma: str, around: Surroundings, *, of: str) -> str | None:
        """How the verb governs an act; ``of`` is "comp" for a clause, "act" for a noun."""
        best: FrameAct | None = None
        for row in self.frames.get(lemma, ()):
            if not any(n.slot == of for n in row.needs):
                continue
            rest = [n for n in row.needs if n.slot not in {"act", "comp"}]
            if all(holds(n, around) for n in rest) and (best is None or len(row.needs) > len(best.needs)):
                best = row
        return best.effect if best else None


def holds(need: Need, around: Surroundings) -> bool:
    """Whether one condition is met."""
    if need.slot == "obj":
        if need.absent:
            return not around.has_obj
        return around.has_obj if not need.words else any(o in need.words for o in around.obj)
    if need.slot == "prt":
        return not around.particles if need.absent else bool(need.words & around.particles)
    if need.slot == "prep":
        heads = [h for p in need.key.split("|") for h in around.preps.get(p, ())]
        present = any(p in around.preps for p in need.key.split("|"))
        return present if not need.words else any(h in need.words for h in heads)
    if need.slot == "comp":
        if need.absent:
            return not around.comp
        return around.comp if not need.words else any(v in need.words for v in around.comp_verbs)
    if need.slot == "inf":
        return around.infinitive
    if need.slot == "csubj":
        return around.named_complement
    if need.slot == "passive":
        return around.passive
    if need.slot == "subj":
        return any(s in need.words for s in around.subj)
    if need.slot == "mod":
        return bool(need.words & around.modifiers)
    if need.slot == "pmod":
        return bool(need.words & around.prep_modifiers)
    if need.slot == "dative":
        return around.dative
    if need.slot == "whom":
        return around.whom
    if need.slot == "neg":
        return around.negated
    if need.slot == "adv":
        return bool(need.words & around.adverbs)
    if need.slot == "acomp":
        return around.acomp in need.words
    return around.oprd in need.words or (not need.words and around.oprd is not None)


# --- reading the tables -----------------------------------------------------------------------------------


def load_lexicon() -> Lexicon:
    """The shipped tables, checked; LexiconError names the file and the line."""
    classes = {row[0]: frozenset(row[1].split("|")) for _, row in read_rows("classes.tsv", 2)}
    digest = hashlib.sha256()
    for name in ("classes.tsv", "verbs.tsv", "nouns.tsv", "frames.tsv", "governors.tsv", "modes.tsv"):
        digest.update(read_table(name).encode())
    version = digest.hexdigest()[:8]
    return Lexicon(_verbs(classes), _nouns(classes), _frames(classes), _governors(), classes, version)


def _verbs(classes: Mapping[str, frozenset[str]]) -> dict[str, list[VerbAct]]:
    found: dict[str, list[VerbAct]] = {}
    for number, (verbs, needs, act, mode, cameo, to) in read_rows("verbs.tsv", 6):
        act, _, effect = act.partition(">")
        is_reversed, act = act.endswith("<"), act.removesuffix("<")
        is_strict, to = to.startswith("!"), to.removeprefix("!")
        _check("verbs.tsv", number, act, mode)
        conditions = _needs("verbs.tsv", number, needs, classes)
        if effect and effect not in {"stop", "agree"}:
            raise LexiconError("verbs.tsv", number, f"unknown effect {effect!r}")
        row = VerbAct(
            conditions, act, _or_none(mode), _or_none(cameo), _list(to), number, effect or None, is_reversed, is_strict
        )
        for verb in verbs.split("|"):
            found.setdefault(verb, []).append(row)
    for rows in found.values():
        rows.sort(key=lambda r: (-_weight(r), r.line))
    return found


def _weight(row: VerbAct) -> int:
    """More conditions win over fewer; naming a word wins over "any"."""
    return sum(2 if n.words else 1 for n in row.needs)


def _nouns(classes: Mapping[str, frozenset[str]]) -> dict[str, list[NounAct]]:
    found: dict[str, list[NounAct]] = {}
    for number, (nouns, needs, verb, act, mode, cameo, to, alone) in read_rows("nouns.tsv", 8):
        if verb == "-":
            _check("nouns.tsv", number, act, mode)
        conditions = _needs("nouns.tsv", number, needs, classes)
        row = NounAct(conditions, _or_none(verb), act, _or_none(mode), _or_none(cameo), _list(to), alone)
        for noun in nouns.split("|"):
            found.setdefault(noun, []).append(row)
    for rows in found.values():
        rows.sort(key=lambda r: -len(r.needs))
    return found


def _frames(classes: Mapping[str, frozenset[str]]) -> dict[str, list[FrameAct]]:
    found: dict[str, list[FrameAct]] = {}
    for number, (verbs, needs, effect) in read_rows("frames.tsv", 3):
        if effect not in EFFECTS:
            raise LexiconError("frames.tsv", number, f"unknown effect {effect!r}")
        row = FrameAct(_needs("frames.tsv", number, needs, classes), effect)
        for verb in verbs.split("|"):
            found.setdefault(verb, []).append(row)
    return found


def _governors() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"noun": {}, "adjective": {}, "happening": {}}
    for number, (kind, words, effect) in read_rows("governors.tsv", 3):
        if kind not in found or effect not in EFFECTS:
            raise LexiconError("governors.tsv", number, f"unknown kind or effect: {kind} {effect}")
        found[kind].update(dict.fromkeys(words.split("|"), effect))
    return found


def _needs(name: str, number: int, text: str, classes: Mapping[str, frozenset[str]]) -> tuple[Need, ...]:
    out = []
    for part in text.split():
        if part == "-":
            continue
        slot, _, value = part.partition(":")
        if slot not in _SLOTS:
            raise LexiconError(name, number, f"unknown condition {part!r}")
        if slot == "prep":
            key, _, words = value.partition("=")
            out.append(Need("prep", key, _words(name, number, words, classes)))
        else:
            plain = "" if value in {"*", "-"} else value
            out.append(Need(slot, "", _words(name, number, plain, classes), absent=value == "-"))
    return tuple(out)


def _words(name: str, number: int, text: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    out: set[str] = set()
    for word in filter(None, text.split("|")):
        if word.startswith("@"):
            if word[1:] not in classes:
                raise LexiconError(name, number, f"unknown class {word}")
            out |= classes[word[1:]]
        else:
            out.add(word)
    return frozenset(out)


def _check(name: str, number: int, act: str, mode: str) -> None:
    ontology = load_ontology()
    if act in _SPECIAL_ACTS:
        return
    if act not in ontology.types:
        raise LexiconError(name, number, f"{act!r} is no PLOVER type")
    # The mode "meet" on an act CONSULT marks an absence: folded to REJECT meet.
    if mode != "-" and (act, mode) not in ontology.modes and mode != "meet":
        raise LexiconError(name, number, f"{mode!r} is no mode of {act}")


def _or_none(cell: str) -> str | None:
    return None if cell == "-" else cell


def _list(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(","))
