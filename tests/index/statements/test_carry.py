from index.statements import extract
from index.statements.carry import same
from index.vocabulary import Article


def places(text: str) -> list[str | None]:
    return [s.place.of(text) if s.place else None for s in extract(Article(text=text, id="t"))]


def media(text: str) -> list[str | None]:
    return [s.medium.of(text) if s.medium else None for s in extract(Article(text=text, id="t"))]


def test_names_that_are_one() -> None:
    assert same("حداد", "سمير حداد") and not same("سمير حداد", "سامي حداد") and not same("", "حداد")


def test_forwards_also_over_another_speaker() -> None:
    text = (
        "قال الوزير سمير حداد في تصريح لقناة الأفق إن العمل بدأ. وقالت النائبة ليلى سالم إن العمل تأخر. "
        "وأضاف حداد أن الكلفة ارتفعت."
    )
    assert media(text) == ["في تصريح لقناة الأفق", None, "في تصريح لقناة الأفق"]


def test_back_to_the_sentence_before() -> None:
    text = "أكد الوزير سمير حداد أن العمل بدأ.\nوأضاف حداد، خلال مداخلة هاتفية ببرنامج «الصباح»، أن الكلفة ارتفعت."
    first, second = media(text)
    assert first == second and first is not None and "مداخلة هاتفية" in first


def test_not_back_from_an_earlier_occasion() -> None:
    text = "قال الوزير سمير حداد إن العمل بدأ. وكان حداد قد قال في تصريح سابق لقناة الأفق إن العمل تأخر."
    assert media(text)[0] is None


def test_from_the_scene_to_who_is_named_in_it() -> None:
    text = (
        "عقد الوزير سمير حداد مؤتمرا صحافيا في مقر الوزارة. وقال حداد إن العمل بدأ. ورأى النائب فادي عون أن العمل تأخر."
    )
    assert places(text) == ["مؤتمرا صحافيا في مقر الوزارة", None]


def test_a_speech_keeps_its_place() -> None:
    text = "قال الوزير سمير حداد خلال منتدى النقل في جدة إن العمل بدأ. وأشار في كلمته إلى أن الكلفة ارتفعت."
    assert places(text) == ["خلال منتدى النقل في جدة"] * 2
    assert media(text)[1] == "في كلمته"


def test_a_definite_occasion_is_the_one_told_before() -> None:
    text = "زار الوفد مقر البطريركية. وبعد اللقاء، قال النائب فادي عون إن الأجواء إيجابية."
    assert places(text) == ["مقر البطريركية"]
