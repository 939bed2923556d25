import pytest

from assistant.answering.clauses import runs
from assistant.answering.lines import Line, analysed
from index.vocabulary import Article, Span

LONG = (
    "قال وزير الري كمال الدريدي، خلال زيارة إلى سد وادي الزيتون، إن الأمطار الأخيرة رفعت مخزون المياه إلى 43 بالمائة، "
    "مؤكدا أن الري سيعود إلى المزارع في الأسبوع المقبل، وأن الوزارة ستراقب القنوات كل يوم تفاديا للتسرب."
)


def line(text: str) -> Line:
    return Line(Article(f"مقدمة. {text}"), 1, Span(7, 7 + len(text)), 0, 0, analysed(text))


def told(text: str, room: int) -> list[str]:
    one = line(text)
    return [run.span.of(one.article.text) for run in runs(one, room)]


@pytest.mark.parametrize("room", [4, 9, 16, 25])
def test_runs_are_whole_words_of_the_line_within_the_room(room: int) -> None:
    one = line(LONG)
    found = runs(one, room)
    assert found
    for run in found:
        words = run.span.of(one.article.text)
        assert 0 < len(words.split()) <= room
        assert one.span.start <= run.span.start < run.span.end <= one.span.end
        assert set(words.split()) <= set(LONG.split())


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("ارتفعت أسعار السمك في الميناء هذا الأسبوع بسبب العاصفة التي منعت القوارب", "بسبب العاصفة"),
        ("زار الوفد مصنع النسيج في المدينة وقد طالب العمال برفع الأجور قبل العيد", "وقد طالب العمال"),
        ("افتتح الوالي معرض الكتاب في القصر مقترحا تنظيمه كل سنة في الربيع", "مقترحا تنظيمه"),
        ("استقبل الرئيس سفير اليابان صباح الأحد وأعلن فتح خط جوي بين البلدين", "وأعلن فتح"),
        ("تأخر القطار ساعتين في محطة الشمال من أجل إصلاح السكة بعد الفيضان", "من أجل إصلاح"),
    ],
)
def test_a_clause_begins_at_a_connective_or_where_reporting_goes_on(text: str, begins: str) -> None:
    assert any(words.startswith(begins) for words in told(text, 8))


def test_a_clause_longer_than_the_room_gives_its_first_words() -> None:
    (words,) = told("كلمة " * 30, 8)
    assert len(words.split()) == 8


def test_first_words_do_not_end_with_one_that_leads_to_the_next() -> None:
    (words,) = told("وصلت شاحنات القمح الأولى إلى الميناء القديم في ساعة مبكرة", 8)
    assert words == "وصلت شاحنات القمح الأولى إلى الميناء القديم"
    assert told("في من إلى على عن مع بين", 3)[0] == "في"


def test_a_clause_of_few_words_belongs_to_the_one_before() -> None:
    found = told("وصل الوفد، مساء، ثم عاد إلى الفندق القريب من الساحة", 7)
    assert not any(words.startswith("مساء") for words in found)
