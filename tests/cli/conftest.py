"""A coder that needs no models, pages to read and a way to run commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from whowhom.records import Attribution, Relation

PAGE = """<html lang="en"><head><title>{title}</title><meta property="article:published_time" content="{day}T08:00:00Z">
<link rel="canonical" href="https://one.example/{name}"></head><body><article><h1>{title}</h1>
<p>ASTANA — Russia met Turkey on Monday in the capital of Kazakhstan, said the host in a long statement.</p>
<p>The delegations of both countries are to come together again next month, as was announced after the meeting.</p>
</article></body></html>"""


class FakeCoder:
    """One mention for every paragraph that tells of a meeting, half of them unsure."""

    version = "fake 1"

    def __init__(self, make_mention):
        self.make_mention = make_mention
        self.coded = []

    def code_many(self, stories, *, comments=False, statements=False, min_confidence=0.0):
        for story in stories:
            if "unspeakable" in " ".join(story.body):
                raise ValueError("a page that no parser bears")
            self.coded.append(story.story_id)
            yield (
                story,
                [
                    mention
                    for section, number, text in story.paragraphs(comments=comments)
                    if "meet" in text or " met " in text
                    for mention in [self._mention(story, section, number, text)]
                    if mention.confidence >= min_confidence
                ],
            )

    def _mention(self, story, section, number, text):
        return self.make_mention(
            f"{story.story_id}-{section}-{number}",
            story.story_id,
            text=text,
            section=section,
            paragraph=number,
            file=story.file,
            url=story.url,
            attribution=Attribution("reader" if section == "comment" else "outlet"),
            confidence=0.8 if number == 0 else 0.3,
            coder=self.version,
        )

    def relate(self, rows):
        for uid, *_ in rows:
            yield Relation(uid, "CONSULT", "CONSULT", "occurred", ("meet",), 0.7)


@pytest.fixture
def coder(monkeypatch, make_mention):
    """The stand-in, in the real coder's place."""
    fake = FakeCoder(make_mention)
    monkeypatch.setattr("whowhom.pipeline.Coder", lambda: fake)
    return fake


@pytest.fixture
def pages(tmp_path):
    """A folder with three pages."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(1, 4):
        text = PAGE.format(title=f"Talks open for day {number}", day=f"2017-01-{20 + number}", name=f"p{number}")
        (folder / f"p{number}.html").write_text(text, "utf-8")
    return folder


@dataclass
class Outcome:
    status: int
    out: str
    err: str

    @property
    def rows(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run a command inside this process."""
    for name in [name for name in os.environ if name.startswith("WHOWHOM_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def invoke(*args, stdin=None):
        from whowhom.cli.app import app

        result = CliRunner().invoke(app, [str(arg) for arg in args], input=stdin, catch_exceptions=False)
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return invoke


@pytest.fixture
def shell(tmp_path):
    """Run a command as a person does, in a process of its own."""
    source = Path(__file__).parents[2] / "src"
    env = {**os.environ, "PYTHONPATH": str(source), "XDG_CONFIG_HOME": str(tmp_path / "config"), "COLUMNS": "100"}
    env["XDG_DATA_HOME"] = str(tmp_path / "data")

    def invoke(*args, stdin=None, **options):
        command = [sys.executable, "-m", "whowhom", *map(str, args)]
        done = subprocess.run(command, input=stdin, capture_output=True, text=True, env=env, check=False, **options)
        return Outcome(done.returncode, done.stdout, done.stderr)

    invoke.env = env
    return invoke
