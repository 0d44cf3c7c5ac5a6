"""A real web server on this machine for tests: pages by path, and a log of what was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What the server says at one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    wait: float = 0.0
    drip: float = 0.0


@dataclass
class Site:
    """A running server: set ``answers``, read ``asked``."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Serve this at a path; the address of it."""
        data = body.encode() if isinstance(body, str) else body
        named = {"Content-Type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(data, status, named)
        return self.url(path)

    def count(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serving() -> Iterator[Site]:
    """A site that stands while the block runs."""
    site = Site(0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            answer = site.answers.get(self.path, Answer(b"nothing here", 404))
            etag = answer.headers.get("ETag")
            time.sleep(answer.wait)
            if etag is not None and self.headers.get("If-None-Match") == etag:
                answer = Answer(b"", 304, {"ETag": etag})
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status != 304 and "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self._send(answer)

        def _send(self, answer: Answer) -> None:
            try:
                for start in range(0, len(answer.body), 64 if answer.drip else 1 << 20):
                    self.wfile.write(answer.body[start : start + (64 if answer.drip else 1 << 20)])
                    time.sleep(answer.drip)
            except OSError:
                self.close_connection = True  # whoever asked has gone

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
