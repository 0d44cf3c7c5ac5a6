"""The coder's promises: the same alone, in a batch and in any order; comments are readers' words."""

from __future__ import annotations

from whowhom import Coder
from whowhom.records import Comment, Story

NEWS = Story(
    "news",
    headline="France Attacks Iran",
    body=("The Kenyan army killed ten rebels on Monday.", "It then withdrew from Somalia, officials said."),
    published="2017-01-22",
    comments=(Comment(0, None, "Ann", None, "Russia bombed Ukraine, officials said. Turkey invaded Syria."),),
)
STORIES = [
    NEWS,
    *(Story(f"s{n}", body=(f"Police arrested {n} Iranian students.", "They met France.")) for n in range(9)),
]


def test_headlines_are_coded_as_the_body_is(coder: Coder) -> None:
    first = next(coder.code(NEWS))
    assert (first.section, first.event, first.actor[0].code, first.recipient[0].code) == (
        "headline",
        "ASSAULT",
        "FRA",
        "IRN",
    )


def test_comments_never_yield_events_unasked(coder: Coder) -> None:
    assert {m.section for m in coder.code(NEWS)} == {"headline", "body"}


def test_what_a_comment_claims_is_on_the_readers_word(coder: Coder) -> None:
    found = [m for m in coder.code(NEWS, comments=True) if m.section == "comment"]
    assert len(found) == 2
    assert {m.attribution.kind for m in found} == {"reader"}


def test_asking_for_comments_changes_nothing_else(coder: Coder) -> None:
    assert [m for m in coder.code(NEWS, comments=True) if m.section != "comment"] == list(coder.code(NEWS))


def test_one_by_one_equals_in_a_batch_in_any_order(coder: Coder) -> None:
    alone = {story.story_id: list(coder.code(story)) for story in STORIES}
    batch = {story.story_id: mentions for story, mentions in coder.code_many(STORIES)}
    back = {story.story_id: mentions for story, mentions in coder.code_many(reversed(STORIES))}
    assert alone == batch == back


def test_stories_come_back_in_the_order_given(coder: Coder) -> None:
    assert [story for story, _ in coder.code_many(iter(STORIES))] == STORIES


def test_stories_are_taken_as_they_are_needed(coder: Coder) -> None:
    taken: list[int] = []

    def endless():  # type: ignore[no-untyped-def]
        for n in range(10_000):
            taken.append(n)
            yield Story(str(n), body=("France met Iran.",))

    next(coder.code_many(endless()))
    assert len(taken) < 200


def test_a_second_coder_says_the_same_under_the_same_version(coder: Coder) -> None:
    other = Coder()
    assert other.version == coder.version
    assert list(other.code(NEWS)) == list(coder.code(NEWS))


def test_mention_ids_are_unique_in_a_story(coder: Coder) -> None:
    ids = [m.mention_id for _, mentions in coder.code_many(STORIES) for m in mentions]
    assert len(ids) == len(set(ids))


def test_mentions_carry_where_they_stand(coder: Coder) -> None:
    mention = next(m for m in coder.code(NEWS) if m.section == "body")
    assert (mention.story_id, mention.paragraph, mention.sentence, mention.sentence_start) == ("news", 0, 0, 0)
    assert mention.coder == coder.version


def test_a_person_s_name_stands_as_it_is_written(coder: Coder) -> None:
    (met,) = coder.code(Story("s", body=("The delegation of Nasr al-Hariri met the Norwegian envoy.",)))
    assert met.actor[0].person == "Nasr al-Hariri"


def test_a_day_told_in_the_past_tense_is_past(coder: Coder) -> None:
    story = Story(
        "s", published="2016-12-20T10:00:00+00:00", body=("On March 15 the Chinese and Thai ministers met in Paris.",)
    )
    (met,) = coder.code(story)
    assert (met.event, met.status, met.when and met.when.from_) == ("CONSULT", "occurred", "2016-03-15")
