"""Headline, standfirst and site name: what is shown beside what is stated."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.bylines import parse_byline
from whowhom.read.credits import words_of
from whowhom.read.dates import parse_date
from whowhom.read.dom import class_and_id, inline_text, raw_length, words
from whowhom.read.metadata import Facts
from whowhom.read.shown import Mark, Shown
from whowhom.read.vocabulary import any_of

_SEPARATOR = re.compile(r"\s+[|–—\-:»·•«~/✩›]+\s+|\s*[|»«：]\s*|\s+::\s+|(?<=\w):\s+|\s*_(?=[A-Z])")
_REMEMBERED = 400
"""Lines are compared many times over, whole pages once."""
_MARK = re.compile(r"\W")
_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_TITLE_WORDS = frozenset({"headline", "storyheadline", "entrytitle", "posttitle", "articletitle", "hed", "hdl"})
_OTHER_TITLES = frozenset("site blog widget section module block page sidebar related comments header".split())
_DEK = re.compile(
    r"(?:^|[\s_-])\w*(?:dek|deck|standfirst|sub-?head(?:line|ing|er)?|sub-?title|subt[ií]tulo|untertitel|undertittel|underrubrik|ondertitel|podtytul|sous-?titre|sub-?deck|strap(?:-?line)?|sottotitolo"
    r"|catenaccio)(?:$|[\s_-])"
    r"|(?:^|[\s_-])(?:chapo|chapeau|preview-?text|lead-?text|lede|article-?(?:summary|lead|intro|description|excerpt)|(?:post|entry"
    r"|story|content)-?(?:summary|intro|excerpt|description)"
    r"|intro(?:text)?|lead|leadtext|vorspann|einleitung|anleser|teaser-?text|summary|excerpt|bajada|entradilla|copete"
    r"|(?:attribute|article|story|news|text|content)-?short|short-?(?:text|desc|description)|kurztext|anrei(?:ss|ß)er|accroche"
    r"|abstract|perex|ingress|manchet|lid|zajawka)(?:$|[\s_-])"
)
_NO_DEK = re.compile(
    rf"^(?:{any_of(words_of('source'))})\s*[:：]"
    r"|\b(?:click to share|share (?:this|on)|updated?:|published|posted (?:on|in|by)|filed under|comments?\b.{0,3}$"
    r"|min(?:ute)?s? read|cookies|subscribe|sign up|log in|photo(?:graph)?s? by|"
    r"getty images|copyright|all rights reserved|advertisement|in new window|written by|reading time)",
    re.I,
)


def find_headline(facts: Facts, shown: Shown, site: str | None) -> tuple[str | None, Mark | None]:
    """The headline without the site's name, and where the page shows it."""
    stated = [*facts.headlines, *([facts.title] if facts.title else [])]
    stated = [title for title in stated if not _is_site(title, site, facts.url)] or stated
    pieces = {normal(piece) for title in stated for piece in [title, *split_title(title)] if len(normal(piece)) > 2}
    marks = [*shown.headings, *_title_lines(shown, pieces)]
    holders = {ancestor for m in marks for ancestor in m.element.iterancestors()}
    marks = [m for m in marks if m.element.tag == "h1" or m.element not in holders]
    last = max(
        (
            m.position
            for m in shown.headings
            if normal(m.text) in pieces and not (m.aside or m.brand or _is_site(m.text, site, facts.url))
        ),
        default=0,
    )
    main = [m for m in shown.headings if m.element.tag == "h1" and not m.brand]
    scored = []
    for rank, mark in enumerate(marks):
        score = _score(mark, stated, pieces, shown, site, facts.url, sole=len(main) == 1)
        # Of two parts of one title that both stand above the same text, the upper one is the site.
        if (
            score > 0.6
            and mark.position < last
            and shown.start_after(mark.position) == shown.start_after(last)
            and _other_part(mark, marks, last)
        ):
            score -= 0.6
        if score > 0:
            scored.append((score, -rank, mark))
    if scored:
        best = max(scored, key=lambda item: item[:2])[2]
        text, is_plain = _without_kicker(best, pieces, stated), best.element.tag == "h1" and not len(best.element)
        return _trim(text, stated, site, facts.url, is_plain=is_plain), best
    if stated:
        return strip_site(stated[0], site, facts.url, sure=True), None
    return None, None


def _other_part(mark: Mark, marks: Sequence[Mark], last: int) -> bool:
    """True when the last of the marks says something else than this one."""
    return any(
        m.position == last and normal(m.text) not in normal(mark.text) and normal(mark.text) not in normal(m.text)
        for m in marks
    )


