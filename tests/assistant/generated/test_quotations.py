import pytest

from assistant.generated.quotations import locate, quotations
from index.vocabulary import Span

TEXT = "وقالت الوزيرة:\n«لن نُغلق المينـاء، أبدًا» وأضافت أن بالميناء ٤٣ سفينة؛ والسفنُ\nكلّها تعمل."


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("لن نُغلق المينـاء، أبدًا", "لن نُغلق المينـاء، أبدًا"),
        ("لن نغلق الميناء ابدا", "لن نُغلق المينـاء، أبدًا"),
        ("43 سفينة", "٤٣ سفينة"),
        ("الميناء ٤٣", "الميناء ٤٣"),  # in بالميناء
        ("السفن كلها", "السفنُ\nكلّها"),
        ("سفن كلها", "سفنُ\nكلّها"),
        ("لن نغلق", "لن نُغلق"),
        ("لن نغلق المطار", None),
        ("نغلق الميناء لن", None),
        ("غلق الميناء", None),
        ("سفي", None),
        ("", None),
        ("…", None),
    ],
)
def test_where_the_words_stand(words: str, own: str | None) -> None:
    found = locate(words, TEXT, Span(0, len(TEXT)))
    assert (found and found.of(TEXT)) == own


def test_only_inside_the_run() -> None:
    assert locate("السفن", TEXT, Span(0, 50)) is None
    start = TEXT.index("وأضافت")
    found = locate("السفن", TEXT, Span(start, len(TEXT)))
    assert found and found.of(TEXT) == "السفنُ"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال: «كذا» ثم «ذلك».", [("«كذا»", ("كذا",)), ("«ذلك»", ("ذلك",))]),
        ('قال: "كذا وكذا"، و“ذلك”.', [('"كذا وكذا"', ("كذا وكذا",)), ("“ذلك”", ("ذلك",))]),
        ("قال: «كذا «داخل» وكذا».", [("«كذا «داخل» وكذا»", ("كذا «داخل» وكذا",))]),
        ("قال: «بلا نهاية\nثم سطر", [("«بلا نهاية", ("بلا نهاية",))]),
        ("«أول ... ثان…»", [("«أول ... ثان…»", ("أول ", " ثان"))]),
        ("«»", [("«»", ())]),
        ("بلا شيء", []),
    ],
)
def test_what_is_quoted(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.span.of(text), one.parts) for one in quotations(text)] == found
