"""Attributions that are no verb: وفق بيان الوزارة, بحسب ما نقلته الوكالة, على حد قول فلان, كما قال, نقلا عن.

They stand after what was said or open the sentence. The noun must be somebody or something that speaks, which tells
"بحسب المصدر" from "بحسب الحاجة"; with a pronoun (على حد قوله) they add nothing to the cue before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.arabic.normal import fold
from index.statements import links
from index.statements.grammar import PUNCTUATION, THAT, THAT_AFTER_FRONT
from index.statements.lexicon import Form, forms, grammar, nouns, places, verbs
from index.statements.morphology import bare, is_cue_word
from index.statements.phrases.analysis import Phrase, analyse
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name
from index.statements.phrases.subjects import subject_after
from index.statements.tokens import MARKS, Tokens

OPENERS: Final = grammar("openers")
_TO: Final = frozenset(fold(w) for w in "وفقا طبقا ووفقا استنادا".split())
_MA: Final = frozenset(fold(w) for w in "حسبما وحسبما وفقما".split())
_SAYING: Final = grammar("saying (sources)")
_SPOKEN: Final = grammar("spoken")


# What things are measured by: وفق القانون, طبقا للمواصفات. They say nothing.
_MEASURES: Final = grammar("measures")
_LATEST: Final = grammar("latest")
_LEARNT: Final = frozenset(fold(w) for w in "علم علمت علمته".split())


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution: where its cue words end, the phrase of the source and its end, and where the words stand."""

    cue_end: int
    phrase: Phrase
    end: int
    content: int
    before: tuple[int, int] | None
    stance: str
    form: Form | None


def self_attribution(tokens: Tokens, i: int) -> int:
    """The end of على حد قوله, وفق تعبيره and the like beginning at token `i`; 0 if there is none."""
    words, n = tokens.words, len(tokens)
    k = i
    if words[k] in ("علي",) and k + 2 < n and words[k + 1] == "حد" and words[k + 2] in nouns("self"):
        return k + 3
    if words[k] in ("وفق", "حسب", "بحسب", "وبحسب", "وحسب") and k + 1 < n:
        if words[k + 1] in nouns("self"):
            return k + 2
        if words[k + 1] == "ما" and k + 2 < n and (form := forms().get(words[k + 2])) and not form.suffix:
            following = words[k + 3] if k + 3 < n else "."
            return k + 3 if following in PUNCTUATION else 0
    if words[k] in ("وفقا", "طبقا") and k + 1 < n and words[k + 1][:1] == "ل" and words[k + 1][1:] in nouns("self"):
        return k + 2
    if (
        words[k] in ("كما", "مثلما")
        and k + 2 < n
        and (form := forms().get(words[k + 1]))
        and words[k + 2] in (".", "،")
    ):
        return k + 2
    return 0


_PARTICLES: Final = frozenset(fold(w) for w in "به عنه عنها فيه على ب".split())
_PARTICLES_OF_ITSELF: Final = _PARTICLES | frozenset(fold(w) for w in "في عن لسان".split())


def find(tokens: Tokens, i: int, a: int, b: int) -> Source | None:
    """The attribution that opens at token `i` of the sentence ``a:b``."""
    words = tokens.words
    word = words[i]
    k, stance, form = i + 1, "say", None
    if k >= b or self_attribution(tokens, i):
        return None
    if word in ("لسان", "حد"):
        if i - 2 >= a and words[i - 2] in ("ورد", "جاء") and word == "لسان":
            return None
        if i == a or words[i - 1] not in ("علي", "وعلي") or (words[k] not in _SAYING and word == "حد"):
            return None
        if word == "حد":
            k += 1
        i -= 1
    elif word in ("نقلا", "ونقلا"):
        if words[k] != "عن":
            return None
        k += 1
    elif word in _TO:
        if words[k] in ("الي", "ل") and k + 1 < b:
            k += 1
        elif not words[k].startswith("ل"):
            return None
    if k + 1 >= b:
        return None
    said = words[k][1:] if words[k][:1] == "ل" else words[k]
    if said in _SPOKEN and words[k + 1] not in PUNCTUATION and not words[k + 1].startswith("ل"):
        k += 1
    if words[k] in ("ما", "لما") or word in _MA:
        k += word not in _MA
        if k >= b:
            return None
        form = is_cue_word(tokens, k)
        reported = words[k] in (
            "جاء",
            "ورد",
            "نشرته",
            "نشره",
            "نشرت",
            "جاءت",
            "بثته",
            "تناقلته",
            "تداولته",
            "اورده",
            "نشر",
            "جاء",
        )
        if words[k] in _LEARNT:  # حسبما علمته الصحيفة من مصدر قضائي
            told_by = next((j for j in range(k + 1, min(b, k + 9)) if words[j] in ("من", "عن")), None)
            if told_by is None:
                return None
            k = told_by
        elif form is None and not reported:
            return None
        stance = form.verb.stance if form else "say"
        k += 1
        # ما ورد في البيان, but ما أكده في اتصال هاتفي, فلان: there the preposition opens a circumstance.
        particles = _PARTICLES_OF_ITSELF if reported else _PARTICLES
        while k < b and words[k] in particles:
            k += 1
    cue_end = k
    phrase, end = _phrase(tokens, k, b, form)
    if phrase is None:
        return None
    fronted = i == a or (i == a + 1 and words[a] in ("و", "ف", "-"))
    told = fronted and end < b and words[end] in THAT_AFTER_FRONT  # وحسب مؤشرات الوزارة فإن
    if form is None and not told and not _speaks(tokens, phrase, word):
        return None
    content, before = -1, None
    if fronted:
        content = _after_front(tokens, end, b)
    else:
        before = clause_before(tokens, i, a)
        rest = _rest(tokens, end, b)
        resumed = rest is not None and words[rest[0] - 1] in THAT | THAT_AFTER_FRONT
        if before is None or resumed or (rest and rest[1] - rest[0] > 2 * (before[1] - before[0])):
            content, before = (rest[0], None) if rest else (-1, before)
    if content < 0 and before is None:
        return None
    return Source(cue_end, phrase, end, content, before, "relay" if stance == "relay" else stance, form)


