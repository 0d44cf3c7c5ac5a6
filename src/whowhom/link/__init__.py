"""Same happening, many reports: which mentions tell of one event, and what they together say of it."""

from whowhom.link.alike import likeness
from whowhom.link.clue import Clue, digest, iso_day, read_clue
from whowhom.link.copies import Sketch, is_copy, shelve_sketch, sketch_story, stretch_told
from whowhom.link.leaders import Groups, Item
from whowhom.link.merge import Report, latest_report, merge_reports
from whowhom.link.outlook import OUTCOMES, Expectation, Outcome, Voice, follow
from whowhom.link.shelves import shelve
from whowhom.link.stories import event_id, group_copies, group_mentions, link_mentions, link_story

__all__ = [
    "OUTCOMES",
    "Clue",
    "Expectation",
    "Groups",
    "Item",
    "Outcome",
    "Report",
    "Sketch",
    "Voice",
    "digest",
    "event_id",
    "follow",
    "group_copies",
    "group_mentions",
    "is_copy",
    "iso_day",
    "latest_report",
    "likeness",
    "link_mentions",
    "link_story",
    "merge_reports",
    "read_clue",
    "shelve",
    "shelve_sketch",
    "sketch_story",
    "stretch_told",
]
