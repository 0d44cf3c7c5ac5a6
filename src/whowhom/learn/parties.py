"""Codes of parties in gold, and whether a coder's parties have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whowhom.ontology import load_ontology

# Codes of older gold, and which of today's stand for them.
_TODAY: dict[str, set[str | None]] = {
    "IGO": {"IGO", "UNO", "EUR"},
    "GER": {"DEU"},
    "ITL": {"ITA"},
    "JAP": {"JPN"},
    "PAL": {"PSE"},
    "ROM": {"ROU"},
    "TMP": {"TLS"},
    "VTN": {"VNM"},
}


def party_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """The countries and bodies that codes begin with: "ISRGOV" is ISR; "---GOV" and "REB" name none."""
    heads = [code.strip().upper()[:3] for code in codes]
    return tuple(dict.fromkeys(head for head in heads if head.isalpha() and not _is_sector(head)))


def _is_sector(code: str) -> bool:
    sector = load_ontology().sectors.get(code)
    return sector is not None and sector.kind != "body"


def covers(gold: Sequence[str], own: Sequence[str | None], other: Sequence[str | None]) -> bool:
    """Whether one of the gold's codes is among a side's, or among the other side's when this one has no party.

    The parties to a two-sided act are all actors here, while gold has some of them as recipients. Gold without codes
    asks for nothing.
    """
    found = own or other
    return not gold or any(code in found or not _TODAY.get(code, set()).isdisjoint(found) for code in gold)
