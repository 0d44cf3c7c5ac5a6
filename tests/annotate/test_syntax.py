"""Stories to sentences: offsets into the paragraph, the same alone as in a batch, in the order given."""

from __future__ import annotations

import pytest

from whowhom.annotate import Annotator
from whowhom.records import Comment, Story

STORY = Story(
    "s",
    headline="Iran Declines Talks With US; Russia Protests",
    dek="A long day in Geneva",
    body=("GENEVA (AP) — Iran refused talks. Russia protested. ", "", "Nobody came…\tNobody left!"),
    comments=(Comment(4, None, "Ann", None, "I agree with Iran. They should stop."),),
)
OTHERS = [Story(str(n), body=(f"The {n} soldiers left.",) * (n % 3)) for n in range(70)]


def paragraph(story: Story, section: str, number: int) -> str:
    return next(t for s, i, t in story.paragraphs(comments=True) if (s, i) == (section, number))


def test_sentences_and_tokens_are_slices_of_their_paragraph(annotator: Annotator) -> None:
    for sent in annotator.annotate(STORY, comments=True):
        text = paragraph(STORY, sent.section, sent.paragraph)
        assert text[sent.start : sent.start + len(sent.text)] == sent.text
        assert all(text[t.start : t.end] == t.text for t in sent.tokens)


def test_heads_point_into_the_sentence(annotator: Annotator) -> None:
    for sent in annotator.annotate(STORY, comments=True):
        assert all(0 <= t.head < len(sent.tokens) for t in sent.tokens)


def test_the_dateline_is_no_part_of_the_first_sentence(annotator: Annotator) -> None:
    first = next(s for s in annotator.annotate(STORY) if s.section == "body")
    assert first.text == "Iran refused talks."


def test_a_headline_keeps_its_letters_though_it_is_read_in_lower_case(annotator: Annotator) -> None:
    first, second = [s for s in annotator.annotate(STORY) if s.section == "headline"]
    assert (first.text, second.text) == ("Iran Declines Talks With US;", "Russia Protests")
    declines = first.tokens[1]
    assert (declines.text, declines.lemma, declines.pos) == ("Declines", "decline", "VERB")


def test_comments_are_read_only_when_asked_for(annotator: Annotator) -> None:
    assert {s.section for s in annotator.annotate(STORY)} == {"headline", "dek", "body"}
    comments = [s for s in annotator.annotate(STORY, comments=True) if s.section == "comment"]
    assert [(s.paragraph, s.text) for s in comments] == [(4, "I agree with Iran."), (4, "They should stop.")]


def test_one_by_one_equals_in_a_batch(annotator: Annotator) -> None:
    stories = [*OTHERS[:35], STORY, *OTHERS[35:]]
    batch = list(annotator.annotate_many(stories))
    assert [story for story, _ in batch] == stories
    assert all(sents == annotator.annotate(story) for story, sents in batch[::6])
    assert batch[35][1] == annotator.annotate(STORY)


def test_the_order_of_stories_changes_nothing(annotator: Annotator) -> None:
    stories = [STORY, *OTHERS[:9]]
    ahead = {story.story_id: sents for story, sents in annotator.annotate_many(stories)}
    back = {story.story_id: sents for story, sents in annotator.annotate_many(reversed(stories))}
    assert ahead == back


@pytest.mark.parametrize("body", [(), ("",), (" \n\t ",), ("\u200f",)])
def test_an_empty_story_has_no_sentence_worth_the_name(body: tuple[str, ...], annotator: Annotator) -> None:
    assert all(s.text.strip() for s in annotator.annotate(Story("s", body=body)))


def test_an_over_long_paragraph_is_read_piece_by_piece(annotator: Annotator) -> None:
    text = "Troops left. " * 4000
    sents = annotator.annotate(Story("s", body=(text,)))
    assert [sent.index for sent in sents] == list(range(4000))
    assert all(text[sent.start : sent.start + len(sent.text)] == sent.text == "Troops left." for sent in sents)


def test_a_page_in_one_paragraph_is_cut_at_last(annotator: Annotator) -> None:
    sents = annotator.annotate(Story("s", body=("a" * 600_000,)))
    assert sents[-1].start + len(sents[-1].text) <= 500_000


def test_a_straight_quote_opens_the_sentence_it_stands_before(annotator: Annotator) -> None:
    sents = annotator.annotate(Story("s", body=('"We left," he said. "They stay."',)))
    assert [s.text for s in sents] == ['"We left," he said.', '"They stay."']
