"""Who and what a question names, as people type names."""

import pytest

from assistant.understanding import Gazetteer, understand

SPEAKERS = {
    # written as in print, careless, in part, with titles, glued
    "ماذا قال سامر الخطيبي عن السد؟": "سامر الخطيبي",
    "ماذا قال الوزير سامر الخطيبي عن السد؟": "سامر الخطيبي",
    "ماذا قال د. سامر الخطيبي عن السد؟": "سامر الخطيبي",
    "ماذا قال السيد وزير الطاقة سامر الخطيبي عن السد؟": "سامر الخطيبي",
    "ماذا قال ايمانويل ماكرون عن لبنان": "إيمانويل ماكرون",
    "ماذا قال ماكرون عن لبنان": "إيمانويل ماكرون",
    "ماذا قال الرئيس ماكرون عن لبنان": "إيمانويل ماكرون",
    "شو قال ماكرون عن المرفا": "إيمانويل ماكرون",
    "ماكرون قال ايه عن لبنان": "إيمانويل ماكرون",
    "وش قال الدريدي عن المصنع": "كمال عبد العزيز الدريدي",
    "ماذا قال كمال الدريدي عن المصنع؟": "كمال عبد العزيز الدريدي",
    "ماذا قال كمال عبدالعزيز الدريدي عن المصنع؟": "كمال عبد العزيز الدريدي",
    "أين صرح أبوبكر الزنتاني بأن الميناء آمن؟": "أبو بكر الزنتاني",
    "متى قالت لبني الجريبي ان السوق مغلقه": "لبنى الجريبي",
    "في أي برنامج تحدثت الجريبي عن السوق؟": "لبنى الجريبي",
    "ما موقف الجريبي من السوق؟": "لبنى الجريبي",
    "كم عدد العمال حسب الدريدي؟": "كمال عبد العزيز الدريدي",
    "ما سبب الحريق في رأي لبنى الجريبي؟": "لبنى الجريبي",
    "ماذا قال الشاهد عن الإضراب؟": "يوسف الشاهد",
    # verbs that are none of saying
    "بماذا ربط الدريدي إغلاق المصنع؟": "كمال عبد العزيز الدريدي",
    "ما الذي تأمله لبنى الجريبي من القانون؟": "لبنى الجريبي",
    # Latin letters, alone and among Arabic
    "what did Macron say about Lebanon?": "إيمانويل ماكرون",
    "what did Emmanuel Macron say?": "إيمانويل ماكرون",
    "Chahed قال إيش عن الاضراب": "يوسف الشاهد",
    "ماذا قال Nasrallah عن الحرب": "حسن نصر الله",
    "where did Youssef Chahed say that?": "يوسف الشاهد",
    # bodies and the unnamed
    "ماذا قالت وزاره الصحه عن اللقاح": "وزارة الصحة",
    "ماذا أعلن حزب السنابل عن الانتخابات؟": "حزب السنابل",
    "ماذا قال شهود العيان عن الحريق؟": "شهود عيان",
}  # fmt: skip


@pytest.mark.parametrize(("asked", "shown"), SPEAKERS.items())
def test_whose_words_are_asked_for(gazetteer: Gazetteer, asked: str, shown: str) -> None:
    speakers = understand(asked, gazetteer=gazetteer).speakers
    assert [one.shown for one in speakers if one.keys][:1] == [shown]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("ماذا قال غسان البرهومي عن المصنع؟", "غسان البرهومي"),
        ("ماذا قال وزير الموارد عن السد؟", "وزير الموارد"),
        ("ما موقف رابطة التجار من القانون؟", "رابطة التجار"),
        ("ماذا قالت الداخلية الأوكرانية عن الحادث؟", "الداخلية الأوكرانية"),
        ("ماذا قال محامي الدريدي عن التهمة؟", "محامي الدريدي"),
        ("ماذا قال جابر الخطيبي عن السد؟", "جابر الخطيبي"),
    ],
)
def test_a_speaker_whom_the_catalogue_does_not_know(gazetteer: Gazetteer, asked: str, words: str) -> None:
    (speaker,) = understand(asked, gazetteer=gazetteer).speakers
    assert (speaker.words, speaker.keys, speaker.shown) == (words, (), words)


@pytest.mark.parametrize(
    "asked",
    [
        "من انتقد ماكرون؟",
        "من رد على لبنى الجريبي؟",
        "ماذا قال الوزير عن ماكرون؟",
        "who criticised Macron?",
        "من طالب بإقالة ماكرون من الحكومة؟",
    ],
)
def test_who_is_only_spoken_of(gazetteer: Gazetteer, asked: str) -> None:
    named = [one for one in understand(asked, gazetteer=gazetteer).people if one.keys]
    assert named
    assert not any(one.speaker for one in named)


@pytest.mark.parametrize(
    "asked",
    [
        *("كم بلغ سعر الخبز؟", "أين المهرجان المغاربي؟", "من شاهد الحريق؟", "من الوزير التونسي الذي استقال؟"),
        *("هل تونس في أزمة؟", "who closed the port?", "what is the price of bread?", "متى يفتح السوق يا حسن؟"),
    ],
)
def test_nobody_is_named(gazetteer: Gazetteer, asked: str) -> None:
    assert not any(one.keys for one in understand(asked, gazetteer=gazetteer).people)


def test_a_surname_of_two_means_both_and_two_chips(gazetteer: Gazetteer) -> None:
    question = understand("ماذا قال الخطيبي عن السد؟", gazetteer=gazetteer)
    (speaker,) = question.speakers
    assert len(speaker.keys) == 2
    assert [chip.shown for chip in question.chips] == ["سامر الخطيبي"]  # who is quoted thirteen times as often
    assert not any(chip.hard for chip in question.chips)


def test_two_who_are_compared_both_speak(gazetteer: Gazetteer) -> None:
    question = understand("ماذا قال ماكرون والدريدي عن المصنع؟", gazetteer=gazetteer)
    assert [one.shown for one in question.speakers] == ["إيمانويل ماكرون", "كمال عبد العزيز الدريدي"]
