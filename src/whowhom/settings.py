"""The one table of settings: it feeds the defaults, the settings file, the environment and the command line's help.

A setting is taken from the command line, else from the environment (``WHOWHOM_STORE``), else from the settings file
(TOML, only what differs), else from the table.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from whowhom.errors import SettingsError

Value = str | int | float | bool | None
PREFIX = "WHOWHOM_"
FILE_VARIABLE = "WHOWHOM_SETTINGS"
WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. ``default`` may be None: nothing is set."""

    name: str
    default: Value
    type: type[str] | type[int] | type[float] | type[bool]
    help: str
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper()


# Chosen on the precision-recall curve of benchmarks/RESULTS.md: see docs/coding.md.
MIN_CONFIDENCE = 0.35

FORMATS = ("table", "jsonl", "csv", "parquet")

SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("store", None, str, "The store: one DuckDB file."),
        Setting("format", None, str, "table (default on a terminal), jsonl (else), csv or parquet.", FORMATS),
        Setting("comments", False, bool, "Code readers' comments too, with attribution to the reader."),
        Setting("statements", False, bool, "Give bare public statements too (STATEMENT)."),
        Setting("min_confidence", MIN_CONFIDENCE, float, "Leave out mentions below this confidence.", (), 0.0, 1.0),
        Setting("actors", None, str, "The folder of your own tables of actors (whowhom actors add)."),
        Setting("delay", 1.0, float, "Seconds between two requests to a web site.", (), 0.0),
        Setting("limit", None, int, "At most so many, the latest.", (), 0),
    )
}


def load_settings(
    given: Mapping[str, Value] | None = None, env: Mapping[str, str] | None = None, file: Path | None = None
) -> dict[str, Value]:
    """Every setting with its value. ``given`` (the command line) wins where it is not None."""
    env = os.environ if env is None else env
    values = {name: setting.default for name, setting in SETTINGS.items()}
    file = file or settings_file(env)
    if file is not None:
        values |= _from_file(file)
    values |= _from_environment(env)
    for name, value in (given or {}).items():
        setting = _known(name, "the command line")
        if value is not None:
            values[name] = check_value(setting, value, "the command line")
    return values


def settings_file(env: Mapping[str, str]) -> Path | None:
    """The settings file: the one that WHOWHOM_SETTINGS names, else the user's own when there is one."""
    if named := env.get(FILE_VARIABLE):
        return Path(named)
    home = env.get("XDG_CONFIG_HOME") or (f"{env['HOME']}/.config" if env.get("HOME") else None)
    own = Path(home) / "whowhom" / "settings.toml" if home else None
    return own if own is not None and own.is_file() else None


def check_value(setting: Setting, value: object, source: str) -> Value:
    """The value in the setting's own type; SettingsError when it cannot be one."""
    if setting.type is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not setting.type:
        raise SettingsError(f"{source}: {setting.name} must be {_kind(setting)}, not {value!r}")
    if setting.choices and value not in setting.choices:
        raise SettingsError(f"{source}: {setting.name} must be one of {', '.join(setting.choices)}, not {value!r}")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        _check_range(setting, value, source)
    return value


def _check_range(setting: Setting, value: float, source: str) -> None:
    if setting.least is not None and value < setting.least:
        raise SettingsError(f"{source}: {setting.name} must be at least {setting.least:g}, not {value:g}")
    if setting.most is not None and value > setting.most:
        raise SettingsError(f"{source}: {setting.name} must be at most {setting.most:g}, not {value:g}")


def _from_file(file: Path) -> dict[str, Value]:
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not TOML: {error}") from error
    return {name: check_value(_known(name, str(file)), value, str(file)) for name, value in found.items()}


def _from_environment(env: Mapping[str, str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for variable in sorted(env):
        if variable.startswith(PREFIX) and variable != FILE_VARIABLE:
            setting = _known(variable.removeprefix(PREFIX).lower(), "the environment", variable)
            values[setting.name] = check_value(setting, _parse(setting, env[variable]), variable)
    return values


def _parse(setting: Setting, text: str) -> object:
    """The text of an environment variable as the setting's type, or as it stands when it is none."""
    if setting.type is bool:
        return WORDS.get(text.lower(), text)
    if setting.type is str:
        return text
    try:
        return setting.type(text)
    except ValueError:
        return text


def _known(name: str, source: str, written: str | None = None) -> Setting:
    if name in SETTINGS:
        return SETTINGS[name]
    near = difflib.get_close_matches(name, SETTINGS, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(SETTINGS)}"
    raise SettingsError(f"{source}: unknown setting {written or name!r}; {hint}")


def _kind(setting: Setting) -> str:
    return {str: "text", int: "a whole number", float: "a number", bool: "true or false"}[setting.type]
