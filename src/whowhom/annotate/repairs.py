"""Known slips of the small English parser, mended on its own labels before the sentence is handed on."""

from __future__ import annotations

from dataclasses import replace

from whowhom.records import Token

# Nouns of the news that the tagger takes for verbs after "to": "arms to rebel factions", "aid to rebel fighters".
_NOUNS_LIKE_VERBS = frozenset({"rebel", "separatist", "protest"})
_STATES = frozenset({"GPE", "NORP"})
# Verbs whose past or -ing form the lemmatizer takes for another word's: "staged" is no "stag".
_LEMMAS = {
    "airdrope": "airdrop", "ax": "axe", "cordone": "cordon", "fin": "fine", "hop": "hope", "instal": "install",
    "lambast": "lambaste", "rap": "rape", "relaunche": "relaunch", "slat": "slate", "stag": "stage", "wag": "wage",
}  # fmt: skip


def mend(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The same tokens, with verbs under their right lemma and "to rebel factions" read as a prepositional phrase."""
    out = [
        replace(t, lemma=_LEMMAS[t.lemma])
        if t.lemma in _LEMMAS and t.pos == "VERB" and t.text.lower() != t.lemma
        else t
        for t in tokens
    ]
    _join_states(out)
    for i in range(1, len(out) - 1):
        word, after, before = out[i], out[i + 1], out[i - 1]
        if word.tag == "VB" and word.text.lower() in _NOUNS_LIKE_VERBS and before.text == "to" and after.tag == "NNS":
            holder = next((j for j in range(i - 2, -1, -1) if out[j].pos in {"NOUN", "PROPN"}), None)
            if holder is None or after.head != i:
                continue
            out[i - 1] = replace(before, pos="ADP", tag="IN", dep="prep", head=holder)
            out[i] = replace(word, pos="NOUN", tag="NN", dep="compound", head=i + 1)
            out[i + 1] = replace(after, dep="pobj", head=i - 1)
    return tuple(out)


def _join_states(out: list[Token]) -> None:
    """ "Chile, Bolivia agree to …": a headline's comma between two states at its start is an "and"."""
    if len(out) < 4 or out[1].text != "," or out[2].dep != "nsubj" or out[0].dep in {"nsubj", "ROOT"}:
        return
    if out[0].ent in _STATES and out[2].ent in _STATES and out[0].pos == out[2].pos == "PROPN":
        out[0] = replace(out[0], dep="nsubj", head=out[2].head)
        out[2] = replace(out[2], dep="conj", head=0)
