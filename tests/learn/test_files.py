"""Gold of every form, read; a bad row costs itself."""

import gzip
import json

import pytest

from whowhom.errors import GoldError
from whowhom.learn import read_gold
from whowhom.learn.parties import covers, party_codes

XML = """<?xml version="1.0" encoding="UTF-8"?>
<Sentences>
<Sentence date="20170124" id="T-1" category="TALKS">
<EventCoding sourcecode="KAZGOV" targetcode="SYR" eventcode="036"/>
<EventCoding sourcecode="---" targetcode="REB" eventcode="1831"/>
<Text>
Kazakhstan offered to host
the talks on Syria.
</Text>
<Parse>(S )</Parse>
</Sentence>
<Sentence date="20170125" id="T-2"><EventCoding noevents="True"/><Text>It rained in Astana.</Text></Sentence>
<Sentence id="T-3"><EventCoding sourcecode="KAZ" targetcode="KAZ" eventcode="010"/><Text>Astana spoke.</Text></Sentence>
<Sentence id="T-4" evaluate="false"><EventCoding eventcode="040"/><Text>They met.</Text></Sentence>
</Sentences>
"""


def write(tmp_path, content, name="gold"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_petrarch_sentences(tmp_path):
    gold = read_gold(write(tmp_path, XML))
    assert (gold.kind, gold.skipped) == ("petrarch", ())
    first, second, none, statement = gold.items
    assert (first.uid, first.day) == ("T-1", "2017-01-24")
    assert first.sentence == "Kazakhstan offered to host the talks on Syria."
    assert (first.event, first.root, first.actors, first.recipients) == ("AGREE", "03", ("KAZ",), ("SYR",))
    assert (second.event, second.root, second.actors, second.recipients) == ("ASSAULT", "18", (), ())
    assert [(item.uid, item.event) for item in (none, statement)] == [("T-2", "none"), ("T-3", "none")]


@pytest.mark.parametrize(
    ("coding", "reason"),
    [
        ('<EventCoding eventcode="---"/><Text>x</Text>', "eventcode '---' is no CAMEO code"),
        ('<EventCoding eventcode="999"/><Text>x</Text>', "eventcode '999' is no CAMEO code"),
        ('<EventCoding eventcode="05x"/><Text>x</Text>', "eventcode '05x' is no CAMEO code"),
        ('<EventCoding error="date"/><Text>x</Text>', "expects an error"),
        ("<Text>x</Text>", "has no EventCoding"),
        ('<EventCoding eventcode="040"/>', "has no Text"),
    ],
)
def test_a_bad_sentence_is_named_with_its_line_and_the_rest_is_read(tmp_path, coding, reason):
    path = write(tmp_path, XML.replace("</Sentences>", f'<Sentence id="bad">{coding}</Sentence>\n</Sentences>'))
    gold = read_gold(path)
    assert len(gold.items) == 4
    (bad,) = gold.skipped
    assert bad.input == f"{path}, line 15"
    assert reason in bad.reason


def test_an_event_told_from_both_sides_is_one_judgement(tmp_path):
    codings = [("RUS", "TUR", "040"), ("TUR", "RUS", "040"), ("TUR", "RUS", "112"), ("RUS", "TUR", "040")]
    told = "".join(f'<EventCoding sourcecode="{s}" targetcode="{t}" eventcode="{c}"/>' for s, t, c in codings)
    gold = read_gold(write(tmp_path, f"<Sentences><Sentence>{told}<Text>They met.</Text></Sentence></Sentences>"))
    assert [(item.event, item.actors) for item in gold.items] == [("CONSULT", ("RUS",)), ("ACCUSE", ("TUR",))]


def test_an_entity_of_the_file_is_not_resolved(tmp_path):
    secret = write(tmp_path, "a secret", "secret")
    text = f'<!DOCTYPE s [<!ENTITY e SYSTEM "{secret.as_uri()}">]>\n' + XML.partition("\n")[2].replace("Syria", "&e;")
    assert "secret" not in read_gold(write(tmp_path, text)).items[0].sentence


RECORDS = [
    {"id": "a", "date": "2017-01-24", "event": ["AID", "AGREE"], "text": "One.", "actor": [{"code": "USA"}], "recipient": []},
    {"id": "b", "event": "FIGHT", "text": "Two.", "source": [{"code": "IGO"}], "target": "diplomatic"},
    {"id": "c", "has_event": False, "text": "Three."},
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(map(json.dumps, RECORDS)),
        json.dumps(RECORDS),
        json.dumps(RECORDS, indent=2),
        "\n".join(json.dumps(record, indent=1) for record in RECORDS),
        "\ufeff" + json.dumps(RECORDS),
    ],
)
def test_plover_records_in_any_layout(tmp_path, text):
    gold = read_gold(write(tmp_path, text))
    assert gold.kind == "plover"
    told = [(item.uid, item.event, item.actors, item.recipients, item.day) for item in gold.items]
    assert told == [
        ("a", "AID", ("USA",), (), "2017-01-24"),
        ("a", "AGREE", ("USA",), (), "2017-01-24"),
        ("b", "ASSAULT", ("IGO",), (), None),
        ("c", "none", (), (), None),
    ]


def test_a_bad_line_of_json(tmp_path):
    lines = [json.dumps(RECORDS[0]), "{", "[]", '{"text": "x", "event": "DANCE"}', '{"text": 3, "event": "AID"}']
    gold = read_gold(write(tmp_path, "\n".join(lines)))
    assert len(gold.items) == 2
    assert [row.input.rpartition("line ")[2] for row in gold.skipped] == ["2", "3", "4", "5"]


def test_marked_pairs_zipped_with_quoted_cells(tmp_path):
    text = (
        'uid\tsentence\tsource\ttarget\tgold_root\n1\t"They ""met"" us."\tThey\tus\tconsult\r\n2\tx\t\ty\tAID\n3\tx\n'
    )
    gold = read_gold(write(tmp_path, gzip.compress(text.encode())))
    (item,) = gold.items
    assert (item.sentence, item.event, gold.kind) == ('They "met" us.', "CONSULT", "pairs")
    assert [row.reason for row in gold.skipped] == ["marks no source or no target", "has too few columns"]


def test_only_people_have_sets(tmp_path):
    with pytest.raises(GoldError, match="has no sets"):
        read_gold(write(tmp_path, json.dumps(RECORDS)), only="A")


def test_codes_of_parties():
    assert party_codes(["ISRGOV", "---GOV", "REB", "IGOUNO", ""]) == ("ISR", "IGO")
    assert covers(("IGO",), ("UNO",), ())
    assert covers(("ISR",), (), ("ISR", None))
    assert not covers(("ISR",), (None,), ("ISR",))
    assert covers((), (), ())
