"""Reviews -> what is due, what is known and what comes back when, by FSRS."""
