"""Whether it happened: tense, negation, modality and the governing verbs of an act, read into one status.

The act and the status are decided apart; ``ontology.fold`` joins them by PLOVER's rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from whowhom.coding.candidates import Candidate
from whowhom.coding.clauses import (
    Clause,
    has_no,
    has_to,
    is_hearsay,
    is_on_condition,
    is_said_to_come,
    is_ultimatum,
    read_clause,
)
from whowhom.coding.tree import Tree
from whowhom.ontology import fold
from whowhom.records import Status

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "INVITE"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})

# Announcing one of these is threatening it; sending troops may as well be help.
_ANNOUNCED_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})

_ALLEGED = frozenset(
    "allegedly reportedly purportedly supposedly apparently alleged reported suspected purported supposed".split()
)
_EXPECTING = frozenset("expect likely certain anticipate look think".split())
_PROPOSING = frozenset(
    "propose suggest seek consider mull weigh want hope wish contemplate recommend discuss debate proposal possibility "
    "desire bid".split()
)
_OFFICIALS = frozenset(
    "official minister ministry spokesman spokeswoman spokesperson commander general adviser aide negotiator secretary "
    "president premier chief leader director".split()
)
# What a speaker may deny to have done; who has "not agreed", "not invited" or "not conceded" refuses.
_DENIABLE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "ACCUSE", "REQUEST", "THREATEN"})
_PERFECT = frozenset("had has have 've ’ve 'd".split())
_WARNING = frozenset({"warn", "caution", "advise", "counsel", "warning"})
_INSTEAD = frozenset({"without", "instead", "rather"})
_FORESEEN: dict[Status, Status] = {"planned": "expected", "occurred": "alleged", "ongoing": "alleged"}
# What the content of a demand or refusal makes its mode, by the act demanded.
_ASKED = {
    "CONSULT": "meet", "INVITE": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist",
    "RETREAT": "yield", "CONCEDE": "yield", "AGREE": "change",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """An act with its status, and the event type it folds to. ``speaker`` is the verb whose subject acts."""

    act: str
    event: str
    modes: tuple[str, ...]
    status: Status
    speaker: int
    demanded_of: int | None = None  # the verb whose object (or the inner verb whose subject) a demand is made of
    weight: float = 1.0
    absorbs: tuple[int, ...] = ()  # governing verbs that are part of this event, not events of their own


@dataclass(frozen=True, slots=True)
class _State:
    act: str
    modes: tuple[str, ...]
    status: Status = "occurred"
    event: str | None = None
    speaker: int = 0
    demanded_of: int | None = None
    weight: float = 1.0
    absorbs: tuple[int, ...] = ()

    @property
    def base(self) -> str:
        """What the next governing word acts on: the event so far, or the act itself."""
        return self.event or self.act


def read_status(tree: Tree, cand: Candidate) -> Reading | None:
    """The reading of one candidate; None when the sentence says that there was no such act."""
    if cand.act == "STATEMENT":
        return Reading("STATEMENT", "STATEMENT", (), "occurred", cand.pred)
    if _is_instead(tree, cand):
        return None
    state = _State(cand.act, (cand.mode,) if cand.mode else (), speaker=cand.pred)
    if cand.alone == "absent" or (cand.act == "CONSULT" and cand.mode == "meet"):
        state = replace(state, status="declined", modes=())
    steps: list[tuple[str | None, int]] = list(cand.governors)
    if not steps and tree.is_infinitive(cand.pred):  # a purpose: "sent a team to negotiate"
        state = replace(state, status="planned", weight=0.5)
    if not steps or steps[0][1] != cand.pred:
        steps.insert(0, (None, cand.pred))
    for effect, governor in steps:
        if effect == "report":
            if state.status in {"occurred", "ongoing"} and is_hearsay(tree, governor):
                state = replace(state, status="alleged", weight=state.weight * 0.8)
            continue
        done = _apply(tree, state, effect, governor, cand)
        if done is None:
            return None
        state = done
        clause = read_clause(tree, governor)
        if cand.takes_not and governor == cand.pred:
            clause = replace(clause, negated=False)
        if (
            effect == "allow"
            and clause.negated
            and state.event is None
            and state.act in COOPERATIVE | YIELDING | {"MOBILIZE"}
        ):
            state = _forbid(state, governor)
            continue
        if effect == "force" and state.act in YIELDING and has_to(tree, governor) and _is_reported(steps):
            clause = replace(clause, duty=True)
        done = _weigh(tree, state, clause, governor, steps, effect)
        if done is None:
            return None
        state = done
    if cand.is_nominal and state.status == "occurred" and is_said_to_come(tree, cand.head):
        state = replace(state, status="planned", weight=state.weight * 0.5)
    if cand.is_nominal and has_no(tree, cand.head):
        denied = _negate(state, future=False)
        if denied is None:
            return None
        state = denied
    if _is_alleged(tree, cand) and state.status in {"occurred", "ongoing"}:
        state = replace(state, status="alleged", weight=state.weight * 0.8)
    return _finish(state)


def _is_instead(tree: Tree, cand: Candidate) -> bool:
    """ "instead of extending an invitation", "without meeting": said not to have been done."""
    for i in {cand.head, cand.pred}:
        token = tree.tokens[i]
        if token.dep not in {"pcomp", "pobj"}:
            continue
        prep = token.head
        words = {tree.lower[prep], *(tree.lower[c] for c in tree.children[prep]), tree.lower[max(prep - 1, 0)]}
        if words & _INSTEAD or (tree.lower[prep] == "against" and tree.lemmas[tree.tokens[prep].head] in _WARNING):
            return True
    return False


def _is_alleged(tree: Tree, cand: Candidate) -> bool:
    return any(tree.lower[c] in _ALLEGED for i in {cand.head, cand.pred} for c in tree.kids(i, "advmod", "amod"))


def _apply(tree: Tree, state: _State, effect: str | None, g: int, cand: Candidate) -> _State | None:
    """The state after one governing word has had its say; None when the act is not told as one."""
    if effect in {None, "do", "force"}:
        # "rejected a plan": the verb's subject speaks for the noun's
        is_noun = tree.tokens[state.speaker].pos == "NOUN" and tree.tokens[g].pos == "VERB"
        return replace(state, speaker=g) if is_noun and state.event is not None else state
    if effect == "continue":
        return replace(state, status="ongoing") if state.status == "occurred" else state
    if effect == "plan":
        speaker = g if state.event is not None and tree.tokens[g].pos == "VERB" else state.speaker
        return replace(state, status=_plan_status(tree, g), speaker=speaker)
    if effect == "expect":  # "reports that he will": foreseen by others, not announced
        return replace(state, status=_FORESEEN.get(state.status, state.status))
    if effect == "fail":
        return _negate(state, future=False)
    if effect in {"stop", "cancel"}:
        return _stop(state, effect, g)
    if effect == "threaten" and tree.lemmas[g] == "warn" and _is_about_others(tree, cand):
        return replace(state, weight=state.weight * 0.7)  # "analysts warned that Israel could strike"
    if effect in _SPEECH:
        return _SPEECH[effect](state, g, tree.lemmas[g])
    return None if effect == "mention" and cand.alone != "yes" else replace(state, weight=state.weight * 0.6)


def _is_about_others(tree: Tree, cand: Candidate) -> bool:
    """Whether the act has a subject of its own that is no pronoun."""
    subject = tree.own_subject(cand.pred)
    return subject is not None and tree.tokens[subject].pos != "PRON"


def _decide(state: _State, g: int, _lemma: str) -> _State:
    soft = state.base in COOPERATIVE | YIELDING and state.status != "declined"
    return replace(state, status="planned", speaker=g, absorbs=(*state.absorbs, g)) if soft else state


def _agree(state: _State, g: int, lemma: str) -> _State:
    """Says that it will: AGREE for what is friendly, a threat where force is vowed, else planned."""
    state = replace(state, status="planned", speaker=g, absorbs=(*state.absorbs, g))
    if state.base in FORCE and lemma in {"vow", "swear", "pledge", "promise", "ready", "prepared"}:
        return _as_threat(state)
    if state.base in {"ASSAULT", "COERCE", "SANCTION", "PROTEST", "THREATEN", "ACCUSE", "REJECT"}:
        return state
    act = "CONSULT" if state.act == "INVITE" else state.act
    return replace(state, act=act, event="AGREE", modes=())


def _refuse(state: _State, g: int, _lemma: str) -> _State | None:
    if state.event == "REJECT" or state.status == "declined":
        return None
    _, modes = fold("CONSULT" if state.base == "INVITE" else state.base, state.modes, "declined")
    return replace(state, event="REJECT", modes=modes, status="declined", speaker=g, absorbs=(*state.absorbs, g))


def _demand(state: _State, g: int, _lemma: str) -> _State:
    mode = (_ASKED.get(state.base, "change"),)
    return replace(
        state, act="REQUEST", event="REQUEST", modes=mode, status="occurred", demanded_of=state.speaker, speaker=g
    )


def _forbid(state: _State, g: int) -> _State:
    """ "did not allow monitors to visit": refused, by the one who might have allowed it, to those who asked."""
    _, modes = fold("CONSULT" if state.base == "INVITE" else state.base, state.modes, "declined")
    return replace(state, event="REJECT", modes=modes, status="declined", demanded_of=state.speaker, speaker=g)


def _threaten(state: _State, g: int, _lemma: str) -> _State:
    return _as_threat(replace(state, status="planned", speaker=g, absorbs=(*state.absorbs, g)))


def _as_threat(state: _State) -> _State:
    """THREATEN, with the mode that the threatened act gives it."""
    event, modes = fold(state.base, state.modes, "planned", threat=True)
    return replace(state, event="THREATEN", modes=modes if event == "THREATEN" else ())


def _accuse(state: _State, _g: int, _lemma: str) -> _State:
    return replace(state, status="alleged", weight=state.weight * 0.5)


def _deny(state: _State, _g: int, _lemma: str) -> _State:
    return replace(state, status="denied", weight=state.weight * 0.6)


# What the verbs of saying do to the act they speak of.
_SPEECH: dict[str, Callable[[_State, int, str], _State | None]] = {
    "decide": _decide,
    "agree": _agree,
    "refuse": _refuse,
    "demand": _demand,
    "threaten": _threaten,
    "accuse": _accuse,
    "deny": _deny,
}


def _plan_status(tree: Tree, g: int) -> Status:
    lemma = tree.lemmas[g]
    if lemma in _EXPECTING:
        return "expected"
    return "proposed" if lemma in _PROPOSING else "planned"


def _stop(state: _State, effect: str, g: int) -> _State | None:
    """Ended, suspended or called off: the fold table says what that is for each act."""
    if state.status == "declined" or state.event is not None:
        return None
    if effect == "stop" and state.act == "CONSULT":  # talks that are broken off are a cut in relations (CAMEO 164)
        return replace(state, act="SANCTION", modes=("discontinue",), speaker=g, absorbs=(*state.absorbs, g))
    if effect == "stop":  # the ending itself is the act: what is lifted or suspended was going on
        act, modes = fold("CONSULT" if state.act == "INVITE" else state.act, state.modes, "cancelled")
        return replace(state, act=act, modes=modes, status="occurred", speaker=g, absorbs=(*state.absorbs, g))
    return replace(state, status="cancelled", speaker=g, absorbs=(*state.absorbs, g))


def _weigh(
    tree: Tree, state: _State, clause: Clause, g: int, steps: list[tuple[str | None, int]], effect: str | None
) -> _State | None:
    """The state after the auxiliaries of one verb of the chain."""
    if clause.conditional:
        is_open = state.event in {None, "REJECT"}  # "if Kyiv refuses to withdraw" is no refusal yet
        state = replace(state, status="conditional" if is_open else state.status, weight=state.weight * 0.5)
    if clause.negated and _is_own_denial(tree, state, g, steps):
        return replace(state, status="denied", weight=state.weight * 0.3)
    if clause.negated:
        return _negate(state, future=clause.future or clause.would, reported=_is_reported(steps))
    if clause.duty:
        return _duty(state, g, steps)
    is_own = (clause.would or clause.future) and _is_own_threat(tree, g, steps)
    if state.status == "declined" and (is_own or is_ultimatum(tree, g)):
        return replace(
            state, event="THREATEN", modes=(), status="planned"
        )  # "will walk out unless …", "said it would quit if …"
    settled = state.status not in {"occurred", "ongoing"}
    if clause.future or (clause.would and _is_reported(steps)):
        if settled:
            return state
        state = replace(state, status="planned")
        foreseen = any(effect in {"plan", "expect"} for effect, _ in steps)
        announced = state.event is None and state.act in _ANNOUNCED_FORCE and not foreseen
        announced = announced and _is_told_as_threat(tree, state, g, steps)
        return _as_threat(state) if announced else state
    if (
        (clause.would or clause.possible)
        and not settled
        and state.act in _ANNOUNCED_FORCE
        and _is_own_threat(tree, g, steps)
    ):
        return _as_threat(replace(state, status="planned"))
    if clause.would or clause.possible:
        return replace(state, status=state.status if settled else "conditional", weight=state.weight * 0.6)
    if clause.progressive and state.status == "occurred":
        return replace(state, status="ongoing")
    return state


def _is_own_denial(tree: Tree, state: _State, g: int, steps: list[tuple[str | None, int]]) -> bool:
    """ "said it had not passed on the address", "insisted that he had never met him": denied by its own doer."""
    if state.event is not None or state.status != "occurred" or state.act not in _DENIABLE:
        return False
    own = tree.own_subject(g)
    if own is None or not _is_reported(steps):
        return False
    owner = tree.child(own, "poss")  # "said its men had not left"
    by_themselves = any(tree.tokens[i].pos == "PRON" for i in (own, owner) if i is not None)
    return by_themselves and any(tree.lower[c] in _PERFECT for c in tree.kids(g, "aux"))


def _is_told_as_threat(tree: Tree, state: _State, g: int, steps: list[tuple[str | None, int]]) -> bool:
    """ "will invade", "will strike unless …", "said it would tighten sanctions"; not "doctors will strike"."""
    if state.act in {"ASSAULT", "COERCE", "MOBILIZE"} or is_on_condition(tree, g):
        return True
    own = tree.own_subject(g)
    if own is None or tree.tokens[own].pos != "PRON" or state.act == "PROTEST":
        return False
    return _is_reported(steps) or tree.lower[own] in {"i", "we"}


def _is_own_threat(tree: Tree, g: int, steps: list[tuple[str | None, int]]) -> bool:
    """ "Baku said it might shell if …", "Doha could cut gas unless …, its minister said"; not what analysts say."""
    teller = next((verb for effect, verb in steps if effect == "report"), None)
    if teller is None or not is_on_condition(tree, g):
        return False
    own, told_by = tree.own_subject(g), tree.own_subject(teller)
    if own is not None and tree.tokens[own].pos == "PRON":
        return True
    return told_by is not None and tree.lemmas[told_by] in _OFFICIALS


def _is_reported(steps: list[tuple[str | None, int]]) -> bool:
    return any(effect == "report" for effect, _ in steps)


def _duty(state: _State, g: int, steps: list[tuple[str | None, int]]) -> _State:
    """ "X said Y must stop": X asks it of Y; with no speaker it is only proposed."""
    speaker = next((verb for effect, verb in steps if effect == "report"), None)
    if speaker is None or state.event is not None:
        return replace(state, status="proposed", weight=state.weight * 0.5)
    return replace(
        state, act="REQUEST", event="REQUEST", modes=(_ASKED.get(state.act, "change"),), demanded_of=g, speaker=speaker,
        weight=state.weight * 0.8,
    )  # fmt: skip


def _negate(state: _State, *, future: bool, reported: bool = False) -> _State | None:
    """Said not to be: a refusal where the act is cooperative, else no event."""
    if state.event == "REJECT" or state.status in {"declined", "cancelled", "alleged"}:
        return None
    if state.base not in COOPERATIVE | YIELDING:
        if state.status == "denied" or state.act not in FORCE or future or not reported:
            return None
        return replace(state, status="denied", weight=state.weight * 0.3)
    weight = state.weight if future or state.act in {"INVITE", "AGREE"} else state.weight * 0.7
    _, modes = fold("CONSULT" if state.base == "INVITE" else state.base, state.modes, "declined")
    return replace(state, event="REJECT", modes=modes, status="declined", weight=weight)


def is_scheduled(tree: Tree, i: int) -> bool:
    """The simple present of a dated sentence tells what is to come: "a conference opens on Thursday"."""
    has_auxiliary = tree.child(i, "aux", "auxpass") is not None
    return tree.sent.section == "body" and tree.tokens[i].tag in {"VBZ", "VBP"} and not has_auxiliary


def refold(reading: Reading, status: Status) -> Reading:
    """The reading under another status: "they meet again in February", told in January, is still to come."""
    if status == reading.status or reading.event != reading.act:
        return reading if status == reading.status else replace(reading, status=status)
    event, modes = fold(reading.act, reading.modes, status)
    return replace(reading, event=event, modes=modes, status=status)


def _finish(state: _State) -> Reading | None:
    act, status, event, modes = state.act, state.status, state.event, state.modes
    if act == "INVITE":
        act = "CONSULT"
        if event is None:
            event, modes = ("REJECT", ("meet",)) if status in {"declined", "cancelled"} else ("AGREE", ())
    if event is None and status == "declined":
        event, modes = "REJECT", fold(act, modes, status)[1]
    elif event is None or event in YIELDING:
        event, modes = fold(event or act, modes, status)
    return Reading(act, event, modes, status, state.speaker, state.demanded_of, state.weight, state.absorbs)