def split_title(title: str) -> list[str]:
    """A title's heads and tails at each separator: one of them is the headline, another the site."""
    pieces = []
    for match in _SEPARATOR.finditer(title):
        pieces += [title[: match.start()], title[match.end() :]]
    return pieces


def _title_lines(shown: Shown, pieces: set[str]) -> list[Mark]:
    """Lines in any markup that are word for word a part of the page's title."""
    return [mark for mark in shown.lines if 12 < len(mark.text) < 250 and normal(mark.text) in pieces]


def _score(
    mark: Mark, stated: Sequence[str], pieces: set[str], shown: Shown, site: str | None, url: str | None, *, sole: bool
) -> float:
    """How likely a line is the headline: by agreement with titles, markup, and nearness to the text; 0 for no."""
    text = mark.text
    if len(text) < 3 or _is_site(text, site, url) or (mark.brand and mark.element.get("itemprop") != "headline"):
        return 0.0
    agreement = max((_agreement(text, title) for title in stated), default=0.0)
    if normal(text) in pieces:
        agreement = max(agreement, 0.8 + 0.2 * min(1.0, len(text) / max(len(title) for title in stated)))
    markup = _markup(mark)
    distance = shown.start_after(mark.position) - mark.position
    near = max(0.0, 1.0 - distance / 150)
    if agreement < 0.4 and (
        markup < 0.3 or (near < 0.5 and not sole) or mark.aside or (stated and len(text.split()) < 2)
    ):
        return 0.0
    score: float = 1.2 * agreement + markup + 0.5 * near - 0.4 * mark.aside
    return max(0.01, score)


def _markup(mark: Mark) -> float:
    element, found = mark.element, words(mark.element)
    value: float = 0.3 * (element.tag in {"h1", "font"}) + 0.1 * (element.tag in {"h2", "h3"})
    if "headline" in (element.get("itemprop") or "").lower():
        value += 0.5
    if (
        found & _TITLE_WORDS
        or {"entry", "title"} <= found
        or {"post", "title"} <= found
        or {"article", "title"} <= found
    ) or ("title" in found and element.tag in {"h1", "h2", "h3"} and not found & _OTHER_TITLES):
        value += 0.2
    if element.tag in {"span", "div", "td"} and "hdl" in found:
        value += 0.1
    return value


_KICKER = frozenset(
    "kicker dachzeile overline roofline topline eyebrow spitzmarke surtitre antetitulo occhiello supertitle "
    "pretitle preheadline rubrik section category label tag badge flag".split()
)


def _without_kicker(mark: Mark, pieces: Collection[str], stated: Collection[str]) -> str:
    """A headline's text without the small line that its element opens with ("Analysis", a place, a section)."""
    element = mark.element
    first = element[0] if len(element) and not clean(element.text or "") else None
    if first is None or first.tag not in {"span", "small", "em", "a", "div", "b", "strong"}:
        return mark.text
    kicker = inline_text(first)
    rest = mark.text.removeprefix(kicker).strip()
    is_called = not words(first).isdisjoint(_KICKER)
    if is_called and (bare := rest.lstrip("|–—-:·•/ ")) in stated:
        return bare  # the page says itself that the headline is without what a mark parts from it
    is_kicker = is_called or (normal(rest) in pieces and normal(mark.text) not in pieces)
    return (
        rest if is_kicker and rest[:1] not in "|–—-:·•/" and len(rest) >= 10 and len(kicker) < len(rest) else mark.text
    )


def _trim(text: str, stated: Sequence[str], site: str | None, url: str | None, *, is_plain: bool) -> str:
    """A shown headline without the site's name, and without what its element holds beside it.

    A plain one, without elements in it, may be longer than a title that was made short for search engines.
    """
    whole = normal(text)
    if any(whole == normal(piece) for title in stated for piece in [title, *split_title(title)]):
        return strip_site(text, site, url, sure=False)
    for title in stated:
        for piece in [*split_title(title), title]:
            short = normal(piece)
            if not len(whole) > len(short) > 0.5 * len(whole):
                continue
            rest = text[len(piece) :].strip(" |–—-:·•")
            is_parted = not is_plain or text[len(piece) :].lstrip()[:1] in set("|–—-:·•([")
            is_other = is_parted and len(rest.split()) <= 5 and not re.search(r"[?!.:]$", rest)
            is_other = is_other or parse_date(rest[:40]) is not None
            if is_other and whole.startswith(short) and text.startswith(piece[:10]) and not rest[:1].islower():
                return piece.strip()
    return strip_site(text, site, url, sure=False)


