"""quizgen: quizzes and flashcards in which no fact travels without its source."""

__version__ = "0.1.0"
