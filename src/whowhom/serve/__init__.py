"""The web pages and the HTTP API over a store; needs the extra ``serve``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whowhom.errors import ModelMissing

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["create_app", "serve_store"]

HOW_TO_GET_IT = "pip install 'whowhom[serve]'"


def create_app(store_path: str | Path) -> Starlette:
    """The web app over this store; raises ModelMissing when the extra is not installed."""
    try:
        from whowhom.serve import app
    except ImportError as error:
        raise _missing(error) from error
    return app.create_app(store_path)


def serve_store(store_path: str | Path, *, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the store until interrupted; raises ModelMissing when the extra is not installed."""
    app = create_app(store_path)
    try:
        import uvicorn
    except ImportError as error:
        raise _missing(error) from error
    uvicorn.run(app, host=host, port=port, log_level="warning")


def _missing(error: ImportError) -> Exception:
    """What to say of a failed import: the extra for one of its packages, the error itself for any other."""
    if (error.name or "").split(".")[0] in {"starlette", "jinja2", "uvicorn", "anyio"}:
        return ModelMissing("serve extra", HOW_TO_GET_IT)
    return error
