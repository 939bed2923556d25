import pytest

from index.statements.morphology import is_cue_word
from index.statements.phrases.subjects import subject_after, subject_before
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("قال الوزير سمير حداد في تصريح صحفي أمس", "الوزير سمير حداد"),
        ("قال في تصريح صحفي، الوزير سمير حداد", "الوزير سمير حداد"),
        ("قال القيادي في الحركة سمير حداد خلال ندوة", "القيادي في الحركة سمير حداد"),
        ("قالت مصادر مطلعة داخل الائتلاف", "مصادر مطلعة داخل الائتلاف"),
        ("قال شهود حضروا الواقعة", "شهود حضروا الواقعة"),
        ("قال مصدر أمني للقناة", "مصدر أمني"),
        ("قال مسؤول طلب عدم ذكر اسمه", "مسؤول"),
    ],
)
def test_after_the_cue(text: str, subject: str) -> None:
    tokens = read(text)
    form = is_cue_word(tokens, 0)
    assert form is not None
    phrase, _ = subject_after(tokens, 1, len(tokens), form)
    assert phrase is not None and tokens.text(phrase.start, phrase.end) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("نفت وزارة الخارجية الفرنسية الهجوم المزعوم", "وزارة الخارجية الفرنسية"),
        ("نفى الوزير سمير حداد وجود أزمة", "الوزير سمير حداد"),
        ("دعت النقابة أعضاءها إلى الإضراب", "النقابة"),
        ("حملت حركة التغيير إسرائيل المسؤولية", "حركة التغيير"),
        ("دعا المواطنين إلى الهدوء", None),
        ("دعا الهياكل القضائية إلى الإضراب", None),
    ],
)
def test_where_an_object_follows(text: str, subject: str | None) -> None:
    tokens = read(text)
    form = is_cue_word(tokens, 0)
    assert form is not None
    phrase, _ = subject_after(tokens, 1, len(tokens), form, object_follows=True)
    assert (tokens.text(phrase.start, phrase.end) if phrase else None) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("أما وزير النقل فقد أكد", "وزير النقل"),
        ("وكان المدير قد أكد", "المدير"),
        ("وفي سياق متصل، الوزير أكد", "الوزير"),
        ("وأضاف الخبير الذي أكد", "الخبير"),
    ],
)
def test_before_the_cue(text: str, subject: str) -> None:
    tokens = read(text)
    phrase = subject_before(tokens, len(tokens) - 1, 0)
    assert phrase is not None and tokens.text(phrase.start, phrase.end) == subject
