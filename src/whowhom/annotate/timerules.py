"""The rules behind ``times``: each phrase of English time words as a pattern with the days it means.

Where two rules fit the same words, the first counts.
"""

from __future__ import annotations

from whowhom.annotate.countrules import COUNT_RULES
from whowhom.annotate.daterules import DATE_RULES

RULES = (*DATE_RULES, *COUNT_RULES)
