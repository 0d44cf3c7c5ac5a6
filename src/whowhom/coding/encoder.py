"""The trained model of a pair: a sentence with actor and recipient marked, and what stands between them.

A six-layer MiniLM with four heads (type, act, status, modes), run by onnxruntime in 8-bit integers. A pair is told
alone, never in a batch: integers are scaled over all that is told at once, so a neighbour would change the answer.
How it was trained and what it is worth: docs/model.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

from whowhom.errors import ModelMissing
from whowhom.records import Status

FOLDER = Path(str(resources.files("whowhom.coding"))) / "model"
MANIFEST = "labels.json"
FILES = ("model.onnx", "tokenizer.json")
MARKERS = ("[S]", "[/S]", "[T]", "[/T]")
_LONGEST = 62
"""Words round the marked phrases that the model is shown of a long sentence; it was trained so."""
_STATUS: dict[str, Status] = {
    "occurred": "occurred",
    "planned": "planned",
    "ongoing": "ongoing",
    "refused": "declined",
    "cancelled": "cancelled",
    "threatened": "conditional",
    "denied": "denied",
    "alleged": "alleged",
    "hypothetical": "conditional",
    "historical": "historical",
}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """What the model says of a pair: shares that sum to 1 over the types, CONCEDE and RETREAT being one ("YIELD")."""

    types: dict[str, float]
    none: float
    act: str
    status: Status

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest type and its share, as if some event there must be."""
        return max(self.types.items(), key=lambda item: item[1])


class TellsPairs(Protocol):
    """What ``relate`` needs of a model."""

    def tell(self, text: str, actor: Span | None, recipient: Span | None) -> Told: ...


class PairModel:
    """Loads the model once; ModelMissing when its files are absent or not the ones recorded."""

    def __init__(self) -> None:
        import numpy
        import onnxruntime
        from tokenizers import Tokenizer

        labels, weights, words = _read_files()
        self._numpy = numpy
        self._types, self._acts, self._statuses = labels["root"], labels["act"], labels["status"]
        self.version = f"pairs/{hashlib.sha256(weights).hexdigest()[:8]}"
        self._tokenizer = Tokenizer.from_str(words)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # more than one changes no answer but the clock
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def tell(self, text: str, actor: Span | None, recipient: Span | None) -> Told:
        """What stands between two stretches of a sentence (offsets in it) that do not overlap; one may be missing."""
        encoded = self._tokenizer.encode(mark(text, actor, recipient))
        ids = self._numpy.array([encoded.ids], dtype=self._numpy.int64)
        mask = self._numpy.ones_like(ids)
        names = ["root", "act", "status"]
        root, act, status = self._session.run(names, {"input_ids": ids, "attention_mask": mask})
        shares = dict(zip(self._types, self._softmax(root[0]), strict=True))
        none = shares.pop("NONE")
        total = sum(shares.values())
        return Told(
            types={name: share / total for name, share in shares.items()},
            none=none,
            act=self._acts[int(act[0].argmax())],
            status=_STATUS[self._statuses[int(status[0].argmax())]],
        )

    def _softmax(self, logits: Any) -> list[float]:
        raised = self._numpy.exp(logits - logits.max())
        return [float(value) for value in raised / raised.sum()]


@lru_cache(maxsize=1)
def load_pair_model() -> PairModel:
    """The model, loaded when first asked for."""
    return PairModel()


def mark(text: str, actor: Span | None, recipient: Span | None) -> str:
    """The sentence with marker words round both stretches; a long one is cut round them."""
    spans = [(span, MARKERS[i : i + 2]) for span, i in ((actor, 0), (recipient, 2)) if span is not None]
    opens = {span[0]: names[0] for span, names in spans}
    closes = {span[1]: names[1] for span, names in spans}
    pieces, last = [], 0
    for at in sorted({*opens, *closes}):
        pieces += [text[last:at], *(f" {names[at]} " for names in (closes, opens) if at in names)]
        last = at
    return _cut("".join([*pieces, text[last:]]))


def _cut(marked: str) -> str:
    words = marked.split()
    if len(words) <= _LONGEST + len(MARKERS):
        return " ".join(words)
    places = [i for i, word in enumerate(words) if word in MARKERS] or [0]
    first, last = places[0], places[-1]
    start = max(0, first - max(0, _LONGEST - (last - first + 1)) // 2)
    return " ".join(words[start : max(last + 1, start + _LONGEST)])


def find_pair(text: str, actor: str, recipient: str) -> tuple[Span | None, Span | None]:
    """Where two phrases stand in a text without overlapping, nearest to each other; None for one that does not."""
    ones, others = _places(text, actor), _places(text, recipient)
    apart = [(one, other) for one in ones for other in others if one[1] <= other[0] or other[1] <= one[0]]
    if apart:
        return min(apart, key=lambda pair: (max(pair[0][0] - pair[1][1], pair[1][0] - pair[0][1]), pair))
    return (ones[0], None) if ones else (None, others[0] if others else None)


def _places(text: str, words: str) -> list[Span]:
    return [match.span() for match in re.finditer(re.escape(words.strip()), text)] if words.strip() else []


def _read_files() -> tuple[dict[str, Any], bytes, str]:
    """Labels, weights and tokenizer; each file's SHA-256 is compared with the one in the manifest."""
    try:
        labels: dict[str, Any] = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
        files = {name: (FOLDER / name).read_bytes() for name in labels["sha256"]}
    except (OSError, ValueError, KeyError) as error:
        raise ModelMissing("pair model", f"its files are incomplete ({error}); install whowhom again") from error
    for name, data in files.items():
        found = hashlib.sha256(data).hexdigest()
        if found != labels["sha256"][name]:
            raise ModelMissing("pair model", f"{name}: SHA-256 {found[:12]}… is not the one recorded")
    weights, words = (files[name] for name in FILES)
    return labels, weights, words.decode()
