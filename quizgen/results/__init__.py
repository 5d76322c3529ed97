"""What came back from a class: responses, and what they say about each question."""
