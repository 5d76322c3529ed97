"""Other people's files -> a draft of a bank; one room a kind of file."""
