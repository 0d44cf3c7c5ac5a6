"""Dates, bylines and comments in the words of many languages."""

from __future__ import annotations

import pytest

from tests.read.pages import page
from whowhom.errors import LexiconError
from whowhom.read import read_page, vocabulary
from whowhom.read.bylines import is_name, parse_byline, split_byline
from whowhom.read.dates import month_number, parse_date
from whowhom.read.phrases import author_before_date, author_from_lines, is_furniture
from whowhom.read.vocabulary import is_weekday, read_words


@pytest.mark.parametrize(
    "text",
    ["Senin, 04 Juli 2011", "Isnin, 4 Julai 2011", "Thứ hai, 4 tháng 7, 2011", "4 tháng 7 năm 2011", "4. srpnja 2011.",
     "понеделник, 4 юли 2011 г.", "4 липня 2011", "2011. július 4.", "4. července 2011", "4 iulie 2011", "4 juliol 2011",
     "4 ביולי 2011", "४ जुलाई २०११", "4 জুলাই 2011", "4 ژوئیه 2011", "4 جولائی 2011", "Jumatatu, 4 Julai 2011",
     "4 Hulyo 2011", "Dushanbe, 4 iyul 2011", "4 korrik 2011", "4. juuli 2011", "4 ιουλίου 2011", "4. heinäkuuta 2011"],
)  # fmt: skip
def test_months_of_many_languages(text: str) -> None:
    assert (parse_date(text) or "")[:10] == "2011-07-04"


@pytest.mark.parametrize("word", ["Senin", "petak", "hétfő", "понеделник", "thứ hai", "月曜日", "Jumatatu"])
def test_weekdays_are_no_names(word: str) -> None:
    assert is_weekday(word)
    assert not is_name(word)


def test_a_whole_month_goes_before_first_letters() -> None:
    assert (month_number("listopad"), month_number("srpanj"), month_number("srpna")) == (11, 7, 8)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Diposkan oleh Arif Hakim di 21.37", "Arif Hakim"),
        ("Oleh: Arif Hakim", "Arif Hakim"),
        ("Dicatat oleh Siti Aminah pada 4/7/2011", "Siti Aminah"),
        ("Piše: Marko Perić", "Marko Perić"),
        ("Autor: Jana Nová", "Jana Nová"),
        ("Napsal Jan Novák dne 3. 5. 2010", "Jan Novák"),
        ("Publicat de Ion Pop la 12:30", "Ion Pop"),
        ("Írta: Kovács Béla", "Kovács Béla"),
        ("Автор: Олена Коваль", "Олена Коваль"),
        ("Публикувано от Иван Петров", "Иван Петров"),
        ("Γράφει ο Γιάννης Παππάς", "Γιάννης Παππάς"),
        ("Lähettänyt Matti Aalto klo 12.30", "Matti Aalto"),
        ("Imeandikwa na Juma Ali", "Juma Ali"),
        ("Được đăng bởi Nguyễn Văn An lúc 10:15", "Nguyễn Văn An"),
        ("作者：王小明", "王小明"),
        ("文/王小明", "王小明"),
        ("编辑：李华 作者：王小明", "王小明"),
        ("Fotó: Nagy Anna, szöveg: Kovács Béla", "Kovács Béla"),
        ("Ditulis oleh Arif Hakim, foto: Budi Santoso", "Arif Hakim"),
        ("작성자: 김철수", "김철수"),
        ("מאת: דנה לוי", "דנה לוי"),
        ("نویسنده: علی رضایی", "علی رضایی"),
        ("von Ida Moos erstellt am 12.Mär.2018 | 17:45 Uhr", "Ida Moos"),
        ("Ida Moss reports from Marl", "Ida Moss"),
        ("Ida Moos berichtet aus Kairo", "Ida Moos"),
    ],
)
def test_bylines_of_many_languages(line: str, name: str) -> None:
    assert parse_byline(line) == (name,)


@pytest.mark.parametrize(
    "line",
    [
        "Oleh Koval",
        "7 réactions",
        "Senin, 04 Juli 2011",
        "The committee reports from its session.",
        "Piše o ratu i miru",
        "Автор книги умер в Москве",
        "Foto: Marko Perić",
        "责任编辑：李华",
        "Said Oleh Koval",
    ],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    assert parse_byline(line) == ()


def test_a_given_name_is_no_word_for_by() -> None:
    assert split_byline("Oleh Koval") == ("Oleh Koval",)
    assert split_byline("김철수 기자") == ("김철수",)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bang Togar mengatakan...", "Bang Togar"),
        ("Anonim mengatakan...", "Anonim"),
        ("Pavel Novák řekl(a)...", "Pavel Novák"),
        ("Иван Петров каза:", "Иван Петров"),
        ("Ion Pop spunea...", "Ion Pop"),
        ("Napisao: Marko", "Marko"),
        ("postado por Zé da Manga", "Zé da Manga"),
        ("Gửi bởi Minh An", None),
    ],
)
def test_who_comments(line: str, name: str | None) -> None:
    assert author_from_lines([line]) == (name or "Minh An")


@pytest.mark.parametrize(
    ("line", "name"),
    [("(Mira, Ljubovac, 12. mart 2010 10:52)", "Mira, Ljubovac"), ("(Dragan, 12. mart 2010, 10:52)", "Dragan")],
)
def test_a_signature_in_brackets(line: str, name: str) -> None:
    assert author_before_date([line]) == name


@pytest.mark.parametrize("line", ["Link do comentário", "Odgovor na Mira", "Trả lời", "v odpovědi na Jan", "Balas"])
def test_controls_of_many_languages(line: str) -> None:
    assert is_furniture(line)


def test_a_blog_with_its_thread_in_indonesian() -> None:
    said = "".join(
        f"<dt class='comment-author' id='c{i}'>{who}\nmengatakan...</dt><dd class='comment-body'><p>{what}</p></dd>"
        f"<dd class='comment-footer'><span class='comment-timestamp'><a href='#c{i}'>5 Juli 2011 08.0{i}</a></span></dd>"
        for i, (who, what) in enumerate([("Rini", "Akhirnya pasar itu buka."), ("Anonim", "pertama di sini")])
    )
    story = read_page(
        page(
            "<h2 class='date-header'>Senin, 04 Juli 2011</h2>",
            after="<div class='post-footer'>Diposkan oleh <span class='fn'>Arif Hakim</span> di 21.37</div>"
            f"<div id='comments'><h4>2 komentar:</h4><dl id='comments-block'>{said}</dl></div>",
        )
    )
    assert [author.name for author in story.authors] == ["Arif Hakim"]
    assert (story.published or "")[:10] == "2011-07-04"
    assert [(c.author, c.text) for c in story.comments] == [
        ("Rini", "Akhirnya pasar itu buka."),
        ("Anonim", "pertama di sini"),
    ]


def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    class Folder:
        def joinpath(self, *_: str) -> Folder:
            return self

        def read_text(self, encoding: str) -> str:
            return "# a comment\nkind\tlanguage\twords\nby\ten\n"

    monkeypatch.setattr(vocabulary, "files", lambda _: Folder())
    with pytest.raises(LexiconError, match="3"):
        read_words.__wrapped__("words.tsv")
