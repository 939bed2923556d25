import pytest

from index.statements.phrases.analysis import analyse
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "kind", "gender", "number"),
    [
        ("سميرة حداد", "person", "f", "s"),
        ("حمزة حداد", "person", "m", "s"),
        ("وزارة الصحة", "organization", "f", "s"),
        ("حماس", "organization", "m", "s"),
        ("التكتل", "organization", "m", "s"),
        ("مصدر أمني", "anonymous", "m", "s"),
        ("بيان الائتلاف", "document", "m", "s"),
    ],
)
def test_kind_and_agreement(text: str, kind: str, gender: str, number: str) -> None:
    tokens = read(text)
    phrase = analyse(tokens, 0, len(tokens))
    assert (phrase.kind, phrase.gender, phrase.number) == (kind, gender, number)
