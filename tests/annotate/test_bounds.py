"""Sentence bounds: "|" in a case stands where a sentence must start, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.annotate.bounds import sentence_starts

BODY = [
    "| Rebels left . | They returned .",
    "| Lt . Gen . David Barno spoke . | He left .",
    "| Lt. Gen. David Barno spoke . | He left .",
    "| J . K . Rowling met him .",
    "| The U.S. Army left Iraq .",
    "| He lives in the U.S. | The army left .",
    "| Talks began at 9 a.m. Monday in Geneva .",
    "| Talks ended at 5 p.m. | They failed .",
    "| He waited ... | Then he left .",
    "| He waited … | Then he left .",
    "| He waited ... then left .",
    "| Why did he go ? | Nobody knows !",
    "| It was No . 5 on the list .",
    "| Sen . Smith of Ill . met Gov . Jones on Jan . 5 .",
    "| It has no full stop",
    "| “ We agreed . ” | “ They did not . ”",
    "| ( He left . ) | They stayed .",
    "| He left . | ( They stayed . )",
    "| He left . ( they stayed )",
    "| He left . | 200 soldiers stayed .",
    "| He left . | £ 200 was stolen .",
    "| He left . nobody saw .",
    "| one line \n | Another line",
    "| He left ; they stayed .",
]
TITLES = [
    "| Russia strikes Aleppo ; | US protests",
    "| Rebels leave Homs",
    "| Rebels leave . | Army returns",
]


def marked(case: str, *, is_title: bool = False) -> str:
    words = [w for w in case.replace("\n ", "\n\t").replace(" ", "\t").split("\t") if w and w != "|"]
    starts = sentence_starts(words, is_title=is_title)
    return " ".join(f"| {w}" if s else w for w, s in zip(words, starts, strict=True))


@pytest.mark.parametrize("case", BODY)
def test_a_paragraph_is_cut_where_sentences_start(case: str) -> None:
    assert marked(case) == case


@pytest.mark.parametrize("case", TITLES)
def test_a_title_is_cut_after_a_semicolon_too(case: str) -> None:
    assert marked(case, is_title=True) == case


def test_no_words_give_no_starts() -> None:
    assert sentence_starts([]) == []


@given(
    st.lists(
        st.one_of(st.sampled_from([".", "?", "…", '"', "”", "(", "U.S.", "Gen", "He", "\n", ";"]), st.text(min_size=1))
    )
)
def test_every_word_has_an_answer_and_the_first_starts(words: list[str]) -> None:
    starts = sentence_starts(words)
    assert len(starts) == len(words)
    assert starts[:1] == [True][: len(words)]
