"""One story, or several, read from their text: which talks are the same, and when."""

import pytest

from whowhom.talks import gather_talks


@pytest.fixture
def gather(make_story, make_mention):
    def make(*bodies, published="2019-03-04T10:00:00+00:00", headline=None):
        stories = {}
        for at, body in enumerate(bodies):
            story = make_story(f"s{at}", published=published, headline=headline, dek=None, body=body)
            stories[story.story_id] = story
        # A story is read for talks when something in it was coded, whatever it is.
        return gather_talks([make_mention(f"m{key}", key, act="AID", event="AID") for key in stories], stories)

    return make


def roles(talks):
    return {(party.entity.code, party.role) for party in talks.parties}


def test_parts_are_told_by_phrases_too(gather):
    (talks,) = gather(("Peace talks on Yemen opened in Stockholm on Monday.", "Norway took part in them."))
    assert (talks.place.name, talks.from_, roles(talks)) == ("Stockholm", "2019-03-04", {("NOR", "attending")})


def test_another_day_is_another_round(gather):
    body = (
        "The Stockholm talks on Yemen opened on Monday. Norway attended the talks.",
        "A meeting in Stockholm on 10 January had ended without a text. Sweden attended that meeting.",
    )
    first, second = gather(body)
    assert (first.from_, roles(first)) == ("2019-01-10", {("SWE", "attending")})
    assert (second.from_, roles(second)) == ("2019-03-04", {("NOR", "attending")})


def test_the_meeting_is_held_where_the_story_is_told(gather):
    (talks,) = gather(("OSLO: Sweden and Finland agreed on a truce for Yemen.", "Iran boycotted the meeting."))
    assert talks.place.name == "Oslo"
    assert ("IRN", "declined") in roles(talks)


def test_a_round_to_come_is_not_this_one(gather):
    (talks,) = gather(
        ("The Oslo talks on Yemen opened on Monday. Iran boycotted the talks.", "A second round is planned.")
    )
    assert talks.round is None


def test_a_stand_in_has_the_lower_rank(gather):
    (talks,) = gather(
        (
            "The Oslo summit on Yemen opened on Monday. Emmanuel Macron sent his foreign minister, Jean-Yves Le Drian, to the summit.",
        )
    )
    (party,) = talks.parties
    assert (party.entity.code, party.role, party.level) == ("FRA", "attending", "minister")


def test_a_congress_put_off_is_the_same_congress(gather):
    body = (
        "The Oslo congress on Yemen opens on 10 March. Norway will attend the congress.",
        "Planned for 12 January, the congress was later put off. Iran boycotted the congress.",
    )
    (talks,) = gather(body)
    assert roles(talks) == {("NOR", "attending"), ("IRN", "declined")}


def test_both_sides_are_the_two_of_the_country(gather):
    (talks,) = gather(("The Oslo talks on Yemen opened on Monday. Both Yemeni sides attended the talks.",))
    assert {(party.entity.code, party.entity.sector) for party in talks.parties} == {("YEM", "GOV"), ("YEM", "OPP")}


def test_the_opposition_is_that_of_the_country(gather):
    (talks,) = gather(("The Oslo talks on Yemen opened on Monday. The opposition boycotted the talks.",))
    assert roles(talks) == {("YEM", "declined")}


def test_later_news_adds_a_line_and_keeps_the_earlier(make_story, make_mention):
    told = [("2019-03-01", "Iran will attend the talks."), ("2019-03-03", "Iran refused to come to the talks.")]
    stories = {
        f"s{day}": make_story(
            f"s{day}", published=day, headline=None, dek=None, body=(f"The Oslo talks on Yemen open soon. {text}",)
        )
        for day, text in told
    }
    mentions = [make_mention(f"m{key}", key, act="AID", event="AID") for key in stories]
    (talks,) = gather_talks(mentions, stories)
    assert [(party.role, party.as_of) for party in talks.parties] == [
        ("attending", "2019-03-01"),
        ("declined", "2019-03-03"),
    ]
