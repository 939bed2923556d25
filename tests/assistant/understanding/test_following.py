import pytest

from assistant.understanding import understand
from assistant.understanding.following import leans_back
from index.arabic.analyser import tokens


def test_a_question_is_searched_by_its_words() -> None:
    question = understand("من أعلن رفع سعر الخبز في كانون الثاني؟")
    assert question.search == question.asked
    assert list(question.words) == tokens("أعلن رفع سعر الخبز كانون الثاني")


FIRST = "من قال إن السد لن يجف هذا الصيف؟"

FOLLOW_UPS = [
    *(
        "وأين قال ذلك؟",
        "ومن رد عليه؟",
        "وماذا أضاف؟",
        "وفي أي برنامج؟",
        "ولمن أدلى بهذا التصريح؟",
        "متى قال ذلك؟",
        "لماذا؟",
    ),
    *("وماذا عن الغاز؟", "والخبز؟", "وما السبب؟", "لماذا رفض؟", "عبدالعزيز؟", "وماذا قال عن أسعار الوقود؟"),
    *("ليه؟", "قال الكلام ده فين؟", "وقال كده إمتى؟", "طب ومين رد عليه؟", "وقال إيه كمان؟"),  # Egypt
    *("ليش هيك؟", "وين حكى هالحكي؟", "وشو قال كمان؟", "طيب والمازوت؟", "إيمتى صار هالشي؟"),  # the Levant
    *("شلون؟", "وش رد عليه؟", "متى قال هالكلام؟", "ومنو رد؟", "زين وليش؟"),  # the Gulf
    *("وشگال بعد؟", "وين گال هالحچي؟", "شوكت گال هالكلام؟"),  # Iraq
    *("وما رد الحكومة على هذا الكلام؟", "أعطني تفاصيل أكثر", "ما الدليل؟", "والوزير ماذا قال؟", "طيب ووزير النقل؟"),
    *("هل قال شيئا آخر؟", "ما علاقته بالوزير؟", "اذكر المزيد من تصريحاته", "وفي العام التالي؟"),
    *("and where did he say that?", "what about the port?", "who replied to him?", "why?"),
    *("علاش قال هكا؟", "وقتاش قالها؟", "فين قال هادشي؟", "وشكون جاوبو؟", "باهي وكيفاش؟"),  # the Maghreb
]
STANDING = [
    *("من طالب بإقالة مدرب الفريق؟", "ماذا قال وزير النقل عن إضراب الميناء؟", "أين عقد المؤتمر الصحفي لوزيرة الصحة؟"),
    *("من هو كمال الدريدي؟", "من هو الدريدي؟", "متى الانتخابات؟", "ماذا حصل في الميناء؟", "مخزون السد", "والدة اللاعب"),
    "ومن طالب بإقالة مدير سد وادي الزيتون بعد الفيضان الأخير؟",
    *("مين قال إن سعر العيش هيزيد؟", "الوزير قال إيه عن المترو؟", "إمتى هيتفتح الكوبري الجديد؟"),  # Egypt
    *("شو قال وزير الطاقة عن الكهربا؟", "وين صار الانفجار بالمرفأ؟", "ليش سكرت المدارس؟"),  # the Levant
    *("وش قال وزير الصحة عن اللقاح؟", "متى تبدأ اختبارات الثانوية؟", "منو أعلن إلغاء المباراة؟"),  # the Gulf
    *("شكون طالب بتنحية المدرب؟", "شنوة قال رئيس الحكومة على الإضراب؟", "شحال وصل سعر الزيت؟"),  # the Maghreb
    *("وزير الخارجية ماذا قال عن غزة؟", "والي صفاقس ماذا قال عن النفايات؟", "وفاة الفنان", "وكالة الفضاء المصرية"),
    *("who denied the cracks?", "what did Macron say about the strike?", "is the port open?"),
    *("علاش تقص الماء على القيروان؟", "وقتاش يبدا موسم الحصاد؟"),
]


@pytest.mark.parametrize("asked", FOLLOW_UPS)
def test_a_follow_up_brings_the_question_before_it(asked: str) -> None:
    assert understand(asked, [FIRST]).search == f"{FIRST} {asked}"
    assert understand(asked).search == asked  # without a conversation it is searched alone


@pytest.mark.parametrize("asked", STANDING)
def test_a_question_of_its_own_leaves_the_conversation_behind(asked: str) -> None:
    assert not leans_back(asked)
    assert understand(asked, [FIRST]).search == asked


def test_a_chain_of_follow_ups_goes_back_to_the_last_question_of_its_own() -> None:
    earlier = ["سؤال آخر عن الميناء المغلق", FIRST, "وأين قال ذلك؟"]
    assert understand("ومتى؟", earlier).search == f"{FIRST} ومتى؟"


def test_a_conversation_that_began_with_one_word_has_it_for_its_topic() -> None:
    assert understand("ومتى؟", ["السد", "وأين؟"]).search == "السد ومتى؟"
