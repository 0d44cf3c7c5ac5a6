"""Copies of one text are one source."""

from whowhom.link import group_copies

TEXT = tuple(
    f"Paragraph {n} of the agency's report tells at some length what was said in the {hall} of the palace and by whom."
    for n, hall in enumerate(("hall", "garden", "library", "court", "gallery", "tower"))
)


def test_small_changes_leave_a_copy_a_copy(make_story):
    stories = [
        make_story("s1", body=TEXT, published="2017-01-23T08:00:00+00:00"),
        make_story("s2", body=TEXT[:-1], published="2017-01-23T09:00:00+00:00"),
        make_story("s3", body=("(Wire) " + TEXT[0].upper(), *TEXT[1:]), published="2017-01-24"),
        make_story("s4", body=("Something else is told here, in words of its own and at a length of more than twenty words, by another.",)),
    ]  # fmt: skip
    found = group_copies(stories)
    assert found == {"s1": "s1", "s2": "s1", "s3": "s1", "s4": "s4"}
    assert group_copies(reversed(stories)) == found


def test_a_short_text_is_a_copy_of_the_same_words_only(make_story):
    bodies = {"s1": ("Russia met  TURKEY.",), "s2": ("russia met turkey.",), "s3": ("Russia met Iran.",)}
    found = group_copies(make_story(name, body=body) for name, body in bodies.items())
    assert found == {"s1": "s1", "s2": "s1", "s3": "s3"}


def test_stories_without_text_are_no_copies(make_story):
    assert group_copies([make_story("s1", body=()), make_story("s2", body=())]) == {"s1": "s1", "s2": "s2"}


def test_the_same_text_months_later_is_no_copy(make_story):
    first, later = make_story("s1", body=TEXT), make_story("s2", body=TEXT, published="2017-06-01")
    assert group_copies([first, later]) == {"s1": "s1", "s2": "s2"}
