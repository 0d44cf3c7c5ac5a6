"""Lines that are no part of a story, whatever they stand in: tools, invitations, credits, what the law asks for."""

from __future__ import annotations

import re
from functools import cache

from whowhom.read.credits import CAPITAL
from whowhom.read.vocabulary import any_of, read_words

_LINE = re.compile(
    r"^\[?(?:@[\w.]+"
    r"|advertisement|advertising|sponsored(?::.{0,120})?|read more.{0,120}|read also.{0,120}|also read.{0,120}"
    r"|see also.{0,120}|related(?: articles?| stories| posts?| content)?:?.{0,100}|recommended(?: stories)?:?"
    r"|related (?:\w+ )?(?:links|sites)\s*:.{0,400}"
    r"|.{0,60}not responsible for (?:the )?contents? (?:of|on) external.{0,60}"
    r"|share(?: this)?(?: article| story| post| page)?(?: on .{2,30})?:?|click to share.{0,60}|like this:?"
    r"|like loading.{0,5}|loading\.{0,3}|tweet|print|e-?mail|follow (?:us|@).{0,80}|more from .{0,60}"
    r"|more on this.{0,60}"
    r"|(?:sign up|subscribe).{0,30}(?:newsletter|briefing|inbox|e-?mail).{0,120}|get .{0,40}newsletter.{0,100}"
    r"|story continues below.{0,40}|continue reading.{0,80}|(?:photo|image|picture|foto|bild"
    r"|credit)s?(?: credit)?\s*:.{0,120}"
    r"|(?:comments|les commentaires|die kommentare|los comentarios|i commenti)\b .{0,20}"
    r"(?:closed|moderated|limited|limités|réservés|fermés|geschlossen|cerrados|chiusi)\b.{0,60}"
    r"|comments?(?: \(\d+\))?|leave a (?:comment|reply)|no comments(?: yet)?"
    r"|\d[\d.,]*k? (?:comments?|commentaires?|kommentare?|comentarios?|comentários?|reacties|shares?"
    r"|views?|reads?|hits?|lectures|visites|aufrufe|visitas|visualizações|letture|odsłon|okunma|просмотр\w*"
    r"|preporuk\w|pregled\w?)"
    r"|you are here:.{0,200}|(?:e-?mail|print|send) this (?:story|article|page)\b.{0,80}"
    r"|(?:first |last )?(?:published|posted|updated) ?: .{0,30}\d{4}.{0,12}"
    r"|send us your (?:letters?|comments?|views|thoughts)\b.{0,120}"
    r"|posted in .{0,80}|filed under:?.{0,100}|(?:tags?|labels?):.{0,200}|subscribe to:.{0,60}"
    r"|tagged(?: with)?:?.{0,150}|<?copyright(?=\W*(?:©|\(c\)|by\b|\d|\w+ \d{4})).{0,160}"
    r"|\S+@\S+\.\w+(?: \(end\))?|\(end\)"
    r"|©.{0,150}|all rights reserved\.?"
    r"|\d+ (?:comments?|recs?|likes?)\s*\||(?:add|post) (?:a )?comment\s*\|?|editors?: [A-Z][\w .-]{3,40}"
    r"|to (?:view|read|continue reading)\b.{0,60}\bsubscri.{0,200}|more:|-{1,3}|—|\*{1,3}"
    r"|you(?:'|’| a)re reading a free preview.{0,160}|become a (?:member|subscriber).{0,120}|this (?:article|post"
    r"|story) is (?:only )?for (?:\w+ )?(?:subscribers|members).{0,120}"
    r"|first-time subscribers.{0,200}|if you(?:'|’)re (?:seeing|already a) .{0,160}subscriber.{0,160}|permalink"
    r"|skip (?:to .{3,30}|advertisement)|back to top|report (?:a|an) (?:error|typo|problem).{0,60}"
    r"|lesen sie auch.{0,120}|mehr zum thema.{0,100}|lire aussi.{0,120}|à lire aussi.{0,120}|lee también.{0,120}"
    r"|leia (?:também|mais).{0,120}"
    r"|categor(?:y|ies):.{0,100}|by .{3,60} \| .{5,60}|(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit"
    r"|email|print|copy link)(?:[\s|,]+(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|email|print"
    r"|copy link|google\+?))*"
    r"|we use cookies.{0,300}|this (?:site|website) uses cookies.{0,300}|by continuing to (?:use|browse).{0,200}"
    r"|posted by .{2,50} (?:on|at) .{4,100}|tracked on .{4,60}"
    r"|[“\"]?(?:start|end) quote[”\"]?|continue reading the main story"
    r"|weiterlesen nach der anzeige|(?:article|story) continues below.{0,40}|la suite après cette publicité.{0,20}"
    r"|continúa después de la publicidad|continua (?:após|depois d)[ea] publicidade"
    r"|flattr this!?|(?:foot|end)?notes|anmerkungen|fußnoten"
    r"|(?:leser)?kommentare (?:sind|zu dies\w+ \w+ sind|können|wurden)\b.{0,60}(?:freigeschaltet|geschlossen|möglich"
    r"|deaktiviert|geschrieben werden|abgegeben werden)\.?"
    r"|pubblicità|publicité|publicidade?|anzeige|werbung|reklama?|advertentie|annonse?r?|إعلان|реклама"
    r"|this entry was (?:posted|written|published) .{0,490}"
    r"|(?:dieser|dieses) (?:beitrag|eintrag|artikel|posting) wurde .{0,400}"
    r"|(?:ce billet|cet article|cette entrée) a été (?:publiée?|postée?) .{0,400}|esta? (?:entrada|post) (?:fue|foi) "
    r"publicad[ao] .{0,400}|questo (?:articolo|post) è stato (?:pubblicato|inserito) .{0,400}"
    r"|cet article est réservé aux abonnés.{0,60}|il vous reste .{0,30} à (?:lire|découvrir).{0,30}"
    r"|watch(?: now)?:.{0,120}|listen to (?:this )?article.{0,40}|\d+ min(?:ute)?s? read|reading time.{0,30})$",
    re.I,
)


