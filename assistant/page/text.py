"""A text of the page in its two languages, and a noun that is counted in both."""

from __future__ import annotations

from dataclasses import dataclass

from index.counted import arabic_noun


class Text(str):
    """A text in Arabic, which it is where it is used as a string, and in English.

    ``{name}`` in both stands for a value; :meth:`assistant.page.reader.Reader.say` puts the values in and chooses the
    language. Raises ValueError if one of the two is empty: a page half in each language is nobody's.
    """

    english: str
    __slots__ = ("english",)

    def __new__(cls, arabic: str, english: str) -> Text:
        """The same said in `arabic` and in `english`."""
        if not arabic or not english:
            raise ValueError(f"a text needs both languages, got {arabic!r} and {english!r}")
        text = super().__new__(cls, arabic)
        text.english = english
        return text

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """What a copy of it is made of: Gradio copies the settings of its parts."""
        return str(self), self.english

    def within(self, language: str) -> str:
        """The text in `language`, ``ar`` or ``en``."""
        return str(self) if language == "ar" else self.english


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted, in the forms that the numbers ask for.

    Arabic has five, as in CLDR's plural rules: 1 (``مقال واحد``), 2 (``مقالان``), 3 to 10 (``مقالات``), 11 to 99
    (``مقالًا``) and the round hundreds (``مقال``). English has two.
    """

    one: str
    two: str
    few: str
    many: str
    other: str
    singular: str
    plural: str

    def after(self, number: int) -> str:
        """The Arabic noun that follows the digits of `number`; 1 and 2 are said in words, see `one` and `two`."""
        return arabic_noun(number, self.few, self.many, self.other)
