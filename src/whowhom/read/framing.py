"""Authors and dates of a story: what is stated beside what is shown around the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone

from lxml.html import HtmlElement

from whowhom.read.agencies import AGENCIES
from whowhom.read.bare import (
    agency_of,
    bare_names,
    desk_of,
    first_credit,
    first_line,
    is_other_hand,
    names_listed,
    names_over_trades,
)
from whowhom.read.below import dated_below, dated_beside, signature_of, signed_below
from whowhom.read.bylines import (
    is_full_name,
    is_outlet,
    parse_byline,
    sign_off,
    split_authors,
    split_byline,
    unique,
)
from whowhom.read.credits import is_credit, names_more, own_words, words_of
from whowhom.read.dates import parse_date, parse_url_date
from whowhom.read.dom import LINES, block_paragraphs, inline_text, words
from whowhom.read.headline import normal
from whowhom.read.metadata import Facts
from whowhom.read.posted import entry_date, entry_writer
from whowhom.read.posters import account_of, poster_of
from whowhom.read.shown import PROFILE_LINK, Mark, Shown
from whowhom.read.site import host_of

_MODIFIED = re.compile(
    r"\b(?:updated|modified|last (?:update|modified)|edited|aktualisiert|mis à jour|actualizado|aggiornato"
    r"|corrected|atualizado|آخر تحديث)\b",
    re.I,
)
_POSTED_BY = re.compile(r"^(?:posted|written|submitted|filed) by:?\s+(.{2,60})", re.I)
_PIECE = re.compile(r"\s*[|•·]\s*")
_DASHED = re.compile(r"\s+[-–—|/:•·]\s+|\s*[|•·:،]\s+")
_OWNED = re.compile(r"©|\(c\)|copyright\b")
_POSTED = re.compile(
    r"\b(?:posted|published|veröffentlicht|geschrieben|publiée?|publicad[oa]|pubblicato|geplaatst|opublikowan\w)\b",
    re.I,
)
_POSTED_AT = re.compile(r"^posted\b[^\d]{0,60}\bat (\d{1,2}:\d\d(?:\s?[ap]\.?m)?)", re.I)
_BEFORE, _AFTER = 25, 12


def find_authors(facts: Facts, shown: Shown, site: str | None, heading: Mark | None) -> tuple[str, ...]:
    """The article's authors: JSON-LD and the byline by the headline, then meta tags, then a signature below.

    A shown byline of people wins over a statement of which the page shows nothing by the headline: templates state
    their own name, the last editor or the photographer.
    """
    near = _near_authors(shown, heading)
    own = _own_names(facts, site, shown, near)
    linked = _without(_names(v for v in facts.linked_authors if not is_credit(v) and normal(v) not in own), own)
    byline = _without(near, own) or _beside_own(shown, own, heading) or near
    if linked and _people(byline):
        return _settle(linked, byline, shown, heading)
    if linked or byline:
        return linked or byline
    meta = _without(_names(v for v in facts.meta_authors[:8] if normal(v) not in own), own)
    if meta and _people(meta):
        listed = bare_names(shown, heading)
        return listed if set(map(normal, meta)) < set(map(normal, listed)) else meta
    told = _far_authors(shown, heading) or meta or poster_of(shown, heading) or bare_names(shown, heading)
    told = told or signed_below(shown, heading) or signature_of(shown, heading, own) or agency_of(shown, heading)
    return told or desk_of(facts, shown, heading) or account_of(shown, heading)


def _settle(linked: Sequence[str], byline: Sequence[str], shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The authors when both JSON-LD and the shown byline name people.

    They are the stated ones that are printed by the headline, and whom the byline names beside these; a byline "and
    others" leaves the stated names whole.
    """
    low, high = _zone(shown, heading)
    lines = [m.text for m in [*shown.authors, *shown.lines] if low <= m.position <= high]
    printed = " ".join(normal(own_words(text)) for text in lines)
    kept = [name for name in linked if normal(name) in printed]
    if not kept:
        return tuple(byline)
    if any(names_more(text) and normal(kept[0]) in normal(text) for text in lines):
        kept = list(linked)
    known = {normal(name) for name in kept}
    is_same = any(normal(name) in known for name in byline)
    return unique([*kept, *(name for name in byline if is_same and not is_outlet(name))])