def normal(text: str) -> str:
    """Letters and digits only, in small letters."""
    return _normal(text) if len(text) < _REMEMBERED else _reduce(text)


def _reduce(text: str) -> str:
    # Deleting bytes is far quicker than a pattern, which is left with the few marks beyond ASCII.
    kept = text.casefold().encode("utf-8", "surrogatepass").translate(None, _ASCII_MARKS)
    return kept.decode("ascii") if kept.isascii() else _MARK.sub("", kept.decode("utf-8", "surrogatepass"))


_normal = lru_cache(maxsize=10_000)(_reduce)


def same_text(first: str, second: str) -> bool:
    """True when two texts differ at most in case, spaces and punctuation."""
    return normal(first) == normal(second)


def _agreement(first: str, second: str) -> float:
    """How far two titles are one: shared words among all, or one holding the other."""
    one, two = normal(first), normal(second)
    if not one or not two:
        return 0.0
    if one == two:
        return 1.0
    if len(one) > 8 and (one in two or two in one):
        return 0.5 + 0.45 * min(len(one), len(two)) / max(len(one), len(two))
    left, right = (set(re.findall(r"\w+", text.casefold())) for text in (first, second))
    return len(left & right) / max(1, len(left | right))


def strip_site(title: str, site: str | None, url: str | None, *, sure: bool) -> str:
    """A title without the site's name at either end; ``sure`` also drops an unknown short tail."""
    for _ in range(3):
        marks = list(_SEPARATOR.finditer(title))
        if not marks:
            break
        head, tail = title[: marks[-1].start()].strip(), title[marks[-1].end() :].strip()
        front, rest = title[: marks[0].start()].strip(), title[marks[0].end() :].strip()
        is_tail = (
            sure
            and len(tail.split()) <= 4 < len(head.split())
            and marks[-1][0].strip() in {"|", "-", "–", "—", "»", "·"}
        )
        if head and (_is_site(tail, site, url) or is_tail):
            title = head
        elif rest and _is_site(front, site, url):
            title = rest
        else:
            break
    return title


def _is_site(text: str, site: str | None, url: str | None) -> bool:
    """True when words are the site's name or its host."""
    name = normal(text)
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    known = [normal(site)] if site else []
    known += [normal(host), normal(host.rpartition(".")[0])] if host else []
    for known_name in known:
        longer = (
            len(known_name) > 3
            and (name.startswith(known_name) or name.endswith(known_name))
            and len(name) < len(known_name) + 15
        )
        if name and (name == known_name or longer or (len(name) > 3 and known_name.startswith(name))):
            return True
    return False


def find_standfirst(shown: Shown, heading: Mark | None, headline: str | None) -> str | None:
    """The standfirst the page shows: marked as one, or the line between headline and byline."""
    if heading is None:
        return None
    start = shown.start_after(heading.position + 1)
    near = [
        m for m in shown.lines if heading.position - 6 < m.position <= start + 3 and m.element is not heading.element
    ]
    near = [m for m in near if not _inside(m, heading)]
    for mark in near:
        if is_marked_dek(mark) and is_dek(mark.text, headline):
            return mark.text
    return _line_before_byline(shown, heading, near, headline) or _sole_subhead(heading, near, headline)


def _sole_subhead(heading: Mark, near: Sequence[Mark], headline: str | None) -> str | None:
    """The long second heading right under the first, where it is the only one of its rank: no part opens with it."""
    after, rank = heading.element.getnext(), {"h1": "h2", "h2": "h3"}.get(heading.element.tag)
    box = heading.element.getparent()
    if after is None or box is None or after.tag != rank or len(list(box.iter(rank))) > 1:
        return None
    mark = next((m for m in near if m.element is after and not m.aside), None)
    if mark is None or len(mark.text.split()) < 6 or mark.text[-1:] in ":?" or after.find(".//a") is not None:
        return None
    return mark.text if is_dek(mark.text, headline) else None


def is_marked_dek(mark: Mark) -> bool:
    """True when the element or its parent says that it is a standfirst."""
    names, box = class_and_id(mark.element), mark.element.getparent()
    if box is not None and len(box) < 4 and not _is_run(box):
        names += " " + class_and_id(box)
    for _ in range(2):  # boxes in boxes around one line
        if box is None or len(box) != 1 or (box := box.getparent()) is None:
            break
        names += " " + class_and_id(box).replace("with-summary", "")
    return mark.element.get("itemprop") in {"description", "alternativeHeadline"} or _DEK.search(names) is not None


