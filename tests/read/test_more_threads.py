"""Threads in markup that the other families do not cover: older and newer systems, BEM classes, none at all."""

from __future__ import annotations

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page

OLD_BLOGGER = """<div id="comments"><h4>3 comments:</h4><dl id="comments-block">
<dt class="comment-author blogger-comment-icon" id="c1234"><a name="c1234"></a><a href="http://www.blogger.com/profile/1" rel="nofollow">Ann</a> said...</dt>
<dd class="comment-body"><p>First point.<br/><br/>Second point.</p></dd><dd class="comment-footer">
<span class="comment-timestamp"><a href="#">May 3, 2016 at 3:00 PM</a></span></dd>
<dt class="comment-author" id="c1235"><a name="c1235"></a>Ben said...</dt><dd class="comment-body">
<p>I disagree.</p></dd><dd class="comment-footer">
<span class="comment-timestamp"><a href="#">May 3, 2016 at 4:00 PM</a></span></dd>
<dt class="comment-author" id="c1236"><a name="c1236"></a>Anonymous said...</dt><dd class="comment-body">
<p>Interesting!</p></dd><dd class="comment-footer">
<span class="comment-timestamp"><a href="#">May 4, 2016 at 9:00 AM</a></span></dd></dl></div>"""

INTENSE_DEBATE = """<div id="idc-container"><div id="idc-cover"><div class="idc-c" id="IDComment7001"><div class="idc-c-h">
<div class="idc-c-h-inner"><p class="idc-i"><img class="idc-avatar"></p><div class="idc-v">
<span class="idc-v-total">0</span></div>
<p class="idc-n"><a href="http://x">Ann</a> <a class="idc-permalink" href="#">· 7 weeks ago</a></p></div></div>
<div class="idc-c-t" id="IDC-CommentText7001"><div class="idc-c-t-inner"><p>First point.</p>
<p>Second point.</p></div></div><div class="idc-c-m"><a>Reply</a></div></div>
<div class="idc-thread" id="IDThread1"><div class="idc-c idc-reply" id="IDComment7002"><div class="idc-c-h">
<div class="idc-c-h-inner">
<p class="idc-n"><a>Ben</a> <a class="idc-permalink" href="#">· 6 weeks ago</a></p></div></div>
<div class="idc-c-t" id="IDC-CommentText7002"><div class="idc-c-t-inner">I disagree.</div></div></div></div>
<div class="idc-c" id="IDComment7003"><div class="idc-c-h">
<p class="idc-n"><a>Cem</a> <a class="idc-permalink">· 6 weeks ago</a></p></div>
<div class="idc-c-t" id="IDC-CommentText7003">
<div class="idc-c-t-inner">Interesting!</div></div></div></div></div>"""

RESPONSES_IN_LISTS = """<div class="discussion"><ul class="d-thread">
<li class="d-comment d-comment--top-level" itemscope itemtype="http://schema.org/Comment" id="comment-5001" data-comment-author="Ann">
<div class="d-comment__inner"><div class="d-comment__meta">
<span class="d-comment__author" itemprop="author"><a href="/user/1" itemprop="name">Ann</a></span>
<time class="js-timestamp" datetime="2016-05-03T15:00:00Z">3 May</time>
<span class="d-comment__recommend-count">12</span></div><div class="d-comment__body" itemprop="text">
<p>First point.</p><p>Second point.</p></div>
<div class="d-comment__actions"><button>Reply</button><a>Share on Facebook</a><a>Report</a></div></div><ul class="d-thread d-thread--responses">
<li class="d-comment d-comment--response" itemscope itemtype="http://schema.org/Comment" id="comment-5002">
<div class="d-comment__inner"><div class="d-comment__meta">
<span class="d-comment__author" itemprop="author"><a itemprop="name">Ben</a></span>
<span class="d-comment__reply-to-author">Ann</span> <time datetime="2016-05-03T16:00:00Z">x</time></div>
<div class="d-comment__body" itemprop="text"><p>I disagree.</p></div></div></li></ul></li>
<li class="d-comment" itemscope itemtype="http://schema.org/Comment" id="comment-5003">
<div class="d-comment__meta"><span itemprop="author">Cem</span>
<time datetime="2016-05-04T09:00:00Z">x</time></div><div itemprop="text">
<p>Interesting!</p></div></li></ul></div>"""

