from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arabic.sentences import sentences
from index.passages import HARD_LIMIT, LONGEST, PASSAGES_VERSION, estimate_tokens, split
from index.vocabulary import Article, Span

SENTENCE = "أعلنت وزارة الصحة اليوم افتتاح مستشفى جديد في المدينة."  # nine words


def words(text: str) -> int:
    """A token count that a reader of the tests can check by eye."""
    return len(text.split())


def quotes(text: str) -> list[str]:
    return [p.span.of(text) for p in split(Article(text), words)]


def test_a_short_article_is_one_passage() -> None:
    text = " ".join([SENTENCE] * 20)
    (passage,) = split(Article(text, id="خبر-1"), words)
    assert (passage.article_id, passage.number, passage.span) == ("خبر-1", 0, Span(0, len(text)))


def test_passages_are_even() -> None:
    assert [words(q) for q in quotes(" ".join([SENTENCE] * 26))] == [117, 117]
    assert sorted(words(q) for q in quotes(" ".join([SENTENCE] * 50))) == [144, 153, 153]


def test_a_cut_prefers_a_new_paragraph() -> None:
    text = " ".join([SENTENCE] * 15) + "\n" + " ".join([SENTENCE] * 11)
    assert [words(q) for q in quotes(text)] == [135, 99]


def test_a_cut_keeps_a_sentence_with_its_speaker() -> None:
    added = "وأضافت أن العمل في المستشفى سوف يبدأ الأسبوع المقبل."  # nine words
    text = " ".join([SENTENCE] * 13 + [added] + [SENTENCE] * 12)
    assert not any(q.startswith("وأضافت") for q in quotes(text))


def test_a_cut_stays_out_of_a_long_quotation() -> None:
    quoted = "«" + " ".join([SENTENCE] * 10) + "»."
    text = " ".join([SENTENCE] * 8 + [quoted] + [SENTENCE] * 8)
    assert all(q.count("«") == q.count("»") for q in quotes(text))


@pytest.mark.parametrize(
    ("clause", "joint"),
    [
        ("وأكد أن الحكومة تعمل على حل الأزمة، ", "،"),
        ("وأكد أن الحكومة تعمل على حل الأزمة ", "الأزمة"),
        ("كلمة " * 7, "كلمة"),
    ],
)
def test_a_sentence_that_is_too_long_is_divided(clause: str, joint: str) -> None:
    found = quotes(clause * 70)
    assert len(found) > 2
    assert all(words(q) <= LONGEST for q in found)
    assert all(q.endswith(joint) for q in found[:-1])


def test_text_without_white_space_stays_whole() -> None:
    assert split(Article("ا" * 5000))[0].span == Span(0, 5000)


def test_each_sentence_is_counted_once() -> None:
    counted: list[str] = []

    def count(text: str) -> int:
        counted.append(text)
        return words(text)

    text = " ".join(f"الخبر رقم {n} من أخبار هذا اليوم الطويل جدا." for n in range(60))
    split(Article(text), count)
    assert counted == [s.of(text) for s in sentences(text)]


def test_a_quotation_that_is_never_closed_takes_no_longer() -> None:
    text = "«" + "قال الوزير إن الأشغال ستنطلق في الربيع المقبل. " * 12_000  # half a million characters
    start = time.perf_counter()
    assert len(split(Article(text))) > 1000
    assert time.perf_counter() - start < 5  # it took a minute


def test_estimate_tokens() -> None:
    # 14 tokens in multilingual-e5-small.
    assert 11 <= estimate_tokens("قال رئيس الحكومة إن المفاوضات ستستأنف غدا في جنيف.") <= 17
    assert estimate_tokens("") == 0


def test_the_version_is_recorded() -> None:
    assert PASSAGES_VERSION == "1"


PIECES = st.sampled_from(
    [
        SENTENCE,
        "وأضاف ذلك.",
        "\n",
        "«نعم. ",
        "لا».",
        '"',
        "كلمة " * 120,
        "أولا، " * 250,
        "؟",
        "د. سمير",
        "\u200f",
        "\xa0",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=60))
def test_passages_cover_the_article_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    article = Article(text)
    found = split(article, words)
    assert found == split(article, words)
    assert [p.number for p in found] == list(range(len(found)))
    last = 0
    for passage in found:
        span = passage.span
        assert last <= span.start < span.end <= len(text) and not text[last : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        assert words(span.of(text)) <= HARD_LIMIT
        last = span.end
    assert not text[last:].strip()
    if words(text) > LONGEST * 2:
        assert len(found) > 1
