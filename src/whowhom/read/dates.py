"""Dates as pages print them, to ISO 8601: own rules for what news pages write, nothing guessed, no library defaults.

A date without a year, or one that is relative ("3 days ago"), gives None: today is never assumed.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from whowhom.read.vocabulary import any_of, month_of, weekdays, without_signs

# Month names by their first letters, in the languages news pages of these alphabets use most.
_MONTHS = (
    "jan|ene|gen|sty|янв|січ|ocak|يناير|كانون الثاني|ianua|ιαν|ledna|leden|جانفي|tammi",
    "feb|fév|fev|fév|lut|фев|лют|şub|فبراير|شباط|φεβ|úno|فيفري|helmi",
    "mar|mär|maa|мар|бер|مارس|آذار|μαρ|μάρ|bře|márc|maalis",
    "apr|avr|abr|kwi|апр|кві|nis|أبريل|ابريل|نيسان|απρ|dubna|duben|ápr|أفريل|ابريل|huhti",
    "may|mai|mag|maj|mei|май|мая|тра|مايو|أيار|μαΐ|μαϊ|máj|kvě|ماي|touko",
    "jun|juin|giu|cze|июн|чер|haz|يونيو|حزيران|iun|ιουν|červn|jún|جوان|kesä",
    "jul|juil|lug|lip|июл|лип|tem|يوليو|تموز|iul|ιουλ|červe|júl|جويلية|يوليوز|heinä",
    "aug|aoû|aou|ago|sie|авг|сер|ağu|أغسطس|آب|agu|αυγ|srp|غشت|أوت|eloku",
    "sep|set|wrz|сен|вер|eyl|سبتمبر|أيلول|σεπ|zář|szept|شتنبر|syys",
    "oct|okt|out|ott|paź|paz|окт|жов|eki|أكتوبر|تشرين الأول|οκτ|říj|loka",
    "nov|lis|ноя|кас|نوفمبر|تشرين الثاني|noiem|νοε|نونبر|marra",
    "dec|déc|dez|dic|des|gru|дек|гру|ara|ديسمبر|كانون الأول|δεκ|prosi|دجنبر|joulu",
)
_PREFIX = {prefix: number for number, names in enumerate(_MONTHS, 1) for prefix in names.split("|")}
_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420,
    "pdt": -420, "pst": -480, "akdt": -480, "akst": -540, "hst": -600, "jst": 540, "kst": 540, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "ast": None, "ist": None, "et": None, "pt": None, "ct": None, "mt": None,
}  # fmt: skip
_SEP = r"[\s.,/|·•–—-]{0,4}"
_WORD = r"[^\W\d_]{2,14}"
_TIME = re.compile(
    r"(?<![\d:.])(?P<h>\d{1,2})\s?(?:[:.hH]"
    r"|\s?Uhr\s?)\s?(?P<m>[0-5]\d)(?!\d)(?::(?P<s>[0-5]\d))?\s*(?P<ap>[ap]\.?\s?m\b\.?|[صم]\b)?"
    r"|(?<![\d:.])(?P<h2>1[0-2]|0?[1-9])\s?(?P<ap2>[ap]\.?\s?m\b\.?)",
    re.I,
)
_ZONE = re.compile(r"^\s*\(?(?:(?P<name>[A-Za-z]{1,4})\b\.?)?\s*(?P<off>[+-]\d{1,2}(?::?\d{2})?)?")
_ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<mo>[01]?\d)-(?P<d>[0-3]?\d)"
    r"(?:[T ]\s?(?P<h>[0-2]?\d):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d+)?)?\s?(?P<z>Z\b|[+-]\d\d:?\d\d"
    r"|[+-]\d\d\b)?)?"
)
_COMPACT = re.compile(
    r"^(?P<y>(?:19|20)\d\d)(?P<mo>[01]\d)(?P<d>[0-3]\d)(?:T?(?P<h>[0-2]\d)(?P<m>[0-5]\d)(?P<s>[0-5]\d)?)?$"
)
_YMD = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[./年년-]\s?(?P<mo>[01]?\d)\s?[./月월-]\s?(?P<d>[0-3]?\d)(?!\d)")
_DMY_WORD = re.compile(
    rf"(?<!\d)(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|\.|º|ª)?(?:\s+(?:(?:de|of)\s+|d')|{_SEP})(?P<mo>{_WORD})\.?(?:/{_WORD})?"
    rf"(?:\s+(?:de|del)\s+|{_SEP})['’]?(?P<y>(?:19|20)\d\d|\d\d(?!\d|:))",
    re.I,
)
_YMD_WORD = re.compile(
    rf"(?<!\d)(?P<y>(?:19|20)\d\d)\.?,?\s(?P<mo>{_WORD})\.?\s(?P<d>[0-3]?\d)(?!\d|:|\s?(?:Uhr|[ap]\.?m))", re.I
)
_MDY_WORD = re.compile(
    rf"(?<![^\W\d_])(?P<mo>{_WORD})\.?{_SEP}(?P<d>[0-3]?\d)(?!\d)(?:st|nd|rd|th)?[\s.,/|·•–—-]{{1,4}}(?:at\s+)?(?P<y>(?:19"
    rf"|20)\d\d|['’]?\d\d(?!\d|:))",
    re.I,
)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"
)
_DAY_NAMES = any_of(weekdays())
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)({_DAY_NAMES})[\s.,:;|/·•()–—-]{{0,4}}(?:[^\W\d_]{{2,4}}\.?\s)?$", re.I)
_WEEKDAY_AFTER = re.compile(rf"[\s.,|/·•()–—-]{{0,4}}({_DAY_NAMES})(?!\w)", re.I)
_URL_DATE = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/_-]?(?P<mo>0[1-9]|1[0-2]|[a-z]{3}(?=/))[/_-]?(?P<d>0[1-9]|[12]\d|3[01]"
    r"|[1-9](?=/))(?:[/_.-]|$)"
)
_VIETNAMESE = re.compile(r"(?<!\d)([0-3]?\d)\s+tháng\s+([01]?\d),?\s+(?:năm\s+)?(\d{4})", re.I)
_DIGITS = re.compile(r"\d\D*\d\D*\d")
"""The fewest that a full date has: 3 May '16."""
_OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)


