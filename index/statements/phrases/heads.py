"""What the head of a noun phrase tells of it: a title, an organisation, a document, an anonymous source."""

from __future__ import annotations

from functools import cache

from index.statements.lexicon import grammar, nouns


@cache
def _heads(section: str) -> frozenset[str]:
    words = nouns(section)
    return words | {"ال" + word for word in words}


@cache
def _titles() -> frozenset[str]:
    return _heads("title") | nouns("honorific") | accusatives()


@cache
def accusatives() -> frozenset[str]:
    """Occupations as they stand after لكن and أن: مسؤولا, خبيرا."""
    return frozenset(word + "ا" for word in grammar("indefinite") if len(word) > 3)


def is_head(word: str, section: str) -> bool:
    """Whether the word, with or without the article, is in the section."""
    return word in _heads(section)


def is_title(word: str) -> bool:
    """Whether the word is a person's title or occupation."""
    return word in _titles()
