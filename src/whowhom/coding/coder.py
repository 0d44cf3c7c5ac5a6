"""The coder: stories in, event mentions out. Loads its models and tables once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from whowhom.actors import load_knowledge
from whowhom.annotate import Annotator, load_annotator
from whowhom.coding.assemble import StoryCoder, Tools
from whowhom.coding.circumstances import Circumstances
from whowhom.coding.confidence import TABLE
from whowhom.coding.encoder import TellsPairs, load_pair_model
from whowhom.coding.lexicon import load_lexicon
from whowhom.coding.relate import MarkedPair, relate_pair
from whowhom.coding.rows import read_table
from whowhom.places import load_gazetteer
from whowhom.records import EventMention, Relation, Sentence, Story
from whowhom.settings import MIN_CONFIDENCE
from whowhom.version import __version__


class Coder:
    """Codes stories; the same story gives the same mentions, alone or among others."""

    def __init__(self, *, annotator: Annotator | None = None, pairs: TellsPairs | None = None) -> None:
        knowledge, lexicon = load_knowledge(), load_lexicon()
        self._annotator = annotator or load_annotator(lexicon.lemmas)
        self._gazetteer = load_gazetteer()
        self._pairs = pairs
        parts = f"{self._annotator.version}|{lexicon.version}|{knowledge.version}|{read_table(TABLE)}"
        #: Version of code, models and knowledge base, kept with every record.
        self.version = f"whowhom {__version__} {hashlib.sha256(parts.encode()).hexdigest()[:8]}"
        self._tools = Tools(lexicon, knowledge, self.version)

    def code(
        self,
        story: Story,
        *,
        comments: bool = False,
        statements: bool = False,
        min_confidence: float = MIN_CONFIDENCE,
    ) -> Iterator[EventMention]:
        """The event mentions of one story, in reading order; less sure ones than ``min_confidence`` are left out."""
        many = self.code_many([story], comments=comments, statements=statements, min_confidence=min_confidence)
        for _, mentions in many:
            yield from mentions

    def code_many(
        self,
        stories: Iterable[Story],
        *,
        comments: bool = False,
        statements: bool = False,
        min_confidence: float = MIN_CONFIDENCE,
    ) -> Iterator[tuple[Story, list[EventMention]]]:
        """Each story with its mentions, in the order given; memory does not grow with the number of stories."""
        for story, sentences in self._annotator.annotate_many(stories, comments=comments):
            coded = self._code_story(story, sentences, statements, min_confidence)
            yield story, [mention for mention, _ in coded]

    def explain(self, story: Story) -> Iterator[tuple[EventMention, tuple[str, ...]]]:
        """Every mention of a story, however unsure, with the reasons that its confidence is drawn from."""
        for _, sentences in self._annotator.annotate_many([story]):
            yield from self._code_story(story, sentences, False, 0.0)

    def _code_story(
        self, story: Story, sentences: list[Sentence], statements: bool, least: float
    ) -> Iterator[tuple[EventMention, tuple[str, ...]]]:
        circumstances = Circumstances(story, self._gazetteer, sentences, self._tools.knowledge)
        coder = StoryCoder(story, self._tools, circumstances)
        for sent in sentences:
            yield from coder.code_sentence(sent, statements=statements, min_confidence=least)

    def relate(self, rows: Iterable[tuple[str, str, str, str]], *, day: date | None = None) -> Iterator[Relation]:
        """One answer for each (uid, sentence, source, target), in order: the most likely event between the pair."""
        model = self._pairs or load_pair_model()
        for uid, sentence, source, target in rows:
            story = Story(story_id=uid, body=(sentence,))
            sentences = self._annotator.annotate(story)
            yield relate_pair(MarkedPair(uid, sentence, source, target), sentences, self._tools, model, day)
