"""What stands around the names of a marked byline: the kind of work or the place before, titles, and tools after.

An element that is called a byline holds names whatever it opens with ("Kommentar von Ann Lee", "LIMA - Ana Ruiz"); in
other lines the same words open headlines.
"""

from __future__ import annotations

import re

from whowhom.read.agencies import AGENCIES
from whowhom.read.credits import any_of, words_of

_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
_ARTICLE = r"(?:(?:an?|the|un[aeo]?|ein|eine|um|uma|een|en|et|ett|l[ae])\s|(?:l|un)['’])?"
_WORK = rf"(?:{any_of(words_of('author'))})"
_OF = rf"(?:(?:{any_of(words_of('by') | words_of('of'))})\b|d['’])"
_HELP = (
    r"sponsored|powered|supported|presented|produced|provided|brought|reviewed|checked|approved|updated|modified|moderated"
    r"|hosted|directed|funded|owned|uploaded|maintained|syndicated|distributed|licensed|delivered"
)
_TEXT = r"(?:words|text|texts?|textos?|textes?|testo|testi|tekst|story)"
_SOURCE = r"(?:quellen?|sources?|fontes?|fuentes?|źródł[oa]|bron|kilde|källa|lähde|kaynak|источник|джерело|المصدر)"
_LEADS = [
    re.compile(rf"^{_ARTICLE}{_WORK}\s+{_OF}\s*(?=(?-i:{_CAPITAL}))", re.I),
    re.compile(rf"^{_ARTICLE}{_WORK}\s*[:|]\s*(?=\w)", re.I),
    re.compile(rf"^{_TEXT}\s+(?=(?-i:{_CAPITAL})\S+\s(?-i:{_CAPITAL}))", re.I),
    re.compile(
        rf"^(?!{_HELP})(?:\w+\s){{1,3}}(?:by|von|par|por|door|przez)\s(?=(?-i:{_CAPITAL})\S+\s(?-i:{_CAPITAL})\S+$)", re.I
    ),
    re.compile(r"^exclusive\s*:?\s+(?:by\s+)?", re.I),
    re.compile(rf"^{_SOURCE}\s*:\s*", re.I),
    re.compile(r"^(?:das|die)\s(?:interview|gespräch|fragen)\s(?:führten?|stellten?)\s*:?\s*", re.I),
    re.compile(rf"^(?:беседова|подготови|записа|написа|опроси)(?:ла?|ли)\s*:?\s+(?=(?-i:{_CAPITAL}))", re.I),
    re.compile(rf"^aus\s\S+(?:\s\S+)?\s(?:berichtet|berichten|von)\s(?=(?-i:{_CAPITAL}))", re.I),
    re.compile(rf"^(?:from|van|af|av|от)\s(?=(?-i:{_CAPITAL})\S+\s(?-i:{_CAPITAL}))", re.I),
]
"""What a marked byline opens with; one of them is taken away."""
_AGENCY = any_of(AGENCIES)
_AGENCY_FIRST = re.compile(rf"^((?i:{_AGENCY}))\s[/–—-]\s(?={_CAPITAL})")
_AGENCY_BESIDE = re.compile(rf"\s*\((?:(?:{any_of(words_of('and'))})\s)?({_AGENCY})\)", re.I)
_PLACE_FIRST = re.compile(rf"^[^\W\d_]{{3,}}(?:\s[–—-]|\s?:)\s(?=(?:{_CAPITAL}[\w.'’-]+\s){{1,2}}{_CAPITAL}[\w.'’-]+$)")
_SLASHED = re.compile(rf"(?<=\w\s)({_CAPITAL}[\w.'’-]*)\s?/\s?(?!(?i:{_AGENCY})\b)\w+(?=\s*(?:[,;]|$))")
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
_OTHER_WORK = re.compile(rf"^(?i:{any_of(words_of('other') - {'art'})})\s{_CAPITAL}[\w.'’-]*\s{_CAPITAL}")
_TITLE = re.compile(
    r"^(?:(?:(?:the )?(?:rt\.? |right )?hon(?:ou?rable)?|sir|dame|lord|lady|baroness|ambassador|minister|president|governor|mayor|councill?or|chancellor|senator|sen|rep|gov|judge"
    r"|capt(?:ain)?|col(?:onel)?|lt|lieutenant|maj(?:or)?|gen(?:eral)?|(?:(?:staff|master|tech|senior|chief|gunnery) )?"
    r"(?:sgt|sergeant)|cpl|spc|pfc|pvt|cmdr|ens|adm|airman|petty officer|1st|2nd|class|dr|prof(?:essor)?a?|mr|mrs|ms|mx|rev"
    r"|father|bishop|rabbi|sheikh|imam|dott(?:\.?ssa)?|avv|ing|mag|dipl\.?-ing|dra|sra?|dña|don|doña|herr|frau|mme|mgr"
    r"|hab|inż|av|doç|yrd|uzm)(?=[\s.])\.?\s*)+(?=\S+\s\S)",
    re.I,
)
_HONOUR = re.compile(r"(?<=\w)\s(?:MP|MEP|MdB|MdEP|MSP|MLA|TD|OBE|CBE|MBE|KBE|KC|QC|FRS|DPhil|Ph\.?D\.?|MBBS)$")


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
    text = _REPORTS.sub("", _LIVES.sub("", _AGENCY_BESIDE.sub(r"; \1", text)))
    return _SLASHED.sub(r"\1", _TOOLS.sub(lambda match: match[1] or "", text))


def is_other_work(name: str) -> bool:
    """True for a name with what it did before it, which makes no author: "Photography Bo Roe"."""
    return _OTHER_WORK.match(name) is not None


def without_title(name: str) -> str:
    """A name without what honours its bearer: "Prof. Dr. Ann Lee", "Ann Lee MP"."""
    return _HONOUR.sub("", _TITLE.sub("", name))
