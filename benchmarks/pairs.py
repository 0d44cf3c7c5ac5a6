"""Types: recall on PLOVER's gold standard records, and macro-F1 over marked pairs through ``relate``."""

from __future__ import annotations

from collections import Counter

from benchmarks.data import read_gsr, read_plv
from whowhom import Coder
from whowhom.ontology import load_ontology
from whowhom.records import EventMention, Story

# The marked pairs have CONCEDE and RETREAT as one class.
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
# Codes of the gold records that today's ontology writes otherwise.
_CODES = {"IGO": {"IGO", "UNO", "EUR"}, "ITL": {"ITA"}, "JAP": {"JPN"}, "VTN": {"VNM"}}


def score_gsr(coder: Coder) -> dict[str, float]:
    """Recall of type, type + actor country, and the whole triple; mentions a sentence."""
    rows = read_gsr()
    texts = sorted({row["text"] for row in rows})
    coded = {s.body[0]: m for s, m in coder.code_many(Story(story_id=str(i), body=(t,)) for i, t in enumerate(texts))}
    typed = actors = triples = 0
    for row in rows:
        same = [m for m in coded[row["text"]] if m.event == row["type"]]
        typed += bool(same)
        acting = [m for m in same if _covers(row["source_codes"], m, recipients=False)]
        actors += bool(acting)
        triples += any(_covers(row["target_codes"], m, recipients=True) for m in acting)
    n = len(rows)
    return {
        "type": typed / n,
        "type+actor": actors / n,
        "triple": triples / n,
        "mentions/sentence": sum(map(len, coded.values())) / len(texts),
    }


def _covers(gold: set[str], mention: EventMention, *, recipients: bool) -> bool:
    """Whether one of the gold codes is among the mention's; parties to two-sided acts count on both sides."""
    entities = mention.recipient if recipients else mention.actor
    if not entities:
        entities = mention.actor if recipients else mention.recipient if not mention.actor else ()
    if not gold:
        return True
    found = {e.code for e in entities}
    return any(found & _CODES.get(code, {code}) for code in gold)


def score_plv(coder: Coder) -> dict[str, float]:
    """Macro-F1 over 15 roots and over 4 quad classes of the marked training pairs (rules only: nothing is trained)."""
    rows = read_plv()
    answers = list(coder.relate((r["uid"], r["sentence"], r["source"], r["target"]) for r in rows))
    gold = [r["gold_root"] for r in rows]
    told = [_YIELD.get(a.event, a.event) for a in answers]
    return {"root macro-F1": macro_f1(gold, told), "quad macro-F1": macro_f1(*_quads(gold, told))}


def _quads(gold: list[str], told: list[str]) -> tuple[list[str], list[str]]:
    """Quad classes as the pairs' authors count them: SANCTION is verbal conflict, YIELD material cooperation."""
    ontology = load_ontology()

    def quad(root: str) -> str:
        if root == "YIELD":
            return "2"
        return "3" if root == "SANCTION" else str(ontology.quad(root))

    return [quad(g) for g in gold], [quad(t) for t in told]


def macro_f1(gold: list[str], told: list[str]) -> float:
    """Mean over the gold's classes of each one's F1."""
    pairs = Counter(zip(gold, told, strict=True))
    scores = []
    for label in set(gold):
        hits = pairs[label, label]
        answered = sum(n for (_, t), n in pairs.items() if t == label)
        wanted = sum(n for (g, _), n in pairs.items() if g == label)
        scores.append(2 * hits / (answered + wanted) if answered + wanted else 0.0)
    return sum(scores) / len(scores)
