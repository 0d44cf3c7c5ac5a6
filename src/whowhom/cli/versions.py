"""The versions of everything that has a say in what is coded."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from whowhom import __version__
from whowhom.errors import ModelMissing

LIBRARIES = ("spacy", "trafilatura", "duckdb", "pyarrow")


def list_versions() -> list[tuple[str, str]]:
    """Name and version: the package, the coder with its model and knowledge, the libraries that matter."""
    from whowhom.actors import load_knowledge
    from whowhom.coding.lexicon import load_lexicon

    return [
        ("whowhom", __version__),
        ("coder", _coder()),
        ("model", _model()),
        ("lexicon", load_lexicon().version),
        ("knowledge", load_knowledge().version),
        ("python", platform.python_version()),
        *((name, _installed(name)) for name in LIBRARIES),
    ]


def _coder() -> str:
    from whowhom.pipeline import Coder

    try:
        return Coder().version
    except ModelMissing as error:
        return f"not there: {error}"


def _model() -> str:
    from whowhom.annotate.models import find_model

    try:
        package, _, fingerprint = find_model()
    except ModelMissing as error:
        return f"not there: {error}"
    return f"{package} {_installed(package)} sha256:{fingerprint[:12]}"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
