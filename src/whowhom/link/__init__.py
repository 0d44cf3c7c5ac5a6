"""Same happening, many reports: which mentions tell of one event, and what they together say of it."""

from whowhom.link.clue import Clue, clue_day, clue_key, iso_day, read_clue
from whowhom.link.leaders import Groups, Item
from whowhom.link.merge import Report, latest_report, merge_reports
from whowhom.link.shelves import shelve
from whowhom.link.stories import event_id, group_copies, group_mentions, link_mentions, link_story

__all__ = [
    "Clue",
    "Groups",
    "Item",
    "Report",
    "clue_day",
    "clue_key",
    "event_id",
    "group_copies",
    "group_mentions",
    "iso_day",
    "latest_report",
    "link_mentions",
    "link_story",
    "merge_reports",
    "read_clue",
    "shelve",
]
