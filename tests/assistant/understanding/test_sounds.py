import pytest

from assistant.understanding.sounds import of_arabic, of_latin


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        *(("ماكرون", "macron"), ("شاهد", "chahed"), ("شاهد", "shahed"), ("سبسي", "sebsi"), ("نتنياهو", "netanyahu")),
        *(("غنوشي", "ghannouchi"), ("قذافي", "gaddafi"), ("اسد", "asad"), ("جيمس", "james"), ("بوتين", "putin")),
        *(("فرانسوا", "francois"), ("ميشال", "michel"), ("خليفه", "khalifa"), ("ظريف", "zarif"), ("ضاهر", "daher")),
    ],
)
def test_a_name_has_one_code_in_both_scripts(arabic: str, latin: str) -> None:
    assert of_arabic(arabic) in of_latin(latin)


@pytest.mark.parametrize(("arabic", "latin"), [("ماكرون", "merkel"), ("شاهد", "salem"), ("بوتين", "trump")])
def test_other_names_have_others(arabic: str, latin: str) -> None:
    assert of_arabic(arabic) not in of_latin(latin)
