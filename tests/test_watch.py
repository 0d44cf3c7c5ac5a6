"""Feeds watched: what is new is read once, whatever fails and whenever the watch is stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import whowhom
from tests.read.pages import PARAGRAPHS, page
from tests.read.server import Answer, Site, serving
from whowhom.errors import InputError, StoreError, WhowhomError
from whowhom.pipeline import Coding
from whowhom.read.web import Web
from whowhom.records import Skipped, Story
from whowhom.watch import Item, Watch, WatchState, keep_stories, list_feeds, state_file


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def feed_of(*numbers: int, text: str = "") -> str:
    """A feed with these entries; their pages are at /1, /2 and so on."""
    items = "".join(
        f"<item><guid>id-{n}</guid><title>Talks, day {n}</title><link>/{n}</link>"
        f"<pubDate>Mon, {n:02} Jan 2017 08:00:00 GMT</pubDate><description>{text}</description></item>"
        for n in numbers
    )
    return f"<rss><channel><title>The Harbour Post</title>{items}</channel></rss>"


def put_pages(site: Site, *numbers: int) -> None:
    for n in numbers:
        site.put(f"/{n}", page(headline=f"Talks go into day {n}"))


class Run:
    """A watch whose news are kept in a list."""

    def __init__(self, path: Path, *feeds: str) -> None:
        self.path, self.feeds, self.kept = path, feeds, list[Item]()

    def watch(self) -> Watch:
        """A new process's watch: all it knows is in the file."""
        return Watch(self.feeds, self.path, self.kept.extend, Web(delay=0, timeout=0.5))

    def poll(self) -> list[str | None]:
        self.kept.clear()
        self.watch().poll()
        return [item.headline if isinstance(item, Story) else item.reason for item in self.kept]


def test_only_what_is_new_is_read(site: Site, tmp_path: Path) -> None:
    put_pages(site, 1, 2, 3)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1, 2)))
    assert run.poll() == ["Talks go into day 1", "Talks go into day 2"]
    assert run.poll() == []
    site.put("/feed", feed_of(1, 2, 3))
    assert run.poll() == ["Talks go into day 3"]
    assert [site.count(f"/{n}") for n in (1, 2, 3)] == [1, 1, 1]


def test_the_feed_s_date_stands_in_when_the_page_has_none(site: Site, tmp_path: Path) -> None:
    put_pages(site, 2)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(2)))
    run.poll()
    (story,) = run.kept
    assert isinstance(story, Story)
    assert (story.published, story.file, story.body) == ("2017-01-02T08:00:00+00:00", site.url("/2"), PARAGRAPHS)


def test_an_unchanged_feed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    put_pages(site, 1)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1), ETag='"a"'))
    run.poll()
    run.poll()
    assert site.asked[-1][1]["If-None-Match"] == '"a"'


def test_a_refused_page_gives_way_to_the_feed_s_own_words(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /1\n")
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1, 2, text=PARAGRAPHS[0])))
    assert run.poll() == ["Talks, day 1", "Talks, day 2"]  # the second page is not there
    assert run.poll() == []
    run.feeds = (site.put("/bare", feed_of(3)),)
    assert run.poll() == ["HTTP 404 Not Found"]


def test_a_page_that_fails_for_the_moment_is_tried_again(site: Site, tmp_path: Path) -> None:
    site.put("/1", b"", 503)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1, text=PARAGRAPHS[0]), ETag='"a"'))
    assert run.poll() == []
    put_pages(site, 1)
    assert run.poll() == ["Talks go into day 1"]


def test_a_page_that_goes_on_failing_is_given_up(site: Site, tmp_path: Path) -> None:
    site.put("/1", b"", 503)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1, text=PARAGRAPHS[0])))
    assert [run.poll() for _ in range(4)] == [[], [], ["Talks, day 1"], []]


def test_one_bad_feed_does_not_stop_the_others(site: Site, tmp_path: Path) -> None:
    put_pages(site, 1)
    site.answers["/slow"] = Answer(b"", wait=1.0)
    bad = [site.url("/none"), site.put("/page", page()), site.url("/slow"), str(tmp_path / "no-file.xml")]
    run = Run(tmp_path / "state.json", *bad, site.put("/feed", feed_of(1)))
    assert run.poll() == [
        "HTTP 404 Not Found", "no feed entries", "no answer in 0.5 s", "No such file or directory", "Talks go into day 1",
    ]  # fmt: skip
    assert [item.input for item in run.kept if isinstance(item, Skipped)] == bad


def test_a_page_in_two_feeds_or_twice_in_one_is_read_once(site: Site, tmp_path: Path) -> None:
    put_pages(site, 1, 2)
    feeds = site.put("/a", feed_of(1, 2, 1)), site.put("/b", feed_of(2, 1))
    assert Run(tmp_path / "state.json", *feeds).poll() == ["Talks go into day 1", "Talks go into day 2"]


def test_an_empty_feed_is_no_fault(site: Site, tmp_path: Path) -> None:
    assert Run(tmp_path / "state.json", site.put("/feed", feed_of())).poll() == []


def test_what_is_read_is_kept_when_interrupted(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_pages(site, 1, 2)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1, 2)))
    watch, fetch = run.watch(), Web.fetch

    def interrupted(web: Web, url: str, **asked: str | None) -> object:
        if url.endswith("/2"):
            raise KeyboardInterrupt
        return fetch(web, url, **asked)

    with monkeypatch.context() as patch:
        patch.setattr(Web, "fetch", interrupted)
        with pytest.raises(KeyboardInterrupt):
            watch.poll()
    assert len(run.kept) == 1
    assert run.poll() == ["Talks go into day 2"]


