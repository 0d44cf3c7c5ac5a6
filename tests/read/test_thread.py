"""Threads in every family of markup: who, when, what, and whom each comment answers."""

from __future__ import annotations

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page
from whowhom.records import Comment

WORDPRESS = """<div id="comments"><h3>3 thoughts on “Harbour talks”</h3><ol class="commentlist">
<li class="comment even depth-1" id="comment-11"><article><footer class="comment-meta"><div class="comment-author vcard">
<img class="avatar"><b class="fn">Ann</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="#comment-11">
<time datetime="2016-05-03T15:00:00+01:00">May 3, 2016 at 3:00 pm</time></a></div></footer>
<div class="comment-content"><p>First point.</p><p>Second point.</p></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></article>
<ol class="children"><li class="comment depth-2" id="comment-12"><article><footer class="comment-meta"><div class="comment-author vcard">
<b class="fn">Ben</b> <span class="says">says:</span></div><div class="comment-metadata"><time datetime="2016-05-03T16:00:00+01:00">x</time></div></footer>
<div class="comment-content"><p>I disagree.</p></div></article></li></ol></li>
<li class="pingback depth-1" id="comment-13"><p>Pingback: <a href="http://other.example">Other site writes about this</a></p></li>
<li class="comment depth-1" id="comment-14"><article><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Cem</b></div>
<div class="comment-metadata"><time datetime="2016-05-04T09:00:00+01:00">x</time></div></footer><div class="comment-content"><p>Interesting!</p></div></article></li>
</ol><div id="respond"><form id="commentform"><p>Your email address will not be published.</p><textarea name="comment"></textarea></form></div></div>"""

DISQUS = """<div id="disqus_thread"><div id="dsq-content"><ul id="dsq-comments">
<li id="dsq-comment-1" class="comment depth-1"><div id="dsq-comment-header-1" class="dsq-comment-header"><cite id="dsq-cite-1">
<span id="dsq-author-user-1">Ann</span></cite></div><div id="dsq-comment-body-1" class="dsq-comment-body"><div id="dsq-comment-message-1"
class="dsq-comment-message"><p>First point.</p><p>Second point.</p></div></div></li>
<ul class="children"><li id="dsq-comment-2" class="comment depth-2"><div id="dsq-comment-header-2" class="dsq-comment-header"><cite id="dsq-cite-2">
<span id="dsq-author-user-2">Ben</span></cite></div><div id="dsq-comment-body-2" class="dsq-comment-body"><div id="dsq-comment-message-2"><p>I disagree.</p></div></div></li></ul>
<li id="dsq-comment-3" class="comment depth-1"><div id="dsq-comment-header-3" class="dsq-comment-header"><cite id="dsq-cite-3">
<span id="dsq-author-user-3">Cem</span></cite></div><div id="dsq-comment-body-3" class="dsq-comment-body"><div id="dsq-comment-message-3"><p>Interesting!</p></div></div></li>
</ul></div></div>"""

BLOGGER = """<div class="comments" id="comments"><h4>3 comments:</h4><div class="comment-thread toplevel-thread"><ol>
<li class="comment" id="c101"><div class="comment-block"><div class="comment-header"><cite class="user"><a href="http://p.example/1">Ann</a></cite>
<span class="datetime secondary-text"><a href="#">May 3, 2016 at 3:00 PM</a></span></div><p class="comment-content">First point.<br><br>Second point.</p>
<span class="comment-actions"><a>Reply</a> <span class="item-control"><a>Delete</a></span></span></div>
<div class="comment-replies"><div class="comment-thread inline-thread"><ol><li class="comment" id="c102"><div class="comment-block"><div class="comment-header">
<cite class="user">Ben</cite><span class="datetime"><a>May 3, 2016 at 4:00 PM</a></span></div><p class="comment-content">I disagree.</p></div></li></ol></div></div></li>
<li class="comment" id="c103"><div class="comment-block"><div class="comment-header"><cite class="user">Cem</cite>
<span class="datetime"><a>May 4, 2016 at 9:00 AM</a></span></div><p class="comment-content">Interesting!</p></div></li></ol></div></div>"""

DRUPAL = """<section id="comments"><h2>Comments</h2><a id="comment-1"></a><article class="comment first odd"><header><p class="submitted">
<span class="username">Ann</span> on <time datetime="2016-05-03T15:00:00+01:00">3 May</time></p><a class="permalink" href="/comment/1">Permalink</a></header>
<div class="field field-name-comment-body"><p>First point.</p><p>Second point.</p></div></article>
<div class="indented"><a id="comment-2"></a><article class="comment even"><header><p class="submitted"><span class="username">Ben</span> on
<time datetime="2016-05-03T16:00:00+01:00">3 May</time></p></header><div class="field field-name-comment-body"><p>I disagree.</p></div></article></div>
<a id="comment-3"></a><article class="comment odd"><header><p class="submitted"><span class="username">Cem</span> on <time datetime="2016-05-04T09:00:00+01:00">4 May</time></p></header>
<div class="field field-name-comment-body"><p>Interesting!</p></div></article></section>"""