_TABLE = "furniture_lines.tsv"
_TAILS = {
    "also": r"(?!\w)\s*(?:[:»>|–—…-].{0,160}|.{0,60}(?<![.!?]))",
    "follow": r".{0,170}",
    "tool": r"(?!\w)(?:\W.{0,30}(?<![.!?]))?",
    "label": r"(?:\s*:|(?<=fot)\.)\s*.{0,160}(?<![.!?])",
    "filed": r"(?!\w).{0,120}(?<![.!?])",
    "rights": r".{0,240}",
    "reader": r"(?!\w).{0,90}(?<!\.)",
    "login": r"(?!\w).{0,160}",
    "views": r"(?!\w).{0,400}",
    "dated": r"(?!\w)[^.!?]{0,25}\d.{0,50}(?:(?<![.!?])|\s[ap]\.m\.)",
    "whole": r"\W{0,4}",
    "ad": r"(?!\w)[\s:–—-]*.{0,40}(?<![.!?])",
}
"""What may follow the openings of each kind, up to the end of the line."""
_COUNT = re.compile(
    r"\(?(?:\d[\d.,]*|one|a|no|ein|eine|keine|un|une|uno|una|aucun|nenhum|nessun)\s(?:thoughts?|responses?|replies"
    r"|comments?|kommentare?"
    r"|gedanken?|antworten?|reaktionen|commentaires?|réponses?|réflexions?|comentarios?|respuestas?|pensamientos?"
    r"|comentários?"
    r"|respostas?|pensamentos?|commenti|commento|rispost[ae]|pensier[io]|komentarz\w*|odpowiedzi|reacties?"
    r"|gedachten?|yorum"
    r"|комментари\w*|تعليق\w*|تعليقات|reactions?|réactions?)(?!\w).{0,150}(?<![.])",
    re.I,
)
"""The line above a thread: "3 thoughts on “Harbour opens”"."""
_CREDIT = re.compile(
    r"(?:(?i:fotos?|photos?|photographs?|bild|bilder|zdjęcia|фото|pictures?|images?))(?: (?:by|von|de|par|di|van"
    r"|courtesy(?: of)?))?"
    rf"(?:[ /]+{CAPITAL}[\w.’'/-]*){{1,5}}",
)
"""A picture's credit without a colon: "Photo by Ann Lee", "Foto Ana Costa/AP"."""
_SIGN_UP = re.compile(
    r"(?=.{0,180}$)(?=.*(?:newsletter|bolet[ií]n|lettre d.information|infolettre|biuletyn|nieuwsbrief|bülten"
    r"|рассылк|النشرة|inbox|postfach|whatsapp"
    r"|telegram))(?=.*(?:sign up|subscrib|abonn|anmeld|bestell|inscri|suscr|assin|iscri|zapisz|schrijf|abone|подпис"
    r"|اشترك|join"
    r"|every (?:day|morning|week|friday|monday)|receb|recib|recev)).{0,180}",
    re.I,
)
"""An invitation to get the news by mail."""
_REACH = re.compile(
    r"(?:(?:contact|reach|e-?mail|follow|write to|tweet)\b|.{3,50}\bcan be (?:reached|contacted)\b"
    r"|.{3,40}\bis on twitter\b)"
    r".{0,80}(?:\S@\S|\s@\w|\d{3}[-. ]\d{4}|twitter|facebook).{0,100}",
    re.I,
)
"""How to reach the writer."""


