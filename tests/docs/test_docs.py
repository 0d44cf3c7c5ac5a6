"""The documentation says what the code does: generated pages, commands, settings, fields, links and examples."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import duckdb
import pytest
import typer

from whowhom import records
from whowhom.cli.app import app
from whowhom.learn import Comparison, Confusion, Contrast, HumanReport, LevelScore, Measure, Report, TypeScore
from whowhom.settings import SETTINGS
from whowhom.store import AuthorPage, AuthorRow, KeptStory
from whowhom.store.named import NamedActor
from whowhom.store.questions import RECORDS as COUNTED
from whowhom.talks import Evidence, Party, Talks, TalksPlace

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), ROOT / "benchmarks" / "README.md", *ROOT.glob("changelog.d/*")]
)
RECORDS = [
    records.Story, records.Author, records.AuthorProfile, records.RecentPost, records.Comment, records.Dateline,
    records.InferredDate, records.EventMention, records.Span, records.Entity, records.Attribution, records.When,
    records.Where, records.Counts, records.Event, records.Relation, records.Skipped, AuthorRow, AuthorPage, KeptStory, NamedActor,
    Talks, TalksPlace, Party, Evidence, Report, Measure, TypeScore, Confusion,
    HumanReport, LevelScore, Comparison, Contrast, *COUNTED.values(),
]  # fmt: skip
COMMANDS = {
    f"{name} {inner}".strip(): shown
    for name, command in typer.main.get_command(app).commands.items()  # type: ignore[attr-defined]
    for inner, shown in getattr(command, "commands", {"": command}).items()
}
TEXT_SUFFIXES = {".py", ".md", ".toml", ".tsv", ".txt", ".html", ".css", ".sql", ".jsonl", ".yml", ".yaml", ".svg", ""}
NOT_OURS = {"dist", "build", "node_modules", "__pycache__"}


def _load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "scripts" / "write_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return _load_script()


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


# --- generated --------------------------------------------------------------------------------------------


def test_generated_pages_and_outputs_are_up_to_date(script: ModuleType) -> None:
    stale = [_name(path) for path, text in script.fresh_pages() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run: make docs"


def test_no_shown_output_is_unknown_or_left_open(script: ModuleType) -> None:
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        shown = re.findall(r"<!-- output: (\w+) -->\n```", text)
        assert len(shown) == text.count("<!-- output: ") == text.count("<!-- /output -->"), path
        assert set(shown) <= set(script.OUTPUTS), path


def test_filling_a_page_twice_changes_nothing(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "OUTPUTS", {"one": lambda: "1", "two": lambda: "2"})
    page = "<!-- output: one -->\n<!-- /output -->\nkept\n<!-- output: two -->\nold\n<!-- /output -->\n"
    filled = script.fill(page)
    assert filled == "<!-- output: one -->\n1\n<!-- /output -->\nkept\n<!-- output: two -->\n2\n<!-- /output -->\n"
    assert script.fill(filled) == filled


# --- commands, settings, fields ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_pages_with_its_options(name: str) -> None:
    section = _section(DOCS / "cli.md", f"## whowhom {name}")
    options = {option for param in COMMANDS[name].params for option in param.opts if option.startswith("--")}
    assert [option for option in options - {"--help"} if f"`{option}" not in section] == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_command_and_option_that_a_page_shows_exists(page: Path) -> None:
    for line in _commands_shown(page):
        words = shlex.split(line, comments=True)
        words = words[words.index("whowhom") + 1 :]
        if not words or words[0].startswith("-") or words[0] == "[OPTIONS]":
            continue
        name = next((known for known in (words[0], " ".join(words[:2])) if known in COMMANDS), "")
        assert name, line
        known = {option for param in COMMANDS[name].params for option in [*param.opts, *param.secondary_opts]}
        assert {word for word in words if word.startswith("--")} <= known, line


def _commands_shown(page: Path) -> Iterator[str]:
    """The lines of shell examples, and commands in running text, that call whowhom."""
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"(?s)```sh\n(.*?)```", text):
        for line in block.splitlines():
            if re.match(r"(?:\S+/)?whowhom ", line):
                yield line.replace(".venv/bin/", "")
    yield from re.findall(r"`(whowhom [a-z]+[^`]*)`", text)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_stands_in_the_page_of_settings(name: str) -> None:
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert f"| `{name}` |" in page
    assert f"`{SETTINGS[name].variable}`" in page


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_every_record_stands_in_columns(record: type) -> None:
    page = DOCS / "columns.md"
    level = "##" if f"\n## {record.__name__}\n" in page.read_text(encoding="utf-8") else "###"
    rows = re.findall(r"(?m)^\| (`[^|]*`) \|", _section(page, f"{level} {record.__name__}"))
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(field.name.rstrip("_") for field in fields(record))


def _section(page: Path, heading: str) -> str:
    """The text from a heading to the next one."""
    found = re.search(rf"(?ms)^{re.escape(heading)}\n(.*?)(?=^#|\Z)", page.read_text(encoding="utf-8"))
    assert found is not None, f"no section {heading!r} in {page.name}"
    return found[1]


# --- links ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_resolve(page: Path) -> None:
    text = re.sub(r"(?s)```.*?```", "", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        # The table of results is written by a run that needs the development data.
        assert linked.exists() or linked.name == "RESULTS.md", target
        if anchor:
            assert anchor in _anchors(linked), target


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_is_reached_from_the_index() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = [str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md") if page.name != "index.md"]
    assert [page for page in pages if f"]({page})" not in index] == []


def test_every_room_has_its_page() -> None:
    rooms = [path.parent.name for path in (ROOT / "src" / "whowhom").glob("*/__init__.py")]
    assert [room for room in rooms if not (DOCS / f"{room}.md").exists()] == []


# --- examples that run ------------------------------------------------------------------------------------

SQL = re.findall(r"(?s)```sql\n(.*?)```", (DOCS / "store.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("query", SQL, ids=lambda query: " ".join(query.split())[:40])
def test_sql_examples_run_on_a_store_of_the_examples(script: ModuleType, query: str) -> None:
    with duckdb.connect(str(script.example_store()), read_only=True) as connection:
        rows = connection.execute(query).fetchall()
    assert rows or "skipped" in query


def test_columns_named_in_the_store_page_exist(script: ModuleType) -> None:
    page = (DOCS / "store.md").read_text(encoding="utf-8")
    with duckdb.connect(str(script.example_store()), read_only=True) as connection:
        for view, extra in re.findall(r"(?m)^\| `(\w+)` \| [^|]* \| ([^|]*)\|$", page):
            columns = {row[0] for row in connection.execute(f"DESCRIBE {view}").fetchall()}
            assert set(re.findall(r"`(\w+)`", extra)) <= columns, view


def test_python_of_the_readme_runs(tmp_path: Path) -> None:
    code = re.findall(r"(?s)```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"))[0]
    code = code.replace('"news.duckdb"', repr(str(tmp_path / "news.duckdb")))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "REJECT declined" in done.stdout


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_python_examples_import_what_there_is(page: Path) -> None:
    for block in re.findall(r"(?s)```python\n(.*?)```", page.read_text(encoding="utf-8")):
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("whowhom"):
                module = importlib.import_module(node.module)
                assert [alias.name for alias in node.names if not hasattr(module, alias.name)] == []


def test_toml_examples_are_toml() -> None:
    for page in PAGES:
        for block in re.findall(r"(?s)```toml\n(.*?)```", page.read_text(encoding="utf-8")):
            tomllib.loads(block)


# --- what must not be in the repository -------------------------------------------------------------------


def _text_files() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part not in {".ci", ".gitignore"} for part in parts)
        if path.is_file() and not hidden and not NOT_OURS & set(parts) and path.suffix in TEXT_SUFFIXES:
            yield path


# Put together here, so that this file does not hold what it looks for.
HOMES = re.compile(r"(?<![\w./:-])/(?:" + "|".join(["home", "root", "work", "Users"]) + r")/\w")
HOSTS = re.compile(
    r"\b(?:" + "|".join(["pypi", "files\\.pythonhosted", "test\\.pypi", "anaconda"]) + r")\.org\b|pypi\.python"
)


@pytest.mark.parametrize(("what", "pattern"), [("an absolute path", HOMES), ("a registry's host", HOSTS)])
def test_no_file_names_a_machine_or_a_registry(what: str, pattern: re.Pattern[str]) -> None:
    found = [
        f"{_name(path)}, line {number}"
        for path in _text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == [], what


def test_dependencies_are_pinned_by_content_without_an_index() -> None:
    lines = (ROOT / "requirements" / "model.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert all(re.fullmatch(r"[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}", pin) for pin in pins)
