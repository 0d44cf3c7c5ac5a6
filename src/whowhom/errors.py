"""Every error Whowhom raises on purpose.

WhowhomError
 ├─ SettingsError            a setting is unknown or has the wrong type
 ├─ LexiconError             a knowledge table is wrong: names the file and the line
 ├─ InputError               one input cannot be read: names it; the run goes on (exit status 1)
 ├─ GoldError                gold, or an answer file, cannot be scored: names file and line (exit status 2)
 ├─ StoreError               the store cannot be opened or written (exit status 2)
 └─ ModelMissing             a model or an extra is not installed, or is not the one recorded (exit status 2)
"""

from __future__ import annotations


class WhowhomError(Exception):
    """Base of all errors that a user can do something about."""


class SettingsError(WhowhomError):
    """A setting is unknown or wrongly typed."""


class LexiconError(WhowhomError):
    """A knowledge table is wrong."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class InputError(WhowhomError):
    """One input cannot be read."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name, self.reason = name, reason


class GoldError(WhowhomError):
    """Gold, or an answer file to be compared on it, cannot be scored; ``line`` is None when no line is at fault."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}" if line else f"{file}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class StoreError(WhowhomError):
    """The store cannot be opened, read or written."""

    def __init__(self, name: str, reason: str, sql: str | None = None) -> None:
        super().__init__(f"{name}: {reason}")
        self.name, self.reason, self.sql = name, reason, sql


class ModelMissing(WhowhomError):
    """A model or an optional package is missing or is not the one recorded; says how to get it."""

    def __init__(self, name: str, how_to_get_it: str) -> None:
        super().__init__(f"{name}: {how_to_get_it}")
        self.name, self.how_to_get_it = name, how_to_get_it
