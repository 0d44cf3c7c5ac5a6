"""The line of writer and time that each system prints over or under a comment, in markup that tells neither."""

from __future__ import annotations

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page

LINES = """\
Thu, 03/19/2009 - 07:2{i} — {name}
Thu, 2009-03-19 07:2{i} — {name}
de Do, 19.03.2009 - 07:2{i} — {name}
fr jeu, 19/03/2009 - 07:2{i} — {name}
es Jue, 19/03/2009 - 07:2{i} — {name}
Thu, 03/19/2009 - 07:2{i} — {name} (not verified)
Submitted by {name} on Thu, 03/19/2009 - 07:2{i}.
Submitted by {name} (not verified) on Thu, 03/19/2009 - 07:2{i}.
de Verfasst von {name} am Do, 19.03.2009 - 07:2{i}
fr Soumis par {name} le jeu, 19/03/2009 - 07:2{i}
es Enviado por {name} el Jue, 19/03/2009 - 07:2{i}
it Inviato da {name} il Gio, 19/03/2009 - 07:2{i}
nl Ingezonden door {name} op do, 19/03/2009 - 07:2{i}
Posted by {name} on March 19, 2009 at 07:2{i} AM | <a href="#c{i}">Permalink</a>
Posted by: {name} | March 19, 2009 at 07:2{i} AM
Posted by {name} at March 19, 2009 07:2{i} AM
By {name} on March 19, 2009 7:2{i} AM
{name} said, on March 19, 2009 at 7:2{i} am
{name} on 19.03.2009 7:2{i}
{name} said... March 19, 2009 7:2{i} AM
{name} wrote on Thursday, March 19th, 2009 at 7:2{i} am
Comment by {name} — March 19, 2009 @ 7:2{i} am
Comment from: {name} [Visitor] · 03/19/09 @ 07:2{i}
#{i} {name} on 2009-03-19 07:2{i} (Reply)
#{i} - {name} - 03/19/2009 - 07:2{i}
{i}. Le jeudi 19 mars 2009, 07:2{i} par {name}
fr Le jeudi 19 mars 2009 à 07:2{i}, par {name}
fr 19 mars 2009, 07:2{i}, par {name}
by {name} » Thu Mar 19, 2009 7:2{i} am
de von {name} » Do 19. Mär 2009, 07:2{i}
de Kommentar von {name} | 19. März 2009 | 07:2{i} Uhr
de {name} schrieb am 19.03.2009 um 07:2{i} Uhr:
de {name} am 19. März 2009 um 07:2{i}
de geschrieben von {name}, 19. März 2009
written by {name}, March 19, 2009
{name} | March 19, 2009 7:2{i} AM
""".splitlines()
NAMES = ("clamdigger", "R. Holt", "Town Archivist", "Anonymous")
SAID = (
    "Proud of this town this morning, and of everybody who stayed until the end.",
    "Proud, but wet: the roof of the hall leaks, come and see it.",
    "The deed of 1911 says that the landing shall remain open to all for ever.",
    "I will bring a bucket the next time, I have plenty of them.",
)


def _thread(line: str, *, under: bool) -> str:
    blocks = []
    for i, (name, said) in enumerate(zip(NAMES, SAID, strict=True)):
        head, words = f"<p>{line.format(i=i + 1, name=name)}</p>", f"<p>{said}</p>"
        blocks.append(f"<div class='comment'>{words + head if under else head + words}</div>")
    return f"<div id='comments'><h2>Comments</h2>{''.join(blocks)}</div>"


@pytest.mark.parametrize("under", [False, True], ids=["over", "under"])
@pytest.mark.parametrize("told", LINES)
def test_who_said_what(told: str, under: bool) -> None:
    language, line = (told[:2], told[3:]) if told[:3] in {"de ", "fr ", "es ", "it ", "nl "} else ("en-US", told)
    story = read_page(page("<p>By Jane Doe</p>", after=_thread(line, under=under)).replace("en-GB", language))
    assert [(comment.author, comment.text) for comment in story.comments] == list(zip(NAMES, SAID, strict=True))
    assert [(comment.published or "")[:10] for comment in story.comments] == ["2009-03-19"] * len(NAMES)
    assert story.body == PARAGRAPHS
