"""Anki decks: Bank -> .apkg."""
