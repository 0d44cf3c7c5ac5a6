"""Part of speech and lemma of each token, asked of the pipeline once for a word in a role and remembered.

The pipeline's attribute rules and lemmatizer look at one token at a time: at its letters, tag and dependency. Running
them anew on every "the" takes a fifth of the time of annotation. The few rules over two tokens ("ai" + "n't", "there"
+ "is") are kept: a text with a word that opens such a pair goes through the components themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("attribute_ruler", "lemmatizer")
_MOST = 500_000
PREFIXES = frozenset({"re", "co"})
"""Of "re-established" and "co-hosted": with their hyphen they are one word with what follows."""
FRONTS = frozenset(
    {"test", "gang", "press", "petrol", "carpet", "barrel", "baton", "lathi", "tear", "machine", "court"}
)
BACKS = frozenset(
    "fired firing fires launched launching raped raping ganged ganging bombed bombing bombs charged charging gassed "
    "gassing gunned gunning martialled martialed".split()
)
"""Of "test-fired" and "press-ganged": verbs of two words, whose lemma has both ("test-fire")."""

Word = tuple[str, str, str]
"""Lemma, universal part of speech, fine-grained tag."""
_Key = tuple[int, int, int]


class Lemmas:
    """Remembers what the pipeline's own components say; the same answer as theirs, sooner."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher
        from spacy.tokens import Doc

        self._doc = Doc
        self._vocab = nlp.vocab
        self._components = [nlp.get_pipe(name) for name in COMPONENTS]
        self._known: dict[_Key, Word | None] = {}
        self._bares: dict[int, int] = {}
        self._fronts: dict[int, str] = {}
        rules: list[dict[str, Any]] = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        self._openers = Matcher(nlp.vocab)
        self._openers.add("pair", [pattern[:1] for pattern in patterns if len(pattern) > 1])
        # What no rule asks for is one and the same to all of them.
        asked = {name for pattern in patterns for token in pattern for name in _names(token.get("DEP"))}
        self._asked = {nlp.vocab.strings.add(name) for name in asked}
        self._other = nlp.vocab.strings.add("dep")

    def words(self, doc: Doc) -> list[Word]:
        """One entry a token, in order."""
        bare, asked, other = self._bares, self._asked, self._other
        rows = doc.to_array(["ORTH", "TAG", "DEP"]).tolist() if len(doc) else []
        for orth in {orth for orth, _, _ in rows}.difference(bare):
            bare[orth] = self._bare(orth)
        keys = [(bare[orth], tag, dep if dep in asked else other) for orth, tag, dep in rows]
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        if unknown:
            if len(self._known) > _MOST:  # names never end; the memory does
                self._known.clear()
                self._bares.clear()
                unknown = list(dict.fromkeys(keys))
            self._learn(unknown)
        found = [word for key in keys if (word := self._known[key]) is not None]
        if len(found) == len(keys):
            if self._fronts.keys() & {orth for orth, _, _ in rows}:
                found = [_whole(word, self._fronts.get(orth)) for (orth, _, _), word in zip(rows, found, strict=True)]
            return found
        for component in self._components:
            component(doc)
        return [(t.lemma_, t.pos_, t.tag_) for t in doc]

    def _bare(self, word: int) -> int:
        """The word's number; of "re-established", which is one token, that of "established"."""
        text = self._vocab.strings[word]
        prefix, _, rest = text.partition("-")
        if rest.lower() in BACKS and prefix.lower() in FRONTS:
            self._fronts[word] = prefix.lower()
            return self._vocab.strings.add(rest)
        return self._vocab.strings.add(rest) if rest and prefix.lower() in PREFIXES else word

    def _learn(self, keys: list[_Key]) -> None:
        """What the components say of each word apart from the others; None of one that opens a pair."""
        names = self._vocab.strings
        orths, tags, deps = ([names[number] for number in column] for column in zip(*keys, strict=True))
        apart = self._doc(self._vocab, words=orths, tags=tags, deps=deps, heads=list(range(len(keys))))
        opens = {start for _, start, _ in self._openers(apart)}
        for component in self._components:
            component(apart)
        for i, (key, token) in enumerate(zip(keys, apart, strict=True)):
            self._known[key] = None if i in opens else (token.lemma_, token.pos_, token.tag_)
        for i in opens:  # what stands behind one was read as its second half
            if i + 1 < len(keys) and i + 1 not in opens:
                self._learn([keys[i + 1]])


def _whole(word: Word, front: str | None) -> Word:
    """ "fire" of "test-fired" with its first half again."""
    return word if front is None or word[1] != "VERB" else (f"{front}-{word[0]}", *word[1:])


def _names(asked: Any) -> list[str]:
    """The values that a pattern asks of one attribute: "aux", or those in its lists."""
    if isinstance(asked, dict):
        return [name for values in asked.values() for name in values]
    return [asked] if asked else []
