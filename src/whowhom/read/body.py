"""The article's paragraphs: trafilatura's main text, without what is no part of the story."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import trafilatura
from lxml.etree import _Element
from lxml.html import HtmlElement

from whowhom.read.bylines import parse_byline
from whowhom.read.column import within_column
from whowhom.read.dates import parse_date
from whowhom.read.dom import SILENT, block_paragraphs, class_and_id, inline_text, is_hidden, raw_length
from whowhom.read.headline import normal
from whowhom.read.shapes import READERS_HEADING

# Parts that pages name and that trafilatura keeps on some of them.
_CUT = re.compile(
    r"(?:[a-z0-9]+[-_]{1,2}){0,3}(?:wp-caption|wp-caption-text|captions?|photo-?credit|image-?credit|image-?caption"
    r"|img-?caption|figcaption|legende|didascalia|credit-?video|video-?credit|newsletter|(?:[a-z]+-?)?sign-?up"
    r"|cookies?|cookie-?notice|gdpr|consent|share|sharing|partage|compartir|compartilhe?|teilen|condividi|paylas|delen|share-?(?:bar|links|buttons|tools)|sharedaddy|social"
    r"|social-?(?:share|links|media|icons)"
    r"|addtoany|addthis\w*|relatedposts|related-?(?:articles?|posts?|stories|links|content)|read-?more|also-?read"
    r"|lire-?aussi|lee-?tambien|leia-?(?:mais|tambem)|leggi-?anche|lees-?ook|promo|poll|quiz|transcript(?:ion)?|republish|advert|advertisement|ad-?(?:slot|unit|container|label)"
    r"|print-?only|breadcrumbs?|tag-?(?:list|links|cloud)|post-?tags|author-?bio|trackbacks?|pingbacks?|respond"
    r"|disqus_thread|paywall)(?:[-_]{1,2}[a-z0-9]+){0,2}"
)


def _is_furniture(element: HtmlElement) -> bool:
    """True when an element's class or id names a box that is no part of a story."""
    return _names_furniture(class_and_id(element))


@lru_cache(maxsize=20_000)
def _names_furniture(names: str) -> bool:
    return len(names) > 4 and any(_CUT.fullmatch(name) for name in names[:400].split()[:12])


_LINE = re.compile(
    r"^\[?(?:@[\w.]+"
    r"|advertisement|advertising|sponsored(?::.{0,120})?|read more.{0,120}|read also.{0,120}|also read.{0,120}"
    r"|see also.{0,120}|related(?: articles?| stories| posts?| content)?:?.{0,100}|recommended(?: stories)?:?"
    r"|share(?: this)?(?: article| story| post| page)?(?: on .{2,30})?:?|click to share.{0,60}|like this:?"
    r"|like loading.{0,5}|loading\.{0,3}|tweet|print|e-?mail|follow (?:us|@).{0,80}|more from .{0,60}"
    r"|more on this.{0,60}"
    r"|(?:sign up|subscribe).{0,30}(?:newsletter|briefing|inbox|e-?mail).{0,120}|get .{0,40}newsletter.{0,100}"
    r"|story continues below.{0,40}|continue reading.{0,80}|(?:photo|image|picture|foto|bild"
    r"|credit)s?(?: credit)?\s*:.{0,120}"
    r"|(?:comments|les commentaires|die kommentare|los comentarios|i commenti)\b .{0,20}"
    r"(?:closed|moderated|limited|limités|réservés|fermés|geschlossen|cerrados|chiusi)\b.{0,60}"
    r"|comments?(?: \(\d+\))?|leave a (?:comment|reply)|no comments(?: yet)?"
    r"|\d+ (?:comments?|commentaires?|kommentare?|comentarios?|comentários?|reacties|shares?|views?)"
    r"|you are here:.{0,200}|(?:e-?mail|print|send) this (?:story|article|page)\b.{0,80}"
    r"|(?:first |last )?(?:published|posted|updated) ?: .{0,30}\d{4}.{0,12}"
    r"|send us your (?:letters?|comments?|views|thoughts)\b.{0,120}"
    r"|posted in .{0,80}|filed under:?.{0,100}|(?:tags?|labels?):.{0,200}|subscribe to:.{0,60}"
    r"|tagged(?: with)?:?.{0,150}|<?copyright.{0,160}"
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
    r"|flattr this!?"
    r"|pubblicità|publicité|publicidade?|anzeige|werbung|reklama?|advertentie|annonse?r?|إعلان|реклама"
    r"|this entry was posted .{0,400}|(?:dieser|dieses) (?:beitrag|eintrag|artikel|posting) wurde .{0,400}"
    r"|(?:ce billet|cet article|cette entrée) a été (?:publiée?|postée?) .{0,400}|esta? (?:entrada|post) (?:fue|foi) "
    r"publicad[ao] .{0,400}|questo (?:articolo|post) è stato (?:pubblicato|inserito) .{0,400}"
    r"|cet article est réservé aux abonnés.{0,60}|il vous reste .{0,30} à (?:lire|découvrir).{0,30}"
    r"|watch(?: now)?:.{0,120}|listen to (?:this )?article.{0,40}|\d+ min(?:ute)?s? read|reading time.{0,30})$",
    re.I,
)

