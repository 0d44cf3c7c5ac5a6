"""Which candidates of a sentence are one event: "agreed to meet", "marched, demanding that he resign"."""

from __future__ import annotations

from whowhom.coding.candidates import Candidate
from whowhom.coding.status import Reading
from whowhom.coding.tree import Tree


def merge(tree: Tree, readings: list[tuple[Candidate, Reading]]) -> list[tuple[Candidate, Reading]]:
    """A governing verb and the act it governs are one event: "agreed to meet", "urged Iran to release"."""
    heads = {cand.head for cand, _ in readings if cand.act != "STATEMENT"}
    acts = {cand.head: cand.act for cand, _ in readings}
    threats = {i for cand, reading in readings if reading.event == "THREATEN" for i in (cand.pred, reading.speaker)}
    absorbed: set[int] = set()
    for cand, reading in readings:
        absorbed.update(i for i in reading.absorbs if i != cand.head)
    out = []
    for cand, reading in readings:
        if cand.head in absorbed and not cand.is_nominal:
            continue
        if reading.demanded_of is not None and reading.speaker in heads and reading.speaker != cand.head:
            continue  # the demand is told by the verb of demanding itself
        if cand.act == "REJECT" and any(effect == "report" and acts.get(g) == "ACCUSE" for effect, g in cand.governors):
            continue  # "said Chad had violated the pact": that is the accusation
        if cand.is_nominal and cand.pred != cand.head and acts.get(cand.pred) == cand.act:
            continue  # "hosted him for talks"
        if cand.is_nominal and reading.event == "REQUEST" and acts.get(_verb_over(tree, cand.head)) == "REJECT":
            continue  # "paid no heed to appeals from Chad"
        if reading.event in {"REQUEST", "ACCUSE", "REJECT"} and _is_topic(tree, cand.pred, acts):
            continue  # "marched, demanding that he resign": the topic of a protest is not a second event
        if _condition_of(tree, cand.pred) in threats:
            continue  # "will close the border unless Chad pulls back": the threat tells what is wanted
        if _purpose_of(tree, cand.pred) in heads:
            continue  # "called him to discuss", "sent a delegation to take part": the main verb tells it
        out.append((cand, reading))
    return out


def _is_topic(tree: Tree, i: int, acts: dict[int, str]) -> bool:
    """Whether a participle tells what a protest is for: "marched, demanding …", "protesters demanding … marched"."""
    token = tree.tokens[i]
    if token.tag != "VBG" or token.dep not in {"acl", "advcl"}:
        return False
    head = tree.tokens[token.head]
    verb = head.head if token.dep == "acl" and head.dep == "nsubj" else token.head
    return acts.get(verb) == "PROTEST"


def _verb_over(tree: Tree, i: int) -> int:
    """The verb that a noun is the object of, straight or through a preposition."""
    for _ in range(4):
        if tree.tokens[i].pos in {"VERB", "AUX"}:
            break
        i = tree.tokens[i].head
    return i


def _condition_of(tree: Tree, i: int) -> int | None:
    """The verb that the clause of ``i``, led by "if" or "unless", hangs on."""
    token = tree.tokens[i]
    is_led = token.dep == "advcl" and any(tree.lower[m] in {"if", "unless"} for m in tree.kids(i, "mark"))
    return token.head if is_led else None


def _purpose_of(tree: Tree, i: int) -> int | None:
    """The verb whose purpose the infinitive ``i`` states, straight or through that verb's object."""
    token = tree.tokens[i]
    if not tree.is_infinitive(i):
        return None
    if token.dep == "advcl":
        return token.head
    holder = tree.tokens[token.head]
    if token.dep in {"relcl", "acl"} and holder.dep in {"dobj", "nsubjpass"}:
        return holder.head
    return None
