"""Pages saved as text: headline, standfirst, author box and a thread of bullets, or plain paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whowhom.errors import InputError
from whowhom.read.build import build_story, clean
from whowhom.read.bylines import parse_byline
from whowhom.read.dates import parse_date
from whowhom.records import Author, AuthorProfile, Comment, RecentPost, Story

_BULLET = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>[•‣▪◦●○∙·*+-])[ \t]+(?P<text>\S.*)$")
_POSTS = re.compile(
    r"^(?:last|latest|recent)\s+(?:\d+\s+)?(?:posts?|articles|stories|entries)\s+by\s+(?P<name>.{2,60})$", re.I
)
_AUTHOR = re.compile(r"^(?:about the author|author)\s*[:–—-]\s*(?P<name>\S.{1,60})$", re.I)
_ABOUT = re.compile(r"^about (?:the author|(?P<name>[A-Z]\S+(?: [A-Z]\S+){1,3}))$")
_MORE_POSTS = re.compile(r"^(?:view|see|read) all (?:posts|articles|stories)", re.I)
_POST_DATE = re.compile(r"^(?P<title>.+?)\s+[-–—|(]\s*(?P<date>[^-–—|()]*\d{4})\)?$")
_COMMENTS_HEAD = re.compile(
    r"^(?:(?:\d+|no|one|two|three)\s+)?(?:comments?|responses?|replies|thoughts)(?:\s+(?:on|to|for)\s.*"
    r"|\s*\(\d+\))?:?$",
    re.I,
)
_FURNITURE = re.compile(
    r"^(?:reply|share|like|share this:?|print|e-?mail|tweet|permalink|report|flag|leave a (?:reply|comment)"
    r"|log in to reply"
    r"|click to .{3,60}|facebook|twitter|\d+ (?:likes?|votes?)|edit|view replies)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    bullet: bool
    text: str


def read_text(text: str, *, file: str | None = None) -> Story:
    """The story in a page saved as text; InputError when there is no article text."""
    lines = [_parse_line(line) for line in text.splitlines()]
    if not any(line and line.text for line in lines):
        raise InputError(file or "text", "empty")
    blocks = _join_blocks(lines)
    article, thread = _split_thread(blocks)
    article, profile = _take_profile(article)
    headline, dek, rest = _take_headline(article)
    authors, published, body = _take_byline(rest)
    if not authors and profile and profile.name:
        authors = (Author(profile.name),)
    return build_story(
        file=file,
        headline=headline,
        dek=dek,
        authors=authors,
        published=published,
        body=tuple(body),
        author_profile=profile,
        comments=_read_thread(thread),
    )


def _parse_line(line: str) -> _Line | None:
    """A line with its depth; None for an empty one. A bullet's depth is that of its mark."""
    expanded = line.replace("\xa0", " ").expandtabs(4)
    match = _BULLET.match(expanded)
    if match:
        return _Line(len(match["indent"]), True, clean(match["text"]))
    cleaned = clean(expanded)
    return _Line(len(expanded) - len(expanded.lstrip()), False, cleaned) if cleaned else None


def _join_blocks(lines: Sequence[_Line | None]) -> list[_Line]:
    """Blocks between empty lines; lines of one paragraph wrapped at a fixed width are joined."""
    blocks: list[_Line] = []
    width = _wrap_width(lines)
    previous: _Line | None = None
    for line in lines:
        if line is None:
            previous = None
            continue
        wrapped = previous is not None and not line.bullet and width and len(previous.text) + previous.indent >= width
        if wrapped and blocks:
            blocks[-1] = _Line(blocks[-1].indent, blocks[-1].bullet, f"{blocks[-1].text} {line.text}")
        else:
            blocks.append(line)
        previous = line
    return blocks


def _wrap_width(lines: Sequence[_Line | None]) -> int:
    """The least length of a line that was wrapped (60 to 100 columns), 0 when lines are whole paragraphs."""
    lengths = [len(line.text) + line.indent for line in lines if line]
    longest = max(lengths)
    near = sum(length > longest * 0.75 for length in lengths)
    return int(longest * 0.75) if 50 <= longest <= 100 and near >= max(4, len(lengths) * 0.4) else 0


