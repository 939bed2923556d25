import pytest

from index.statements.cues import find
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("قال الوزير إن المشروع جاهز، مشيرا إلى أن العمل متواصل", "مشيرا", "العمل متواصل"),
        ("قال الوزير إن المشروع جاهز، مؤكدا عزم الوزارة على المضي فيه", "مؤكدا", "عزم الوزارة على المضي فيه"),
        ("قال الوزير إن المشروع جاهز، داعيا القوى السياسية إلى التنازل", "داعيا", "التنازل"),
        ("قال الوزير إن المشروع جاهز، مسجلا أن العمل متواصل", "مسجلا", "العمل متواصل"),
    ],
)
def test_circumstances(text: str, cue: str, words: str) -> None:
    tokens = read(text)
    found = find(tokens)[-1]
    assert tokens.text(found.start, found.end) == cue
    assert tokens.text(found.content, len(tokens)) == words


@pytest.mark.parametrize(
    "text", ["دخل الطالب مسجلا باسمه في القائمة.", "هي أداة واعدة للأطباء.", "الدبلوماسية مطالبة بدور أكبر."]
)
def test_attributes_are_none(text: str) -> None:
    assert find(read(text)) == []
