"""Author names as pages print them: "By A and B, Staff Writer" to A and B; agencies kept, roles and dates dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from whowhom.read.agencies import AGENCIES
from whowhom.read.around_names import (
    is_codes,
    is_house,
    is_other_work,
    without_lead,
    without_notes,
    without_tail,
    without_title,
)
from whowhom.read.build import clean
from whowhom.read.byline_lines import (
    BY_AFTER_DATE,
    BY_LINE,
    BY_NAME,
    BYLINE_END,
    LEAD,
    NAME_AND_DATE,
    NAME_LIKE_LEAD,
    TOLD,
)
from whowhom.read.credits import CAPITAL, is_hand, opens_as_credit, own_words, without_more, words_of
from whowhom.read.dates import month_number, parse_date
from whowhom.read.posted import entry_writer, writer_after_day
from whowhom.read.roles import NOT_NAMES, ROLE, ROLE_INSIDE, ROLE_WORDS, without_bodies
from whowhom.read.vocabulary import any_of, is_weekday

_OUTLET = re.compile(
    r"\b(?:news|service|citizen|times|post|press|herald|tribune|journal|gazette|daily|magazine|network|media"
    r"|agency|star|chronicle|telegraph|guardian|globe|record|observer|picayune)\b",
    re.I,
)
_PAPER_TAIL = re.compile(
    rf"(?:{_OUTLET.pattern}|\b(?:courier|mail|express|sun|echo|argus|bulletin|dispatch|examiner|ledger|leader"
    rf"|monitor|register"
    r"|sentinel|standard|today|online)\b)$",
    re.I,
)
"""What stands between a name and "Staff Writer": a word of the paper's name."""
_JOB = (
    r"writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalist(?:in)?|redakteur(?:in)?"
    r"|redaktor"
    rf"|{any_of(words_of('job'))}"
)
_JOB_LEAD = re.compile(
    rf"^(?:(?:{any_of(words_of('our'))})\s)?(?:[^\W\d_][\w-]*\s){{0,4}}?(?i:{_JOB})\s(?:(?i:spécial|especial"
    rf"|speciale)e?\s)?"
    r"(?=[A-ZÀ-ÞА-ЯЁ][\w.'’-]*\s[A-ZÀ-ÞА-ЯЁ])"
)
"""A trade before a full name: "state political reporter Ann Lee", "notre envoyé spécial Jean Dupont"."""
_JOB_TAIL = re.compile(rf"(?<=\w)\s+(?:{any_of(words_of('job'))})(?!\w).*$", re.I)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$", re.I)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2}|com|org|net|info|gov|edu|news|press|media|online|example)")
_ALWAYS = any_of({form for word in words_of("and") for form in (word, word.upper())} | {"And", "Und", "With"})
_SPLIT = re.compile(rf"\s*(?:;|、|，|\||/|•|·|&|\s\+\s|\b(?:{_ALWAYS})\b)\s*")
_THIN = re.compile(rf"(\s(?:{any_of({form for word in words_of('thin') for form in (word, word.upper())})})\s)")
_THIN_LEAD = re.compile(rf"^(?:{any_of(words_of('thin'))})\s(?={CAPITAL})")
_WHERE = any_of(words_of("where"))
_PLACE = re.compile(
    rf"\s+(?:{_WHERE})\s+{CAPITAL}[\w.'’-]*(?:\s{CAPITAL}[\w.'’-]*){{0,3}}(?:,\s?{CAPITAL}\w+)?"
    rf"(?=\s*(?:[,;&]|\b(?:{_ALWAYS})\b|\s(?:{any_of(words_of('thin'))})\s)\s*"
    rf"(?:(?i:{any_of(AGENCIES)})\b|{CAPITAL}[\w.'’-]*\s{CAPITAL}))"
)
"""A place of writing that another name follows: "A in Cairo and B in Kampala"."""
_AGENCY = any_of(AGENCIES)
_BY_AGENCY = re.compile(rf"\s[/|–—-]\s(?=(?:{_AGENCY})\s*(?:$|[,;|/(·]))", re.I)
_AGENCY_TAIL = re.compile(
    rf"(?:\s+(?:for|of|from))?\s+(?:the )?(?:{any_of(agency for agency in AGENCIES if ' ' in agency)}|reuters|afp)$",
    re.I,
)
_ANY_AGENCY_TAIL = re.compile(rf"(?<=\w\s)(\S+)\s(?:the )?(?:{_AGENCY})$", re.I)
"""The agency between a name and a role: "ANN LEE AP Diplomatic Writer"."""
_NICK = re.compile(r"(?=[^\W\d]+\d)[^\W\d][\w-]{2,24}(?=$|\s+(?:on|in|at|am|um|le|el)\b|\s*[|,·•(@])")
"""A username with digits, which elsewhere are where the date starts."""
_POSTED_BY = re.compile(
    r"^(?:posted|submitted|publiée?|postée?|publicad[oa]|postado|gepostet|verfasst|pubblicato|dodane?|dodał"
    r"|geplaatst)\b.{0,40}?"
    r"\b(?:by|von|par|por|da|przez|door):? \S+(?:$|\s+(?:on|at|dans|am|um|le|in|el|em|il|op)\b|\s*\|)",
    re.I,
)
_PARTICIPLE = re.compile(r"\b\w{2,}(?:ed|en|wn|ught)\s*$")
_SMALL = re.compile(r"(?<![^\W\d_])[a-zß-öø-ÿ][^\W\d_]*")
_IN_NAMES = (
    words_of("and") | words_of("thin") | words_of("where") | words_of("of")
    | frozenset("von van der den de la le du dos das del della al el bin ibn ben ter ten zu zum af av the".split())
)  # fmt: skip
_TAIL = re.compile(
    rf"\s+(?:(?:on|for|updated|published|posted|says?|via|{_WHERE})\s*:?\s+(?=[\d]|\w{{3,9}}day|[A-Z]\w{{2,8}}\.? \d"
    r"|the |[A-ZÀ-Þ]).*|of the .*"
    r"|[-–—|•·]\s.*|\(.*|\d.*|@\w+.*|updated\b.*|published\b.*|posted\b.*|says:?|sagt:?)$",
    re.I,
)
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s")
"""A full stop that is no initial's: "Ana Ruiz. Lima"."""
_OF_ANOTHER = re.compile(r"\b(?:in|on|zu|sur|en)\s+[“\"«„]")
"""What follows the name of a commenter in a list of the newest: "by Ann in “Snow gates”"."""


