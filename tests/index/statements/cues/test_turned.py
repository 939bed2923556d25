import pytest

from index.statements import extract
from index.vocabulary import Article


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("«لن نقبل بهذا الحل أبدا»، قال الوزير سمير حداد.", "سمير حداد", "لن نقبل بهذا الحل أبدا"),
        ("الأسعار سترتفع قريبا، وهو ما أكده المدير فادي عون.", "فادي عون", "الأسعار سترتفع قريبا"),
        ("وأبلغهم الوزير سمير حداد أن العمل بدأ.", "سمير حداد", "العمل بدأ"),
        ("ووعدهم الوالي فادي عون بحل المشكل.", "فادي عون", "بحل المشكل"),
    ],
)
def test_words_before_the_cue_and_pronouns_behind_it(text: str, speaker: str, words: str) -> None:
    (statement,) = extract(Article(text=text, id="t"))
    assert (statement.speaker, statement.content.of(text)) == (speaker, words)
