"""Rewrites what is generated in the docs: the codebook, the pages of commands and settings, and every shown output.

    python scripts/write_docs.py            # write
    python scripts/write_docs.py --check    # only say what is out of date; exit status 1 when something is

A shown output stands between ``<!-- output: NAME -->`` and ``<!-- /output -->``; NAME is a function's name below.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typer

import whowhom
from whowhom.actors import load_knowledge
from whowhom.annotate import load_annotator
from whowhom.cli.app import app
from whowhom.cli.tables import show_events
from whowhom.coding.attribution import attribute
from whowhom.coding.candidates import find_candidates
from whowhom.coding.confidence import load_sureness
from whowhom.coding.entities import Namer
from whowhom.coding.lexicon import load_lexicon
from whowhom.coding.memory import Memory
from whowhom.coding.participants import find_participants
from whowhom.coding.status import read_status
from whowhom.coding.tree import Tree
from whowhom.export import Tally, export_events
from whowhom.ontology.codebook import write_codebook
from whowhom.records import Entity, EventMention, Story, as_dict
from whowhom.settings import FILE_VARIABLE, SETTINGS
from whowhom.store.rows import record_of
from whowhom.talks import gather_talks

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
WIDTH = 100
_BLOCK = re.compile(r"(?s)(<!-- output: (\w+) -->\n)(?:.*?\n)??(<!-- /output -->)")

# --- pages ------------------------------------------------------------------------------------------------


def write_cli() -> str:
    """The page of commands: what ``--help`` says, in Markdown."""
    group = typer.main.get_command(app)
    commands = dict(list_commands(group))
    lines = [
        "# Command line",
        "",
        "This page is written from the commands themselves by `make docs`; a test compares the two.",
        "",
        _plain(group.help or ""),
        "",
        "Data goes to standard output, everything else to standard error. Exit status: 0 done; 1 some inputs failed",
        "(each is named on standard error with the reason, the others are done); 2 the command line or the environment",
        "is wrong. Settings are in [settings.md](settings.md), the fields of every output in [columns.md](columns.md).",
        "",
        *(f"- [`whowhom {name}`](#whowhom-{name.replace(' ', '-')})" for name in commands),
    ]
    for name, command in commands.items():
        lines += ["", f"## whowhom {name}", "", *_command(name, command)]
    return "\n".join(lines) + "\n"


def list_commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its full name, those of groups too: "actors add"."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from list_commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and "--help" not in p.opts]
    text, _, example = _plain(command.help or "").partition("\n\nExample: ")
    usage = [f"whowhom {name}", *("[OPTIONS]" if options else "",), *(_argument(p) for p in arguments)]
    yield from ("```sh", " ".join(word for word in usage if word), "```", "", text)
    if example:
        yield from ("", f"Example: `{example}`")
    if command.params and (arguments or options):
        yield from ("", "| argument or option | meaning |", "|---|---|")
    for param in arguments:
        yield f"| `{_argument(param)}` | {_cell(param.help)} |"
    for param in options:
        yield f"| `{' / '.join([*param.opts, *param.secondary_opts])}` | {_cell(param.help)}{_default(param)} |"


def _default(param: Any) -> str:
    shown = param.default is not None and not isinstance(param.default, bool)
    return f" Default: `{param.default}`." if shown else ""


def _argument(param: Any) -> str:
    name = param.name.upper() + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _plain(text: str) -> str:
    """Rich's marks as Markdown's."""
    return re.sub(r"\[bold\](.*?)\[/\]", r"`\1`", " ".join(text.split("\n\n")[0].split())) + (
        "\n\n" + _plain(text.partition("\n\n")[2]) if "\n\n" in text else ""
    )


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def write_settings() -> str:
    """The page of settings, from the table of settings."""
    lines = [
        "# Settings",
        "",
        "This page is written from the table in `src/whowhom/settings.py` by `make docs`; a test compares the two.",
        "",
        "A value is taken from the command line, else from the environment, else from the settings file, else from",
        "the table. A name that is not in the table, or a value of the wrong type, stops the command with exit status",
        "2 and a hint.",
        "",
        "| setting | default | type | environment | meaning |",
        "|---|---|---|---|---|",
    ]
    for setting in SETTINGS.values():
        default = "not set" if setting.default is None else f"`{json.dumps(setting.default)}`"
        kind = {str: "text", int: "whole number", float: "number", bool: "true or false"}[setting.type]
        lines.append(f"| `{setting.name}` | {default} | {kind} | `{setting.variable}` | {_cell(setting.help)} |")
    lines += [
        "",
        f"The settings file is TOML and holds only what differs. It is the file that `{FILE_VARIABLE}` names, else",
        "`whowhom/settings.toml` in the user's configuration folder (`XDG_CONFIG_HOME`, else `~/.config`), when there",
        "is one:",
        "",
        "```toml",
        'store = "news.duckdb"',
        "min_confidence = 0.6",
        "```",
        "",
        "In the environment a truth value is written `1`, `true`, `yes` or `on`, and `0`, `false`, `no` or `off`.",
        "Nothing is written into the package, and nothing into the working folder unless a command is told to.",
    ]
    return "\n".join(lines) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "codebook.md": write_codebook,
    "cli.md": write_cli,
    "settings.md": write_settings,
}

# --- shown outputs ----------------------------------------------------------------------------------------


@cache
def _coder() -> whowhom.Coder:
    return whowhom.Coder()


@cache
def _pages() -> tuple[Story, ...]:
    """The example pages, with paths as a person in the repository's folder would give them."""
    folder = Path.cwd()
    os.chdir(ROOT)
    try:
        return tuple(whowhom.read(str(path)) for path in sorted(Path("examples").glob("*.html")))
    finally:
        os.chdir(folder)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="whowhom-docs-")  # gone when the process ends


