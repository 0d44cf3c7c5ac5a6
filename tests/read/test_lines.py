"""Lines that no story has, in a dozen languages, and sentences that look like them."""

from __future__ import annotations

import pytest

from whowhom.read.lines import is_line_of_furniture

FURNITURE = [
    "Lesen Sie auch: Der Hafen wächst", "À lire aussi : le port s’agrandit", "Te puede interesar: el puerto crece",
    "Leia também", "Czytaj też: port rośnie", "Читайте также: порт растёт", "اقرأ أيضاً: توسعة الميناء",
    "3 thoughts on “Harbour opens”", "2 Kommentare zu „Gespräche im Hafen“", "You must be logged in to post a comment.",
    "Thanks for signing in, . Now you can comment.", "Deja un comentario", "Подписывайтесь на наш канал в Telegram",
    "Síguenos en Twitter", "Tags: harbour, talks", "Słowa kluczowe: port", "Quelle: dpa", "Foto: Eva Beispiel",
    "Photo by Ann Lee", "Фото Виктора Ломова", "© 2016 El Faro. Todos los derechos reservados.", "Tutti i diritti riservati",
    "The views expressed here are those of the authors and do not reflect the position of the Institute.",
    "Publié le 3 mai 2016 à 10:20", "Views: 1,203", "Compartir en Facebook", "Imprimir", "Publicidad",
    "Ann Lee can be reached at ann@example.org", "Gefällt Ihnen das? Dann abonnieren Sie unseren Newsletter.",
]  # fmt: skip
SENTENCES = [
    "Published in 2011, the book sold well.", "Read 12 books a year, she said.", "Join us, he said, and we will win.",
    "Share prices fell 3 percent on Tuesday", "Copyright law is changing fast in Europe.", "You must act now, he said.",
    "Enviar tropas no es la solución", "По теме переговоров стороны договорились.", "Photo shows the harbour",
    "Leave a comment telling us which boat you have and which one you want to have.",
    "Rating agencies cut Greece to B in 2011",
]  # fmt: skip


@pytest.mark.parametrize("text", FURNITURE)
def test_a_line_of_furniture(text: str) -> None:
    assert is_line_of_furniture(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_of_a_story(text: str) -> None:
    assert not is_line_of_furniture(text)
