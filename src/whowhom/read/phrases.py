"""What the lines of a comment's block say: who wrote, when, and what is there for replying, voting, sharing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from whowhom.read.dates import holds_date, parse_date
from whowhom.read.posted import name_after_day
from whowhom.read.vocabulary import comment_words, is_weekday, read_words

_ANSWERING = (
    r"antwort\s+(?:auf|an)|en\s+réponse\s+à|en\s+respuesta\s+a|in\s+risposta\s+a|em\s+resposta\s+a"
    r"|als\s+antwoord\s+op|svar\s+(?:til|på)|w\s+odpowiedzi\s+na|ответ\s+(?:на|для)"
    rf"|{comment_words('answers')}"
)
REPLY_WORDS = (
    r"reply|respond|répondre|antworten|responder|responde|rispondi|odpowiedz|odpovědět|odpovedať|odgovori|svara?|besvar"
    r"|vastaa|beantwoorden|reageer|reageren|yanıtla|cevapla|válasz|răspunde|balas|trả lời|ответить|відповісти|отговори"
    r"|απάντηση|(?:ال)?رد|پاسخ|הגב|返信|回复|回覆|답글|जवाब दें"
    rf"|{comment_words('reply')}"
)
"""What controls for replying are called."""
_SAYING = (
    r"says?|said|wrote|writes|commented|sagte?|sagt|schrieb|schreibt|meint|dit|a dit|a écrit|écrit|dice|dijo"
    r"|escribió|comentó"
    r"|disse|diz|escreveu|comentou|ha detto|ha scritto|scrive|pisze|napisał(?:\(?a\)?)?|mówi|powiedział(?:\(?a\)?)?"
    r"|schreef|zegt"
    r"|skrev|sier|skriver|dedi ki|diyor ki|yazdı|пишет|написала?|говорит|сказала?|كتب|يقول|قال"
    rf"|{comment_words('says')}"
)
"""What stands between a name and its words."""
_SAID = re.compile(rf"(?P<name>[^.!?]{{2,40}}?) (?:{_SAYING})(?: in reply to [^.!?]{{1,50}})? ?(?:\.\.\.|…|:)$")
IN_REPLY_TO = rf"(?:in\s+(?:reply|response)\s+to|repl(?:y|ying|ied)\s+to|{_ANSWERING})"
"""What opens a line that says whom, or which number, a comment answers."""
_ANSWER_STEMS = tuple(
    sorted(
        {"repl", "response", "antwort", "réponse", "respuesta", "risposta", "resposta", "antwoord", "svar", "ответ"}
        | {"odpowiedzi"}
        | {max(phrase.split(), key=len) for phrase in read_words("comment_words.tsv")["answers"]}
    )
)
_SAYS = re.compile(
    rf"[\s,:;|–—-]*(?:\b(?:{_SAYING}|on|at|am|wrote on)\s*[:,.|–—-]*|[:,|–—-]+)?\s*$",
    re.I,
)
_BEFORE, _LABEL = comment_words("posted"), comment_words("label")
BY = re.compile(
    r"^(?:(?:posted|written|commented|submitted|von|par|por|by)\b\s*(?:by\b)?\s*:?\s*|(?:comment(?: by| from)?|name"
    r"|author|user|autor|from)\s*:\s*|(?:comment by|kommentar (?:von|av|af)|commentaire (?:de|par)"
    r"|coment[aá]rio (?:de|por)|commento di|reactie (?:van|door))\s+|#?\d+[.)]\s+"
    rf"|(?:{_BEFORE})\b\s*[:：]?\s+|(?:{_LABEL})\s*[:：]\s*)+",
    re.I,
)
_POSTED = re.compile(
    r"(?:(?:^|\b)(?:posted|written|comment(?:ed)?|submitted|gepostet|verfasst|geschrieben|publiée?|rédigé|écrit"
    r"|posté|publicado"
    r"|escrito|enviado|postado|scritto|pubblicato|inviato|wysłane|wysłany|napisane|dodane|dodany|geplaatst|geschreven"
    r"|soumis|ingezonden|gepost|eingereicht|eingetragen|gespeichert|indsendt|skrevet|inskickat|inskickad|skrivet)"
    r"\s*(?:by|von|par|por|da|przez|door|av|af)?"
    rf"|(?:^|[\d|,.)•·–—-]\s?)(?:from|by|von|par|por|da|przez|door|{_BEFORE}|(?:{_LABEL})(?=\s*[:：])))\s*[:：]?\s+"
    r"(?P<name>[^|:»]{2,50}?)\s*(?=$|\||»|\s+(?:on|at|am|um|le)\b"
    r"|\s+(?:el|il|op|em|den|w|dia|pada|di|в|у|u|dne|dňa|la|στις|klo|lúc|vào|na|at|ngày)\s+(?:\w{2,12}[.,]{0,2}\s)?\d|\s+\d"
    r"|\s[-–—]|, \d|, \w+ \d)",
    re.I,
)
_WROTE = re.compile(
    r"^(?P<name>(?:[A-Z]\. ?){0,2}[^:.]{2,50}?(?:\s[A-Z]\.)?)"
    rf"\s+(?:{_SAYING})(?!\w)"
    r"(?:\s*(?:[:,.…|]|$)|(?=.{0,60}(?:\.\.\.|(?<![.!?]))$)|(?=\s(?:on|at|am|le|el|il)\s))",
    re.I,
)
_NAME_ON = re.compile(r"^(?P<name>[^|,:]{2,40}?)\s+(?:am|on|at|le|el|op|il|dia)\s+(?=\S)", re.I)
RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|two|few)\s?(?:s|sec|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo"
    r"|months?|y|yrs?|years?)\b(?:\s+ago)?"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:yesterday|today|just now)\b|\bvor \w+ (?:Stunden|Tagen|Minuten"
    r"|Jahr\w*)|\bil y a \d"
    r"|(?:^|\s)(?:hace|há|acum|πριν(?: από)?|منذ|قبل|לפני)\s(?:\d+|un[ao]?|uma?|o|ένα|μία)\s\w+"
    r"|\b\d+\s?[^\W\d_]+\.?\s(?:fa|atrás|назад|тому|преди|temu|prije|önce|geleden|siden|sedan|sitten|lalu|trước)\b"
    r"|\d\s?(?:秒|分|時間|小时|小時|天|日|か月|个月|個月|年|분|시간|일)[钟鐘]?\s?[前전]",
    re.I,
)
CARD_LINE = re.compile(
    r"^(?:группа|icq|публикаций|комментариев|сообщений|откуда|город|posts?|location|rank|status|score|karma"
    r"|reputation|group"
    r"|beiträge|wohnort|ort|rang|messages|ville|lieu|mensajes|ubicación|mensagens|localização|messaggi|località"
    r"|postów|posty"
    r"|skąd|miasto|grupa|berichten|woonplaats|mesaj(?: sayısı)?|şehir|konum)\s?:\s?\S.{0,30}$",
    re.I,
)
"""A line of the writer's card in a forum: "Posts: 160"."""
JOINED = re.compile(
    r"^\W*(?:joined|registered|member since|inscrite?|membre depuis|registriert|dabei seit|mitglied seit|registrad[oa]"
    r"|miembro desde|membro d[ea]sde|iscritt[oa]|lid sinds|medlem (?:siden|sedan)|dołączył|üyelik|kayıt|регистрация"
    r"|зарегистрирован|на сайте с)\b",
    re.I,
)
"""What opens a line of a writer's card: its date is no time of the comment."""
_ENDS_IN_DAY = re.compile(r"^.{1,100}\b\d{1,2}([/.-])\d{1,2}\1\d{4}$")
"""A line like "A. Lee, Leek. Received 03/05/2016", whose day may be May's or March's."""
FURNITURE = re.compile(
    rf"^(?:{REPLY_WORDS}|répondre à (?:ce|cette|la) \w+|quote|permalink"
    r"|permanent link|link(?: to this comment)?"
    rf"|{comment_words('tool')}"
    r"|permanenter link|report(?: abuse| this)?(?: post| comment)?|reply with quote|flag(?:ged)?|edit|delete|share"
    r"|like|dislike"
    r"|like or dislike:?[\s\d+-]*|unlike|up|actions?|parent|profile|follow"
    rf"|(?:{_SAYING}|at|on|by|am|um|le|the|via mobile|via)[\s:,.…]*|\(?(?:edited|bearbeitet|modifié|editado"
    rf"|modificato|edytowany)\)?"
    r"|follow post|posted(?: by| on| at)?:?"
    r"|[\d\s.,:;|•·+\-–—−×#()/\[\]▲▼△▽★☆⚑✓✔]+|#\d[\d.]*.{0,40}"
    r"|[\d.,]+k? (?:claps?|responses?|respuestas?|réponses?|antworten|respostas?)"
    r"|\d+ (?:votes?|likes?|points?|replies|reply|repl(?:y|ies)|people like this.*)|rating:?.{0,20}"
    r"|complain(?: about this comment)?|denounce|i(?:'|’)m offended|pochwal|oceń|zgadzam się|nie zgadzam się"
    r"|inappropriate\??(?: alert us\.?)?|alert us\.?|post a comment"
    r"|(?:show|hide|view|see|expand|collapse|load)(?:(?: all| more| full| \d+)* ?(?:comments?|repl(?:y|ies)"
    r"|thread).{0,10}|(?: all| more| full| less){1,2}\W{0,3})|expand full comment|read more|comment:|from:|"
    r"melden|löschen|zitieren|teilen|empfehlen|gefällt mir|signaler|denunciar|compartir|citar|me gusta|segnala"
    r"|condividi|mi piace|curtir"
    r"|zgłoś|cytuj|udostępnij|rapporteren|anmäl|rapportera|gilla|поделиться|ответить|пожаловаться"
    r"|цитировать|şikayet(?: et)?|beğen(?:dim|medim|me)?|yanıtla|cevapla|paylaş"
    r"|recommend(?:ed)?.{0,12}|log ?in to (?:reply|comment).*|(?:in )?reply to .{1,60}|replying to a? ?.{0,60}"
    rf"|(?:{_ANSWERING})\s*:?\s*.{{1,40}}"
    r"|click to expand\W*|voir en ligne\s*:.{0,200}|loading\W*|thank you for your vote!?|score: ?-?\d+)$",
    re.I,
)
_LONGEST_FURNITURE = 240
_ROW = re.compile(r"\s*[|·•/]\s*")