def parse_byline(text: str) -> tuple[str, ...]:
    """The names in a line that says it is a byline ("By A and B", "May 3, 2016 by A"); empty for any other line."""
    text = clean(text)
    return _read_byline(text) if len(text) <= 160 else ()


@lru_cache(maxsize=4_000)
def _read_byline(line: str) -> tuple[str, ...]:
    text = own_words(line)
    if not text or _OF_ANOTHER.search(text):
        return ()
    if people := _person_of_outlet(text):
        return people
    if reporter := _REPORTER.fullmatch(text):
        return (reporter["name"],) if is_name(reporter["name"]) else ()
    if poster := entry_writer(text) or writer_after_day(text):
        return (poster,) if is_name(poster) else ()
    match = BY_LINE.match(text) or BY_NAME.match(text) or BY_AFTER_DATE.search(text) or NAME_AND_DATE.match(text)
    if not match:
        return ()
    if TOLD.match(text) and text[match.end() : match.end() + 1].islower():
        return ()  # "Piše o ratu" opens a headline
    before = text[: match.start() + 1]
    if match.re is BY_AFTER_DATE and not parse_date(before) and (len(before.split()) > 3 or _PARTICIPLE.search(before)):
        return ()
    if match.re is NAME_AND_DATE and not parse_date(text[match.end("name") :][:34]):
        return ()
    if match.re is BY_AFTER_DATE:
        names = split_byline(f"by {text[match.end() :]}")
    else:
        names = split_byline(match["name"] if match.re is NAME_AND_DATE else text[match.start() :])
    is_said = _POSTED_BY.match(line) is not None
    return names if all(is_said or _is_capitalised(name) or name in AGENCIES for name in names) else ()