CSS_MODULES = """<section class="Comments_root__x1"><h2>Comments (3)</h2><div class="CommentItem_wrapper__a9">
<div class="CommentItem_header__b"><span class="CommentItem_userName__c">Ann</span>
<span class="CommentItem_timestamp__d">2 hours ago</span></div>
<div class="CommentItem_body__e">First point.<br><br>Second point.</div><button>Reply</button>
<div class="CommentItem_replies__f"><div class="CommentItem_wrapper__a9"><div class="CommentItem_header__b">
<span class="CommentItem_userName__c">Ben</span><span class="CommentItem_timestamp__d">1 hour ago</span></div>
<div class="CommentItem_body__e">I disagree.</div></div></div></div><div class="CommentItem_wrapper__a9">
<div class="CommentItem_header__b"><span class="CommentItem_userName__c">Cem</span>
<span class="CommentItem_timestamp__d">1 hour ago</span></div>
<div class="CommentItem_body__e">Interesting!</div></div></section>"""

BARE_LIST = """<div class="reader-comments"><h3>Readers' comments</h3><ul><li><b>Ann</b>, London - May 3, 2016 15:00
<p>First point.</p><p>Second point.</p></li><li><b>Ben</b>, Leeds - May 3, 2016 16:00<p>I disagree.</p></li>
<li><b>Cem</b>, Ankara - May 4, 2016 09:00<p>Interesting!</p></li></ul></div>"""

HEADINGS = """<div id="kommentare"><h2>3 Kommentare</h2><h4 class="kommentar-kopf">Ann am 3. Mai 2016 um 15:00 Uhr</h4>
<p>First point.</p><p>Second point.</p><h4 class="kommentar-kopf">Ben am 3. Mai 2016 um 16:00 Uhr</h4>
<p>I disagree.</p><h4 class="kommentar-kopf">Cem am 4. Mai 2016 um 9:00 Uhr</h4><p>Interesting!</p></div>"""

SIGNATURES_AFTER = """<div class="comments-body"><a id="comments"></a><h3>Comments</h3><div class="comment-text"><p>First point.</p>
<p>Second point.</p></div><span class="comments-post">Posted by: Ann at May 3, 2016 3:00 PM</span>
<div class="comment-text"><p>I disagree.</p></div>
<span class="comments-post">Posted by: Ben at May 3, 2016 4:00 PM</span><div class="comment-text">
<p>Interesting!</p></div><span class="comments-post">Posted by: Cem at May 4, 2016 9:00 AM</span></div>"""

TABLE_ROWS = """<table id="commenttable">
<tr class="comment_head"><td><a name="c1"></a><b>Ann</b> wrote on 3 May 2016, 15:00</td></tr>
<tr class="comment_text"><td>First point.<br><br>Second point.</td></tr>
<tr class="comment_head"><td><b>Ben</b> wrote on 3 May 2016, 16:00</td></tr>
<tr class="comment_text"><td>I disagree.</td></tr>
<tr class="comment_head"><td><b>Cem</b> wrote on 4 May 2016, 9:00</td></tr>
<tr class="comment_text"><td>Interesting!</td></tr></table>"""

UNCLASSED = """<div id="feedback"><h3>3 Responses to “Harbour talks open”</h3><ol><li>
<p><a href="http://ann.example" rel="external nofollow">Ann</a> Says:<br><small>May 3rd, 2016 at 3:00 pm</small></p>
<p>First point.</p><p>Second point.</p></li><li><p>Ben Says:<br><small>May 3rd, 2016 at 4:00 pm</small></p>
<p>I disagree.</p></li><li><p>Cem Says:<br><small>May 4th, 2016 at 9:00 am</small></p>
<p>Interesting!</p></li></ol></div>"""

TITLED = """<div id="comments"><h2 class="comments">Comments</h2><a id="comment-901"></a><div class="comment odd">
<h3><a href="#">First thoughts</a></h3>
<div class="submitted">Submitted by Ann (not verified) on Tue, 2016-05-03 15:00.</div><div class="content">
<p>First point.</p><p>Second point.</p></div><ul class="links">
<li class="comment_reply"><a href="#">reply</a></li></ul></div><div class="indented"><a id="comment-902"></a>
<div class="comment even"><h3><a href="#">No</a></h3>
<div class="submitted">Submitted by Ben on Tue, 2016-05-03 16:00.</div><div class="content">
<p>I disagree.</p></div></div></div><a id="comment-903"></a><div class="comment odd"><h3><a>Hm</a></h3>
<div class="submitted">Submitted by Cem on Wed, 2016-05-04 09:00.</div><div class="content">
<p>Interesting!</p></div></div></div>"""

