"""Papers for the printer: PDF, DOCX, HTML, flashcards, and the teacher's packet."""
