"""Speed and memory: tokens a second of ``code`` beside spaCy's own full pipeline, on the same text in the same run."""

from __future__ import annotations

import resource
import sys
import time

from benchmarks.data import PAGES
from whowhom import Coder
from whowhom.annotate.models import load_model
from whowhom.read import open_inputs
from whowhom.records import Story

_REPEATS = 3


def measure_speed(coder: Coder) -> dict[str, float]:
    """Tokens/s of both, their ratio (best of three each, in turn), and the peak memory of this process in MB."""
    nlp, _ = load_model()
    texts = [text for story in _stories() for _, _, text in story.paragraphs()]
    tokens = sum(len(nlp.make_doc(text)) for text in texts)
    ours, theirs = [], []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        for _doc in nlp.pipe(texts):
            pass
        theirs.append(time.perf_counter() - start)
        start = time.perf_counter()
        for _pair in coder.code_many(_stories()):
            pass
        ours.append(time.perf_counter() - start)
    return {
        "tokens": tokens,
        "code tokens/s": tokens / min(ours),
        "spaCy tokens/s": tokens / min(theirs),
        "speed ratio": min(theirs) / min(ours),
        "peak memory MB": peak_memory(),
    }


def peak_memory() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024) if sys.platform == "darwin" else peak / 1024


def _stories() -> list[Story]:
    """The practice pages, read anew: reading is part of ``code``."""
    return [s for s in open_inputs([str(PAGES)]) if isinstance(s, Story)]
