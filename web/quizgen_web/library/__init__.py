"""The library: essays, topics, claims, and the search over them."""
