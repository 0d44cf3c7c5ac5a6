"""The one spaCy pass: stories in, sentences with syntax and names out, in order."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from whowhom.annotate.bounds import sentence_starts
from whowhom.annotate.casing import lower_titles
from whowhom.annotate.datelines import dateline_end
from whowhom.annotate.lemmas import BACKS, COMPONENTS, FRONTS, PREFIXES, Lemmas
from whowhom.annotate.models import load_model
from whowhom.annotate.repairs import mend
from whowhom.annotate.retelling import Reteller
from whowhom.records import Section, Sentence, Story, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A paragraph longer than this is parsed piece by piece: no newspaper's is, but a table's cell may hold a whole text.
_LONGEST_PIECE = 20_000
_MOST_PIECES = 25
# Stories are annotated this many paragraphs at a time; larger batches gained nothing on the practice pages.
_BATCH = 64

# Half a surrogate pair comes out of JSON and goes into no UTF-8; a stand-in of the same length keeps the offsets.
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
_JOINABLE = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(PREFIXES))})-[a-z]|(?:{'|'.join(sorted(FRONTS))})-(?:{'|'.join(sorted(BACKS))})\b)",
    re.IGNORECASE,
)
# Number of the story in its batch, section, paragraph, and where in the paragraph the text to parse begins.
_Place = tuple[int, Section, int, int]


class Annotator:
    """Holds the pipeline; ``annotate`` is stateless, so one by one equals in a batch."""

    def __init__(self, nlp: Language, version: str, plain_words: Container[str] = frozenset()) -> None:
        """``plain_words``: lemmas that are no names, so that "Declines" in a headline may be read as "declines"."""
        self._nlp = nlp
        self._lemmas = Lemmas(nlp)
        self._reteller = Reteller(nlp, plain_words)
        self.version = version
        self._plain_words = plain_words

    def annotate(self, story: Story, *, comments: bool = False) -> list[Sentence]:
        """The sentences of one story, in reading order."""
        return next(iter(self.annotate_many([story], comments=comments)))[1]

    def annotate_many(
        self, stories: Iterable[Story], *, comments: bool = False
    ) -> Iterator[tuple[Story, list[Sentence]]]:
        """Each story with its sentences, in the order given; only a batch is held in memory."""
        remaining = iter(stories)
        while group := _take(remaining, comments):
            places: list[_Place] = []
            texts: list[str] = []
            for number, story in enumerate(group):
                for section, paragraph, text in story.paragraphs(comments=comments):
                    start = dateline_end(text) if section in {"body", "comment"} and paragraph == 0 else 0
                    for first, last in _pieces(text, start):
                        places.append((number, section, paragraph, first))
                        texts.append(text[first:last])
            found: list[list[Sentence]] = [[] for _ in group]
            cased = [
                lower_titles(text, group[number].body, self._plain_words)
                for (number, *_), text in zip(places, texts, strict=True)
            ]
            for (number, section, paragraph, start), text, doc in zip(
                places, texts, self._parse(cased, places), strict=True
            ):
                before = found[number][-1:]  # of a paragraph in pieces, sentences are counted on
                is_on = bool(before) and (before[0].section, before[0].paragraph) == (section, paragraph)
                count = before[0].index + 1 if is_on else 0
                sents = self._sentences(doc, text, start, group[number].story_id, section, paragraph)
                found[number].extend(replace(sent, index=sent.index + count) if count else sent for sent in sents)
            yield from zip(group, found, strict=True)

    def _parse(self, texts: Sequence[str], places: Sequence[_Place]) -> Iterator[Doc]:
        docs = []
        for text, (_, section, *_rest) in zip(texts, places, strict=True):
            doc = self._nlp.make_doc(_HALF_PAIRS.sub("\ufffd", text))
            if _JOINABLE.search(text):
                doc = _joined(doc)
            bounds = sentence_starts([t.text for t in doc], is_title=section in {"headline", "dek"})
            _bound(doc, bounds)
            docs.append(doc)
        parsed = self._nlp.pipe(docs, batch_size=_BATCH, disable=COMPONENTS)
        for doc, (_, section, *_rest) in zip(parsed, places, strict=True):
            yield self._reteller.read(doc) if section in {"headline", "dek"} else doc

    def _sentences(
        self, doc: Doc, text: str, offset: int, story_id: str, section: Section, paragraph: int
    ) -> Iterator[Sentence]:
        """Sentences of one parsed paragraph; ``text`` is what the paragraph says from ``offset`` on."""
        words_of = self._lemmas.words(doc)
        columns = _columns(doc)
        for index, sent in enumerate(doc.sents):
            words = text[sent.start_char : sent.end_char].rstrip()
            if not words:
                continue
            first = sent.start
            tokens = tuple(
                Token(text[start:end], *words_of[i], dep, head - first, start + offset, end + offset, ent)
                for i, (start, end, dep, head, ent) in enumerate(columns[first : sent.end], first)
            )
            yield Sentence(
                story_id,
                section,
                paragraph,
                index,
                words,
                sent.start_char + offset,
                mend(tokens, self._plain_words),
            )


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the pieces of a text begin and end, at full stops where it has them; a whole page in one is cut at last."""
    for _ in range(_MOST_PIECES):
        end = start + _LONGEST_PIECE
        if len(text) > end:
            end = text.rfind(". ", start + 1, end - 1) + 2
            end = end if end > start + 2 else start + _LONGEST_PIECE
        yield start, min(end, len(text))
        start = end
        if start >= len(text):
            return