@cache
def _told() -> re.Pattern[str]:
    """Every opening of the table with what may follow it."""
    openings = read_words(_TABLE)
    return re.compile("|".join(f"(?:{any_of(words)}){_TAILS[kind]}" for kind, words in openings.items()), re.I)


_READ_MORE = re.compile(
    r"[.!?…\]”\"]\s*[\[(]?(?:read more|read on|read the (?:full )?(?:story|article)"
    r"|weiterlesen|mehr lesen|lire la suite"
    r"|leer más|seguir leyendo|leia mais|ler mais|leggi tutto|continua a leggere|lees (?:meer|verder)"
    r"|czytaj (?:dalej|więcej)"
    r"|läs mer|les mer|devamı|читать далее|подробнее)\W{0,4}$",
    re.I,
)
"""A teaser of another story ends with a link to it."""
_MODERATED = tuple(
    re.compile(words)
    for words in (
        r"comments?|kommentar|commentaires|réactions|comentarios|comentários|commenti|komentarz|reacties|yorum|"
        r"комментари|komentar|netiquette|netikette|التعليقات",
        r"injurieu|insult|diffam|offens|abusive|defamat|ofensiv|difam|beleidig|netiquette|netikette|courtois|"
        r"obraźliw|hakaret|оскорб|mrsk|uvredljiv|courteous|respectful|respeit|respet|مسيئة",
        r"supprim|modér|remov|delet|moderat|gelösch|löschen|beachten|eliminad|removid|cancellat|rimoss|usuwan|"
        r"usunięt|silin|onaylan|удал|brisan|obrisan|verwijder|publish|publié|freigeschalt|reste[rz]|keep|"
        r"approv|تحذف|لن تنشر",
        r"chers |dear |liebe |estimad|prezad|gentili|sayın|уважаем|poštovani|netiquette|netikette|merci de|bitte|"
        r"please|"
        r"por favor|prosimy|molimo|will be|seront|werden|serán|serão|saranno|będą|worden|reserve|réserve|القراء|يرجى",
    )
)
"""What becomes of rude comments."""
_LEADS = " {}[]()«»‹›<>|•·-–—→*►▶■●✉"


def _is_rule_of_comments(text: str) -> bool:
    return len(text) <= 400 and all(words.search(text) for words in _MODERATED)


def is_line_of_furniture(text: str) -> bool:
    """True for a paragraph that no story has."""
    if len(text) > _LONGEST:
        return False
    if _LINE.match(text) or _READ_MORE.search(text[-60:]) or _is_rule_of_comments(text.lower()):
        return True
    bare = text.strip(_LEADS)
    return any(pattern.fullmatch(bare) for pattern in (_told(), _COUNT, _CREDIT, _REACH, _SIGN_UP))


_LONGEST = 500
