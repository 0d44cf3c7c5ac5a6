"""RSS and Atom files: each entry a story."""

from __future__ import annotations

from whowhom.read.feeds import read_feed
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
