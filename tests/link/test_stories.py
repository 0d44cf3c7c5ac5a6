"""Linking without a store."""

from whowhom.link import event_id, group_mentions, link_mentions, link_story, read_clue, shelve


def test_mentions_of_one_happening_get_one_id(make_story, make_mention, make_entity):
    other = make_mention("m3", recipient=(make_entity("Iran", "IRN"),))
    linked = link_story(make_story(), [make_mention("m1"), make_mention("m2", paragraph=1), other])
    ids = [mention.event_id for mention in linked]
    assert ids[0] == ids[1] != ids[2]
    assert None not in ids


def test_reports_of_several_stories_become_one_event(make_story, make_mention):
    pairs = [
        (make_story("s1", published="2017-01-20"), [make_mention("m1", "s1", status="planned")]),
        (make_story("s2", published="2017-01-23"), [make_mention("m2", "s2")]),
        (make_story("s3", published="2017-03-01"), [make_mention("m3", "s3")]),
    ]
    events = list(link_mentions(pairs))
    assert [(event.stories, event.status) for event in events] == [(2, "occurred"), (1, "occurred")]
    assert events == list(link_mentions(reversed(pairs)))


def test_who_names_people_leads_and_not_chance(make_story, make_mention, make_entity):
    named = make_mention("m9", "s9", actor=(make_entity("Lavrov", person="Sergei Lavrov"),))
    plain = [(make_story(f"s{n}"), [make_mention(f"m{n}", f"s{n}", text=f"Told {n}.")]) for n in range(9)]
    ids = group_mentions([*plain, (make_story("s9"), [named])])
    assert set(ids.values()) == {event_id(shelve(read_clue(named, make_story("s9"))).key)}
