"""What a comment replies to, where the markup does not say it in so many words."""

from __future__ import annotations

from tests.read.pages import page
from whowhom.read import read_page


def parents(thread: str) -> list[int | None]:
    """Each comment's parent in a page with this thread."""
    return [comment.parent for comment in read_page(page(after=thread)).comments]


def post(number: int, name: str, words: str, *, style: str = "", kind: str = "comment") -> str:
    return (
        f'<div class="{kind}" id="comment-{number}" style="{style}"><span class="author">{name}</span> '
        f'<span class="date">3 May 2016 15:0{number % 10}</span><div class="text">{words}</div></div>'
    )


def test_a_box_that_bears_a_comments_number_holds_its_replies() -> None:
    inner = f'<div class="list" id="list-302">{post(303, "Cem", "What for?")}{post(304, "Dora", "Why not?")}</div>'
    thread = (
        post(300, "Ann", "First point.") + f'<div class="list" id="list-300">{post(301, "Ben", "I disagree.")}</div>'
    )
    thread += post(302, "Eve", "Second point.") + inner
    assert parents(f'<div id="comments"><div class="list" id="list-0">{thread}</div></div>') == [None, 0, None, 2, 2]


def test_indentation_in_em_from_zero_tells_depth() -> None:
    depths = ["0em", "2.5em", "5em", "0em"]
    thread = "".join(
        post(500 + i, name, f"Point {name}.", style=f"margin-left:{depth};padding-left:10px")
        for i, (name, depth) in enumerate(zip(["Ann", "Ben", "Cem", "Dora"], depths, strict=True))
    )
    assert parents(f'<div id="comments">{thread}</div>') == [None, 0, 1, None]


def test_the_box_around_all_comments_is_none_of_them() -> None:
    thread = "".join(post(500 + i, name, f"Point {name}.") for i, name in enumerate(["Ann", "Ben", "Cem"]))
    box = f'<div class="comments-all" id="comment-0"><h3>Talk (3)</h3>{thread}<div><b>Add a comment</b></div></div>'
    story = read_page(page(after=box))
    assert [(c.author, c.parent) for c in story.comments] == [("Ann", None), ("Ben", None), ("Cem", None)]


def _bare(name: str, words: str) -> str:
    return (
        f'<div class="_x1 _k"><a class="ActorName" href="https://people.example/{name}">{name}</a>'
        f'<div class="_w">{words}</div><a href="#">Like</a> <a href="#">Reply</a> <abbr>2 yrs</abbr></div>'
    )


def test_conversations_in_nameless_boxes_open_with_what_the_rest_replies_to() -> None:
    one = f'<div class="_q">{_bare("Ann", "First.")}<div class="_r _s"><div class="_t">{_bare("Ben", "No.")}</div></div></div>'
    two = f'<div class="_q">{_bare("Cem", "Second.")}</div>'
    assert parents(f'<div id="comments">{one}{two}</div>') == [None, 0, None]


def test_comments_in_two_columns_reply_to_nobody() -> None:
    row = '<div class="row"><div class="col">{}</div><div class="col">{}</div></div>'
    rows = row.format(_bare("Ann", "First."), _bare("Ben", "No.")) + row.format(_bare("Cem", "2."), _bare("Di", "3."))
    assert parents(f'<div id="comments">{rows}</div>') == [None] * 4


GONE = '<div class="comment" id="comment-501"><div class="text">This comment was deleted.</div>{}</div>'


def test_a_removed_comment_that_is_answered_keeps_its_place() -> None:
    inner = GONE.format(post(502, "Ben", "No need for that language."))
    thread = f'<div id="comments">{post(500, "Ann", "First point.")}{inner}{post(503, "Cem", "Bye.")}</div>'
    found = [(c.author, c.text, c.parent) for c in read_page(page(after=thread)).comments]
    assert found[1:3] == [(None, "This comment was deleted.", None), ("Ben", "No need for that language.", 1)]


def test_a_removed_comment_that_nobody_answered_is_left_out() -> None:
    thread = f'<div id="comments">{post(500, "Ann", "First point.")}{GONE.format("")}{post(503, "Cem", "Bye.")}</div>'
    assert [c.author for c in read_page(page(after=thread)).comments] == ["Ann", "Cem"]


def test_a_link_with_the_name_of_the_comment_it_points_at_answers_it() -> None:
    links = ["", '<a href="#comment-500">↑ Ann</a>', '<a class="to" href="#comment-501">@Ben</a>']
    thread = "".join(
        post(500 + i, name, f"Point {name}.").replace("</span><div", f"</span>{link}<div")
        for i, (name, link) in enumerate(zip(["Ann", "Ben", "Cem"], links, strict=True))
    )
    assert parents(f'<div id="comments">{thread}</div>') == [None, 0, 1]


def test_margins_in_one_word_tell_depth() -> None:
    thread = "".join(
        post(500 + i, name, f"Point {name}.", style=f"margin:0 0 10px {20 * depth}px")
        for i, (name, depth) in enumerate(zip(["Ann", "Ben", "Cem"], [0, 1, 0], strict=True))
    )
    assert parents(f'<div id="comments">{thread}</div>') == [None, 0, None]


def numbered(number: int, words: str) -> str:
    return (
        f'<li class="comment" id="k{number}"><span class="no">{number}</span> <b class="author">Reader {number}</b> '
        f'<span class="date">3 May 2016 15:0{number}</span><div class="text"><p>{words}</p></div></li>'
    )


def test_words_that_open_with_the_number_of_an_earlier_comment_answer_it() -> None:
    opened = [
        "First point here.",
        "Second point here.",
        '<a href="#k1">#1</a> Well said.',
        '<a class="q" href="/a/7.html#k2">&gt;&gt;2</a> Not so, and here is why.',
        "@4: of course it is so.",
        'As <a href="#k1">#1</a> says, all is well.',
        "#1 priority is the bridge.",
        "3 people told me the same.",
        '<a href="#k9">#9</a> This one is yet to come.',
    ]
    thread = "".join(numbered(i, words) for i, words in enumerate(opened, start=1))
    told = [None, None, 0, 1, 3, None, None, None, None]
    assert parents(f'<div id="comments"><h3>Comments</h3><ol>{thread}</ol></div>') == told
