"""Story to sentences: one spaCy pass gives tokens, syntax and names; own rules give the sentence bounds."""

from whowhom.annotate.syntax import Annotator, load_annotator

__all__ = ["Annotator", "load_annotator"]
