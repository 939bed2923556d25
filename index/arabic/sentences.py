"""Cutting Arabic news into sentences: own rules, because splitters made for English miss أ.د., « » and "قوله.وأضاف".

A sentence ends at a stop (. ! ؟ …) or a line's end, but not inside a quotation that closes soon. Where a stop is in
doubt (after an initial, after an ellipsis) the next word decides: news sentences open with وقال, وأضاف, كما, من جهته.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from index.vocabulary import Span

LONGEST_SENTENCE: Final = 100
"""Words; a longer sentence is divided at ؛ and ، outside quotations."""

_MARKS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06edـ"
_HIDDEN: Final = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# Both patterns below start with a set of characters, and then look back at which one it was: ten times as fast as
# alternatives that each start with their own.
#
# A quotation of more than 400 characters is cut like other text: an unclosed mark must not swallow the article.
_CLOSED: Final = rf"""
    (?<=«)[^«»\n]{{0,400}}(?:«[^«»\n]{{0,100}}»[^«»\n]{{0,400}}){{0,4}}»
  | (?<=»)(?<!\S»)(?=\w)[^«»\n]{{1,400}}«                               # mirrored marks
  | (?<=[“”„])(?=[\w(«])[^“”„\n]{{1,400}}[“”„](?!\w)
  # A straight mark opens if an odd number of them follows in the line and it looks no closing one (كلمة" ), else if it
  # looks an opening one ( "كلمة).
  | (?<=")(?!(?<=[\w{_MARKS}.!؟?…]")[\s.،؛,)])(?=[^"\n]*"(?:[^"\n]*"[^"\n]*"){{0,40}}[^"\n]*(?:\n|\Z))[^"\n]{{1,400}}"
  | (?<=[\s(:،]")(?=[\w(«])[^"\n]{{1,400}}(?<!\s)"(?!\w)
  | (?<=[(\[{{])[^()\[\]{{}}\n]{{1,200}}[)\]}}]
"""
_SCAN: Final = re.compile(
    rf"""[«»“”„"(\[{{hw.!?؟…۔\r\n\v\f\x85\u2028\u2029](?:
    (?P<closed>{_CLOSED})
  | (?P<url>(?:(?<=h)ttps?://|(?<=w)ww\.)[^\s«»"()،]*[^\s«»"()،.!؟?…])
  | (?P<stop>(?<=[.!?؟…۔])(?:[ \xa0]?[.!?؟…۔])*)
  | (?P<line>(?<=[\r\n\v\f\x85\u2028\u2029]))
    )""",
    re.VERBOSE,
)
_CLOSERS: Final = re.compile(rf"""[»”“"'’)\]}}{_HIDDEN}]+(?![\w{_MARKS}])""")
_GAP: Final = re.compile(rf"[\s{_HIDDEN}]*")
_APART: Final = re.compile(r"""[\s«»"“”()،؛:]+""")
_WORD: Final = re.compile(rf"[\w{_MARKS}]*")
_BARE: Final = re.compile(f"[{_MARKS}{_HIDDEN}]")

_INITIALS: Final = re.compile(r"و?(?:[ء-ي]\.\s?)*[ء-ي]|(?:[A-Za-z]\.)*[A-Za-z]|و(?:أ|ا)\.د")
_LATIN: Final = frozenset("Dr Mr Mrs Ms St Prof Gen No vs Inc Ltd Co Corp Jr Sr".split())
_LETTER_NAMES: Final = frozenset(
    "إيه ايه اي أي إي بي بى سي سى دي دى إف اف أف جي جى جيه إتش اتش آي جاي كي كيه إل ال أل إم ام أم إن ان أن أو او "
    "بيه كيو آر ار إس اس أس تي تى يو في فى دبليو إكس اكس واي زد ر".split()
)
# Letter names that are words too.
_NOT_ALONE: Final = frozenset("أم ام أن ان ال في فى أو او أي اي ر ار".split())
_DOMAINS: Final = frozenset("نت كوم كم أورغ اورج أورج مصر".split())
# After these words a letter is a name of its own and may end the sentence: في المجموعة د.
_LETTERED: Final = re.compile(r"و?[بل]?(?:ال|ل)?(?:مجموعة|فيتامين|فئة|حرف|بند|فقرة|قسم|فصيلة|صنف|درجة|نوع|فريق|شعبة)")
_DATED: Final = re.compile(r"[\d/-]+(?:م|ه|ق\.م|د\.ت|م\.د)")
_STARTER: Final = re.compile(
    r"[وف](?:قال|ت?[أا]ضاف|[أا]كد|[أا]وضح|[أا]شار|ذكر|[أا]علن|تابع|شدد|لفت|نقل|كان|قد |ي[أا]تي|ت[أا]تي|بحسب |من جه)"
    r"|و?لكن|كما |من (?:جه|جانب|ناحي)|يذكر |يشار |[-*•]"
)
_PAUSE: Final = frozenset("،؛,;:.؟?!/)]}»-–")
_LONG_ENOUGH: Final = 25 * 6  # characters before an ellipsis for it to end a sentence by itself

_BREAKS: Final = re.compile(
    rf"""[«»“”„"(\[{{.!?؟…؛;،,\s](?:
    (?P<closed>{_CLOSED})
  | (?P<stop>(?<=[.!?؟…؛;])(?=\s))
  | (?P<item>(?<=\s)(?=[*•]|[-–]\s?\w))
  | (?P<comma>(?<=[،,])(?!\d))
  | (?P<and>(?<=\s)(?=و\w{{3}}))
  | (?P<space>(?<=\s))
    )""",
    re.VERBOSE,
)
# How far from the ideal place (share of the length) a better kind of break may lie.
_COST: Final = {"stop": 0.0, "item": 0.05, "comma": 0.08, "and": 0.22, "space": 0.4}
_IN_QUOTE: Final = 0.3


def sentences(text: str) -> list[Span]:
    """The sentences of `text`: trimmed of white space, in order, apart, covering every visible character.

    No sentence crosses a line's end. One of over :data:`LONGEST_SENTENCE` words is divided at ؛ and ، if it can be.
    """
    found: list[Span] = []
    start = 0
    for match in _SCAN.finditer(text):
        kind, end = match.lastgroup, match.end()
        if end <= start or kind == "url":
            continue
        if kind == "line":
            _add(found, text, start, end)
            start = end
            continue
        stop = match.start()
        if kind == "closed":
            stop = end - 1
            while stop > start and text[stop - 1] in ".!?؟…۔ ":
                stop -= 1
            if text[stop] not in ".!?؟…۔" or text[end - 1] in ")]}":
                continue
        closers = _CLOSERS.match(text, end)
        end = closers.end() if closers else end
        if _ends(text, start, stop, end, quoted=kind == "closed"):
            _add(found, text, start, end)
            start = end
    _add(found, text, start, len(text))
    return found


def divide(text: str, span: Span, parts: int, anywhere: bool = False) -> list[Span]:
    """`span` of `text` in about `parts` pieces of like length, cut at ؛, ، and list items outside quotations.

    With `anywhere`, also before و, inside quotations and, failing all, between any two words; a text without a fitting
    break comes back in fewer pieces.
    """
    breaks = _breaks(text, span, anywhere)
    found: list[Span] = []
    todo = [(span, parts)]
    while todo:
        span, parts = todo.pop()
        left = parts // 2
        place = (
            _cheapest(breaks, span, span.start + len(span) * left // parts, 1.0 if anywhere else 0.35) if left else 0
        )
        if place:
            todo += [(_trim(text, place, span.end), parts - left), (_trim(text, span.start, place), left)]
        else:
            found.append(span)
    return found


def _ends(text: str, start: int, stop: int, end: int, quoted: bool) -> bool:
    """Whether the sentence from `start` ends with the stop at `stop`, its closing marks done at `end`."""
    gap = _GAP.match(text, end)
    after = gap.end() if gap else end
    if after == len(text) or text[after] in "\r\n":
        return True
    glued, following = after == end, text[after]
    run = text[stop:end].strip("»”“\"'’)]} \xa0")
    starts = _STARTER.match(text, after) is not None
    if following in _PAUSE and (glued or following not in "-–/"):
        return False
    begun = _GAP.match(text, start, stop)
    if begun and begun.end() == stop:
        return False
    if run.strip(".…"):  # a question or exclamation
        if quoted:
            return starts
        return not (glued and following.isascii() and following.isalnum())
    if len(run) > 1 or run == "…":
        return starts or quoted or (not glued and stop - start > _LONG_ENOUGH and following not in ")»")
    return _full_stop(text, start, stop, after, glued, starts)


def _full_stop(text: str, start: int, stop: int, after: int, glued: bool, starts: bool) -> bool:
    """Whether a single point ends a sentence, or belongs to a number, a name or an abbreviation."""
    before, following = text[stop - 1], text[after]
    if glued and following.isalnum() and following.isascii() and before.isascii() and before.isalnum():
        return False
    if glued and following.isdigit() and before.isdigit():
        return False
    spaced = before.isspace()  # "الأبناء . ويوم", but "د . محمد" and "جويلية .2016"
    if spaced and glued and following.isdigit():
        return False
    words = _APART.split(_BARE.sub("", text[max(start, stop - 40) : stop - spaced]))
    word, previous = words[-1], words[-2] if len(words) > 1 else ""
    if spaced and (len(word) != 1 or previous[-1:].isdigit()):
        return True
    if word.isdecimal() and len(word) <= 2 and not spaced:  # "1. تعزيز التعاون 2. دعم الاستثمار"
        if stop - start < 40 and not text[start : stop - len(word)].strip("- \xa0*"):
            return False
        if word == "1" or f" {int(word) - 1}." in text[max(start, stop - 400) : stop]:
            return starts
    if _INITIALS.fullmatch(word):
        if "." not in word and _LETTERED.fullmatch(previous):
            return True
        weak = "." in word or previous[-1:].isdigit() or len(previous) == 1
        return weak and starts and not glued
    if _DATED.fullmatch(word) or word in ("إلخ", "الخ") or word in _LATIN:
        return starts and not glued
    if glued:
        match = _WORD.match(text, after)
        word_after = match[0] if match else ""
        chained = word.rpartition(".")[2] in _LETTER_NAMES and word_after in _LETTER_NAMES
        single = len(word_after) == 1 and not word_after.isdigit()
        return not (chained or word_after in _DOMAINS or (single and text[after + 1 : after + 2] in (".", ")")))
    last = word.rpartition(".")[2]
    if last in _LETTER_NAMES - _NOT_ALONE and previous.rstrip(".") not in _LETTER_NAMES and "." not in word:
        return starts  # "جون إف. كينيدي", but "نقلا عن بي بي سي."
    return True


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    span = _trim(text, start, end)
    if not len(span):
        return
    if len(span) > LONGEST_SENTENCE * 4 and (words := len(span.of(text).split())) > LONGEST_SENTENCE:
        found.extend(divide(text, span, -(-words // LONGEST_SENTENCE)))
    else:
        found.append(span)


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())))


def _cheapest(breaks: list[tuple[int, float]], span: Span, ideal: int, limit: float) -> int:
    """The best place to cut `span` at, 0 if every one costs `limit` or more."""
    place = 0
    first = bisect_right(breaks, (span.start, 9.0))
    for where, cost in breaks[first : bisect_left(breaks, (span.end, 0.0), first)]:
        cost += abs(where - ideal) / len(span)
        if cost < limit:
            limit, place = cost, where
    return place


def _breaks(text: str, span: Span, anywhere: bool) -> list[tuple[int, float]]:
    """Where `span` may be cut, and what a cut there costs."""
    found: list[tuple[int, float]] = []
    for match in _BREAKS.finditer(text, span.start, span.end):
        kind = match.lastgroup or ""
        if kind == "closed":
            if anywhere:
                inside = _trim(text, match.start() + 1, match.end() - 1)
                for inner in _BREAKS.finditer(text, inside.start, inside.end):
                    if inner.lastgroup != "closed":
                        found.append((inner.end(), _COST[inner.lastgroup or ""] + _IN_QUOTE))
        elif anywhere or kind not in ("and", "space"):
            found.append((match.end(), _COST[kind]))
    return found
