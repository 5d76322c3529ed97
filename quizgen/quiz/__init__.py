"""Questions -> what a student is asked, and how the answer is judged."""
