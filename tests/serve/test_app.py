"""The pages and their JSON twins."""

import re
import subprocess
import sys
from dataclasses import fields

import pytest

from whowhom.errors import ModelMissing, StoreError
from whowhom.records import Event, EventMention, Story

HOSTILE = "<script>"
PAGES = ["/", "/?text=met", "/story/s1", "/story/s1?mention=m2", "/story/s2", "/nowhere", "/?from=never"]


def event_address(client):
    return re.search(r'href="(/event/[^"]+)"', client.get("/").text)[1]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_a_page_s_text_is_markup(client, address):
    text = client.get(address).text
    assert HOSTILE not in text
    assert "javascript:" not in text


def test_the_event_page_escapes_too(client):
    text = client.get(event_address(client)).text
    assert HOSTILE not in text
    assert "&lt;script&gt;" in text  # the headline is shown, as words


def test_what_is_asked_comes_back_escaped(client):
    text = client.get("/?text=%22%3E%3Cscript%3E&country=%22onfocus%3D").text
    assert HOSTILE not in text
    assert '"onfocus' not in text


@pytest.mark.parametrize("address", [*PAGES, "/static/style.css", "/api/events"])
def test_every_answer_forbids_scripts_and_other_sites(client, address):
    headers = client.get(address).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "script-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("address", PAGES)
def test_pages_load_nothing_from_elsewhere(client, address):
    assert not re.search(r'(?:src|<link[^>]+href)="(?:https?:)?//', client.get(address).text)
    assert "url(" not in client.get("/static/style.css").text


def test_every_field_of_the_form_has_a_label(client):
    form = re.search(r"<form.*?</form>", client.get("/").text, re.S)[0]
    without_labels = re.sub(r"<label.*?</label>", "", form, flags=re.S)
    assert len(re.findall(r"<(?:input|select)", form)) == 7
    assert not re.findall(r"<(?:input|select)", without_labels)
    assert '<html lang="en">' in client.get("/").text


@pytest.mark.parametrize(
    ("query", "found"), [("country=KAZ", True), ("country=FRA", False), ("event=CONSULT&status=occurred", True),
                         ("actor=RUS&from=2017-01-01&to=2017-12-31", True), ("to=2016-01-01", False), ("text=nowhere", False)]
)  # fmt: skip
def test_filters(client, query, found):
    assert ("/event/" in client.get(f"/?{query}").text) is found


def test_a_filter_that_cannot_match_is_told_in_the_page(client):
    answer = client.get("/?from=yesterday")
    assert answer.status == 400
    assert "is not a day" in answer.text


def test_the_story_marks_the_chosen_mention_in_place(client):
    text = client.get("/story/s1?mention=m1").text
    for kind, words in (("trigger", "met"), ("actor", "Russia"), ("when", "on Monday"), ("where", "Astana")):
        assert re.search(rf'<mark class="{kind}[^"]*" title="{kind}[^"]*">{words}</mark>', text), kind
    assert 'id="chosen"' in text
    assert re.search(r'href="/story/s1\?mention=m2#chosen"', text)


def test_readers_words_stand_apart_and_nested(client):
    text = client.get("/story/s1").text
    thread = text.split("Readers’ words")[1]
    assert [int(depth) for depth in re.findall(r"depth-(\d)", thread)] == [0, 1, 0]
    assert "to Ann" in thread
    assert "About Ann Writer" in text.split("Readers’ words")[0]


def test_an_undated_story_without_headline_is_shown(client):
    answer = client.get("/story/s2")
    assert answer.status == 200
    assert "Nothing happened." in answer.text


@pytest.mark.parametrize(("address", "record"), [("/api/events", Event), ("/api/mentions?country=RUS", EventMention)])
def test_the_twins_have_the_contract_s_fields(client, address, record):
    rows = client.get(address).json()
    assert list(rows[0]) == [field.name.rstrip("_") for field in fields(record)]


def test_a_story_s_twin(client):
    row = client.get("/api/stories/s1").json()
    assert list(row) == [field.name for field in fields(Story)]
    assert row["comments"][1]["parent"] == 0


def test_a_twin_that_is_not_there(client):
    answer = client.get("/api/stories/none")
    assert (answer.status, list(answer.json())) == (404, ["error"])
    assert client.get("/api/events?limit=many").status == 400
    assert client.get("/api/events?limit=1").json()[1:] == []


@pytest.mark.parametrize("address", ["/event/none", "/story/none", "/static/../app.py", "/api"])
def test_what_is_not_there_is_404(client, address):
    assert client.get(address).status == 404


def test_the_app_is_read_only(client):
    assert client.get("/", method="POST").status == 405


def test_a_file_that_is_no_store_is_told_at_the_start(tmp_path):
    pytest.importorskip("starlette")
    from whowhom.serve import create_app

    with pytest.raises(StoreError, match="no such store"):
        create_app(tmp_path / "none.duckdb")


def test_a_missing_extra_is_named(monkeypatch, store_file):
    from whowhom import serve

    monkeypatch.delitem(sys.modules, "whowhom.serve.app", raising=False)
    monkeypatch.delattr(serve, "app", raising=False)
    monkeypatch.setitem(sys.modules, "starlette", None)
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    with pytest.raises(ModelMissing, match=r"whowhom\[serve\]"):
        serve.create_app(store_file)


def test_the_room_loads_without_its_extra():
    code = "import sys; sys.modules['starlette'] = None; import whowhom.serve; assert 'jinja2' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
