import pytest

from index.statements import links
from index.statements.morphology import is_cue_word
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("قال الوزير إن المشروع جاهز", "an", "المشروع جاهز"),
        ("أشار الوزير على هامش الندوة إلى أن المشروع جاهز", "an", "المشروع جاهز"),
        ("قال الوزير: المشروع جاهز", "colon", "المشروع جاهز"),
        ('أضاف "المشروع جاهز للانطلاق غدا"', "quote", '"المشروع جاهز للانطلاق غدا"'),
        ("دعا الوزير النقابة إلى التهدئة", "ila", "التهدئة"),
        ("شدد الوزير على ضرورة التهدئة", "ala", "ضرورة التهدئة"),
        ("أعرب الوزير عن قلقه", "ofr", "قلقه"),
        ("طلب الاتحاد من اللجنة عدم إقامة المباراة", "from", "عدم إقامة المباراة"),
        ("تساءل الوزير عما إذا كان المشروع جاهزا", "ask", "عما إذا كان المشروع جاهزا"),
        ("وأضاف الوزير - الذي قال مرارا إن الوقت ضيق - أن المشروع جاهز", "an", "المشروع جاهز"),
    ],
)
def test_how_the_words_follow(text: str, kind: str, words: str) -> None:
    tokens = read(text)
    form = is_cue_word(tokens, 0)
    assert form is not None
    link = links.find(tokens, 0, form, len(tokens))
    assert link is not None and link.strong
    assert (link.kind, tokens.text(link.content, len(tokens))) == (kind, words)


def test_a_station_in_marks_is_not_said() -> None:
    tokens = read('قال المذيع على قناة "إم بي سي مصر" إن الحلقة الأخيرة')
    form = is_cue_word(tokens, 0)
    assert form is not None
    link = links.find(tokens, 0, form, len(tokens))
    assert link is not None and link.kind == "an"


def test_no_link_no_report() -> None:
    tokens = read("قال الوزير كلاما كثيرا في الندوة")
    form = is_cue_word(tokens, 0)
    assert form is not None and links.find(tokens, 0, form, len(tokens)) is None
