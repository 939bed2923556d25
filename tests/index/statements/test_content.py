import pytest

from index.statements import content
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("إن | المشروع جاهز، على حد قوله.", "المشروع جاهز"),
        ("إن | المشروع جاهز، دون أن يحدد موعدا.", "المشروع جاهز"),
        ("إن | المشروع جاهز، لكنه لم يوضح متى.", "المشروع جاهز"),
        ("إن | المشروع جاهز، وذلك خلال مؤتمر صحفي.", "المشروع جاهز"),
        ("إن | المشروع جاهز. والطقس جميل.", "المشروع جاهز"),
        (': | "المشروع جاهز. والعمل متواصل." وغادر', "المشروع جاهز. والعمل متواصل"),
    ],
)
def test_where_the_words_end(text: str, words: str) -> None:
    tokens = read(text.replace("| ", ""))
    run = content.end(tokens, 1, [], direct=text.startswith(":"))
    assert tokens.text(*run).rstrip(".") == words


def test_another_report_ends_them() -> None:
    tokens = read("إن المشروع جاهز وأضاف أن العمل متواصل")
    assert tokens.text(*content.end(tokens, 1, [3])) == "المشروع جاهز"


@pytest.mark.parametrize(
    ("text", "kind"),
    [('قال "المشروع جاهز الآن"', "direct"), ("قال إن المشروع جاهز", "indirect"), ('قال إن المشروع "جاهز"', "mixed")],
)
def test_type(text: str, kind: str) -> None:
    tokens = read(text)
    start, stop = content.end(tokens, 1 if kind == "direct" else 2, [], direct=kind == "direct")
    assert content.type_of(tokens, start, stop) == kind
