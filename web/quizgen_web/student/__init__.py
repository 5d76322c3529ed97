"""The student's room: practice, progress, own data, the deck."""
