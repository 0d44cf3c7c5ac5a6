"""A store of hand-made events, and its exports as a script of the peer project reads them."""

from __future__ import annotations

import io

import pytest

from whowhom.export import Tally, export_events, layout_of, write_text
from whowhom.records import Attribution, Counts, When, Where
from whowhom.store import open_store

STORY = {
    "headline": 'Lavrov "meets" Cavusoglu',
    "published": "2017-01-23T20:00:00+03:00",
    "site": "One Example",
    "language": "en",
    "url": "https://one.example/s1",
}


@pytest.fixture
def make_store(tmp_path, make_story):
    """Stories with these mentions in a store that is open."""
    opened = []

    def build(*mentions, **changes):
        by_story = {}
        for mention in mentions:
            by_story.setdefault(mention.story_id, []).append(mention)
        store = open_store(tmp_path / f"{len(opened)}.duckdb")
        opened.append(store)
        pairs = [(make_story(story_id, **(STORY | changes)), found) for story_id, found in by_story.items()]
        store.add(pairs, "coder 1")
        return store

    yield build
    for store in opened:
        store.close()


@pytest.fixture
def meeting(make_mention, make_entity):
    """Russia's foreign minister visits Turkey's government and army in Astana on 22 January 2017."""
    lavrov = make_entity(
        "the minister", "RUS", "GOV", name="Sergey Lavrov", person="Sergey Lavrov", office="foreign minister",
        identifier="Q58217",
    )  # fmt: skip
    return make_mention(
        "m1",
        "s1",
        actor=(lavrov,),
        recipient=(make_entity("Ankara", "TUR", "GOV", name="Turkey", other_sectors=("MIL",)),),
        cameo="042",
        mode=("visit",),
        context=("diplomatic", "natural_resource"),
        intensity=4.0,
        when=When("Sunday", 0, 6, "2017-01-22", "2017-01-22", "day"),
        where=Where("Astana", 0, 6, "Astana", "KAZ", None, 51.1801, 71.44598, 1526273),
        url="https://one.example/s1",
        counts=Counts(participants=3),
        attribution=Attribution("named", "the ministry", 0, 12),
    )


@pytest.fixture
def export():
    """An export as text, and the account of it."""

    def run(store, format, **filters):
        tally, stream = Tally(), io.StringIO()
        write_text(export_events(store, format, tally=tally, **filters), layout_of(format), stream)
        return stream.getvalue(), tally

    return run


@pytest.fixture
def frame(export):
    """An export opened in pandas, columns without a header named as the peer names them, texts as texts."""
    pandas = pytest.importorskip("pandas")

    def read(store, format, **filters):
        layout = layout_of(format)
        text, _ = export(store, format, **filters)
        names = [column.name for column in layout.columns]
        kinds = {"text": str, "number": float}
        dtype = {c.name: kinds[c.kind] for c in layout.columns if c.kind in kinds}
        given = {"header": 0} if layout.header else {"header": None, "names": names}
        found = pandas.read_csv(io.StringIO(text), sep=layout.delimiter, dtype=dtype, **given)
        assert list(found.columns) == names
        return found

    return read