def is_furniture(text: str) -> bool:
    """True for a line, or a row of links ("reply | report abuse"), that is for replying, voting, sharing."""
    return len(text) <= _LONGEST_FURNITURE and _is_furniture(text)


@lru_cache(maxsize=10_000)
def _is_furniture(text: str) -> bool:
    if FURNITURE.match(re.sub(r"(?<=\w)(?:\s*\(\d+\))+$", "", text)):
        return True
    pieces = _ROW.split(text.strip(" ·|•")) if len(text) < 120 else []
    return len(pieces) > 1 and all(not piece or FURNITURE.match(piece) for piece in pieces)


def may_answer(text: str) -> bool:
    """False for a text that holds no word of those that say whom a comment answers: most, and told quickly."""
    lowered = text.lower()
    return any(map(lowered.__contains__, _ANSWER_STEMS))


def says_time(text: str) -> bool:
    """True for words that are a time, by the calendar or "3 days ago"."""
    return holds_date(text) or RELATIVE.search(text) is not None


_STATE = re.compile(
    r"(?<=\S)\s+[(\[](?:(?:not|non|nicht|no|niet|não|ikke|inte) \w+"
    r"|guest|visitor|member|besucher|gast|gäste?|invitée?|invitad[oa]|visitante"
    r"|ospite|gość"
    r"|anonym\w*|user|author|auteur|autore?|autorin|admin|mod(?:erator)?|staff|op|www|(?:e-?)?mail|url|link"
    r"|web(?:site)?|homepage|profile?|[\d.,\s]+|[^()]*\d{4}[^()]*)[)\]]$",
    re.I,
)
"""What a system adds to a name: "(not verified)", "(guest)", a count, a date."""


