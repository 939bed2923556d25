"""What is no question to news: a greeting, thanks, or a request that articles cannot answer (write, translate).

Only where it is sure: whatever asks for a fact is left to the articles.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.lexicon import either
from assistant.understanding.typed import Typed

_COURTESY: Final = f"(?:{either('greetings')}|{either('openings')})"
_ONLY_COURTESY: Final = re.compile(f"(?:{_COURTESY} )+")
_POLITE: Final = re.compile(f"(?:(?:{either('openings')}|{either('greetings')}|{either('asks politely')}) )+")
# Each is looked for in the words between blanks, a blank after each.
_REQUESTS: Final = (
    re.compile(rf"(?:{either('requests')}) (?:(?:لي|لنا|me|a|an|some) )*(?:\w+ )?(?:{either('works')}) "),
    re.compile(rf"(?:{either('writes for somebody')}) (?!(?:{either('of the articles')}) )"),
    re.compile(rf"(?:{either('wanting')}) (?:{either('works')}) $"),
    re.compile(rf"(?:{either('translating')}) "),
    re.compile(rf"(?:{either('computing')}) .*\d"),
    re.compile(rf"(?:(?:كم|ما|what|is|how|much|يساوي|احسب) )*\d+ (?:{either('operators')}) \d+ (?:يساوي |كم )?$"),
    re.compile(rf"(?:{either('requests')}) .*\b(?:{either('programming')}) "),
    re.compile(rf"(?:{either('weather now')}) (?:(?:{either('now')}) )*$"),
    re.compile(rf"(?:{either('about you')}) $"),
)


_SUM: Final = re.compile(r"[\d\s.,()]+[+*×÷=][\d\s+*×÷=/.,()؟?-]*(?:كم يساوي|يساوي كم)?[؟?\s]*")


def small_talk(typed: Typed) -> str:
    """``greeting`` or ``off_topic`` where a question is nothing else, empty where it is one."""
    text = "".join(f"{word.folded} " for word in typed.words)
    if not text:
        return ""
    if _SUM.fullmatch(typed.text):
        return "off_topic"
    rest = text[match.end() :] if (match := _POLITE.match(text)) else text
    if any(pattern.match(one) for pattern in _REQUESTS for one in (text, rest)):
        return "off_topic"
    return "greeting" if _ONLY_COURTESY.fullmatch(text) else ""
