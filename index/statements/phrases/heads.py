"""What the head of a noun phrase tells of it: a title, an organisation, a document, an anonymous source."""

from __future__ import annotations

from index.statements.lexicon import nouns


def is_head(word: str, section: str) -> bool:
    """Whether the word, with or without the article, is in the section."""
    words = nouns(section)
    return word in words or (word.startswith("ال") and word[2:] in words)


def is_title(word: str) -> bool:
    """Whether the word is a person's title or occupation."""
    return is_head(word, "title") or word in nouns("honorific")
