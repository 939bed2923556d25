"""The frame of a question: the word that asks, the verb of saying asked with, and whose words are asked for.

Judged on words and their order: who asks for the subject of its verb, so a name after it is no speaker; of the others
the subject follows the verb (ماذا قال الوزير عن), or stands before it in speech (الوزير قال إيه عن).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.understanding.asking import Asker, asker, is_ambiguous, is_which
from assistant.understanding.lexicon import either
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.typed import Typed, is_unsure, verb
from index.statements.lexicon import Form

_OPENING: Final = re.compile(
    f"(?:(?:{either('openings')}|(?:{either('asks politely')}) (?:{either('tells')})|{either('knowing')}"
    f"|(?:{either('wanting')}) (?:{either('to know')})) )+"
)
_STOPS: Final = words_of("ends a speaker")
_SKIPPED: Final = words_of("before a verb")
_RELATIVE: Final = frozenset(["الذي", "التي", "الذين", "اللي", "الي", "يلي", "اللذان", "اللذين", "who", "that"])
_PREPOSITIONS: Final = frozenset("عن في علي من الي مع بعد قبل حول بين بدون دون عند لدي منذ حتي ضد حسب تجاه".split())
_ACCORDING: Final = frozenset("حسب بحسب وفق وفقا طبقا برأي براي نقلا لسان".split())
_IN_EYES: Final = frozenset("راي نظر تقدير اعتقاد".split())
_SPEECHES: Final = dict.fromkeys(words_of("stances"), "stance") | dict.fromkeys(words_of("speeches"), "said")
_ENGLISH_VERBS: Final = {
    **dict.fromkeys(
        "say says said tell tells told state stated speak spoke talk talked mention mentioned".split(), "قال"
    ),
    **dict.fromkeys("deny denies denied".split(), "نفي"),
    **dict.fromkeys("warn warns warned".split(), "حذر"),
    **dict.fromkeys("announce announces announced declare declared".split(), "اعلن"),
    **dict.fromkeys("accuse accuses accused".split(), "اتهم"),
    **dict.fromkeys("demand demands demanded call called".split(), "طالب"),
    **dict.fromkeys("confirm confirms confirmed".split(), "اكد"),
    **dict.fromkeys("criticize criticized criticised condemn condemned".split(), "انتقد"),
    **dict.fromkeys("promise promised pledge pledged".split(), "وعد"),
    **dict.fromkeys("praise praised welcome welcomed".split(), "رحب"),
    **dict.fromkeys("explain explained".split(), "اوضح"),
    **dict.fromkeys("expect expected think thinks".split(), "توقع"),
    **dict.fromkeys("add added".split(), "اضاف"),
}
_REPORTS: Final = words_of("reports")
_THEREOF: Final = frozenset(
    ["لي", "لنا", "عنه", "عنها", "عليه", "عليها", "فيه", "فيها", "به", "بها", "له", "لها", "اليه", "اليها"]
)
_NEAR: Final = 6  # words from the asker to its verb


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parts of a question stand, in places of its words.

    `start` is the first word after a polite opening; `verb` the place of the reporting verb with its `form`; `noun`
    that of a noun of saying (موقف, تصريحات) with `speech` (stance, said); `speakers` the runs of words that tell
    whose words are asked for; `subject` tells that the verb's subject is what is asked for (من قال). `doer` is where
    the subject of a verb that is none of saying stands (بماذا ربط الوزير), whose words may answer all the same.
    """

    start: int
    asker: Asker | None
    verb: int | None = None
    form: Form | None = None
    noun: int | None = None
    speech: str = ""
    speakers: tuple[tuple[int, int], ...] = ()
    subject: bool = False
    doer: int | None = None

    @property
    def impersonal(self) -> bool:
        """Whether the verb may have no speaker at all: متى كان يرجح انعقاد المؤتمر (was it expected)."""
        opines = self.form is not None and self.form.verb.stance == "opine" and self.form.tense == "present"
        return opines and self.asker is not None and self.asker.kind in ("when", "where", "how_many")


