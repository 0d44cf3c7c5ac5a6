"""When and where: resolved against the story's day, the nearest to the act."""

from __future__ import annotations

import pytest

from tests.coding.trees import at, tree_of
from whowhom import Coder
from whowhom.coding.circumstances import Circumstances, story_day, writes_day_first
from whowhom.places import load_gazetteer
from whowhom.records import Dateline, Entity, InferredDate, Story, When, Where, as_dict


def circumstances(published: str | None = "2017-01-22T08:00:00+00:00") -> Circumstances:
    return Circumstances(Story("s", published=published), load_gazetteer())


def when(text: str, verb: str, *, future: bool = False, published: str | None = "2017-01-22") -> When | None:
    tree = tree_of(text)
    return circumstances(published).when(tree, at(tree, verb), future=future)


def where(text: str, verb: str) -> Where | None:
    tree = tree_of(text)
    return circumstances().where(tree, at(tree, verb), [])


@pytest.mark.parametrize("published", [None, "", "yesterday", "2017-13-45"])
def test_a_story_with_no_readable_date_has_no_day(published: str | None) -> None:
    assert story_day(Story("s", published=published)) is None


def test_a_weekday_is_the_one_before_the_story_or_after_it() -> None:
    past, ahead = (
        when("France met Iran on Monday.", "met"),
        when("France will meet Iran on Monday.", "meet", future=True),
    )
    assert past is not None
    assert ahead is not None
    assert (past.from_, ahead.from_) == ("2017-01-16", "2017-01-23")


def test_the_nearest_time_is_taken() -> None:
    found = when("France met Iran on Monday and attacked Chad on Friday.", "attacked")
    assert found is not None
    assert "Friday" in found.text


def test_a_time_without_a_day_to_count_from_keeps_its_words() -> None:
    found = when("France met Iran on Monday.", "met", published=None)
    assert found is not None
    assert (found.text, found.from_, found.to) == ("Monday", None, None)


def test_no_time_words_give_none() -> None:
    assert when("France met Iran.", "met") is None


@pytest.mark.parametrize(
    ("when_to", "expected"),
    [("2017-01-16", "occurred"), ("1987-03-01", "historical"), ("2017-02-10", "planned")],
)
def test_the_date_tells_history_from_news_and_plans(when_to: str, expected: str) -> None:
    told = When("then", 0, 4, when_to, when_to, "day")
    assert circumstances().date_status("occurred", told) == expected


def test_a_plan_stays_a_plan_whatever_its_date() -> None:
    assert circumstances().date_status("planned", When("then", 0, 4, "1987-03-01", "1987-03-01", "day")) == "planned"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Soldiers killed rebels in Nairobi.", "killed", ("Nairobi", "KEN")),
        ("Soldiers killed rebels.", "killed", None),
    ],
)
def test_the_place_of_the_act(text: str, verb: str, expected: tuple[str, str] | None) -> None:
    found = where(text, verb)
    assert (found and (found.name, found.country)) == expected


def test_a_day_counts_from_the_day_told_last() -> None:
    here = circumstances()
    first, second = tree_of("France met Iran on Monday."), tree_of("France had attacked Chad the previous day.")
    here.hear(first)
    found = here.when(second, at(second, "attacked"), future=False)
    assert found is not None
    assert found.from_ == "2017-01-15"


def test_a_page_dated_to_a_week_still_tells_the_day_all_of_it_agrees_on() -> None:
    story = Story("s", published_inferred=InferredDate("2017-01-20", "2017-01-26", ("why",)))
    tree = tree_of("France met Iran on Friday.")
    found = Circumstances(story, load_gazetteer()).when(tree, at(tree, "met"), future=False)
    assert found is not None
    assert found.from_ == "2017-01-20"
    tree = tree_of("France met Iran on Monday.")
    found = Circumstances(story, load_gazetteer()).when(tree, at(tree, "met"), future=False)
    assert found is not None
    assert (found.text, found.from_) == ("Monday", None)


