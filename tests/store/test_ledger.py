"""The ledger of talks in the store."""

import duckdb

from whowhom.records import as_dict
from whowhom.store import open_store
from whowhom.talks import Evidence, Party, Talks, TalksPlace


def build_talks(entity, name="Syria peace talks", talks_id="t1"):
    evidence = (Evidence("s1", "body", 0, 4, 9),)
    parties = (
        Party(entity, "invited", "minister", "Sergey Lavrov", "planned", None, "2017-01-23", evidence),
        Party(entity, "declined", "unknown", None, "declined", "the transition", None, ()),
    )
    place = TalksPlace("Astana", "KAZ")
    return Talks(talks_id, name, ("SYR",), place, "2017-01-23", None, 1, parties, ("truce",), ("ev-1",))


def test_what_is_kept_is_what_the_views_show(tmp_path, make_story, make_mention, make_entity):
    ledger = [build_talks(make_entity()), build_talks(make_entity(), "Other talks", "t0")]
    path = tmp_path / "news.duckdb"
    with open_store(path) as store:
        store.add([(make_story(), [make_mention()])], "coder 1")
        assert store.keep_talks(ledger) == 2
    with duckdb.connect(str(path), read_only=True) as raw:
        names = ", ".join(f'"{name}"' for name in as_dict(ledger[0]))
        found = raw.sql(f"SELECT {names} FROM talks ORDER BY position").to_arrow_table().to_pylist()
        assert found == [as_dict(talks) for talks in ledger]
        lines = raw.execute(
            'SELECT talks, party, code, "role", run FROM parties WHERE talks_id = ? ORDER BY position', ["t1"]
        )
        assert lines.fetchall() == [
            ("Syria peace talks", "Sergey Lavrov", "RUS", "invited", 1),
            ("Syria peace talks", "Russia", "RUS", "declined", 1),
        ]


def test_keeping_again_replaces_it(tmp_path, make_entity):
    with open_store(tmp_path / "news.duckdb") as store:
        store.keep_talks([build_talks(make_entity())])
        assert store.keep_talks([]) == 0
    with duckdb.connect(str(tmp_path / "news.duckdb")) as raw:
        assert raw.execute("SELECT (SELECT count(*) FROM talks), (SELECT count(*) FROM parties)").fetchone() == (0, 0)
