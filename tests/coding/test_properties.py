"""Whatever a page holds: coding never fails, every span is a slice of its paragraph, and records survive JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from whowhom import Coder
from whowhom.ontology import load_ontology
from whowhom.records import Attribution, Comment, Entity, EventMention, Span, Story, When, Where, as_dict

NEWS = [
    "The Kenyan army killed at least 12 rebels in an air strike near Nairobi on Monday, officials said.",
    'GENEVA (AP) — "We will never meet them," Russian President Vladimir Putin said.',
    "France's decision to refuse Iran's invitation to the Astana talks was condemned by Turkey and Qatar.",
    "If Israel strikes, Iran will close its border with Iraq, according to a report.",
    "Ten Iranian diplomats were expelled from the U.S. on Jan. 5, 1987; they left a day later.",
    "RUSSIA, CHINA AGREE TO HOLD JOINT EXERCISES",
    "Police arrested twenty-five protesters in Cairo… and freed them.",
]
WORDS = [*"France Iran attacked , . ; : — - ( ) ' \" “ ” the of to by not will said talks sanctions he it they".split()]
STRANGE = [
    "🙂",
    "👩\u200d👩\u200d👧",
    "\u202e",
    "\u200f",
    "\u200b",
    "\ufeff",
    "\u0301",
    "\x00",
    "\t",
    "\n",
    "\r\n",
    "\u2028",
    "İ",
    "ﬁ",
    "中文",
    "x" * 3000,
]
noise = st.one_of(st.sampled_from(WORDS), st.sampled_from(STRANGE), st.text(max_size=12))
cut = st.builds(lambda text, i, j: text[i : i + j], st.sampled_from(NEWS), st.integers(0, 40), st.integers(5, 120))
spoilt = st.builds(lambda text, i, extra: text[:i] + extra + text[i:], st.sampled_from(NEWS), st.integers(0, 90), noise)
paragraphs = st.lists(st.one_of(st.sampled_from(NEWS), cut, spoilt, noise), max_size=6).map(" ".join)
stories = st.builds(
    Story,
    story_id=st.just("s"),
    headline=st.one_of(st.none(), paragraphs),
    dek=st.one_of(st.none(), paragraphs),
    body=st.lists(paragraphs, max_size=3).map(tuple),
    published=st.one_of(st.none(), st.dates().map(str), st.sampled_from(["", "2017", "2017-01-22T08:00:00Z", "soon"])),
    comments=st.lists(paragraphs.map(lambda text: Comment(0, None, None, None, text)), max_size=1).map(tuple),
)
MANY = settings(max_examples=120, deadline=None)
FEW = settings(max_examples=40, deadline=None)


def spans(mention: EventMention) -> Iterator[Span | Entity | Attribution | When | Where]:
    yield mention.trigger
    yield from mention.actor
    yield from mention.recipient
    yield from (found for found in (mention.when, mention.where, mention.attribution.entity) if found is not None)
    if mention.attribution.text is not None:
        yield mention.attribution


@MANY
@given(stories)
def test_every_span_is_a_slice_of_its_paragraph(coder: Coder, story: Story) -> None:
    texts = {(section, i): text for section, i, text in story.paragraphs(comments=True)}
    for mention in coder.code(story, comments=True, statements=True):
        text = texts[mention.section, mention.paragraph]
        start = mention.sentence_start
        assert mention.text == text[start : start + len(mention.text)]
        for span in spans(mention):
            assert span.text == text[span.start : span.end]
            assert span.text


@MANY
@given(stories)
def test_every_record_keeps_to_the_ontology(coder: Coder, story: Story) -> None:
    ontology = load_ontology()
    for m in coder.code(story, comments=True):
        assert m.event in ontology.types
        assert m.act in ontology.types
        assert all((m.event, mode) in ontology.modes for mode in m.mode)
        assert all(context in ontology.contexts for context in m.context)
        assert m.cameo.isdigit()
        assert 2 <= len(m.cameo) <= 4
        assert m.quad == ontology.quad(m.event)
        assert 0 <= m.confidence <= 1


@FEW
@given(stories, st.lists(stories, max_size=2))
def test_a_story_is_coded_the_same_alone_and_among_others(coder: Coder, story: Story, others: list[Story]) -> None:
    alone = list(coder.code(story))
    assert alone == list(coder.code(story))
    assert list(coder.code_many([*others, story, *others]))[len(others)][1] == alone


@FEW
@given(stories)
def test_a_record_survives_json(coder: Coder, story: Story) -> None:
    for mention in coder.code(story, comments=True):
        record = as_dict(mention)
        assert json.loads(json.dumps(record)) == record


@FEW
@given(stories)
def test_mention_ids_are_unique_in_a_story(coder: Coder, story: Story) -> None:
    ids = [m.mention_id for m in coder.code(story)]
    assert len(ids) == len(set(ids))