def as_said(tokens: Tokens, i: int, a: int, b: int, form: Form) -> tuple[tuple[int, int], Phrase, int] | None:
    """كما قال الوزير, after what he said: the run of it, the phrase and its end.

    None if the cue has words of its own.
    """
    if (
        i - 1 <= a
        or form.suffix
        or tokens.words[i + 1 : i + 2] in (["مع"], ["الي"], ["عن"])
        or links.find(tokens, i, form, b) is not None
    ):
        return None
    phrase, end = subject_after(tokens, i + 1, min(b, i + 25), form)
    run = clause_before(tokens, i - 1, a)
    if phrase is None or run is None:
        return None
    return run, phrase, end


def clause_before(tokens: Tokens, i: int, a: int) -> tuple[int, int] | None:
    """The clause that an attribution at token `i` of a sentence is about: what stands before it from token `a`."""
    words = tokens.words
    end = i
    while end > a and (words[end - 1] in PUNCTUATION or words[end - 1] in ("و", "وذلك")):
        end -= 1
    start = a
    while start < end and ((words[start] in PUNCTUATION and words[start] not in MARKS) or words[start] == "و"):
        start += 1
    return (start, end) if end - start >= 3 else None


def _phrase(tokens: Tokens, k: int, b: int, form: Form | None) -> tuple[Phrase | None, int]:
    words = tokens.words
    any_gender = form or Form(verbs()["قال"], "past", "", "")
    if form is not None:
        any_gender = Form(form.verb, form.tense, "", "")
    phrase, end = subject_after(tokens, k, min(b, k + 25), any_gender, object_follows=True)
    if phrase is None:
        return None, k
    start = phrase.start
    # What the phrase goes on with in the same breath (بلاغ لمؤسسة تيسير) belongs to it.
    while (
        phrase.kind == "document"
        and end < b
        and words[end].startswith("ل")
        and len(words[end]) > 3
        and words[end] not in nouns("adjunct")
    ):
        phrase_end = end + 1
        while phrase_end < b and words[phrase_end] not in PUNCTUATION and not _stops(tokens, phrase_end):
            phrase_end += 1
        end = phrase_end
    if end != phrase.end:
        phrase = analyse(tokens, start, end)
    return phrase, end


def _stops(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    return word in nouns("adjunct") or word in nouns("time") or word in THAT or is_cue_word(tokens, k) is not None


def _speaks(tokens: Tokens, phrase: Phrase, opener: str) -> bool:
    """Whether the phrase is somebody or something that speaks."""
    words = tokens.words
    k = phrase.start
    head = words[k]
    if head in MARKS and k + 1 < phrase.end:
        return True
    if head in ("نفس", "ذات") and k + 1 < phrase.end:
        head = words[k + 1]
    if (head in _LATEST or head[1:] in _LATEST) and k + 1 < phrase.end:
        head = words[k + 1]  # وفقا لأحدث بيانات المكتب
    if words[min(phrase.end, k + 2) - 1] in ("التالي", "التاليه", "الاتي"):
        return False
    if opener not in ("نقلا", "ونقلا", "لسان", "حد") and bare(head) in _MEASURES:
        return False
    stems = {head, head[2:] if head.startswith("ال") else head, bare(head), head[1:] if head[0] == "ل" else head}
    if stems & nouns("self"):
        return True
    for section in ("title", "media", "anonymous", "organization", "document"):
        if stems & nouns(section):
            return True
    if (
        phrase.name is not None
        or stems & places()
        or any(begins_name(tokens, j, phrase.end) for j in range(k, phrase.end))
    ):
        return True
    return opener in ("نقلا", "ونقلا", "لسان") and phrase.end - k <= 6


def _after_front(tokens: Tokens, k: int, b: int) -> int:
    """Where the words begin after an attribution that opens the sentence: after its comma, فإن or أن."""
    words = tokens.words
    for j in range(k, min(b, k + 30)):
        if words[j] in THAT_AFTER_FRONT:
            return j + 1
        if words[j] in (".", ":") or is_cue_word(tokens, j):
            break
    for j in range(k, min(b, k + 30)):
        if words[j] in THAT_AFTER_FRONT or (words[j] in THAT and j - k <= 12):
            return j + 1
        if words[j] in ("،", ",") or words[j] == ":":
            if j + 1 < b and words[j + 1] in THAT_AFTER_FRONT:
                return j + 2
            return j + 1
    return k if k < b - 3 else -1


def _rest(tokens: Tokens, k: int, b: int) -> tuple[int, int] | None:
    """What follows an attribution in the middle of its sentence, if it is no clause of another cue."""
    words = tokens.words
    while k < b and (words[k] in ("،", ",", "-") or words[k] in THAT | THAT_AFTER_FRONT):
        k += 1
    end = b
    while end > k and words[end - 1] in PUNCTUATION:
        end -= 1
    if end - k < 4:
        return None
    form = is_cue_word(tokens, k)
    if form is not None and (form.tense == "participle" or form.joined):
        return None
    if words[k] in ("كما", "فيما", "بينما", "وهو", "وذلك", "حيث") or (is_title(words[k]) and False):
        return None
    return (k, end) if not words[k].startswith("و") or is_head(words[k], "organization") else None
