"""Month names of the Arab press, each to its number: يناير, جانفي and كانون الثاني are one month.

Egypt and the Gulf, the Levant and Iraq, Tunisia and Algeria, Morocco (Unicode CLDR, locales ar, ar_SY, ar_TN, ar_MA).
"""

from __future__ import annotations

from typing import Final

from index.arabic.normal import fold

_NAMES = {
    1: "يناير جانفي كانون_الثاني",
    2: "فبراير فيفري شباط",
    3: "مارس آذار",
    4: "أبريل إبريل أفريل نيسان",
    5: "مايو ماي أيار",
    6: "يونيو يونيه جوان حزيران",
    7: "يوليو يوليه جويلية يوليوز تموز",
    8: "أغسطس أوت غشت آب",
    9: "سبتمبر شتنبر أيلول",
    10: "أكتوبر تشرين_الأول",
    11: "نوفمبر نونبر تشرين_الثاني",
    12: "ديسمبر دجنبر كانون_الأول",
}

MONTHS: Final[dict[tuple[str, ...], int]] = {
    tuple(fold(name).split("_")): number for number, names in _NAMES.items() for name in names.split()
}


def month_token(number: int) -> str:
    """The word that stands for a month in the full text: ``شهر01`` for January, whatever its name."""
    return f"شهر{number:02d}"
