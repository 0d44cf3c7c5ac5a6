"""The mode that the words round an act tell."""

from __future__ import annotations

import pytest

from tests.coding.trees import candidate, tree_of
from whowhom.coding.modes import find_mode, load_mode_cues
from whowhom.ontology import load_ontology


@pytest.mark.parametrize(
    ("text", "word", "act", "mode"),
    [
        ("Ten rebels were killed in an air strike.", "killed", "ASSAULT", "aerial"),
        ("Gunmen killed a judge.", "killed", "ASSAULT", "firearms"),
        ("A suicide bomber killed two soldiers.", "killed", "ASSAULT", "suicide-attack"),
        ("A drone killed two rebels.", "killed", "ASSAULT", "drone"),
        ("The army attacked the rebels with artillery.", "attacked", "ASSAULT", "heavy-weapons"),
        ("France met Iran at a G7 summit.", "met", "CONSULT", "multilateral"),
    ],
)
def test_a_word_near_the_act_tells_its_mode(text: str, word: str, act: str, mode: str) -> None:
    tree = tree_of(text)
    cue = find_mode(tree, candidate(tree, word), act)
    assert cue is not None
    assert cue.mode == mode


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("The army attacked the rebels.", "attacked", "ASSAULT"),
        ("The army attacked the rebels while a drone maker went bankrupt.", "attacked", "ASSAULT"),
        ("France met Iran.", "met", "SUPPORT"),
    ],
)
def test_no_word_near_it_tells_none(text: str, word: str, act: str) -> None:
    tree = tree_of(text)
    assert find_mode(tree, candidate(tree, word), act) is None


def test_every_cue_names_a_mode_and_a_code_of_the_ontology() -> None:
    ontology = load_ontology()
    for act, cues in load_mode_cues().items():
        assert all((act, cue.mode) in ontology.modes for cue in cues)
        assert all(cue.cameo[:2].isdigit() for cue in cues)