TYPEPAD = """<div class="comments" id="all-comments"><h3 class="comments-header">Comments</h3><div class="comments-content">
<div id="comment-6a00d8341c57a853ef01" class="comment comment-odd"><div class="comment-content"><p>First point.</p><p>Second point.</p></div>
<p class="comment-footer">Posted by: <a rel="nofollow" href="http://a.example">Ann</a> | <a href="#1">05/03/2016 at 03:00 PM</a></p></div>
<div id="comment-6a00d8341c57a853ef02" class="comment comment-even"><div class="comment-content"><p>I disagree.</p></div>
<p class="comment-footer">Posted by: Ben | <a href="#2">05/03/2016 at 04:00 PM</a></p></div>
<div id="comment-6a00d8341c57a853ef03" class="comment comment-odd"><div class="comment-content"><p>Interesting!</p></div>
<p class="comment-footer">Posted by: Cem | <a href="#3">05/04/2016 at 09:00 AM</a></p></div></div></div>"""

MOVABLE_TYPE = """<div id="comments"><h2>Comments</h2><div class="commentbody by-ann"><a name="c1"></a><div id="c1001"><p>First point.</p><p>Second point.</p></div>
<p class="posted">Posted by: Ann at <a href="#c1">May 3, 2016 3:00 PM</a></p></div>
<div class="commentbody by-ben"><a name="c2"></a><div id="c1002"><p>I disagree.</p></div><p class="posted">Posted by: Ben at <a href="#c2">May 3, 2016 4:00 PM</a></p></div>
<div class="commentbody by-cem"><a name="c3"></a><div id="c1003"><p>Interesting!</p></div><p class="posted">Posted by: Cem at <a href="#c3">May 4, 2016 9:00 AM</a></p></div></div>"""

DEFINITION_LIST = """<dl id="comment_list"><dt id="comment-1" class="comment"><span class="comment_author">Ann</span> <span class="comment_time">May 3, 2016 at 3:00 pm</span></dt>
<dd class="comment"><p>First point.</p><p>Second point.</p></dd><dt id="comment-2" class="comment"><span class="comment_author">Ben</span>
<span class="comment_time">May 3, 2016 at 4:00 pm</span></dt><dd class="comment"><p>I disagree.</p></dd>
<dt id="comment-3" class="comment"><span class="comment_author">Cem</span> <span class="comment_time">May 4, 2016 at 9:00 am</span></dt><dd class="comment"><p>Interesting!</p></dd></dl>"""

NUMBERED = """<div class="p-comment_CommentThread"><div id="c71" class="p-comment_Comment commentbody"><div class="c_author"><a href="/u/ann">Ann</a></div>
<div class="c_text"><p>First point.</p><p>Second point.</p></div><span class="commentdate"><a href="#c71">#1</a> - Tue May 3, 2016 3:00 PM EDT</span></div>
<div id="c72" class="p-comment_Comment commentbody"><div class="c_author"><a href="/u/ben">Ben</a></div><div class="c_text"><p>I disagree.</p></div>
<span class="commentdate"><a href="#c72">#1.1</a> - Tue May 3, 2016 4:00 PM EDT</span></div>
<div id="c73" class="p-comment_Comment commentbody"><div class="c_author"><a href="/u/cem">Cem</a></div><div class="c_text"><p>Interesting!</p></div>
<span class="commentdate"><a href="#c73">#2</a> - Wed May 4, 2016 9:00 AM EDT</span></div></div>"""

IN_REPLY_TO = """<section class="reader-comments"><div class="comment" id="comment_1"><div class="info"><span class="author">Ann</span>
<span class="date">/ May 3, 2016 at 03:00 pm</span></div><div class="content"><p>First point.</p><p>Second point.</p></div></div>
<div class="comment" id="comment_2"><div class="info"><span class="author">Ben</span> <span class="inreply">replying to a <a href="#c1">comment from Ann</a></span>
<span class="date">/ May 3, 2016 at 04:00 pm</span></div><div class="content">I disagree.</div></div>
<div class="comment" id="comment_3"><div class="info"><span class="author">Cem</span><span class="date">/ May 4, 2016 at 09:00 am</span></div><div class="content">Interesting!</div></div></section>"""

MICRODATA = """<div class="talk"><ul><li itemprop="comment" itemscope itemtype="https://schema.org/Comment" data-comment-id="a1"><span itemprop="author">Ann</span>
<time itemprop="dateCreated" datetime="2016-05-03T15:00:00Z">3 May</time><div itemprop="text"><p>First point.</p><p>Second point.</p></div></li>
<li itemprop="comment" itemscope itemtype="https://schema.org/Comment" data-comment-id="a2" data-parent-id="a1"><span itemprop="author">Ben</span>
<time itemprop="dateCreated" datetime="2016-05-03T16:00:00Z">3 May</time><div itemprop="text">I disagree.</div></li>
<li itemprop="comment" itemscope itemtype="https://schema.org/Comment" data-comment-id="a3"><span itemprop="author">Cem</span>
<time itemprop="dateCreated" datetime="2016-05-04T09:00:00Z">4 May</time><div itemprop="text">Interesting!</div></li></ul></div>"""

