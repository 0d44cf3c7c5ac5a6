"""What a run tells beside its data, all on standard error: progress, each failed input, the summary."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from whowhom.cli.guard import INPUTS_FAILED
from whowhom.records import Skipped, Story

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")


class Report:
    """The run's own account: what went by, what failed and why."""

    def __init__(self, progress: Progress | None = None, task: TaskID | None = None) -> None:
        self._progress = progress
        self._task = task
        self.passed = self.undated = 0
        self.skipped: Counter[str] = Counter()

    @property
    def status(self) -> int:
        """The exit status that the inputs alone call for."""
        return INPUTS_FAILED if self.skipped else 0

    def keep(self, items: Iterable[T | Skipped]) -> Iterator[T]:
        """The items that are no failures; each failure is told as it comes by."""
        for item in self.watch(items):
            if not isinstance(item, Skipped):
                yield item

    def watch(self, items: Iterable[T | Skipped]) -> Iterator[T | Skipped]:
        """All items as they come, counted and told."""
        for item in items:
            if isinstance(item, Skipped):
                self.skipped[item.reason] += 1
                self.say(f"whowhom: {item.input}: {item.reason}")
            else:
                self.passed += 1
                story = item[0] if isinstance(item, tuple) else item
                self.undated += isinstance(story, Story) and story.published is None
                self._advance()
            yield item

    def tell(self, skipped: Iterable[Skipped]) -> None:
        """Failures that are known already, counted and told."""
        for _ in self.watch(skipped):
            pass

    def tell_undated(self) -> None:
        """How many stories will have events without a day, which no later step can mend."""
        if self.undated:
            what = "without a date that can be read: no day is known of what they call today"
            self.say(f"whowhom: {self.undated} of {self.passed} {'story' if self.passed == 1 else 'stories'} {what}")

    def say(self, line: str) -> None:
        """One line on standard error, above the progress bar if there is one."""
        if self._progress is not None:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr)

    def _advance(self) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, advance=1)


@contextmanager
def reporting(doing: str) -> Iterator[Report]:
    """A report for one run; progress is shown when a person watches standard error."""
    if not sys.stderr.isatty():
        yield Report()
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed} stories"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as progress:
        yield Report(progress, progress.add_task(doing, total=None))
