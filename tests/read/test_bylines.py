"""The grammar of bylines: who wrote, who only took the pictures, where one name ends and the next begins."""

from __future__ import annotations

import pytest

from whowhom.read.bylines import parse_byline, sign_off, split_authors, split_byline
from whowhom.read.credits import is_credit, is_hand, names_more, own_words, words_of

BYLINES = {
    "By Ann Lee and Bo Roe": "Ann Lee;Bo Roe",
    "By Ann Lee Transport correspondent": "Ann Lee",
    "Par Ann Lee, Radio Littoral": "Ann Lee",
    "By Ann Lee, Bo Roe, and Cy Dunn": "Ann Lee;Bo Roe;Cy Dunn",
    "By ANN LEE AND BO ROE": "ANN LEE;BO ROE",
    "By Ann Lee with Bo Roe": "Ann Lee;Bo Roe",
    "By Ann Lee & Bo Roe | Photos by Cy Dunn": "Ann Lee;Bo Roe",
    "Von Anna Weber, Karl Maier und Uwe Kurz": "Anna Weber;Karl Maier;Uwe Kurz",
    "Par Anne Roux et Luc Petit": "Anne Roux;Luc Petit",
    "Por Ana Ruiz y Luis Paz": "Ana Ruiz;Luis Paz",
    "Por Ana Souza e Davi Reis, de Belém": "Ana Souza;Davi Reis",
    "Por Rui Costa e Silva e Davi Reis": "Rui Costa e Silva;Davi Reis",
    "Por José Ortega y Gasset": "José Ortega y Gasset",
    "di Anna Rossi e Luca Neri": "Anna Rossi;Luca Neri",
    "Door Anna de Wit en Karel Bos": "Anna de Wit;Karel Bos",
    "Af Mette Holm og Jens Bang": "Mette Holm;Jens Bang",
    "Muhabir: Elif Kaya": "Elif Kaya",
    "Автор: Марина Круглова": "Марина Круглова",
}
"""Who is joined by what in which language."""

AGENCIES_BESIDE = {
    "Par Anne Roux, avec AFP": "Anne Roux;AFP",
    "Von Anna Weber und Karl Maier, dpa": "Anna Weber;Karl Maier;dpa",
    "By ANN LEE, Associated Press": "ANN LEE;Associated Press",
    "By ANN LEE and BO ROE The Associated Press": "ANN LEE;BO ROE",
    "Por Ana Ruiz / EFE": "Ana Ruiz;EFE",
    "By Ann Lee in Quito and REUTERS": "Ann Lee;REUTERS",
}

TRIMMED = {
    "By Ann Lee, Diplomatic Editor, in Bel Amar": "Ann Lee",
    "By Ann Lee, Chief Foreign Correspondent and Bo Roe": "Ann Lee;Bo Roe",
    "By Ann Lee, Senior Health Writer": "Ann Lee",
    "By ANN LEE, Bel Amar": "ANN LEE",
    "Von Anna Weber, Berlin": "Anna Weber",
    "Por Ana Ruiz, enviada especial a Lima": "Ana Ruiz",
    "Par Anne Roux, envoyée spéciale à Rennes": "Anne Roux",
    "By Ann Lee in Cairo, Bo Roe in Rome and Cy Dunn in Oslo": "Ann Lee;Bo Roe;Cy Dunn",
    "By Ann Lee and Bo Roe ann.lee@star.example": "Ann Lee;Bo Roe",
    "By Ann Lee @annlee": "Ann Lee",
    "By Ann Lee, 34": "Ann Lee",
    "By Ann Lee and others": "Ann Lee",
    "By Ann Lee and Bo Roe of the Evening Star": "Ann Lee;Bo Roe",
    "Posted by Ann Lee in News at 5:33 PM": "Ann Lee",
    "Posted by gull99 on May 3, 2016": "gull99",
    "By Ann Lee, Staff Writer; Bo Roe, Staff Photographer": "Ann Lee",
}
"""Roles, places, addresses, ages and trades that stand after a name."""

