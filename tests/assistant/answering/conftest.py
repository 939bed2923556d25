"""A small archive of several outlets, written for these tests, and what a question over it comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from assistant.answering.wider.inquiry import Inquiry
from assistant.assistant import Assistant
from index.store import Store
from index.vocabulary import EVERYTHING, Article, Filters


def article(id_: str, day: str, source: str, title: str, text: str) -> Article:
    return Article(text, id=id_, title=title, date=dt.date.fromisoformat(day), source=source)


DENIAL = article(
    "denial",
    "2025-03-10",
    "الضفة",
    "إدارة السد تنفي التشققات",
    "نفت المديرة هالة الدريدي، اليوم الاثنين، وجود تشققات خطيرة في جسم سد وادي الزيتون. "
    'وأضافت الدريدي في تصريح لإذاعة المرسى أن "السد سليم، وقد عاينه خبراء الوزارة".',
)
AFFIRMED = article(
    "affirmed",
    "2025-03-09",
    "المرفأ",
    "نائب يحذر من تشققات السد",
    "أكد النائب سامر الحداد وجود تشققات خطيرة في جسم سد وادي الزيتون. وطالب الحداد بفتح تحقيق مستقل في صيانة السد.",
)
COPIED = article("copied", "2025-03-09", "الساحل", "تحذير من تشققات السد", AFFIRMED.text.replace("مستقل", "عاجل"))
BREAD = article(
    "bread",
    "2025-04-02",
    "المرفأ",
    "وزيرة التجارة: لا زيادة في سعر الخبز",
    "قالت وزيرة التجارة سلمى الراوي، الأربعاء، إن سعر الخبز لن يرتفع هذا العام. "
    "وأوضحت الراوي أن مخزون القمح يكفي ستة أشهر. "
    "ورد نقيب الخبازين عادل السالمي على الراوي قائلا إن المخابز تعمل بخسارة.",
)
OIL = article(
    "oil",
    "2025-01-20",
    "الضفة",
    "الراوي عن الزيت",
    "أعلنت وزيرة التجارة سلمى الراوي في مؤتمر صحفي بالعاصمة عن توريد الزيت النباتي من الخارج.",
)
STRIKE = article(
    "strike",
    "2025-05-11",
    "الساحل",
    "إضراب المخابز",
    "أعلن نقيب الخبازين عادل السالمي إضراب المخابز يومين. وقالت سلمى الراوي إن الوزارة تنتظر عودة المخابز إلى العمل.",
)
ARCHIVE = (DENIAL, AFFIRMED, COPIED, BREAD, OIL, STRIKE)

Asked = Callable[..., Inquiry]


@pytest.fixture
def assistant(store_of: Callable[..., Store]) -> Assistant:
    """An assistant over the archive."""
    return Assistant(store_of(*ARCHIVE))


@pytest.fixture
def asked(assistant: Assistant) -> Asked:
    """What a question over the archive comes to before it is put into words."""

    def ask(question: str, *, history: Sequence[str] = (), filters: Filters = EVERYTHING) -> Inquiry:
        found = assistant.search(question, history=history, filters=filters)
        return assistant._inquiry(found, assistant._ranked(found), filters)

    return ask
