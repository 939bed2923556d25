"""The reader of a page: the language, digits and colours chosen, and how texts, numbers and days are put for them.

A language is part of the address (``/en/library``; Arabic has no prefix), so that a link shows everybody the same page;
the bare address of the desk goes to the language chosen last. The rest is kept in cookies, since the first line of a
document depends on it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.page.text import Noun, Text

LANGUAGES = ("ar", "en")
DIGITS = ("latin", "arabic")
THEMES = ("auto", "light", "dark")

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_SIGNS = str.maketrans(",.", "٬٫")
_NO_DATE = Text("بلا تاريخ", "undated")
_UNITS = (
    (1 << 30, Text("{number} غيغابايت", "{number} GB")),
    (1 << 20, Text("{number} ميغابايت", "{number} MB")),
    (1 << 10, Text("{number} كيلوبايت", "{number} KB")),
)
_BYTES = Noun("بايت واحد", "بايتان", "بايتات", "بايتًا", "بايت", "byte", "bytes")
_SECONDS = Text("{number} ثانية", "{number} s")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: `language` ar or en, `digits` latin (3) or arabic (٣), `theme` auto, light or dark.

    Arabic digits are for the Arabic page; English has its own only. Raises ValueError for anything else.
    """

    language: str = "ar"
    digits: str = "latin"
    theme: str = "auto"

    def __post_init__(self) -> None:
        for name, known in (("language", LANGUAGES), ("digits", DIGITS), ("theme", THEMES)):
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is one of {', '.join(known)}, got {getattr(self, name)!r}")

    @classmethod
    def of(cls, cookies: Mapping[str, str], language: str = "ar") -> Reader:
        """The reader of a page in `language` whose browser sends `cookies`; unknown values count as not chosen."""
        chosen = {"digits": (cookies.get("digits"), DIGITS), "theme": (cookies.get("theme"), THEMES)}
        return cls(language, **{name: value for name, (value, known) in chosen.items() if value in known})

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``: the direction of the page, not of the articles on it."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def prefix(self) -> str:
        """What addresses of this language begin with: nothing, or ``/en``."""
        return "" if self.language == "ar" else f"/{self.language}"

    def say(self, text: Text, **values: Any) -> str:
        """`text` in the reader's language with `values` in their places; numbers among them in the reader's digits."""
        said = text.within(self.language)
        if not values:
            return said
        shown = {name: self.number(v) if isinstance(v, int | float) else v for name, v in values.items()}
        return said.format(**shown)

    def figures(self, words: str) -> str:
        """Our own `words` with their digits as chosen. Not for what an article says: that stays as it is."""
        return words.translate(_ARABIC_DIGITS) if self._arabic_digits else words

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its thousands set apart: ``1,245`` or ``١٬٢٤٥``."""
        written = f"{value:,.{decimals}f}" if decimals or isinstance(value, float) else f"{value:,}"
        return self.figures(written.translate(_ARABIC_SIGNS) if self._arabic_digits else written)

    def count(self, number: int, noun: Noun) -> str:
        """`number` with its noun in the form it asks for: ``3 مقالات``, ``25 مقالًا``, ``1 article``."""
        if self.language == "ar":
            if number in (1, 2):
                return noun.one if number == 1 else noun.two
            return f"{self.number(number)} {noun.after(number)}"
        return f"{self.number(number)} {noun.singular if number == 1 else noun.plural}"

    def day(self, day: dt.date | None) -> str:
        """``20 يناير 2017`` or ``20 January 2017``.

        Digits beside a named month keep their order in any direction; those of a numeric date do not.
        """
        if day is None:
            return self.say(_NO_DATE)
        return f"{self.figures(str(day.day))} {months(self.language)[day.month - 1]} {self.figures(str(day.year))}"

    def month(self, day: dt.date) -> str:
        """``يناير 2017`` or ``January 2017``."""
        return f"{months(self.language)[day.month - 1]} {self.figures(str(day.year))}"

    def size(self, taken: int) -> str:
        """A number of bytes in words: ``12.3 ميغابايت``."""
        for unit, text in _UNITS:
            if taken >= unit:
                return self.say(text, number=self.number(taken / unit, 1 if taken % unit else 0))
        return self.count(taken, _BYTES)

    def seconds(self, seconds: float) -> str:
        """A duration: ``0.42 ثانية``."""
        return self.say(_SECONDS, number=self.number(seconds, 2))

    @property
    def _arabic_digits(self) -> bool:
        return self.language == "ar" and self.digits == "arabic"


@cache
def months(language: str) -> tuple[str, ...]:
    """The months' names in `language`, January first, as CLDR has them."""
    from babel.dates import get_month_names

    names = get_month_names("wide", locale=language)
    return tuple(str(names[number]) for number in range(1, 13))


ARABIC = Reader()
"""Whoever has chosen nothing."""
