"""How a cue's words follow it: after إن/أن, a colon, a mark, a preposition, or as a noun phrase of their own.

Between the cue and its words stand the subject and the circumstances (قال الوزير في تصريح لوكالة الأنباء اليوم إن): the
link is searched to the right until the sentence ends or another cue opens a clause of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.arabic.normal import fold
from index.statements.grammar import QUESTION, RELATIVE, SAYING, THAT, THAT_WITH_BI
from index.statements.lexicon import Form, grammar, nouns, places
from index.statements.morphology import is_cue_word, masdar_like
from index.statements.tokens import MARKS, Tokens

_PREPOSITIONS: Final = {"ila": "الي", "min": "من", "ofr": "عن", "fi": "في"}
_CLAUSE: Final = {"ilaan": "الي", "alaan": "علي", "bian": ""}
# Before these words the preposition belongs to them, not to the cue: ردا على, وصوله إلى, المسؤول عن.
_OWNERS: Final = {
    "الي": grammar("owners"),
    "من": grammar("owners 55"),
    "عن": grammar("owners 56"),
    "علي": grammar("owners 57"),
    "في": grammar("owners 58"),
}


_NOT_GOVERNED: Final = grammar("not governed")
_BI_ADJUNCTS: Final = grammar("bi adjuncts")
_LIKE_MASDAR: Final = grammar("like masdar")
_REFUSED: Final = grammar("refused")
_ACTS: Final = grammar("acts")
_CALLED: Final = grammar("called")
_LONG_TITLE: Final = 6
_ENTITLED: Final = grammar("entitled")
SHORT_QUOTE: Final = 3
"""Words; a marked run no longer than this is usually a name."""


_THAT_NOT: Final = fold("ألا")  # kept: رجح ألا يتجاوز is "that it will not"
_WINDOW: Final = 75


@dataclass(frozen=True, slots=True)
class Link:
    """How the words hang on the cue (`kind`), where the space for subject and circumstances ends (`between`).

    `content` is where the words begin.
    """

    kind: str
    between: int
    content: int
    strong: bool = True


def find(tokens: Tokens, cue: int, form: Form, end: int) -> Link | None:
    """The link of the cue at token `cue` within the sentence that ends at token `end`, None if it reports nothing."""
    words, closing, links = tokens.words, tokens.closing, form.verb.links
    wants_ask, clause = "ask" in links, next((p for name, p in _CLAUSE.items() if name in links), None)
    fallback: Link | None = None
    stop = min(end, cue + _WINDOW)
    j = cue + 1
    if form.verb.lemma == "قال" and form.tense == "participle" and j < end and words[j] not in THAT | MARKS | {":"}:
        return _bare(tokens, cue, stop)
    while j < stop:
        word = words[j]
        if word in MARKS and j in closing:
            close = closing[j]
            if j - 1 > cue and words[j - 1] in _ENTITLED and j not in tokens.unclosed:
                j = close + 1  # ندوة حول "..."، كتاب بعنوان "...": a title
                continue
            onward = words[close + 1] if close + 1 < stop else ""
            if "whom" in links and onward in _governing(links) and j not in tokens.unclosed:
                j = close + 1  # دعا "كل القوى" إلى: the addressee
                continue
            if _quotes(tokens, j, close, cue):
                if "quote" in links or ("an" in links and fallback is None and not form.verb.weak):
                    return fallback if fallback else Link("quote", j, j)
                if "all" not in links:
                    return fallback or (Link("np", j, -1, strong=False) if "np" in links else None)
            j = j + 1 if j in tokens.unclosed else close + 1
            continue
        if word in ("-", "–") and j + 1 < stop and words[j + 1] in RELATIVE:
            dash = next((k for k in range(j + 2, stop) if words[k] in ("-", "–")), None)
            if dash is not None:
                j = dash + 1  # وأضاف الوزير - الذي قال مرارا إن ... - أن
                continue
        if word in THAT and not (word == "ان" and _subjunctive_owner(words, j)):
            return _that(tokens, cue, j, links, clause, fallback)
        if word in THAT_WITH_BI and (links & {"an", "bi", "bian"}):
            loose = fallback is not None and fallback.kind == "bi" and not _said_thing(tokens, fallback.content)
            return fallback if fallback and fallback.content < j - 1 and not loose else Link("an", j, j + 1)
        if word == ":":
            if links & {"colon"} or (fallback is None and "quote" in links):
                return fallback or Link("colon", j, j + 1)
            return fallback
        if wants_ask and word in QUESTION and (j == cue + 1 or word in ("هل", "عما", "لماذا", "ماذا", "كيف")):
            return Link("ask", j, j)
        if (j > cue + 1 or word in SAYING) and _opens_clause(tokens, j):
            break
        if fallback is None:
            fallback = _asked_of(tokens, j, stop) if "from" in links else _preposition(tokens, cue, j, links)
        j += 1
    if fallback is None and "np" in links:
        fallback = Link("np", min(j, end), -1, strong=False)
    return fallback


def _that(
    tokens: Tokens, cue: int, j: int, links: frozenset[str], clause: str | None, fallback: Link | None
) -> Link | None:
    """The link when the complementizer is met at token `j`."""
    words = tokens.words
    before = words[j - 1]
    governed = before in ("الي", "علي", "من", "عن", "في")
    if "an" in links or (governed and (fallback or before == clause or before in _governing(links))):
        if fallback is not None and fallback.content < j and fallback.kind != "np":
            loose = fallback.kind == "bi" and not _said_thing(tokens, fallback.content)
            aside = fallback.kind in ("ala", "bi") and j - fallback.content <= 14
            aside = aside and _in_circumstance(tokens, cue, fallback.content)
            if "an" in links and not governed and (loose or aside):
                return Link("an", j, j + 1)  # أكد عبر حساب على فيسبوك أن
            # أشار إلى أهمية أن, but على هامش المؤتمر إلى أن
            if not governed or fallback.content == j:
                return fallback
            if _PREPOSITIONS.get(fallback.kind, "علي" if fallback.kind == "ala" else "") != before:
                return fallback
        return Link("an", j - governed, j + (words[j] != _THAT_NOT))
    if fallback:
        return fallback
    return Link("np", j, -1, strong=False) if "np" in links else None


def _asked_of(tokens: Tokens, j: int, stop: int) -> Link | None:
    """What was asked of somebody: طلب الاتحاد من اللجنة | عدم إقامة المباراة."""
    if tokens.words[j] != "من":
        return None
    for k in range(j + 2, min(stop, j + 10)):
        before = tokens.words[k - 1]
        ended = before.startswith("ال") or before in tokens.surnames or before in places()
        ended = ended or tokens.raw(k - 1).endswith(("ه", "ها", "هم"))
        word = tokens.words[k]
        if ended and not word.startswith("ال") and (word in nouns("declared_object") or masdar_like(tokens.raw(k))):
            return Link("from", j, k)
    return None


def _in_circumstance(tokens: Tokens, cue: int, k: int) -> bool:
    """Whether a circumstance has begun between the cue and token `k`: its prepositions are not the cue's."""
    return any(tokens.words[j] in _CIRCUMSTANCE for j in range(cue + 1, k - 1))


