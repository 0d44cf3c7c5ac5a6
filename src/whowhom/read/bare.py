"""Writers whom nothing calls so: names alone on a line beside the day, under the headline."""

from __future__ import annotations

import re

from whowhom.read.bylines import is_full_name, is_outlet, is_role, split_byline
from whowhom.read.dates import holds_date
from whowhom.read.dom import inline_text
from whowhom.read.headline import normal
from whowhom.read.metadata import Facts
from whowhom.read.shown import Mark, Shown

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
        if not 1 < len(name.split()) <= 5 or not name[:1].isupper() or is_role(name) or holds_date(name):
            continue
        if _DESK.search(name):
            return (name,)
    return ()


def bare_names(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The names that stand alone on a line beside the day, under the headline; no menu of the page may show them."""
    if heading is None:
        return ()
    start = shown.start_after(heading.position + 1)
    near = [m for m in shown.lines if heading.position < m.position < start and not m.aside]
    dated = [m.position for m in [*near, *shown.dates] if heading.position < m.position < start and holds_date(m.text)]
    for mark in near:
        if len(mark.text) > 60 or holds_date(mark.text) or not any(abs(mark.position - at) < 5 for at in dated):
            continue
        names = split_byline(mark.text)
        is_all = _NAMED.fullmatch(mark.text) is not None and all(map(is_full_name, names))
        menu = {normal(inline_text(a)) for a in mark.element.getroottree().iter("a")} if names and is_all else set()
        if names and is_all and not all(map(is_outlet, names)) and menu.isdisjoint(map(normal, names)):
            return names
    return ()


_CAPITALISED = r"[^\W\d_a-zß-öø-ÿа-я][\w.'’-]+"
_NAMED = re.compile(
    rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{1,3}}(?:\s(?:e|y|et|and|und|en|i|ve)\s{_CAPITALISED}(?:\s{_CAPITALISED}){{1,3}})?"
    r"(?:\s?[,|/–-]\s.{2,30})?"
)
