import datetime as dt

from assistant.generated.evidence import Source
from assistant.generated.support import ENOUGH, narrow, share
from index.arabic.analyser import tokens
from index.vocabulary import Article, Span

ARTICLE = Article(
    "انعقد المجلس صباحا في العاصفة. وقالت وزيرة النقل سلمى الراوي إن الميناء سيبقى مفتوحا. وأضافت أن السفن الراسية "
    "بلغت 43 سفينة. ورفض النقيب التعليق.",
    title="جلسة المجلس البلدي",
    date=dt.date(2024, 1, 20),
)
SOURCE = Source("K7QF", ARTICLE, Span(0, len(ARTICLE.text)))


def words(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


def test_the_share_counts_title_and_day() -> None:
    assert share(words("الميناء سيبقى مفتوحا"), [SOURCE]) == 1.0
    assert share(words("جلسة المجلس البلدي في 20 جانفي 2024"), [SOURCE]) == 1.0
    assert share(words("استقال العمدة بعد فضيحة مالية"), [SOURCE]) < ENOUGH
    assert share(words("الميناء سيغلق"), [SOURCE]) == 0.5
    assert share(frozenset(), [SOURCE]) == 1.0
    assert share(words("الميناء"), []) == 0.0


def test_the_sentence_that_bears_it_out() -> None:
    span = narrow(words("أكدت الوزيرة أن الميناء سيبقى مفتوحا"), SOURCE)
    assert span.of(ARTICLE.text) == "وقالت وزيرة النقل سلمى الراوي إن الميناء سيبقى مفتوحا."


def test_a_neighbour_that_adds_words_comes_with_it() -> None:
    span = narrow(words("قالت الراوي إن الميناء سيبقى مفتوحا وإن السفن الراسية 43"), SOURCE)
    assert span.of(ARTICLE.text).startswith("وقالت وزيرة")
    assert span.of(ARTICLE.text).endswith("43 سفينة.")


def test_what_is_quoted_decides() -> None:
    at = ARTICLE.text.index("التعليق")
    span = narrow(words("الميناء سيبقى مفتوحا"), SOURCE, [Span(at, at + 7)])
    assert span.of(ARTICLE.text) == "ورفض النقيب التعليق."


def test_a_source_inside_the_article_keeps_its_place() -> None:
    start = ARTICLE.text.index("وأضافت")
    inside = Source("K7QF", ARTICLE, Span(start, len(ARTICLE.text)))
    assert narrow(words("الميناء 43"), inside).of(ARTICLE.text) == "وأضافت أن السفن الراسية بلغت 43 سفينة."
