"""Acts to records: what is merged, what is repeated, what each field holds."""

from __future__ import annotations

import pytest

from tests.coding.trees import candidate, tree_of
from whowhom import Coder
from whowhom.coding.assemble import trigger_span
from whowhom.coding.status import read_status
from whowhom.records import EventMention, Story


def mentions(coder: Coder, text: str, **fields: str) -> list[EventMention]:
    return list(coder.code(Story("s", body=(text,), **fields)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "France agreed to meet Iran.",
        "France urged Iran to release ten prisoners.",
        "France imposed sanctions on Iran.",
        "France held talks with Iran.",
        "France refused to send a delegation to take part in talks with Iran.",
    ],
)
def test_two_words_of_one_act_are_one_event(text: str, coder: Coder) -> None:
    assert len(mentions(coder, text)) == 1


def test_two_acts_of_one_sentence_are_two_events(coder: Coder) -> None:
    found = mentions(coder, "France bombed Chad and imposed sanctions on Iran.")
    assert [(m.event, m.recipient[0].code) for m in found] == [("ASSAULT", "TCD"), ("SANCTION", "IRN")]


@pytest.mark.parametrize(
    ("text", "word", "trigger"),
    [
        ("France attacked Iran.", "attacked", "attacked"),
        ("France imposed sanctions on Iran.", "imposed", "imposed sanctions"),
        ("France refused to meet Iran.", "meet", "refused to meet"),
        ("France called off talks with Iran.", "talks", "called off talks"),
    ],
)
def test_the_trigger_is_the_words_that_tell_the_act(text: str, word: str, trigger: str) -> None:
    tree = tree_of(text)
    cand = candidate(tree, word)
    reading = read_status(tree, cand)
    assert reading is not None
    assert trigger_span(tree, cand, reading).text == trigger


def test_a_trigger_is_made_of_whole_words(coder: Coder) -> None:
    found = mentions(coder, "Rebels denied that they had agreed to a cease-fire that France had announced.")
    assert [m.trigger.text for m in found] == ["agreed to a cease-fire", "cease-fire that France had announced"]


def test_only_violence_and_crowds_are_counted(coder: Coder) -> None:
    (met,) = mentions(coder, "France met Iran after 12 people were killed.")[:1]
    assert (met.event, met.counts.dead) == ("CONSULT", None)


def test_statements_are_left_out_unless_asked_for(coder: Coder) -> None:
    story = Story("s", body=("The president of Kenya spoke on the weather.",))
    assert list(coder.code(story)) == []
    assert [m.event for m in coder.code(story, statements=True)] == ["STATEMENT"]


@pytest.mark.parametrize(
    "text", ["The cat sat on the mat.", "Shares rose 3.5 percent.", "United beat City 2-1.", "…", ""]
)
def test_sentences_without_politics_give_nothing(text: str, coder: Coder) -> None:
    assert mentions(coder, text) == []


def test_an_old_event_is_history(coder: Coder) -> None:
    (mention,) = mentions(coder, "France attacked Iran in March 1987.", published="2017-01-22")
    assert (mention.status, mention.when and mention.when.from_) == ("historical", "1987-03-01")


def test_the_codes_of_a_record_agree(coder: Coder) -> None:
    (mention,) = mentions(coder, "The French army killed ten rebels in an air strike.")
    assert (mention.event, mention.mode, mention.quad, mention.intensity) == ("ASSAULT", ("aerial",), 4, -9.5)
    assert mention.cameo.startswith("19")
    assert mention.counts.dead == 10


@pytest.mark.parametrize("text", ["France imposed sanctions on Iran.", "France fired missiles at Iran."])
def test_a_state_that_is_aimed_at_is_its_government(text: str, coder: Coder) -> None:
    (mention,) = mentions(coder, text)
    assert [(e.code, e.sector) for e in mention.recipient] == [("IRN", "GOV")]


@pytest.mark.parametrize("verb", ["pledged", "promised", "offered"])
def test_promised_aid_is_an_agreement_on_aid(verb: str, coder: Coder) -> None:
    (mention,) = mentions(coder, f"Germany {verb} military aid to Ukraine.")
    assert (mention.event, mention.act, mention.recipient[0].code) == ("AGREE", "AID", "UKR")
