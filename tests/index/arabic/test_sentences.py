from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arabic.sentences import LONGEST_SENTENCE, divide, sentences
from index.vocabulary import Span

CHECK = Path(__file__).parents[4] / "shared" / "reference" / "sentence_split_check.txt"

# A | stands for the white space (or nothing, where words are glued) between two sentences.
CASES = [
    "وصل الوفد صباح اليوم.|وعقد اجتماعا مغلقا.",
    "هل تصمد الهدنة؟|سؤال بلا جواب!|هذا ما يراه المراقبون.",
    "عنوان بلا نقطة\n|ثم الخبر.",
    "استقبل د. وليد الخطيب أ.د. سمير عوض وم. هشام كامل.|وحضر اللقاء د. نبيل.",
    "نقلت (أ.ف.ب) عن مصدر أمني قوله ذلك.|وأفادت د.ب.أ بأن الوضع هادئ.",
    "وبثت (بي.بي.سي) المقابلة.|وكتب جون إف. كيري رسالة.|ونقلتها بي بي سي.|ثم حذفتها.",
    "بلغ النمو 3.5 في المئة، والعجز ٤٫٢.|وفاز الأهلي 2-1.|وكان ذلك يوم 18.01.2017.|وانتهى.",
    "سجل الموقع www.example.com زيارات كثيرة.|وللمزيد https://example.com/ar/خبر.html?id=5 اليوم.|انتهى.",
    "نشرت العربية.نت الخبر.|ونفاه الناطق.",
    'قال: "لن نتراجع. سنواصل العمل. هذا قرارنا".|وأضاف أن الموعد غدا.',
    "قال: «نحن جاهزون. ننتظر القرار.»|وغادر القاعة.",
    "برنامج «لماذا؟» يعود الليلة.|ويقدمه سامي.",
    'سأل "من المسؤول؟" ثم صمت.|وقال آخر شيئا.',
    'وكتب"العهد"في ب"النهضة".|وقال "لا " ثم مضى.|وعاد "نعم ".',
    "انتهى اللقاء في عمّان.|وقال الوزير إنه مثمر.",
    "أعلنت الوزارة ذلك .|وأضافت أنها ستتابع .|من جهته نفى الحزب.",
    "1. تعزيز التعاون.\n|2. وأكد المجتمعون دعم الاستثمار.\n|3- الختام",
    "أطول الأنهار 1. النيل 2. الأمازون 3. اليانغتسي",
    "فاز بنتيجة 3 مقابل 2.|وغادر الملعب.",
    "في شهر يونيو .2016 وما بعده.|انتهى.",
    'كانت البلدة هادئة" بحسب قوله.|وأضاف أن "الأمور بخير".',
    "العاصمة.. مدينة لا تنام... هكذا قالوا.|انتهى.",
    "هذا ما جرى...|وأضاف الشاهد أنه رأى كل شيء.",
    "يقيم ببيروت شركة (ش.م.ل.) للنشر.|وصندوقها ص.ب. 1234 بيروت.",
    "في سنة 2010م. كانت البلاد مستقرة.|وتغير ذلك سنة 1438هـ.|وقال المؤرخ ذلك.",
    "يلعب المنتخب في المجموعة د.|ويلتقي مصر غدا.",
    "بكلفة 13.5 م.د. للمشروع.|وانطلقت الأشغال.",
    "جاء القرار مفاجئا (!) للجميع.|حقا (هل هذا صحيح؟) لا أحد يدري.",
    "سرعة الريح 30 كلم/س.|والبحر هادئ.",
    "قال ذلك.\u200f|وأضاف\u00a0شيئا.\u00a0\u00a0|كما أكد الخبر.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    text = case.replace("\n|", "\n").replace("|", " ")
    assert [s.of(text) for s in sentences(text)] == [part.strip() for part in case.split("|")]


def test_a_missing_blank_after_the_stop() -> None:
    text = 'انتهى اللقاء.وقال الوزير إنه مثمر.ثم "غادر".وعاد سنة 2016.واختفى'
    assert [s.of(text) for s in sentences(text)] == [
        "انتهى اللقاء.",
        "وقال الوزير إنه مثمر.",
        'ثم "غادر".',
        "وعاد سنة 2016.",
        "واختفى",
    ]


@pytest.mark.parametrize("mark", ['"', "«", "“"])
def test_an_unclosed_quotation_swallows_nothing(mark: str) -> None:
    text = f"قال {mark}إن الوضع صعب. وأضاف أن الحل قريب. وختم بالشكر.\nوقالت «نعم». وانصرفت."
    assert len(sentences(text)) == 5


def test_an_endless_quotation_is_cut() -> None:
    text = "قال «" + "هذا كلام طويل جدا عن الحال. " * 30 + "».  وانتهى."
    assert len(sentences(text)) >= 30


def test_a_sentence_without_end_is_divided_outside_quotations() -> None:
    text = "وأكد الوزير أن الحكومة، «بكل أعضائها، تعمل ليلا ونهارا»، من أجل حل الأزمة الحالية، " * 20
    found = sentences(text)
    assert all(len(s.of(text).split()) <= LONGEST_SENTENCE for s in found)
    assert all(s.of(text).count("«") == s.of(text).count("»") for s in found)


def test_divide_needs_a_break() -> None:
    text = "كلمة " * 20
    assert divide(text, Span(0, 99), 2) == [Span(0, 99)]
    assert [len(s) for s in divide(text, Span(0, 99), 2, anywhere=True)] == [49, 49]


@pytest.mark.parametrize("text", ["", "  \n ", "\n\n"])
def test_nothing_visible_no_sentence(text: str) -> None:
    assert sentences(text) == []


@given(st.text(alphabet=st.sampled_from('ابوقالد أم.،؛:؟!…"«»“”()[]\n\r \xa0\u200f\ufeff1٢a-*/ّـ'), max_size=200))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    last = 0
    for sentence in sentences(text):
        quote = sentence.of(text)
        assert quote and quote == quote.strip() and "\n" not in quote
        assert sentence.start >= last and not text[last : sentence.start].strip()
        last = sentence.end
    assert not text[last:].strip()


@given(
    st.lists(
        st.sampled_from(["كلمة", "وقال،", "«نعم.", "لا»", '"', "ثم؛", "(أ.ف.ب)", "\u200f"]), min_size=1, max_size=400
    )
)
def test_long_sentences_cover_the_text_too(words: list[str]) -> None:
    text = " ".join(words)
    assert "".join(s.of(text) for s in sentences(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.skipif(not CHECK.exists(), reason="the list of hand-marked boundaries is not here")
def test_the_hand_marked_list() -> None:
    right = wrong = missed = 0
    for line in CHECK.read_text(encoding="utf-8").splitlines():
        text = line.replace("|", " ")
        marked = {i + 1 for i, c in enumerate(line) if c == "|"}
        found = {s.start for s in sentences(text)[1:]}
        right, wrong, missed = right + len(marked & found), wrong + len(found - marked), missed + len(marked - found)
    # Two boundaries of the list are unmarked: after a closed quotation, and between glued sentences.
    assert missed == 0 and wrong <= 2 and right >= 20
