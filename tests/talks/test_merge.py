"""Lines of one party become one line; two sides under the same words stay two."""

from __future__ import annotations

from whowhom.records import Entity
from whowhom.talks.merge import merge_parties
from whowhom.talks.records import Evidence, Party


def line(name: str | None, sector: str) -> Party:
    entity = Entity("the old administration", 4, 26, name=name, code="USA", sector=sector)
    return Party(entity, "excluded", "unknown", None, "declined", None, None, (Evidence("s", "body", 0, 0, 40),))


def test_one_name_is_one_party_in_office_or_just_out_of_it() -> None:
    assert len(merge_parties([line("Old Administration", "ELI"), line("Old Administration", "GOV")])) == 1


def test_two_sides_told_by_the_same_words_stay_two() -> None:
    assert len(merge_parties([line(None, "GOV"), line(None, "OPP")])) == 2
