import pytest

from index.statements.cues.cue import clause_start, inside_quote
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "cue", "boundary"),
    [
        ("العمل بدأ، كما قال حداد إن", "قال", "،"),
        ("العمل بدأ، ومن جهته أكد حداد أن", "أكد", "،"),
        ("العمل بدأ لكن الحكومة نفت أن", "نفت", "لكن"),
        ("العمل بدأ فيما البنك رجح أن", "رجح", "فيما"),
        ("العمل بدأ قبل أن يستدرك أن", "يستدرك", "قبل"),
    ],
)
def test_where_the_clause_of_a_cue_begins(text: str, cue: str, boundary: str) -> None:
    tokens = read(text)
    raw = [tokens.raw(k) for k in range(len(tokens))]
    assert raw[clause_start(tokens, raw.index(cue), 0)] == boundary


def test_words_inside_a_quotation() -> None:
    tokens = read("قال: «نعم أكد الوزير أن العمل بدأ» ثم أكد.")
    first = tokens.words.index("اكد")
    assert inside_quote(tokens, first)
    assert not inside_quote(tokens, len(tokens) - 2)
