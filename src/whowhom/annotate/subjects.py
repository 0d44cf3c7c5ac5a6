"""Slips of the parser over who does something: a verb's subject that was hung elsewhere, or two taken for one."""

from __future__ import annotations

from dataclasses import replace

from whowhom.annotate.deeds import LISTED, SUBJECTS, kids
from whowhom.records import Token

_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_TOWNS = frozenset("capital city town port village province region district stronghold resort suburb".split())
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Today Yesterday Tomorrow Christmas Easter Ramadan".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def wake_clause(out: list[Token]) -> None:
    """ "hours after a bombing in Ankara killed 37": what stands before a verb without a subject does what it says."""
    for i, verb in enumerate(out):
        if verb.dep not in {"advcl", "conj"} or verb.tag not in _FINITE or verb.pos != "VERB" or kids(out, i, SUBJECTS):
            continue
        noun = i - 1
        while noun > 0 and out[noun].head < i and out[noun].head != noun and not _is_of_time(out, noun):
            noun = out[noun].head
        if noun < 1 or not _is_of_time(out, noun) or _right_edge(out, noun) != i - 1 or verb.head == noun:
            continue
        prep = out[noun].head
        over = out[prep].head
        out[prep] = replace(out[prep], dep="mark", head=i)
        out[i] = replace(verb, dep="advcl", head=over)
        _make_subject(out, noun, i)


def _is_of_time(out: list[Token], i: int) -> bool:
    """Whether the word hangs on a preposition that may as well begin a clause."""
    return out[i].dep == "pobj" and out[out[i].head].text.lower() in _CLAUSE_OPENERS


def join_subjects(out: list[Token]) -> None:
    """ "Tshisekedi and Biruta agreed", both taken for subjects: the second goes with the first."""
    for i, token in enumerate(out):
        if token.dep != "nsubj":
            continue
        first = next((k for k in range(i) if out[k].dep == "nsubj" and out[k].head == token.head), None)
        if first is not None and any(t.text == "and" and t.head == first and first < k < i for k, t in enumerate(out)):
            out[i] = replace(token, dep="conj", head=first)


def join_list(out: list[Token]) -> None:
    """ "Mali, Burkina Faso and Niger signed": three of a kind, not Mali under another name."""
    for i, token in enumerate(out):
        first = out[token.head]
        if token.dep != "appos" or token.pos != "PROPN" or first.pos != "PROPN" or first.ent not in LISTED:
            continue
        listed = {i}
        for k in range(i + 1, len(out)):
            if out[k].dep == "conj" and out[k].head in listed:
                listed.add(k)
        if len(listed) > 1 and any(t.head in listed and t.dep == "cc" for t in out):
            out[i] = replace(token, dep="conj")


def give_subject(out: list[Token]) -> None:
    """ "sent troops to Goma and Burundi is to follow": what stands right before a new clause's verb is its subject."""
    for i, verb in enumerate(out):
        if verb.dep not in {"conj", "advcl"} or kids(out, i, SUBJECTS | {"mark"}):
            continue
        first = min([*kids(out, i, {"aux", "auxpass"}), i])
        if first < 2 or out[first].tag not in {"VBZ", "VBP", "MD", "VBD"} or (first == i and verb.tag == "VBD"):
            continue
        noun = out[first - 1]
        if noun.dep == "conj" and noun.head < first - 1 and noun.pos in {"NOUN", "PROPN"} and noun.head != verb.head:
            _make_subject(out, first - 1, i)
            out[i] = replace(verb, dep="conj")


def raise_apposition(out: list[Token]) -> None:
    """ "Under pressure from protesters, the president resigned": before the verb stands its subject."""
    for i, verb in enumerate(out):
        if verb.dep != "ROOT" or verb.tag not in _FINITE | {"VBN"} or kids(out, i, SUBJECTS):
            continue
        first = min([*kids(out, i, {"aux", "auxpass", "neg"}), i])
        noun = next((k for k in range(first) if out[k].dep == "appos" and _right_edge(out, k) == first - 1), None)
        if noun is None or out[first].tag not in _FINITE:
            continue
        left = min(k for k in range(noun + 1) if _is_under(out, k, noun))
        if left < 2 or out[left - 1].text != "," or out[0].dep != "prep" or not _is_under(out, noun, 0):
            continue
        _make_subject(out, noun, i)


def part_day(out: list[Token]) -> None:
    """ "On Monday Azerbaijan admitted": the day is one thing, who stands before the verb another."""
    for i in range(2, len(out) - 1):
        day, name = out[i - 1], out[i]
        if day.text not in _CALENDAR or day.dep != "compound" or day.head != i or name.dep != "pobj":
            continue
        verb = next((k for k in range(i + 1, min(i + 4, len(out))) if out[k].pos == "VERB"), None)
        prep = name.head
        if verb is None or out[verb].tag not in _FINITE | {"VBN"} or kids(out, verb, SUBJECTS):
            continue
        if prep == i - 2 and all(out[k].head == verb for k in range(i + 1, verb)):
            out[i - 1] = replace(day, dep="pobj", head=prep)
            _make_subject(out, i, verb)


def part_persons(out: list[Token]) -> None:
    """ "President X and North Korean leader Y signed": two people, not one with a long name."""
    for c, token in enumerate(out):
        first = token.head
        if token.dep != "cc" or "PERSON" not in {out[first].ent, out[first - 1].ent}:
            continue
        title = next((k for k in kids(out, first, {"conj"}) if k > c), None)
        if title is None:
            continue
        below = last = first
        while out[last].dep in {"appos", "compound", "nmod"}:
            below, last = last, out[last].head
        if last <= title or out[last].pos != "PROPN" or out[last].dep not in _ARGUMENTS:
            continue
        is_owner = bool(kids(out, title, {"case"}))
        if below != first:  # "President" over the name: the name is the head
            for k in kids(out, below, {"appos"}):
                if k < first:
                    out[k] = replace(out[k], dep="compound", head=first)
            out[below] = replace(out[below], dep="compound", head=first)
        out[first] = replace(out[first], dep=out[last].dep, head=out[last].head)
        out[last] = replace(out[last], dep="conj", head=first)
        out[title] = replace(out[title], dep="poss" if is_owner else "compound", head=last)


def part_subjects(out: list[Token]) -> None:
    """ "In the capital, Yerevan, a crowd stormed": the town is the capital's name, the crowd the subject."""
    for i, token in enumerate(out):
        if token.dep != "nsubj" or token.pos != "PROPN" or i < 3 or out[i - 1].text != ",":
            continue
        place, second = i - 2, next((k for k in range(i + 1, token.head) if out[k].dep == "nsubj"), None)
        is_town = out[place].lemma in _TOWNS and out[place].dep == "pobj"
        if is_town and second is not None and out[second].head == token.head and out[i + 1].text == ",":
            out[i] = replace(token, dep="appos", head=place)


def _make_subject(out: list[Token], noun: int, verb: int) -> None:
    """Hang a noun on a verb as its subject, that of a passive where the verb is one."""
    dep = "nsubjpass" if kids(out, verb, {"auxpass"}) else "nsubj"
    out[noun] = replace(out[noun], dep=dep, head=verb)


def _is_under(out: list[Token], i: int, top: int) -> bool:
    for _ in range(len(out)):
        if i == top:
            return True
        if out[i].head == i:
            return False
        i = out[i].head
    return False


def _right_edge(out: list[Token], top: int) -> int:
    return max(k for k in range(top, len(out)) if _is_under(out, k, top))
