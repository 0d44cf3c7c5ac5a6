"""What was expected, and what became of it."""

import pytest

from whowhom.link import Report, follow
from whowhom.records import Attribution, When

DAY = When("Jan. 23", 0, 7, "2017-01-23", "2017-01-23", "day")


@pytest.fixture
def report(make_mention):
    def make(name, status, published, **changes):
        return Report(make_mention(name, f"s-{name}", status=status, **changes), published, "one.example", f"s-{name}")

    return make


def outcome(reports, as_of="2017-02-28"):
    found = follow("ev-1", reports, as_of)
    return None if found is None else (found.outcome, found.settled)


def test_announced_and_held(report):
    reports = [report("m2", "occurred", "2017-01-24"), report("m1", "planned", "2017-01-20", when=DAY)]
    assert outcome(reports) == ("came_true", "2017-01-24")
    assert outcome(reports, "2017-01-22") == ("due", None)


def test_announced_and_called_off(report):
    assert outcome([report("m1", "planned", "2017-01-20", when=DAY), report("m2", "cancelled", "2017-01-22")]) == (
        "dropped",
        "2017-01-22",
    )


def test_its_day_passes(report):
    planned = report("m1", "planned", "2017-01-20", when=DAY)
    assert outcome([planned], "2017-01-23") == ("due", None)
    assert outcome([planned], "2017-01-24") == ("passed", "2017-01-23")


def test_without_a_day_it_is_waited_for_some_weeks(report):
    promised = report("m1", "planned", "2017-01-20")
    assert outcome([promised], "2017-02-10") == ("due", None)
    assert outcome([promised], "2017-03-10") == ("passed", "2017-02-19")


def test_a_day_that_was_put_off_counts_as_said_last(report):
    later = When("Feb. 8", 0, 6, "2017-02-08", "2017-02-08", "day")
    reports = [report("m1", "planned", "2017-01-20", when=DAY), report("m2", "planned", "2017-01-22", when=later)]
    found = follow("ev-1", reports, "2017-02-01")
    assert (found.due_from, found.outcome) == ("2017-02-08", "due")


def test_a_threat_is_an_expectation_a_mere_may_is_not(report):
    assert outcome([report("m1", "conditional", "2017-01-20", event="THREATEN", act="ASSAULT")]) is not None
    assert outcome([report("m1", "conditional", "2017-01-20", event="ASSAULT", act="ASSAULT")]) is None


def test_what_was_done_before_anybody_announced_it(report):
    assert outcome([report("m1", "occurred", "2017-01-20"), report("m2", "planned", "2017-01-21")]) is None


def test_who_said_so_once_a_source(report, make_mention):
    named = Attribution("named", "Lavrov", 0, 6)
    reports = [
        report("m1", "planned", "2017-01-20"),
        report("m2", "planned", "2017-01-21", attribution=named),
        Report(make_mention("m3", "s-m3", status="planned"), "2017-01-20", "two.example", "s-m1"),
    ]
    said = follow("ev-1", reports, "2017-01-25").said
    assert [(voice.mention_id, voice.attribution.kind) for voice in said] == [("m1", "outlet"), ("m2", "named")]


def test_the_day_of_the_report_is_when_it_was_agreed(report):
    agreed = report("m1", "planned", "2017-01-23", when=DAY, act="RETREAT", event="AGREE")
    assert outcome([agreed], "2017-01-24") == ("due", None)