WORK = {
    "Words by Ann Lee, photographs by Bo Roe": "Ann Lee",
    "Story and photos by Ann Lee": "Ann Lee",
    "Written by Ann Lee; edited by Bo Roe; illustrated by Cy Dunn": "Ann Lee",
    "By Ann Lee. Translated from the French by Bo Roe": "Ann Lee",
    "By Ann Lee, with additional reporting by Bo Roe": "Ann Lee",
    "By Ann Lee, as told to Bo Roe": "Ann Lee",
    "By Ann Lee, with reporting by Bo Roe": "Ann Lee",
    "Original reporting by Ann Lee": "Ann Lee",
    "By Professor Ann Lee": "Ann Lee",
    "Guest post by Ann Lee. Illustration: Bo Roe.": "Ann Lee",
    "Text: Anna Weber, Fotos: Karl Maier": "Anna Weber",
    "Von Anna Weber (Text) und Karl Maier (Fotos)": "Anna Weber",
    "Ein Gastbeitrag von Anna Weber": "Anna Weber",
    "Texte : Anne Roux - Photos : Luc Petit": "Anne Roux",
    "Propos recueillis par Anne Roux": "Anne Roux",
}
"""Whose work makes an author, and whose does not."""


ABROAD = {
    "posted by Ann Lee @ 4:15 PM": "Ann Lee",
    "By state political reporter Ann Lee and Bo Roe": "Ann Lee;Bo Roe",
    "Von unserem Redakteur Max Muster": "Max Muster",
    "Par notre envoyé spécial Jean Dupont": "Jean Dupont",
    "rozmawiał Jan Kowalski": "Jan Kowalski",
    "Dodano przez Jan Kowalski": "Jan Kowalski",
    "Postado por João Silva às 10:30": "João Silva",
    "Scritto da Mario Rossi": "Mario Rossi",
    "Geplaatst door Jan Jansen op 3 mei 2014": "Jan Jansen",
    "Ekleyen: Ali Veli": "Ali Veli",
    "كتب: محمد علي": "محمد علي",
    "Kairo - Von Max Muster": "Max Muster",
    "Publié le 3 mai 2016 par jdupont dans Politique": "jdupont",
    "Vol. 33 No. 9 · 28 April 2011": "",
    "Tue 3 May 2014": "",
}


FIELDS = {
    "By Dr Ann Lee, Senior Fellow, Ports and Corridors Programme": "Ann Lee",
    "By Ann Lee, Senior Fellow, Small Ports and Big Corridors Programme": "Ann Lee",
    "By Ann Lee, Director of Ports and Corridors": "Ann Lee",
    "By Ann Lee, Head of Middle East and North Africa": "Ann Lee",
    "By Ann Lee, Fellow, Trade and Transport; Bo Roe, Director, Energy and Climate; and Cy Dunn": "Ann Lee;Bo Roe;Cy Dunn",
    "By Ann Lee, Head of Policy, and Bo Roe, Director, Energy and Climate Policy": "Ann Lee;Bo Roe",
    "By Ann Lee and Bo Roe, Data and Graphics Team": "Ann Lee;Bo Roe",
    "Par Anne Roux, professeure de droit et d'économie": "Anne Roux",
    "Von Anna Weber, Leiterin Politik und Wirtschaft": "Anna Weber",
    "By Ann Lee, Minister of Trade and Industry": "Ann Lee",
    "By Ann Lee, CEO, Lee and Sons": "Ann Lee",
    "By Ann Lee, MP for Isk and Merrin": "Ann Lee",
    "By Ann Lee, Vice President for Research and Studies, and Bo Roe, Visiting Scholar": "Ann Lee;Bo Roe",
    "By Ann Lee, Staff Writer, and Bo Roe": "Ann Lee;Bo Roe",
    "By Ann Lee, Staff Writer and AP": "Ann Lee;AP",
    "By Ann Lee, Correspondent in Kigali and Bo Roe in Oslo": "Ann Lee;Bo Roe",
    "Por Ana Ruiz, Lima, y Luis Paz, Quito": "Ana Ruiz;Luis Paz",
}
"""What somebody works on, which an "and" in it does not make a second person; people after roles stay."""