INDENTED = """<div class="kommentare"><div class="kommentar level-0"><strong>Ann</strong> <em>3. Mai 2016, 15:00 Uhr</em><p>First point.</p><p>Second point.</p></div>
<div class="kommentar level-1"><strong>Ben</strong> <em>3. Mai 2016, 16:00 Uhr</em><p>I disagree.</p></div>
<div class="kommentar level-0"><strong>Cem</strong> <em>4. Mai 2016, 9:00 Uhr</em><p>Interesting!</p></div></div>"""

OTHER_CLASS_FOR_REPLIES = """<div class="comments"><div class="comment-item"><span class="username">Ann</span><span class="time">3 May 2016 15:00</span>
<div class="text"><p>First point.</p><p>Second point.</p></div><div class="comment-replies"><div class="comment-reply"><span class="username">Ben</span>
<span class="time">3 May 2016 16:00</span><div class="text">I disagree.</div></div></div></div>
<div class="comment-item"><span class="username">Cem</span><span class="time">4 May 2016 09:00</span><div class="text">Interesting!</div></div></div>"""

FAMILIES = {
    "wordpress": (WORDPRESS, True),
    "disqus": (DISQUS, True),
    "blogger": (BLOGGER, True),
    "drupal": (DRUPAL, True),
    "typepad": (TYPEPAD, False),
    "movable_type": (MOVABLE_TYPE, False),
    "definition_list": (DEFINITION_LIST, False),
    "numbered": (NUMBERED, True),
    "in_reply_to": (IN_REPLY_TO, True),
    "microdata": (MICRODATA, True),
    "indented": (INDENTED, True),
    "other_class_for_replies": (OTHER_CLASS_FOR_REPLIES, True),
}


def thread(markup: str) -> tuple[Comment, ...]:
    return read_page(page("<p>By Jane Doe</p>", after=markup)).comments


@pytest.mark.parametrize("family", FAMILIES)
def test_writers_and_words(family: str) -> None:
    comments = thread(FAMILIES[family][0])
    assert [(c.author, c.text) for c in comments] == [
        ("Ann", "First point.\n\nSecond point."),
        ("Ben", "I disagree."),
        ("Cem", "Interesting!"),
    ]
    assert [c.id for c in comments] == [0, 1, 2]


@pytest.mark.parametrize("family", FAMILIES)
def test_replies(family: str) -> None:
    markup, is_threaded = FAMILIES[family]
    assert [c.parent for c in thread(markup)] == ([None, 0, None] if is_threaded else [None, None, None])


@pytest.mark.parametrize("family", set(FAMILIES) - {"disqus", "typepad"})
def test_times(family: str) -> None:
    times = [c.published or "" for c in thread(FAMILIES[family][0])]
    assert [t[:16] for t in times] == ["2016-05-03T15:00", "2016-05-03T16:00", "2016-05-04T09:00"]


@pytest.mark.parametrize("family", FAMILIES)
def test_no_comment_reaches_the_article(family: str) -> None:
    story = read_page(page("<p>By Jane Doe</p>", after=FAMILIES[family][0]))
    assert story.body == PARAGRAPHS
    assert [a.name for a in story.authors] == ["Jane Doe"]


def test_a_commenter_is_never_the_author() -> None:
    assert read_page(page(after=WORDPRESS)).authors == ()


def test_a_single_comment_is_found() -> None:
    one = WORDPRESS[: WORDPRESS.index('<ol class="children">')] + "</li></ol></div>"
    assert [c.author for c in thread(one)] == ["Ann"]


def test_forms_and_counts_alone_are_no_thread() -> None:
    markup = "<div id='comments'><h3>0 Comments</h3><p>Be the first to comment.</p><form><label>Name</label><textarea></textarea></form></div>"
    assert thread(markup) == ()


def test_recent_comments_and_related_stories_are_no_thread() -> None:
    widget = "<ul id='recentcomments'>" + "".join(
        f"<li class='recentcomments'><span class='comment-author-link'>User {i}</span> on <a href='/s{i}'>Story number {i}</a></li>"
        for i in range(5)
    )
    related = "".join(
        f"<div class='post'><a href='/s{i}'>Story number {i} of the week</a><span class='author'>Jane Doe</span><time datetime='2016-05-0{i + 1}'>May</time></div>"
        for i in range(5)
    )
    assert thread(f"<aside>{widget}</ul></aside><div class='related-posts'>{related}</div>") == ()


def test_thread_of_a_thousand_is_read_once_each() -> None:
    items = "".join(
        f"<li id='comment-{i}' class='comment depth-1'><cite class='fn'>User {i}</cite><time datetime='2016-05-03'>May 3</time><p>Remark number {i}.</p></li>"
        for i in range(1000)
    )
    comments = thread(f"<ol class='commentlist'>{items}</ol>")
    assert [c.text for c in comments] == [f"Remark number {i}." for i in range(1000)]
