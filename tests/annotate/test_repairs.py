"""Slips of the small parser, mended; everything else is handed on as it came."""

from __future__ import annotations

import pytest

from whowhom.annotate import Annotator
from whowhom.annotate.repairs import mend
from whowhom.records import Story, Token


def token(text: str, lemma: str, pos: str, tag: str, dep: str, head: int) -> Token:
    return Token(text, lemma, pos, tag, dep, head, 0, len(text), "")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("staged", "stage"), ("raped", "rape"), ("rapped", "rap"), ("hoped", "hope"), ("hopped", "hop"),
     ("waged", "wage"), ("wagged", "wag"), ("axed", "axe"), ("installed", "install"), ("relaunched", "relaunch")],
)  # fmt: skip
def test_a_form_of_one_verb_is_not_taken_for_anothers(word: str, lemma: str, annotator: Annotator) -> None:
    tokens = annotator.annotate(Story("s", body=(f"The soldiers {word} it on Monday.",)))[0].tokens
    assert [token.lemma for token in tokens if token.text == word] == [lemma]


def test_arms_to_rebel_factions_is_a_prepositional_phrase() -> None:
    mended = mend(
        (
            token("arms", "arm", "NOUN", "NNS", "dobj", 0),
            token("to", "to", "PART", "TO", "aux", 2),
            token("rebel", "rebel", "VERB", "VB", "relcl", 0),
            token("factions", "faction", "NOUN", "NNS", "dobj", 2),
        )
    )
    assert [(t.dep, t.head) for t in mended[1:]] == [("prep", 0), ("compound", 3), ("pobj", 1)]


@pytest.mark.parametrize("text", ["Smuggling arms to rebel factions goes on.", "The army sent aid to rebel fighters."])
def test_no_token_is_its_own_ancestor_after_mending(text: str, annotator: Annotator) -> None:
    tokens = annotator.annotate(Story("s", body=(text,)))[0].tokens
    for start in range(len(tokens)):
        i, steps = start, 0
        while tokens[i].head != i:
            i, steps = tokens[i].head, steps + 1
            assert steps <= len(tokens)


def test_what_stands_by_an_active_verb_is_a_means_and_no_doer() -> None:
    mended = mend(
        (
            token("spoke", "speak", "VERB", "VBD", "ROOT", 0),
            token("by", "by", "ADP", "IN", "agent", 0),
            token("telephone", "telephone", "NOUN", "NN", "pobj", 1),
        )
    )
    assert mended[1].dep == "prep"


def test_the_doer_of_a_passive_stays() -> None:
    passive = (
        token("killed", "kill", "VERB", "VBN", "ROOT", 0),
        token("by", "by", "ADP", "IN", "agent", 0),
        token("rebels", "rebel", "NOUN", "NNS", "pobj", 1),
    )
    assert mend(passive) == passive


@pytest.mark.parametrize("word", ["shipping", "funding", "recruiting"])
def test_a_denied_deed_is_a_verb(word: str) -> None:
    lemma = {"shipping": "ship", "funding": "fund", "recruiting": "recruit"}[word]
    mended = mend(
        (
            token("denied", "deny", "VERB", "VBD", "ROOT", 0),
            token(word, word, "NOUN", "NN", "compound", 2),
            token("rebels", "rebel", "NOUN", "NNS", "dobj", 0),
            token("in", "in", "ADP", "IN", "prep", 0),
        ),
        {lemma},
    )
    assert [(t.lemma, t.tag, t.dep, t.head) for t in mended[1:2]] == [(lemma, "VBG", "xcomp", 0)]
    assert [(t.dep, t.head) for t in mended[2:]] == [("dobj", 1), ("prep", 1)]


def test_a_denied_claim_stays_a_noun() -> None:
    tokens = (
        token("denied", "deny", "VERB", "VBD", "ROOT", 0),
        token("bombing", "bombing", "NOUN", "NN", "compound", 2),
        token("claims", "claim", "NOUN", "NNS", "dobj", 0),
    )
    assert mend(tokens, {"bomb"}) == tokens


