import pytest

from index.statements.cues import find
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قال الوزير إن العمل بدأ، مشيرا إلى أن الكلفة ارتفعت.", ["finite", "participle"]),
        ("بدأ العمل أمس في الجسر، وفق ما أكده الوزير.", ["source"]),
        ("ارتفعت الكلفة كثيرا، وهو ما أكده الوزير.", ["anaphor"]),
        ("نقلت الوكالة عن الوزير قوله إن العمل بدأ.", ["noun"]),
        ("وجاء في البيان أن العمل بدأ.", ["finite"]),
        ("وزير الري: العمل في السد بدأ أمس.", ["headline"]),
        ("«العمل في السد بدأ أمس»، قال الوزير.", ["finite"]),
        ("«كارثة حقيقية»، هكذا وصف الوزير ما جرى.", ["finite"]),
        ("بدأ العمل أمس في الجسر الجديد، كما قال الوزير.", ["source"]),
    ],
)
def test_kinds_of_cues(text: str, kinds: list[str]) -> None:
    assert [cue.kind for cue in find(read(text))] == kinds


def test_one_cue_where_a_verb_leads_to_a_participle() -> None:
    tokens = read("وأضاف الوزير قائلا: «العمل في السد بدأ أمس».")
    (cue,) = find(tokens)
    assert tokens.words[cue.start] == "قايلا"
    assert cue.lead == 0


def test_cues_within_a_quotation_are_the_quoted_ones_own() -> None:
    (cue,) = find(read("قال الوزير: «سألني الصحفي وقلت له إن الأمر انتهى، وأكد لي أنه فهم»."))
    assert cue.start == 0
