"""Boxes that are no part of a story, cut out of the tree: told by their class, or by what they hold."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from itertools import takewhile

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import class_and_id, inline_text, is_hidden, raw_length, raw_text
from whowhom.read.shapes import READERS_HEADING

# Parts that pages name and that trafilatura keeps on some of them.
_CUT = re.compile(
    r"(?:[a-z0-9]+[-_]{1,2}){0,3}(?:wp-caption|wp-caption-text|captions?|photo-?credit|image-?credit|image-?caption"
    r"|img-?caption|figcaption|legende|didascalia|credit-?video|video-?credit|newsletter|(?:[a-z]+-?)?sign-?up"
    r"|cookies?|cookie-?notice|gdpr|consent|share|sharing|partage|compartir|compartilhe?|teilen|condividi|paylas"
    r"|delen|share-?(?:bar|links|buttons|tools)|sharedaddy|social"
    r"|social-?(?:share|links|media|icons)"
    r"|addtoany|addthis\w*|relatedposts|related-?(?:articles?|posts?|stories|links|content)|read-?more|also-?read"
    r"|lire-?aussi|lee-?tambien|leia-?(?:mais|tambem)|leggi-?anche|lees-?ook|promo|poll|quiz|transcript(?:ion)?"
    r"|republish|advert|advertisement|ad-?(?:slot|unit|container|label)"
    r"|print-?only|breadcrumbs?|tag-?(?:list|links|cloud)|post-?tags|author-?bio|trackbacks?|pingbacks?|respond"
    r"|disqus_thread|paywall|relcontent|inline-article"
    r"|(?:user-?|reader-?|leser-?|to-?)?(?:comments?|kommentare?|leserkommentare|commentaires|comentarios|commenti"
    r"|komentarze|reacties|yorumlar)(?:-?(?:area|section|form|box|intro|info|hint|policy|rules|notice|closed|count|link))?"
    r"|bookmarks|social-?bookmark(?:s|ing)?|disclaimer)(?:[-_]{1,2}[a-z0-9]+){0,2}"
)


def is_furniture_box(element: HtmlElement) -> bool:
    """True when an element's class or id names a box that is no part of a story."""
    names = class_and_id(element)
    return _names_furniture(names) or (
        element.tag in _NOTE_TAGS and "note" in names and _NOTES.search(names) is not None
    )


_NOTES = re.compile(r"(?:^|\s)(?:foot|end)-?notes?(?:$|\s)")
_NOTE_TAGS = frozenset({"ul", "ol", "li", "div", "section", "p"})
"""Where notes stand; in a line of the text stand the links to them."""


@lru_cache(maxsize=20_000)
def _names_furniture(names: str) -> bool:
    return len(names) > 4 and any(_CUT.fullmatch(name) for name in names[:400].split()[:12])


def cut_boxes(tree: HtmlElement, start: HtmlElement | None) -> set[str]:
    """Cut out the boxes that name themselves as no part of the story; gives the captions, which may come back."""
    captions: set[str] = set()
    kept = {start, *start.iterancestors()} if start is not None else set()
    _cut_told(tree, kept)
    for element in list(tree.iter()):
        if element.tag != "figcaption" and not is_furniture_box(element):
            continue
        if (
            not isinstance(element.tag, str)
            or element in kept
            or element.tag in {"html", "body", "main", "article", "head"}
        ):
            continue
        text = inline_text(element)
        if len(text) > 900 or element.find(".//h1") is not None or element.getparent() is None:
            continue
        if element.tag == "figcaption" or "caption" in class_and_id(element):
            captions.add(text)
        for child in list(element):
            element.remove(child)
        element.text = None
    return captions


_MOST = re.compile(r"most (?:read|viewed|popular|shared|commented)|trending|meistgelesen|les plus lus|más leíd", re.I)
_ALSO = re.compile(
    r"^(?:(?:see|read|watch)(?: also| more| next)\b|also (?:read|see)|related"
    r"|you (?:may|might)(?: also)? (?:like|enjoy)|recommended|trending|meistgelesen|les plus lus|más leíd"
    r"|more (?:on|from|in) "
    r"|most (?:read|viewed|popular|shared|commented)"
    r"|(?:pour )?aller plus loin|zum thema|para saber m|per approfondire|lees meer|les mer|bunlar da"
    r"|leggi anche|lire aussi|à lire|sur le même (?:sujet|thème)|lesen sie (?:auch|mehr)"
    r"|mehr (?:zum thema|dazu)|das könnte"
    r"|lee también|te puede interesar|relacionad[ao]s|leia (?:também|mais)|veja também|czytaj (?:także"
    r"|też)|zobacz (?:także|też)"
    r"|lees ook|läs (?:också|mer)|les også|læs også|lue myös|читайте также|اقرأ (?:أيضا|المزيد))",
    re.I,
)


