"""Where a clue is looked for: only what shares a shelf is ever compared, so that no two stories meet without cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from whowhom.link.alike import slack_days
from whowhom.link.clue import MUTUAL_ACTS, Clue, clue_key, digest
from whowhom.link.leaders import Item

# A shelf holds so many days; a clue stands on all that its days touch.
DAYS_A_SHELF = 8
# "Ministers of twenty countries": more codes than these are not looked up in pairs.
MOST_CODES = 6
# Of clues that say who, when and where, one with three parties is no worse a leader than one with ten.
MOST_CODES_THAT_LEAD = 3
# Who names people tells his happening from another that day; whom else they met there tells no more.
MOST_PEOPLE_THAT_LEAD = 2


def shelve(clue: Clue, key: str | None = None) -> Item[Clue]:
    """The clue as an item: its rank, and the shelves that it stands on and asks; ``key`` where it is known already."""
    key, (mark, days), (files, asks) = key or clue_key(clue), _shelf_days(clue), _names(clue)
    return Item(
        key=key,
        rank=(*_silence(clue), clue.first, key),
        files=tuple(f"{name}{mark}@{day}" for name in files for day in days),
        asks=tuple(f"{name}{mark}@{day}" for name in asks for day in days),
        value=clue,
        stretch=days[0],
    )


def _silence(clue: Clue) -> tuple[int, int, int, int]:
    """How little a clue says of parties, time and place: who says more leads, of those the earliest.

    What comes in later seldom takes the lead, then, and a group's name changes seldom.
    """
    coded = len({(party.code, party.kind) for party in clue.parties if party.code})
    whole = coded > 1 if clue.act in MUTUAL_ACTS else bool(clue.actor and clue.recipient)
    parties = 0 if coded and whole else 1 if coded else 2
    time = (0 if clue.first == clue.last else 1) if clue.dated else 3 if clue.vague else 2
    people = sum(bool(party.person) for party in clue.parties)
    return (
        4 * parties + time,
        -min(coded, MOST_CODES_THAT_LEAD),
        0 if clue.place else 1,
        -min(people, MOST_PEOPLE_THAT_LEAD),
    )


def _names(clue: Clue) -> tuple[list[str], list[str]]:
    """The names of the shelves that a clue stands on and asks, yet without the days.

    A clue with a pair of codes is found by the pair, and by each code for clues that have no more than that; one
    without any code is found by its place or its very words.
    """
    act, codes, pairs = clue.act, list(_codes(clue)), list(_pairs(clue))
    place = f"{act} in {clue.place or clue.country}"
    if not codes:
        words = f"{act} says {digest(clue.words)}"
        near = [place] if clue.country else []
        return [words, *(f"{name} nobody" for name in near)], [words, *(f"{name} nobody" for name in near), *near]
    files = [place] if clue.country else []
    asks = [f"{name} nobody" for name in files]
    if pairs:
        files += [*pairs, *(f"{act} {code}" for code in codes)]
        asks += [*pairs, *(f"{act} {code} alone" for code in codes)]
    else:
        files += [f"{act} {code} alone" for code in codes]
        asks += [name for code in codes for name in (f"{act} {code}", f"{act} {code} alone")]
    return files, asks


def _codes(clue: Clue) -> Iterator[str]:
    mutual = clue.act in MUTUAL_ACTS
    for mark, side in ((">", clue.actor), ("<", clue.recipient)):
        for code in sorted({party.code for party in side if party.code}):
            yield code if mutual else f"{code}{mark}"


def _pairs(clue: Clue) -> Iterator[str]:
    """The pairs of codes; the government and the rebels of one country are a pair as well."""
    if clue.act in MUTUAL_ACTS:
        codes = [code for code, _ in sorted({(party.code, party.kind) for party in clue.actor if party.code})]
        pairs = set(combinations(codes[:MOST_CODES], 2))
    else:
        actors, recipients = (sorted({p.code for p in side if p.code}) for side in (clue.actor, clue.recipient))
        if recipients and clue.country and clue.country not in recipients[:MOST_CODES]:
            recipients = [clue.country, *recipients]  # what is done to somebody in a country may be told of the country
        pairs = {(one, other) for one in actors[:MOST_CODES] for other in recipients[:MOST_CODES]}
    return (f"{clue.act} {one}>{other}" for one, other in sorted(pairs))


def _shelf_days(clue: Clue) -> tuple[str, Sequence[int]]:
    """The stretches of days that a clue stands on, and what beside them its shelves are named by."""
    story = f" {clue.story}" if clue.story else ""  # undated, or a reader's claim: no report of what others tell
    if not clue.first:
        return story, (0,)
    if clue.is_stretch:
        return f" {clue.first}-{clue.last}{story}", (clue.first // DAYS_A_SHELF,)
    slack = slack_days(clue.act)
    return story, range((clue.first - slack) // DAYS_A_SHELF, (clue.last + slack) // DAYS_A_SHELF + 1)