def _own_names(facts: Facts, site: str | None, shown: Shown, near: Sequence[str]) -> set[str]:
    """What the site calls itself, who owns it too: a byline of that name says only that the site published it.

    An owner whom the byline names beside others is one of the writers.
    """
    owners = " ".join(normal(m.text) for m in shown.lines if _OWNED.search(m.text.lower()))
    owned = {normal(name) for name in facts.meta_authors if len(name.split()) > 1 and normal(name) in owners}
    owned -= {normal(name) for name in near} if len(near) > 1 and not any(map(is_outlet, near)) else set()
    host = host_of(facts)
    named = {normal(name) for name in [*facts.sites, site or "", host, host.rpartition(".")[0]] if name}
    return owned | named | {name.removeprefix("the") for name in named if len(name) > 6}


def _beside_own(shown: Shown, own: set[str], heading: Mark | None) -> tuple[str, ...]:
    """The names that share a marked byline with the site's own: "Harbour Post - Ann Lee"."""
    low, high = _zone(shown, heading)
    for mark in shown.authors:
        pieces = _DASHED.split(mark.text) if low <= mark.position <= high else []
        others = [piece for piece in pieces if normal(piece) not in own and not parse_date(piece)]
        if len(pieces) > len(others) and (names := _names(others)) and all(" " in name for name in names):
            return names
    return ()


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return unique(name for value in values for name in split_authors(value))


def _without(names: Sequence[str], own: set[str]) -> tuple[str, ...]:
    """The names but the site's own, which may also stand behind a person's: "Ann Lee The Harbour Post"."""
    people = (_without_house(n, own) for n in names if n.lower() in AGENCIES or normal(n) not in own)
    return unique(people)


def _without_house(name: str, own: set[str]) -> str:
    pieces = name.split()
    at = next((i for i in range(2, len(pieces)) if normal("".join(pieces[i:])) in own), None)
    return " ".join(pieces[:at])


def _zone(shown: Shown, heading: Mark | None) -> tuple[int, int]:
    """From a little above the headline to the start of the text."""
    if heading is None:
        return (0, shown.start_after(0) + _AFTER)
    return (heading.position - _BEFORE, shown.start_after(heading.position + 1) + _AFTER)


