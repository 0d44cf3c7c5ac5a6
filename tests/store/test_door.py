"""Errors of the file: one clear line that names it, and a store that still opens afterwards."""

import os
import subprocess
import sys
import textwrap

import duckdb
import pytest

from whowhom.errors import StoreError
from whowhom.store import open_store


def write(path, text=b""):
    path.write_bytes(text)
    return path


def test_a_missing_store_is_not_made_by_reading(tmp_path):
    path = tmp_path / "none.duckdb"
    with pytest.raises(StoreError, match="no such store"):
        open_store(path, read_only=True)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"not a database " * 1000])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path, content):
    path = write(tmp_path / "page.html", content)
    with pytest.raises(StoreError, match=r"page\.html: is not a Whowhom store"):
        open_store(path)
    assert path.read_bytes() == content


def test_another_duckdb_file_is_refused_for_reading(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE mine (x INTEGER)")
    with pytest.raises(StoreError, match="not a Whowhom store"):
        open_store(path, read_only=True)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="no such file or folder"):
        open_store(tmp_path / "nowhere" / "news.duckdb")


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path):
    tmp_path.chmod(0o555)
    with pytest.raises(StoreError, match="no permission"):
        open_store(tmp_path / "news.duckdb")


def test_reading_writes_nothing(tmp_path, make_story):
    path = tmp_path / "news.duckdb"
    open_store(path).close()
    with open_store(path, read_only=True) as store, pytest.raises(StoreError, match="may not be written"):
        store.add([(make_story(), [])], "coder 1")


def test_a_store_in_use_by_another_process(tmp_path):
    path = tmp_path / "news.duckdb"
    script = "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match=f"in use by another process .number {other.pid}"):
            open_store(path)
        other.stdin.close()
    open_store(path).close()


FILL = textwrap.dedent(
    """
    import os, sys
    from whowhom.errors import StoreError
    from whowhom.records import Story
    from whowhom.store import open_store

    def stories(first, number):
        for n in range(first, first + number):
            yield Story(f"s{n}", body=tuple(os.urandom(100).hex() for i in range(400))), []

    with open_store(sys.argv[1]) as store:
        store.add(stories(0, 3), "coder 1")
        %s
        try:
            store.add(stories(3, 300), "coder 1")
        except StoreError as error:
            print(error)
    """
)


def fill(path, setup="pass"):
    command = [sys.executable, "-c", FILL % setup, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def check_whole(path, message):
    assert message.startswith(f"{path}: ")
    assert message.count("\n") == 1
    with open_store(path) as store:
        ids = [row["story_id"] for row in store.stories()]
        assert {"s0", "s1", "s2"} <= set(ids)
        assert len(ids) < 303
        assert all(len(row["body"]) == 400 for row in store.stories())


def test_a_file_that_may_not_grow(tmp_path):
    pytest.importorskip("resource", reason="limits of file size are of Unix")
    limit = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        " resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, resource.RLIM_INFINITY))"
    )
    message = fill(tmp_path / "news.duckdb", limit)
    assert "may not grow" in message
    check_whole(tmp_path / "news.duckdb", message)


def test_a_full_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a small disk can be mounted by root only")
    try:
        message = fill(disk / "news.duckdb")
        assert "disk is full" in message
        check_whole(disk / "news.duckdb", message)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
