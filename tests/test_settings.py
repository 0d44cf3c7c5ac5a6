"""One table of settings: default, file, environment, command line, in that order."""

import pytest

from whowhom.errors import SettingsError
from whowhom.settings import SETTINGS, check_value, load_settings


@pytest.fixture
def file(tmp_path):
    """A settings file with what it is given."""

    def write(text):
        path = tmp_path / "settings.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_every_default_fits_its_own_type():
    for setting in SETTINGS.values():
        assert setting.help
        if setting.default is not None:
            assert check_value(setting, setting.default, "the table") == setting.default


def test_the_nearer_source_wins(file):
    path = file("min_confidence = 0.5\ncomments = true\nlimit = 3\n")
    env = {"WHOWHOM_MIN_CONFIDENCE": "0.6", "WHOWHOM_LIMIT": "4", "HOME": "nowhere"}
    settings = load_settings({"limit": 5, "comments": None}, env, path)
    assert (settings["min_confidence"], settings["comments"], settings["limit"]) == (0.6, True, 5)
    assert settings["statements"] is False


def test_the_user_s_own_file_and_a_named_one(tmp_path, file):
    own = tmp_path / "whowhom" / "settings.toml"
    own.parent.mkdir()
    own.write_text("limit = 1")
    env = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert load_settings(env=env)["limit"] == 1
    assert load_settings(env={**env, "WHOWHOM_SETTINGS": str(file("limit = 2"))})["limit"] == 2


@pytest.mark.parametrize("text", ["yes", "1", "TRUE", "on"])
def test_truth_in_the_environment(text):
    assert load_settings(env={"WHOWHOM_COMMENTS": text})["comments"] is True


@pytest.mark.parametrize(
    ("env", "message"),
    [
        ({"WHOWHOM_STOER": "x"}, "did you mean 'store'"),
        ({"WHOWHOM_LIMIT": "many"}, "limit must be a whole number, not 'many'"),
        ({"WHOWHOM_LIMIT": "-1"}, "at least 0"),
        ({"WHOWHOM_COMMENTS": "perhaps"}, "true or false"),
        ({"WHOWHOM_MIN_CONFIDENCE": "1.5"}, "at most 1"),
        ({"WHOWHOM_FORMAT": "xml"}, "one of table, jsonl, csv, parquet"),
        ({"WHOWHOM_SETTINGS": "nowhere/settings.toml"}, "nowhere"),
    ],
)
def test_wrong_settings_stop_with_a_hint(env, message):
    with pytest.raises(SettingsError, match=message):
        load_settings(env=env)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("limit = true", "whole number"),
        ("colour = 1", "unknown setting"),
        ("limit =", "not TOML"),
        ("store = 3", "text"),
    ],
)
def test_wrong_files_stop_with_a_hint(file, text, message):
    with pytest.raises(SettingsError, match=message):
        load_settings(env={}, file=file(text))


def test_a_whole_number_is_a_number(file):
    assert load_settings(env={}, file=file("min_confidence = 1"))["min_confidence"] == 1.0