_TRACKBACKS = re.compile(
    r"^(?:\d+ )?(?:trackbacks?|pingbacks?)(?: \(?\d+\)?)?:?$|^trackback (?:url|address|link)\b", re.I
)

MAX_ELEMENTS = 12_000
"""Pages of more elements, their thread apart, are not given to trafilatura, whose time grows with the square."""

_BODY_BLOCKS = frozenset({"p", "item", "list", "quote", "row", "table", "div", "code", "ab", "body", "main", "graphic"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What is told apart from the body already, and the element in which the text under the headline starts."""

    headline: str | None
    dek: str | None
    authors: Sequence[str]
    start: HtmlElement | None = None
    lead: Sequence[str] = ()


def read_body(tree: HtmlElement, frame: Frame, *, url: str | None) -> tuple[str, ...]:
    """The paragraphs of the article in order; empty when there are none."""
    captions = _cut_furniture(tree, frame.start)
    opening = _opening(frame)
    own = _container_paragraphs(frame.start)
    found = own if _is_oversized(tree) else _main_text(tree, url)
    if opening and not _holds(found, opening) and sum(map(len, own)) > 0.3 * sum(map(len, found)):
        found = own
    if not found:
        found = _plain_paragraphs(tree)
    found = within_column(_resplit(found, tree), frame.start, _is_furniture)
    if (
        opening
        and any(len(text) > 1800 and normal(text).find(opening) > 0 for text in found)
        and sum(map(len, own)) > 200
    ):
        found = own  # the whole page in one piece: trafilatura's last resort
    if opening:
        found = _without_lead_in(found, opening, {normal(line) for line in frame.lead})
    kept = _without_tail(_without_menu(_drop_furniture(found, frame, captions), tree), tree)
    return () if _is_menu(kept, tree) else tuple(kept)


def _is_oversized(tree: HtmlElement) -> bool:
    return sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS


def _main_text(tree: HtmlElement, url: str | None) -> list[str]:
    """The paragraphs that trafilatura takes for the main text."""
    document = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
    main = getattr(document, "body", None)
    return _paragraphs(main) if main is not None else []


def _without_menu(paragraphs: list[str], tree: HtmlElement) -> list[str]:
    """The paragraphs without rows of links ("News | Sport | Jobs") before the first."""
    start = next((i for i, text in enumerate(paragraphs) if " | " not in text), 0)
    if not start:
        return paragraphs
    linked = {normal("".join(a.itertext())) for a in tree.iter("a")}
    pieces = {piece for text in paragraphs[:start] for piece in map(normal, text.split(" | "))} - {""}
    return paragraphs[start:] if pieces <= linked and max(map(len, pieces), default=0) < 40 else paragraphs


def _without_tail(paragraphs: list[str], tree: HtmlElement) -> list[str]:
    """The paragraphs without trackbacks, links and rows of links that trail the story."""
    end = next((i for i, text in enumerate(paragraphs) if i and _TRACKBACKS.match(text)), len(paragraphs))
    paragraphs = paragraphs[:end]
    if len(paragraphs) < 3 or len(paragraphs[-1]) > 90:
        return paragraphs
    linked = {normal("".join(a.itertext())) for a in tree.iter("a")}
    end = len(paragraphs)
    while end > 2 and len(paragraphs[end - 1]) < 90 and _is_link_row(paragraphs[end - 1], linked):
        end -= 1
    return paragraphs[:end]


def _is_link_row(text: str, linked: set[str]) -> bool:
    parts = [normal(part) for part in re.split(r"\s[|•·]\s|\s[|•·]$", text)]
    return (len(parts) > 1 or not re.search(r"[.!?]$", text)) and any(part in linked for part in parts if part)


def _is_menu(paragraphs: Sequence[str], tree: HtmlElement) -> bool:
    """True when a few words are all there is, and all of them are links: a page without an article."""
    text = normal(" ".join(paragraphs))
    if len(text) > 600 or any(re.search(r"[.!?。؟]", p) and len(p) > 40 for p in paragraphs):
        return False
    linked = normal(" ".join("".join(a.itertext()) for a in tree.iter("a", "button", "option")))
    return len(text) < 15 or text in linked


def _opening(frame: Frame) -> str:
    """The first letters of the text under the headline."""
    return normal(inline_text(frame.start)[:120])[:50] if frame.start is not None else ""


def _holds(paragraphs: Sequence[str], opening: str) -> bool:
    return opening in normal(" ".join(paragraphs))


def _container_paragraphs(start: HtmlElement | None) -> list[str]:
    """The paragraphs of the element that the text starts in, for pages where trafilatura takes another."""
    if start is None:
        return []
    parent = start.getparent()
    container = (
        parent
        if start.tag in {"p", "span", "font", "blockquote"}
        and parent is not None
        and parent.tag not in {"body", "html"}
        else start
    )
    skip = {
        e
        for e in container.iter()
        if e.tag in {"nav", "aside", "footer", "figure", "button", "table"} or _is_furniture(e)
    } - {container}
    return block_paragraphs(container, skip)


def _resplit(paragraphs: Sequence[str], tree: HtmlElement) -> list[str]:
    """Paragraphs that were run together taken apart again where the page has blocks."""
    if not any(len(text) > 1800 for text in paragraphs):
        return list(paragraphs)
    blocks = block_paragraphs(tree)
    if len(blocks) > 5000 or sum(map(len, paragraphs)) > 200_000:
        return list(paragraphs)  # each block is looked for in each long paragraph
    result: list[str] = []
    for text in paragraphs:
        whole = normal(text)
        inner = [b for b in blocks if len(text) > 1800 and len(b) < len(text) and len(b) > 2 and normal(b) in whole]
        covers = sum(len(normal(b)) for b in inner) > 0.8 * len(whole)
        result.extend(inner if covers and len(inner) > 2 else [text])
    return result


def _without_lead_in(paragraphs: list[str], opening: str, lead: set[str]) -> list[str]:
    """The paragraphs from the text's first long one on; before it only whole sentences under the headline may stand."""
    for i, text in enumerate(paragraphs[:25]):
        if opening[:40] in normal(text[:400]):
            return [
                t for t in paragraphs[:i] if normal(t) in lead or (len(t) > 80 and re.search(r"[.!?”\"]$", t))
            ] + paragraphs[i:]
    return paragraphs


def _cut_furniture(tree: HtmlElement, start: HtmlElement | None) -> set[str]:
    """Cut out the boxes that name themselves as no part of the story; gives the captions, which may come back."""
    captions: set[str] = set()
    kept = {start, *start.iterancestors()} if start is not None else set()
    _cut_boxes(tree, kept)
    for element in list(tree.iter()):
        if element.tag != "figcaption" and not (element.attrib and _is_furniture(element)):
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


def _cut_boxes(tree: HtmlElement, kept: Container[HtmlElement]) -> None:
    """Cut out what says by its content that it is no part of the story: sign-up forms and lists of other stories."""
    boxes = [_form_box(e) for e in tree.iter("input") if _asks_for_mail(e)]
    boxes += [e for e in tree.iter("div", "aside", "section", "ul") if _lists_others(e) or _is_secret(e)]
    for box in boxes:
        if box is not None and box not in kept and box.getparent() is not None:
            for child in list(box):
                box.remove(child)
            box.text = None


def _asks_for_mail(field: HtmlElement) -> bool:
    return field.get("type") == "email" or "mail" in (field.get("name") or field.get("placeholder") or "").lower()


def _form_box(field: HtmlElement) -> HtmlElement | None:
    """The largest box around a field with little more than the form in it."""
    box = None
    for element in field.iterancestors():
        if element.tag in {"body", "main", "article"} or raw_length(element) > 600 or element.find(".//h1") is not None:
            break
        box = element
    return box


def _is_secret(element: HtmlElement) -> bool:
    """True for a box that shows only when a script says so: pop-ups, menus."""
    return "style" in element.attrib and is_hidden(element) and raw_length(element) < 900


def _lists_others(element: HtmlElement) -> bool:
    """True for other stories under a heading like "Read also", and for what readers said beside the story."""
    opening = next((text for text in element.itertext() if text.strip()), "").strip()
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


def _paragraphs(body: _Element) -> list[str]:
    """The paragraphs of trafilatura's tree: headings, list items and table rows each one of their own."""
    for row in body.iter("row"):
        cells = [cell for cell in row if isinstance(cell.tag, str)]
        if all(raw_length(cell) < 200 for cell in cells):
            for cell in cells[1:]:
                cell.text = " | " + (cell.text or "")
        else:
            for cell in cells:
                cell.tag = "div"
    for heading in body.iter("head"):
        heading.tag = "p"  # in HTML the tag of that name holds no text
    return block_paragraphs(body, blocks=_BODY_BLOCKS, line_break="lb")


def _plain_paragraphs(tree: HtmlElement) -> list[str]:
    """For pages too short or odd for trafilatura: paragraphs that read like sentences."""
    silent = {e for e in tree.iter() if e.tag in SILENT or e.tag in {"nav", "footer", "aside", "button"}}
    paragraphs = [inline_text(p) for p in tree.iter("p")] or block_paragraphs(tree, silent)
    return [p for p in paragraphs if len(p) > 40 and re.search(r"[.!?。؟»”\"]\s*$", p)]


def _drop_furniture(paragraphs: Sequence[str], frame: Frame, captions: set[str]) -> list[str]:
    """The paragraphs without what is told elsewhere (headline, byline) and lines that are no part of a story."""
    kept: list[str] = []
    for text in paragraphs:
        early = len(kept) < 3
        if not any(map(str.isalpha if early else str.isalnum, text)) or _LINE.match(text) or text in captions:
            continue
        if frame.headline and early and normal(text) == normal(frame.headline):
            continue
        if frame.dek and early and normal(text) in {normal(frame.dek), normal(f"{frame.headline} {frame.dek}")}:
            continue
        if early and len(text) < 120 and _is_byline(text, frame.authors):
            continue
        if kept and text == kept[-1]:
            continue
        kept.append(text)
    return kept


def _is_byline(text: str, authors: Sequence[str]) -> bool:
    """True for a line above the story that only says who wrote it and when."""
    if parse_byline(text):
        return True
    rest = text
    for author in authors:
        rest = rest.replace(author, "")
    if parse_date(text) and len(text) < 70 and not re.search(r"[.!?]$", text):
        return True
    return rest != text and len(rest) < 30 and not re.search(r"[.!?]$", text)
