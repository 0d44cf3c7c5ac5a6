"""Known slips of the small English parser, mended on its own labels before the sentence is handed on."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from whowhom.annotate.deeds import LISTED, PARTIES, SUBJECTS, kids, part_doers, tell_verb, wake_second
from whowhom.records import Token

# Nouns of the news that the tagger takes for verbs after "to": "arms to rebel factions", "aid to rebel fighters".
_NOUNS_LIKE_VERBS = frozenset({"rebel", "separatist", "protest"})
_OFFICES = frozenset({("finance", "minister"), ("finance", "ministry"), ("finance", "official"), ("trade", "minister")})
# What may be denied and has a gerund before it: "denied bombing claims", "denied spying allegations".
_DENIED_NOUNS = frozenset(
    "claim charge allegation accusation report rumour rumor suggestion speculation story involvement knowledge role "
    "request application permission access right licence license visa plan".split()
)
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve", "strip", "deprive", "rob"})
# Gerunds that mostly stand before a noun as adjectives do.
_LIKE_ADJECTIVES = frozenset("visiting warring neighbouring neighboring glowing opposing".split())
_STARTING = frozenset("start stop begin continue avoid consider keep finish resume recommend enjoy deny like".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_TOWNS = frozenset("capital city town port village province region district stronghold resort suburb".split())
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Today Yesterday Tomorrow Christmas Easter Ramadan".split()
)
# Verbs without a passive: after a noun these are the past, "detectives teamed up with".
_INTRANSITIVE = frozenset(
    "team side cooperate collaborate confer resign arrive apologise apologize protest clash march rally retreat cave "
    "backtrack relent travel reply respond".split()
)


def mend(tokens: tuple[Token, ...], verbs: Container[str] = frozenset()) -> tuple[Token, ...]:
    """The same tokens under the relations that their neighbours ask for: "to rebel factions" is no infinitive.

    ``verbs``: lemmas that a gerund taken for a noun may be of.
    """
    out = list(tokens)
    _join_states(out)
    tell_verb(out, verbs)
    _no_agent_of_active(out)
    _free_verbs(out)
    _free_gerunds(out, verbs)
    _wake_verb(out)
    _wake_clause(out)
    _part_tenses(out)
    _join_subjects(out)
    _join_list(out)
    _give_subject(out)
    _wake_infinitive(out)
    _part_day(out)
    _part_persons(out)
    _find_verb(out)
    _part_subjects(out)
    _raise_apposition(out)
    _tell_past(out)
    _name_object(out)
    _free_charges(out)
    part_doers(out)
    wake_second(out)
    _free_nouns(out)
    for i in range(1, len(out) - 1):
        word, after, before = out[i], out[i + 1], out[i - 1]
        is_noun = word.text.lower() in _NOUNS_LIKE_VERBS or (word.text, after.lemma) in _OFFICES
        if word.tag == "VB" and is_noun and before.text == "to" and after.tag == "NNS":
            holder = next((j for j in range(i - 2, -1, -1) if out[j].pos in {"NOUN", "PROPN"}), None)
            if holder is None or after.head != i:
                continue
            out[i - 1] = replace(before, pos="ADP", tag="IN", dep="prep", head=holder)
            out[i] = replace(word, pos="NOUN", tag="NN", dep="compound", head=i + 1)
            out[i + 1] = replace(after, dep="pobj", head=i - 1)
    return tuple(out)


def _no_agent_of_active(out: list[Token]) -> None:
    """ "spoke by telephone with": what stands by an active verb is no doer, but a means like any other."""
    for i, token in enumerate(out):
        if token.dep == "agent" and out[token.head].tag in {"VBD", "VBP", "VBZ", "VB"}:
            out[i] = replace(token, dep="prep")


def _free_verbs(out: list[Token]) -> None:
    """ "took power and has since fired missiles": a participle with its own "has" is a verb, its noun the object."""
    for i, token in enumerate(out):
        noun = token.head
        if token.dep != "amod" or token.tag not in {"VBN", "VBG"} or noun <= i or out[noun].dep != "dobj":
            continue
        if any(out[j].head == i and out[j].dep == "aux" for j in range(max(0, i - 3), i)):
            out[i] = replace(token, dep="conj", head=out[noun].head)
            out[noun] = replace(out[noun], head=i)


def _free_gerunds(out: list[Token], verbs: Container[str]) -> None:
    """ "denied shipping missiles", "accused it of bombing hospitals": deeds, not a kind of missiles or hospitals."""
    for i in range(len(out) - 2):
        word, noun = out[i + 1], out[i + 1].head
        is_denied = out[i].lemma == "deny" and out[i].pos == "VERB"
        is_charged = out[i].text == "of" and _is_charge(out, i) and noun == i + 2 and out[noun].tag == "NNS"
        if not (is_denied or is_charged) or not word.text.endswith("ing") or word.dep not in {"compound", "amod"}:
            continue
        if noun <= i + 1 or (out[noun].dep, out[noun].head) != ("dobj" if is_denied else "pobj", i):
            continue
        lemma = _verb_of(word.text, verbs)
        if lemma is None or out[noun].lemma in _DENIED_NOUNS:
            continue
        out[i + 1] = replace(word, pos="VERB", tag="VBG", lemma=lemma, dep="xcomp" if is_denied else "pcomp", head=i)
        for j in range(noun, len(out)):
            if out[j].head == i and (j == noun or out[j].dep in {"prep", "dative"}):
                out[j] = replace(out[j], dep="dobj" if j == noun else out[j].dep, head=i + 1)


def _is_charge(out: list[Token], of: int) -> bool:
    """Whether this "of" tells what somebody is accused or guilty of."""
    above = out[out[of].head]
    over = out[above.head]
    return {above.lemma, over.lemma if above.dep == "dobj" else ""} & (_CHARGING | {"guilty"}) != set()


def _verb_of(gerund: str, verbs: Container[str]) -> str | None:
    """ "shipping" gives "ship", "using" gives "use"; None when no known verb has this gerund."""
    stem = gerund.lower().removesuffix("ing")
    return next((verb for verb in (stem, f"{stem}e", stem[:-1]) if verb in verbs), None)


def _wake_verb(out: list[Token]) -> None:
    """ "Trump called King Salman on Saturday": a past tense taken for a participle, which leaves no finite verb."""
    for i, token in enumerate(out):
        noun = token.head
        if token.dep != "acl" or token.tag != "VBN" or noun >= i or out[noun].dep not in {"ROOT", "ccomp"}:
            continue
        kids = [k for k, t in enumerate(out) if t.head in {i, noun} and k not in {i, noun}]
        own = [k for k in kids if out[k].head == i]
        objects = [k for k in own if out[k].dep in {"dobj", "oprd"} and k > i]
        is_told = any(out[k].dep == "prep" and out[k].text in {"for", "on", "upon"} for k in own)
        has_object = bool(objects) and out[noun].pos == "PROPN"
        is_active = token.lemma in _INTRANSITIVE
        if not has_object and not is_active and not (is_told and token.lemma == "call"):
            continue
        if any(out[k].tag in _FINITE or out[k].dep in {"agent", "aux", "auxpass"} for k in kids):
            continue
        out[i] = replace(token, tag="VBD", dep=out[noun].dep, head=i if out[noun].dep == "ROOT" else out[noun].head)
        out[noun] = replace(out[noun], dep="nsubj", head=i)
        if objects and all(out[k].dep == "oprd" for k in objects):
            out[objects[0]] = replace(out[objects[0]], dep="dobj")
        for k in kids:
            if k > i and out[k].head == noun:
                out[k] = replace(out[k], head=i, dep="advcl" if out[k].dep == "acl" else out[k].dep)


def _wake_clause(out: list[Token]) -> None:
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


def _part_tenses(out: list[Token]) -> None:
    """ "warned that tanks would be targets and summoned the envoy": no past goes with "would", but with "warned"."""
    for i, token in enumerate(out):
        head = token.head
        if token.dep != "conj" or token.tag != "VBD" or out[head].tag != "VB" or out[head].dep != "ccomp":
            continue
        if any(t.head == head and t.tag == "MD" for t in out) and not any(
            t.head == i and t.dep == "nsubj" for t in out
        ):
            out[i] = replace(token, head=out[head].head)


def _join_subjects(out: list[Token]) -> None:
    """ "Tshisekedi and Biruta agreed", both taken for subjects: the second goes with the first."""
    for i, token in enumerate(out):
        if token.dep != "nsubj":
            continue
        first = next((k for k in range(i) if out[k].dep == "nsubj" and out[k].head == token.head), None)
        if first is not None and any(t.text == "and" and t.head == first and first < k < i for k, t in enumerate(out)):
            out[i] = replace(token, dep="conj", head=first)


def _join_list(out: list[Token]) -> None:
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


def _give_subject(out: list[Token]) -> None:
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


def _raise_apposition(out: list[Token]) -> None:
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


def _wake_infinitive(out: list[Token]) -> None:
    """ "offered to host talks": what stands behind "to" and governs an object is a verb."""
    for i, token in enumerate(out[1:], 1):
        if token.dep == "xcomp" and token.tag == "NN" and out[i - 1].tag == "TO" and out[i - 1].head == i:
            out[i] = replace(token, pos="VERB", tag="VB")


def _part_day(out: list[Token]) -> None:
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


def _part_persons(out: list[Token]) -> None:
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


def _find_verb(out: list[Token]) -> None:
    """ "Former colonial power France called for talks": no power that France called, but a sentence about France."""
    for i in range(len(out) - 2):
        noun, name = out[i], out[i + 1]
        verb = name.head
        if noun.dep != "ROOT" or noun.tag != "NN" or name.dep != "nsubj" or name.pos != "PROPN" or verb <= i + 1:
            continue
        if out[verb].dep != "relcl" or out[verb].head != i or out[verb].tag not in _FINITE:
            continue
        if kids(out, i, {"det"}):
            continue  # "a promise Rome made"
        out[verb] = replace(out[verb], dep="ROOT", head=verb)
        out[i] = replace(noun, dep="compound", head=i + 1)
        for k, token in enumerate(out):
            if token.head == i and k != i + 1 and k > i:
                out[k] = replace(token, head=verb)


def _part_subjects(out: list[Token]) -> None:
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


def _tell_past(out: list[Token]) -> None:
    """ "soldiers sealed off the town", "the bloc called for a summit": no participle has a subject and no auxiliary."""
    for i, verb in enumerate(out):
        if verb.dep != "ROOT" or verb.tag != "VBN":
            continue
        if not kids(out, i, {"nsubj"}) or kids(out, i, {"aux", "auxpass"}):
            continue
        has_object = bool(kids(out, i, {"dobj"})) or any(kids(out, k, {"pobj"}) for k in kids(out, i, {"prt"})[:1])
        if has_object or (verb.lemma == "call" and any(t.head == i and t.text in {"for", "on"} for t in out)):
            out[i] = replace(verb, tag="VBD")


def _name_object(out: list[Token]) -> None:
    """ "jets bombed Aleppo on Monday": a name right behind its verb is an object, not a measure of time."""
    for i, token in enumerate(out[1:], 1):
        if token.dep != "npadvmod" or token.pos != "PROPN" or token.ent not in PARTIES | {""}:
            continue
        first = i
        while first and out[first - 1].head == i and out[first - 1].pos == "PROPN":
            first -= 1
        verb = first - 1
        is_behind = verb >= 0 and token.head == verb and out[verb].pos == "VERB" and out[verb].tag != "VBN"
        if is_behind and token.text not in _CALENDAR and not kids(out, verb, {"dobj"}):
            out[i] = replace(token, dep="dobj")


def _free_charges(out: list[Token]) -> None:
    """ "accused security forces of malice": the forces are accused of it, they are not "forces of malice"."""
    for i, token in enumerate(out):
        noun = out[token.head]
        if token.text == "of" and token.dep == "prep" and noun.dep == "dobj" and out[noun.head].lemma in _CHARGING:
            out[i] = replace(token, head=noun.head)


def _free_nouns(out: list[Token]) -> None:
    """ "told visiting Chancellor Merkel", "fled to neighbouring Chad": nobody is visited, the noun is the verb's."""
    for i, token in enumerate(out[1:-1], 1):
        is_between = token.dep in {"pcomp", "xcomp", "ccomp", "advcl"} and token.head == i - 1
        if token.text not in _LIKE_ADJECTIVES or not is_between:
            continue
        guest = next((k for k in kids(out, i, {"dobj"}) if k > i), None)
        is_bare = guest is not None and not any(out[k].tag in {"DT", "PRP$", "CD"} for k in range(i + 1, guest))
        above = out[token.head]
        if guest is None or not is_bare or above.lemma in _STARTING:
            continue
        by_way = above.pos == "ADP" and above.text not in {"to", "with", "by", "for", "from"}
        if token.text == "visiting" and (by_way or out[guest].ent in {"GPE", "LOC", "FAC"}):
            continue
        out[guest] = replace(out[guest], dep="pobj" if above.pos == "ADP" else "dobj", head=token.head)
        for k in kids(out, i, {"prep", "npadvmod", "advmod"}):
            out[k] = replace(out[k], head=guest if above.pos == "ADP" else token.head)
        out[i] = replace(token, pos="ADJ", tag="JJ", lemma=token.text, dep="amod", head=guest)


def _join_states(out: list[Token]) -> None:
    """ "Chile, Bolivia agree to …": a headline's first comma is an "and", a colon is none."""
    if len(out) < 4 or out[1].text not in {",", ":"}:
        return
    subject = next((k for k in range(2, min(7, len(out))) if out[k].dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or any(out[k].head != subject for k in range(2, subject)):
        return
    is_second = out[0].dep in {"nsubj", "nsubjpass"} and out[0].head == out[subject].head
    if out[1].text == ":":
        if is_second:  # "Mozambique: Renamo signs": where
            out[0] = replace(out[0], dep="dep")
        return
    is_first = out[0].dep not in {"nsubj", "nsubjpass", "ROOT"}
    if out[0].ent not in PARTIES or not (is_second or (is_first and out[0].pos in {"PROPN", "NOUN"})):
        return
    if is_second and out[subject].head != subject + 1:
        return  # "Russia, officials have said": no pair
    out[0] = replace(out[0], dep=out[subject].dep, head=out[subject].head)
    out[subject] = replace(out[subject], dep="conj", head=0)
