"""Pages from the web: asked for politely, one at a time, with bounds on time and size.

``robots.txt`` is obeyed (RFC 9309: none is leave, one that cannot be had is refusal), a host is left in peace between
two requests, a page that has not changed is not sent again, and nothing but http and https is followed.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3 import exceptions as faults

from whowhom.errors import InputError
from whowhom.read import decode
from whowhom.version import __version__

USER_AGENT = f"whowhom/{__version__}"
MAX_REDIRECTS = 10
DELAY = 1.0
"""Seconds between two requests to a host, unless its robots.txt asks for more."""
MAX_DELAY = 60.0
"""The longest wait between two requests that a robots.txt is granted."""
TIMEOUT = 20.0
"""Seconds that a server may stay silent."""
MAX_SECONDS = 120.0
"""Seconds that one page may take from the first byte asked to the last byte had."""
ROBOTS_BYTES = 512_000
ROBOTS_SECONDS = 24 * 3600.0

_CHUNK = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What a passing fault of the server is: worth another try later.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
)


class FetchError(InputError):
    """A page cannot be had from the web; ``passing`` when another try later may do."""

    def __init__(self, name: str, reason: str, *, passing: bool = False) -> None:
        super().__init__(name, reason)
        self.passing = passing


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the address it came from in the end, the bytes, and what to ask with next time.

    ``data`` is None when the page is as it was (HTTP 304).
    """

    url: str
    data: bytes | None
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


