"""What is no question to news, and what only looks so."""

import pytest

from assistant.understanding import understand

GREETINGS = [
    *("السلام عليكم", "السلام عليكم ورحمة الله وبركاته", "مرحبا", "أهلا وسهلا", "صباح الخير", "مساء النور"),
    "هلا والله",
    *("ازيك", "شلونك", "كيف حالك؟", "شو اخبارك", "لاباس؟", "عسلامة", "شكرا جزيلا", "يعطيك العافية", "تسلم", "مشكور"),
    *("مع السلامة", "من أنت؟", "انت مين", "ما اسمك؟", "ساعدني", "hello", "hi there", "thank you very much", "bonjour"),
    "مرحبا، كيف حالك يا صديقي؟",
]  # fmt: skip
OFF_TOPIC = [
    *("اكتب لي قصيدة عن البحر", "اكتب مقالا عن التعليم", "احك لي نكتة", "قول لي نكته", "ألف لي قصة قصيرة"),
    "ارسملي صورة",
    *("ترجم هذه الجملة إلى الإنجليزية", "ترجملي النص هاد", "احسب لي 5 في 7", "كم 12 زائد 30", "5 + 3 كم يساوي"),
    "برمج لي موقعا html",
    *("اكتب كود بايثون يرتب الأرقام", "كيف الطقس اليوم؟", "شلون الجو اليوم", "كم الساعة الآن؟", "هل أنت روبوت؟"),
    "غني لي اغنيه",
    *("مرحبا اكتب لي رسالة استقالة", "write me a poem about the sea", "translate this to English", "tell me a joke"),
    "what is 5 plus 3",
    *("لو سمحت اكتبلي خطبة", "حل لي هذا التمرين", "weather today"),
]  # fmt: skip
QUESTIONS = [
    *("ما عاصمة فرنسا؟", "من كتب القصيدة الفائزة؟", "ماذا كتب الوزير في رسالته؟"),
    "كم درجة الحرارة المسجلة في القيروان؟",
    *("من ترجم الرواية إلى الفرنسية؟", "كيف كان الطقس يوم الحادث؟", "ماذا قال مرصد الطقس عن العاصفة؟"),
    "هل كتب الشاعر قصيدة عن بيروت؟",
    *("كم حسب الوزير كلفة المشروع؟", "ما أخبار السلام في السودان؟", "من قال شكرا للمدرب؟", "مرحبا، ماذا قال الوزير؟"),
    *("السلام عليكم من نفى الخبر؟", "اكتب أسماء من نفوا الخبر", "ماذا قال الرئيس صباح الخميس؟", "اذكر تصريحات الوزير"),
    *("احتساب ضربة جزاء 2 في 1", "who wrote the letter?", "tell me what the minister said", "ساعدني أعرف من نفى الخبر"),
    *("من هو شكري بلعيد؟", "سلام فياض", "الأهلي", "هلا عن السد؟"),
]  # fmt: skip


@pytest.mark.parametrize("asked", GREETINGS)
def test_greetings(asked: str) -> None:
    assert understand(asked).kind == "greeting"


@pytest.mark.parametrize("asked", OFF_TOPIC)
def test_requests_that_articles_cannot_answer(asked: str) -> None:
    assert understand(asked).kind == "off_topic"


@pytest.mark.parametrize("asked", QUESTIONS)
def test_questions_that_look_like_them(asked: str) -> None:
    assert understand(asked).kind not in ("greeting", "off_topic")


def test_thanks_in_a_conversation_are_no_follow_up() -> None:
    question = understand("شكرا", ["ماذا قال الوزير عن السد؟"])
    assert (question.kind, question.search) == ("greeting", "شكرا")
