"""Headlines told in the past for the parser: "Niger junta expels envoy" has a noun for it, "expelled envoy" a verb.

Only the parser reads the retold line, word for word as long as the page's; the sentence keeps the page's words.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from whowhom.annotate.lemmas import COMPONENTS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"compound", "nmod", "amod"})
_OBJECT_STARTS = frozenset("NN NNS NNP NNPS JJ JJR JJS CD DT PDT PRP PRP$ $ VBN VBD VBG".split())
# Nouns without an s that take a verb without one: "police fire".
_MANY = frozenset("police people thousands hundreds dozens scores millions militia military troops".split())
_CROWDS = ("thousands", "hundreds", "dozens", "scores", "millions", "police")
_CROWD_ENDINGS = ("ers", "ors", "ists", "ians", "women", "men", "students", "rebels", "troops", "forces", "farmers")
# What stands between two clauses of one line, so that the second's verb says nothing of the first.
_BREAKS = frozenset({",", ";", ":", "as", "while", "after", "before", "when", "until", "and", "but", "amid", "over"})
_ATTRIBUTES: list[int | str] = ["HEAD", "DEP", "TAG", "ENT_IOB", "ENT_TYPE"]
_STAND_IN = "attacked"
"""For a verb whose past looks like its present ("hit", "cut")."""
_MOST = 3


class Reteller:
    """Reads headlines again with a suspected verb in the past, where the first reading left a clause without one."""

    def __init__(self, nlp: Language, known: Container[str]) -> None:
        self._nlp, self._known = nlp, known

    @cached_property
    def _past(self) -> dict[str, str]:
        """The past of irregular verbs and of those that double a letter, from the lemmatizer's own exceptions."""
        forms = self._nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]  # type: ignore[attr-defined]
        out: dict[str, str] = {}
        for form, lemmas in forms.items():
            is_past = not form.endswith(("ing", "s"))
            for lemma in lemmas if is_past else ():
                if lemma not in out or out[lemma].endswith(("n", "ne")):  # "took" rather than "taken"
                    out[lemma] = form
        return out

    @cached_property
    def _verbs(self) -> frozenset[str]:
        table = self._nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        return frozenset(verb for verb in table["verb"] if verb in self._known)

    def read(self, doc: Doc) -> Doc:
        """The document itself, under the reading that finds the most verbs with a subject."""
        words = [token.text for token in doc]
        for _ in range(_MOST):
            retold = next((new for i in self._hidden(doc) if (new := self._retell(doc, words, i)) is not None), None)
            if retold is None:
                break
            words = [token.text for token in retold]
            doc.from_array(_ATTRIBUTES, retold.to_array(_ATTRIBUTES))  # type: ignore[arg-type]
        for token, word in zip(doc, words, strict=True):
            if token.text != word:  # a verb, and still of the present
                token.tag_ = "VBP" if token.lower_ in self._verbs else "VBZ"
        return doc

    def _hidden(self, doc: Doc) -> Iterator[int]:
        """Places of nouns that may be the verb of their clause: after a noun of fitting number, before an object."""
        finite = [t.i for t in doc if t.tag_ in _FINITE and t.dep_ not in {*_NOMINAL, "aux"}]
        for i in range(1, len(doc) - 1):
            word, before, after = doc[i], doc[i - 1], doc[i + 1]
            lemma = self._lemma(word.lower_)
            is_verb = word.tag_ in _FINITE and word.dep_ not in {*_NOMINAL, "aux"}
            if lemma is None or is_verb or before.tag_[:2] not in {"NN", "CD"}:
                continue
            has_s = word.lower_ != lemma
            is_plural = not has_s and _is_list(doc, i)
            if not is_plural and not _agrees(has_s, before.tag_, before.lower_):
                continue
            is_crowd = before.lower_ in _CROWDS or before.lower_.endswith(_CROWD_ENDINGS)
            is_next = word.lower_ != lemma and after.tag_ in _FINITE  # "postpones visit", the visit taken for a verb
            if after.tag_ not in _OBJECT_STARTS and not is_next and not (is_crowd and after.tag_ == "IN"):
                continue
            verb = next((f for f in finite if f > i), None)
            is_cut = verb is None or any(doc[k].lower_ in _BREAKS for k in range(i + 1, verb))
            if is_cut or (verb == i + 1 and word.lower_ != lemma):
                yield i

    def _lemma(self, word: str) -> str | None:
        """The verb that the word may be a present tense of."""
        for stem in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"):
            if stem in self._verbs and (stem == word or word.endswith("s")):
                return stem
        return None

    def _retell(self, doc: Doc, words: list[str], i: int) -> Doc | None:
        """The line with the word at ``i`` in the past, if that makes it a verb with a subject and spoils no other."""
        told = [*words[:i], self._in_past(self._lemma(doc[i].lower_) or ""), *words[i + 1 :]]
        new = type(doc)(doc.vocab, words=told, spaces=[bool(t.whitespace_) for t in doc])
        for token, old in zip(new, doc, strict=True):
            token.is_sent_start = old.is_sent_start
        self._nlp(new, disable=COMPONENTS)
        verb = new[i]
        if verb.tag_ != "VBD" or verb.dep_ not in {"ROOT", "conj", "ccomp", "advcl"}:
            return None
        if not any(c.dep_ == "nsubj" and c.i < i for c in verb.children) and verb.dep_ != "conj":
            return None
        kept = [t.i for t in doc if t.tag_ in _FINITE and t.i != i]
        lost = [k for k in kept if new[k].tag_ not in _FINITE or new[k].dep_ in {*_NOMINAL, "acl"}]
        if any(new[k].dep_ not in {"amod", "dobj", "compound"} or k != i + 1 for k in lost):
            return None
        return new

    def _in_past(self, lemma: str) -> str:
        past = self._past.get(lemma)
        if past is not None:
            return (
                _STAND_IN if past == lemma else f"{lemma}ed" if past == f"{lemma}t" else past
            )  # "burned", not "burnt"
        if lemma.endswith("e"):
            return lemma + "d"
        if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
            return lemma[:-1] + "ied"
        return lemma + "ed"


def _is_list(doc: Doc, end: int) -> bool:
    """Whether the line begins with several names: "India, Canada", "Mali and Niger"."""
    words = doc[:end]
    is_names = all(t.tag_[:3] == "NNP" or t.text in {",", "and", "&"} for t in words)
    return is_names and any(t.text in {",", "and", "&"} for t in words)


def _agrees(has_s: bool, tag: str, word: str) -> bool:
    """ "junta expels", "rivals trade", "police fire"; not "peace deal"."""
    if has_s:
        return tag in {"NN", "NNP", "NNPS"} and word not in _MANY
    return tag in {"NNS", "NNPS", "CD"} or word in _MANY
