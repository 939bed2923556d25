"""Example questions from the corpus at hand, so that the first one a visitor tries has something to find."""

from __future__ import annotations

import re
from typing import Final

from index.store.catalogue import Catalogue

_COUNT: Final = 6
_LOOKED_AT: Final = 400  # newest articles that questions are made from

# A reporting verb, its subject (two to six words), and the complementizer: قال وزير النقل سامر الحداد إن
_REPORT: Final = re.compile(
    r"(?:^|[\s«\"“])(?P<and>[وف]?)(?P<verb>قال|أكد|أعلن|صرح|صرّح|أكّد|أوضح)(?P<she>ت?)\s+"
    r"(?P<who>[\u0621-\u064a]{3,}(?:\s[\u0621-\u064a]{2,}){1,5}?)\s+(?:إن|أن|بأن|إنّ|أنّ)\b"
)
# A subject that points elsewhere makes no question a stranger can understand.
_POINTING: Final = re.compile(
    r"\b(?:ال[م]?ذكور|نفسه|نفسها|ذاته|ذاتها|المصدر|مصدر|هذا|هذه|في|خلال|اليوم|أمس|على|من|ل)\b"
)


def examples(catalogue: Catalogue) -> list[str]:
    """Up to six questions: of the sample articles their own, of other articles what their speakers said."""
    from index.samples import articles as samples
    from index.samples import questions

    if catalogue.article(samples()[0].id) == samples()[0]:
        return questions()[:_COUNT]
    asked: dict[str, None] = {}
    for article in catalogue.articles(limit=_LOOKED_AT):
        report = _REPORT.search(article.text)
        if report and not _POINTING.search(report["who"]):
            asked[f"{'ماذا قالت' if report['she'] else 'ماذا قال'} {report['who']}؟"] = None
        if len(asked) == _COUNT:
            break
    return list(asked)
