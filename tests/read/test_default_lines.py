"""The line of writer and day that each system prints by itself, under the headline and below the text."""

from __future__ import annotations

import re

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page

WHO_AND_WHEN = """\
Thu, 03/19/2009 - 06:15 — Carla Minton
Thu, 2009-03-19 06:15 — Carla Minton
Submitted by Carla Minton on Thu, 03/19/2009 - 06:15.
Submitted by <span class="username">Carla Minton</span> on March 19, 2009 - 6:15am
de Do, 19.03.2009 - 06:15 — Carla Minton
de Verfasst von Carla Minton am Do, 19.03.2009 - 06:15
de Gespeichert von Carla Minton am 19. März 2009 - 6:15
de Eingereicht von Carla Minton am 19. März 2009 - 6:15.
fr jeu, 19/03/2009 - 06:15 — Carla Minton
fr Soumis par Carla Minton le jeu, 19/03/2009 - 06:15
es Jue, 19/03/2009 - 06:15 — Carla Minton
es Enviado por Carla Minton el Jue, 19/03/2009 - 06:15
it Inviato da Carla Minton il Gio, 19/03/2009 - 06:15
pt Enviado por Carla Minton em qui, 19/03/2009 - 06:15
pl Wysłane przez Carla Minton w czw., 19/03/2009 - 06:15
nl Ingezonden door Carla Minton op do, 19/03/2009 - 06:15
sv Inskickad av Carla Minton den tor, 2009-03-19 06:15
da Indsendt af Carla Minton den tor, 19/03/2009 - 06:15
Written by Carla Minton<br>Thursday, 19 March 2009 06:15
Written by Carla Minton | Thursday, 19 March 2009 06:15
de Geschrieben von: Carla Minton<br>Donnerstag, 19. März 2009 06:15
fr Écrit par Carla Minton<br>Jeudi, 19 Mars 2009 06:15
es Escrito por Carla Minton<br>Jueves, 19 de Marzo de 2009 06:15
it Scritto da Carla Minton<br>Giovedì 19 Marzo 2009 06:15
nl Geschreven door Carla Minton<br>donderdag, 19 maart 2009 06:15
pt Escrito por Carla Minton<br>Qui, 19 de Março de 2009 06:15
pl Wpisany przez Carla Minton<br>czwartek, 19 marca 2009 06:15
Posted by Carla Minton on March 19, 2009 at 06:15 AM | <a href="/p">Permalink</a>
Posted by Carla Minton on March 19, 2009 at 06:15 AM in <a href="/n">Nation</a> | <a href="/p">Permalink</a>
By Carla Minton on March 19, 2009 6:15 AM | <a href="/p">Permalink</a> | <a href="/c">Comments (0)</a>
Posted by Carla Minton at March 19, 2009 06:15 AM
de Von Carla Minton am 19. März 2009 6:15 | <a href="/p">Permalink</a>
fr Par Carla Minton le 19 mars 2009 6:15 | <a href="/p">Lien permanent</a>
by <a href="/author/cminton">Carla Minton</a> — last modified Mar 19, 2009 06:15 AM
by Carla Minton — published Mar 19, 2009 06:15 AM, last modified Mar 20, 2009 07:00 AM
de von Carla Minton — zuletzt verändert: 19.03.2009 06:15
Posted by Carla Minton at 2009-03-19 06:15
by Carla Minton <a href="mailto:">Email</a>, 03/19/09 06:15:00 am, Categories: <a href="/n">News</a>
Posted by Carla Minton on 03/19/09 in <a href="/n">News</a>
19 March 2009, 06:15 by Carla Minton
Posted 19 March 2009, 06:15 by Carla Minton
fr Par Carla Minton le jeudi 19 mars 2009, 06:15 - <a href="/c">Politique</a> - <a href="/p">Lien permanent</a>
By Carla Minton on Thursday, March 19 2009, 06:15 - <a href="/n">News</a> - <a href="/p">Permalink</a>
de Von Carla Minton am Donnerstag, 19. März 2009, 06:15 - <a href="/n">Politik</a> - <a href="/p">Permalink</a>
fr jeudi 19 mars 2009, par Carla Minton
fr jeudi 19 mars 2009 | par Carla Minton
fr Publié le jeudi 19 mars 2009, par Carla Minton
fr Mis en ligne le 19 mars 2009 par Carla Minton
by Carla Minton » Thu Mar 19, 2009 6:15 am
de von Carla Minton » Do 19. Mär 2009, 06:15
Posted by: Carla Minton on Thursday, March 19, 2009 - 06:15 AM
Posted by Carla Minton on Thursday March 19, 2009 @06:15AM
By Carla Minton in <a href="/n">News</a> Thu Mar 19, 2009 at 06:15:00 AM EST
Published by Carla Minton on 2009/3/19 (123 reads)
Posted by Carla Minton on Thursday 19 March 2009 - 06:15:00
Posted on March 19, 2009 by Carla Minton
March 19, 2009 by Carla Minton
March 19th, 2009 | Author: Carla Minton
Author: Carla Minton | Date: March 19, 2009
Date: March 19, 2009 Author: Carla Minton
de Veröffentlicht am 19. März 2009 von Carla Minton
de Autor: Carla Minton | Datum: 19. März 2009
de Erstellt am 19. März 2009 von Carla Minton
fr Publié le 19 mars 2009 par Carla Minton
fr Posté par Carla Minton le 19 mars 2009
fr Rédigé par Carla Minton le 19 mars 2009 à 06:15
es Publicado el 19 marzo, 2009 por Carla Minton
it Pubblicato il 19 marzo 2009 da Carla Minton
nl Geplaatst op 19 maart 2009 door Carla Minton
pl Opublikowano 19 marca 2009 przez Carla Minton
pl Opublikowano 19/03/2009 autor: Carla Minton
pt Publicado em 19 de março de 2009 por Carla Minton
sv Publicerat den 19 mars 2009 av Carla Minton
da Udgivet den 19. marts 2009 af Carla Minton
no Publisert 19. mars 2009 av Carla Minton
no Skrevet av Carla Minton 19. mars 2009
ru Опубликовано 19.03.2009 автором Carla Minton
hu Közzétéve 2009. március 19. Szerző: Carla Minton
This entry was posted on Thursday, March 19th, 2009 at 6:15 am by Carla Minton and is filed under \
<a href="/n">News</a>. You can follow any responses to this entry through the <a href="/f">RSS 2.0</a> feed. \
You can <a href="#respond">leave a response</a>, or <a href="/t">trackback</a> from your own site.
This entry was posted by Carla Minton on Thursday, March 19th, 2009 at 6:15 am and is filed under \
<a href="/n">News</a>. You can follow any responses to this entry through the <a href="/f">RSS 2.0</a> feed. \
Both comments and pings are currently closed.
This entry was posted in <a href="/n">News</a> by Carla Minton on March 19, 2009. Bookmark the <a href="/p">permalink</a>.
This entry was written by Carla Minton, posted on March 19, 2009 at 6:15 am, filed under <a href="/n">News</a>.
de Dieser Beitrag wurde am 19. März 2009 von Carla Minton in <a href="/n">Politik</a> veröffentlicht.
fr Ce contenu a été publié dans <a href="/n">Politique</a> par Carla Minton le 19 mars 2009.
es Esta entrada fue publicada en <a href="/n">Mundo</a> por Carla Minton el 19 marzo, 2009.
it Questo articolo è stato pubblicato in <a href="/n">Mondo</a> da Carla Minton il 19 marzo 2009.
nl Dit bericht is geplaatst in <a href="/n">Nieuws</a> door Carla Minton op 19 maart 2009.
""".splitlines()