def parse_date(text: str | None, *, day_first: bool | None = None) -> str | None:
    """The date in a short text as ISO 8601, with time and zone when printed; None when it has no full date.

    ``day_first`` settles 03/04/2017; left None, such a date is read only when one number is above twelve.
    """
    if not text or len(text) > 400 or not _DIGITS.search(text):
        return None
    text = text.strip()
    if not text.isascii():
        text = without_signs(text.translate(_OTHER_DIGITS))
        text = _VIETNAMESE.sub(r"\3-\2-\1", text) if "th" in text else text
    return _parse_iso(text) or _parse_printed(text, day_first)


def holds_date(text: str | None) -> bool:
    """True for a short text with a full date in it, also one that is read only by who knows the country."""
    return parse_date(text, day_first=True) is not None


def _parse_iso(text: str) -> str | None:
    match = _ISO.search(text) or _COMPACT.match(text)
    if not match:
        return None
    day = _day(match["y"], int(match["mo"]), match["d"])
    if day is None or match["h"] is None or int(match["h"]) > 23:
        return day
    zone = match.groupdict().get("z")
    clock = f"{int(match['h']):02}:{match['m']}:{match['s'] or '00'}"
    rest = text[match.end() :]
    if zone is None:
        return f"{day}T{clock}{_read_zone(rest)}"
    return f"{day}T{clock}{_offset(zone)}"


def _parse_printed(text: str, day_first: bool | None) -> str | None:
    for pattern in (_YMD, _DMY_WORD, _MDY_WORD, _NUMERIC, _YMD_WORD):
        match = pattern.search(text)
        while match:
            day = _match_day(match, day_first, text)
            if day:
                rest = text[: match.start()] + " | " + text[match.end() :]
                return day + _read_time(rest)
            match = pattern.search(text, match.start() + 1)  # "15:00 on 03 May 2016" holds "00 on 03" too
    return None


def _match_day(match: re.Match[str], day_first: bool | None, text: str) -> str | None:
    found = match.groupdict()
    if "a" in found:
        return _numeric_day(match, day_first, text)
    month = found["mo"]
    number = int(month) if month.isdigit() else month_number(month)
    return _day(found["y"], number, found["d"]) if number else None