_REPORTER = re.compile(
    rf"(?P<name>{CAPITAL}[\w.'’-]+(?:\s{CAPITAL}[\w.'’-]*){{1,3}}),?\s(?:reports?|reporting|writes|berichtet|schreibt|informa"
    rf"|escribe|escreve|scrive|relata|pisze|rapporte|écrit|bericht|melaporkan|сообщает|передает|javlja)\s(?:exclusively\s)?"
    rf"(?:from|for|aus|für|desde|de|da|do|dal?|depuis|à|z|ze|w|dari|из|iz|uit|van|na)\s(?:the\s)?{CAPITAL}[^.!?]{{2,40}}[.:]?"
)
"""A line before the story that says who tells it: "Ann Lee reports from Oslo"."""


def _person_of_outlet(text: str) -> tuple[str, ...]:
    """The name in "Tim Shufelt, Canwest News Service; Ottawa Citizen"; empty for other lines."""
    name, comma, rest = LEAD.sub("", text, count=1).partition(",")
    if (
        not comma
        or len(text) > 90
        or not re.fullmatch(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}", name)
        or _OUTLET.search(name)
    ):
        return ()
    houses = [house.strip() for house in re.split(r"[;,/|]", rest)]
    if not all(
        house.lower() in AGENCIES or (_OUTLET.search(house) and house[:1].isupper() and len(house.split()) <= 5)
        for house in houses
    ):
        return ()
    return (name, *(house for house in houses if house.lower() in AGENCIES)) if is_name(name) else ()


def is_role(text: str) -> bool:
    """True for a trade and nothing else: "Staff Writer"."""
    return ROLE.match(text) is not None


def is_outlet(name: str) -> bool:
    """True for a paper's name, a service's or a desk's."""
    return name.lower() not in AGENCIES and _OUTLET.search(name) is not None


@lru_cache(maxsize=4_000)
def split_byline(text: str) -> tuple[str, ...]:
    """The names in a byline's text, cut where the date, the section or the count of comments starts."""
    text = own_words(without_notes(clean(text).strip("[]")))
    lead = BY_AFTER_DATE.search(text)
    before = text[: lead.start() + 1] if lead and not LEAD.match(text) else ""
    if lead and before and (parse_date(before) or "|" in before or re.fullmatch(r"\S+ [–—-] ", before)):
        text = text[lead.start() :].lstrip(" |–—-•·")
    names = unique(name for credit in text.split("; By ") for name in _credited(credit))
    people = tuple(name for name in names if name.lower() in AGENCIES or not _OUTLET.search(name))
    return people or names


def _credited(text: str) -> tuple[str, ...]:
    """The names of one credit, without the places they wrote from and what comes after the last."""
    led = LEAD.match(text)
    text = without_more(text[led.end() :] if led else without_lead(text))
    if nick := _NICK.match(text):
        return (nick[0],)
    if is_codes(text):
        return tuple(code for code in text.strip("()").split("/") if code in AGENCIES)
    text = _JOB_LEAD.sub("", without_tail(text))
    text = _BY_AGENCY.sub("; ", _PLACE.sub("", without_bodies(text)))
    cut = BYLINE_END.search(text)
    return _split_names(text[: cut.start()] if cut else text)


def sign_off(text: str) -> tuple[str, ...]:
    """The names in a line under the story ("Reporting by A in X and B in Y; editing by C"); empty for sentences."""
    text = text.strip(" ()—–-")
    if len(text) > 300 or not opens_as_credit(text):
        return ()
    return split_byline(text) if _IN_NAMES.issuperset(_SMALL.findall(own_words(text))) else ()


