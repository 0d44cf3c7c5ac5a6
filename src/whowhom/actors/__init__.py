"""Who: states, organisations, office-holders and groups, and whom a phrase names on a day."""

from whowhom.actors.knowledge import Knowledge, load_knowledge
from whowhom.actors.resolve import Resolved, resolve

__all__ = ["Knowledge", "Resolved", "load_knowledge", "resolve"]
