"""Comments whose markup is named in other languages than English, and letters signed at their end."""

from __future__ import annotations

import pytest

from tests.read.pages import page
from whowhom.read import read_page

TURKISH = (
    '<div class="yorum" id="yorum_{n}"><div class="yorum-ust"><strong class="yorum-isim">{name}</strong>'
    '<span class="yorum-tarih">03.05.2016 15:10</span></div><div class="yorum-metin">{words}</div>'
    '<div class="yorum-alt"><a href="javascript:;">Beğendim <b>(4)</b></a><a href="javascript:;">Beğenmedim <b>(0)</b></a>'
    '<a href="javascript:;">Cevapla</a><a href="javascript:;">Şikayet et</a></div></div>'
)
FORUM = (
    '<table class="message" id="m{n}"><tr><td colspan="2"><a name="m{n}" href="#m{n}">#{n}</a> '
    '<span class="date-message">Posté le 03/05/2016 à 15h10</span></td></tr><tr><td class="auteur-message">'
    '<a class="pseudo" href="/profil.php?u={n}">{name}</a><div class="rang">Pilier du forum, ancien modérateur</div>'
    '<div class="infos">Inscrit le : 09/03/2011<br>Messages : 136</div></td><td class="corps-message">'
    '<div class="texte"><p>{words}</p></div></td></tr><tr><td><a href="#">Citer</a> | <a href="#">Répondre</a></td></tr></table>'
)


@pytest.mark.parametrize(("box", "template"), [("yorumlar", TURKISH), ("reactions", FORUM)])
def test_names_times_and_words_are_told_in_other_languages(box: str, template: str) -> None:
    said = [("Ann", "Bravo."), ("Ben Öz", "No, never."), ("Cem", "Interesting!")]
    thread = "".join(template.format(n=90 + i, name=name, words=words) for i, (name, words) in enumerate(said))
    comments = read_page(page(after=f'<div id="{box}">{thread}</div>')).comments
    assert [(c.author, c.text) for c in comments] == said
    assert {(c.published or "")[:16] for c in comments} == {"2016-05-03T15:10"}


def test_the_line_under_a_name_is_not_part_of_what_is_said() -> None:
    unit = (
        '<div class="comment"><div class="_h"><a class="ActorName" href="/p/{0}">{0}</a><div class="_y">{1}</div></div>'
        '<div class="_w"><span>{2}</span></div><span class="ago">2 days ago</span></div>'
    )
    said = [("Ann", "University of Leeds", "First point."), ("Ben", "Works at the quay", "Wow")]
    thread = "".join(unit.format(*one) for one in said)
    comments = read_page(page(after=f'<div id="comments">{thread}</div>')).comments
    assert [c.text for c in comments] == ["First point.", "Wow"]


LETTER = (
    '<tr><td>{}<br><div align="right"><b>{}</b>, <i>Upper Stow</i><br><font size="1">Received 23/05/2016</font></div>'
    '</td></tr><tr><td><img src="spacer.gif" height="2"></td></tr>'
)
LINES = (
    "The pump on the green, dry since the summer of the Coronation, is to be restored with forgotten money.",
    "The clerk found the savings book behind the filing cabinet when the council painted the wall of its office.",
    "A local engineer has offered to bore out the shaft at cost, and the agency has tested the water twice.",
)
OLD_PAGE = (
    "<html><head><title>The Stow Gazette Online - News</title></head><body><table><tr><td>"
    '<a href="/news">News</a> | <a href="/sport">Sport</a> | <a href="/about">About us</a></td></tr><tr><td>'
    '<span class="hdl">Village pump to run again</span><br><font size="1">By Harold Bingley<br>Published: 02/05/2016'
    f"</font><br><br>{'<br><br>'.join(LINES)}<br><br>"
    '<table><tr><td bgcolor="#003366"><font><b>YOUR LETTERS ON THIS STORY</b></font></td></tr>'
    + LETTER.format("One correction.<br><br>The bonfire was not free.", "Rev. A. Sill")
    + LETTER.format("Check the invoice.", "J. Dunmore")
    + "</table></td></tr></table></body></html>"
)


def test_letters_signed_at_their_end_in_a_page_of_lines() -> None:
    story = read_page(OLD_PAGE)
    found = [(c.author, c.text, c.published) for c in story.comments]
    assert found == [
        ("Rev. A. Sill", "One correction.\n\nThe bonfire was not free.", "2016-05-23"),
        ("J. Dunmore", "Check the invoice.", "2016-05-23"),
    ]
    assert (story.headline, story.body) == ("Village pump to run again", LINES)


def test_boxes_for_sharing_and_captions_are_known_in_other_languages() -> None:
    inside = (
        '<p class="legende">© The harbour at dawn</p><p class="credit-video">Reportage : J. Dell, images : F. Sir</p>'
    )
    share = '<div class="partage"><ul><li>Google+</li><li>Envoyer par mail</li></ul></div>'
    body = " ".join(read_page(page(inside, after=share)).body)
    assert not any(word in body for word in ("Google", "Envoyer", "Reportage", "dawn"))


def test_a_day_that_may_be_of_two_months_still_dates_a_letter() -> None:
    story = read_page(OLD_PAGE.replace("23/05/2016", "03/05/2016"))
    assert [(c.author, c.published) for c in story.comments] == [("Rev. A. Sill", None), ("J. Dunmore", None)]


RIGHT = '<p>{}</p><p align="right"><b>{}</b>, Leek<br>12 March 2006</p>'


def test_letters_signed_at_the_right_in_paragraphs() -> None:
    letters = RIGHT.format("Sir, the pump was never dry.", "A. Lee") + RIGHT.format("I drank from it.", "J. Dun")
    story = read_page(page(after=f"<div><h3>Readers write</h3>{letters}</div>"))
    assert [(c.author, c.text, c.published) for c in story.comments] == [
        ("A. Lee", "Sir, the pump was never dry.", "2006-03-12"),
        ("J. Dun", "I drank from it.", "2006-03-12"),
    ]


def test_a_name_and_day_over_lines_in_one_cell() -> None:
    row = "<tr><td><font size=2><b>{}</b> (Leek) - 12 March 2006 10:12</font><br>{}<br>So it is.</td></tr>"
    rows = row.format("Ann Lee", "The pump was never dry.") + row.format("Ben Roe", "Check the invoice.")
    table = f"<table><tr><td><b>Reader comments</b></td></tr>{rows}</table>"
    assert [(c.author, c.text) for c in read_page(page(after=table)).comments] == [
        ("Ann Lee", "The pump was never dry. So it is."),
        ("Ben Roe", "Check the invoice. So it is."),
    ]


@pytest.mark.parametrize(
    ("heading", "reply", "time"),
    [
        ("Комментарии: 3", "Ответить", "2 часа назад"),
        ("التعليقات (3)", "رد", "منذ 3 ساعات"),
        ("コメント (3)", "返信", "2時間前"),
        ("Comentarii (3)", "Răspunde", "acum 2 ore"),
    ],
)
def test_a_thread_is_told_by_its_heading_and_controls_in_other_languages(heading: str, reply: str, time: str) -> None:
    unit = '<div class="x1"><span class="x2">{}</span> <span class="x3">{}</span><div>{}</div><a href="#">{}</a></div>'
    said = [("Ann", "First point."), ("Ben", "No, never."), ("Cem", "Interesting!")]
    thread = "".join(unit.format(name, time, words, reply) for name, words in said)
    comments = read_page(page(after=f'<div class="x0"><h3>{heading}</h3>{thread}</div>')).comments
    assert [(c.author, c.text) for c in comments] == said