def split_authors(text: str | None) -> tuple[str, ...]:
    """The names in an author field or byline, in order, each once."""
    if not text:
        return ()
    text = clean(text)
    if len(text) > 400:
        return ()
    if text.startswith(("http://", "https://")):
        name = _name_from_url(text)
        return (name,) if name else ()
    turned = _TURNED.fullmatch(text)
    if turned and AGENCIES.isdisjoint(map(str.lower, turned.groups())):
        return (f"{turned[2]} {turned[1]}",)
    text = own_words(text).strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]  # what is left of "a@b.example (Ann Lee)"
    return _split_names(_PLACE.sub("", without_bodies(LEAD.sub("", text, count=1))))


_TURNED = re.compile(rf"({CAPITAL}[\w'’-]+), ({CAPITAL}[\w'’-]+(?: {CAPITAL}\.?)?)")
"""The form of library catalogues: "Lee, Ann"."""


def _split_names(text: str) -> tuple[str, ...]:
    return unique(filter(None, (_clean_name(part) for part in _parts(text))))


def _parts(text: str) -> list[str]:
    """Pieces between "and", ";" and the like, and between commas where what follows one is a name too."""
    pieces: list[str] = []
    trades: set[str] = set()
    for part in _SPLIT.split(text):
        first = True
        for piece in filter(None, (_THIN_LEAD.sub("", piece.strip()) for piece in part.split(","))):
            if _SUFFIX.match(piece) and pieces:
                continue
            if not first and is_hand(piece):
                trades.add(pieces[-1])
            if not first and _is_beside(pieces[-1], piece):
                continue
            pieces.extend(_full_names(piece))
            first = False
    return [piece for piece in pieces if piece not in trades] or pieces


def _is_beside(name: str, piece: str) -> bool:
    """True when what follows a name and a comma is a place or a role: "Ann Lee, in Oslo", "ANN LEE, Bel Amar"."""
    if piece.lower() in AGENCIES or " " not in name or name[:1].islower():
        return False
    if " " not in piece or _STUDIO.match(piece) or (ROLE_INSIDE.search(piece) and not _JOB_LEAD.match(piece)):
        return True
    return piece[:1].islower() or name.isupper() != piece.isupper()


_STUDIO = re.compile(r"[A-Z][A-Z\d]{2,}(?:-Studio)?\s[A-ZÀ-Þ][a-zß-ÿ]+$|[A-Z]\d\s")
"""A broadcaster's place: "ARD Nairobi"."""


def _full_names(piece: str) -> list[str]:
    """The piece cut at "y", "e" and the like when full names stand on both sides ("Ana Costa e Silva" is one)."""
    names: list[str] = []
    joint = ""
    for part in _THIN.split(piece):
        if part.strip().lower() in words_of("thin") and names:
            joint = part
            continue
        is_whole = " " in part.strip() or part.strip().lower() in AGENCIES
        if names and not (is_whole and " " in names[-1]):
            names[-1] += joint + part
        else:
            names.append(part.strip())
    return names


_ALL_OF = re.compile(
    r"^(?:(?:(?:view|see|read|show|find|browse) )?(?:(?:all|more|other) )?(?:posts?|articles?|stories|entries|columns?)"
    r" (?:by|from)|(?:alle|mehr) (?:artikel|beiträge|texte) von|(?:voir )?tous les articles de"
    r"|(?:ver )?todos los artículos de|(?:ver )?todos os (?:artigos|posts|textos) de|tutti gli articoli di"
    r"|alle artikelen van|alle (?:artikler|artiklar|saker) (?:af|av))\s+",
    re.I,
)
"""What a link to everything that somebody wrote says before the name."""


