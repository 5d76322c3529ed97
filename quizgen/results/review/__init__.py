"""A person looks at what the machine did not read for sure: one row at a time, by keys.

The page is served on this machine only, under an address that holds a secret. Each decision is
written down at once.
"""
