"""``whowhom talks``: the page and the timeline."""

import io

import pytest

from whowhom.cli.talks_page import show_talks, show_timeline, words_of
from whowhom.records import Entity, as_dict
from whowhom.talks import Evidence, Party, Talks, TalksPlace


@pytest.fixture
def story(make_story):
    return make_story("s1", body=("Norway called the talks. Iran stayed away from them, citing the weather.",))


@pytest.fixture
def row():
    def party(words, code, role, start, end, **more):
        evidence = (Evidence("s1", "body", 0, start, end),)
        more = {"level": "unknown", "person": None, "status": "occurred", "reason": None} | more
        return Party(Entity(words, start, end, words, code, "GOV"), role, as_of="2019-03-04", evidence=evidence, **more)

    parties = (
        party("Iran", "IRN", "declined", 25, 41, status="declined", reason="the weather"),
        party("Norway", "NOR", "organiser", 0, 13, level="head_of_government", person="Erna Solberg"),
    )
    return as_dict(
        Talks("t1", "Yemen talks", ("YEM",), TalksPlace("Oslo", "NOR"), "2019-03-04", None, 2, parties, (), ())
    )


def test_a_page_has_head_line_ranks_and_words(row, story, monkeypatch):
    monkeypatch.setenv("COLUMNS", "180")
    out = io.StringIO()
    show_talks([row], out, words_of({"s1": story}))
    page = out.getvalue()
    head = page.splitlines()[0]
    assert all(part in head for part in ("Yemen talks", "Oslo, NOR", "2019-03-04", "round 2", "called by Norway"))
    assert page.index("organiser") < page.index("declined")
    assert all(part in page for part in ("Erna Solberg", "because: the weather", "Iran stayed"))


def test_the_timeline_has_a_line_a_round(row):
    out = io.StringIO()
    show_timeline([row, row | {"from": None, "name": "Later talks"}], out)
    page = out.getvalue()
    assert page.index("2019-03-04") < page.index("told")
    assert page.count("Oslo, NOR") == 2


def test_nothing_shows_nothing():
    out = io.StringIO()
    show_timeline([], out)
    assert out.getvalue() == ""