def test_what_could_not_be_kept_is_read_again(site: Site, tmp_path: Path) -> None:
    put_pages(site, 1)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1)))
    watch = run.watch()

    def fail(items: object) -> None:
        raise StoreError("x", "the disk is full")

    watch._keep = fail
    with pytest.raises(StoreError):
        watch.poll()
    assert run.poll() == ["Talks go into day 1"]


def test_a_restart_keeps_to_the_hours_of_the_watch_before(site: Site, tmp_path: Path) -> None:
    put_pages(site, 1)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1)))
    run.poll()
    watch, slept = run.watch(), list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch.run(600, sleep)
    assert 590 < slept[0] <= 600
    assert site.count("/feed") == 1


def test_old_entries_are_forgotten(site: Site, tmp_path: Path) -> None:
    put_pages(site, 1, 2)
    run = Run(tmp_path / "state.json", site.put("/feed", feed_of(1)))
    run.poll()
    site.put("/feed", feed_of(2))
    watch = run.watch()
    watch._now = lambda: time.time() + 100 * 86_400
    watch.poll()
    assert len(WatchState.load(run.path).seen) == 2  # the second entry's two names


def test_a_broken_state_is_named(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    for text in ("{", "[]", '{"feeds": {"x": {"colour": 1}}, "seen": {}, "tries": {}}', '{"feeds": {}}'):
        path.write_text(text)
        with pytest.raises(WhowhomError, match="delete it to start afresh"):
            WatchState.load(path)


# --- lists of feeds ---------------------------------------------------------------------------------------


def test_lists_of_feeds(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        "<?xml version='1.0'?><opml version='2.0'><body><outline text='News'><outline xmlUrl='https://a.example/rss'/>"
        "<outline type='rss' xmlurl=' https://b.example/rss '/></outline><outline xmlUrl='https://a.example/rss'/></body></opml>"
    )
    plain = tmp_path / "feeds.txt"
    plain.write_text("# mine\nhttps://a.example/rss\n\nsaved/feed.xml\n")
    single = tmp_path / "feed.xml"
    single.write_text(feed_of(1))
    assert list_feeds(str(opml)) == ("https://a.example/rss", "https://b.example/rss")
    assert list_feeds(str(plain)) == ("https://a.example/rss", str(tmp_path / "saved" / "feed.xml"))
    assert list_feeds(str(single)) == (str(single),)
    assert list_feeds("https://a.example/rss") == ("https://a.example/rss",)
    plain.write_text("# none\n")
    for source in (plain, tmp_path / "missing"):
        with pytest.raises(InputError):
            list_feeds(str(source))


# --- into a store -----------------------------------------------------------------------------------------


def test_a_store_in_use_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoCoder:
        version = "none"

        def code_many(self, stories: list[Story], **options: bool) -> Iterator[tuple[Story, list[object]]]:
            yield from ((story, []) for story in stories)

    store, slept = tmp_path / "news.duckdb", list[float]()
    holder = "import sys, whowhom; s = whowhom.open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, store], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        other.stdout.readline()

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            other.stdin.close()  # type: ignore[union-attr]
            other.wait()

        counts = keep_stories(store, [Story("s1", body=("One.",))], NoCoder(), Coding(), sleep)  # type: ignore[arg-type]
    assert (counts.stories_new, slept) == (1, [1.0])


def test_the_whole_way_with_a_kill_and_a_restart(site: Site, tmp_path: Path) -> None:
    text = "Russia's foreign minister met his Turkish counterpart in Astana on Monday."
    for n in range(1, 4):
        site.put(f"/{n}", page(headline=f"Talks go into day {n}").replace(PARAGRAPHS[0], f"{text} It was day {n}."))
    site.answers["/3"] = Answer(site.answers["/3"].body, wait=60)  # the first watch is killed while it waits for this
    site.put("/feed", feed_of(1, 2))
    site.put("/late", feed_of(3))
    feeds = tmp_path / "feeds.txt"
    feeds.write_text(f"{site.url('/none')}\n{site.url('/feed')}\n{site.url('/late')}\n")
    store = tmp_path / "news.duckdb"
    command = [sys.executable, "-m", "whowhom", "watch", str(feeds), "--store", str(store)]
    environment = {**os.environ, "WHOWHOM_DELAY": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as first:
        deadline = time.monotonic() + 60
        while site.count("/3") == 0 and first.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        first.kill()
    site.answers["/3"].wait = 0
    kept = json.loads(state_file(store).read_text())
    assert len(kept["seen"]) == 4  # two entries, two names each

    with subprocess.Popen([*command, "--every", "1"], env=environment, stderr=subprocess.PIPE, text=True) as second:
        while site.count("/3") < 2 and second.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        while len(json.loads(state_file(store).read_text())["seen"]) < 6 and time.monotonic() < deadline:
            time.sleep(0.05)
        second.send_signal(signal.SIGINT)
        told = second.communicate(timeout=60)[1]
    assert "1 story read, 1 coded" in told, told
    assert second.returncode == 0
    assert [site.count(f"/{n}") for n in (1, 2, 3)] == [1, 1, 2]
    with whowhom.open(store, read_only=True) as opened:
        assert len(list(opened.stories())) == 3
        assert {row["event"] for row in opened.mentions()} >= {"CONSULT"}
