"""The public surface, pinned."""

import tomllib
from pathlib import Path

import pytest

import whowhom

PUBLIC = [
    *("Attribution", "Author", "AuthorProfile", "Coder", "Comment", "Counts", "Dateline", "Entity", "Event"),
    *("EventMention", "InferredDate", "RecentPost", "Relation", "Sentence", "Skipped", "Span", "Store", "Story"),
    *("Token", "When", "Where", "__version__", "as_dict", "code_inputs", "open", "read"),
]


def test_the_names():
    assert sorted(whowhom.__all__) == sorted(PUBLIC)
    assert set(PUBLIC) <= set(dir(whowhom))


@pytest.mark.parametrize("name", PUBLIC)
def test_every_name_is_there(name):
    assert getattr(whowhom, name) is not None


def test_no_other_name():
    with pytest.raises(AttributeError, match="nonsense"):
        whowhom.nonsense  # noqa: B018


def test_read_stays_a_function_after_its_room_is_imported():
    import whowhom.read.open

    assert callable(whowhom.read)


def test_one_version():
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert whowhom.__version__ == project["version"]


def test_errors_have_one_root():
    from whowhom import errors

    raised = [value for value in vars(errors).values() if isinstance(value, type)]
    assert all(issubclass(error, errors.WhowhomError) for error in raised)
