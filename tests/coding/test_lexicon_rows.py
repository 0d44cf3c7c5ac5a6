"""Every row of the verbs' table can fire: none is hidden by an earlier one that asks for less."""

from __future__ import annotations

from whowhom.coding.lexicon import Need, VerbAct, load_lexicon


def is_met_by(need: Need, row: VerbAct) -> bool:
    """Whether whatever meets the row's conditions meets this one too."""
    for other in row.needs:
        same_place = other.slot == need.slot and other.absent == need.absent
        if need.slot == "prep":
            same_place = same_place and set(other.key.split("|")) <= set(need.key.split("|"))
        if same_place and (not need.words or (other.words and other.words <= need.words)):
            return True
        if need.slot == "comp" and other.slot == "inf" and not need.words:
            return True
    return False


def test_no_row_is_hidden() -> None:
    hidden = [
        f"{verb}: line {later.line} ({later.act}) can never fire, line {earlier.line} ({earlier.act}) comes first"
        for verb, rows in load_lexicon().verbs.items()
        for i, later in enumerate(rows)
        for earlier in rows[:i]
        if all(is_met_by(need, later) for need in earlier.needs)
    ]
    assert not hidden, "\n".join(hidden)
