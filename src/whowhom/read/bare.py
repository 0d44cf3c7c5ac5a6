"""Writers whom nothing calls so: names alone on a line beside the day, under the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from whowhom.read.agencies import AGENCIES
from whowhom.read.build import clean
from whowhom.read.bylines import is_full_name, is_name, is_outlet, is_role, split_byline, unique
from whowhom.read.credits import CAPITAL, is_hand, words_of
from whowhom.read.dates import holds_date
from whowhom.read.dom import LINES, block_paragraphs, inline_text
from whowhom.read.headline import normal
from whowhom.read.metadata import Facts
from whowhom.read.shown import Mark, Shown
from whowhom.read.vocabulary import any_of

_DESK = re.compile(
    r"\b(?:staff|desk|newsroom|reporters?|correspondents?|news service|news network|news team|bureau|editorial board"
    r"|haber merkezi|equipo de redacción|redakcja|newsdesk)\b",
    re.I,
)


def desk_of(facts: Facts, shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The desk that a stated or marked byline names where nobody is named: "Harbour Post Staff"."""
    at, end = (heading.position, shown.start_after(heading.position + 1)) if heading is not None else (0, 60)
    near = [m.text for m in [*shown.authors, *shown.lines] if at < m.position < end and not m.aside]
    for text in [*facts.linked_authors, *facts.meta_authors, *near]:
        name = re.split(r"\s*[|•·,(]\s*", re.sub(r"^by\s+", "", text, flags=re.I))[0]
        if not 1 < len(name.split()) <= 5 or not name[:1].isupper() or holds_date(name):
            continue
        if is_role(name) and not name.endswith(("Board", "BOARD")):
            continue
        if _DESK.search(name):
            people = split_byline(name) if name.split()[-1].islower() else ()  # "Ann Lee Political correspondent"
            return people or (name,)
    return ()


