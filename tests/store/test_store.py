"""Keeping stories and mentions: twice changes nothing, half is never kept, order does not matter."""

import random
from dataclasses import replace

import pytest

from whowhom.errors import SettingsError
from whowhom.records import AuthorProfile, Comment, RecentPost, Skipped, as_dict
from whowhom.store import Counts, open_store
from whowhom.store import store as store_module

TABLES = ("stories", "authors", "author_profiles", "recent_posts", "comments", "mentions", "happenings", "events")


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "news.duckdb") as opened:
        yield opened


@pytest.fixture
def pairs(make_story, make_mention):
    """Twenty stories by four sites on ten days, two mentions each."""
    return [
        (
            make_story(f"s{n}", site=f"{n % 4}.example", published=f"2017-01-{1 + n % 10:02d}T0{n % 9}:00:00Z"),
            [
                make_mention(f"s{n}-0", f"s{n}", status="planned" if n % 3 else "occurred"),
                make_mention(f"s{n}-1", f"s{n}", act="ACCUSE", event="ACCUSE", quad=3, confidence=0.5 + n / 50),
            ],
        )
        for n in range(20)
    ]


def contents(store):
    """Everything in the store but the log of runs."""
    kept = {}
    for table in TABLES:
        columns = "* EXCLUDE (run)" if table == "stories" else "*"
        rows = store._connection.execute(f"SELECT {columns} FROM kept.{table}").fetchall()
        kept[table] = sorted(map(repr, rows))
    return kept


def test_adding_twice_changes_nothing(store, pairs):
    assert store.add(pairs, "coder 1") == Counts(stories_new=20, mentions=40)
    before = contents(store)
    assert store.add(pairs, "coder 1") == Counts(stories_known=20)
    assert contents(store) == before


def test_a_story_comes_back_as_it_went_in(store, make_story, make_mention):
    story = make_story(
        dek="More",
        author_profile=AuthorProfile("Ann Writer", "Writes.", (RecentPost("A post", "https://x.example"),)),
        comments=(Comment(0, None, "Reader", None, "Hm."), Comment(1, 0, None, "2017-01-24", "Indeed “so”.")),
        published=None,
    )
    store.add([(story, [make_mention()])], "coder 1")
    assert store.stories().rows() == [as_dict(story)]
    assert store.mentions().rows()[0] == as_dict(make_mention(event_id=store.events().rows()[0]["event_id"]))


def test_a_newer_coder_replaces_the_mentions(store, make_story, make_mention):
    store.add([(make_story(), [make_mention("old-1"), make_mention("old-2", act="ACCUSE")])], "coder 1")
    counts = store.add([(make_story(), [make_mention("new", act="AID", event="AID")])], "coder 2")
    assert counts == Counts(stories_changed=1, mentions=1)
    assert [row["mention_id"] for row in store.mentions()] == ["new"]
    assert [row["act"] for row in store.events()] == ["AID"]


def test_a_page_read_again_with_more_comments_is_brought_up_to_date(store, make_story, make_mention):
    story = make_story(comments=(Comment(0, None, "One", None, "First."),))
    store.add([(story, [make_mention()])], "coder 1")
    longer = replace(story, comments=(*story.comments, Comment(1, 0, "Two", None, "Second.")))
    assert store.add([(longer, [make_mention()])], "coder 1").stories_changed == 1
    assert [comment["text"] for comment in store.stories().rows()[0]["comments"]] == ["First.", "Second."]
    assert len(store.mentions().rows()) == 1


def test_a_page_that_moved_is_still_known(store, make_story, make_mention):
    store.add([(make_story(), [make_mention()])], "coder 1")
    moved = make_story(file="elsewhere/s1.html")
    assert store.known([moved], "coder 1") == {"s1"}
    assert store.known([moved], "coder 2") == set()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_does_not_matter(tmp_path, pairs, seed, monkeypatch):
    monkeypatch.setattr(store_module, "BATCH_STORIES", 3)
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    with open_store(tmp_path / "a.duckdb") as one, open_store(tmp_path / "b.duckdb") as other:
        one.add(pairs, "coder 1")
        other.add(shuffled, "coder 1")
        assert contents(one) == contents(other)


@pytest.mark.parametrize("size", [1, 7])
def test_the_size_of_a_batch_does_not_matter(tmp_path, pairs, size, monkeypatch):
    with open_store(tmp_path / "a.duckdb") as one, open_store(tmp_path / "b.duckdb") as other:
        one.add(pairs, "coder 1")
        monkeypatch.setattr(store_module, "BATCH_STORIES", size)
        other.add(pairs[::-1], "coder 1")
        assert contents(one) == contents(other)


@pytest.mark.parametrize("seed", range(3))
def test_stories_of_many_years_may_come_in_any_order(tmp_path, pairs, seed, monkeypatch):
    spread = [
        (replace(story, published=f"{1990 + n % 17}-0{1 + n % 2}-0{1 + n % 3}"), mentions)
        for n, (story, mentions) in enumerate(pairs)
    ]
    monkeypatch.setattr(store_module, "BATCH_STORIES", 9)
    with open_store(tmp_path / "a.duckdb") as one, open_store(tmp_path / "b.duckdb") as other:
        one.add(spread, "coder 1")
        other.add(random.Random(seed).sample(spread, len(spread)), "coder 1")
        assert contents(one) == contents(other)


