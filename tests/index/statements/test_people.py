import pytest

from index.statements.people import People
from index.statements.phrases.analysis import analyse
from index.statements.tokens import Tokens, read


def name(tokens: Tokens, run: tuple[int, int] | None) -> str | None:
    return tokens.text(*run) if run else None


def test_the_fullest_name_of_a_surname() -> None:
    tokens = read("وصل الوزير سمير جميل حداد صباحا. وغادر حداد مساء.")
    people = People(tokens)
    last = len(tokens) - 1 - tokens.words[::-1].index("حداد")
    assert name(tokens, people.full((last, last + 1))) == "سمير جميل حداد"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("وصل وزير النقل سمير حداد ومدير المطار فادي عون. ", "وزير النقل"),
        ("قال المهندس سمير حداد، نقيب المهندسين، كلمة. ", "النقيب"),
        ("وصل رئيس الحكومة سمير حداد. ", "رئيس الوزراء"),
    ],
)
def test_who_has_the_title(text: str, title: str) -> None:
    tokens = read(text + title)
    start = len(tokens) - len(title.split())
    person = People(tokens).by_role((start, len(tokens)), start)
    assert person is not None and tokens.text(*person.run) == "سمير حداد"


def test_the_preposition_is_nobodys_first_name() -> None:
    tokens = read("صدر بيان نشر على موقع الوزارة. وتكلم علي.")
    last = len(tokens) - 2
    assert name(tokens, People(tokens).full((last, last + 1))) == "علي"


def test_the_body_behind_the_ministry() -> None:
    tokens = read("بدأت وزارة الصحة حملة. وقالت الوزارة")
    start = len(tokens) - 1
    assert name(tokens, People(tokens).body(analyse(tokens, start, start + 1))) == "وزارة الصحة"


def test_whoever_is_named_first_before() -> None:
    tokens = read("شارك السيد سلطان سعد المريخي في الاجتماع. وأكد سعادته")
    person = People(tokens).before(len(tokens))
    assert person is not None and "المريخي" in tokens.text(*person.run)