def _near_authors(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """Names from the marked byline by the headline (below it first), else from a line that reads like one."""
    low, high = _zone(shown, heading)
    at = heading.position if heading else low
    near = [m for m in shown.authors if low <= m.position <= high and not (m.aside and m.position < at)]
    near.sort(key=lambda m: (m.aside, m.position < at, m.position))
    start = shown.start_after(at + 1)
    lines = [m for m in shown.lines if low <= m.position <= high and not m.aside and len(m.text) < 160]
    lines = [m for m in lines if m.position < start or not _is_sentence(m.text)]
    lines.sort(key=lambda m: (m.position < at, m.position))
    # "By Jane Doe" in so many words says more than a class: blogs mark the blog's name as the author.
    plain = next(
        (
            m
            for m in lines
            if m.position > at and len(m.text) < 60 and m.text[:3].lower() == "by " and _people(parse_byline(m.text))
        ),
        None,
    )
    if plain is not None and not any(m.element.get("itemprop") for m in near):
        said, linked = parse_byline(first_line(plain.element)) or parse_byline(plain.text), _mark_names(plain)
        return linked if set(said) <= set(linked) else said  # "By A (now) and B (earlier)" ends early as text
    outlets: tuple[str, ...] = ()
    for mark in near:
        names = _mark_names(mark)
        if any(_names_better(inner, names) for inner in near if _is_within(inner, mark)):
            continue
        if _people(names):
            return unique(name for peer in near if _are_peers(mark, peer) for name in _mark_names(peer))
        outlets = outlets or names
    for mark in lines:
        names = parse_byline(first_line(mark.element)) or parse_byline(mark.text) or _named_after_by(mark)
        if _people(names):
            return names
        outlets = outlets or names
    profiles = (split_authors(m.text) for m in shown.profiles if at < m.position < start and not m.aside)
    return outlets or next((names for names in profiles if names and len(names[0].split()) > 1), ())


def _is_sentence(text: str) -> bool:
    """True for words of the story, where "came from Ann Lee, 81" is no byline."""
    return len(text) > 60 and text.endswith((".", "!", "?", "”", "“", '"', "»"))


def _named_after_by(mark: Mark) -> tuple[str, ...]:
    """The name that stands alone after "by" in a line whose other blocks are a menu ("by", "Ann", "View profile")."""
    if mark.text.partition(" ")[0].lower() not in words_of("by"):
        return ()
    lines = block_paragraphs(mark.element, blocks=LINES)
    return parse_byline(" ".join(lines[:2])) if len(lines) > 2 and lines[0].lower() in words_of("by") else ()


def _is_within(inner: Mark, outer: Mark) -> bool:
    return inner is not outer and outer.element in inner.element.iterancestors()


def _names_better(inner: Mark, names: Sequence[str]) -> bool:
    """True when a smaller element has a name that the larger one runs together with other words, or cuts short."""
    found = _mark_names(inner)
    return (
        bool(found)
        and not set(found) <= set(names)
        and any(found[0] in name or found[0].startswith(f"{name} ") for name in names)
    )


def _are_peers(first: Mark, second: Mark) -> bool:
    """True for bylines that stand beside each other in the same markup, and for one and itself."""
    one, two = first.element, second.element
    if one is two:
        return True
    alike = all(one.get(name) == two.get(name) for name in ("class", "rel", "itemprop"))
    return alike and one.tag == two.tag and one.getparent() is two.getparent()


def _people(names: Sequence[str]) -> bool:
    """True when at least one of the names is not a paper's or a service's."""
    return any(not is_outlet(name) for name in names)


def _far_authors(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """Names from a signature under the text ("Posted by A at 5:33 PM")."""
    after = heading.position if heading else 0
    if poster := next(filter(None, (entry_writer(m.text) for m in shown.entries if m.position > after)), None):
        return split_authors(poster)
    for mark in shown.authors:
        if mark.position < after or mark.aside:
            continue
        sure = (
            mark.element.get("itemprop") in {"author", "creator"}
            or "author" in (mark.element.get("rel") or "")
            or words(mark.element) & {"author", "byline", "signature", "firma"}
        )
        names = _mark_names(mark) if sure else parse_byline(mark.text)
        if names:
            return names
    for mark in shown.lines:
        signed = _POSTED_BY.match(mark.text) if mark.position > after and not mark.aside else None
        if signed and (names := split_byline(signed[1])):
            return names
    signed_off = (sign_off(m.text) for m in shown.lines if m.position > after and not m.aside)
    return next(filter(None, signed_off), ())


def _mark_names(mark: Mark) -> tuple[str, ...]:
    """The names in a byline element: those of its author links when it has some, else its text."""
    element = mark.element
    if people := names_over_trades(element) or names_listed(element):
        return people
    if is_other_hand(element):
        return ()
    marked = [
        inline_text(e)
        for e in element.iter()
        if isinstance(e.tag, str) and e is not element and (e.get("itemprop") == "name" or words(e) & {"fn"})
    ]
    links = [
        a for a in element.iter("a") if "author" in (a.get("rel") or "") or PROFILE_LINK.search(a.get("href") or "")
    ]
    linked = [inline_text(e) for a in links for e in [a, *_like(a)]]
    credited = normal(own_words(mark.text))
    for found in (marked, linked):
        names = _names(found)
        if names:
            own = tuple(name for name in names if normal(name) in credited)
            said = split_byline(mark.text)
            is_more = set(map(normal, own)) < set(map(normal, said)) and all(map(is_full_name, said))
            return said if is_more else own
    lines = block_paragraphs(element, blocks=LINES)
    pieces = [
        *([first_credit(lines)] if len(lines) > 1 else ()),
        mark.text,
        *(piece for piece in _PIECE.split(mark.text) if "|" in mark.text and not parse_date(piece)),
    ]
    for piece in pieces:
        names = split_byline(piece)
        if names and all(len(name.split()) <= 5 for name in names):
            return names
    return ()


def _like(link: HtmlElement) -> list[HtmlElement]:
    """What stands beside an author's link in its own class without being one: an author with no page."""
    box, kinds = link.getparent(), set((link.get("class") or "").split())
    return (
        [e for e in box if e.tag == "span" and kinds & set((e.get("class") or "").split())] if box is not None else []
    )


def choose_dates(facts: Facts, shown: Shown, heading: Mark | None) -> tuple[str | None, str | None]:
    """When the story was published and last changed; None when the page does not say."""
    found = list(_shown_dates(shown, heading))
    printed = [date for date, changed in found if not changed]
    stated = [*facts.published, *printed]
    from_url = parse_url_date(facts.url)
    published = next(iter(stated), None) or from_url or dated_below(shown, heading)
    published = published or next((date for date, _ in found), None) or dated_beside(shown, heading)
    if published and len(published) == 10:
        published = max((d for d in stated if d[:10] == published), key=len, default=published)
    if published and len(published) == 10:
        published += _posted_clock(shown, published)
    if published:
        published = _localise(published, printed)
    modified = next(iter(facts.modified), None) or next((d for d, changed in found if changed and d != published), None)
    return published, modified


def _posted_clock(shown: Shown, day: str) -> str:
    """The time in the one line "Posted by Ann Lee at 8:14 AM" of a page that prints the day elsewhere; else nothing.

    The line may also repeat the day ("This entry was posted on …").
    """
    lines = [m.text for m in shown.lines if not m.aside and _POSTED.search(m.text)]
    for text in lines:
        repeated = parse_date(text, day_first=shown.day_first) or ""
        if repeated[:10] == day and len(repeated) > 10:
            return repeated[10:]
    said = (_POSTED_AT.search(text) for text in lines if len(text) < 160)
    clocks = {match[1] for match in said if match}
    moment = parse_date(f"January 1, 2000 {clocks.pop()}") if len(clocks) == 1 else None
    return moment[10:] if moment else ""


def _localise(published: str, printed: Sequence[str]) -> str:
    """A time stated in UTC as the page's own day when it also prints that minute in its local time."""
    if not published.endswith("+00:00"):
        return published
    moment = datetime.fromisoformat(published)
    for text in printed:
        if len(text) == 10 or text[:10] == published[:10]:
            continue
        local = datetime.fromisoformat(text)
        if local.tzinfo is not None:
            if local == moment:
                return text
            continue
        offset = local - moment.replace(tzinfo=None).replace(second=local.second)
        if abs(offset) <= timedelta(hours=14) and offset.total_seconds() % 1800 == 0:
            return moment.astimezone(timezone(offset)).isoformat()
    return published


def _shown_dates(shown: Shown, heading: Mark | None) -> list[tuple[str, bool]]:
    """Dates shown around the headline, the surest first, and whether each is a date of change."""
    low, high = _zone(shown, heading)
    at = heading.position if heading else low
    ranked: list[tuple[int, int, str, bool]] = []
    marked = {m.element for m in shown.dates}
    lines = [m for m in shown.lines if m.element not in marked and len(m.text) < 160]
    dated = [(m, date) for m in [*shown.dates, *lines] if (date := _mark_date(m, shown.day_first)) is not None]
    holders = {ancestor for mark, _ in dated for ancestor in mark.element.iterancestors()}
    for mark, date in dated:
        if mark.element in holders:
            continue
        prop = (mark.element.get("itemprop") or "").lower()
        is_stated = prop in {"datepublished", "datecreated"} or mark.element.get("pubdate") is not None
        is_near = low <= mark.position <= high
        if not is_stated and not is_near and (mark.element not in marked or mark.aside):
            continue
        distance = abs(mark.position - at) + (15 if mark.position < at else 0)
        rank = 0 if is_stated else 1 if is_near and not mark.aside else 2 if is_near else 3
        ranked.append((rank, distance, date, _is_change(mark, prop)))
    said = (entry_date(m.text, shown.day_first) for m in shown.entries if m.position > at)
    ranked.extend((0, 0, date, False) for date in said if date)
    ranked.sort(key=lambda item: item[:2])
    return [(date, changed) for _, _, date, changed in ranked]


def _mark_date(mark: Mark, day_first: bool | None) -> str | None:
    """The date an element carries in an attribute or prints, whichever says more of the same day."""
    element = mark.element
    machine = parse_date(
        element.get("datetime") or element.get("content") or (element.get("title") if element.tag == "abbr" else None)
    )
    printed = parse_date(mark.text, day_first=day_first)
    if machine and printed and machine[:10] == printed[:10]:
        return max(machine, printed, key=len)
    return machine or printed


def _is_change(mark: Mark, prop: str) -> bool:
    """True when a date is that of a change and not of publication."""
    if "modified" in prop:
        return True
    found = words(mark.element)
    if "pub" in prop or found & {"published", "pubdate"}:
        return False
    text = mark.text.lower()
    said = _MODIFIED.search(text)
    if said:
        return not parse_date(text[: said.start()])
    return "updated" in found or "modified" in found
