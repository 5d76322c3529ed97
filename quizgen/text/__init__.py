"""Texts by themselves: what counts as the same, numbers, English words, signs that people copy."""
