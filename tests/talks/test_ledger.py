"""Mentions to the ledger, on records made by hand."""

from dataclasses import fields, replace

import pytest

from whowhom.records import Entity, Span
from whowhom.talks import Evidence, Party, Talks, gather_talks, is_called

USA = ("United States", "USA")


def entity_in(text, words, code, **more):
    at = text.index(words)
    return Entity(words, at, at + len(words), words, code, "GOV", **more)


@pytest.fixture
def coded(make_story, make_mention):
    """A story of one paragraph a mention: (text, event, status, trigger, actors, recipients)."""

    def make(*told, story_id="s1", published="2017-01-21T10:00:00+00:00", headline="Syria peace talks in Astana"):
        mentions = []
        for at, (text, event, status, trigger, actors, recipients) in enumerate(told):
            start = text.index(trigger)
            sentence = text.split(". ")[0] + ("." if ". " in text else "")
            mentions.append(
                make_mention(
                    f"{story_id}-{at}", story_id, text=sentence, paragraph=at, event=event, act="CONSULT", status=status,
                    trigger=Span(trigger, start, start + len(trigger)),
                    actor=tuple(entity_in(text, *actor) for actor in actors),
                    recipient=tuple(entity_in(text, *other) for other in recipients),
                )
            )  # fmt: skip
        story = make_story(story_id, published=published, headline=headline, body=tuple(row[0] for row in told))
        return story, mentions

    return make


def gather(*pairs):
    stories = {story.story_id: story for story, _ in pairs}
    return gather_talks([mention for _, mentions in pairs for mention in mentions], stories)


def lines(talks):
    return {(party.entity.code, party.role, party.status) for party in talks.parties}


REFUSAL = (
    "The United States will not attend the talks. It cannot do so because of the “immediate demands of the transition”.",
    "REJECT", "declined", "attend", [USA], [],
)  # fmt: skip
EXCLUSION = (
    "Iran was not invited to the talks, organized by Turkey and Russia.",
    "REJECT", "declined", "invited", [("Turkey", "TUR"), ("Russia", "RUS")], [("Iran", "IRN")],
)  # fmt: skip
ATTENDANCE = (
    "The ambassador of France will attend the Astana talks.", "AGREE", "planned", "attend", [("The ambassador of France", "FRA")], [],
)  # fmt: skip


def test_the_fields_are_the_contract_s():
    names = [field.name.rstrip("_") for field in fields(Talks)]
    assert names == "talks_id name subject place from to round parties agenda outcomes".split()
    assert [f.name for f in fields(Party)] == "entity role level person status reason as_of evidence".split()
    assert [f.name for f in fields(Evidence)] == "story_id section paragraph start end".split()


def test_one_negotiation_with_its_parties(coded):
    (talks,) = gather(coded(REFUSAL, EXCLUSION, ATTENDANCE))
    assert (talks.name, talks.subject) == ("Syria peace talks in Astana", ("SYR",))
    assert (talks.place.name, talks.place.country) == ("Astana", "KAZ")
    assert lines(talks) >= {
        ("USA", "declined", "declined"), ("IRN", "excluded", "declined"), ("TUR", "organiser", "occurred"),
        ("RUS", "organiser", "occurred"), ("FRA", "attending", "planned"),
    }  # fmt: skip


def test_reason_level_and_day(coded):
    (talks,) = gather(coded(REFUSAL, ATTENDANCE))
    declined, attending = talks.parties
    assert declined.reason == "the immediate demands of the transition"
    assert attending.level == "ambassador"
    assert declined.as_of == "2017-01-21T10:00:00+00:00"


def test_evidence_is_a_slice_of_a_paragraph(coded):
    story, mentions = coded(REFUSAL, EXCLUSION, ATTENDANCE)
    texts = {(section, at): text for section, at, text in story.paragraphs()}
    for party in gather((story, mentions))[0].parties:
        assert party.evidence
        for evidence in party.evidence:
            words = texts[evidence.section, evidence.paragraph][evidence.start : evidence.end]
            assert words.strip() == words != ""


