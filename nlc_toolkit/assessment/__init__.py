"""Machine-written assessments: one respondent's answers in one JSON file."""
