"""Who and whom of one reading, by PLOVER's rules for each type."""

from __future__ import annotations

import pytest

from tests.coding.trees import candidate, lexicon, namer_of, tree_of
from whowhom.coding.participants import Participants, find_organisers, find_participants
from whowhom.coding.political import is_political
from whowhom.coding.status import Reading, read_status


def read(text: str, word: str) -> tuple[Participants, Reading]:
    tree = tree_of(text)
    cand = candidate(tree, word)
    reading = read_status(tree, cand)
    assert reading is not None
    return find_participants(tree, cand, reading, namer_of(tree), lexicon(), ()), reading


def codes(text: str, word: str) -> str:
    parts, _ = read(text, word)
    actor, recipient = (
        [n.entity.code or n.entity.sector or "-" for n in side] for side in (parts.actor, parts.recipient)
    )
    return f"{','.join(actor)} > {','.join(recipient)}".strip()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France attacked Iran.", "attacked", "FRA > IRN"),
        ("Iran was attacked by France.", "attacked", "FRA > IRN"),
        ("France imposed sanctions on Iran.", "imposed", "FRA > IRN"),
        ("France urged Iran to release him.", "urged", "FRA > IRN"),
        ("France demanded that Iran release him.", "demanded", "FRA > IRN"),
        ("France gave Chad a loan.", "gave", "FRA > TCD"),
        ("France gave a loan to Chad.", "gave", "FRA > TCD"),
        ("France promised Kyiv more ammunition.", "promised", "FRA > UKR"),
        ("France said ten people were wounded and asked Iran for help.", "asked", "FRA > IRN"),
        ("France warned that tanks would be targets and attacked Iran.", "attacked", "FRA > IRN"),
        ("It was in what France called an attempt to assassinate its envoy.", "assassinate", "> FRA"),
        ("France complained that Chad had not been asked.", "complained", "FRA >"),
        ("France rejected Iran's proposal.", "rejected", "FRA > IRN"),
        ("France invaded Chad, Iran and Kenya.", "invaded", "FRA > TCD,IRN,KEN"),
    ],
)
def test_the_doer_is_actor_and_the_other_recipient(text: str, word: str, expected: str) -> None:
    assert codes(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France met Iran.", "met", "FRA,IRN >"),
        ("France and Iran met.", "met", "FRA,IRN >"),
        ("France and Iran held two days of talks.", "talks", "FRA,IRN >"),
        ("In a telephone conversation with Merkel, Putin said he agreed.", "conversation", "RUS,DEU >"),
        ("After talks with Lavrov, Kerry told reporters that he was glad.", "talks", "USA,RUS >"),
        ("France and Iran ended two days of talks.", "talks", "FRA,IRN >"),
        ("The army clashed with rebels.", "clashed", "MIL,REB >"),
    ],
)
def test_talks_and_two_sided_violence_have_actors_only(text: str, word: str, expected: str) -> None:
    assert codes(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The French president visited Iran.", "visited"),
        ("Iran hosted the French president.", "hosted"),
    ],
)
def test_the_visitor_is_actor_and_the_host_recipient(text: str, word: str) -> None:
    assert codes(text, word) == "FRA > IRN"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France attacked Iran.", "attacked", True),
        ("Police arrested ten students.", "arrested", True),
        ("Ten rebels were killed.", "killed", True),
        ("A man killed a woman.", "killed", False),
        ("Ten people were killed.", "killed", True),
        ("A woman was killed.", "killed", False),
        ("The offer was rejected.", "rejected", False),
        ("Mothers urged the government to act.", "urged", True),
        ("The government was urged to act.", "urged", True),
        ("A woman was asked to leave.", "asked", False),
    ],
)
def test_only_acts_of_political_actors_count(text: str, word: str, expected: bool) -> None:
    assert is_political(*read(text, word)) is expected


@pytest.mark.parametrize(
    "text", ["Turkey and Russia organized the talks.", "The talks were organized by Turkey and Russia."]
)
def test_who_calls_the_talks_is_found(text: str) -> None:
    tree = tree_of(text)
    assert {n.entity.code for n in find_organisers(tree, namer_of(tree))} == {"TUR", "RUS"}
