from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.sources.nesting import Closed, Highlight, Opened, nested
from index.vocabulary import Span


def drawn(text: str, *highlights: Highlight) -> str:
    written = ""
    for event in nested(len(text), highlights):
        if isinstance(event, Span):
            written += event.of(text)
        elif isinstance(event, Opened):
            written += f"<{event.highlight.kind}{event.highlight.number}{'' if event.first else '+'}>"
        else:
            written += f"</{event.highlight.kind}{event.highlight.number}>"
    return written


def test_one_inside_the_other() -> None:
    text = "قال: نعم، ثم انصرف."
    assert drawn(text, Highlight(Span(0, 9), "cited", 0), Highlight(Span(5, 8), "content", 0)) == (
        "<cited0>قال: <content0>نعم</content0>،</cited0> ثم انصرف."
    )


def test_two_that_cross_the_first_stays_whole() -> None:
    assert drawn("abcdef", Highlight(Span(2, 4), "cited", 0), Highlight(Span(1, 6), "content", 3)) == (
        "a<content3>b</content3><cited0><content3+>cd</content3></cited0><content3+>ef</content3>"
    )


def test_equal_runs_and_empty_ones() -> None:
    assert drawn("ab", Highlight(Span(0, 2), "cited", 0), Highlight(Span(0, 2), "content", 0)) == (
        "<cited0><content0>ab</content0></cited0>"
    )
    assert drawn("ab", Highlight(Span(1, 1), "cited", 0)) == "ab"
    assert drawn("", Highlight(Span(0, 0), "cited", 0)) == ""


def test_a_highlight_outside_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="leaves a text of 2 characters"):
        list(nested(2, [Highlight(Span(1, 3), "cited", 0)]))


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.lists(spans, max_size=8))
def test_whatever_overlaps_nests_and_covers_its_run(runs: list[Span]) -> None:
    marked = [Highlight(span, "content", number) for number, span in enumerate(runs)]
    stack: list[Highlight] = []
    covered: dict[int, list[int]] = {number: [] for number in range(len(runs))}
    seen: list[int] = []
    opened = 0
    for event in nested(30, marked):
        if isinstance(event, Opened):
            assert event.first == (event.highlight not in [marked[n] for n in covered if covered[n]])
            stack.append(event.highlight)
            opened += event.highlight.number == 0
        elif isinstance(event, Closed):
            assert stack.pop() == event.highlight  # well nested
        else:
            offsets = range(event.start, event.end)
            seen += offsets
            for one in stack:
                covered[one.number] += offsets
    assert stack == [] and seen == list(range(30))
    assert all(covered[number] == list(range(span.start, span.end)) for number, span in enumerate(runs))
    assert opened <= 1  # the first is never cut
