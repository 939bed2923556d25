import pytest

from index.statements.scenes import scene
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("عقد الوزير سمير حداد مؤتمرا صحافيا في مقر الوزارة.", "مؤتمرا صحافيا في مقر الوزارة"),
        ("جاء ذلك خلال ندوة في عمان.", "خلال ندوة في عمان"),
        (
            "جاء ذلك في مؤتمر صحفي مع نظيره، عقب لقائهما بالعاصمة أنقرة.",
            "في مؤتمر صحفي مع نظيره، عقب لقائهما بالعاصمة أنقرة",
        ),
        ("التقى الوزير أمس السفيرة جانيت روس.", "التقى الوزير أمس السفيرة جانيت روس"),
        ("شهدت جلسة البرلمان أمس مشادة.", "جلسة البرلمان"),
        ("تسلمت الكاتبة الجائزة في حفل أقيم في لندن.", "في حفل أقيم في لندن"),
    ],
)
def test_sentences_that_set_a_scene(text: str, place: str) -> None:
    tokens = read(text)
    found = scene(tokens, 0)
    assert found is not None and found.here.place is not None
    assert tokens.text(*found.here.place).startswith(place)


def test_a_guest_tells_the_programme() -> None:
    tokens = read("وقد حلت الكاتبة ليلى سمير ضيفة على برنامج الصباح أمس.")
    found = scene(tokens, 0)
    assert found is not None and found.here.medium is not None
    assert tokens.text(*found.here.medium) == "ضيفة على برنامج الصباح"


@pytest.mark.parametrize("text", ["ارتفعت الأسعار أمس.", "لم يعقد الوزير مؤتمرا صحفيا.", "انتهت الحرب."])
def test_others_set_none(text: str) -> None:
    assert scene(read(text), 0) is None