_CIRCUMSTANCE: Final = grammar("circumstance")


def _said_thing(tokens: Tokens, k: int) -> bool:
    """Whether the word with بـ at token `k` is an action, so that it can be what was said."""
    raw = tokens.raw(k)[1:].removeprefix("ال")
    return masdar_like(raw) or fold(raw) in _LIKE_MASDAR


def _governing(links: frozenset[str]) -> list[str]:
    """The prepositions that the verb takes."""
    return [p for name, p in _PREPOSITIONS.items() if name in links] + (["علي"] if "ala" in links else [])


def _subjunctive_owner(words: list[str], j: int) -> bool:
    """Whether أن belongs to the word before it: قبل أن, بعد أن, دون أن, يمكن أن, ضرورة أن."""
    return words[j - 1] in _SUBJUNCTIVE or (words[j - 1] == "من" and words[j - 2] in _SUBJUNCTIVE_FROM)


_SUBJUNCTIVE: Final = grammar("subjunctive")
_SUBJUNCTIVE_FROM: Final = grammar("subjunctive from")


def _quotes(tokens: Tokens, opening: int, close: int, cue: int) -> bool:
    """Whether the marked run is something said, not a name."""
    size = close - opening - 1
    if size <= _LONG_TITLE and tokens.words[opening - 1] in _CALLED | nouns("media"):
        return False  # قناة "إم بي سي مصر"
    if size > SHORT_QUOTE:
        return opening not in tokens.unclosed or not any(w in THAT for w in tokens.words[opening + 1 : opening + 5])
    after = tokens.words[close + 1] if close + 1 < len(tokens) else "."
    if opening == cue + 1 or tokens.words[opening - 1] == ":":
        return size > 1 and after in (".", "،", "\n", "!", "؟", "؛")
    return size > 1 and after in (".", "\n") and tokens.words[opening - 1] not in nouns("organization") | nouns("media")


