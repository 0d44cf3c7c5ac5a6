"""What a reader claims below a story is no report of the happening that the story tells."""

from dataclasses import replace

from whowhom.link import read_clue, shelve
from whowhom.records import Story

STORY = Story("s-1", published="2017-01-20", body=("Russia met Turkey.",))


def test_a_comment_stands_on_no_shelf_of_a_report(make_mention):
    told = make_mention("m1")
    said = replace(told, mention_id="m2", section="comment")
    report, claim = (shelve(read_clue(mention, STORY)) for mention in (told, said))
    assert report.files
    assert not set(report.files) & set(claim.asks)
    assert not set(claim.files) & set(report.asks)