WHEN = """\
This entry was posted on Thursday, March 19th, 2009 at 6:15 am and is filed under <a href="/n">News</a>, \
<a href="/m">More</a>. You can follow any responses to this entry through the <a href="/f">RSS 2.0</a> feed. \
You can <a href="#respond">leave a response</a>, or <a href="/t">trackback</a> from your own site.
This entry was posted on Thursday, March 19th, 2009 and is filed under <a href="/n">News</a>.
This entry was posted on Thursday, March 19th, 2009 at 6:15 am and is filed under \
<a href="/a">A long name of a category</a>, <a href="/b">Another long name of a category</a>, \
<a href="/c">One more long name of a category</a>, <a href="/d">The longest name of a category of all</a>. \
You can follow any responses to this entry through the <a href="/f">RSS 2.0</a> feed. You can skip to the end and \
leave a response. Pinging is currently not allowed. Responses are currently closed, but you can \
<a href="/t">trackback</a> from your own site.
de Dieser Eintrag wurde am Donnerstag, 19. März 2009 um 06:15 erstellt und ist in der Kategorie \
<a href="/n">Politik</a> abgelegt. Antworten zu diesem Eintrag können durch den <a href="/f">RSS 2.0</a>-Feed \
verfolgt werden. Sie können einen Kommentar hinterlassen.
de Dieser Artikel wurde am Donnerstag, 19. März 2009 um 06:15 Uhr veröffentlicht und wurde unter Politik abgelegt.
fr Cet article a été publié le jeudi 19 mars 2009 à 6:15 et est classé dans <a href="/n">Politique</a>. \
Vous pouvez suivre les réponses à cet article avec le fil RSS 2.0.
fr Cette entrée a été publiée le jeudi 19 mars 2009 à 6:15 et classée dans <a href="/n">Politique</a>.
es Esta entrada fue publicada el jueves 19 de marzo de 2009 a las 06:15 y está archivada en <a href="/n">Mundo</a>.
it Questo articolo è stato pubblicato giovedì, 19 marzo 2009 alle 06:15 ed è classificato in <a href="/n">Mondo</a>.
nl Dit bericht is geplaatst op donderdag 19 maart 2009 om 06:15 in de categorie <a href="/n">Nieuws</a>.
nl Dit artikel werd gepubliceerd op donderdag 19 maart 2009 om 06:15 en is gearchiveerd onder Nieuws.
pt Este post foi publicado em quinta-feira, 19 de março de 2009 às 06:15 e arquivado em <a href="/n">Mundo</a>.
pl Ten wpis został opublikowany czwartek, 19 marca 2009 o 06:15 w kategorii <a href="/n">Świat</a>.
sv Detta inlägg publicerades torsdag, 19 mars 2009 kl 06:15 i kategorin <a href="/n">Nyheter</a>.
da Dette indlæg blev skrevet torsdag, 19. marts 2009 kl. 06:15 og er gemt under <a href="/n">Nyheder</a>.
ru Запись опубликована Четверг, 19 Март 2009 в 06:15 в рубрике <a href="/n">Мир</a>.
Posted on March 19, 2009 at 06:15 AM in <a href="/n">Nation</a> | <a href="/p">Permalink</a> | <a href="/c">Comments (3)</a>
Posted: Thu Mar 19, 2009 6:15 am
Posted at 06:15 AM on March 19, 2009
Published: Thursday, 19 March 2009 06:15
de Veröffentlicht am 19. März 2009
de Erstellt: 19. März 2009 06:15
fr Mis en ligne le jeudi 19 mars 2009
es Publicado el 19 de marzo de 2009 a las 06:15
""".splitlines()