def test_a_story_without_date_gives_lines_without_date(coded):
    (talks,) = gather(coded(REFUSAL, published=None))
    assert [party.as_of for party in talks.parties] == [None]


def test_absent_without_an_event_of_its_own(coded):
    text = "France will attend, as Iran is not a participant in the Astana talks."
    (talks,) = gather(coded((text, "AGREE", "planned", "attend", [("France", "FRA")], [])))
    assert ("IRN", "absent", "occurred") in lines(talks)


def test_the_host_is_who_receives(coded):
    text = "Turkey hosted Russia for talks on Syria in Ankara."
    guest_first = (text, "CONSULT", "occurred", "hosted", [("Russia", "RUS")], [("Turkey", "TUR")])
    (talks,) = gather(coded(guest_first, headline="Guests in Ankara"))
    assert lines(talks) >= {("TUR", "host", "occurred"), ("RUS", "attending", "occurred")}


def test_stories_of_the_same_days_are_one(coded):
    first = coded(REFUSAL)
    later = coded(ATTENDANCE, story_id="s2", published="2017-01-23T09:00:00+00:00")
    (talks,) = gather(first, later)
    assert {party.evidence[0].story_id for party in talks.parties} == {"s1", "s2"}
    assert gather(later, first) == [talks]


def test_stories_far_apart_are_two(coded):
    late = coded(ATTENDANCE, story_id="s2", published="2017-05-03")
    assert len(gather(coded(REFUSAL), late)) == 2


def test_other_places_are_other_talks(coded):
    other = coded(ATTENDANCE, story_id="s2", headline="Syria peace talks in Geneva")
    other = (other[0], [replace(m, text=m.text.replace("Astana", "Geneva")) for m in other[1]])
    story = replace(other[0], body=tuple(text.replace("Astana", "Geneva") for text in other[0].body))
    assert len(gather(coded(REFUSAL), (story, other[1]))) == 2


def test_talks_are_found_by_any_of_their_words(coded):
    (talks,) = gather(coded(REFUSAL))
    assert is_called(talks, "syria astana")
    assert is_called(talks, "KAZ")
    assert not is_called(talks, "syria geneva")


def test_what_names_no_talks_gives_none(coded):
    text = "Russia met Turkey."
    assert (
        gather(coded((text, "CONSULT", "occurred", "met", [("Russia", "RUS")], []), headline="A day in Moscow")) == []
    )


def test_readers_words_are_no_evidence(coded):
    story, mentions = coded(REFUSAL)
    comments = [replace(mention, section="comment") for mention in mentions]
    assert gather((replace(story, headline=None, dek=None, body=("Nothing new.",)), comments)) == []


def test_each_story_alone_or_with_others(coded):
    far = coded(EXCLUSION, story_id="s3", published="2018-01-01", headline="Libya talks in Berlin")
    near = coded(REFUSAL)
    assert gather(near, far) == gather(near) + gather(far)


def test_who_is_received_is_no_host(coded):
    text = "The ministers of Kenya were received by Norway in Oslo for talks on Syria."
    told = (text, "CONSULT", "occurred", "were received", [("The ministers of Kenya", "KEN")], [("Norway", "NOR")])
    (talks,) = gather(coded(told, headline="Guests in Oslo"))
    assert lines(talks) == {("NOR", "host", "occurred"), ("KEN", "attending", "occurred")}


def test_who_talks_are_sponsored_by_is_not_in_them(coded):
    text = "The Oslo talks on Syria are sponsored by Norway, and Kenya took part."
    told = (text, "CONSULT", "occurred", "talks", [("Kenya", "KEN"), ("Norway", "NOR")], [])
    (talks,) = gather(coded(told, headline="Guests in Oslo"))
    assert lines(talks) == {("NOR", "organiser", "occurred"), ("KEN", "attending", "occurred")}
