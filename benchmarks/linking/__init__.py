"""The link measure: a corpus of retold happenings, its true links, and how link fares on it."""
