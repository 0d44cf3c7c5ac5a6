"""The lexicon: which row of a verb is taken, and what the loader refuses, with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.coding.trees import lexicon
from whowhom.annotate.models import load_model
from whowhom.coding import rows
from whowhom.coding.lexicon import Need, Surroundings, holds, load_lexicon
from whowhom.errors import LexiconError

Break = Callable[[str, str], None]


@pytest.fixture
def add_row(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Adds a line to one table, as a careless editor would."""

    def add(table: str, line: str) -> None:
        texts = {name: rows.read_table(name) for name in ("classes.tsv", "verbs.tsv", "nouns.tsv", "frames.tsv")}
        texts |= {name: rows.read_table(name) for name in ("governors.tsv", "modes.tsv")}
        texts[table] = texts[table].rstrip("\n") + f"\n{line}\n"
        monkeypatch.setattr(rows, "read_table", texts.__getitem__)
        monkeypatch.setattr("whowhom.coding.lexicon.read_table", texts.__getitem__)

    return add


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("verbs.tsv", "zap\tobj:*\tASSAULT\t-\t19", "5 columns, expected 6"),
        ("verbs.tsv", "zap\tobj:*\tATTACK\t-\t19\tobj", "'ATTACK' is no PLOVER type"),
        ("verbs.tsv", "zap\tobj:*\tASSAULT\tarrest\t19\tobj", "'arrest' is no mode of ASSAULT"),
        ("verbs.tsv", "zap\tobj:@NOSUCH\tASSAULT\t-\t19\tobj", "unknown class @NOSUCH"),
        ("verbs.tsv", "zap\tfoo:*\tASSAULT\t-\t19\tobj", "unknown condition 'foo:\\*'"),
        ("nouns.tsv", "zapping\t-\t-\tATTACK\t-\t19\ton\tno", "'ATTACK' is no PLOVER type"),
        ("nouns.tsv", "zapping\t-\t-\tASSAULT\t-\t19\ton", "7 columns, expected 8"),
        ("frames.tsv", "zap\tcomp\texplode", "unknown effect 'explode'"),
        ("frames.tsv", "zap\tcomp", "2 columns, expected 3"),
        ("governors.tsv", "noun\tzapping\texplode", "unknown kind or effect"),
        ("governors.tsv", "pronoun\tzapping\tplan", "unknown kind or effect"),
        ("classes.tsv", "ZAPS", "1 columns, expected 2"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(table: str, line: str, reason: str, add_row: Break) -> None:
    number = len(rows.read_table(table).rstrip("\n").splitlines()) + 1
    add_row(table, line)
    with pytest.raises(LexiconError, match=reason) as caught:
        load_lexicon()
    assert (caught.value.file, caught.value.line) == (table, number)


def test_a_new_row_changes_the_version(add_row: Break) -> None:
    before = lexicon().version
    add_row("verbs.tsv", "zap\tobj:*\tASSAULT\t-\t19\tobj")
    after = load_lexicon()
    assert after.version != before
    assert "zap" in after.lemmas


def test_more_conditions_win_over_fewer(add_row: Break) -> None:
    add_row("verbs.tsv", "zap\tobj:*\tASSAULT\t-\t19\tobj\nzap\tobj:@AID\tAID\t-\t07\tto\nzap\t-\tACCUSE\t-\t11\t-")
    zap = load_lexicon()
    assert [
        getattr(zap.verb_row("zap", around), "act", None)
        for around in (
            Surroundings(obj=("aid",), has_obj=True),
            Surroundings(obj=("rebel",), has_obj=True),
            Surroundings(),
        )
    ] == ["AID", "ASSAULT", "ACCUSE"]


def test_a_dash_row_blocks_the_verb(add_row: Break) -> None:
    add_row("verbs.tsv", "zap\tobj:*\tASSAULT\t-\t19\tobj\nzap\tobj:time\t-\t-\t-\t-")
    zap, killing_time = load_lexicon(), Surroundings(obj=("time",), has_obj=True)
    killing_rebels = Surroundings(obj=("rebel",), has_obj=True)
    assert [getattr(zap.verb_row("zap", a), "act", None) for a in (killing_time, killing_rebels)] == ["-", "ASSAULT"]


def test_an_unknown_verb_names_no_act() -> None:
    assert lexicon().verb_row("yodel", Surroundings()) is None


AROUND = Surroundings(
    obj=("talk",), has_obj=True, particles=frozenset({"down"}), preps={"with": ("iran",)}, comp=True, comp_verbs=("go",),
    acomp="guilty", modifiers=frozenset({"joint"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (Need("obj"), True),
        (Need("obj", absent=True), False),
        (Need("obj", words=frozenset({"talk"})), True),
        (Need("obj", words=frozenset({"aid"})), False),
        (Need("prt", words=frozenset({"down"})), True),
        (Need("prt", words=frozenset({"up"})), False),
        (Need("prep", "with"), True),
        (Need("prep", "to|with"), True),
        (Need("prep", "to"), False),
        (Need("prep", "with", frozenset({"iran"})), True),
        (Need("prep", "with", frozenset({"iraq"})), False),
        (Need("comp"), True),
        (Need("comp", words=frozenset({"go"})), True),
        (Need("comp", words=frozenset({"come"})), False),
        (Need("inf"), False),
        (Need("dative"), False),
        (Need("acomp", words=frozenset({"guilty"})), True),
        (Need("oprd", words=frozenset({"guilty"})), False),
        (Need("mod", words=frozenset({"joint"})), True),
    ],
)
def test_conditions_look_at_the_words_around(need: Need, expected: bool) -> None:
    assert holds(need, AROUND) is expected


def test_the_past_of_every_regular_verb_leads_back_to_it() -> None:
    nlp, _ = load_model()
    past = re.compile(r"[a-z]+ed")
    verbs = [lemma for lemma in lexicon().verbs if lemma.isalpha() and not lemma.endswith(("ed", "unfrozen"))]
    irregular = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]  # type: ignore[attr-defined]
    others = {verb for form, (verb, *_) in irregular.items() if not past.fullmatch(form) and not form.endswith("ing")}
    regular = [verb for verb in verbs if verb not in others | {"be", "blackout"}]
    doubled = {verb: form for form, (verb, *_) in irregular.items() if past.fullmatch(form)}
    words = [doubled.get(v) or (f"{v}d" if v.endswith("e") else f"{v}ed") for v in regular]
    found = [
        next(t.lemma_ for t in doc if t.i == 3) for doc in nlp.pipe(f"The rebels had {word} it." for word in words)
    ]
    assert len(regular) > 1000
    assert [pair for pair in zip(words, found, strict=True) if pair[1] not in lexicon().verbs] == []
