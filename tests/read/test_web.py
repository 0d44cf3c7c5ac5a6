"""Addresses read from a real server: politeness, bounds and clear refusals."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.pages import PARAGRAPHS, page
from tests.read.server import Answer, Site, serving
from whowhom.errors import InputError
from whowhom.read import decode, open_inputs
from whowhom.read.web import (
    MAX_REDIRECTS,
    USER_AGENT,
    Fetched,
    FetchError,
    Web,
    _follow,
    choose_suffix,
    settle_charset,
)
from whowhom.records import Skipped, Story


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def web() -> Web:
    return Web(delay=0, timeout=0.5, max_seconds=2)


def read(url: str, web: Web) -> list[Story | Skipped]:
    return list(open_inputs([url], web=web))


def refusal(url: str, web: Web) -> str:
    """The one line that says why an address was not read."""
    (found,) = read(url, web)
    assert isinstance(found, Skipped)
    assert (found.input, found.stage) == (url, "read")
    assert "\n" not in found.reason
    return found.reason


def test_a_page_is_read_with_its_address(site: Site, web: Web) -> None:
    url = site.put("/2017/talks", page(), Content_Type="text/html; charset=utf-8")
    (story,) = read(url, web)
    assert isinstance(story, Story)
    assert (story.file, story.url, story.body) == (url, url, PARAGRAPHS)
    assert site.asked[-1][1]["User-Agent"] == USER_AGENT


def test_a_relative_canonical_address_is_made_whole(site: Site, web: Web) -> None:
    url = site.put("/a/talks?ref=home", page(head="<link rel='canonical' href='/2017/talks'>"))
    (story,) = read(url, web)
    assert isinstance(story, Story)
    assert (story.file, story.url) == (url, site.url("/2017/talks"))


def test_feeds_and_tables_are_read_as_what_they_are(site: Site, web: Web) -> None:
    entry = f"<item><title>T</title><link>/1</link><description>{PARAGRAPHS[0]}</description></item>"
    feed = site.put("/feed", f"<rss><channel>{entry}</channel></rss>", Content_Type="application/rss+xml")
    rows = site.put("/rows.jsonl.gz", gzip.compress(b'{"body": "One."}\n'), Content_Type="application/octet-stream")
    found = [*read(feed, web), *read(rows, web)]
    assert [story.url for story in found if isinstance(story, Story)] == [site.url("/1"), None]


# --- robots -----------------------------------------------------------------------------------------------


def test_robots_txt_is_obeyed_and_asked_for_once(site: Site, web: Web) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/\n", Content_Type="text/plain")
    closed, opened = site.put("/private/x", page()), site.put("/x", page())
    assert refusal(closed, web) == "robots.txt does not allow it"
    assert isinstance(read(opened, web)[0], Story)
    assert (site.count("/robots.txt"), site.count("/private/x")) == (1, 0)


def test_robots_txt_may_name_us(site: Site, web: Web) -> None:
    site.put("/robots.txt", "User-agent: whowhom\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    assert refusal(site.put("/x", page()), web) == "robots.txt does not allow it"


def test_a_redirect_into_what_robots_txt_forbids_is_not_followed(site: Site, web: Web) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/\n")
    site.put("/private/x", page())
    assert refusal(site.put("/x", b"", 302, Location="/private/x"), web) == "robots.txt does not allow it"
    assert site.count("/private/x") == 0


@pytest.mark.parametrize(("status", "readable"), [(404, True), (403, True), (500, False), (503, False)])
def test_no_robots_txt_is_leave_and_a_broken_one_is_not(site: Site, web: Web, status: int, readable: bool) -> None:
    site.put("/robots.txt", b"", status)
    url = site.put("/x", page())
    if readable:
        assert isinstance(read(url, web)[0], Story)
    else:
        assert refusal(url, web).startswith(f"robots.txt cannot be read: HTTP {status}")


def test_a_host_is_left_in_peace_between_requests(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    now, slept = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    web = Web(delay=2, sleep=sleep, clock=lambda: now[0])
    url = site.put("/x", page())
    for _ in range(3):
        web.fetch(url)
    assert slept == [7.0, 7.0, 7.0]


# --- asked again ------------------------------------------------------------------------------------------


def test_what_has_not_changed_is_not_sent_again(site: Site, web: Web) -> None:
    url = site.put("/x", page(), ETag='"one"', Last_Modified="Mon, 23 Jan 2017 08:00:00 GMT")
    first = web.fetch(url)
    again = web.fetch(url, etag=first.etag, modified=first.modified)
    assert first.data
    assert (again.data, again.etag) == (None, '"one"')
    assert site.asked[-1][1]["If-Modified-Since"] == "Mon, 23 Jan 2017 08:00:00 GMT"


# --- what goes wrong --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "reason", "passing"),
    [(404, "HTTP 404 Not Found", False), (500, "HTTP 500 Internal Server Error", True), (299, "HTTP 299", False)],
)
def test_the_status_is_the_reason(site: Site, web: Web, status: int, reason: str, passing: bool) -> None:
    url = site.put("/x", page(), status)
    assert refusal(url, web) == reason
    with pytest.raises(FetchError) as caught:
        web.fetch(url)
    assert caught.value.passing is passing


def test_an_endless_redirect_ends(site: Site, web: Web) -> None:
    url = site.put("/x", b"", 301, Location="/x")
    assert refusal(url, web) == f"more than {MAX_REDIRECTS} redirects"
    assert site.count("/x") == MAX_REDIRECTS + 1


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://one.example/x", "javascript:alert(1)", "http://["])
def test_no_redirect_leads_out_of_the_web(site: Site, web: Web, target: str) -> None:
    assert refusal(site.put("/x", b"", 302, Location=target), web).startswith("redirected ")


def test_a_silent_server_is_not_waited_for(site: Site, web: Web) -> None:
    site.answers["/x"] = Answer(page().encode(), wait=1.5)
    assert refusal(site.url("/x"), web) == "no answer in 0.5 s"


def test_a_page_in_drops_is_not_waited_for(site: Site) -> None:
    site.answers["/x"] = Answer(page().encode(), drip=0.2)
    assert refusal(site.url("/x"), Web(delay=0, max_seconds=0.5)) == "took more than 0.5 s"


def test_a_page_that_breaks_off_is_named(site: Site, web: Web) -> None:
    url = site.put("/x", page(), Content_Length="100000")
    assert refusal(url, web) in {"the connection broke off", "no answer in 0.5 s"}


def test_a_page_that_is_too_large_is_refused(site: Site, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 1_000_000)
    assert refusal(site.put("/x", b"<p>" + b"x" * 3_000_000), web) == "larger than 1 MB when read"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked(site: Site, web: Web, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 5_000_000)
    zeros = b"<p>" + bytes(300_000_000)
    data = gzip.compress(zeros, 9) if encoding == "gzip" else zlib.compress(zeros, 9)
    del zeros
    url = site.put("/x", data, Content_Encoding=encoding)
    tracemalloc.start()
    assert refusal(url, web) == "larger than 5 MB when read"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000


def test_compressed_pages_are_read(site: Site, web: Web) -> None:
    plain = page().encode()
    squeezed = [
        site.put("/a", gzip.compress(plain), Content_Encoding="gzip"),
        site.put("/b", zlib.compress(plain), Content_Encoding="deflate"),
    ]
    assert [s.body for url in squeezed for s in read(url, web) if isinstance(s, Story)] == [PARAGRAPHS] * 2
    assert refusal(site.put("/d", b"not gzip at all", Content_Encoding="gzip"), web) == "damaged compressed data"
    assert "not asked for: br" in refusal(site.put("/e", plain, Content_Encoding="br"), web)


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "image/svg+xml"])
def test_what_is_no_page_is_refused_by_its_type(site: Site, web: Web, kind: str) -> None:
    assert refusal(site.put("/x", page(), Content_Type=kind), web) == f"not a page: {kind}"


@pytest.mark.parametrize("url", ["ftp://one.example/x", "http://", "https://[::1", "gopher://x"])
def test_other_addresses_are_refused(web: Web, url: str) -> None:
    assert refusal(url, web) in {"only http and https are read", "not a valid address"}


def test_a_host_that_does_not_answer(web: Web) -> None:
    with serving() as gone:
        url = gone.url("/x")
    assert refusal(url, web) == "robots.txt cannot be read: cannot connect"


def test_one_bad_address_does_not_stop_the_others(site: Site, web: Web) -> None:
    bad, good = site.url("/none"), site.put("/x", page())
    assert [type(found) for found in open_inputs([bad, good], web=web)] == [Skipped, Story]


# --- encodings --------------------------------------------------------------------------------------------

CZECH = "Příliš žluťoučký kůň se v pondělí sešel s delegací."


@pytest.mark.parametrize(
    ("written", "said", "head", "expected"),
    [
        ("utf-8", "iso-8859-1", "", CZECH),
        ("windows-1250", "windows-1250", "", CZECH),
        ("windows-1250", "iso-8859-1", "<meta charset='windows-1250'>", CZECH),
        ("windows-1250", "no-such-charset", "<meta charset='windows-1250'>", CZECH),
        ("windows-1250", "ascii-but-not", "<meta charset='windows-1250'>", CZECH),
    ],
)
def test_the_server_s_word_on_the_charset(
    site: Site, web: Web, written: str, said: str, head: str, expected: str
) -> None:
    html = page(f"<p>{CZECH}</p>", head=head).replace(PARAGRAPHS[0], CZECH)
    url = site.put("/x", html.encode(written), Content_Type=f"text/html; charset={said}")
    (story,) = read(url, web)
    assert isinstance(story, Story)
    assert expected in story.body


def test_a_type_that_says_nothing_leaves_it_to_the_bytes() -> None:
    assert choose_suffix(Fetched("http://x/", b"", "application/octet-stream"), "x") == ""
    assert choose_suffix(Fetched("http://x/", b"", "application/atom+xml"), "x") == ".xml"
    with pytest.raises(InputError):
        choose_suffix(Fetched("http://x/", b"", "audio/mpeg"), "x")


def test_utf_8_stays_as_it_is() -> None:
    data = CZECH.encode()
    assert settle_charset(Fetched("http://x/", data, "text/html", "windows-1250")) is data


# --- anything at all --------------------------------------------------------------------------------------


@given(
    st.one_of(st.text(max_size=40), st.sampled_from(["//[", "http:", "//x:99999/", "\x00", "http://\ud800/", "?", ""]))
)
def test_any_target_of_a_redirect(target: str) -> None:
    with suppress(FetchError):
        assert _follow("http://one.example/x", target, "x").startswith(("http:", "https:"))


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_address(path: str) -> None:
    web = Web(delay=0, timeout=0.1)
    with pytest.raises(FetchError):  # nobody listens at this port
        web.fetch(f"http://127.0.0.1:1/{path}")


def test_the_command_line_takes_addresses(site: Site) -> None:
    good, bad = site.put("/x", page()), site.url("/none")
    environment = {**os.environ, "WHOWHOM_DELAY": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "whowhom", "read", bad, good, "--format", "jsonl"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"whowhom: {bad}: HTTP 404 Not Found\n")
    assert [json.loads(line)["url"] for line in done.stdout.splitlines()] == [good]
