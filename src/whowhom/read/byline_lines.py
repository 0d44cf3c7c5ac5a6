"""What opens a byline, stands in one before the name, and ends it: patterns of words of many languages."""

from __future__ import annotations

import re

from whowhom.read.credits import words_of
from whowhom.read.vocabulary import any_of

_TOLD = (
    r"rozmawiała?|opracowała?|napisała?|oprac|(?:opr|red|bearb|zebr)(?=\.)|(?:إعداد|تحرير|تقرير)(?=\s*[:–-])"
    rf"|oleh(?=\s*[:–-]|\s\w[\w.'’-]*\s\w)|{any_of(words_of('told'))}"
)
"""What opens a byline by itself in languages that have no little word for "by"; Oleh Koval is a name."""
TOLD = re.compile(rf"(?:{_TOLD})(?!\w)", re.I)
_WHEN = any_of(words_of("when"))
LEAD = re.compile(
    r"^(?:(?:written|posted|published|reported|submitted|story|words|text|article|report|review|photos?|analysis"
    r"|opinion|commentary|compiled)"
    r"(?: and \w+)?\s+)?(?:by|von|par|por|di|door|af|av|przez|autor|autorin|auteur|author|authors"
    r"|автор(?:\s(?:статьи|текста|материала))?"
    rf"|tekst|كتبت?|{_TOLD})\b\.?\s*[:：–-]?\s*"
    r"|^(?:posted|published|updated|written)\s+(?:on\s+)?.{6,40}?\s+by\s+|^par\s+|^de\s+notre\s+.*?,\s*",
    re.I,
)
NAME_LIKE_LEAD = re.compile(r"(?:Di|Von|Van|Par|Por|Av|Af|De|Door) ")
BY_LINE = re.compile(
    r"^(?:(?:written|posted|published|reported|submitted|story|words|text|article|report|analysis|opinion)\s+)?"
    rf"(?:(?:by|von|par|por|door|przez)\b:?\s+|(?:كتبت?\s*(?=[:–-])|(?:{_TOLD})\b\.?)\s*[:：–-]?\s+)(?=[^\W\d_])",
    re.I,
)
BY_AFTER_DATE = re.compile(
    r"(?:(?:^|[\s|•·,–—-])(?:by|von|par|por)\b:?|(?<=\d)\.?\s(?:da|door|av|af|przez|автором|(?:autor|szerző|author):))"
    r"\s+(?=[^\W\d_])",
    re.I,
)
NAME_AND_DATE = re.compile(
    r"^\[?(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})\s*[,"
    r"|•·–—-]?\s*(?=(?:\w{3,9}day,? )?(?:[A-Z]\w{2,8}\.? \d|\d))"
)
BYLINE_END = re.compile(
    r"\s*(?:[|•·\[\]?»]|//|\s/\s|\s[-–—@]\s|\((?!AP\)|AFP\)|Reuters\))|\b(?:on|am|at|le|um|el|op|om|em|às|as|il|alle|den"
    rf"|dnia|o godz\.?|dia|w|den|{_WHEN})"
    r"\s+(?=\w{3,10}day|\d|[A-Z]\w{2,8}\.? \d|\w{2,11}[.,]{0,2} \d)|\bemail\s*,"
    r"|\b(?:updated|published|posted|in|dans|sous|unter|filed|more by|comments?"
    r"|erstellt|veröffentlicht|aktualisiert|publiée?"
    r"|mise? à jour|publicad[oa]|a[ct]+ualizad[oa]|pubblicato|aggiornato|geplaatst|bijgewerkt|opublikowano|aktualizacja"
    r"|güncelle\w+|опубликовано|обновлено|objavljeno|zveřejněno|aktualizováno|közzétéve|frissítve|diterbitkan)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?\s+\d|\d)",
    re.I,
)
# "di MARTINA BELLANDI": the little word is a preposition of every day, so the whole line must be a name.
BY_NAME = re.compile(
    r"^(?:di|de|do|da|van|[aA][vVfF])\s+(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4}(?:(?:e|o|og|och"
    r"|en)\s(?:[A-ZÀ-Þ][\w.'’-]+\s?){2,4})?$"
)