HOUSES = {
    "By Westmark Press Association": "Westmark Press Association",
    "By The Harbour Press Association": "The Harbour Press Association",
    "By Harbour News Agency": "Harbour News Agency",
    "By ANN LEE Associated Press": "ANN LEE",
    "By Ann Lee, Press Association": "Ann Lee;Press Association",
}
"""Agencies whose own name holds that of a known one, and people who write for it."""

COMPILED = {
    "oprac. Jan Nowak": "Jan Nowak",
    "Oprac.: Jan Nowak": "Jan Nowak",
    "opr. Jan Nowak": "Jan Nowak",
    "red. Jan Nowak": "Jan Nowak",
    "Bearb.: Karl Maier": "Karl Maier",
    "Zusammengestellt von Karl Maier": "Karl Maier",
    "Adapted by Ann Lee": "Ann Lee",
    "Adapté par Anne Roux": "Anne Roux",
    "By Red Adair": "Red Adair",
}
"""Short words for who put a story together."""


@pytest.mark.parametrize(("line", "names"), (FIELDS | HOUSES | COMPILED).items())
def test_a_byline_names_people_and_houses_whole(line: str, names: str) -> None:
    assert ";".join(parse_byline(line)) == names


@pytest.mark.parametrize(("line", "names"), (ABROAD | BYLINES | AGENCIES_BESIDE | TRIMMED | WORK).items())
def test_a_byline_gives_its_authors(line: str, names: str) -> None:
    assert ";".join(parse_byline(line)) == names


@pytest.mark.parametrize(
    "line",
    [
        "Edited by Bo Roe and Cy Dunn",
        "Medically reviewed by Dr. Bo Roe, MBBS",
        "Updated by Bo Roe",
        "Fact-checked by Bo Roe",
        "Photograph: Bo Roe/Evening Star",
        "Contributing: Bo Roe",
        "Traducción del portugués de Luis Paz",
        "Aus dem Englischen von Karl Maier",
        "Traduit de l'anglais par Luc Petit",
        "Edição: Rui Reis · Fotos: Davi Reis",
        "(fot. Jan Nowak)",
    ],
)
def test_other_work_credits_no_author(line: str) -> None:
    assert parse_byline(line) == ()
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Report: Mayor To Quit",
        "Interview: Mayor Ann Lee",
        "Video: Mayor Quits",
        "Killed by Russia",
        "The bill was passed by Congress",
        "by Bo Roe in “Snow gates”",
        "By Staff",
        "By our Foreign Staff",
        "With contributions from Bo Roe",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert parse_byline(line) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Reporting by Ann Lee in Cairo and Bo Roe in Kampala; Editing by Cy Dunn", ("Ann Lee", "Bo Roe")),
        ("(Reporting by Ann Lee; additional reporting by Bo Roe; writing by Cy Dunn)", ("Ann Lee", "Cy Dunn")),
        ("Published by Harbour House in 2010, the book was a success.", ()),
        ("Editing by Cy Dunn", ()),
        ("Ann Lee and Bo Roe walked home.", ()),
    ],
)
def test_a_sign_off_names_who_reported(line: str, names: tuple[str, ...]) -> None:
    assert sign_off(line) == names


def test_an_author_field_is_split_as_a_byline_is() -> None:
    assert split_authors("Ann Lee, Bo Roe and Cy Dunn") == ("Ann Lee", "Bo Roe", "Cy Dunn")
    assert split_authors("Photographs by Bo Roe") == ()


def test_a_marked_byline_needs_no_by() -> None:
    assert split_byline("DESMOND LEE in Westport and REUTERS") == ("DESMOND LEE", "REUTERS")


def test_a_line_without_credits_stays_as_it_is() -> None:
    assert own_words("By Ann Lee and Bo Roe") == "By Ann Lee and Bo Roe"


def test_a_byline_may_leave_names_out() -> None:
    assert names_more("By Ann Lee and others")
    assert not names_more("By Ann Lee and Bo Roe")


def test_a_trade_is_told_from_an_authors() -> None:
    assert is_hand("Staff Photographer")
    assert not is_hand("News Editor")


def test_no_work_is_both_an_authors_and_a_trade() -> None:
    assert words_of("author").isdisjoint(words_of("hand"))
    assert words_of("label") <= words_of("author")
