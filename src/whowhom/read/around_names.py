"""What stands around the names of a marked byline: the kind of work or the place before, titles, and tools after.

An element that is called a byline holds names whatever it opens with ("Kommentar von Ann Lee", "LIMA - Ana Ruiz"); in
other lines the same words open headlines.
"""

from __future__ import annotations

import re

from whowhom.read.agencies import AGENCIES
from whowhom.read.credits import CAPITAL, words_of
from whowhom.read.vocabulary import any_of

_ARTICLE = r"(?:(?:an?|the|un[aeo]?|ein|eine|um|uma|een|en|et|ett|l[ae])\s|(?:l|un)['’])?"
_WORK = rf"(?:{any_of(words_of('author'))})"
_OF = rf"(?:(?:{any_of(words_of('by') | words_of('of'))})\b|d['’])"
_HELP = (
    r"sponsored|powered|supported|presented|produced|provided|brought|reviewed|checked|approved|updated|modified|moderated"
    r"|hosted|directed|funded|owned|uploaded|maintained|syndicated|distributed|licensed|delivered"
)
_TEXT = r"(?:words|text|texts?|textos?|textes?|testo|testi|tekst|story)"
_SOURCE = any_of(words_of("source"))
_LEADS = [
    re.compile(rf"^{_ARTICLE}{_WORK}\s+{_OF}\s*(?=(?-i:{CAPITAL}))", re.I),
    re.compile(rf"^{_ARTICLE}{_WORK}\s*[:|]\s*(?=\w)", re.I),
    re.compile(rf"^{_TEXT}\s+(?=(?-i:{CAPITAL})\S+\s(?-i:{CAPITAL}))", re.I),
    re.compile(
        rf"^(?!{_HELP})(?:\w+\s){{1,3}}(?:by|von|par|por|door|przez)\s"
        rf"(?=(?-i:{CAPITAL})\S+\s(?-i:{CAPITAL})\S+$)",
        re.I,
    ),
    re.compile(r"^exclusive\s*:?\s+(?:by\s+)?", re.I),
    re.compile(rf"^(?:{_SOURCE})\s*[:：]\s*", re.I),
    re.compile(r"^(?:das|die)\s(?:interview|gespräch|fragen)\s(?:führten?|stellten?)\s*:?\s*", re.I),
    re.compile(rf"^(?:беседова|подготови|записа|написа|опроси)(?:ла?|ли)\s*:?\s+(?=(?-i:{CAPITAL}))", re.I),
    re.compile(rf"^aus\s\S+(?:\s\S+)?\s(?:berichtet|berichten|von)\s(?=(?-i:{CAPITAL}))", re.I),
    re.compile(rf"^(?:[Ff]rom|FROM|van|af|av|[Оо]т)\s(?={CAPITAL}\S+\s{CAPITAL})"),
]
"""What a marked byline opens with; one of them is taken away."""
_AGENCY = any_of(AGENCIES)
_AGENCY_FIRST = re.compile(rf"^((?i:{_AGENCY}))\s[/–—-]\s(?={CAPITAL})")
_AGENCY_BESIDE = re.compile(rf"\s*\((?:(?:{any_of(words_of('and'))})\s)?({_AGENCY})\)", re.I)
_PLACE_FIRST = re.compile(rf"^[^\W\d_]{{3,}}(?:\s[–—-]|\s?:)\s(?=(?:{CAPITAL}[\w.'’-]+\s){{1,2}}{CAPITAL}[\w.'’-]+$)")
_SLASHED = re.compile(rf"(?<=\w\s)({CAPITAL}[\w.'’-]*)\s?/\s?(?!(?i:{_AGENCY})\b)\w+(?=\s*(?:[,;]|$))")
_LIVES = re.compile(r"\s(?:is|was|ist|est|es|é|è)\s(?:an?|the|une?|una?|eine?|uma?|uno)\s.*$", re.I)
_REPORTS = re.compile(
    r"\s(?:reports?|writes|reporting|berichtet|schreibt|informa)(?:\s(?:from|for|aus|für|desde)\s.*)?$"
)
_TOOLS = re.compile(
    r"(?<=\w)['’]s (?:blog|column)$|(?<=\w)\s+view (?:\w+ )?(?:bio|profile|posts?|articles?|comments?)\b.*"
    r"|(?<=\w\s\w)(\w+)\s+(?:follow(?:ing)?\b.*|get e-?mail\b.*|(?:see |read )?(?:full )?bio|e-?mail|contact|twitter"
    r"|facebook|linkedin|instagram|bluesky|mastodon|website|rss|subscribe|folgen|suivre|seguir|segui|volgen|obserwuj|följ"
    r"|takip et):?$",
    re.I,
)
_TRADE_AFTER = re.compile(r"(?<=[^\W\d_]{2})\s*(?:기자|특파원|記者|特派員|记者\s?报道)$")
"""The trade that stands behind a name in Korean, Japanese and Chinese."""
_OTHER_WORK = re.compile(rf"^(?i:{any_of(words_of('other') - {'art'})})\s{CAPITAL}[\w.'’-]*\s{CAPITAL}")
_FULL_TITLE = (
    r"(?:the )?(?:rt\.? |right )?hon(?:ou?rable)?|sir|dame|lord|lady|baroness|ambassador|minister|president|governor"
    r"|mayor|councill?or|chancellor|senator|captain|colonel|lieutenant|major|general"
    r"|(?:(?:staff|master|tech|senior|chief) )?(?:sgt|sergeant)|capt|maj|lt|cpl|airman|petty officer"
    r"|dr|dra|prof(?:essor)?a?|mr|mrs|ms|mx|rev|father|rabbi|dottssa"
    r"|herr|frau|mme|doña"
)
_SHORT_TITLE = (
    r"gen|col|cmdr|adm|ens|sen|rep|gov|dott(?:\.?ssa)?|avv|ing|mag|dipl\.?-ing|sra?|dña|mgr|hab|inż|av|doç|uzm"
)
"""Titles that without their full stop are given names, or words."""
_TITLE = re.compile(rf"^(?:(?:(?:{_FULL_TITLE})(?=[\s.])\.?|(?:{_SHORT_TITLE})\.)\s*)+(?=\S+\s\S)", re.I)
_HONOUR = re.compile(r"(?<=\w)\s(?:MP|MEP|MdB|MdEP|MSP|MLA|TD|OBE|CBE|MBE|KBE|KC|QC|FRS|DPhil|Ph\.?D\.?|MBBS)$")
_NOTE = re.compile(r"(?<=[^\W\d_]{2})(?:\d|[*†‡])(?=\s*(?:[,;&]|and\b|und\b|et\b|y\b|$))")
_HOUSE = re.compile(
    r"(?:The )?(?:[A-ZÀ-Þ][\w.'’&-]*\s){1,4}"
    r"(?i:(?:wire|news|press) (?:service|agency|association|network)|newswire|wires?)"
)
"""Common words that make the name of an agency: "Coastal Wire Service"."""
_CODES = re.compile(r"\(?[a-z]{2,4}(?:/[a-z]{2,4})+\)?")
"""The codes of writers and agencies: "(lee/dpa)"."""


