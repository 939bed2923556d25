import pytest

from index.statements.phrases.objects import object_begins, object_start
from index.statements.tokens import read


@pytest.mark.parametrize(
    "text",
    [
        "النقابة | أعضاءها",
        "الوزارة | مستعملي الطريق",
        "وزارة الخارجية الفرنسية | الهجوم",
        "كوريا الشمالية | اليابان",
        "المعتمد الأول | الأصداء القادمة",
        "رئيس الجمهورية | الدعوات",
        "الائتلاف | نداء لدول الجوار",
    ],
)
def test_an_object_begins(text: str) -> None:
    before, _ = text.split(" | ")
    assert object_begins(read(text.replace("| ", "")), 0, len(before.split()))


@pytest.mark.parametrize(
    "text", ["وزارة | الخارجية", "المصدر | ذاته", "الجوهرة | أف أم", "وزارة الشؤون | الخارجية", "وزير | الصحة"]
)
def test_the_phrase_goes_on(text: str) -> None:
    before, _ = text.split(" | ")
    assert not object_begins(read(text.replace("| ", "")), 0, len(before.split()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("في بيان صدر أمس، وجود أزمة", "وجود أزمة"),
        ("، بعد تحقيقات طويلة، الأمن المحلي", "الأمن المحلي"),
        ("نفيا قاطعا وجود أزمة", "وجود أزمة"),
        ("فيها الصمت الدولي", "الصمت الدولي"),
        ("ذلك أمرا عاديا", "ذلك أمرا عاديا"),
    ],
)
def test_circumstances_are_skipped(text: str, words: str) -> None:
    tokens = read(text)
    assert tokens.text(object_start(tokens, 0, len(tokens)), len(tokens)) == words
