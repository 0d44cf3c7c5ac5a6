"""The rooms joined: order kept, one story's trouble its own."""

import pytest

from whowhom.errors import ModelMissing, SettingsError
from whowhom.pipeline import STAGES, Coding, Stage, check_stages, code_stories
from whowhom.records import Skipped


class Coder:
    """A stand-in with one mention a story; it gives up on stories called bad."""

    version = "toy 1"

    def __init__(self, make_mention, error=None):
        self.make_mention = make_mention
        self.error = error or ValueError("no\nparser bears this")
        self.coded = []

    def code_many(self, stories, *, comments, statements, min_confidence):
        for story in stories:
            if story.story_id.startswith("bad"):
                raise self.error
            self.coded.append(story.story_id)
            mention = self.make_mention(story.story_id, story.story_id, confidence=0.5)
            yield story, [mention] if mention.confidence >= min_confidence else []


def outcome(items, coder, coding=None, **options):
    found = code_stories(items, coder, coding or Coding(), **options)
    return [item.input if isinstance(item, Skipped) else (item[0].story_id, len(item[1])) for item in found]


def test_order_is_kept_with_what_was_skipped_in_its_place(make_story, make_mention):
    items = [make_story("a"), Skipped("x.html", "read", "empty"), make_story("bad"), make_story("c")] * 20
    coder = Coder(make_mention)
    assert outcome(items, coder) == [("a", 1), "x.html", "bad.html", ("c", 1)] * 20
    assert coder.coded == ["a", "c"] * 20  # each once: nothing is coded again after a failure


def test_the_reason_is_one_line(make_story, make_mention):
    skipped = next(iter(code_stories([make_story("bad")], Coder(make_mention), Coding())))
    assert skipped == Skipped("bad.html", "code", "ValueError: no parser bears this")


def test_a_missing_model_stops_the_run(make_story, make_mention):
    with pytest.raises(ModelMissing):
        outcome([make_story("bad")], Coder(make_mention, ModelMissing("model", "get it")))


def test_known_stories_are_not_coded(make_story, make_mention):
    coder = Coder(make_mention)
    found = outcome([make_story("a"), make_story("b")], coder, known=lambda stories: {"a"})
    assert found == [("a", 0), ("b", 1)]
    assert coder.coded == ["b"]


def test_unsure_mentions_are_left_out(make_story, make_mention):
    assert outcome([make_story("a")], Coder(make_mention), Coding(min_confidence=0.6)) == [("a", 0)]


def test_mentions_leave_with_an_event_id(make_story, make_mention):
    _, mentions = next(iter(code_stories([make_story("a")], Coder(make_mention), Coding())))
    assert mentions[0].event_id.startswith("ev-")


def test_the_label_tells_the_options():
    assert Coding().label("1") == "1"
    assert Coding(comments=True, min_confidence=0.5).label("1") == "1 +comments +min-confidence=0.5"


def test_stages_are_checked():
    check_stages()
    with pytest.raises(SettingsError, match="stage link needs EventMention"):
        check_stages([*STAGES[:2], Stage("link", ("EventMention",), ("Event",))])
