"""Sentences of many kinds about talks, and whom the ledger gives which part."""

import csv
from pathlib import Path

import pytest

from whowhom import Coder
from whowhom.records import Story
from whowhom.talks import gather_talks

LEADS = {
    "S": "ADDIS ABABA, March 4 (AFP) - Peace talks on South Sudan opened in Addis Ababa on Monday.",
    "V": "OSLO, March 4 (Reuters) - Talks on the crisis in Venezuela resumed in Oslo on Monday.",
    "K": "BEIJING, March 4 (Xinhua) -- Six-party talks on North Korea's nuclear programme resumed in Beijing on Monday.",
    "L": "BERLIN (AP) — A conference on Libya opened in Berlin on Monday.",
    "C": "HAVANA — Colombia peace talks resumed in Havana on Monday.",
    "Y": "GENEVA (Reuters) - Peace talks on Yemen opened in Geneva on Monday.",
    "N": "VIENNA — Nuclear talks on Iran opened in Vienna on Monday.",
    "E": "PRETORIA, March 4 (AFP) - Peace talks on Ethiopia opened in Pretoria on Monday.",
    "A": "DOHA, March 4 — Afghan peace talks opened in Doha on Monday.",
    "U": "MINSK — Talks on the conflict in Ukraine opened in Minsk on Monday.",
}


def _rows():
    lines = (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader([line for line in lines if line[0] != "#"], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def coder():
    return Coder()


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["sentence"][:50])
def test_who_has_which_part(coder, row):
    body = (LEADS[row["lead"]], row["sentence"])
    story = Story(story_id="s", published="2019-03-04T18:00:00+00:00", body=body)
    talks = gather_talks(list(coder.code(story)), {"s": story})
    told = {f"{party.entity.code} {party.role}" for item in talks for party in item.parties}
    assert "; ".join(sorted(told)) == row["parties"].replace("-", "")