def _opens_clause(tokens: Tokens, j: int) -> bool:
    """Whether another cue opens a clause at `j`: a participle, or a finite verb with و, ف or a comma before it."""
    form = is_cue_word(tokens, j)
    onward = tokens.words[j + 1] if j + 1 < len(tokens) else ""
    weak = form is not None and form.verb.weak
    weak = weak and not (form is not None and form.tense == "participle" and onward in THAT | THAT_WITH_BI | {":"})
    if form is None or form.suffix or weak or form.verb.lemma == "عقب" or form.verb.links & {"relay"}:
        return False
    if form.verb.lemma == "رفض" and onward in _REFUSED:
        return False  # قال رافضا كشف اسمه إن
    if form.tense == "participle":
        return not tokens.words[j].startswith("ال") and tokens.words[j - 1] not in ("في", "من", "علي", "عن", "الي")
    return form.joined or tokens.words[j - 1] in ("و", "،", "كما")


def _preposition(tokens: Tokens, cue: int, j: int, links: frozenset[str]) -> Link | None:
    """A preposition at `j` that governs what was said, given the verb's links."""
    words = tokens.words
    word = words[j]
    if j + 1 >= len(tokens):
        return None
    following = words[j + 1]
    if following in _NOT_GOVERNED or words[j - 1] in _OWNERS.get(word, ()):
        pass
    elif "ala" in links and tokens.is_ala(j) and following not in THAT:
        return Link("ala", j, j + 1)
    else:
        for name in ("ila", "min", "ofr", "fi"):
            if name in links and word == _PREPOSITIONS[name] and following not in THAT:
                if name == "fi" and following in nouns("medium") | nouns("occasion"):
                    continue
                return Link(name, j, j + 1)
    if (
        "bi" in links
        and word[0] == "ب"
        and len(word) > 2
        and word not in _BI_ADJUNCTS
        and word[1:] not in nouns("medium")
    ):
        owned = len(word) > 5 and tokens.raw(j).endswith(("ته", "تها", "تهم", "ها", "هم", "نا"))
        stem = word[3:] if word.startswith("بال") else word[1:]
        thing = any(stem in nouns(s) for s in ("organization", "title", "occasion", "media")) or stem in places()
        thing = thing or any(word in nouns(s) for s in ("organization", "title", "occasion", "medium", "document"))
        near = j == cue + 1 or words[j - 1].startswith("ال") or tokens.raw(j - 1).endswith(("ه", "ها"))
        near = near or words[j - 1] in tokens.surnames or words[j - 1] in places() or words[j - 1] in nouns("medium")
        thing = thing and stem not in _ACTS
        body = thing and word.startswith("بال") and stem in nouns("organization")
        thing = thing or not near or any(words[k] in ("،", ",") for k in range(cue + 1, j))
        if not body and (
            word in ("بما", "بكل", "بمدي")
            or word.startswith("بال")
            or word[1:] in _LIKE_MASDAR
            or owned
            or masdar_like(tokens.raw(j)[1:])
            or not thing
        ):
            return Link("bi", j, j)
    if "li" in links and word.startswith("ل") and len(word) > 3:
        if j == cue + 1 and ("whom" not in links or word.startswith("لل")):
            return Link("li", j, j)
        action = tokens.raw(j).removeprefix("لل").removeprefix("ل")
        if "whom" in links and j > cue + 1 and (masdar_like(action) or fold(action) in _LIKE_MASDAR):
            return Link("li", j, j)
    return None


def _bare(tokens: Tokens, cue: int, stop: int) -> Link | None:
    """قائلا with the words at once, or after its circumstances: قائلا لوسائل الإعلام إن."""
    words = tokens.words
    j = cue + 1
    if words[j].startswith(("ل", "في", "خلال", "علي", "عبر", "امام")) and words[j] not in (
        "لا",
        "لن",
        "لم",
        "لقد",
        "ليس",
    ):
        for k in range(j, min(stop, j + 14)):
            if (
                words[k] in THAT
                or words[k] == ":"
                or (words[k] in MARKS and tokens.closing.get(k, 0) - k > SHORT_QUOTE)
            ):
                return Link("an" if words[k] in THAT else "colon", k, k + (words[k] not in MARKS))
    if words[j] == "،" and j + 1 < stop:
        j += 1
    return Link("bare", j, j)
