"""Chooses the place of an act among the places its sentence names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from whowhom.places.gazetteer import Place, is_inside

Candidate = tuple[Place, int, int, str | None]

# What the word before a place says about it. "Russia in Syria": Syria is where, Russia is who.
WHERE = frozenset({
    "in", "at", "near", "outside", "inside", "across", "within", "around", "throughout", "on", "off", "over", "along",
    "amid", "above", "below", "beyond", "opposite", "beside", "through",
})  # fmt: skip
WAY = frozenset({"from", "to", "into", "toward", "towards", "via", "onto"})
KIND_WORTH = {"city": 0.6, "region": 0.4, "country": 0.0}


def choose_place(
    candidates: Sequence[Candidate],
    trigger: int,
    actor_countries: Collection[str] = (),
    story_places: Collection[Place] = (),
) -> Place | None:
    """The place of the act at token ``trigger``; None when the sentence names none that could be it.

    A candidate is (place, first token, end token, the preposition it hangs on, "compound" for a modifier, "object" for
    what the act is done to, or None).
    """
    index = choose_candidate(candidates, trigger, actor_countries, story_places)
    return None if index is None else candidates[index][0]


def choose_candidate(
    candidates: Sequence[Candidate],
    trigger: int,
    actor_countries: Collection[str] = (),
    story_places: Collection[Place] = (),
) -> int | None:
    """The index of the place of the act, as ``choose_place`` has it."""
    worths = [_worth(candidate, trigger, actor_countries, story_places) for candidate in candidates]
    best = max(range(len(worths)), key=lambda i: (worths[i], -i), default=None)
    return best if best is not None and worths[best] > 0 else None


def _worth(
    candidate: Candidate, trigger: int, actor_countries: Collection[str], story_places: Collection[Place]
) -> float:
    """How well a place fits as the place of the act; 0 or less when it does not."""
    place, start, end, preposition = candidate
    is_before = end <= trigger <= end + 1
    worth = _attachment(place, (preposition or "").casefold(), is_before, actor_countries)
    if worth <= 0:
        return worth
    distance = start - trigger if start > trigger else trigger - end + 1
    # A place behind its verb is nearer than one as far before it; ten words weigh as much as one step of attachment.
    worth -= min(0.1 * distance + (0.3 if start < trigger else 0.0), 1.4)
    known = any(place == other or is_inside(place, other) or is_inside(other, place) for other in story_places)
    return max(worth, 0.1) + KIND_WORTH[place.kind] + 0.3 * known


def _attachment(place: Place, word: str, is_before: bool, actor_countries: Collection[str]) -> float:
    """What the word a place hangs on is worth; ``is_before`` when the place stands right before the trigger."""
    if word == "on" and place.kind == "country":
        return 0.0  # "talks on Syria": what about, not where
    if word in WHERE:
        return 3.0
    if word == "object":
        return 2.5
    is_party = place.country in actor_countries
    if word == "compound":  # "the Astana talks", but not "the Syria talks"
        return 1.5 if place.kind != "country" else 0.0
    if word in WAY or word == "of":
        return 0.0 if is_party and place.kind == "country" else 1.5 if word in WAY else 1.0
    # Without a preposition a country is somebody ("Russia said"), and so is its capital ("Moscow said").
    return 0.8 if not word and is_before and place.kind != "country" and not is_party else 0.0