def bare_names(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The names that stand alone on a line beside the day, under the headline; no menu of the page may show them."""
    if heading is None:
        return ()
    start = shown.start_after(heading.position + 1)
    near = [m for m in shown.lines if heading.position < m.position < start and not m.aside]
    dated = [m.position for m in [*near, *shown.dates] if heading.position < m.position < start and holds_date(m.text)]
    if name := _placed_name(near, shown, heading):
        return (name,)
    for mark in near:
        if len(mark.text) > 60 or holds_date(mark.text) or not any(abs(mark.position - at) < 5 for at in dated):
            continue
        names = split_byline(mark.text)
        is_all = _NAMED.fullmatch(mark.text) is not None and all(map(is_full_name, names))
        menu = {normal(inline_text(a)) for a in mark.element.getroottree().iter("a")} if names and is_all else set()
        if names and is_all and not all(map(is_outlet, names)) and menu.isdisjoint(map(normal, names)):
            return names
    return ()


def _placed_name(near: Sequence[Mark], shown: Shown, heading: Mark) -> str | None:
    """The name behind a place in the line of the day, where headline or text name the place: "LIMA - Ana Ruiz"."""
    text = shown.text_after(heading.position + 1)
    told = normal(heading.text + (inline_text(text)[:400] if text is not None else ""))
    for mark in near:
        day = next(
            (m for m in [*near, *shown.dates] if abs(m.position - mark.position) < 5 and holds_date(m.text)), None
        )
        for piece in _BARS_ALONE.split(mark.text) if day is not None and len(mark.text) < 120 else ():
            place, dash, name = (part.strip() for part in _DASH.sub("\0", piece).partition("\0"))
            is_place = dash and len(place) > 2 and normal(place) in told and not holds_date(piece)
            if is_place and _NAMED.fullmatch(name) and is_name(name) and is_full_name(name) and not is_outlet(name):
                return name
    return None


_BARS_ALONE = re.compile(r"\s*[|•·]\s*")
_DASH = re.compile(r"\s[–—-]\s|\s?/\s")


def agency_of(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The agencies that stand alone beside the day under the headline, or after "source": "04.11.2013 | dpa"."""
    at, end = (heading.position, shown.start_after(heading.position + 1)) if heading is not None else (0, 60)
    near = [m for m in shown.lines if at < m.position < end and not m.aside and len(m.text) < 90]
    dated = [m.position for m in [*near, *shown.dates] if at < m.position < end and holds_date(m.text)]
    for mark in near:
        if house := _source_in(mark.text):
            return (house,)
        text = _SOURCE.sub("", mark.text)
        pieces = [piece.strip(" ()") for piece in _PIECES.split(text) if not holds_date(piece)]
        is_beside = holds_date(mark.text) or any(abs(mark.position - day) < 6 for day in dated)
        if is_beside and pieces and all(piece.lower() in AGENCIES for piece in pieces):
            return unique(pieces)
    return ()


def _source_in(text: str) -> str | None:
    """The agency after "source:" in a piece of a line, known or called one: "المصدر: وكالة أنباء الساحل"."""
    for piece in _BARS.split(text):
        said = _SOURCE_SAID.search(piece.strip(" ()[]"))
        name = said["name"].strip(" .") if said else ""
        if (
            name.lower() in AGENCIES
            or re.fullmatch(r"[A-ZÀ-ÞА-Я]{3,6}", name)
            or (name and len(name.split()) <= 6 and _AGENCY.search(name))
        ):
            return name
    return None


def first_credit(lines: Sequence[str]) -> str:
    """The first line of a byline, with the names that lines below add to it: "By A", "a@post.example", "and B"."""
    credit = next(iter(lines), "")
    for line in lines[1:]:
        joint, _, name = line.partition(" ")
        if joint.lower() in words_of("and") and len(line) < 60 and is_full_name(name.partition(",")[0]):
            credit += f" {line}"
    return credit


def first_line(element: HtmlElement) -> str:
    """A byline up to its first break: role and paper stand under the name; empty when it has none."""
    return first_credit(block_paragraphs(element, blocks=LINES)) if element.find(".//br") is not None else ""


def names_over_trades(element: HtmlElement) -> tuple[str, ...]:
    """The names in a byline that has each on its own above a trade: "Ann Lee", "Senior Reporter", "Bo Roe"."""
    pieces = [piece for text in element.itertext() if (piece := clean(text).strip(" ,;|·•()"))]
    if not 1 < len(pieces) <= 12 or any(map(str.isdigit, "".join(pieces))):
        return ()
    pieces = [_BY.sub("", piece) for piece in pieces if piece.lower() not in words_of("by") | words_of("and")]
    names: list[str] = []
    trades: list[str] = []
    for piece in pieces:
        if is_hand(piece) and names:
            names.pop()
        elif _NAMED.fullmatch(piece) and is_name(piece) and "," not in piece:
            names.append(piece)
        else:
            trades.append(piece)
    is_alone = bool(names and trades) and all(map(_is_trade, trades)) and not any(map(is_outlet, names))
    return unique(names) if is_alone else ()


def names_listed(element: HtmlElement) -> tuple[str, ...]:
    """The names in a list, or in twins of one class, of which each is one; empty for other elements."""
    for items in [list(element.iter("li")), *map(_twins, element.iter())]:
        found = [split_byline(inline_text(item)) for item in items]
        if len(found) > 1 and all(map(_is_person, found)):
            return unique(names[0] for names in found)
    return ()


def _twins(box: HtmlElement) -> list[HtmlElement]:
    """The children of a box, when all are of one tag and class."""
    kinds = {(e.tag, e.get("class")) for e in box}
    return list(box) if len(kinds) == 1 and box[0].get("class") else []


def _is_person(names: Sequence[str]) -> bool:
    return len(names) == 1 and is_full_name(names[0]) and not is_outlet(names[0])


def is_other_hand(element: HtmlElement) -> bool:
    """True for a name over a trade that makes no author: "Bo Roe", "Photographer"."""
    pieces = [piece for text in element.itertext() if (piece := clean(text).strip(" ,;|·•()"))]
    return len(pieces) == 2 and is_name(pieces[0]) and len(pieces[1]) < 30 and is_hand(pieces[1])


def _is_trade(piece: str) -> bool:
    """True for a trade or rank of a few words; "Photographs by" opens another credit."""
    opens_credit = piece.rpartition(" ")[2].lower() in words_of("by")
    return is_role(piece) or (1 < len(piece.split()) <= 5 and not opens_credit and not is_name(piece))


_BY = re.compile(r"^(?:by|von|par|por|di|door)\s", re.I)
_SOURCES = rf"(?:{any_of(words_of('source'))})"
_SOURCE = re.compile(rf"^{_SOURCES}(?!\w)\s*[:：]?\s*", re.I)
_SOURCE_SAID = re.compile(rf"(?:^|[\s(\[]){_SOURCES}\s*[:：]\s*(?P<name>[^:]{{2,60}})$", re.I)
_BARS = re.compile(r"\s*[|•·;]\s*|\s[–—-]\s")
_AGENCY = re.compile(
    r"\b(?:agenc(?:y|ies|e|es|ia|ias)|agência|agências|agenzi[ae]|agentur(?:en)?|\w+agentur|agencj[ae]|ajansı?|bureau"
    r"|agentschap|persbureau|byrå|newswire|wires?|news service|press association|press service|wire service"
    r"|агентств[оа]|وكالة|وكالات)\b",
    re.I,
)
_PIECES = re.compile(r"\s*[|•·;/]\s*|\s[–—-]\s|,\s(?=[A-Za-z])")
_CAPITALISED = rf"{CAPITAL}[\w.'’-]+"
_NAMED = re.compile(
    rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{1,3}}(?:\s(?:e|y|et|and|und|en|i|ve)\s{_CAPITALISED}(?:\s{_CAPITALISED}){{1,3}})?"
    r"(?:\s?[,|/–-]\s.{2,30})?"
)