_MORE = re.compile(r"^(?:more|mehr|meer|más|mais) (?!(?:on|from|in|zum|dazu) )(?:\w+ ){0,2}\w+$", re.I)
"""A heading like "More health", which is one only above a list of links."""


_LIST_TAGS = frozenset({"div", "aside", "section", "ul"})
_ROW_TAGS = frozenset({"div", "p", "span", "font", "td", "ul"})
_LINE_TAGS = frozenset({"div", "p", "span", "font", "small", "em", "i"})
_FLOAT_TAGS = frozenset({"table", "div", "span"})


def _cut_told(tree: HtmlElement, kept: Container[HtmlElement]) -> None:
    """Cut out what says by its content that it is no part of the story: sign-up forms and lists of other stories."""
    boxes = [_form_box(e) for e in tree.iter("input") if _asks_for_mail(e)]
    boxes += _told_by_links(tree)
    boxes += [e for e in tree.iter(*(_LIST_TAGS | _LINE_TAGS | _FLOAT_TAGS)) if _tells(e)]
    for box in boxes:
        if box is not None and box not in kept and box.getparent() is not None:
            for child in list(box):
                box.remove(child)
            box.text = None


def _told_by_links(tree: HtmlElement) -> list[HtmlElement | None]:
    """The boxes around invitations to subscribe, and the rows of links for printing, sending, sharing."""
    boxes: list[HtmlElement | None] = []
    rows: dict[HtmlElement, None] = {}
    for link in tree.iter("a", "button"):
        said = clean(raw_text(link)).lower()
        if _INVITES.fullmatch(said[:60]):
            boxes.append(_form_box(link, 350))
        if len(said) < 80 and _NAMES_TOOL.search(said):
            rows.update(dict.fromkeys(takewhile(_is_short, link.iterancestors())))
    return boxes + [row for row in rows if row.tag in _ROW_TAGS and _is_tool_row(row)]


def _is_short(element: HtmlElement) -> bool:
    return raw_length(element) < 200


def _tells(element: HtmlElement) -> bool:
    """True for a list of other stories, a secret box, a signature and a picture beside the text."""
    opening = (element.text or "").strip() or next((text for text in element.itertext() if text.strip()), "").strip()
    return (
        (element.tag in _LIST_TAGS and (_lists_others(element, opening) or _is_secret(element)))
        or (element.tag in _LINE_TAGS and _is_signature(element, opening))
        or (element.tag in _FLOAT_TAGS and _floats_with_picture(element))
    )


_INVITES = re.compile(
    r"(?:sign me up|sign up(?: now| here| for free)?|subscribe(?: now| here)?|get the newsletter|donate(?: now)?"
    r"|support us|jetzt (?:abonnieren|anmelden"
    r"|spenden|testen)|abonnieren|newsletter (?:abonnieren|bestellen)|s.inscrire|s.abonner|je m.abonne|je m.inscris"
    r"|inscrivez-vous"
    r"|faire un don|suscribirse|suscríbete|suscribirme|apúntate|assine(?: agora| já)?|assinar|inscreva-se"
    r"|quero receber|iscriviti|abbonati"
    r"|zapisz się|subskrybuj|zapisuję się|aanmelden|abonneer|schrijf je in|abone ol|kaydol|подписаться"
    r"|اشترك(?: الآن)?|prenumerera)\W*"
)
"""What a button says that invites to subscribe, or to give."""


def _asks_for_mail(field: HtmlElement) -> bool:
    return field.get("type") == "email" or "mail" in (field.get("name") or field.get("placeholder") or "").lower()


def _form_box(field: HtmlElement, most: int = 600) -> HtmlElement | None:
    """The largest box around a field with little more than the form in it."""
    box = None
    for element in field.iterancestors():
        if (
            element.tag in {"body", "main", "article"}
            or raw_length(element) > most
            or element.find(".//h1") is not None
        ):
            break
        box = element
    return box


