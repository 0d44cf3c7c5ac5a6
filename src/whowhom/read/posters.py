"""Users whose account is all that a byline names: "By gullfeather", "admin"."""

from __future__ import annotations

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.bylines import is_name
from whowhom.read.credits import words_of
from whowhom.read.dom import words
from whowhom.read.shown import Mark, Shown

_ACCOUNTS = frozenset({"admin", "administrator", "webmaster", "superuser", "super user", "root", "sysop"})


def poster_of(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The user under the headline whose page a link after "by" leads to: "By gullfeather", in small letters too."""
    at, end = (heading.position, shown.start_after(heading.position + 1)) if heading is not None else (0, 0)
    for mark in [*shown.users, *shown.profiles]:
        if at < mark.position < end and not mark.aside:
            before = _text_before(mark.element).lower().strip(" :").rpartition(" ")[2]
            if before in words_of("by") and is_name(mark.text):
                return (mark.text,)
    return ()


def _text_before(element: HtmlElement) -> str:
    """The words right before an element, within the one that holds it."""
    previous, holder = element.getprevious(), element.getparent()
    text = previous.tail if previous is not None else holder.text if holder is not None else None
    return clean(text or "")


def account_of(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The account of the system that the marked byline links where it names nobody."""
    at, end = (heading.position, shown.start_after(heading.position + 1)) if heading is not None else (0, 0)
    for mark in shown.authors:
        is_marked = "author" in (mark.element.get("rel") or "") or "fn" in words(mark.element)
        if at < mark.position < end and not mark.aside and is_marked and mark.text.lower() in _ACCOUNTS:
            return (mark.text,)
    return ()
