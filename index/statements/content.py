"""Where the reported words end, and whether they are given directly, indirectly or mixed."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from index.arabic.normal import fold
from index.statements import sources
from index.statements.grammar import PUNCTUATION, QUESTION, THAT
from index.statements.lexicon import grammar, nouns
from index.statements.morphology import bare
from index.statements.tokens import MARKS, Tokens

_LOOSE_END: Final = PUNCTUATION - MARKS | frozenset(fold(w) for w in "و كما وذلك".split())
_TURNS: Final = grammar("turns")


def end(tokens: Tokens, start: int, stops: list[int], direct: bool = False, nominal: bool = False) -> tuple[int, int]:
    """The run of the words that begin at token `start`, given the sorted tokens at which other clauses of report begin.

    `direct` says that a colon or a mark led to them: a quotation then ends them. `nominal` says that they are a noun
    phrase, which a new clause ends (دعا إلى التهدئة، ولم ينجح). Else they run to the end of the
    sentence, or over it where a quotation does; marks around the whole are left out. Empty if nothing is left.
    """
    words, closing = tokens.words, tokens.closing
    start = _first(tokens, start)
    if start >= len(tokens):
        return start, start
    limit = _sentence_end(tokens, start)
    if direct and words[start] not in MARKS:
        limit = _asked_on(tokens, limit)
    whole = closing.get(start, -1) if words[start] in MARKS and start not in tokens.unclosed else -1
    if whole > 0 and direct and whole - start > 4 and not _quotes_on(tokens, whole):
        return _trim(tokens, start + 1, whole)
    if whole > 0 and _closes_all(tokens, whole, limit, stops):
        return _trim(tokens, start + 1, whole)
    opened = tokens.quoted[start - 1] if start else -1
    if opened >= 0 and start - 1 != opened and opened not in tokens.unclosed and closing[opened] >= start:
        limit = min(limit, closing[opened])
    k = start
    following = bisect_right(stops, start)
    stop = stops[following] if following < len(stops) else len(tokens)
    while k < limit:
        if k >= stop and k > start:
            break
        word = words[k]
        if word in MARKS and k in closing and k not in tokens.unclosed:
            k = closing[k] + 1
            while stop < k:
                following += 1
                stop = stops[following] if following < len(stops) else len(tokens)
            if k > limit:
                limit = k if words[k - 2] in ".!؟" else _sentence_end(tokens, k - 1)
            continue
        if word in ("علي", "وفق", "حسب", "بحسب", "وفقا", "طبقا", "كما") and k > start:
            after = sources.self_attribution(tokens, k)
            if after and _ends_there(tokens, after, limit, stop):
                break
        if word in ("-", "–") and k > start and k + 1 < limit and words[k + 1] in THAT and "-" not in words[start:k]:
            break  # - الذي قال إن ... - أن
        if k > start and word in _CAME and words[k - 1] in ("،", ",") and words[k + 1 : k + 2] == ["ذلك"]:
            break  # ...، جاء ذلك خلال لقائه
        if nominal and k > start and _reporter_goes_on(words, k, limit):
            break
        if word in ("من", "ومن") and k > start and k + 1 < limit and words[k + 1] in _TURNS:
            break
        if k > start and word == "وذلك" and k + 2 < limit and words[k + 1] in _DURING and occasional(words, k + 2):
            break  # وذلك خلال مؤتمر صحفي
        if k > start and word in _YET and _comments(words, k, limit):
            k -= words[k - 1] == "من"
            break
        k += 1
    return _trim(tokens, start, min(k, len(tokens)))


_CAME: Final = grammar("came")
_YET: Final = grammar("yet")
_UNTOLD: Final = grammar("untold")


def _reporter_goes_on(words: list[str], k: int, limit: int) -> bool:
    """Whether a comma and a clause of the reporter's follow a noun phrase: ولم ينجح, وذلك بعد."""
    if words[k - 1] not in ("،", ",") or k + 1 >= limit:
        return False
    return words[k] in ("ولم", "ولن") or (words[k] == "وذلك" and words[k + 1] in _AFTER)


def _comments(words: list[str], k: int, limit: int) -> bool:
    """Whether the reporter takes over with what was left unsaid: لكنه لم يحدد, دون أن يوضح."""
    return k + 2 < limit and words[k + 1] in ("لم", "ان") and words[k + 2] in _UNTOLD


def type_of(tokens: Tokens, start: int, stop: int) -> str:
    """direct where the run stands in marks (or opens one), mixed where marks stand in it, else indirect."""
    before = tokens.words[start - 1] if start else ""
    opening = start - 1 if before in MARKS and start - 1 in tokens.closing else -1
    if opening >= 0 and (tokens.closing[opening] <= stop + 1 or opening in tokens.unclosed):
        return "direct" if tokens.closing[opening] >= stop - 1 or opening in tokens.unclosed else "mixed"
    for k in range(start, stop):
        if tokens.words[k] in MARKS and k in tokens.closing:
            return "mixed"
    return "indirect"


def _first(tokens: Tokens, k: int) -> int:
    words = tokens.words
    while k < len(tokens) and words[k] in _LOOSE_END and words[k] != "\n":
        k += 1
    # وأضاف: ⏎ «...»: the words may stand in the next paragraph.
    if k < len(tokens) and words[k] == "\n" and k + 1 < len(tokens) and k and words[k - 1] == ":":
        while k < len(tokens) and words[k] == "\n":
            k += 1
    if k < len(tokens) and k in tokens.unclosed and words[k] in MARKS:
        k += 1
    return k