MARGINS = """<div class="disqus-like comments-area"><div class="cmt" style="margin-left:0px"><p class="cmt-user">Ann
<span class="cmt-date">2016-05-03 15:00</span></p>
<div class="cmt-text">First point.<br><br>Second point.</div></div><div class="cmt" style="margin-left:20px">
<p class="cmt-user">Ben <span class="cmt-date">2016-05-03 16:00</span></p>
<div class="cmt-text">I disagree.</div></div><div class="cmt" style="margin-left:0px"><p class="cmt-user">Cem
<span class="cmt-date">2016-05-04 09:00</span></p><div class="cmt-text">Interesting!</div></div></div>"""

CORAL = """<div id="coral_thread"><section aria-label="Comments">
<div class="coral coral-comment coral-indent-0" id="comment-aa1">
<div class="coral-comment-topBar"><button class="coral-username coral-comment-username">
<span>Ann</span></button>
<time class="coral-timestamp coral-comment-timestamp" datetime="2016-05-03T15:00:00.000Z" title="5/3/2016">1 day ago</time></div>
<div class="coral-content coral-comment-content"><p>First point.</p><p>Second point.</p></div>
<div class="coral-comment-actionBar"><button>Respect</button></div></div>
<div class="coral coral-comment coral-reply coral-indent-1" id="comment-aa2"><div class="coral-comment-topBar">
<span class="coral-username">Ben</span><time datetime="2016-05-03T16:00:00.000Z">x</time></div>
<div class="coral-comment-inReplyTo">In reply to <span>Ann</span></div><div class="coral-content">
<p>I disagree.</p></div></div><div class="coral coral-comment coral-indent-0" id="comment-aa3"><div>
<span class="coral-username">Cem</span><time datetime="2016-05-04T09:00:00.000Z">x</time></div>
<div class="coral-content"><p>Interesting!</p></div></div></section></div>"""