def clean_name(text: str) -> str | None:
    """A commenter's name without "says:", dates and lead words; None when nothing name-like is left."""
    lead = BY.match(text)
    text = (text[lead.end() :] if lead else text).rstrip(" :")
    text = _STATE.sub("", text) if text.endswith((")", "]")) else text
    text = _SAYS.sub("", text).strip(' :,|–—•·"“”')
    if not text or len(text) > 60 or (FURNITURE.match(text) and not re.search(r"[^\W\d_]", text)):
        return None
    if text.lower() in {
        "reply",
        "permalink",
        "link",
        "profile",
        "follow",
        "#",
        "edit",
        "mail",
        "wrote on",
        "website",
        "guest:",
    }:
        return None
    if len(text) > 8 and (holds_date(text) or (RELATIVE.fullmatch(text) is not None)):
        return None
    return None if text.startswith(("http://", "https://")) else text


def is_sentence(text: str) -> bool:
    """True for words that end as sentences do; "Marga R." is a name."""
    return text.endswith((".", "!", "?", "…")) and not re.search(r"(?:^|\s)[A-ZÀ-Þ]\.$", text)


def said_by(line: str) -> str | None:
    """The name in "Ann Lee said...", "Ann Lee said in reply to Bo Roe..."; None for any other line."""
    found = _SAID.match(line)
    return clean_name(found["name"]) if found else None