class Web:
    """A polite visitor of web sites; not to be shared by threads."""

    def __init__(
        self,
        *,
        delay: float = DELAY,
        timeout: float = TIMEOUT,
        max_seconds: float = MAX_SECONDS,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.delay, self.timeout, self.max_seconds = delay, timeout, max_seconds
        self._sleep, self._clock = sleep, clock
        self._pool = urllib3.PoolManager(headers={"User-Agent": USER_AGENT}, num_pools=20, maxsize=1)
        self._left: dict[str, float] = {}
        self._robots: dict[str, tuple[RobotFileParser, float]] = {}

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page at an address, redirects followed; FetchError when it cannot be had."""
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in asked.items() if value}
        place = urldefrag(url.strip()).url
        for _ in range(MAX_REDIRECTS + 1):
            _check_address(place, url)
            self._ask_robots(place, url)
            found = self._request(place, url, headers, decode.MAX_BYTES)
            if isinstance(found, Fetched):
                return found
            place = _follow(place, found, url)
        raise FetchError(url, f"more than {MAX_REDIRECTS} redirects")

    def _request(self, place: str, name: str, headers: Mapping[str, str], limit: int) -> Fetched | str:
        """What one address sends, or the address that it points to."""
        host = urlsplit(place).netloc
        self._wait(host, place)
        sent = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate", **headers}
        limits = urllib3.Timeout(connect=self.timeout, read=self.timeout)
        deadline = self._clock() + self.max_seconds
        try:
            response = self._pool.request(
                "GET", place, headers=sent, timeout=limits, retries=False, redirect=False, preload_content=False
            )
            try:
                return self._receive(response, place, name, limit, deadline)
            finally:
                response.close()
        except (faults.HTTPError, ValueError, OSError) as error:
            raise _explain(error, name, self.timeout) from error
        finally:
            self._left[host] = self._clock()

    def _receive(
        self, response: urllib3.BaseHTTPResponse, place: str, name: str, limit: int, deadline: float
    ) -> Fetched | str:
        status = response.status
        if status in _REDIRECTS and (target := response.headers.get("Location")):
            return target
        known = response.headers.get("ETag"), response.headers.get("Last-Modified")
        if status == HTTPStatus.NOT_MODIFIED:
            return Fetched(place, None, "", None, *known)
        if status != HTTPStatus.OK:
            raise FetchError(name, f"HTTP {status} {_phrase(status)}".strip(), passing=status in _PASSING)
        media_type, charset = _split_type(response.headers.get("Content-Type", ""))
        return Fetched(place, self._read_body(response, name, limit, deadline), media_type, charset, *known)

    def _read_body(self, response: urllib3.BaseHTTPResponse, name: str, limit: int, deadline: float) -> bytes:
        """The whole body, decompressed; refused as soon as it is seen to be too large or too slow."""
        encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise FetchError(name, f"sent in an encoding that was not asked for: {encoding[:40]}")
        parts, size = [], 0
        while chunk := response.read1(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > limit:
                raise FetchError(name, f"larger than {limit // 1_000_000} MB when read")
            if self._clock() > deadline:
                raise FetchError(name, f"took more than {self.max_seconds:g} s", passing=True)
            parts.append(chunk)
        return b"".join(parts)

    def _wait(self, host: str, place: str) -> None:
        """Leave the host in peace for as long as we mean to, or it asks for."""
        if host not in self._left:
            return
        robots = self._robots.get(_origin(place))
        asked = robots[0].crawl_delay(USER_AGENT) if robots else None
        pause = max(self.delay, min(float(asked or 0), MAX_DELAY))
        if (rest := self._left[host] + pause - self._clock()) > 0:
            self._sleep(rest)

    # --- robots.txt -------------------------------------------------------------------------------------------

    def _ask_robots(self, place: str, name: str) -> None:
        """FetchError when the host's robots.txt does not let us have the address."""
        origin = _origin(place)
        rules, until = self._robots.get(origin, (None, 0.0))
        if rules is None or self._clock() > until:
            rules = self._read_robots(origin, name)
            self._robots[origin] = rules, self._clock() + ROBOTS_SECONDS
        if not rules.can_fetch(USER_AGENT, place):
            raise FetchError(name, "robots.txt does not allow it")

    def _read_robots(self, origin: str, name: str) -> RobotFileParser:
        rules, place = RobotFileParser(), f"{origin}/robots.txt"
        try:
            for _ in range(5):
                found = self._request(place, name, {}, ROBOTS_BYTES)
                if isinstance(found, Fetched):
                    rules.parse((found.data or b"").decode("utf-8-sig", "replace").splitlines())
                    return rules
                place = _follow(place, found, name)
                _check_address(place, name)
        except FetchError as error:
            if error.passing or not error.reason.startswith("HTTP 4"):
                raise FetchError(name, f"robots.txt cannot be read: {error.reason}", passing=error.passing) from error
        rules.parse([])
        return rules


def _origin(place: str) -> str:
    parts = urlsplit(place)
    return f"{parts.scheme}://{parts.netloc}"


def _check_address(place: str, name: str) -> None:
    try:
        parts = urlsplit(place)
        host = parts.hostname
    except ValueError as error:
        raise FetchError(name, "not a valid address") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise FetchError(name, "only http and https are read")
    if not host:
        raise FetchError(name, "not a valid address")


def _follow(place: str, target: str, name: str) -> str:
    """The address a redirect points to; it may turn http to https and nothing else."""
    try:
        new = urldefrag(urljoin(place, target.strip())).url
        schemes = urlsplit(place).scheme.lower(), urlsplit(new).scheme.lower()
    except ValueError as error:
        raise FetchError(name, "redirected to what is no valid address") from error
    if schemes[0] != schemes[1] and schemes != ("http", "https"):
        raise FetchError(name, f"redirected from {schemes[0]} to {schemes[1] or 'nowhere'}")
    return new


def _explain(error: Exception, name: str, timeout: float) -> FetchError:
    """A fault of the connection in a few words."""
    if isinstance(error, FetchError):
        return error
    if isinstance(error, faults.NameResolutionError):
        return FetchError(name, "no such host", passing=True)
    if isinstance(error, faults.NewConnectionError):
        return FetchError(name, "cannot connect", passing=True)
    # After these two, which urllib3 counts among the timeouts.
    if isinstance(error, faults.TimeoutError):
        return FetchError(name, f"no answer in {timeout:g} s", passing=True)
    if isinstance(error, faults.SSLError):
        return FetchError(name, "no safe connection: the certificate or TLS is at fault")
    if isinstance(error, faults.DecodeError):
        return FetchError(name, "damaged compressed data")
    if isinstance(error, (faults.LocationValueError, UnicodeError)):
        return FetchError(name, "not a valid address")
    if isinstance(error, (faults.ProtocolError, OSError)):
        return FetchError(name, "the connection broke off", passing=True)
    return FetchError(name, f"cannot be fetched: {type(error).__name__}")


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""


def _split_type(header: str) -> tuple[str, str | None]:
    """ "text/html; charset=x" as ("text/html", "x")."""
    media_type, _, rest = header.partition(";")
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", rest, re.I)
    return media_type.strip().lower(), found[1].lower() if found else None


# --- what a server's word is worth ------------------------------------------------------------------------

_SUFFIX_OF = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/warc": ".warc",
}
_DEFAULTS = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
_DECLARED = re.compile(rb"charset\s*=", re.I)
# Types that say nothing: the address or the bytes tell.
_VAGUE = frozenset(
    "application/octet-stream binary/octet-stream application/gzip application/x-gzip application/unknown".split()
)


def choose_suffix(page: Fetched, name: str) -> str:
    """The file suffix that a media type stands for, "" for one that says nothing; InputError for no text."""
    kind = page.media_type
    if kind in _SUFFIX_OF:
        return _SUFFIX_OF[kind]
    if kind in {"text/xml", "application/xml"} or kind.endswith("+xml"):
        return ".xml" if kind != "image/svg+xml" else _refuse(kind, name)
    return "" if not kind or kind in _VAGUE or kind.startswith("text/") else _refuse(kind, name)


def _refuse(kind: str, name: str) -> str:
    raise FetchError(name, f"not a page: {kind[:60]}")


def settle_charset(page: Fetched) -> bytes:
    """The bytes as UTF-8 where the server names their encoding and they fit it; else as they came.

    What fits UTF-8 is UTF-8 whatever the server says; Latin-1, many servers' default, gives way to the page's word.
    """
    data, charset = page.data or b"", page.charset
    if charset is None or (charset in _DEFAULTS and _DECLARED.search(data[:4096])):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode("windows-1252" if charset in _DEFAULTS else charset).encode("utf-8")
        except (UnicodeError, LookupError):
            return data
    return data