def _is_secret(element: HtmlElement) -> bool:
    """True for a box that shows only when a script says so: pop-ups, menus."""
    return "style" in element.attrib and is_hidden(element) and raw_length(element) < 900


def _is_tool_row(element: HtmlElement) -> bool:
    """True for a row of short links that are for printing, sending, sharing."""
    links = [inline_text(a) for a in element.iter("a")]
    if sum(_NETWORK.fullmatch(text) is not None for text in links) > 1:
        return True
    linked = sum(len(text) for text in links)
    rest = inline_text(element)
    return (
        linked > 0
        and max(map(len, links)) < 40
        and sum(map(str.isalnum, rest)) == sum(map(str.isalnum, "".join(links)))
        and any(_TOOL.search(text) for text in links)
    )


_TOOLS = (
    r"print(?:er|able)?|e-?mail|share|tweet|facebook|twitter|pdf|drucken|versenden|teilen|imprimer|envoyer"
    r"|partager|imprimir"
    r"|compartir|enviar|compartilhar|stampa|condividi|drukuj|wyślij|udostępnij|yazdır|paylaş|gönder|afdrukken"
    r"|doorsturen"
    r"|печать|распечатать|поделиться|отправить|طباعة|إرسال|شارك"
)
_NETWORKS = (
    r"facebook|twitter|reddit|digg|delicious|del\.icio\.us|stumbleupon|whatsapp|linked-?in|pinterest"
    r"|telegram|xing"
    r"|tumblr|google\+?|newsvine|technorati|myspace|вконтакте|одноклассники|wykop|flipboard|messenger"
)
_TOOL = re.compile(rf"\b(?:{_TOOLS})\b", re.I)
_NETWORK = re.compile(rf"(?:\w+ ){{0,2}}(?:{_NETWORKS})", re.I)
_NAMES_TOOL = re.compile(f"{_TOOLS}|{_NETWORKS}")
"""Either, in small letters: ten times as quick as the search for any letters."""


def _is_signature(element: HtmlElement, opening: str) -> bool:
    """True for "posted by NAME at TIME" in an element of its own, which may stand in the last line of the words."""
    if not _SIGNS.match(opening.lower()):
        return False
    return 9 < raw_length(element) < 160 and _SIGNATURE.fullmatch(inline_text(element)) is not None


_SIGNED = (
    r"(?:posted|submitted|written|published|filed|gepostet|geschrieben|veröffentlicht|eingestellt|publiée?|postée?"
    r"|rédigé|publicad[oa]"
    r"|escrit[oa]|postado|pubblicato|scritto|inserito|dodan[eoy]|dodał|opublikowan[eoy]|geplaatst|geschreven|skrevet"
    r"|publisert)"
)
_SIGNS = re.compile(_SIGNED)
_SIGNATURE = re.compile(rf"{_SIGNED}\s(?:by|von|par|por|da|przez|door|av)\b.{{2,120}}(?<![.!?])", re.I)


def _floats_with_picture(element: HtmlElement) -> bool:
    """True for a small box beside the text with a picture and a line about it."""
    style = (element.get("style") or "").replace(" ", "").lower()
    if element.get("align") not in {"left", "right"} and "float:" not in style:
        return False
    return raw_length(element) < 300 and element.find(".//img") is not None and element.find(".//p/br") is None


def _lists_others(element: HtmlElement, opening: str) -> bool:
    """True for other stories under a heading like "Read also", and for what readers said beside the story."""
    if len(opening) > 60:
        return False
    if READERS_HEADING.match(opening):
        return raw_length(element) < 3000 and element.find(".//h1") is None
    is_more = _MORE.match(opening) is not None
    if not is_more and not _ALSO.match(opening):
        return False
    links = list(element.iter("a"))
    length = raw_length(element)
    if is_more and not (len(links) > 2 and sum(map(raw_length, links)) > 0.5 * length):
        return False
    if len(links) > 1 and length < 6000 and _opens_with_heading(element):
        return True
    return length < 900 and (_MOST.match(opening) is not None or sum(map(raw_length, links)) > 0.5 * length > 7)


def _opens_with_heading(element: HtmlElement) -> bool:
    first = next((e for e in element.iter() if isinstance(e.tag, str) and (e.text or "").strip()), None)
    return first is not None and first.tag in {"h2", "h3", "h4", "h5", "h6"}