def author_from_lines(lines: Sequence[str]) -> str | None:
    """The name in a line that says who speaks: "Ann Lee wrote:", "Posted by Ann Lee", "Ann Lee on 3 May 2014".

    A line that is a time and a name goes before all: "Sat, 05/03/2014 - 10:12 — Ann Lee".
    """
    for line in lines:
        if (after := name_after_day(line)) and (name := clean_name(after)):
            return name
    for line in lines:
        dated = _NAME_ON.match(line) if len(line) < 120 else None
        if dated and holds_date(line[dated.end() :]) and (name := clean_name(dated["name"])):
            return name
        match = _WROTE.match(line) if len(line) < 400 else None
        ends_in_date = re.search(r"\d\d\.$", line) is not None
        match = match or (_POSTED.search(line) if len(line) < 160 and (ends_in_date or not is_sentence(line)) else None)
        if match and (name := clean_name(match["name"])):
            return name
        if re.fullmatch(r"[^.!?]{2,40}:", line) and (name := clean_name(line)):
            return name
    return None


def author_after_by(lines: Sequence[str]) -> str | None:
    """The name after "by" in a line with a time: "3 mai 2016, 15:00, par Ann"."""
    for line in lines:
        said = _POSTED.search(line) if len(line) < 160 and says_time(line) else None
        if said and (name := clean_name(said["name"])):
            return name
    return None


_NUMBER = re.compile(r"^#\d{1,4}\s*(?:[.:)–—-]\s*)?")


_BRACKETED = re.compile(r"[(\[](?P<name>[^()\[\]|\d]{2,50}),\s(?P<when>[^()\[\]]*\d[^()\[\]]*)[)\]]")
"""A signature in brackets, where a place may stand behind the name: "(Mira, Ljubovac, 12. mart 2010 10:52)"."""


def author_before_date(lines: Sequence[str]) -> str | None:
    """The name in a line like "Ann Lee · 3 May 2014"."""
    for line in lines:
        line = _NUMBER.sub("", line)
        if (
            (signed := _BRACKETED.fullmatch(line))
            and holds_date(signed["when"])
            and (name := clean_name(signed["name"]))
        ):
            return name
        named = re.match(r"^([^|•·/]{2,40}?)(?:\s*[|•·/,]\s*|\s+[–—-]\s+)(?=\S)", line) if len(line) < 120 else None
        if (
            named
            and not is_weekday(named[1])
            and holds_date(line[named.end() :])
            and not holds_date(line[: named.end()])
            and (name := clean_name(named[1]))
        ):
            return name
    return None


def author_above_date(lines: Sequence[str]) -> str | None:
    """The name on a line of its own right above a line that is only a time."""
    for line, after in pairwise(lines):
        if not (1 < len(line) <= 40 or line.isalpha()) or is_furniture(line) or line.endswith(" ago"):
            continue
        if is_sentence(line):
            continue
        is_time = len(after) < 40 and (holds_date(after) or RELATIVE.search(after))
        if is_time and len(re.findall(r"[^\W\d_]{2,}", after)) <= 5 and (name := clean_name(line)):
            return name
    return None


def date_from_lines(lines: Sequence[str], day_first: bool | None) -> tuple[str | None, bool]:
    """The date of the first line that has one, and whether any line shows a time, even a relative one."""
    for line in lines:
        if len(line) < 120 and not JOINED.match(line) and (found := parse_date(line, day_first=day_first)):
            return found, True
    return None, any((len(line) < 40 and RELATIVE.search(line)) or _ENDS_IN_DAY.match(line) for line in lines)