@cache
def example_store() -> Path:
    """A store of the example pages; the tests of the documentation ask it too."""
    path = Path(_folder().name) / "demo.duckdb"
    with whowhom.open(path) as store:
        store.add(_coder().code_many(_pages()), _coder().version)
        mentions = (record_of(EventMention, row) for row in store.mentions())
        store.keep_talks(gather_talks(mentions, {story.story_id: story for story in _pages()}))
    return path


def _page(start: str) -> Story:
    return next(story for story in _pages() if (story.file or "").startswith(f"examples/{start}"))


def events_table() -> str:
    """whowhom events --store demo.duckdb --from 2017-01-21 --to 2017-01-22 --format table."""
    out, before = io.StringIO(), os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(WIDTH)
    try:
        with whowhom.open(example_store(), read_only=True) as store:
            show_events(store.events(from_="2017-01-21", to="2017-01-22", extras=True), out)
    finally:
        os.environ.pop("COLUMNS") if before is None else os.environ.update(COLUMNS=before)
    return _fenced("\n".join(line.rstrip() for line in out.getvalue().splitlines()))


_LEFT_OUT = {"mention_id", "story_id", "url", "file", "event_id", "sentence", "sentence_start", "context", "quad",
             "intensity", "counts", "coder"}  # fmt: skip


def one_mention() -> str:
    """The fields that count of one mention of an example page: the declined act of its body."""
    mention = next(m for m in _coder().code(_page("2017-01-21")) if m.status == "declined" and m.section == "body")
    row: dict[str, Any] = as_dict(mention)
    row["attribution"].pop("entity")
    lines = [f'  "{name}": {_shortened(value)}' for name, value in row.items() if name not in _LEFT_OUT]
    return _fenced("{\n" + ",\n".join(lines) + "\n}", "json")


def _shortened(value: Any) -> str:
    """A value as JSON on a line, without an entity's empty fields."""
    if isinstance(value, dict):
        inner = ", ".join(f'"{name}": {_shortened(v)}' for name, v in value.items() if v not in (None, []))
        return "{" + inner + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_shortened, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def one_story() -> str:
    """What ``read`` says of an example page, long texts cut."""
    story: dict[str, Any] = as_dict(_page("2017-01-24"))
    story["body"] = [f"{story['body'][0][:48]}…", f"({len(story['body']) - 1} more)"]
    story["comments"] = [_cut(comment) for comment in story["comments"]]
    if story["author_profile"]:
        posts = story["author_profile"]["recent_posts"]
        story["author_profile"] = _cut(story["author_profile"]) | {"recent_posts": [f"({len(posts)} posts)"]}
    return _fenced(json.dumps(story, ensure_ascii=False, indent=1), "json")


def _cut(row: dict[str, Any]) -> dict[str, Any]:
    return {k: f"{v[:40]}…" if isinstance(v, str) and len(v) > 40 else v for k, v in row.items()}


def plover_json() -> str:
    """The PLOVER record of one event of the examples."""
    with whowhom.open(example_store(), read_only=True) as store:
        record = next(iter(export_events(store, "plover", status="declined", country="KAZ")))
    lines = [f'  "{name}": {_shortened(value)}' for name, value in record.items()]
    return _fenced("{\n" + ",\n".join(lines) + "\n}", "json")


def export_account() -> str:
    """What an export of the examples to GDELT 2.0 and ICEWS says of itself."""
    lines: list[str] = []
    with whowhom.open(example_store(), read_only=True) as store:
        for format in ("gdelt2", "icews"):
            tally = Tally()
            for _ in export_events(store, format, tally=tally):
                pass
            lines += (f"whowhom: {line}" for line in tally.lines(format))
    return _fenced("\n".join(lines))


