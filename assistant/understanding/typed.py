"""A question as typed, word by word: each word as it stands and as it is compared.

Careless typing is undone here, for the comparison only: letters held down (مييين), question words and verbs written
together (ماذاقال, ماهو), the ش of Iraq (شقال), and the verbal prefixes of speech (بيقول, هيقول, عم يحكي).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.arabic.frequency import rates
from index.arabic.normal import clean, fold
from index.statements.lexicon import Form, forms, places

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_HELD: Final = re.compile(r"(\w)\1{2,}")
_GLUED: Final = re.compile("(ماذا|من|متي|اين|كيف|وين|فين|مين|شو|ايش|وش|شنو|شكون|لماذا|ليش|هل)(.{3,})")
_WHAT_IS: Final = re.compile("(ما|من|مين|وش)(هو|هي|هم)")
_IRAQ: Final = re.compile("ش(.{3,})")
_SPEECH_PREFIX: Final = re.compile("(?:عمب|عم|ب|ه|ح|راح|غادي|غا|ك|ت?ا?)(?=[يتن])")
_A_WORD: Final = 1e-7  # share of running text from which a word is one (منتصف is not "من تصف")
_COMMON: Final = 2e-5  # share from which a lone word is a word first, and a name only where names stand
_CLITICS: Final = ("و", "ل", "ب", "ف", "ك", "ول", "وب")
_NOT_SAYING: Final = frozenset(
    map(fold, "بين عد زاد ثمن حمل باح رد ذهب تابع ختم حكم نوه وعد أمل امر رأي قدر كتب نقل نقلت".split())
)
"""Forms that are most often another word in a question: only right after a question word are they verbs."""
_NEVER: Final = frozenset(["ورد", "وردت", "ورده", "راي", "الي", "سجل", "سجلت", "يبلغ", "تبلغ", "تقدر"])
"""Never verbs of saying in a question: appeared, opinion, amounts to."""
_SPOKEN: Final = {
    **dict.fromkeys("جاوب جاوبو جاوبه جاوبت جاوبوه يجاوب".split(), "رد"),
    **dict.fromkeys("قالو قالها قالوا قلت يقولو كال كالت كالوا يكول تكول كالها قاله".split(), "قال"),
    **dict.fromkeys("حكا حكي حكت حكي يحكي تحكي حكاها هدر هضر كلم تكلم اتكلم تكلمت تكلموا يتكلم اتكلمت".split(), "تحدث"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: as typed, as it is compared (folded, lower case), and where it stands in the clean text."""

    typed: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A question without what carries no meaning (`text`), and its `words`."""

    text: str
    words: tuple[Word, ...]

    def between(self, start: int, stop: int) -> str:
        """The words ``start:stop`` as typed, with what stands between them."""
        return self.text[self.words[start].start : self.words[stop - 1].end] if start < stop else ""


def read(asked: str) -> Typed:
    """The words of a question as typed."""
    text = clean(asked)
    held_down = _HELD.search(text) is not None
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = fold(match.group()).lower()
        word = _HELD.sub(r"\1", word) if held_down else word
        place = match.start()
        for part in _parts(word):
            end = match.end() if part is None else min(match.end(), place + len(part))
            found.append(Word(text[place:end], part, place, end))
            place = end
        if found and found[-1].end != match.end():
            last = found[-1]
            found[-1] = Word(text[last.start : match.end()], last.folded, last.start, match.end())
    return Typed(text, tuple(found))


def verb(word: str) -> Form | None:
    """The form of a reporting verb that a folded word is, in writing or in speech; None if it is none."""
    return _verb(word)


def is_unsure(word: str) -> bool:
    """Whether a reporting verb's form is most often another word (بين, رد)."""
    return word in _NOT_SAYING


def is_rare(word: str) -> bool:
    """Whether a folded word is rarer in running text than what is a word first and a name only in its place."""
    return rates().get(word, 0.0) < _COMMON and word not in places() and word.removeprefix("ال") not in places()


@lru_cache(maxsize=1 << 14)
def without_clitic(word: str) -> tuple[str, ...]:
    """A folded word as it stands, and without the clitics that may be written to a name: لكاجمان, للشاهد, وماكرون."""
    forms = [word, "ال" + word[2:]] if word.startswith("لل") and len(word) > 5 else [word]
    forms += [word[len(clitic) :] for clitic in _CLITICS if word.startswith(clitic) and len(word) - len(clitic) > 3]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=1 << 12)
def _verb(word: str) -> Form | None:
    known = forms()
    if word in _NEVER:
        return None
    if word in known:
        return known[word]
    for prefix in ("", "و", "ف"):
        if word.startswith(prefix) and (lemma := _SPOKEN.get(word[len(prefix) :])):
            return known[fold(lemma)]
    for suffix in ("ه", "ها", "وه"):  # رواه, نفاها: the last letter of a weak verb changes before a pronoun
        if word.endswith("ا" + suffix) and (weak := word[: -len(suffix) - 1] + "ي") in known and len(weak) > 2:
            return known[weak]
    spoken = _SPEECH_PREFIX.match(word)
    rest = word[spoken.end() :] if spoken and spoken.end() else ""
    return known.get(rest) if len(rest) > 3 and known.get(rest, None) and known[rest].tense == "present" else None


@lru_cache(maxsize=1 << 12)
def _parts(word: str) -> tuple[str, ...]:
    if word in forms():
        return (word,)
    if match := _WHAT_IS.fullmatch(word):
        return match.groups()
    if rates().get(word, 0.0) > _A_WORD:
        return (word,)
    if (match := _GLUED.fullmatch(word)) and verb(match.group(2)):
        return match.groups()
    if (
        (match := _IRAQ.fullmatch(word))
        and (found := verb(match.group(1)))
        and found.verb.stance in ("say", "announce")
    ):
        return ("ش", match.group(1))
    return (word,)
