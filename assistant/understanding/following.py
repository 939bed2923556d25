"""Follow-ups: whether a question leans on an earlier one, and what of it is pointed at.

Written Arabic and the speech of Egypt, the Levant, the Gulf and the Maghreb ask with different words, and lean on what
was said before in the same ways: they open with "and", point back, or leave the topic out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from assistant.understanding.lexicon import either
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.typed import read
from index.arabic.analyser import tokens

# All patterns are over folded text.
_ASKING: Final = (
    "ماذا|ما|من|متي|اين|كيف|كم|هل|لماذا|لم|اي|ايه|مين|منو|وين|فين|شنو|شنوه|شو|شكون|وش|ايش|اش|واش|ليش|ليه|علاش|لويش"
    "|امتي|ايمتي|ايمتا|امتا|وقتاش|فوقاش|شوكت|شلون|ازاي|كيفاش|كيفاه|كام|قديش|اديش|قداش|شحال|شكد"
)
_ASKS: Final = re.compile(rf"[وفبل]?(?:{_ASKING})")
_OPENER: Final = re.compile(r"^\s*(?:(?:طيب|طب|زين|حسنا|باهي|واخا|تمام|اوكي|يعني)\s+)+")
# A question that opens with "and" goes on from the one before: ومن رد عليه؟ ولأي وسيلة صرح بذلك؟ وفي أي برنامج؟ والخبز؟
_GOES_ON: Final = re.compile(
    rf"^[وف](?:(?:ل|ب|عن|ع|في|الي|علي|من|حول|منذ|حتي|ك)?\s?(?:{_ASKING})\b"
    rf"|ال\w{{3,}}(?: ال\w+)?(?: (?:{_ASKING}) \w+)?$)|^(?:وو|وش(?=[قك]))"
)
# After "all right" a question that opens with "and" goes on whatever follows: طيب ووزير النقل؟
_AND: Final = re.compile("و(?=و|ال|ماذا|شو|ليش|وين)")
_ENGLISH: Final = re.compile(
    r"^(?:and|but|so|what about|how about|what else|who else)\b|^(?:why|when|where|who|how)$"
    r"|\b(?:he|she|they|him|her|them|it)\b"
)
# Words that point back at what was said before.
_POINTS_BACK: Final = re.compile(
    r"\b(?:[بلكو]?(?:ذلك|ذاك|نفسه|نفسها|كلامه|كلامها|قوله|قولها|تصريحه|تصريحها|رده|ردها|عليه|عليها|عليهم|عنه|عنها|له|لها"
    r"|تصريحاته|تصريحاتها|اقواله|اقوالها|علاقته|علاقتها|رايه|رايها|موقفه|موقفها|شييا اخر"
    r"|وقتها|حينها)|هال(?:حكي|حجي|كلام|شي)|كده|هيك|هيج|كذا|جذي|هكا|هكاك|هادشي"
    r"|(?:ال)?(?:كلام|حكي|شي) (?:ده|دا|هذا|هاد|هاذا)|(?:هاد|هذا|هاذا) (?:ال)?(?:كلام|حكي|شي))\b"
)
# Words of saying and happening, and what is asked about them: a question of these alone has left its topic out.
_WITHOUT_TOPIC: Final = re.compile(
    r"[وف]?(?:(?:[قك]ال|حك[يا]|صرح|ذكر|[ا]?ضاف|زاد|اعلن|اكد|نفي|رد|علق|جاوب|اوضح|حدث|حصل|صار|جري|وقع|تم)(?:ت|وا|و)?(?:ه|ها|هم)?"
    r"|(?:ال)?(?:سبب|اسباب|عدد|مكان|موقف|رد|نتيجه|تفاصيل|مصدر|مناسبه|كلام|حكي|حجي|تصريح|موضوع|دليل|راي)(?:ه|ها|هم)?"
    r"|(?:ال)?(?:مزيد|تفصيل|اكثر|توضيح|شييا|احد|نعم|لا)|اعطني|اذكر|هات|وضح|فصل|اشرح"
    r"|[بو]?(?:ال)?(?:موضوع|عام|سنه|شهر|اسبوع|يوم|تالي|تاليه|موالي|مواليه|سابق|سابقه)|نفس"
    r"|ايضا|كمان|بعد|بعدين|اخر|اخري|ثاني|تاني|غير|غيره|طيب|طب|ده|دا|دي|هاد|هذا|هاذا|هيك|كده|كذا|هكا|شي|قد)"
)
_IS: Final = re.compile(r"\b(?:هو|هي|هم)\b")
_ANSWERS: Final = re.compile(rf"\b[وف]?(?:{either('answering')})\b")
_TO_IT: Final = re.compile(
    r"\b(?:علي (?:هذا|ذلك|كلامه|كلامها|تصريحه|تصريحها|هال\w+)|عليه|عليها|عليهم|to (?:him|her|them|that|it))\b"
)
_SAYS: Final = re.compile(rf"\b[وف]?(?:{either('saying')})\b")
_THAT: Final = re.compile(rf"\b[بلكو]?(?:{either('that')})\b")
_GENERIC: Final = frozenset(tokens(" ".join(words_of("no topic"))))
_FEW_ENGLISH: Final = 8
_FEW: Final = 5  # words left of a question that leans on another one for its topic


def leans_back(asked: str) -> bool:
    """Whether a question cannot be understood without the one before it."""
    whole = " ".join(word.folded for word in read(asked).words)
    folded = _OPENER.sub("", f"{whole} ").strip()
    if folded.isascii() and folded:
        return len(folded.split()) <= _FEW_ENGLISH and bool(_ENGLISH.search(folded))
    if folded != whole and _AND.match(folded):
        return True
    words = folded.split()
    asks = any(_ASKS.fullmatch(word) for word in words)
    content = [word for word in words if not _ASKS.fullmatch(word) and tokens(word)]
    topic = [word for word in content if not _WITHOUT_TOPIC.fullmatch(word)]
    if not topic:
        return True
    if len(content) <= _FEW and (_GOES_ON.match(folded) or _POINTS_BACK.search(folded)):
        return True
    # One word is a topic where it is asked about by name (من هو الدريدي؟); alone it is a further one (الخبز؟), and a
    # verb without more (لماذا رفض؟) has its subject in the question before.
    return len(content) == 1 and not (asks and (topic[0].startswith("ال") or bool(_IS.search(folded))))


def refers_to(asked: str, kind: str) -> str:
    """What a follow-up of that `kind` points at: answerer, statement, speaker or topic."""
    folded = " ".join(word.folded for word in read(asked).words)
    answers = _ANSWERS.search(folded)
    if answers and (kind in ("who", "list") or _TO_IT.search(folded) or answers.group().endswith(("ه", "ها"))):
        return "answerer"
    if kind in ("where", "when", "why", "who", "which", "yes_no") and _THAT.search(folded):
        return "statement"
    if kind in ("where", "when"):
        return "statement"
    if kind in ("what", "stance", "how", "list", "yes_no") and _SAYS.search(folded):
        return "speaker"
    return "statement" if _THAT.search(folded) else "topic"


def without_generic(topic: Iterable[str]) -> tuple[str, ...]:
    """The words of a follow-up's topic (analysed) that name something: not "more", "after", "the matter"."""
    return tuple(word for word in topic if word not in _GENERIC)