def _sentence_end(tokens: Tokens, k: int) -> int:
    place = bisect_right(tokens.sentences, (k, len(tokens) + 1)) - 1
    if place < 0 or tokens.sentences[place][1] <= k:
        return min(k + 1, len(tokens))
    return tokens.sentences[place][1]


def _asked_on(tokens: Tokens, limit: int) -> int:
    """The end of the questions that follow one another: متسائلة: أين الرقابة؟ ومن يحاسب من؟"""
    words = tokens.words
    while limit < len(tokens) and words[limit - 1] in "؟?":
        stop = _sentence_end(tokens, limit)
        if words[limit].removeprefix("و") not in QUESTION or words[stop - 1] not in "؟?":
            break
        limit = stop
    return limit


def _closes_all(tokens: Tokens, close: int, limit: int, stops: list[int]) -> bool:
    """Whether nothing said follows the closing mark at token `close`."""
    words = tokens.words
    k = close + 1
    long = tokens.quoted[close] >= 0 and close - tokens.quoted[close] > 6
    if k >= len(tokens) or k >= limit or words[k] in (".", "؛", "!", "؟", "\n", ")", "…"):
        return True
    if words[k] in ("،", ",") or words[k] in MARKS:
        if k + 1 >= limit or _near_stop(k, stops) or words[k] in MARKS or sources.self_attribution(tokens, k + 1):
            return True
        return long or words[k + 1] in ("وفق", "بحسب", "حسب", "وذلك", "في", "خلال", "وهو", "كما", "فيما")
    return _near_stop(k - 1, stops) or bool(sources.self_attribution(tokens, k)) or words[close - 1] in (".", "!", "؟")


def _quotes_on(tokens: Tokens, close: int) -> bool:
    """Whether another quotation follows within a few words: «...» و«...»."""
    return any(tokens.words[k] in MARKS and k in tokens.closing for k in range(close + 1, min(close + 6, len(tokens))))


def occasional(words: list[str], k: int) -> bool:
    """Whether token `k` is an occasion or a medium: what follows the words tells where they were said."""
    return k < len(words) and bool({bare(words[k]), words[k]} & (nouns("occasion") | nouns("medium")))


def tail(tokens: Tokens, k: int) -> tuple[int, int] | None:
    """The circumstances that follow the words which end at token `k` (على حد قوله في تصريح لها, وذلك خلال لقاء)."""
    words = tokens.words
    while k < len(tokens) and words[k] in PUNCTUATION and words[k] not in (".", "\n"):
        k += 1
    if k >= len(tokens):
        return None
    during = words[k] == "وذلك" and k + 1 < len(tokens) and words[k + 1] in _DURING
    start = sources.self_attribution(tokens, k) or (k + 1 if during else 0)
    if not start and words[k] in _CAME and k + 2 < len(tokens) and words[k + 1] == "ذلك":
        start = k + 2
    stop = min(_sentence_end(tokens, k), start + 25)
    return (start, stop) if 0 < start < stop and occasional(words, start + 1) else None


_AFTER: Final = frozenset(fold(w) for w in "بعد عقب إثر منذ قبل".split())
_DURING: Final = frozenset(fold(w) for w in "في خلال عقب إثر لدى أثناء ضمن عبر على بمناسبة".split())


def _near_stop(k: int, stops: list[int]) -> bool:
    place = bisect_right(stops, k - 1)
    return place < len(stops) and stops[place] <= k + 1


def _ends_there(tokens: Tokens, after: int, limit: int, stop: int) -> bool:
    """Whether the words are over after a self-attribution that ends before token `after`."""
    words = tokens.words
    if after >= limit or after >= stop or words[after] in (".", "؛", "!", "؟", "\n"):
        return True
    if words[after] in ("في", "خلال", "ضمن", "عبر") and occasional(words, after + 1):
        return True  # وفق قوله في تصريح ...
    return words[after] in ("،", ",") and (after + 1 >= limit or stop <= after + 1)


def _trim(tokens: Tokens, start: int, stop: int) -> tuple[int, int]:
    words = tokens.words
    while stop > start and words[stop - 1] in _LOOSE_END and not (words[stop - 1] == ")" and "(" in words[start:stop]):
        stop -= 1
    if stop - 1 > start and words[stop - 1] == "في" and stop < len(tokens) and words[stop] in ("حين", "المقابل"):
        stop -= 1
        while stop > start and words[stop - 1] in _LOOSE_END:
            stop -= 1
    if start and stop < len(tokens) and words[start - 1] in MARKS and words[stop] in "؟!" and stop + 1 < len(tokens):
        stop += words[stop + 1] in MARKS  # the question mark inside the quotation is part of it
    if stop > start and words[stop - 1] in MARKS:
        opening = next((o for o in range(start, stop - 1) if tokens.closing.get(o) == stop - 1), None)
        if opening is None or opening in tokens.unclosed:
            stop -= 1
            while stop > start and words[stop - 1] in _LOOSE_END:
                stop -= 1
    if stop > start and words[start] in MARKS and (start in tokens.unclosed or tokens.closing.get(start, -1) >= stop):
        start += 1
    return start, stop