def without_lead(text: str) -> str:
    """A byline without the work, the place or the source it opens with; an agency there becomes a credit of its own."""
    text = _AGENCY_FIRST.sub(r"\1; ", text)
    for lead in _LEADS:
        if match := lead.match(text):
            text = text[match.end() :]
            break
    return _PLACE_FIRST.sub("", text)


def without_tail(text: str) -> str:
    """A byline without who the writer is, from where the report is and what may be clicked; agencies parted."""
    text = _TRADE_AFTER.sub("", text)
    text = _REPORTS.sub("", _LIVES.sub("", _AGENCY_BESIDE.sub(r"; \1", text)))
    return _SLASHED.sub(r"\1", _TOOLS.sub(lambda match: match[1] or "", text))


def is_other_work(name: str) -> bool:
    """True for a name with what it did before it, which makes no author: "Photography Bo Roe"."""
    return _OTHER_WORK.match(name) is not None


def without_title(name: str) -> str:
    """A name without what honours its bearer: "Prof. Dr. Ann Lee", "Ann Lee MP"."""
    return _HONOUR.sub("", _TITLE.sub("", name))


def without_notes(text: str) -> str:
    """A byline without the numbers of footnotes that stand right after several names."""
    return _NOTE.sub("", text) if len(_NOTE.findall(text)) > 1 else text


def is_house(name: str) -> bool:
    """True for an agency whose name is made of common words."""
    return _HOUSE.fullmatch(name) is not None


def is_codes(text: str) -> bool:
    """True for a byline that is codes alone."""
    return _CODES.fullmatch(text) is not None