def _clean_name(name: str) -> str | None:
    """A name without handle, place or date behind it; None when what is left is no name."""
    name = clean(name).strip(" ,:;-–—|•·\"'“”*~")
    # One lead is gone by now: "by" may follow "and", but Di Fox and Von Hale are names.
    name = LEAD.sub("", name, count=1) if not NAME_LIKE_LEAD.match(name) else name
    name = _JOB_LEAD.sub("", name)
    if name.lower() in AGENCIES or name.strip("()").lower() in AGENCIES:
        return name.strip("()")
    if is_other_work(name):
        return None
    name = without_title(name)
    name = _ALL_OF.sub("", name)
    if len(name.split()) > 2 and (role := re.search(rf"\s+(?:{ROLE_WORDS})$", name, re.I)):
        name = _ANY_AGENCY_TAIL.sub(r"\1", name[: role.start()])
        name = _PAPER_TAIL.sub("", name) if len(name.split()) > 2 else name
    person = _AGENCY_TAIL.sub("", name) if len(name.split()) > 2 else name
    name = person if " " in person.lower().removeprefix("the ") else name  # "Westmark Press Association" is one name
    name = _JOB_TAIL.sub("", name) if len(name.split()) > 2 else name
    name = _TAIL.sub("", _STOP.split(name)[0]).strip(" ,:;-–—|•·\"'“”.") if len(name) > 3 else name
    before, _, last = name.rpartition(" ")
    name = before if " " in before and is_weekday(last) else name
    return name if is_name(name) else None


def is_name(name: str) -> bool:
    """False for roles, dates, links, menus and sentences."""
    low = name.lower()
    if (
        not 2 <= len(name) <= 60
        or low in NOT_NAMES
        or NOT_NAMES.issuperset(low.split())
        or ROLE.match(name)
        or "@" in name
        or "://" in name
        or "www." in low
        or _DOMAIN.fullmatch(low)
    ):
        return False
    words = name.split()
    if len(words) > 1 and words[0].lower() in words_of("our"):
        return False
    if (len(words) == 1 and low in words_of("author")) or (is_weekday(low) and not (low.isascii() and len(low) < 4)):
        return False
    if is_house(name):
        return True
    if len(words) > 6 or not re.search(r"[^\W\d_]", name):
        return False
    if re.search(r"\d{3,}|[{}<>=]", name) or parse_date(name) or _COUNTED.match(low):
        return False
    if len(words) <= 3 and month_number(words[0]) and any(ch.isdigit() for ch in name):
        return False
    if len(words) > 1 and words[0][0].isupper() and words[-1].isascii() and words[-1].islower():
        return False  # "Publicado em", "Posted on"
    return not (ROLE_INSIDE.search(name) and len(words) > 1)


_COUNTED = re.compile(r"\d[\d.,]*k?\+?\s+[^\W\d_]")
"""A number and what is counted: "7 réactions"."""


def is_full_name(name: str) -> bool:
    """True for a name of two to five words in capitals or an agency's; names in running words are not."""
    return name.lower() in AGENCIES or (2 <= len(name.split()) <= 5 and name[:1].isalpha() and not name[:1].islower())


def _is_capitalised(name: str) -> bool:
    return any(word[0].isupper() or not word[0].isascii() for word in name.split())


def _name_from_url(url: str) -> str | None:
    """ "jane-doe" in an author page's address as Jane Doe; None for other addresses."""
    parts = [part for part in urlsplit(url).path.split("/") if part]
    if ("author" not in url and "profil" not in url and "staff" not in url) or not parts:
        return None
    words = re.split(r"[-_.+ ]", unquote(parts[-1]))
    if not 2 <= len(words) <= 4 or not all(word.isalpha() for word in words):
        return None
    return " ".join(word.capitalize() for word in words)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, whatever its case; a name that is only the end of a longer one is the same person."""
    kept: list[str] = []
    for name in names:
        folded = name.casefold()
        if not any(folded == other.casefold() for other in kept):
            kept.append(name)
    return tuple(kept)
