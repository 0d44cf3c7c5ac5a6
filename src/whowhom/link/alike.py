"""Whether two clues tell of one happening, and how surely."""

from __future__ import annotations

from whowhom.link.clue import MUTUAL_ACTS, Clue
from whowhom.link.parties import compare_people, compare_sides

# Days that two reports may differ when both name the day: talks go on over night, a raid is one night's.
SLACK_DAYS = {"ASSAULT": 0, "PROTEST": 0}
USUAL_SLACK_DAYS = 1

# Swept on the development half of the link corpus (benchmarks/linking): the sum that two clues have to reach.
ENOUGH = 1.2
SMALLEST_COVER = 0.5
SMALLEST_SHARE = 0.4
ONE_SIDE_ALONE = 0.4
WORDS = 0.8
SAME_PEOPLE, OTHER_PEOPLE = 0.2, -1.2
SOONER = 0.03
SAME_PLACE, SAME_COUNTRY, OTHER_TOPIC, OTHER_CITY, OTHER_COUNTRY = 0.4, 0.3, 0.1, -0.2, -0.5
NO_PLACE, NO_PLACE_ALONE = 0.3, 0.2
SAME_MODE, OTHER_MODE = 0.1, -0.2


def likeness(one: Clue, other: Clue) -> float | None:
    """How surely two clues are of one happening; None when they are not."""
    if one.act != other.act or one.story != other.story:
        return None
    time = _compare_time(one, other)
    parties = _compare_parties(one, other)
    if time is None or parties is None:
        return None
    if one.refused != other.refused and parties <= ONE_SIDE_ALONE:
        return None  # one party's refusal contradicts a meeting only of the same parties
    place = _compare_place(one, other)
    if parties <= ONE_SIDE_ALONE and place == NO_PLACE:
        place = NO_PLACE_ALONE
    circumstances = (
        place + _compare_people(one, other) + _compare_modes(one, other) + WORDS * _compare_words(one, other)
    )
    total = parties + time + circumstances
    return total if total >= ENOUGH else None


def slack_days(act: str) -> int:
    """Days that two reports of an act may differ when both name the day."""
    return SLACK_DAYS.get(act, USUAL_SLACK_DAYS)


def _compare_time(one: Clue, other: Clue) -> float | None:
    if one.is_stretch or other.is_stretch:
        return 0.6 if (one.first, one.last) == (other.first, other.last) else None
    gap = max(one.first - other.last, other.first - one.last, 0)
    if one.dated and other.dated:
        if gap > slack_days(one.act):
            return None
        return 0.6 if gap == 0 else 0.3
    if gap:
        return None
    if one.vague or other.vague:
        # Announced without a day: the sooner the likelier.
        return 0.5 - SOONER * abs(one.first - other.first)
    return 0.5


def _compare_parties(one: Clue, other: Clue) -> float | None:
    if one.act in MUTUAL_ACTS:
        overlap = compare_sides(one.actor, other.actor)
        if overlap.cover < SMALLEST_COVER:
            return ONE_SIDE_ALONE if not (one.actor and other.actor) else None
        if min(len(one.actor), len(other.actor)) == 1:
            return ONE_SIDE_ALONE
        return overlap.share if overlap.share >= SMALLEST_SHARE else None
    total = 0.0
    there = _is_done_in(one, other) or _is_done_in(other, one)
    for mine, theirs, loose in ((one.actor, other.actor, False), (one.recipient, other.recipient, there)):
        if mine and theirs:
            overlap = compare_sides(mine, theirs)
            if overlap.cover >= SMALLEST_COVER:
                total += overlap.share / 2
            elif loose:
                total += ONE_SIDE_ALONE / 2
            else:
                return None
        elif mine or theirs:
            total += ONE_SIDE_ALONE / 2
    return total


def _is_done_in(one: Clue, other: Clue) -> bool:
    """Whether one names for a recipient the country in which the other took place: aid to Jordan, to refugees there."""
    return any(party.code == other.country and party.kind in ("", "state") for party in one.recipient if party.code)


def _compare_place(one: Clue, other: Clue) -> float:
    if not one.country or not other.country:
        return NO_PLACE
    if (one.place, one.country) == (other.place, other.country):
        return SAME_PLACE
    if not (one.place and other.place):
        # A whole country may be what is talked of ("the war in Syria") as well as where.
        return SAME_COUNTRY if one.country == other.country else OTHER_TOPIC
    return OTHER_CITY if one.country == other.country else OTHER_COUNTRY


def _compare_people(one: Clue, other: Clue) -> float:
    return (0.0, SAME_PEOPLE, OTHER_PEOPLE)[compare_people(one.parties, other.parties)]


def _compare_modes(one: Clue, other: Clue) -> float:
    if not one.mode or not other.mode:
        return 0.0
    return SAME_MODE if set(one.mode) & set(other.mode) else OTHER_MODE


def _compare_words(one: Clue, other: Clue) -> float:
    mine, theirs = set(one.words), set(other.words)
    both = len(mine & theirs)
    return both / (len(mine) + len(theirs) - both) if both else 0.0