@pytest.mark.parametrize("seed", range(3))
def test_stories_of_many_years_may_be_coded_anew(tmp_path, pairs, seed):
    chosen = random.Random(seed)
    spread = [
        (replace(story, published=f"{1990 + n % 17}-0{1 + n % 2}-0{1 + n % 3}"), mentions)
        for n, (story, mentions) in enumerate(pairs)
    ]
    with open_store(tmp_path / "a.duckdb") as coded_anew, open_store(tmp_path / "b.duckdb") as fresh:
        coded_anew.add([(story, chosen.choices(mentions)) for story, mentions in spread], "coder 1")
        coded_anew.add(spread, "coder 2")
        fresh.add(spread, "coder 2")
        assert contents(coded_anew) == contents(fresh)


@pytest.mark.parametrize("seed", range(3))
def test_changed_pages_leave_nothing_behind(tmp_path, pairs, seed):
    chosen = random.Random(seed)
    changed = [
        (
            replace(story, published=f"2017-01-{chosen.randint(1, 28):02d}"),
            [replace(mention, act=chosen.choice(["AID", "CONSULT"])) for mention in mentions[: chosen.randint(0, 2)]],
        )
        for story, mentions in chosen.sample(pairs, 8)
    ]
    last = {story.story_id: (story, mentions) for story, mentions in [*pairs, *changed]}
    with open_store(tmp_path / "a.duckdb") as updated, open_store(tmp_path / "b.duckdb") as fresh:
        updated.add(pairs, "coder 1")
        updated.add(changed, "coder 1")
        fresh.add(last.values(), "coder 1")
        assert contents(updated) == contents(fresh)


def test_a_run_that_breaks_off_keeps_whole_stories_only(tmp_path, pairs, monkeypatch):
    monkeypatch.setattr(store_module, "BATCH_STORIES", 4)

    def break_off():
        yield from pairs[:10]
        raise KeyboardInterrupt

    with open_store(tmp_path / "a.duckdb") as broken, open_store(tmp_path / "b.duckdb") as whole:
        with pytest.raises(KeyboardInterrupt):
            broken.add(break_off(), "coder 1")
        whole.add(pairs[:10], "coder 1")
        assert contents(broken) == contents(whole)
        assert broken.add(pairs, "coder 1") == Counts(stories_new=10, stories_known=10, mentions=20)


def test_a_batch_that_fails_in_the_middle_leaves_nothing(store, pairs, make_story, make_mention):
    store.add(pairs[:5], "coder 1")
    before = contents(store)
    unwritable = make_mention("bad", "bad", confidence=None)  # the column takes no null: the last table fails
    with pytest.raises(Exception, match="confidence"):
        store.add([*pairs[5:8], (make_story("bad"), [unwritable])], "coder 1")
    assert contents(store) == before
    assert store.add(pairs[5:], "coder 1").stories_new == 15


def test_what_was_skipped_is_noted_until_it_is_read(store, make_story):
    failed = Skipped("s1.html", "read", "empty")
    for _ in range(2):
        assert store.add([failed], "coder 1").skipped == 1
    assert store._connection.execute("SELECT input, stage, reason FROM skipped").fetchall() == [
        ("s1.html", "read", "empty")
    ]
    store.add([(make_story(), [])], "coder 1")
    assert store._connection.execute("SELECT count(*) FROM skipped").fetchone() == (0,)


def test_a_file_s_name_that_is_no_unicode(store, make_story, make_mention):
    name = b"caf\xe9.html".decode("utf-8", "surrogateescape")
    for _ in range(2):
        store.add(
            [(make_story(file=name), [make_mention(file=name)]), Skipped(f"no-{name}", "read", "empty")], "coder 1"
        )
    assert [row["file"] for row in store.stories()] == ["caf\\udce9.html"]
    assert store._connection.execute("SELECT input FROM skipped").fetchall() == [("no-caf\\udce9.html",)]


def test_every_run_leaves_a_row(store, pairs):
    store.add(pairs, "coder 1")
    rows = store._connection.execute("SELECT run, coder, stories_new, mentions, finished FROM runs").fetchall()
    assert rows[0][:4] == (1, "coder 1", 20, 40)
    assert rows[0][4] is not None


class CountingCoder:
    """A stand-in that finds one mention a story and counts its work."""

    version = "counting 1"

    def __init__(self, make_mention):
        self.make_mention = make_mention
        self.seen = []

    def code_many(self, stories):
        for story in stories:
            self.seen.append(story.story_id)
            yield story, [self.make_mention(f"{story.story_id}-0", story.story_id)]


def test_bare_stories_are_coded_once(tmp_path, make_story, make_mention):
    coder = CountingCoder(make_mention)
    stories = [make_story(f"s{n}") for n in range(3)]
    with open_store(tmp_path / "news.duckdb", make_coder=lambda: coder) as store:
        assert store.add(stories) == Counts(stories_new=3, mentions=3)
        assert store.add(stories) == Counts(stories_known=3)
    assert coder.seen == ["s0", "s1", "s2"]


def test_bare_stories_need_a_coder(store, make_story):
    with pytest.raises(SettingsError, match="need a coder"):
        store.add([make_story()])


def test_mentions_of_stories_come_in_the_order_asked(store, pairs):
    store.add(pairs, "coder 1")
    found = [row["mention_id"] for row in store.mentions_of(["s7", "s2", "s7"])]
    assert found == ["s7-0", "s7-1", "s2-0", "s2-1"]


def test_the_views_can_be_read_by_anyone(store, pairs):
    store.add(pairs, "coder 1")
    for view in ("stories", "comments", "mentions", "events", "runs", "skipped"):
        assert store._connection.execute(f"SELECT count(*) FROM {view}").fetchone() is not None
    mentions, events = (
        store._connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in ("mentions", "events")
    )
    assert mentions == 40
    assert 0 < events < 40