FAMILIES = {
    "old_blogger": (OLD_BLOGGER, False),
    "intense_debate": (INTENSE_DEBATE, True),
    "responses_in_lists": (RESPONSES_IN_LISTS, True),
    "css_modules": (CSS_MODULES, True),
    "bare_list": (BARE_LIST, False),
    "headings": (HEADINGS, False),
    "signatures_after": (SIGNATURES_AFTER, False),
    "table_rows": (TABLE_ROWS, False),
    "unclassed": (UNCLASSED, False),
    "titled": (TITLED, True),
    "margins": (MARGINS, True),
    "coral": (CORAL, True),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_who_said_what_to_whom(family: str) -> None:
    markup, is_threaded = FAMILIES[family]
    story = read_page(page("<p>By Jane Doe</p>", after=markup))
    titles = {"First thoughts\n\n", "No\n\n", "Hm\n\n"} if family == "titled" else {""}
    texts = [comment.text for comment in story.comments]
    assert len(texts) == 3
    for text, expected in zip(texts, ("First point.\n\nSecond point.", "I disagree.", "Interesting!"), strict=True):
        assert text in {title + expected for title in titles}
    assert [c.author for c in story.comments] in (["Ann", "Ben", "Cem"], ["Ann", "Ben", "Anonymous"])
    assert [c.parent for c in story.comments] == [None, 0 if is_threaded else None, None]
    assert story.body == PARAGRAPHS
    assert [author.name for author in story.authors] == ["Jane Doe"]


LINKED = """<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "Harbour talks open with six delegations",
"comment": [{"@type": "Comment", "text": "First point.", "author": {"name": "Ann"}, "dateCreated": "2016-05-03T15:00:00Z",
"comment": [{"@type": "Comment", "text": "I disagree.", "author": {"name": "Ben"}}]}, {"@type": "Comment", "text": ""}]}</script>"""


def test_thread_that_only_json_ld_tells() -> None:
    comments = read_page(page(head=LINKED)).comments
    assert [(c.author, c.parent, c.text) for c in comments] == [
        ("Ann", None, "First point."),
        ("Ben", 0, "I disagree."),
    ]
    assert comments[0].published == "2016-05-03T15:00:00+00:00"


REPLIES_BY_CLASS = """<section class="comments">
<article class="comment" id="comment1"><h3 class="comment__author">Ann</h3><time datetime="2016-05-03T15:00:00Z">x</time>
<div itemprop="text"><p>First point.</p></div></article>
<article class="comment child" id="comment2"><h3 class="comment__author">Ben</h3><time datetime="2016-05-03T16:00:00Z">x</time>
<div itemprop="text"><p>I disagree.</p></div></article>
<article class="comment" id="comment3"><h3 class="comment__author">Cem</h3><time datetime="2016-05-04T09:00:00Z">x</time>
<div itemprop="text"><p>Interesting!</p></div></article></section>"""

LEVELS_OF_WRAPPERS = (
    "<section class='comments'>"
    + "".join(
        f"<div class='box box-{level}'><div class='indent-level{level}'><article class='comment' id='comment-9a{i}e'>"
        f"<span class='username'>{name}</span> <time datetime='2016-05-03T1{i}:00:00Z'>x</time><div class='content'>"
        f"<p>{text}</p></div></article></div></div>"
        for i, (level, name, text) in enumerate(
            [(0, "Ann", "First point."), (1, "Ben", "I disagree."), (0, "Cem", "Interesting!")]
        )
    )
    + "</section>"
)


@pytest.mark.parametrize("thread", [REPLIES_BY_CLASS, LEVELS_OF_WRAPPERS])
def test_a_reply_is_told_by_its_class_or_its_wrapper(thread: str) -> None:
    comments = read_page(page(after=thread)).comments
    assert [(c.author, c.parent) for c in comments] == [("Ann", None), ("Ben", 0), ("Cem", None)]


def test_a_sidebar_of_the_newest_comments_is_no_thread() -> None:
    side = "".join(
        f"<div class='comment_wrap'><span class='author'>{name}</span> about <a href='/{slug}.html#c{i}12'>{slug}</a>"
        f"<span class='date'>1{i}.06.2010 11:04</span><div class='comment_body'>I had the same.</div></div>"
        for i, (name, slug) in enumerate([("Ann", "wool"), ("Ben", "tar"), ("Cem", "salt"), ("Dee", "rope")])
    )
    assert read_page(page(after=f"<div class='newest'>{side}</div>")).comments == ()


def test_words_from_other_talks_within_links_are_no_thread() -> None:
    one = (
        "<li><a href='/s/{0}'><h3>Story {0}</h3><ul class='meta'><li class='time'>2 days ago</li></ul><div class='{1}'>"
        "<span class='{1}__author'>Old Hand</span> Quite right, and high time.</div></a></li>"
    )
    for name in ("recommend-comment", "recommend-top-comment"):
        box = "".join(one.format(i, name) for i in range(4))
        assert read_page(page(after=f"<section class='comments-wrap'><ul>{box}</ul></section>")).comments == ()


_TITLED = {
    "subject": '<div><i class="no">{i}</i> <i class="subject">{t}</i></div><div><span>{n}</span> <i class="date">{d}</i></div>',
    "heading": '<h4 class="betreff">{t}</h4><p>{n}, {d}</p>',
    "link": '<strong class="asunto">{t}</strong><br><a href="/u/{i}">{n}</a> <small>{d}</small>',
    "line": '<b class="title">{t}</b> <span>{n}</span> <span>{d}</span>',
    "server": '<b id="ctl0_Content_List_{i}_lblTitle">{t}</b><b id="ctl0_Content_List_{i}_lblName">{n}</b><i>{d}</i>',
    "no title": '<h4 class="comment-title">{n}</h4><span class="date">{d}</span>',
}


@pytest.mark.parametrize("kind", _TITLED)
def test_what_is_called_a_title_is_no_name_where_another_stands(kind: str) -> None:
    told = zip(
        ["Ann", "Ben Roe", "Cem", "Dora Fisk"], ["What a day", "Not so fast", "Numbers", "Last word"], strict=True
    )
    thread = "".join(
        f'<div class="comment" id="c{i}">{_TITLED[kind].format(i=i, n=n, t=t, d=f"3 May 2016 15:0{i}")}'
        f'<div class="text">Words of {n} here.</div></div>'
        for i, (n, t) in enumerate(told)
    )
    comments = read_page(page(after=f'<div id="comments"><h3>Comments (4)</h3>{thread}</div>')).comments
    assert [comment.author for comment in comments] == ["Ann", "Ben Roe", "Cem", "Dora Fisk"]
    title = "" if kind == "no title" else "Not so fast\n\n"
    assert comments[1].text == f"{title}Words of Ben Roe here."
