import pytest

from index.statements.cues import find
from index.statements.tokens import read


@pytest.mark.parametrize(
    "text",
    [
        "لم يؤكد الوزير أن الموعد تغير.",
        "لن يقول المتحدث إن الأزمة انتهت.",
        "رفض المتحدث التعليق على الأنباء.",
        "سيعلن الوزير أن المشروع جاهز.",
        "يذكر أن المباراة ألغيت مرتين.",
        "يُشار إلى أن المصنع قديم.",
        "تبين أن السيارة مسروقة.",
        "دار نقاش بين الحاضرين حول أن تؤجل الجلسة.",
        "زاد الإنتاج بنسبة كبيرة.",
        "تابع الجمهور المباراة من المدرجات.",
        "وقعت مذكرة تفاهم بين الجانبين.",
        "فرضت الشرطة طوقا أمنيا مشددا على المكان.",
        "تحمل الشاحنة بضائع مختلفة.",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    assert find(read(text)) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("وبيّن الوزير أن العمل بدأ.", "وبين"),
        ("ولم يستبعد الخبير أن ترتفع الأسعار.", "يستبعد"),
        ("ثم سكت قبل أن يستدرك: «ليس الآن يا صديقي العزيز».", "يستدرك"),
        ("وزاد المتحدث: «لن نقبل بهذا الحل أبدا».", "وزاد"),
        ("وعد الرئيس بمواصلة الإصلاح.", "وعد"),
    ],
)
def test_what_reports_after_all(text: str, cue: str) -> None:
    tokens = read(text)
    assert [tokens.words[c.start] for c in find(tokens)] == [cue]
