"""Text cut into marked runs."""

from hypothesis import given
from hypothesis import strategies as st

from whowhom.records import Attribution, Comment, Span
from whowhom.serve.marks import KINDS, Mark, cut_runs, marks_of
from whowhom.serve.pages import DEEPEST_INDENT, make_story_page

marks = st.builds(Mark, st.sampled_from(KINDS), st.integers(-3, 40), st.integers(-3, 40))


@given(st.text(max_size=30), st.lists(marks, max_size=6))
def test_the_runs_are_the_text(text, given_marks):
    assert "".join(run.text for run in cut_runs(text, given_marks)) == text


@given(st.text(max_size=30), st.lists(marks, max_size=6))
def test_a_run_has_the_kinds_of_the_marks_over_it(text, given_marks):
    at = 0
    for run in cut_runs(text, given_marks):
        for mark in given_marks:
            if 0 <= mark.start <= at < mark.end <= len(text):
                assert mark.kind in run.kinds
        at += len(run.text)


def test_overlapping_marks_keep_both_kinds():
    runs = cut_runs("Russian talks", [Mark("actor", 0, 7), Mark("trigger", 0, 13)])
    assert [(run.text, run.kinds) for run in runs] == [("Russian", ("trigger", "actor")), (" talks", ("trigger",))]
    assert runs[0].classes == "trigger also-actor"


def test_who_is_named_in_another_sentence_is_not_marked(make_mention, make_entity):
    mention = make_mention(sentence_start=100, trigger=Span("met", 107, 110), actor=(make_entity(),), recipient=())
    assert [mark.kind for mark in marks_of(mention)] == ["trigger"]


def test_a_source_may_stand_in_the_sentence_before(make_mention):
    said = Attribution("named", "Lavrov", 2, 8)
    mention = make_mention(sentence_start=100, trigger=Span("met", 107, 110), actor=(), recipient=(), attribution=said)
    assert Mark("attribution", 2, 8) in marks_of(mention)


def test_the_first_mention_is_chosen_when_none_is_asked_for(make_story, make_mention):
    mentions = [make_mention("m1"), make_mention("m2")]
    assert make_story_page(make_story(), mentions, None).chosen is mentions[0]
    assert make_story_page(make_story(), mentions, "m2").chosen is mentions[1]
    assert make_story_page(make_story(), [], "m2").chosen is None


def test_a_thread_of_any_shape_is_shown_once_each(make_story):
    chain = [Comment(i, i - 1 if i else None, None, None, str(i)) for i in range(2000)]
    odd = [
        Comment(2000, 2001, None, None, "ring"),
        Comment(2001, 2000, None, None, "ring"),
        Comment(2002, 9999, None, None, "lost"),
    ]
    page = make_story_page(make_story(comments=(*chain, *odd)), [], None)
    assert sorted(line.comment.id for line in page.readers) == list(range(2003))
    assert max(line.depth for line in page.readers) == DEEPEST_INDENT