def _split_thread(blocks: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """The article's blocks and the thread's: the thread starts where a short bullet is followed by deeper text."""
    for i, block in enumerate(blocks):
        if _COMMENTS_HEAD.match(block.text) and any(b.bullet for b in blocks[i + 1 : i + 3]) and i > 1:
            return blocks[:i], blocks[i + 1 :]
        if block.bullet and _opens_comment(blocks, i) and i > 0:
            return blocks[:i], blocks[i:]
    return blocks, []


def _opens_comment(blocks: list[_Line], i: int) -> bool:
    block, following = blocks[i], blocks[i + 1 : i + 2]
    is_name = len(block.text) <= 60 and not re.search(r"[.!?:;]$", block.text.rstrip("."))
    return is_name and bool(following) and not following[0].bullet and following[0].indent > block.indent


def _read_thread(blocks: list[_Line]) -> tuple[Comment, ...]:
    """Comments by their bullets; the parent is the nearest earlier bullet less indented."""
    comments: list[Comment] = []
    stack: list[tuple[int, int]] = []
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if not block.bullet:
            i += 1
            continue
        end = _end_of_comment(blocks, i)
        while stack and stack[-1][0] >= block.indent:
            stack.pop()
        comment = _read_comment(blocks[i:end], len(comments), stack[-1][1] if stack else None)
        if comment:
            comments.append(comment)
            stack.append((block.indent, comment.id))
        i = end
    return tuple(comments)


def _end_of_comment(blocks: list[_Line], start: int) -> int:
    """The next bullet that opens a comment; bullets that are lists inside a comment belong to it."""
    end = start + 1
    while end < len(blocks):
        block = blocks[end]
        if block.bullet and _opens_comment(blocks, end):
            break
        if not block.bullet and block.indent == 0 and blocks[start].indent > 0:
            break
        end += 1
    return end


def _read_comment(blocks: list[_Line], number: int, parent: int | None) -> Comment | None:
    paragraphs = [block.text for block in blocks[1:] if not _FURNITURE.match(block.text)]
    published = None
    if paragraphs and len(paragraphs[0]) < 50 and len(paragraphs) > 1:
        published = parse_date(paragraphs[0])
        paragraphs = paragraphs[1:] if published else paragraphs
    author = re.sub(r"\s+(?:says|said|wrote):?$", "", blocks[0].text).rstrip(":")
    return Comment(number, parent, author, published, "\n\n".join(paragraphs)) if paragraphs else None


def _take_profile(blocks: list[_Line]) -> tuple[list[_Line], AuthorProfile | None]:
    """The author box at the end of the article, cut off and read."""
    start = next((i for i, b in enumerate(blocks) if i > 1 and _box_name(b.text) is not None), None)
    if start is None:
        return blocks, None
    name: str | None = None
    bio: list[str] = []
    posts: list[RecentPost] = []
    in_posts = False
    for block in blocks[start:]:
        found = _box_name(block.text)
        if found is not None:
            name, in_posts = name or found or None, bool(_POSTS.match(block.text))
        elif in_posts and (block.bullet or not bio) and not _MORE_POSTS.match(block.text):
            posts.append(_read_post(block.text))
        elif not _MORE_POSTS.match(block.text) and not _FURNITURE.match(block.text):
            bio.append(block.text)
    return blocks[:start], AuthorProfile(name, "\n\n".join(bio) or None, tuple(posts))


def _box_name(text: str) -> str | None:
    """The author named by a line that opens an author box; empty when it opens one without a name."""
    match = _POSTS.match(text) or _AUTHOR.match(text) or _ABOUT.match(text)
    return (match["name"] or "") if match else None


def _read_post(text: str) -> RecentPost:
    match = _POST_DATE.match(text)
    published = parse_date(match["date"]) if match else None
    return RecentPost(match["title"], None, published) if match and published else RecentPost(text)


def _take_headline(blocks: list[_Line]) -> tuple[str | None, str | None, list[_Line]]:
    """Headline (once, however often it is repeated), standfirst and what follows."""
    if not blocks or not _is_headline(blocks[0].text) or len(blocks) == 1:
        return None, None, blocks
    headline, dek = _split_dek(blocks[0].text, blocks[1].text)
    rest = blocks[1:]
    while rest:
        if _same(rest[0].text, headline):
            rest = rest[1:]
        elif rest[0].text.startswith(headline) and rest[0].text[len(headline) :].lstrip()[:1] in ("|", "–", "—"):
            dek, rest = dek or rest[0].text[len(headline) :].lstrip(" |–—") or None, rest[1:]
        else:
            break
    return headline, dek, rest


def _split_dek(first: str, second: str) -> tuple[str, str | None]:
    """ "Headline | Dek" on the very first line, when the page says elsewhere what the headline is."""
    head, bar, tail = (part.strip() for part in first.partition(" | "))
    if bar and (_same(second, head) or len(tail.split()) > 4):
        return head, tail
    return first, None


def _is_headline(text: str) -> bool:
    return len(text) <= 250 and not re.search(r"(?<!\b[A-Z])[.:;,]$", text) and parse_byline(text) == ()


def _same(first: str, second: str) -> bool:
    return first.casefold().strip() == second.casefold().strip()


def _take_byline(blocks: list[_Line]) -> tuple[tuple[Author, ...], str | None, list[str]]:
    """Author and date lines before the first paragraph; the rest is the body."""
    authors: tuple[Author, ...] = ()
    published: str | None = None
    while blocks and len(blocks) > 1 and len(blocks[0].text) < 120:
        text = blocks[0].text
        names = parse_byline(text)
        date = parse_date(text)
        if not names and not date and not _FURNITURE.match(text):
            break
        if date and not names and len(text) > 60:
            break
        authors, published = authors or tuple(Author(name) for name in names), published or date
        blocks = blocks[1:]
    return authors, published, [block.text for block in blocks if not _FURNITURE.match(block.text)]
