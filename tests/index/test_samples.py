import datetime as dt
import difflib
import itertools
import re
from collections import Counter
from importlib.resources import files

import pytest

from index.samples import articles, questions
from index.vocabulary import Article

ARTICLES = articles()
BY_ID = {article.id: article for article in ARTICLES}
EVERYTHING = "\n".join(f"{article.title}\n{article.text}" for article in ARTICLES)


def _questions_with_article() -> list[tuple[str, str]]:
    """(what the comment before the question says, the question), from the file itself."""
    lines = (files("index.samples") / "questions.txt").read_text(encoding="utf-8").splitlines()
    return [(comment[1:].strip(), line) for comment, line in itertools.pairwise(lines) if not line.startswith("#")]


# The words of the article that answer the question.
ANSWERS = {
    "sample-02": "نفت إدارة سد وادي الخرار، الثلاثاء، وجود أي تشققات",
    "sample-01": "يبلغ ٣٨ بالمئة من طاقته",
    "sample-10": "قدّر المدير العام لشركة المرافئ المتحدة، منذر الجلاصي، النسبة بـ30 بالمائة",
    "sample-07": "تكلفة إنتاج الكيلو تبلغ 14 جنيها",
    "sample-18": "مساء اليوم الأربعاء 17 شتنبر 2025، إقالة المدرب",
    "sample-20": "46 ألف طفل تتراوح أعمارهم بين عام واحد و12 عاما، وتستمر حتى 30 تشرين الأول",
    "sample-27": "اكتشاف بقايا قصر يُرجح أنه نبطي",
    "sample-31": "186 كيلومترا تقطع في ساعة و40 دقيقة",
    "sample-35": "شبكة «المحبرة» لمراقبة الانتخابات قدرت النسبة بـ29 بالمئة",
    "sample-26": "مؤتمر صحافي عقدته الأربعاء في بيت المحامي في بيروت",
    "sample-44": "«بعد 40 دقيقة من العطل",
}


def test_every_article_is_whole_and_its_own() -> None:
    assert [article.id for article in ARTICLES] == [f"sample-{number:02}" for number in range(1, 49)]
    assert len({article.url for article in ARTICLES}) == 48
    for article in ARTICLES:
        assert all((article.title, article.source, article.author, article.category)), article.id
        assert article.url.startswith("https://example.org/"), article.id
        assert article.date and dt.date(2025, 1, 1) <= article.date <= dt.date(2026, 12, 31), article.id


def test_lengths_run_from_a_brief_to_a_report() -> None:
    words = sorted(len(article.text.split()) for article in ARTICLES)
    assert words[0] < 30
    assert words[1] >= 80
    assert words[-1] <= 260


def test_many_outlets_and_months() -> None:
    assert len({article.source for article in ARTICLES}) == 10
    assert len({(article.date.year, article.date.month) for article in ARTICLES if article.date}) >= 15


@pytest.mark.parametrize(
    "written",
    [
        "يناير، سبتمبر، تموز، كانون الثاني، تشرين الأول، جانفي، جويلية، أفريل، أوت، غشت، شتنبر",
        "13 شعبان 1447هـ، 8 ذي القعدة، ٢٢ تشرين الثاني، 24 محرم، 6 تشرين الثاني",
        "مشيرا إلى أن، مؤكدة أن، لافتًا إلى، نافيةً، على حد قوله، بحسب محضر، بحسب البعد، وتجدر الإشارة",
        "فضّل عدم ذكر اسمه، طلب عدم الكشف عن هويته، رفض التعليق، في بيان مشترك، المتحدث الرسمي باسم",
        "ونقلت وكالة القطا للأنباء عن المتحدثة باسم الهيئة داليا القصبي قولها إن، تغريدة، حصلت عليه",
        "أكرم شاكر الساعدي، اكرم الساعدي، القصبى، قموه، قموة، عبد العالي، عبدالعالي، بيلليني",
        "عـــاجل، فُرِضَتْ عَلَى، إلىأن، فيالمدينة، ».وأضاف، واوضح ان، الليليه، الهيئة\u00a0لا",
    ],
    ids=["months", "days", "attribution", "voices", "media", "names", "ugly"],
)
def test_the_samples_hold(written: str) -> None:
    assert [form for form in written.split("، ") if form not in EVERYTHING] == []


def test_only_the_near_duplicate_wire_repeats_words() -> None:
    runs = {article.id: _four_word_runs(article) for article in ARTICLES}
    alike = {
        (a, b)
        for a, b in itertools.combinations(runs, 2)
        if len(runs[a] & runs[b]) > 0.5 * min(len(runs[a]), len(runs[b]))
    }
    assert alike == {
        *itertools.combinations(("sample-11", "sample-12", "sample-13"), 2),
        *itertools.combinations(("sample-39", "sample-40", "sample-41"), 2),
        ("sample-28", "sample-29"),
    }


def test_one_article_stands_unchanged_in_a_second_outlet() -> None:
    copies = [text for text, count in Counter(article.text for article in ARTICLES).items() if count > 1]
    assert copies == [BY_ID["sample-28"].text]
    assert BY_ID["sample-28"].source != BY_ID["sample-29"].source
    near = difflib.SequenceMatcher(None, BY_ID["sample-11"].text.split(), BY_ID["sample-13"].text.split()).ratio()
    assert 0.9 < near < 1


@pytest.mark.parametrize("pair", ["«»", "“”", "‘’", '""'])
def test_marks_of_each_kind(pair: str) -> None:
    assert re.search(f"{pair[0]}[^{pair}\n]{{3,}}{pair[1]}", EVERYTHING)


def test_marks_nested_and_marks_left_open() -> None:
    assert re.search('«[^«»\n]*"[^"\n]+"[^«»\n]*»', EVERYTHING)
    assert BY_ID["sample-13"].text.count("«") == BY_ID["sample-13"].text.count("»") + 1
    assert BY_ID["sample-42"].text.count('"') == 1


def test_one_sentence_runs_past_a_hundred_words() -> None:
    assert max(len(sentence.split()) for sentence in re.split(r"[.؟!\n]", BY_ID["sample-36"].text)) > 100


def test_questions_are_shown_without_their_comments() -> None:
    assert questions() == [question for _, question in _questions_with_article()]
    assert len(questions()) == 12
    assert not any("#" in question or "sample" in question for question in questions())


def test_each_question_but_the_last_has_its_answer_word_for_word() -> None:
    *answered, last = _questions_with_article()
    assert [article_id for article_id, _ in answered] == list(ANSWERS)
    for article_id, words in ANSWERS.items():
        assert words in BY_ID[article_id].text, article_id
    assert last[0] == "no article"
    assert "وزير المالية" in last[1]
    assert "وزير المال" not in EVERYTHING


def _four_word_runs(article: Article) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", article.text)
    return set(zip(*(words[i:] for i in range(4)), strict=False))
