import pytest

from index.statements.morphology import bare, is_cue_word, masdar_like
from index.statements.tokens import read


@pytest.mark.parametrize(
    "word",
    ["إعلان", "تأجيل", "اتخاذ", "استعادة", "انسحاب", "مواصلة", "تنمية", "تعاون", "تمسكه", "تعزيزها"],
)
def test_verbal_nouns(word: str) -> None:
    assert masdar_like(word)


@pytest.mark.parametrize("word", ["تونس", "الوزير", "محمد", "مدينة", "حكومة", "بيان"])
def test_other_nouns(word: str) -> None:
    assert not masdar_like(word)


def test_words_without_clitics() -> None:
    assert [bare(w) for w in ["والوزير", "للوزاره", "بالاتفاق", "الوزير", "وزير"]] == [
        "وزير",
        "وزاره",
        "اتفاق",
        "وزير",
        "وزير",
    ]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("وأضافت", "أضاف"), ("مؤكدا", "أكد"), ("موكدة", "أكد"), ("يقولون", "قال"), ("قالا", "قال"), ("نفت", "نفى")],
)
def test_forms_of_reporting_verbs(word: str, lemma: str) -> None:
    form = is_cue_word(read(word), 0)
    assert form is not None and form.verb.lemma == lemma


@pytest.mark.parametrize("word", ["حملة", "مدينة", "إضافة", "تابعة", "يدعى", "مذكرات"])
def test_words_that_only_look_like_forms(word: str) -> None:
    assert is_cue_word(read(word), 0) is None