def _is_run(box: HtmlElement) -> bool:
    """True for two long paragraphs or more: the first part of a story that goes on below, and no standfirst."""
    long = [e for e in box if e.tag == "p" and raw_length(e) > 100]
    return len(long) > 1


def _inside(mark: Mark, heading: Mark) -> bool:
    return any(ancestor is heading.element for ancestor in mark.element.iterancestors())


def _line_before_byline(shown: Shown, heading: Mark, near: Sequence[Mark], headline: str | None) -> str | None:
    """The first line under the headline, when a byline or date follows it and it is set as a line of its own."""
    end = shown.start_after(heading.position + 1) + 60
    after = [m for m in shown.lines if heading.position < m.position < end and not m.aside and not _inside(m, heading)]
    dated = 0 if not after else next((i for i, m in enumerate(after[:4]) if len(m.text) > 40), 0)
    if dated and after[dated].element.tag in {"h2", "h3", "h4"} and parse_byline(_text_at(after, dated + 1)):
        after = after[dated:]  # date and section stand right under the headline, the byline under the standfirst
        near = after[:1]
    if not after or after[0] not in near:
        return None
    mark = after[0]
    if _is_caption(mark.element):
        return None
    latest = after[1].position if len(after) > 1 else mark.position + 25
    if mark.element.tag in {"h2", "h3", "h4"} and len(after) > 2 and len(after[1].text) < 60:
        latest = after[2].position  # a source or a bare name may stand before the day
    first = _first_framed(shown, heading.position if not dated else mark.position, latest)
    if not mark.position < first:
        return None
    second = shown.start_after(mark.position + 1)
    if mark.position in shown.starts and second < first:
        return None  # two paragraphs before the byline: it stands under the text
    is_line = mark.element.tag in {"h2", "h3", "h4", "p", "div", "strong", "em", "b"} and len(mark.text) <= 300
    return mark.text if is_line and is_dek(mark.text, headline) and mark.element.find(".//a") is None else None


def _is_caption(element: HtmlElement) -> bool:
    """True for the only words in a box with a picture."""
    box = element.getparent()
    return box is not None and box.find(".//img") is not None and raw_length(box) < raw_length(element) + 10


def _text_at(marks: Sequence[Mark], i: int) -> str:
    return marks[i].text if i < len(marks) else ""


def _first_framed(shown: Shown, after: int, latest: int) -> int:
    """Where the first byline or date between two places stands; 0 when there is none."""
    marked = [(m.position, m.text, 400) for m in [*shown.authors, *shown.dates]]
    lines = [(m.position, m.text, 80) for m in shown.lines]
    near = [line for line in sorted(marked + lines) if after < line[0] <= latest]
    day = shown.day_first
    return next(
        (
            at
            for at, text, limit in near
            if parse_byline(text) or (len(text) < limit and parse_date(text, day_first=day))
        ),
        0,
    )


def is_dek(text: str, headline: str | None) -> bool:
    """True for a sentence that can stand under a headline: no repeat of it, no byline, date or furniture."""
    if not 20 <= len(text) <= 600 or len(text.split()) < 4 or parse_byline(text[:100]) or _NO_DEK.search(text):
        return False
    if headline and (same_text(text, headline) or normal(text) in normal(headline)):
        return False
    if headline and normal(text).endswith(normal(headline)) and len(text) < len(headline) + 40:
        return False  # a kicker and the headline, run together
    return not (parse_date(text) and len(text) < 60)


def find_dek(
    facts: Facts, shown_dek: str | None, headline: str | None, body: Sequence[str], site: str | None
) -> str | None:
    """The standfirst: shown, else a stated one that is no repeat of the text, the headline or the site's motto."""
    if shown_dek:
        return shown_dek
    text = normal(" ".join(body))
    for description in facts.descriptions:
        if (
            is_dek(description, headline)
            and not _repeats(description, headline, text)
            and not _is_motto(description, site)
        ):
            return clean(description)
    return None


def _repeats(description: str, headline: str | None, text: str) -> bool:
    """True when a description is the story's own words, cut or not."""
    whole = normal(re.split(r"\s*(?:\[?(?:…|\.\.\.)\]?|\[&hellip;\])\s*$", description)[0])
    if headline and whole.startswith(normal(headline)):
        return True
    probes = [whole[:40], whole[len(whole) // 3 : len(whole) // 3 + 40], whole[-40:]]
    return (
        not whole or any(probe in text for probe in probes if len(probe) > 20) or (len(whole) <= 40 and whole in text)
    )


def _is_motto(description: str, site: str | None) -> bool:
    return bool(site) and normal(description).startswith(normal(site or ""))
