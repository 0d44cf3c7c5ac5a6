"""Whether a page writes the day before the month."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from whowhom.read.dates import numeric_readings, parse_url_date
from whowhom.read.metadata import Facts


def guess_day_first(tree: HtmlElement, facts: Facts) -> bool | None:
    """Whether the page writes 3/4/2017 for 3 April: by language, country, or dates that fit one way only."""
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    tag = (root.get("lang") or "").lower().replace("_", "-")
    host = urlsplit(facts.url or "").hostname or ""
    if tag == "en-us" or host.endswith((".gov", ".mil")):
        return False
    if (tag and not tag.startswith("en")) or tag in {"en-gb", "en-au", "en-nz", "en-in", "en-ie", "en-za"}:
        return True
    if re.search(r"\.(?:uk|au|nz|in|ie|za|de|fr|it|es|nl|pl|br|eu|pk|bd|ng|ke|ru|ua|tr)$", host):
        return True
    known = {d[:10] for d in [*facts.published, parse_url_date(facts.url) or ""] if d}
    votes = 0
    for text in tree.itertext():
        if len(text) < 120 and not text.isspace():
            votes += _vote(text, known)
            if abs(votes) >= 3:
                break
    return votes > 0 if votes else None


def _vote(text: str, known: set[str]) -> int:
    """1 for a date that can only be day first, -1 for month first, 0 when either fits."""
    day, month = numeric_readings(text)
    if (day is None) != (month is None):
        return 1 if day else -1
    if day != month and (day in known) != (month in known):
        return 1 if day in known else -1
    return 0
