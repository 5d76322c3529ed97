"""Bank -> quizzes on paper: what they hold, how forms are drawn, changed, and made again."""
