"""Any input to stories: pages, text dumps, tables, feeds and archives."""

from whowhom.read.html import read_page
from whowhom.read.open import open_inputs, read
from whowhom.read.tables import read_record
from whowhom.read.text import read_text

__all__ = ["open_inputs", "read", "read_page", "read_record", "read_text"]