def frame(typed: Typed) -> Frame:
    """The frame of a question."""
    words = [word.folded for word in typed.words]
    start = _opening(words)
    asks = _asker(words, start)
    place, form = _verb(words, start, asks)
    noun = next(
        (
            n
            for n in range(start, len(words))
            if (words[n] in _SPEECHES or words[n].removeprefix("ال") in _SPEECHES) and n != place
        ),
        None,
    )
    if noun is not None and place is not None and noun > place:
        noun = None
    speech = _SPEECHES.get(words[noun].removeprefix("ال"), "") if noun is not None else ""
    subject = asks is not None and (
        (asks.kind == "who" and asks.clitic in ("", "و", "ف")) or _asks_for_subject(words, asks, place)
    )
    runs = [run for run in _according(words, start) if run[0] < run[1]]
    if not subject or (asks and place is not None and place < asks.place):
        if place is not None:
            implied = form is not None and form.number == "p" and words[place - 1] in _RELATIVE  # الذين كشفوا
            runs += [] if implied else _around_verb(words, start, asks, place)
        elif noun is not None:
            runs.append(_until_stop(words, noun + 1))
    said = place is not None or noun is not None
    doer = None if said else _doer(words, asks)
    return Frame(start, asks, place, form, noun, speech, tuple(run for run in runs if run[0] < run[1]), subject, doer)


def _doer(words: Sequence[str], asks: Asker | None) -> int | None:
    if asks is None or asks.kind not in ("what", "how"):
        return None
    place = asks.place + 1
    while place < len(words) and (words[place] in _RELATIVE or words[place] in _SKIPPED):
        place += 1
    return place + 1


def is_stop(word: str) -> bool:
    """Whether a word ends the name of a speaker."""
    return word in _STOPS or word.startswith(("لل", "بال")) or word.isdigit()


def form_of(word: str) -> Form | None:
    """The reporting verb that a word is, in Arabic or English."""
    return verb(_ENGLISH_VERBS.get(word, word))


def _opening(words: Sequence[str]) -> int:
    """How many words of courtesy stand before the question."""
    match = _OPENING.match("".join(f"{word} " for word in words))
    done = match.group().count(" ") if match else 0
    return done if done < len(words) else 0


def _asker(words: Sequence[str], start: int) -> Asker | None:
    found = [one for n in range(start, len(words)) if (one := asker(n, words[n]))]
    for one in found:
        word, at_start = words[one.place], one.place == start
        following = words[one.place + 1] if one.place + 1 < len(words) else ""
        if one.word == "how" and following in ("many", "much"):
            return Asker(one.place + 1, "how_many", one.word)
        if is_which(one.word, words[one.place - 1] if one.place else "", following):
            return Asker(one.place, "which", "اي", one.clitic)
        if one.kind == "yes_no" and one.word.isascii() and not at_start:
            continue
        if one.word == "واش" and following and form_of(following):
            return Asker(one.place, "what", one.word, one.clitic)
        if not is_ambiguous(one.word):
            return one
        if (
            one.word in ("من", "ممن")
            and (nearer := asker(one.place + 1, following))
            and nearer.kind != "who"
            and at_start
        ):
            return Asker(nearer.place, nearer.kind, nearer.word, "من")
        if at_start or (one.clitic in ("و", "ف") and at_start):
            return one
        if one.word == "من" and one.clitic == "" and _opens_clause(words, start, one.place):
            return one
        if one.clitic in ("ل", "ول") and one.word == "من" and following and form_of(following):
            return one
        if one.word in ("ممن", "عما", "مما") and one.place <= start + 1 and "?" not in word:
            return one
    return None


def _opens_clause(words: Sequence[str], start: int, place: int) -> bool:
    """Whether من asks in the middle of a question: after "according to", where a verb follows."""
    if place and words[place - 1] in ("لسان", "قول"):
        return True
    return words[start] in _ACCORDING or (words[start] in ("في", "ب") and words[start + 1] in _IN_EYES)


