"""Records as rows and back."""

from dataclasses import fields

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.records import (
    AuthorProfile,
    Comment,
    Event,
    EventMention,
    InferredDate,
    RecentPost,
    Relation,
    Story,
)
from whowhom.store.rows import arrow_schema, record_of, records_table


@pytest.mark.parametrize("record", [Story, EventMention, Event, Relation])
def test_columns_are_the_fields_in_order(record):
    assert arrow_schema(record).names == [field.name.rstrip("_") for field in fields(record)]


def test_types_follow_the_records():
    schema = arrow_schema(EventMention)
    assert schema.field("mode").type == pa.list_(pa.string())
    assert schema.field("when").type.field("from").type == pa.string()
    assert schema.field("confidence").type == pa.float64()


# Arrow holds Unicode text: no halves of surrogate pairs.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
lists = st.lists(texts, max_size=2).map(tuple)
maybe = st.none() | texts
comments = st.builds(Comment, st.integers(0, 99), st.none() | st.integers(0, 99), maybe, maybe, texts)
stories = st.builds(
    Story,
    texts,
    headline=maybe,
    body=lists,
    published_inferred=st.none() | st.builds(InferredDate, maybe, maybe, lists),
    author_profile=st.none() | st.builds(AuthorProfile, maybe, maybe, st.just((RecentPost("A post"),))),
    comments=st.lists(comments, max_size=2).map(tuple),
)


@given(stories)
def test_a_story_survives_the_way_through_arrow(story):
    assert record_of(Story, records_table([story], Story).to_pylist()[0]) == story


def test_a_mention_survives_the_way_through_arrow(make_mention):
    mention = make_mention()
    assert record_of(EventMention, records_table([mention], EventMention).to_pylist()[0]) == mention
