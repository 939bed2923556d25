import pytest

from assistant.understanding.frame import Frame, frame
from assistant.understanding.typed import read


def parts(asked: str) -> tuple[Frame, list[str]]:
    typed = read(asked)
    found = frame(typed)
    return found, [typed.between(*run) for run in found.speakers]


@pytest.mark.parametrize(
    ("asked", "speakers"),
    [
        ("ماذا قال وزير النقل عن المترو؟", ["وزير النقل"]),
        ("الوزير قال إيه عن المترو؟", ["الوزير"]),
        ("قال إيه الوزير عن المترو؟", ["الوزير"]),
        ("والوزير ماذا قال؟", ["والوزير"]),
        ("ما الذي أعلنه مدير المصنع بعد الحريق؟", ["مدير المصنع"]),
        ("ما الخطوة التي أعلن عنها المدير أمس؟", ["المدير"]),
        ("ما موقف النقابة من القانون؟", ["النقابة"]),
        ("كم عدد الضحايا حسب وزارة الصحة؟", ["وزارة الصحة"]),
        ("في رأي المدير من أشعل الحريق؟", ["المدير"]),
        ("من قال إن الوزير استقال؟", []),
        ("أي حزب دعا إلى المقاطعة؟", []),
        ("متى كان عقد اللاعب سينتهي حسب أخبار الصيف؟", []),
        ("أين كان الخبراء الذين كشفوا مكان الطائرة؟", []),
        ("إلى أي مستشفى نقل الضحايا؟", []),
        ("كم تبلغ حصة الجهات من الميزانية؟", []),
    ],
)
def test_where_whoever_speaks_stands(asked: str, speakers: list[str]) -> None:
    assert parts(asked)[1] == speakers


@pytest.mark.parametrize(
    ("asked", "lemma"),
    [
        ("من نفى الخبر؟", "نفى"),
        ("من الوزير الذي حذر من العاصفة؟", "حذر"),
        ("من أول من أكد وفاة الرئيس؟", "أكد"),
        ("who denied the cracks?", "نفى"),
        ("لأي إذاعة صرح المدير؟", "صرح"),
        ("من امتنع عن كشف الأسماء؟", ""),
        ("من فتح الباب ثم قال إنه لم يفعل؟", ""),
        ("ما أبرز تصريحات الوزير؟", ""),
    ],
)
def test_the_verb_asked_with(asked: str, lemma: str) -> None:
    form = parts(asked)[0].form
    assert (form.verb.lemma if form else "") == lemma


def test_courtesy_stands_before_the_question() -> None:
    assert parts("لو سمحت ممكن تقول لي من نفى الخبر؟")[0].start == 5
    assert parts("من نفى الخبر؟")[0].start == 0


def test_what_may_have_no_speaker() -> None:
    assert parts("متى كان يرجح انعقاد المؤتمر؟")[0].impersonal
    assert not parts("ماذا يرجح المدير؟")[0].impersonal
