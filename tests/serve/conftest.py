"""A small store with a hostile page, and a client that needs no network and no further package."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

import pytest

from whowhom.records import Attribution, AuthorProfile, Comment, RecentPost, Span, When, Where
from whowhom.store import open_store

HOSTILE = "<script>alert('x')</script>"
TEXT = f"Russia met Turkey in Astana on Monday, officials said. {HOSTILE} & more."


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str

    def json(self) -> Any:
        return json.loads(self.text)


class Client:
    """Asks an ASGI app directly."""

    def __init__(self, app: Any) -> None:
        self.app = app

    def get(self, address: str, method: str = "GET") -> Answer:
        path, _, query = address.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(b"host", b"test")], "client": ("test", 1), "server": ("test", 80), "state": {},
        }  # fmt: skip
        sent: list[dict[str, Any]] = []

        waiting = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> dict[str, Any]:
            if not waiting:
                await asyncio.Event().wait()  # the visitor stays until the answer is there
            return waiting.pop()

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], headers, body.decode())


@pytest.fixture
def store_file(tmp_path, make_story, make_mention):
    comments = (
        Comment(0, None, "Ann", None, f"First {HOSTILE}"),
        Comment(1, 0, None, None, "An answer"),
        Comment(2, None, "Cid", None, "Another thread"),
    )
    profile = AuthorProfile("Ann Writer", f"Writes. {HOSTILE}", (RecentPost("An older piece"),))
    story = make_story(
        "s1", headline=f"Talks {HOSTILE}", dek=None, body=(TEXT,), comments=comments, author_profile=profile,
        url="javascript:alert(1)",
    )  # fmt: skip
    sentence = TEXT[:54]
    met = make_mention(
        "m1", "s1", text=sentence, trigger=Span("met", 7, 10), when=When("on Monday", 28, 37, None, None, None),
        where=Where("Astana", 21, 27, "Astana", "KAZ"), attribution=Attribution("unnamed", "officials", 39, 48),
    )  # fmt: skip
    reader = make_mention(
        "m2", "s1", section="comment", text="An answer", trigger=Span("answer", 3, 9), actor=(), recipient=(),
        attribution=Attribution("reader"), event="ACCUSE", act="ACCUSE",
    )  # fmt: skip
    plain = make_story("s2", published="2017-02-01", body=("Nothing happened.",), headline=None, authors=())
    path = tmp_path / "news.duckdb"
    with open_store(path) as store:
        store.add([(story, [met, reader]), (plain, [])], "test 1")
    return path


@pytest.fixture
def client(store_file):
    pytest.importorskip("starlette")
    pytest.importorskip("jinja2")
    from whowhom.serve import create_app

    return Client(create_app(store_file))
