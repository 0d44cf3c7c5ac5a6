"""The ledger of negotiations: who called them, who was asked, who comes and at what rank, who stays away and why."""

from whowhom.talks.ledger import gather_talks, is_called
from whowhom.talks.records import Evidence, Party, Role, Talks, TalksPlace

__all__ = ["Evidence", "Party", "Role", "Talks", "TalksPlace", "gather_talks", "is_called"]
