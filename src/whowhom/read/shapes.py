"""Comments in markup whose class names mean nothing: blocks of one shape under a heading that speaks of readers.

The last resort of ``units``. A page must say that readers speak (a heading "Responses (4)", controls for replying);
then elements of one tag and class beneath it, or around its controls, are tried as comments.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import SILENT, raw_length, walk
from whowhom.read.groups import BLOCK_TAGS, DIGITS, PAGE_TAGS, Group, Unit, follows_story
from whowhom.read.phrases import REPLY_WORDS

_MAX_BLOCKS = 20_000
_MAX_GROUPS = 20
_HEIGHT = 7
"""How many boxes may lie between a control for replying and its comment."""

_READERS = (
    r"(?:readers?['’]?s? |all |user |your )?(?:comments?|responses?|replies|discussion|conversation|letters|feedback"
    r"|readers (?:write|say|respond|react)|letters to the editor|from our readers|your (?:say|views)"
    r"|have your say|join the (?:conversation|discussion)|what (?:readers|you) (?:say|said|think))"
    r"|(?:leser)?kommentare?|leserbriefe|diskussion|antworten|commentaires?|réactions?|réponses?|comentarios?|opiniones"
    r"|comentários?|respostas|commenti|reacties|komentarze|opinie|kommentarer|kommentit|yorumlar"
    r"|комментари[ий]|обсуждение|коментарі|коментари|komentari|komentáře|diskuse|diskusia|komentarų|hozzászólások|comentarii"
    r"|komentar|bình luận|debatt|keskustelu|σχόλια|التعليقات|تعليقات|نظرات|תגובות|コメント|评论|評論|留言|댓글|टिप्पणियाँ"
)
READERS_HEADING = re.compile(
    rf"^(?:\(?\d+\)? )?(?:vos |ihre |eure |[st]us |vuestr[oa]s |suas |i vostri )?(?:{_READERS})"
    r"(?: from (?:our )?readers| sur le forum)?(?: ?[:(\[–—-]? ?\d+[)\]]?| on .{3,200})?:?$",
    re.I,
)
_REPLY = re.compile(
    rf"^[↩↪⤷]?\s?(?:{REPLY_WORDS})(?: to (?:this|comment|this comment))?\s?[»›]?$",
    re.I,
)
_HEADING_TAGS = frozenset("h1 h2 h3 h4 h5 h6 div span p strong b button summary legend td th font".split())
_CONTROL_TAGS = frozenset("a button span small div p".split())


def group_shapes(tree: HtmlElement) -> list[Group]:
    """Groups of blocks of one tag and class where readers are said to speak; empty where no one says so."""
    headings: list[HtmlElement] = []
    controls: list[HtmlElement] = []
    for element in tree.iter(*(_HEADING_TAGS | _CONTROL_TAGS)):
        if is_control(element):
            controls.append(element)
        elif is_readers_heading(element):
            headings.append(element)
    if len(controls) > 1:
        groups = _by_shape(_with_twins(list(_around(controls))))
        if groups:
            return groups
    for heading in reversed(headings):  # the last heading is nearest to the thread; counters stand above the story
        groups = _by_shape(_beneath(heading), "letters")
        if groups:
            return groups
    return []


def is_control(element: HtmlElement) -> bool:
    """True for what one clicks to reply."""
    text = clean(element.text or "") if len(element.text or "") < 60 else ""
    return bool(text) and len(text) < 40 and element.tag in _CONTROL_TAGS and _REPLY.match(text) is not None


def is_readers_heading(element: HtmlElement) -> bool:
    """True for a line that says that readers speak."""
    if element.tag not in _HEADING_TAGS or len(element.text or "") >= 240 or not clean(element.text or ""):
        return False
    return READERS_HEADING.match(clean("".join(element.itertext())[:240])) is not None


def _around(controls: list[HtmlElement]) -> Iterable[HtmlElement]:
    """The blocks that hold a control each, every one once, in page order."""
    found: dict[HtmlElement, None] = {}
    for control in controls[:_MAX_BLOCKS]:
        chain = []
        for height, box in enumerate(control.iterancestors()):
            if height >= _HEIGHT or box.tag in PAGE_TAGS:
                break
            chain.append(box)
        found.update(dict.fromkeys(reversed(chain)))
    return found


def _with_twins(blocks: list[HtmlElement]) -> Iterable[HtmlElement]:
    """The blocks and those of the same class among their parents' children: some comments have no control."""
    kinds = {(e.tag, e.get("class")) for e in blocks if e.get("class")}
    parents = dict.fromkeys(parent for e in blocks if (parent := e.getparent()) is not None)
    beside = {e for parent in parents for e in parent if (e.tag, e.get("class")) in kinds}
    if beside <= set(blocks):
        return blocks
    wanted = beside | set(blocks)
    return [e for e in blocks[0].getroottree().iter() if e in wanted]


def _beneath(heading: HtmlElement) -> Iterable[HtmlElement]:
    """The blocks after a heading, in the smallest box around it that holds more than the heading."""
    box = heading
    while (parent := box.getparent()) is not None and parent.tag != "html":
        after = [e for e in box.itersiblings() if isinstance(e.tag, str) and e.tag not in SILENT]
        if any(len(clean("".join(e.itertext())[:2000])) > 40 for e in after):
            return [e for top in after for e in walk(top)][:_MAX_BLOCKS]
        box = parent
    return []


def _by_shape(blocks: Iterable[HtmlElement], kind: str = "shape") -> list[Group]:
    """Blocks of one tag and class, two or more of each, outer shapes first, all of them after some story."""
    grouped: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in blocks:
        if (element.tag in BLOCK_TAGS or element.tag == "p") and raw_length(element) > 1:
            grouped[f"{element.tag}.{DIGITS.sub('#', element.get('class') or '')}"].append(element)
    several = [(key, members) for key, members in grouped.items() if len(members) > 1]
    return [
        Group((kind, key), [Unit((e,)) for e in members])
        for key, members in several[:_MAX_GROUPS]
        if follows_story(members[0])
    ]
