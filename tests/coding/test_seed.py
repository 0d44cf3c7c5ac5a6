"""The page the project started from, and a paraphrase of it: each line of the record, and nothing beside it.

The page itself belongs to others and is read where it lies, when it is there; the paraphrase always runs.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import whowhom
from whowhom import Coder
from whowhom.records import EventMention, Story

_ROOT = Path(__file__).parents[2]
_SHARED = Path(os.environ.get("BENCH_DATA", _ROOT.parent / "shared"))
_SEED = next(iter(sorted((_SHARED / "seed").glob("*.txt"))), None)
_LIKE = _ROOT / "tests/golden/seed_like.txt"

Check = Callable[[EventMention], bool]


def _codes(mention: EventMention, side: str) -> set[tuple[str | None, str | None]]:
    return {(e.code, e.sector) for e in getattr(mention, side)}


def _in_astana(mention: EventMention) -> bool:
    return mention.where is not None and (mention.where.name, mention.where.country) == ("Astana", "KAZ")


def is_declined_delegation(m: EventMention) -> bool:
    told = (m.event, m.act, m.mode, m.status) == ("REJECT", "CONSULT", ("meet",), "declined")
    return told and _codes(m, "actor") == {("USA", "GOV")} and not m.recipient


def is_ambassador_attending(m: EventMention) -> bool:
    told = (m.event, m.act, m.status) == ("AGREE", "CONSULT", "planned")
    return told and _codes(m, "actor") == {("USA", "GOV")} and _in_astana(m)


def is_invitation_withheld(m: EventMention) -> bool:
    told = (m.event, m.act, m.status) == ("REJECT", "CONSULT", "declined")
    organisers = {e.code for e in m.actor} == {"TUR", "RUS"}
    return told and organisers and {e.code for e in m.recipient} == {"USA"}


def is_invitation(m: EventMention) -> bool:
    told = (m.event, m.act, m.status) == ("AGREE", "CONSULT", "occurred")
    organisers = {e.code for e in m.actor} == {"TUR", "RUS"}
    return told and organisers and {e.code for e in m.recipient} == {"USA"}


def is_arms_to_rebels(m: EventMention) -> bool:
    told = m.event == "AID" and m.status in {"ongoing", "historical"}
    return told and {e.code for e in m.actor} == {"USA"} and {e.sector for e in m.recipient} == {"REB"}


def is_end_of_arming_expected(m: EventMention) -> bool:
    told = (m.event, m.mode) == ("SANCTION", ("discontinue",)) and m.status in {"expected", "planned"}
    return told and _has_actor(m, "USA") and {e.sector for e in m.recipient} == {"REB"}


def is_fight_expected(m: EventMention) -> bool:
    told = (m.event, m.status) == ("ASSAULT", "expected")
    return told and any("ISIS" in e.text for e in m.recipient)


def _has_actor(m: EventMention, code: str) -> bool:
    return any(e.code == code for e in m.actor)


def _says_isis_acts(m: EventMention) -> bool:
    return any("ISIS" in e.text for e in m.actor) or (m.act == "CONSULT" and "ISIS" in str(m.recipient))


@pytest.fixture(scope="module")
def seed() -> Story:
    if _SEED is None:
        pytest.skip("the seed page is not here: BENCH_DATA points at its folder")
    return whowhom.read(str(_SEED))


@pytest.fixture(scope="module")
def like() -> Story:
    return whowhom.read(str(_LIKE))


def test_seed_story(seed: Story) -> None:
    assert seed.headline == "US Declines to Send a Delegation to Syria Peace Talks"
    assert seed.dek == "US ambassador will attend Astana talks, however"
    assert [a.name for a in seed.authors] == ["Jason Ditz"]
    assert seed.published is None
    assert len(seed.body) == 4
    assert seed.author_profile is not None
    assert seed.author_profile.bio is not None
    assert seed.author_profile.recent_posts == ()
    assert [(c.author, c.parent) for c in seed.comments] == [("Bianca", None), ("Don", 0), ("BooBooBaby", None)]


@pytest.mark.parametrize(
    "check",
    [
        is_declined_delegation,
        is_ambassador_attending,
        is_invitation_withheld,
        is_invitation,
        is_arms_to_rebels,
        is_end_of_arming_expected,
        is_fight_expected,
    ],
)
def test_seed_gives(check: Check, seed: Story, coder: Coder) -> None:
    mentions = list(coder.code(seed))
    assert any(check(m) for m in mentions)


def test_seed_gives_nothing_else(seed: Story, coder: Coder) -> None:
    """What else is told must repeat one of the lines: the headline, the dek, the absence mentioned again."""
    checks = (is_invitation_withheld, is_invitation, is_arms_to_rebels, is_end_of_arming_expected, is_fight_expected)
    for m in coder.code(seed):
        repeats = m.act == "CONSULT" and m.event in {"REJECT", "AGREE"} and _codes(m, "actor") == {("USA", "GOV")}
        assert repeats or any(check(m) for check in checks), m


def test_declined_delegation_is_attributed(seed: Story, coder: Coder) -> None:
    told = [m for m in coder.code(seed) if is_declined_delegation(m) and _in_astana(m)]
    assert told[0].attribution.kind == "named"
    assert "State Department" in (told[0].attribution.text or "")


def test_ambassador_has_name_and_office(seed: Story, coder: Coder) -> None:
    told = [m for m in coder.code(seed) if is_ambassador_attending(m) and m.section == "body"]
    assert told[0].actor[0].person == "George Krol"
    assert told[0].actor[0].office == "Ambassador"


@pytest.mark.parametrize("page", ["seed", "like"])
def test_isis_takes_no_part(page: str, request: pytest.FixtureRequest, coder: Coder) -> None:
    story = request.getfixturevalue(page)
    assert not [m for m in coder.code(story) if _says_isis_acts(m)]


@pytest.mark.parametrize("page", ["seed", "like"])
def test_readers_words_stay_apart(page: str, request: pytest.FixtureRequest, coder: Coder) -> None:
    story = request.getfixturevalue(page)
    assert all(m.section != "comment" for m in coder.code(story))
    readers = [m for m in coder.code(story, comments=True) if m.section == "comment"]
    assert all(m.attribution.kind == "reader" for m in readers)


def test_paraphrase_story(like: Story) -> None:
    assert like.headline == "No American Team for Syria Negotiations in Kazakhstan"
    assert like.dek == "Washington’s man in Astana takes the seat instead"
    assert [a.name for a in like.authors] == ["Leonie Marchbank"]
    assert like.published is None
    assert [(c.author, c.parent) for c in like.comments] == [
        ("Pemberton", None),
        ("Sunniva", 0),
        ("Old Cartographer", 0),
        ("Tamsin", None),
    ]


@pytest.mark.parametrize(
    "check",
    [
        is_declined_delegation,
        is_ambassador_attending,
        is_invitation_withheld,
        is_invitation,
        is_arms_to_rebels,
        is_end_of_arming_expected,
        is_fight_expected,
    ],
)
def test_paraphrase_gives(check: Check, like: Story, coder: Coder) -> None:
    mentions = list(coder.code(like))
    assert any(check(m) for m in mentions)
