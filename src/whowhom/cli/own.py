"""What the commands of ``whowhom actors`` do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from whowhom.actors.own import ADDED, IMPORTED, add_table, own_folder, write_own
from whowhom.cli.output import choose_target, emit, peek
from whowhom.errors import InputError, SettingsError
from whowhom.settings import load_settings

_SHOWN = 20  # problems of one dictionary that are told line by line


def add_actors(table: Path, folder: Path | None) -> int:
    """A checked table in the user's folder."""
    names = add_table(table, _folder(folder))
    print(f"whowhom: {names} names from {table.name} in {_folder(folder) / ADDED}", file=sys.stderr)
    return 0


def import_actors(files: Sequence[Path], folder: Path | None) -> int:
    """Dictionaries as tables in the user's folder; what cannot be taken over is told with its line."""
    from whowhom.actors.petrarch import read_dictionary

    for file in files:
        try:
            found = read_dictionary(file)
        except OSError as error:
            raise InputError(str(file), error.strerror or "cannot be read") from error
        write_own(found.rows, _folder(folder) / IMPORTED / f"{file.stem}.tsv")
        for problem in found.problems[:_SHOWN]:
            print(f"{file}, line {problem.line}: {problem.reason}", file=sys.stderr)
        report = _folder(folder) / IMPORTED / f"{file.stem}.problems.txt"
        report.write_text("".join(f"{p.line}\t{p.reason}\n" for p in found.problems), encoding="utf-8")
        told = f"{len(found.rows)} rows, {len(found.problems)} lines left out (all in {report})"
        print(f"whowhom: {file.name}: {told}", file=sys.stderr)
    return 0


def list_actors(store: Path | None, which: str, limit: int | None, *, format: str | None, out: Path | None) -> int:
    """The names of a store that the tables do not know, or those that its sentences explain."""
    from whowhom.cli.tables import show_named
    from whowhom.store import open_store
    from whowhom.store.named import NamedActor

    settings = load_settings({"store": str(store) if store else None, "format": format, "limit": limit})
    if settings["store"] is None:
        raise SettingsError("which store? say --store FILE (or set WHOWHOM_STORE)")
    wanted = None if settings["limit"] is None else int(settings["limit"])
    with open_store(str(settings["store"]), read_only=True) as kept:
        found, rows = peek(kept.unknown_actors(wanted) if which == "unknown" else kept.learned_actors(wanted))
        if not found:
            print("whowhom: nothing found", file=sys.stderr)
        told = str(settings["format"]) if settings["format"] and (format or out is None) else None
        emit(rows, NamedActor, choose_target(told, out), show_named)
    return 0


def _folder(given: Path | None) -> Path:
    """The folder that the command line names, else the user's."""
    folder = given or own_folder()
    if folder is None:
        raise SettingsError("which folder? say --actors FOLDER (or set WHOWHOM_ACTORS)")
    return folder
