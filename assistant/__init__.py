"""The assistant: from a question to an answer whose every word can be opened in its source."""