def _numeric_day(match: re.Match[str], day_first: bool | None, text: str) -> str | None:
    first, second = int(match["a"]), int(match["b"])
    if first > 12 >= second:
        day_first = True
    elif second > 12 >= first:
        day_first = False
    elif (settled := _day_first_by_weekday(match, text)) is not None:
        day_first = settled
    elif day_first is None:
        # AM and PM beside a date are American far more often than not.
        day_first = False if re.search(r"\d\s?[AaPp]\.?[Mm]\b", text) else None
    if day_first is None:
        return _day(match["y"], first, match["b"]) if first == second else None
    return _day(match["y"], second, match["a"]) if day_first else _day(match["y"], first, match["b"])


def _day_first_by_weekday(match: re.Match[str], text: str) -> bool | None:
    """Whether a date in numbers is day first by the weekday beside it: only one of its readings is a Sunday."""
    named = _WEEKDAY_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
    named = named or _WEEKDAY_AFTER.match(text[match.end() :])
    if not named:
        return None
    fits = [
        day is not None and date.fromisoformat(day).weekday() == weekdays()[named[1].lower()]
        for day in _readings(match)
    ]
    return fits[0] if fits[0] != fits[1] else None


def _readings(match: re.Match[str]) -> tuple[str | None, str | None]:
    first, second, year = match["a"], match["b"], match["y"]
    return _day(year, int(second), first), _day(year, int(first), second)


def numeric_readings(text: str) -> tuple[str | None, str | None]:
    """The first numeric date in a text read day first and month first; None where a reading is no date.

    A weekday that stands beside it leaves one.
    """
    match = _NUMERIC.search(text)
    if not match:
        return None, None
    day, month = _readings(match)
    settled = _day_first_by_weekday(match, text) if day and month else None
    return (day if settled is not False else None), (month if settled is not True else None)


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or its short form, in some fifty languages."""
    word = word.lower()
    if number := month_of(word):
        return number
    for size in (5, 4, 3, 2):
        number = _PREFIX.get(word[:size])
        if number:
            return number
    return next((n for prefix, n in _PREFIX.items() if len(prefix) > 5 and word.startswith(prefix)), None)


def _day(year: str, month: int, day: str) -> str | None:
    year = year.lstrip("'’")
    full = int(year) if len(year) == 4 else 2000 + int(year) - (100 if int(year) > 60 else 0)
    try:
        return date(full, month, int(day)).isoformat()
    except ValueError:
        return None


def _read_time(rest: str) -> str:
    """ "T14:05:00+01:00" from what stands beside the date; empty when no clock time does."""
    match = _TIME.search(rest)
    if not match:
        return ""
    hour, minute = int(match["h"] or match["h2"]), match["m"] or "00"
    half = (match["ap"] or match["ap2"] or "")[:1].lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in "pم" else 0)
    if hour > 23:
        return ""
    return f"T{hour:02}:{minute}:{match['s'] or '00'}{_read_zone(rest[match.end() :])}"


def _read_zone(rest: str) -> str:
    """The zone printed right after a clock time; names that mean several zones are left out."""
    match = _ZONE.match(rest)
    if not match:
        return ""
    name, offset = (match["name"] or "").lower(), match["off"]
    if offset and (not name or name in {"gmt", "utc"}):
        return _offset(offset)
    minutes = _ZONES.get(name)
    return "" if minutes is None else _offset_minutes(minutes)


def _offset(zone: str) -> str:
    if zone in "Zz":
        return "+00:00"
    sign, digits = zone[0], zone[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    if int(hours) > 14 or int(minutes) > 59:
        return ""
    return f"{sign}{int(hours):02}:{minutes}"


def _offset_minutes(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def parse_epoch(text: str | None) -> str | None:
    """The UTC time of a Unix time in seconds or milliseconds between 1990 and 2100."""
    if not text or not re.fullmatch(r"\d{9,10}|\d{12,13}", text):
        return None
    seconds = int(text) / (1000 if len(text) > 10 else 1)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).replace(microsecond=0).isoformat()


def parse_url_date(url: str | None) -> str | None:
    """The day in an address such as ``/2017/01/22/``; None when it holds no full day."""
    match = _URL_DATE.search(url or "")
    if not match:
        return None
    number = int(match["mo"]) if match["mo"].isdigit() else month_number(match["mo"])
    return _day(match["y"], number, match["d"]) if number else None


def same_day(first: str | None, second: str | None) -> bool:
    """True when both dates are known and name the same day as printed."""
    return bool(first and second and first[:10] == second[:10])
