"""Citing: an article's own words, checked when the citation is made."""

from __future__ import annotations

from index.vocabulary import Article, Citation, Span, Statement


def cite(article: Article, span: Span, statement: Statement | None = None) -> Citation:
    """The words of `article` that `span` covers, as a citation; of the `statement` that they support.

    Raises ValueError for an empty span or one that leaves the text: a citation that cannot be opened is a bug.
    """
    if not len(span) or span.end > len(article.text):
        raise ValueError(
            f"[{span.start}, {span.end}) cites nothing in article {article.id} of {len(article.text)} characters"
        )
    return Citation(article.id, span, span.of(article.text), statement)


def stands(citation: Citation, article: Article) -> bool:
    """Whether `citation` stands word for word in `article`."""
    return citation.article_id == article.id and citation.span.of(article.text) == citation.quote


def verify(citation: Citation, article: Article) -> None:
    """Raise ValueError unless `citation` stands word for word in `article`."""
    if not stands(citation, article):
        raise ValueError(f"a citation of {citation.article_id} does not stand in its text at {citation.span.start}")
