"""Example questions from the corpus at hand, so that the first one a visitor tries has something to find."""

from __future__ import annotations

import re
from typing import Final

from index.arabic.normal import clean
from index.store.catalogue import Catalogue

_COUNT: Final = 6
_LOOKED_AT: Final = 400  # newest articles that questions are made from
_LEDE: Final = 400  # characters in which a speaker is introduced in full; later on he is "the minister"

# A reporting verb, its subject (two to six words), the complementizer, and what the clause begins with:
# قال وزير النقل سامر الحداد إن القطار السريع
_REPORT: Final = re.compile(
    r"(?:^|[\s«\"“])[وف]?(?:قال|أكد|أعلن|صرح|أوضح|كشف)(?P<she>ت?)\s+"
    r"(?P<who>[\u0621-\u064a]{3,}(?:\s[\u0621-\u064a]{2,}){1,5}?)\s+(?:إن|أن|بأن)\s+"
    r"(?P<topic>ال[\u0621-\u064a]{3,}(?:\sال[\u0621-\u064a]{3,}){0,2})?"
)
# A subject without a name, one that points elsewhere, or that has swallowed more than the speaker.
_UNCLEAR: Final = re.compile(
    r"^(?:مصدر|مصادر|شهود|مسؤول|مسؤولون|مسؤولين|متحدث|متحدثة|تقرير|تقارير|دراسة|دراسات|وسائل|موقع|مواقع|وكالة|صحيفة|صحف|علماء"
    r"|باحثون|خبراء|محللون|نشطاء|ناشطون|سكان|أحد|إحدى|عدد|بعض|ضيف|نفس|ذات|مبعوثنا|مراسلنا|الزميل|الزميلة|ثاني|أول)\b"
    r"|\b(?:(?:ال)?مذكورة?|نفسه|نفسها|ذاته|ذاتها|هذا|هذه|ذلك|تلك|أيضا|اليوم|أمس|غدا|مؤخرا|صباح|مساء|الأسبوع|الماضي|الماضية|الجاري"
    r"|في|فيه|فيها|خلال|على|من|عن|عنه|إلى|بعد|قبل|مع|بين|حول|عبر|منذ|حيث|وفقا|مضيفا|الذي|التي|الذين|له|لها|كما|وأن"
    r"|ب?[إأ]ن(?:ه|ها|هم)?|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|بالمناسبة|لمراسل\w*)\b"
)


def examples(catalogue: Catalogue) -> list[str]:
    """Up to six questions: of the sample articles their own, of other articles what their speakers said of what.

    Each asks about another speaker; those that name a topic of several words come first.
    """
    from index.samples import articles as samples
    from index.samples import questions

    if catalogue.article(samples()[0].id) == samples()[0]:
        return questions()[:_COUNT]
    asked: dict[str, tuple[int, str]] = {}  # by speaker: words of the topic, and the question
    for article in catalogue.articles(limit=_LOOKED_AT):
        report = _REPORT.search(clean(article.text[:_LEDE]))
        if report and report["who"] not in asked and not _UNCLEAR.search(report["who"]):
            topic = report["topic"] or ""
            about = f" عن {topic}" if topic else ""
            asked[report["who"]] = len(topic.split()), f"ماذا قال{report['she']} {report['who']}{about}؟"
    # sorted() is stable: among equals the newest article's comes first.
    return [question for _, question in sorted(asked.values(), key=lambda pair: -min(pair[0], 2))[:_COUNT]]
