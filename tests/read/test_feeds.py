"""RSS and Atom files: each entry a story."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from whowhom.errors import InputError
from whowhom.read.feeds import read_entries, read_feed
from whowhom.records import Skipped, Story

RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbour Post</title><language>en-gb</language>
<item><title>Talks &amp; trade</title><link>https://post.example/1</link><dc:creator>Jane Doe</dc:creator><pubDate>Tue, 03 May 2016 14:05:00 GMT</pubDate>
<description>Six governments meet.</description><content:encoded><![CDATA[<p>The talks opened on Monday.</p><p>They end on Friday.</p>]]></content:encoded></item>
<item><title>Empty</title></item></channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title><entry><title>Talks open</title>
<link rel="self" href="https://post.example/self"/><link href="https://post.example/1"/><author><name>Jane Doe</name></author>
<published>2016-05-03T14:05:00Z</published><updated>2016-05-04T08:00:00Z</updated><content type="html">&lt;p&gt;The talks opened.&lt;/p&gt;</content></entry></feed>"""


def test_rss() -> None:
    story, skipped = read_feed(RSS, file="feed.rss")
    assert isinstance(story, Story)
    assert (story.headline, story.url, story.site, story.language) == (
        "Talks & trade",
        "https://post.example/1",
        "The Harbour Post",
        "en",
    )
    assert (story.dek, [a.name for a in story.authors], story.published) == (
        "Six governments meet.",
        ["Jane Doe"],
        "2016-05-03T14:05:00+00:00",
    )
    assert story.body == ("The talks opened on Monday.", "They end on Friday.")
    assert isinstance(skipped, Skipped)
    assert skipped.input == "feed.rss, entry 2"


def test_atom() -> None:
    (story,) = read_feed(ATOM, file="feed.atom")
    assert isinstance(story, Story)
    assert (story.url, story.published, story.modified) == (
        "https://post.example/1",
        "2016-05-03T14:05:00+00:00",
        "2016-05-04T08:00:00+00:00",
    )
    assert story.body == ("The talks opened.",)


def test_entities_are_not_expanded() -> None:
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
    data = (
        bomb
        + b"<rss><channel><item><title>T</title><description>One sentence. &b; &f;</description></item></channel></rss>"
    )
    (story,) = read_feed(data, file="feed.xml")
    assert isinstance(story, Story)
    assert "aaaa" not in story.body[0]


PIECES = [
    b"<rss><channel>", b"<feed>", b"<item>", b"</item>", b"<entry>", b"<guid>", b"</guid>", b"<link>http://[</link>", b"<link href='//['/>",
    b"<description>", b"The talks opened.", b"</description>", b"&#1;", b"&amp;#1;", b"<p>", b"<content type='xhtml'><div>x</div></content>",
    b"<author>", b"<pubDate>Tue, 99 May 2016</pubDate>", b"<![CDATA[<p>x", b"]]>", b"<?xml version='1.0' encoding='utf-16'?>", b"xml:base='http://['",
]  # fmt: skip

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://post.example/"><title>The Harbour Post</title></channel>
<item rdf:about="https://post.example/1"><title>Talks open</title><link>https://post.example/1</link><description>The talks opened.</description></item></rdf:RDF>"""


def test_entries_are_known_by_their_own_id_else_by_their_link() -> None:
    guid = b"<rss><channel><item><guid>tag:1</guid><link>/1</link></item><item><link>/2</link></item></channel></rss>"
    entries = list(read_entries(guid, file="f", url="https://post.example/feeds/all"))
    assert [(e.key, e.link) for e in entries] == [
        ("tag:1", "https://post.example/1"),
        ("https://post.example/2", "https://post.example/2"),
    ]
    assert [e.key for e in read_entries(RDF, file="f")] == ["https://post.example/1"]


def test_the_base_that_a_feed_states_counts() -> None:
    feed = ATOM.replace(b"<feed", b'<feed xml:base="https://other.example/"').replace(b"https://post.example/1", b"/1")
    (entry,) = read_entries(feed, file="f", url="https://post.example/feed")
    assert (entry.link, entry.published) == ("https://other.example/1", "2016-05-03T14:05:00+00:00")


def test_a_feed_of_nothing_has_no_entries_and_is_told_of_when_read() -> None:
    empty = b"<rss><channel></channel></rss>"
    assert list(read_entries(empty, file="f")) == []
    with pytest.raises(InputError, match="no feed entries"):
        list(read_feed(empty, file="f"))
    with pytest.raises(InputError, match="no feed entries"):
        list(read_entries(b"<html><p>Not found</p></html>", file="f"))


def test_broken_names_and_pictures_do_not_stand_in_for_the_text() -> None:
    media = b'<media:content xmlns:media="http://search.yahoo.com/mrss/" url="x.jpg"/>'
    entry = ATOM.replace(b"<content", media + b"<content")
    prefixed = b"<rss><channel><item><content:encoded>&lt;p>The talks opened.</content:encoded></item></channel></rss>"
    for feed in (entry, prefixed):
        (story,) = read_feed(feed, file="f")
        assert isinstance(story, Story)
        assert story.body == ("The talks opened.",)


@settings(deadline=None)
@example(b"<:")
@given(st.lists(st.one_of(st.binary(max_size=20), st.sampled_from(PIECES)), max_size=25).map(b"".join))
def test_any_feed(data: bytes) -> None:
    with suppress(InputError):
        for entry in read_entries(data, file="f", url="https://post.example/feed"):
            assert isinstance(entry.found, (Story, Skipped))
            assert entry.link is None or entry.link.strip()