FURTHER = [
    f"Delegate number {i} told the hall that the road to the harbour was long and the winter near." for i in range(20)
]
MORE = "".join(f"<p>{text}</p>" for text in FURTHER)


def _line(told: str) -> tuple[str, str]:
    """The language of a line and its markup."""
    match = re.match(r"(de|fr|es|it|pt|pl|nl|sv|da|no|tr|ru|hu) ", told)
    return (match[1], told[3:]) if match else ("en-US", told)


def _read(told: str, *, below: bool, tag: str = "p") -> tuple[list[str], str, tuple[str, ...]]:
    """Authors, day and body of a page with that line."""
    language, line = _line(told)
    box = f"<{tag}>{line}</{tag}>"
    html = page("").replace("</div></article>", f"{MORE}</div>{box}</article>") if below else page(box)
    story = read_page(html.replace("en-GB", language))
    body = tuple(text for text in story.body if text not in FURTHER)
    return [author.name for author in story.authors], (story.published or "")[:10], body


@pytest.mark.parametrize("below", [False, True], ids=["above", "below"])
@pytest.mark.parametrize("told", WHO_AND_WHEN)
def test_who_and_when(told: str, below: bool) -> None:
    assert _read(told, below=below) == (["Carla Minton"], "2009-03-19", PARAGRAPHS)


@pytest.mark.parametrize("below", [False, True], ids=["above", "below"])
@pytest.mark.parametrize("told", WHEN)
def test_when_alone(told: str, below: bool) -> None:
    assert _read(told, below=below) == ([], "2009-03-19", PARAGRAPHS)
