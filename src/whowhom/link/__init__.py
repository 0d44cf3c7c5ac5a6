"""Same happening, many reports: which mentions tell of one event, and what they together say of it."""

from whowhom.link.happening import Happening, find_happening
from whowhom.link.merge import Report, merge_reports
from whowhom.link.stories import link_mentions, link_story
from whowhom.link.windows import event_id, first_days

__all__ = [
    "Happening",
    "Report",
    "event_id",
    "find_happening",
    "first_days",
    "link_mentions",
    "link_story",
    "merge_reports",
]
