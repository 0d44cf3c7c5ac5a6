"""The app: pages for people and their JSON twins, read-only over one store file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from whowhom.errors import SettingsError, StoreError
from whowhom.serve.headers import SecurityHeaders
from whowhom.serve.pages import ErrorPage, make_event_page, make_events_page, make_story_page
from whowhom.serve.reading import Kept
from whowhom.store import open_store

# The names of the filters in an address, as on the command line, and in the store.
FILTERS = {
    "country": "country", "actor": "actor", "event": "event", "status": "status", "from": "from_", "to": "to",
    "text": "text",
}  # fmt: skip
T = TypeVar("T")
ROWS_A_PAGE = 50
MOST_JSON_ROWS = 1000


def create_app(store_path: str | Path) -> Starlette:
    """The web app over this store; raises StoreError when the file is no store."""
    path = Path(store_path)
    open_store(path, read_only=True).close()  # say at the start, not at the first visit, that it cannot be read
    pages = _Pages(path)
    get = partial(Route, methods=["GET"])
    return Starlette(
        routes=[
            get("/", pages.events),
            get("/event/{event_id}", pages.event),
            get("/story/{story_id}", pages.story),
            get("/api/events", pages.api_events),
            get("/api/mentions", pages.api_mentions),
            get("/api/stories/{story_id}", pages.api_story),
            Mount("/static", StaticFiles(packages=[("whowhom.serve", "static")]), name="static"),
        ],
        middleware=[Middleware(SecurityHeaders)],
        exception_handlers={HTTPException: pages.error, SettingsError: pages.wrong_filter, StoreError: pages.no_store},
    )


class _Pages:
    """The answers; each opens the store afresh, so that a store written meanwhile is read as it is now."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._environment = Environment(
            loader=PackageLoader("whowhom.serve"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    # --- pages

    def events(self, request: Request) -> Response:
        """The table of events."""
        asked, page = _asked(request), _page(request)
        try:
            with Kept(self._path) as kept:
                events = kept.events(_filters(asked), page=page, size=ROWS_A_PAGE)
        except SettingsError as error:
            shown = make_events_page(asked, [], page=1, has_more=False, problem=str(error))
            return self._html("events.html", shown, status=400)
        shown = make_events_page(asked, events[:ROWS_A_PAGE], page=page, has_more=len(events) > ROWS_A_PAGE)
        return self._html("events.html", shown)

    def event(self, request: Request) -> Response:
        """One event with its mentions."""
        with Kept(self._path) as kept:
            event = _found(kept.event(request.path_params["event_id"]))
            mentions = kept.mentions_of_event(event.event_id)
            stories = kept.stories({mention.story_id for mention in mentions})
        return self._html("event.html", make_event_page(event, mentions, stories))

    def story(self, request: Request) -> Response:
        """One story with the chosen mention marked in its text."""
        with Kept(self._path) as kept:
            story = _found(kept.story(request.path_params["story_id"]))
            mentions = kept.mentions_of_story(story.story_id)
        return self._html("story.html", make_story_page(story, mentions, request.query_params.get("mention")))

    # --- their JSON twins

    def api_events(self, request: Request) -> Response:
        """Events with the contract's field names."""
        return self._api_rows(request, lambda kept, filters: kept.event_rows(filters))

    def api_mentions(self, request: Request) -> Response:
        """Mentions with the contract's field names."""
        return self._api_rows(request, lambda kept, filters: kept.mention_rows(filters))

    def api_story(self, request: Request) -> Response:
        """One story with the contract's field names."""
        with Kept(self._path) as kept:
            return _json(_found(kept.story_row(request.path_params["story_id"])))

    def _api_rows(self, request: Request, rows: Callable[[Kept, dict[str, Any]], list[dict[str, Any]]]) -> Response:
        limit = _number(request, "limit", default=MOST_JSON_ROWS, most=MOST_JSON_ROWS)
        with Kept(self._path) as kept:
            return _json(rows(kept, {**_filters(_asked(request)), "limit": limit}))

    # --- when there is nothing to show

    def error(self, request: Request, error: Exception) -> Response:
        """A page that says what is missing."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        title = "Not here" if status == 404 else "This cannot be answered"
        message = "The store has nothing under this address." if status == 404 else str(error)
        return self._problem(request, ErrorPage(status, title, message))

    def wrong_filter(self, request: Request, error: Exception) -> Response:
        """A filter that could never match."""
        return self._problem(request, ErrorPage(400, "This filter cannot match", str(error)))

    def no_store(self, request: Request, error: Exception) -> Response:
        """The store is busy or gone: the reason, without the path of the file."""
        reason = error.reason if isinstance(error, StoreError) else ""
        return self._problem(request, ErrorPage(503, "The store cannot be read now", reason))

    def _problem(self, request: Request, page: ErrorPage) -> Response:
        if request.url.path.startswith("/api/"):
            return _json({"error": page.message}, status=page.status)
        return self._html("error.html", page, status=page.status)

    def _html(self, template: str, page: Any, *, status: int = 200) -> Response:
        return HTMLResponse(self._environment.get_template(template).render(page=page), status_code=status)


def _asked(request: Request) -> dict[str, str]:
    return {name: request.query_params.get(name, "").strip() for name in FILTERS}


def _filters(asked: Mapping[str, str]) -> dict[str, Any]:
    return {FILTERS[name]: value for name, value in asked.items() if value}


def _page(request: Request) -> int:
    return _number(request, "page", default=1, most=100_000)


def _number(request: Request, name: str, *, default: int, most: int) -> int:
    """A whole number from the address, between 1 and ``most``."""
    text = request.query_params.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise SettingsError(f"{name}: {text[:20]!r} is not a whole number")
    return min(max(int(text), 1), most)


def _found(record: T | None) -> T:
    if record is None:
        raise HTTPException(404)
    return record


def _json(value: Any, *, status: int = 200) -> Response:
    content = json.dumps(value, ensure_ascii=False, default=str)
    return Response(content, status_code=status, media_type="application/json")
