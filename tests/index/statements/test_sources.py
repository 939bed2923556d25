import pytest

from index.statements import extract
from index.statements.sources import self_attribution
from index.statements.tokens import read
from index.vocabulary import Article


@pytest.mark.parametrize("words", ["على حد قوله", "وفق تعبيرها", "حسب رأيه", "وفقا لقوله", "بحسب تعبيره"])
def test_attributions_to_the_speaker_himself(words: str) -> None:
    tokens = read(words + ".")
    assert self_attribution(tokens, 0) == len(tokens) - 1


def test_they_are_cut_off_and_no_statement_of_their_own() -> None:
    text = "قال النائب فادي عون إن القانون جائر، على حد قوله."
    (statement,) = extract(Article(text=text, id="t"))
    assert statement.content.of(text) == "القانون جائر"


@pytest.mark.parametrize(
    "text", ["توزع المياه بحسب الحاجة والموسم.", "يسير العمل وفق الخطة المرسومة سلفا.", "رتبت الأسماء حسب الحروف."]
)
def test_measures_are_no_sources(text: str) -> None:
    assert extract(Article(text=text, id="t")) == []


def test_a_document_of_the_speaker_is_his_medium() -> None:
    text = "أعلن القاضي سامر نجم منع السفر عن المتهم، حسب تعميم أصدره."
    (statement,) = extract(Article(text=text, id="t"))
    assert statement.medium is not None and statement.medium.of(text) == "تعميم أصدره"


def test_another_source_is_a_statement_of_its_own() -> None:
    text = "طالب الشيخ سامر نجم القضاة بالتريث في الأحكام، حسبما ذكرت وكالة الأفق."
    assert [s.speaker for s in extract(Article(text=text, id="t"))] == ["سامر نجم", "وكالة الأفق"]