def _verb(words: Sequence[str], start: int, asks: Asker | None) -> tuple[int | None, Form | None]:
    first = asks.place + 1 if asks else start
    if asks and asks.kind == "which":
        first += 1  # اذاعه is a noun in لأي إذاعة
    strict = asks is not None and asks.kind == "who"
    direct = True
    # إلى أي مستشفى نقل الضحايا: an unsure verb is one of saying only where its subject is asked for.
    oblique = asks is not None and asks.kind == "which" and not _stands_alone(words, asks)
    for n in range(first, min(len(words), first + (2 * _NEAR if strict else _NEAR))):
        word = words[n]
        first_who = words[n - 2 : n] == ["اول", "من"]  # من أول من أكد
        after_relative = (n > first and words[n - 1] in _RELATIVE) or first_who
        preposed = n > first and words[n - 1] in _PREPOSITIONS and not first_who
        superlative = word == "ابرز" and asks is not None and asks.word == "ما"
        found = None if preposed or superlative else form_of(word)
        sure = not is_unsure(word) or (direct and not oblique) or after_relative
        if found and sure and (direct or after_relative or not strict):
            return n, found
        if direct and word not in _SKIPPED:
            direct = False
            if strict and word not in ("القيادي", "المسوول") and not _noun_follows(words, n):
                break
    if asks and asks.place > start:
        for n in range(start, asks.place):
            if (
                (found := form_of(words[n]))
                and not (is_unsure(words[n]) and n + 1 != asks.place)
                and found.tense != "participle"
            ) and (n == start or words[n - 1] not in _PREPOSITIONS):
                return n, found
    return None, None


def _noun_follows(words: Sequence[str], n: int) -> bool:
    """Whether a noun stands after who, with a relative clause to come: من الوزير الذي قال."""
    return any(word in _RELATIVE for word in words[n + 1 : n + _NEAR]) or words[n] in ("اول", "من")


def _asks_for_subject(words: Sequence[str], asks: Asker, place: int | None) -> bool:
    """Whether أي asks for who said: أي حزب نبه, but not في أي برنامج قال."""
    if asks.kind != "which" or place is None:
        return False
    return _stands_alone(words, asks)


def _stands_alone(words: Sequence[str], asks: Asker) -> bool:
    """Whether no preposition stands before a question word, apart or written to it."""
    before = words[asks.place - 1] if asks.place else ""
    return asks.clitic not in ("ب", "ل", "ع", "وب", "ول") and before not in _PREPOSITIONS | {"خلال"}


def _around_verb(words: Sequence[str], start: int, asks: Asker | None, place: int) -> list[tuple[int, int]]:
    """The run that holds the subject of the verb at `place`: after it, else before."""
    first = place + 1
    while first < len(words) and (
        (asker(first, words[first]) and words[first] not in ("من", "ما")) or words[first] in _THEREOF
    ):
        first += 1
    after = _until_stop(words, first)
    if after[0] < after[1]:
        return [after]
    if words[place - 1] in _RELATIVE:
        return []
    if asks and start < asks.place == place - 1:  # الوزير ماذا قال
        return [(start, asks.place)]
    began = asks.place + 1 if asks and asks.place < place else start
    run = (began, place)
    while run[0] < run[1] and (words[run[0]] in _SKIPPED or words[run[0]] in _STOPS):
        run = (run[0] + 1, run[1])
    return [run]


def _until_stop(words: Sequence[str], first: int) -> tuple[int, int]:
    stop = first
    while stop < len(words) and not is_stop(words[stop]):
        stop += 1
    return first, stop


def _according(words: Sequence[str], start: int) -> list[tuple[int, int]]:
    """The runs after حسب, في رأي, في نظر, على لسان."""
    runs = []
    for n in range(start, len(words)):
        opens = words[n] in _ACCORDING or (words[n] in _IN_EYES and n > start and words[n - 1] in ("في", "ب"))
        if not opens or n + 1 >= len(words):
            continue
        if words[n + 1] in _REPORTS:
            continue
        first, stop = _until_stop(words, n + 1 + (words[n + 1] in ("عن", "ل")))
        asking = next((k for k in range(first, stop) if asker(k, words[k])), stop)
        runs.append((first, min(asking, next((k for k in range(first + 1, stop) if form_of(words[k])), stop))))
    return runs
