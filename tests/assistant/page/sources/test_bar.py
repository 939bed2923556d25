from assistant.page.reader import ARABIC, Reader
from assistant.page.sources.bar import bar


def test_in_the_middle_of_the_citations() -> None:
    markup = bar(ARABIC, 2, 3)
    assert "الاستشهاد 2 من 3" in markup and "disabled" not in markup and "عودة إلى المصادر" in markup


def test_at_either_end_there_is_no_further() -> None:
    assert 'class="previous" aria-label="الاستشهاد السابق" disabled' in bar(ARABIC, 1, 2)
    assert 'class="next" aria-label="الاستشهاد التالي" disabled' in bar(ARABIC, 2, 2)


def test_one_citation_needs_no_buttons_and_none_no_position() -> None:
    assert (
        "الاستشهاد 1 من 1" in bar(ARABIC, 1, 1) and "<nav" in bar(ARABIC, 1, 1) and "previous" not in bar(ARABIC, 1, 1)
    )
    assert "<nav" not in bar(ARABIC) and "<nav" not in bar(ARABIC, 5, 3) and "<nav" not in bar(ARABIC, -1, 3)
    assert "Citation 1 of 2" in bar(Reader("en"), 1, 2) and "٢ من ٣" in bar(Reader("ar", "arabic"), 2, 3)