@pytest.mark.parametrize(
    ("text", "subject", "verb", "obj"),
    [
        ("Trump called Saudi Arabia's King Salman on Saturday, discussing oil.", "Trump", "called", "Salman"),
        ("A U.S. congressional report called for sanctions against China.", "report", "called", None),
    ],
)
def test_a_past_tense_taken_for_a_participle_is_the_verb(
    text: str, subject: str, verb: str, obj: str | None, annotator: Annotator
) -> None:
    (sentence,) = annotator.annotate(Story("s", body=(text,)))
    at = next(i for i, token in enumerate(sentence.tokens) if token.text == verb)
    kids = {token.dep: token.text for token in sentence.tokens if token.head == at}
    assert sentence.tokens[at].dep == "ROOT"
    assert kids["nsubj"] == subject
    assert kids.get("dobj") == obj


def test_a_participle_beside_a_finite_verb_stays(annotator: Annotator) -> None:
    (sentence,) = annotator.annotate(Story("s", body=("A group called Boko Haram attacked a village.",)))
    assert next(token for token in sentence.tokens if token.text == "called").dep == "acl"


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Kenya has sent troops to Goma and Burundi is expected to follow.", "Burundi", "nsubjpass", "expected"),
        ("Mali, Burkina Faso and Niger, three states, signed a pact.", "Faso", "conj", "Mali"),
        ("Lula accused security forces of bad faith.", "of", "prep", "accused"),
        ("Russia warned that tanks would be targets and summoned the envoy.", "summoned", "conj", "warned"),
    ],
)
def test_what_the_parser_hung_on_the_wrong_word(
    text: str, word: str, dep: str, head: str, annotator: Annotator
) -> None:
    (sentence,) = annotator.annotate(Story("s", body=(text,)))
    token = next(token for token in sentence.tokens if token.text == word)
    assert (token.dep, sentence.tokens[token.head].text) == (dep, head)


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Under pressure from protesters, the president of Kyrgyzstan resigned.", "president", "nsubj", "resigned"),
        ("Russian jets bombed Aleppo on Monday.", "Aleppo", "dobj", "bombed"),
        ("Macedonia and Greece re-established diplomatic relations.", "relations", "dobj", "re-established"),
    ],
)
def test_subjects_and_objects_that_the_parser_took_for_something_else(
    text: str, word: str, dep: str, head: str, annotator: Annotator
) -> None:
    tokens = annotator.annotate(Story("s", body=(text,)))[0].tokens
    found = next(token for token in tokens if token.text == word)
    assert (found.dep, tokens[found.head].text) == (dep, head)


def test_a_participle_with_subject_and_object_is_a_past_tense(annotator: Annotator) -> None:
    tokens = annotator.annotate(Story("s", body=("Israeli soldiers sealed off the West Bank town of Nablus.",)))[
        0
    ].tokens
    assert [token.tag for token in tokens if token.text == "sealed"] == ["VBD"]


def test_a_measure_of_time_stays_one(annotator: Annotator) -> None:
    tokens = annotator.annotate(Story("s", body=("The troops left Monday.",)))[0].tokens
    assert [token.dep for token in tokens if token.text == "Monday"] == ["npadvmod"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Jets bombed the camp hours after a bombing in Ankara killed 37 people.", "killed", "bombing"),
        ("It moved after the Federal Security Service warned Russians to stay away.", "warned", "Service"),
    ],
)
def test_a_clause_after_a_preposition_keeps_its_subject(
    text: str, verb: str, subject: str, annotator: Annotator
) -> None:
    tokens = annotator.annotate(Story("s", body=(text,)))[0].tokens
    (at,) = [i for i, t in enumerate(tokens) if t.text == verb]
    assert [t.text for t in tokens if t.head == at and t.dep.startswith("nsubj")] == [subject]


@pytest.mark.parametrize(
    ("text", "gerund", "dep"),
    [
        ("Turkey accused Russia of bombing hospitals in Aleppo.", "bombing", "pcomp"),
        ("Iran was accused of training militants.", "training", "pcomp"),
        ("The paper accused him of spreading banking secrets.", "banking", "amod compound"),
        ("The minister spoke of mining companies.", "mining", "amod compound"),
    ],
)
def test_what_somebody_is_accused_of_is_a_deed(text: str, gerund: str, dep: str, annotator: Annotator) -> None:
    knowing = Annotator(annotator._nlp, "test", {"bomb", "train", "bank", "mine"})
    (token,) = [t for t in knowing.annotate(Story("s", body=(text,)))[0].tokens if t.text == gerund]
    assert token.dep in dep.split()
