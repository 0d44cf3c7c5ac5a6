"""The options that commands share; their help and defaults come from the table of settings."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from whowhom.errors import SettingsError
from whowhom.settings import FORMATS, SETTINGS


def explain(name: str) -> str:
    """The help of a setting, with what sets it."""
    setting = SETTINGS[name]
    default = "" if setting.default is None or setting.type is bool else f" Default: {setting.default}."
    return f"{setting.help}{default} ({setting.variable})"


def check_format(value: str | None) -> str | None:
    """The format, or a usage error that lists the formats."""
    if value is not None and value not in FORMATS:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(FORMATS)}")
    return value


def parse_map(text: str | None) -> dict[str, str] | None:
    """ "text=content,published=date" as {field: column}."""
    if not text:
        return None
    pairs = [part.partition("=") for part in text.split(",")]
    if any(not (field.strip() and sign and column.strip()) for field, sign, column in pairs):
        raise SettingsError(f"--map: {text!r} is not of the form text=content,published=date")
    return {field.strip(): column.strip() for field, _, column in pairs}


FILTER_PANEL = "Filters"
OUTPUT_PANEL = "Output"

Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders, patterns, web addresses or - for standard input.", show_default=False),
]
Map = Annotated[str | None, typer.Option("--map", help="Other names of columns: text=content,published=date")]
StoreFile = Annotated[Path | None, typer.Option("--store", help=explain("store"), show_default=False)]
Comments = Annotated[bool | None, typer.Option("--comments/--no-comments", help=explain("comments"))]
Statements = Annotated[bool | None, typer.Option("--statements/--no-statements", help=explain("statements"))]
MinConfidence = Annotated[
    float | None, typer.Option("--min-confidence", min=0.0, max=1.0, help=explain("min_confidence"))
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", help=explain("format"), callback=check_format, rich_help_panel=OUTPUT_PANEL, show_default=False
    ),
]
Out = Annotated[Path | None, typer.Option("--out", help="Write to this file instead.", rich_help_panel=OUTPUT_PANEL)]


def _filter(flag: str, help: str, kind: type = str) -> Any:
    least = 0 if kind is int else None
    return Annotated[kind | None, typer.Option(flag, help=help, min=least, rich_help_panel=FILTER_PANEL)]


Filters = dict[str, Any]
# The filters of every command that asks a store, by the name that the store knows them under.
FILTERS = {
    "country": _filter("--country", "A country that acts, is acted on or is the scene: SYR."),
    "actor": _filter("--actor", 'Who acts, by code or name: USA, "USA GOV", Lavrov.'),
    "event": _filter("--event", "A PLOVER type: CONSULT."),
    "status": _filter("--status", "How it stands: occurred, planned, declined …"),
    "from_": _filter("--from", "From this day: 2017-01-01."),
    "to": _filter("--to", "To this day: 2017-01-31."),
    "text": _filter("--text", "Words that all occur in the text."),
    "limit": _filter("--limit", explain("limit"), int),
}


def filtered(command: Callable[..., int]) -> Callable[..., int]:
    """The command with one option a filter where it has its parameter ``filters``, which gets them as a dict."""

    @functools.wraps(command)
    def run(**given: Any) -> int:
        filters = {name: given.pop(name) for name in FILTERS}
        return command(filters=filters, **given)

    signature = inspect.signature(command, eval_str=True)
    parameters = [
        shown
        for own in signature.parameters.values()
        for shown in (_filter_parameters() if own.name == "filters" else [own])
    ]
    # Typer reads both of these to find a command's options.
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _filter_parameters() -> list[inspect.Parameter]:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return [inspect.Parameter(name, kind, default=None, annotation=option) for name, option in FILTERS.items()]
