"""CAMEO's actor codes, strings of three-letter parts, in PLOVER's terms."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.actors.codes import SECTORS, STATE_CODES
from whowhom.actors.words import word_set

# Codes of states that ISO has renamed or dissolved, and CAMEO's own.
_RENAMED = {
    "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "BUR": "MMR", "YUG": "SRB", "SCG": "SRB", "SUN": "RUS", "CZS": "CZE",
    "CSK": "CZE", "DDR": "DEU", "GDR": "DEU", "GME": "DEU", "PAL": "PSE", "KSV": "KOS", "ANT": "CUW", "YMD": "YEM",
    "WSB": "PSE", "GZS": "PSE", "AIM": "COD", "EGP": "EGY", "WBG": "PSE", "HKJ": "JOR",
}  # fmt: skip
# CAMEO's MED is the media and HLH health; PLOVER's MED is health. Bodies of civil society have one sector in PLOVER.
_SECTORS = {
    "MED": "JRN", "HLH": "MED", "DEV": "SOC", "ENV": "SOC", "HRI": "SOC", "IRC": "SOC", "INS": "REB", "SEP": "REB",
    "SET": "CVL", "PPL": "CVL", "STU": "EDU",
}  # fmt: skip
_FAITHS = word_set("MUS CHR JEW HIN BUD SIK SHI SUN CTH PRO ORT CPT DOX SFI BAH JAN CON TAO ZRO PAG MOS LDS REL")
_BODIES = word_set("IGO NGO IMG MNC NGM INT")
_ARMED = frozenset({"REB", "UAF", "INS", "SEP"})
_REGIONS = word_set(
    "AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST CAM GSS NAM"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says: the country or organisation, and the sectors."""

    code: str | None
    sector: str | None
    others: tuple[str, ...]


def read_code(text: str) -> Meaning | str:
    """The meaning of "USAGOV", "IGOUNO" or "~COP"; the reason where PLOVER has none."""
    agent = text.startswith("~")
    plain = text.removeprefix("~")
    if not plain or len(plain) % 3 or not plain.isalpha() or not plain.isupper():
        return f"[{text}] is no string of three-letter codes"
    parts = [plain[i : i + 3] for i in range(0, len(plain), 3)]
    code, rest = (None, parts) if agent else _whose(parts)
    if not agent and code is None:
        kind = "a region, which" if parts[0] in _REGIONS else "a code that"
        return f"[{text}] begins with {kind} has no counterpart in PLOVER"
    if agent and parts[0] in {"NGO", "IGO", "MNC", "IMG"}:
        code, rest = parts[0], parts[1:]
    sectors = list(dict.fromkeys(sector for part in rest if (sector := _sector(part))))
    if agent and not sectors and code is None:
        return f"[{text}] has no sector of PLOVER"
    return Meaning(code, sectors[0] if sectors else _usual(code), tuple(sectors[1:]))


def _whose(parts: list[str]) -> tuple[str | None, list[str]]:
    """The country or organisation that the first parts name, and the other parts."""
    first = _RENAMED.get(parts[0], parts[0])
    if first in _BODIES:
        if "UNO" in parts:
            return "UNO", [part for part in parts[1:] if part != "UNO"]
        if "EEC" in parts:
            return "EUR", [part for part in parts[1:] if part not in {"EEC", "EUR"}]
        body = {"NGM": "NGO", "INT": "IGO"}.get(first, first)
        return body, [part for part in parts[1:] if part not in STATE_CODES and part not in _REGIONS]
    if first in _REGIONS and first not in STATE_CODES and _ARMED & set(parts[1:]):
        return "IMG", parts[1:]  # PLOVER's code for armed groups of no one country
    return (first, parts[1:]) if first in STATE_CODES else (None, parts)


def _sector(part: str) -> str | None:
    if part in _SECTORS:
        return _SECTORS[part]
    if part in _FAITHS:
        return "REL"
    return part if part in SECTORS else None


def _usual(code: str | None) -> str | None:
    """The sector of an organisation of which the code says no more."""
    return {"IGO": "GOV", "UNO": "GOV", "EUR": "GOV", "NGO": "SOC", "MNC": "BUS", "IMG": "REB"}.get(code or "")