def talks_ledger() -> str:
    """The talks of one example page, a line a party."""
    story = _page("2017-03-14")
    lines: list[str] = []
    for talks in gather_talks(_coder().code(story), {story.story_id: story}):
        place = f"{talks.place.name}, {talks.place.country}" if talks.place else "no place"
        lines.append(f"{talks.name} · subject {', '.join(talks.subject) or 'unknown'} · {place}")
        for party in talks.parties:
            why = f" · because of {party.reason}" if party.reason else ""
            lines.append(f"  {party.role:<10} {_named(party.entity):<34} {party.level:<12} {party.status}{why}")
    return _fenced("\n".join(lines) or "(no talks)")


def trace_refusal() -> str:
    """A refusal, step by step."""
    return trace("Turkey refused to attend talks with Russia in Astana, its foreign minister said on Monday.")


def trace_plan() -> str:
    """A promise of aid, step by step."""
    return trace("Iran will supply weapons to the Syrian army, according to a report.")


def trace_alleged() -> str:
    """An alleged attack, step by step."""
    return trace("Rebels allegedly shelled a village near Aleppo on Friday, killing three soldiers.")


def trace(text: str) -> str:
    """How one sentence becomes records: every step's own answer, for a story of 24 January 2017."""
    story = Story("trace", published="2017-01-24", body=(text,))
    lexicon, knowledge = load_lexicon(), load_knowledge()
    tree = Tree(_annotator().annotate(story)[0])
    namer = Namer(tree, knowledge, Memory(None), lexicon.nouns)
    word = [token.text for token in tree.tokens]
    lines = [f"sentence    {text}"]
    for cand in find_candidates(tree, lexicon):
        governors = ", ".join(f"{word[i]} ({effect})" for effect, i in cand.governors) or "none"
        lines += [
            "",
            f"candidate   {word[cand.head]}: act {cand.act}, mode {cand.mode or 'open'}, governed by {governors}",
        ]
        reading = read_status(tree, cand)
        if reading is None:
            lines.append("reading     the sentence says that there was no such act")
            continue
        modes = ", ".join(reading.modes) or "none"
        lines.append(f"reading     {reading.status}: act {reading.act} folds to event {reading.event}, mode {modes}")
        parts = find_participants(tree, cand, reading, namer, lexicon, ())
        for side in ("actor", "recipient"):
            found = ", ".join(_named(named.entity) for named in getattr(parts, side)) or "none"
            lines.append(f"{side:<12}{found}")
        source = attribute(tree, cand, namer, lexicon)
        lines.append(f"says        {source.kind}{f': {source.text}' if source.text else ''}")
    for mention, reasons in _coder().explain(story):
        when, where = mention.when, mention.where
        lines += ["", f"mention     {mention.event} of {mention.act}, {mention.status}, CAMEO {mention.cameo}"]
        lines.append(f"            trigger “{mention.trigger.text}” [{mention.trigger.start}:{mention.trigger.end}]")
        lines.append(f"            when {f'{when.text} = {when.from_}' if when else 'null'}")
        lines.append(f"            where {where.name if where else 'null'}")
        lines.append(f"            confidence {mention.confidence:g}: {'; '.join(_heaviest(reasons))}")
    return _fenced("\n".join(lines))


def _heaviest(reasons: tuple[str, ...]) -> list[str]:
    """The four reasons that weigh most, each with its weight."""
    weights = load_sureness().weights
    found = sorted(reasons, key=lambda reason: -abs(weights.get(reason, 0)))[:4]
    return [f"{reason} {weights[reason]:+g}" for reason in found if reason in weights]


@cache
def _annotator() -> Any:
    return load_annotator(load_lexicon().lemmas)


def _named(entity: Entity) -> str:
    code = " ".join(part for part in (entity.code, entity.sector) if part) or "no code"
    return f"{entity.text} ({code})"


def _fenced(text: str, language: str = "text") -> str:
    # The coder's fingerprint changes with every table: it would make each page stale for no reader's good.
    text = re.sub(r"(whowhom \d+\.\d+\.\d+) [0-9a-f]{8}", r"\1 …", text)
    return f"```{language}\n{text.rstrip()}\n```"


OUTPUTS: dict[str, Callable[[], str]] = {
    make.__name__: make
    for make in (
        events_table, one_mention, one_story, plover_json, export_account, talks_ledger,
        trace_refusal, trace_plan, trace_alleged,
    )
}  # fmt: skip

# --- writing ----------------------------------------------------------------------------------------------


def fill(page: str) -> str:
    """The page with every shown output as it comes out today."""
    return _BLOCK.sub(lambda block: f"{block[1]}{OUTPUTS[block[2]]()}\n{block[3]}", page)


def fresh_pages() -> Iterator[tuple[Path, str]]:
    """Every page that holds something generated, with the text it should have."""
    for name, write in PAGES.items():
        yield DOCS / name, write()
    for path in [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]:
        if path.name not in PAGES and _BLOCK.search(text := path.read_text(encoding="utf-8")):
            yield path, fill(text)


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check only say which would change; 1 when one would."""
    stale = [
        (path, text) for path, text in fresh_pages() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        print(f"{'out of date' if '--check' in arguments else 'written'}: {path.relative_to(ROOT)}")
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
