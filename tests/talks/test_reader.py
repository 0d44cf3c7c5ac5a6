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


def test_what_is_only_recalled_is_no_line(gather):
    body = (
        "The Stockholm talks on Yemen opened on Monday. Norway attended the talks.",
        "Feelings run high since a meeting in Paris, where Sweden met Finland.",
    )
    (talks,) = gather(body)
    assert talks.place.name == "Stockholm"


def test_a_meeting_to_come_is_a_line_though_without_a_day(gather):
    body = (
        "The Stockholm talks on Yemen opened on Monday. Norway attended the talks.",
        "The next meeting in Paris is planned. Sweden will attend that meeting.",
    )
    assert {talks.place.name for talks in gather(body)} == {"Stockholm", "Paris"}


def test_the_next_round_is_not_this_one(gather):
    body = (
        "OSLO: Yemen's government and the rebels opened their first formal peace talks in years on Monday.",
        "Iran boycotted the talks.",
        "The next round will be held on 15 March.",
    )
    assert gather(body)[0].to == "2019-03-04"
    assert gather(body)[0].round is None


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("SEOUL, March 4 — North Korea said it would stay away from six-party talks.", None),
        ("SEOUL, March 4 — North Korea opened six-party talks on Monday.", "Seoul"),
    ],
)
def test_who_stays_away_tells_so_from_home(gather, lead, place):
    (talks,) = gather((lead, "North Korea will not attend the talks."))
    assert (talks.place.name if talks.place else None) == place


def test_talks_abroad_are_not_where_the_story_is_told(gather):
    lead = "CONAKRY: Guinea will hold talks with opposition leaders in Burkina Faso next week."
    (talks,) = gather((lead, "Guinea will attend the talks."))
    assert talks.place.country == "BFA"


def test_nobody_in_particular_is_a_line_only_alone(gather):
    alone = ("The Oslo conference on Yemen opened on Monday. World leaders attended the conference.",)
    assert [party.entity.text for talks in gather(alone) for party in talks.parties] == ["World leaders"]
    (talks,) = gather((f"{alone[0]} Norway attended the conference too.",))
    assert roles(talks) == {("NOR", "attending")}


def test_an_agreement_signed_somewhere_is_a_meeting(gather):
    (talks,) = gather(("Kenya and Uganda signed a peace agreement in Oslo on Monday.",))
    assert (talks.place.name, roles(talks)) == ("Oslo", {("KEN", "attending"), ("UGA", "attending")})


def test_a_city_in_a_clause_of_its_own_is_not_the_scene(gather):
    body = (
        "The Stockholm talks on Yemen opened on Monday.",
        "Iran refused to attend, as was agreed in Oslo last year.",
    )
    (talks,) = gather(body)
    assert (talks.place.name, roles(talks)) == ("Stockholm", {("IRN", "declined")})


def test_who_will_come_and_who_says_so(gather):
    """A surname later in a story is whom it named in full."""
    body = (
        "The Oslo talks on Yemen opened on Monday. Otieno Wekesa, who leads the Kenyan delegation, was late.",
        "Mr. Wekesa attended the talks all the same.",
    )
    (talks,) = gather(body)
    assert {(party.entity.code, party.person) for party in talks.parties} == {("KEN", "Otieno Wekesa")}


def test_a_ministry_that_speaks_does_not_come(gather):
    (talks,) = gather(
        ("The Oslo talks on Yemen opened on Monday. Norway attended the talks, its foreign ministry agreed.",)
    )
    assert all("ministry" not in party.entity.text for party in talks.parties)


def test_both_sides_of_two_states_are_those_states(gather):
    """ "Both sides" are a government and its opponents only where an opposition is in the talks."""
    (talks,) = gather(
        (
            "The Oslo talks on fishing opened on Monday. Kenya and Uganda attended the talks. Both sides agreed on a text.",
        )
    )
    assert {(party.entity.code, party.entity.sector) for party in talks.parties} == {("KEN", "GOV"), ("UGA", "GOV")}


def test_rounds_told_in_passing_are_lines_of_their_own(gather):
    first, second, third = gather(
        (
            "The Stockholm talks on Yemen opened on Monday. Norway attended the talks.",
            "Iran, Oman and Qatar took part in meetings in May in Muscat, for the fourth time, and in December in Doha, for "
            "the fifth.",
        )
    )
    assert {(t.place.name, t.round) for t in (first, second, third)} == {
        ("Muscat", 4), ("Doha", 5), ("Stockholm", None),
    }  # fmt: skip


def test_a_round_held_elsewhere_is_not_this_one(gather):
    talks = gather(
        (
            "The Stockholm talks on Yemen opened on Monday. Norway attended the talks.",
            "The third round, held in Geneva on 10 January, was attended by Sweden.",
        )
    )
    assert [(t.place.name, t.round, roles(t)) for t in talks] == [
        ("Geneva", 3, {("SWE", "attending")}),
        ("Stockholm", None, {("NOR", "attending")}),
    ]


def test_a_village_of_no_gazetteer_is_a_place(gather):
    (talks,) = gather(("KILAGUNI, Kenya — Norway and Sweden signed an agreement on Monday.",))
    assert (talks.place.name, talks.place.country) == ("Kilaguni", "KEN")


def test_a_byline_is_no_lead(gather):
    (talks,) = gather(("From our own correspondent", "Norway and Sweden met in Geneva on Monday."))
    assert talks.place.name == "Geneva"


def test_how_long_talks_lasted_tells_when_they_began(gather):
    (talks,) = gather(("GENEVA: Three days of talks on Yemen ended in Geneva on Monday. Norway took part in them.",))
    assert (talks.from_, talks.to) == ("2019-03-02", "2019-03-04")


def test_clubs_and_companies_are_no_powers(gather):
    assert gather(("DETROIT: Talks opened in Detroit on Monday. Negotiators for the union attended the talks.",)) == []


def test_who_is_there_refuses_something_at_the_talks(gather):
    (talks,) = gather(
        (
            "The Oslo talks on Yemen opened on Monday. Iran attended the talks.",
            "Iran refused to sit at the same table as Sweden. Norway refused to come.",
        )
    )
    assert ("IRN", "declined") not in roles(talks)
    assert ("NOR", "declined") in roles(talks)