def test_an_act_on_the_ground_takes_the_place_its_paragraph_has_told() -> None:
    here = circumstances()
    first, second = tree_of("Protesters gathered in Kyiv on Sunday."), tree_of("Police arrested them.")
    here.hear(first)
    found = here.where(second, at(second, "arrested"), [], carried=True)
    assert found is not None
    assert (found.text, found.country) == ("Kyiv", "UKR")
    assert here.where(second, at(second, "arrested"), []) is None


def test_the_newspapers_own_town_is_no_place_of_an_act() -> None:
    story = Story("s", published="2017-01-22", dateline=Dateline("CHICAGO", None))
    tree = tree_of("Police arrested them.")
    assert Circumstances(story, load_gazetteer()).where(tree, at(tree, "arrested"), [], carried=True) is None


def test_where_has_every_field_of_the_contract() -> None:
    found = where("France met Iran in Geneva.", "met")
    assert found is not None
    record = as_dict(found)
    assert list(record) == ["text", "start", "end", "name", "country", "admin1", "lat", "lon", "geonameid"]
    assert None not in record.values()


def test_when_has_every_field_of_the_contract() -> None:
    assert list(as_dict(when("France met Iran on Monday.", "met"))) == ["text", "start", "end", "from", "to", "grain"]


@pytest.mark.parametrize("text", ["Rebels seized Mosul on Tuesday.", "Mosul was seized by rebels."])
def test_what_an_act_on_the_ground_is_done_to_is_where(text: str) -> None:
    tree = tree_of(text)
    party = Entity("Mosul", text.index("Mosul"), text.index("Mosul") + 5, code="IRQ")
    found = circumstances().where(tree, at(tree, "seized"), [party], carried=True)
    assert found is not None
    assert found.name == "Mosul"
    assert circumstances().where(tree, at(tree, "seized"), [party]) is None


@pytest.mark.parametrize(
    ("url", "language", "expected"),
    [
        ("https://news.example.co.uk/a", "en", True),
        ("https://state.example.gov/a", "en", False),
        ("https://news.example.com/a", "en", None),
        ("https://news.example.io/a", None, None),
        (None, "en-US", False),
        (None, "en-GB", True),
        (None, "de", True),
        (None, None, None),
    ],
)
def test_numbers_are_read_as_the_country_writes_them(
    url: str | None, language: str | None, expected: bool | None
) -> None:
    assert writes_day_first(Story("s", url=url, language=language)) is expected


def test_a_time_to_come_in_another_clause_is_not_the_acts(coder: Coder) -> None:
    text = "The African Union called for a truce, while Egypt said it would host talks next month."
    story = Story("s", body=(text,), published="2023-06-01")
    request, promise = coder.code(story)
    assert (request.status, request.when) == ("occurred", None)
    assert promise.when is not None
    assert promise.when.text == "next month"


def test_a_time_to_come_is_not_the_time_of_what_is_past(coder: Coder) -> None:
    text = "Joe Biden condemned the raid on Friday and invited Lula to Washington next month."
    blame, *_ = coder.code(Story("s", body=(text,), published="2023-01-11"))
    assert (blame.event, blame.status) == ("ACCUSE", "occurred")
    assert blame.when is not None
    assert blame.when.from_ == "2023-01-06"


def test_the_time_of_a_clause_on_a_noun_is_not_the_acts(coder: Coder) -> None:
    text = "Under a deal signed in Bern in March, France will free ten Iranian prisoners."
    (mention,) = coder.code(Story("s", body=(text,), published="2023-04-14"))
    assert (mention.event, mention.when) == ("CONCEDE", None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Secretary of State Madeleine Albright flew to Belgrade on Monday.", "Belgrade"),
        ("The Iranian foreign minister visited Ankara on Monday.", "Ankara"),
        ("Palestinian militants fired rockets at the Israeli town of Sderot.", "Sderot"),
    ],
)
def test_where_a_visit_or_an_attack_goes_to_is_where(text: str, place: str, coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=(text,)))
    assert mention.where is not None
    assert mention.where.name == place
