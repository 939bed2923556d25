import pytest

from assistant.understanding import Gazetteer, understand


@pytest.mark.parametrize(
    ("asked", "outlet", "hard"),
    [
        ("ماذا نشرت جريدة الضحى عن السد؟", "جريدة الضحى", True),
        ("كم عدد الضحايا حسب الشعلة؟", "الشعلة", True),
        ("ما أسباب الحريق وفق جريدة الضحى؟", "جريدة الضحى", True),
        ("أخبار نوا عن الميناء", "", False),
        ("لماذا انهار الجسر في مقالات Nawa Press؟", "Nawa Press", True),
        ("ماذا قال الدريدي لجريدة الضحى عن المصنع؟", "جريدة الضحى", False),
        ("ماذا قال الدريدي في جريدة الضحى؟", "جريدة الضحى", False),
        ("ماذا حدث في الشعلة؟", "الشعلة", False),
        ("من أشعل النار في الميناء؟", "", False),
    ],
)
def test_outlets(gazetteer: Gazetteer, asked: str, outlet: str, hard: bool) -> None:
    question = understand(asked, gazetteer=gazetteer)
    assert question.sources == ((outlet,) if outlet else ())
    assert [chip.hard for chip in question.chips if chip.kind == "outlet"] == ([hard] if outlet else [])
    assert question.filters.sources == ((outlet,) if hard else ())


def test_the_only_outlet_narrows_nothing() -> None:
    question = understand("كم عدد الضحايا حسب الشعلة؟", gazetteer=Gazetteer([], [("الشعلة", 100)]))
    assert question.sources == ("الشعلة",)
    assert not question.filters
