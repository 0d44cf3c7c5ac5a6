"""What has to agree for two mentions to tell of one happening."""

from whowhom.link import find_happening
from whowhom.records import When, Where


def test_same_parties_and_act_share_a_key(make_story, make_mention):
    first = find_happening(make_mention("m1"), make_story("s1"))
    second = find_happening(make_mention("m2", "s2", text="They met."), make_story("s2", site="two.example"))
    assert first == second


def test_a_meeting_is_the_same_from_either_side(make_story, make_mention, make_entity):
    russia, turkey = make_entity(), make_entity("Turkey", "TUR")
    assert (
        find_happening(make_mention(actor=(russia,), recipient=(turkey,)), make_story()).key
        == find_happening(make_mention(actor=(turkey,), recipient=(russia,)), make_story()).key
    )


def test_an_attack_is_not_the_same_from_either_side(make_story, make_mention, make_entity):
    russia, turkey = make_entity(), make_entity("Turkey", "TUR")
    there = make_mention(act="ASSAULT", actor=(russia,), recipient=(turkey,))
    back = make_mention(act="ASSAULT", actor=(turkey,), recipient=(russia,))
    assert find_happening(there, make_story()).key != find_happening(back, make_story()).key


def test_without_any_code_a_mention_stands_alone(make_story, make_mention, make_entity):
    rebels, police = make_entity("rebels", None, "REB"), make_entity("police", None, "COP")
    one = find_happening(make_mention("m1", actor=(rebels,), recipient=(police,)), make_story())
    two = find_happening(make_mention("m2", actor=(rebels,), recipient=(police,)), make_story())
    assert one.key != two.key


def test_one_side_alone_needs_the_same_place(make_story, make_mention):
    astana = Where("Astana", 0, 6, "Astana", "KAZ")
    geneva = Where("Geneva", 0, 6, "Geneva", "CHE")
    keys = [find_happening(make_mention(recipient=(), where=w), make_story()).key for w in (astana, geneva, astana)]
    assert keys[0] == keys[2] != keys[1]


def test_the_day_is_the_text_s_own_before_the_page_s(make_story, make_mention):
    when = When("Sunday", 0, 6, "2017-01-22", "2017-01-22", "day")
    assert find_happening(make_mention(when=when), make_story()).day == "2017-01-22"
    assert find_happening(make_mention(), make_story()).day == "2017-01-23"


def test_a_year_joins_only_with_the_same_year(make_story, make_mention):
    year = When("in 2016", 0, 7, "2016-01-01", "2016-12-31", "year")
    day = When("1 January 2016", 0, 14, "2016-01-01", "2016-01-01", "day")
    found = find_happening(make_mention(when=year), make_story())
    assert found.window == 0
    assert found.key != find_happening(make_mention(when=day), make_story()).key


def test_undated_mentions_join_only_within_their_story(make_story, make_mention):
    one, two = (find_happening(make_mention(story_id=s), make_story(s, published=None)) for s in ("s1", "s2"))
    assert one.day == two.day == ""
    assert one.key != two.key


def test_a_person_is_not_the_whole_government(make_story, make_mention, make_entity):
    envoy = make_mention(actor=(make_entity(person="George Krol"),))
    assert find_happening(envoy, make_story()).key != find_happening(make_mention(), make_story()).key
