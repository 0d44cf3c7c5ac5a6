"""Sentences to event mentions: candidate acts, their type, mode, status and attribution, and who and whom."""
