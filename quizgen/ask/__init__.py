"""One question put to somebody: its words, the order of its options, how an answer is judged."""
