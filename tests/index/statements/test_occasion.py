import pytest

from index.statements import extract
from index.vocabulary import Article


@pytest.mark.parametrize(
    ("text", "place", "medium"),
    [
        ("قال الوزير سمير حداد على هامش منتدى النقل في الدوحة إن العمل بدأ.", "على هامش منتدى النقل في الدوحة", None),
        ("قال الوزير سمير حداد في جنيف إن العمل بدأ.", "في جنيف", None),
        ("قال الوزير سمير حداد لدى افتتاحه المعرض إن العمل بدأ.", "لدى افتتاحه المعرض", None),
        ("قال الوزير سمير حداد لقناة الأفق إن العمل بدأ.", None, "لقناة الأفق"),
        ("كتب النائب سمير حداد عبر حسابه على تويتر: «العمل بدأ الآن فعلا».", None, "عبر حسابه على تويتر"),
        ("وفي تصريح لصحيفة الأفق، قال الوزير سمير حداد إن العمل بدأ.", None, "تصريح لصحيفة الأفق"),
        ("قال الوزير سمير حداد، ضيف برنامج الصباح، إن العمل بدأ.", None, "ضيف برنامج الصباح"),
        ("قال الوزير سمير حداد إن العمل في جنيف بدأ.", None, None),
        ("قال رئيس الاتحاد في ليبيا سمير حداد إن العمل بدأ.", None, None),
    ],
)
def test_place_and_medium(text: str, place: str | None, medium: str | None) -> None:
    (statement,) = extract(Article(text=text, id="t"))
    assert (statement.place.of(text) if statement.place else None) == place
    assert (statement.medium.of(text) if statement.medium else None) == medium


def test_a_sentence_that_only_tells_the_occasion() -> None:
    text = "قال الوزير سمير حداد إن العمل بدأ. جاء ذلك خلال مؤتمر صحفي في عمان. وأضاف أن الكلفة ارتفعت."
    places = [s.place.of(text) if s.place else None for s in extract(Article(text=text, id="t"))]
    assert places == ["خلال مؤتمر صحفي في عمان"] * 2


def test_therein() -> None:
    text = "عقد الوزير سمير حداد مؤتمرا صحفيا في بيروت أكد خلاله أن العمل بدأ."
    (statement,) = extract(Article(text=text, id="t"))
    assert statement.place is None or "مؤتمر" in statement.place.of(text)
