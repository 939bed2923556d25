import pytest

from index.statements.cues import find
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "speaker", "relayed"),
    [
        ("نقلت وكالة الأفق عن الوزير سمير حداد قوله إن العمل بدأ.", "الوزير سمير حداد", "وكالة الأفق"),
        ("ذكرت وكالة الأفق نقلا عن الوزير سمير حداد أن العمل بدأ.", "الوزير سمير حداد", "وكالة الأفق"),
        ("وكانت صحيفة الأفق قد ذكرت نقلا عن مسؤولين كبار أن العمل بدأ.", "مسؤولين كبار", "صحيفة الأفق"),
    ],
)
def test_relays(text: str, speaker: str, relayed: str) -> None:
    tokens = read(text)
    cue = find(tokens)[-1]
    assert cue.subject is not None and tokens.text(cue.subject.start, cue.subject.end) == speaker
    assert cue.relayed is not None and tokens.text(cue.relayed.start, cue.relayed.end) == relayed


def test_a_document_that_an_agency_quotes_is_no_speaker_of_its_own() -> None:
    cues = find(read("ذكرت وكالة الأفق نقلا عن بيان لوزارة الدفاع أن العمل بدأ."))
    assert len(cues) == 1


def test_a_document_says() -> None:
    tokens = read("وجاء في التقرير أن الأسعار ارتفعت.")
    (cue,) = find(tokens)
    assert cue.subject is not None and cue.subject.kind == "document"


def test_two_words_for_one_cue() -> None:
    tokens = read("وكرر المدير فادي عون القول إن العمل بدأ.")
    assert [tokens.words[c.start] for c in find(tokens)] == ["وكرر"]
