"""The rooms joined: inputs are read, annotated, coded, linked and kept, in the order they were given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from whowhom.coding.coder import Coder
from whowhom.errors import LexiconError, ModelMissing, SettingsError
from whowhom.link import link_story
from whowhom.read import open_inputs, read
from whowhom.records import EventMention, Skipped, Story
from whowhom.settings import MIN_CONFIDENCE
from whowhom.store import Store
from whowhom.store import open_store as open_file
from whowhom.store.batches import in_batches

if TYPE_CHECKING:
    from whowhom.read.web import Web

__all__ = ["STAGES", "Coder", "Coding", "check_stages", "code_inputs", "code_stories", "open_store", "read"]

# Stories that the coder gets at a time: many enough for its batches, few enough to hold in memory and to lose.
CODED_TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Stage:
    """A room on the way of the data: the kinds of record it takes and those it gives."""

    name: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]


STAGES = (
    Stage("read", needs=("inputs",), gives=("Story", "Skipped")),
    Stage("annotate", needs=("Story",), gives=("Sentence",)),
    Stage("coding", needs=("Story", "Sentence"), gives=("EventMention",)),
    Stage("link", needs=("Story", "EventMention"), gives=("Event",)),
    Stage("store", needs=("Story", "EventMention", "Event", "Skipped"), gives=()),
)


def check_stages(stages: Iterable[Stage] = STAGES) -> None:
    """Raise SettingsError when a stage needs what no stage before it gives."""
    known = {"inputs"}
    for stage in stages:
        if missing := set(stage.needs) - known:
            needed = ", ".join(sorted(missing))
            raise SettingsError(f"stage {stage.name} needs {needed}, which no stage before it gives")
        known.update(stage.gives)


@dataclass(frozen=True, slots=True)
class Coding:
    """What is asked of a run beside the pages."""

    comments: bool = False
    statements: bool = False
    min_confidence: float = MIN_CONFIDENCE

    def label(self, version: str) -> str:
        """The coder's version with the options that change what it gives: what a store files the mentions under."""
        options = [name for name in ("comments", "statements") if getattr(self, name)]
        if self.min_confidence != MIN_CONFIDENCE:
            options.append(f"min-confidence={self.min_confidence:g}")
        return " +".join([version, *options])


class CodesMany(Protocol):
    """The coder's surface as the pipeline uses it."""

    @property
    def version(self) -> str: ...

    def code_many(
        self, stories: Iterable[Story], *, comments: bool, statements: bool, min_confidence: float
    ) -> Iterator[tuple[Story, list[EventMention]]]: ...


Coded = tuple[Story, list[EventMention]]


def code_inputs(
    paths: Iterable[str],
    coder: CodesMany,
    coding: Coding | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    known: Callable[[list[Story]], set[str]] | None = None,
    web: Web | None = None,
) -> Iterator[Coded | Skipped]:
    """Every story of the inputs with its mentions, and what was skipped, in the order of the inputs.

    ``known`` says which of some stories need no coding, by id; they come without mentions.
    """
    check_stages()
    items = open_inputs(list(paths), columns=columns, stdin=stdin, web=web)
    yield from code_stories(items, coder, coding or Coding(), known=known)


def code_stories(
    items: Iterable[Story | Skipped],
    coder: CodesMany,
    coding: Coding,
    *,
    known: Callable[[list[Story]], set[str]] | None = None,
) -> Iterator[Coded | Skipped]:
    """The same for stories that are read already."""
    for batch in in_batches(items, CODED_TOGETHER):
        stories = [item for item in batch if isinstance(item, Story)]
        done = known(stories) if known else set()
        fresh = [story for story in stories if story.story_id not in done]
        outcome = _code_batch(fresh, coder, coding)
        for item in batch:
            if isinstance(item, Skipped):
                yield item
            elif item.story_id in done:
                yield item, []
            else:
                yield next(outcome)


def _code_batch(stories: list[Story], coder: CodesMany, coding: Coding) -> Iterator[Coded | Skipped]:
    """One outcome a story, in order; a story that cannot be coded does not take the others with it."""
    done = 0
    try:
        for pair in _run(stories, coder, coding):
            story, mentions = pair
            yield story, link_story(story, mentions)
            done += 1
        return
    except (ModelMissing, LexiconError, SettingsError):
        raise  # the environment is wrong: no story would fare better
    except Exception as error:  # whatever a page provokes in the libraries below is that page's, and is reported
        if len(stories) == 1:
            yield Skipped(stories[0].file or stories[0].url or stories[0].story_id, "code", _in_a_line(error))
            return
    for story in stories[done:]:
        yield from _code_batch([story], coder, coding)


def _run(stories: list[Story], coder: CodesMany, coding: Coding) -> Iterator[Coded]:
    if stories:
        yield from coder.code_many(
            stories, comments=coding.comments, statements=coding.statements, min_confidence=coding.min_confidence
        )


def _in_a_line(error: Exception) -> str:
    text = re.sub(r"\s+", " ", str(error)).strip()
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def open_store(path: str | Path, *, read_only: bool = False) -> Store:
    """The store in this file, made when it is not there; stories added to it are coded with ``Coder()``."""
    return open_file(path, read_only=read_only, make_coder=Coder)
