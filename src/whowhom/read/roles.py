"""What trades, ranks and the bodies that people work for are called where they stand beside a name in a byline."""

from __future__ import annotations

import re

from whowhom.read.agencies import AGENCIES
from whowhom.read.credits import words_of
from whowhom.read.vocabulary import any_of

ROLE_WORDS = (
    r"staff(?: writers?| reporters?| correspondents?)?|(?:senior |chief |deputy |managing |associate "
    r"|contributing |assistant |news |political |foreign |"
    r"diplomatic |defen[cs]e |sports |business |science |special |white house |national |middle east |europe |us "
    r"|washington |bureau |investigative |transport |health |education |environment(?:al)? |climate |crime |courts? "
    r"|legal |technology |tech |arts? |cultur(?:e|al) |music |film |food |travel |consumer |financ(?:e|ial) |markets? "
    r"|energy |property |home affairs |social affairs |religio(?:n|us affairs) |security |football |features? |rural "
    r"|agricultur(?:e|al) |local government |industr(?:y|ial) |labou?r |employment |royal |digital |data |video "
    r"|economics? |parliamentary |regional |asia |africa |and )*"
    r"(?:writers?|reporters?|correspondents?|editors?(?:[- ]in[- ]chief)?|columnists?|contributors?|bureau chief"
    r"|producers?|bloggers?|author|guest)"
    r"|staff|editorial (?:board|staff|team)|news ?desk|web desk|online desk|newsroom"
    r"|(?:redaktion|rédaction|redacción|redação|redazione|redactie|redakcja|редакция)(?: \w+)?"
    r"|la redazione|redaktor|autorin|autor"
    r"|freelance(?:r)?(?: journalist)?|journalist(?:in)?|special to .+|for the .+|for .+\.com"
    r"|chef(?:redakteur)?\w*|redakteur(?:in)?|opinion|analysis"
    r"|(?:ph\.?d|m\.?d|j\.?d|esq|mba|rn)\.?|jr\.?|sr\.?|ii|iii"
)
ROLE = re.compile(rf"^(?:{ROLE_WORDS})$", re.I)
ROLE_INSIDE = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|bureau|staff|producers?|chief"
    r"|director|professor|fellow|associate|researcher|lecturer|scholar|scientist|economist|strategist|advis[eo]r|historian"
    r"|co-?ordinator|consultant|intern|politolog\w*|mitarbeiter(?:in)?|chercheu\w+|investigador\w*|pesquisador\w*|ricercat\w+"
    r"|photograph\w*|fotograf\w*|"
    r"redakteur\w*|journalist\w*|analyst|desk|redaktion|founder|manager|president|university|institute|media"
    r"|head of|heads of|assistant|trainee|presenter|commentator|blogger|lawyer|expert(?:e|in)?"
    r"|professeure?|profesora?|directeur|directrice|directora|direktor(?:in)?|dyrektor(?:ka)?|leiterin"
    r"|minister|secretary|ambassador|ceo|m\.?p\.? for|senator for|chair of|chairman|chairwoman|co-?founder|attorney"
    r"|dozent(?:in)?|ricercator\w*|docente"
    r"|officer|specialist|wire|reports|radio|télévision|television|zeitung|gazette|agências|agencias|agences|agenturen|agenzie|agencje"
    rf"|{any_of(words_of('job') | words_of('hand'))})\b",
    re.I,
)
_BODY = re.compile(
    r"(?:^|\s)(?:program(?:me)?|cent(?:re|er)|institute|department|faculty|school|studies|unit|project|initiative|division"
    r"|affairs|policy|research|team|lab|laboratory|foundation|college|university|office|council|section|network"
    r"|branch|group|committee|commission|ministry|practice|relations|development|security|economics|law|politics|africa"
    r"|asia|america|americas|europe|eurasia|east|pacific"
    r"|études|recherches?|sciences|estudios|studi|institut|zentrum|forschung)"
    r"(?:\s(?:of|for|at|on|de|du|des|della?|für)\s.+)?$",
    re.I,
)
"""The end of the name of a body, or of the field that somebody works in."""
_AND = re.compile(rf"(?:^|\s)(?:{any_of(words_of('and') | words_of('thin'))}|&)\s", re.I)


def without_bodies(text: str) -> str:
    """A byline without the body or field that follows a role: "Ann Lee, Senior Fellow, Ports and Corridors Programme".

    An "and" in such a name would be taken for one between two people.
    """
    if "," not in text or not _AND.search(text):
        return text
    return ";".join(map(_of_one_credit, text.split(";")))


def _of_one_credit(text: str) -> str:
    pieces = text.split(",")
    kept, is_after_role = pieces[:1], False
    for piece in pieces[1:]:
        first, *others = _AND.split(piece.strip())
        is_role = ROLE_INSIDE.search(first) is not None
        is_field = bool(others) and (_BODY.search(piece) is not None or _is_word(others[-1]))
        if is_field and first and (is_role or is_after_role or (" " not in first and " " in others[-1])):
            is_after_role = True
            continue
        is_after_role = is_role or (is_after_role and _BODY.search(piece) is not None)
        kept.append(piece)
    return ",".join(kept)


def _is_word(text: str) -> bool:
    """True for a single word that names no agency: people have two, "Staff Writer and AP" names another author."""
    return " " not in text.strip() and text.strip().lower() not in AGENCIES


NOT_NAMES = {
    "move comment", "name", "your name", "mail", "email address", "comment", "required", "bio", "latest posts",
    "bio latest posts", "reply", "leave a reply", "cancel reply", "log in", "share this", "menu", "search",
    "admin", "administrator", "editor", "editors", "author", "authors", "unknown", "anonymous", "guest",
    "user", "webmaster", "none", "null",
    "posted by", "by", "comments", "share", "email", "print", "facebook", "twitter", "home", "contact",
    "about", "about us", "follow",
    "subscribe", "view all posts", "more", "read more", "all posts", "website", "posts", "undefined", "n/a",
    "na", "root", "super user", "wordpress", "joomla!", "기자", "记者", "記者",
    "profile", "linkedin", "rss", "google+", "follow us", "blog", "team", "press release", "updated",
    "published", "date", "sign in", "me", "us", "vol", "no", "nr", "issue", "today", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "the", "la", "le", "der", "die", "das", "el", "il", "de", "da",
    "rédaction", "la rédaction", "redaktion", "die redaktion", "redacción", "la redacción", "redação", "da redação",
    "redazione", "la redazione", "redactie", "de redactie", "redakcja", "redaksjonen", "redaktionen", "редакция",
}  # fmt: skip
"""What stands where a name does and is none."""
