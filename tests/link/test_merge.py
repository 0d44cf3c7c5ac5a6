"""What the reports of one happening say together."""

import itertools

from whowhom.link import Report, merge_reports
from whowhom.records import When, Where


def report(mention, published="2017-01-20", site="one.example", source="a"):
    return Report(mention, published, site, source)


def test_status_and_event_are_of_the_latest_report(make_mention):
    planned = report(make_mention("m1", status="planned", event="AGREE"), "2017-01-20")
    held = report(make_mention("m2", status="occurred"), "2017-01-23T10:00:00+06:00")
    event = merge_reports("e", [held, planned])
    assert (event.status, event.event) == ("occurred", "CONSULT")
    assert (event.first_reported, event.last_reported) == ("2017-01-20", "2017-01-23T10:00:00+06:00")
    assert not event.disputed


def test_time_zones_count_in_what_is_latest(make_mention):
    earlier = report(make_mention("m1", status="planned"), "2017-01-23T10:00:00+06:00")
    later = report(make_mention("m2", status="occurred"), "2017-01-23T05:00:00+00:00")
    assert merge_reports("e", [later, earlier]).status == "occurred"


def test_denied_by_one_and_told_by_another_is_disputed(make_mention):
    told = report(make_mention("m1", status="occurred"))
    denied = report(make_mention("m2", "s2", status="denied"), site="two.example", source="b")
    assert merge_reports("e", [told, denied]).disputed


def test_called_off_once_it_was_done_is_disputed(make_mention):
    done, off = (
        report(make_mention(name, status=status)) for name, status in (("m1", "occurred"), ("m2", "cancelled"))
    )
    assert merge_reports("e", [done, Report(off.mention, "2017-01-21", "two.example", "b")]).disputed
    assert not merge_reports("e", [done, Report(off.mention, "2017-01-19", "two.example", "b")]).disputed


def test_old_news_and_looks_back_change_no_status(make_mention):
    held = report(make_mention("m1", status="occurred"), "2017-01-23")
    late = [report(make_mention(f"m-{s}", status=s), "2017-01-25") for s in ("planned", "historical")]
    assert merge_reports("e", [held, *late]).status == "occurred"


def test_copies_of_one_text_are_one_site(make_mention):
    wire = [report(make_mention(f"m{n}", f"s{n}"), site=f"{n}.example") for n in range(3)]
    own = report(make_mention("m9", "s9"), site="own.example", source="b")
    event = merge_reports("e", [*wire, own])
    assert (event.mentions, event.stories, event.sites) == (4, 4, 2)


def test_modes_come_by_count(make_mention):
    modes = [("visit",), ("meet",), ("meet", "visit"), ("meet",)]
    reports = [report(make_mention(f"m{n}", mode=mode)) for n, mode in enumerate(modes)]
    assert merge_reports("e", reports).mode == ("meet", "visit")


def test_the_narrowest_time_and_the_most_told_place_are_taken(make_mention):
    week = When("this week", 0, 9, "2017-01-23", "2017-01-29", "week")
    day = When("Monday", 0, 6, "2017-01-23", "2017-01-23", "day")
    astana = Where("Astana", 0, 6, "Astana", "KAZ", geonameid=1526273)
    country = Where("Kazakhstan", 0, 10, "Kazakhstan", "KAZ")
    reports = [
        report(make_mention("m1", when=week, where=country)),
        report(make_mention("m2", when=day, where=astana)),
        report(make_mention("m3", where=astana)),
    ]
    event = merge_reports("e", reports)
    assert (event.when, event.where) == (day, astana)


def test_the_order_of_reports_does_not_matter(make_mention):
    reports = [
        report(make_mention("m1", status="planned", mode=("visit",)), None),
        report(make_mention("m2", "s2", status="denied", confidence=0.4), "2017-01-21", "two.example", "b"),
        report(make_mention("m3", "s3", status="occurred"), "2017-01-21", None, "b"),
        report(make_mention("m4", "s3", status="occurred"), "2017-01-19", None, "c"),
    ]
    assert len({merge_reports("e", order) for order in itertools.permutations(reports)}) == 1