def _joined(doc: Doc) -> Doc:
    """ "re-established" as one word: cut at its hyphens, the parser takes its parts for two verbs."""
    starts: list[int] = []
    for t in doc:  # of "re-co-ordinated" the first two parts
        if (
            (t.lower_ in PREFIXES or _is_verb_of_two(doc, t.i))
            and _is_hyphenated(doc, t.i)
            and (not starts or t.i > starts[-1] + 2)
        ):
            starts.append(t.i)
    if starts:
        with doc.retokenize() as retokenizer:
            for i in starts:
                retokenizer.merge(doc[i : i + 3])
    return doc


def _bound(doc: Doc, starts: Sequence[bool]) -> None:
    """Tell the parser which tokens begin a sentence and which do not; of the whole text at once, which is sooner."""
    if len(doc):
        column = np.where(starts, 1, -1).astype(np.uint64).reshape(-1, 1)
        doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]


def _is_hyphenated(doc: Doc, i: int) -> bool:
    if i + 2 >= len(doc):
        return False
    hyphen, rest = doc[i + 1], doc[i + 2]
    return hyphen.text == "-" and rest.is_alpha and rest.is_lower and not doc[i].whitespace_ and not hyphen.whitespace_


def _is_verb_of_two(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in FRONTS and i + 2 < len(doc) and doc[i + 2].lower_ in BACKS


def _columns(doc: Doc) -> list[tuple[int, int, str, int, str]]:
    """Start, end, relation, head and kind of name of each token; asked of the whole text at once."""
    names = doc.vocab.strings
    rows = doc.to_array(["IDX", "LENGTH", "DEP", "HEAD", "ENT_TYPE"]).tolist() if len(doc) else []
    return [
        (start, start + length, names[dep], i + (head - 2**64 if head >= 2**63 else head), names[ent])
        for i, (start, length, dep, head, ent) in enumerate(rows)
    ]


def load_annotator(plain_words: Container[str] = frozenset()) -> Annotator:
    """The annotator over the installed English pipeline; ModelMissing says how to install it."""
    nlp, version = load_model()
    return Annotator(nlp, version, plain_words)


def _take(stories: Iterator[Story], comments: bool) -> list[Story]:
    """The next few stories, about a batch of paragraphs."""
    group: list[Story] = []
    size = 0
    for story in islice(stories, _BATCH):
        group.append(story)
        size += 2 + len(story.body) + (len(story.comments) if comments else 0)
        if size >= _BATCH:
            break
    return group
