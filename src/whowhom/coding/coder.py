"""The coder: stories in, event mentions out. Loads its models and tables once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from whowhom.actors import load_knowledge
from whowhom.annotate import Annotator, load_annotator
from whowhom.coding.assemble import StoryCoder, Tools
from whowhom.coding.circumstances import Circumstances
from whowhom.coding.classify import Classifier, RuleClassifier
from whowhom.coding.encoder import TellsPairs, load_pair_model
from whowhom.coding.lexicon import load_lexicon
from whowhom.coding.relate import MarkedPair, relate_pair
from whowhom.places import load_gazetteer
from whowhom.records import EventMention, Relation, Sentence, Story
from whowhom.version import __version__


class Coder:
    """Codes stories; the same story gives the same mentions, alone or among others."""

    def __init__(
        self,
        *,
        annotator: Annotator | None = None,
        classifier: Classifier | None = None,
        pairs: TellsPairs | None = None,
    ) -> None:
        knowledge, lexicon = load_knowledge(), load_lexicon()
        self._annotator = annotator or load_annotator(lexicon.lemmas)
        classifier = classifier or RuleClassifier()
        self._gazetteer = load_gazetteer()
        self._pairs = pairs
        parts = f"{self._annotator.version}|{lexicon.version}|{knowledge.version}|{classifier.version}"
        #: Version of code, models and knowledge base, kept with every record.
        self.version = f"whowhom {__version__} {hashlib.sha256(parts.encode()).hexdigest()[:8]}"
        self._tools = Tools(lexicon, knowledge, classifier, self.version)

    def code(self, story: Story, *, comments: bool = False, statements: bool = False) -> Iterator[EventMention]:
        """The event mentions of one story, in reading order."""
        for _, mentions in self.code_many([story], comments=comments, statements=statements):
            yield from mentions

    def code_many(
        self, stories: Iterable[Story], *, comments: bool = False, statements: bool = False
    ) -> Iterator[tuple[Story, list[EventMention]]]:
        """Each story with its mentions, in the order given; memory does not grow with the number of stories."""
        for story, sentences in self._annotator.annotate_many(stories, comments=comments):
            yield story, list(self._code_story(story, sentences, statements))

    def _code_story(self, story: Story, sentences: list[Sentence], statements: bool) -> Iterator[EventMention]:
        circumstances = Circumstances(story, self._gazetteer, sentences, self._tools.knowledge)
        coder = StoryCoder(story, self._tools, circumstances)
        for sent in sentences:
            yield from coder.code_sentence(sent, statements=statements)

    def relate(self, rows: Iterable[tuple[str, str, str, str]], *, day: date | None = None) -> Iterator[Relation]:
        """One answer for each (uid, sentence, source, target), in order: the most likely event between the pair."""
        model = self._pairs or load_pair_model()
        for uid, sentence, source, target in rows:
            story = Story(story_id=uid, body=(sentence,))
            sentences = self._annotator.annotate(story)
            yield relate_pair(MarkedPair(uid, sentence, source, target), sentences, self._tools, model, day)
