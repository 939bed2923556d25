"""Citations as they are, and as nobody would wish them."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.citation_export import Reference
from index.vocabulary import Span

PLAIN = Reference(
    "«لن نغلق الميناء قبل انتهاء العاصفة»",
    "marfa-17",
    Span(120, 156),
    title="سلمى الراوي: الميناء يعمل رغم العاصفة",
    outlet="صحيفة المرفأ",
    author="هيئة التحرير",
    date=dt.date(2017, 1, 20),
    url="https://marfa.example/news/1?a=1&b=2#c_d",
    permalink="http://127.0.0.1:7860/article/marfa-17?start=120&end=156#cited",
    speaker="سلمى الراوي",
    role="مديرة ميناء السفن",
    organization="ميناء السفن",
    stance="deny",
    type="direct",
    place="مؤتمر صحفي",
    said_on=dt.date(2017, 1, 19),
    within=True,
)
NASTY = (
    "نسبة 12.5% و{قوس} واحد} و{ آخر، ثمن $5 & #وسم و_شرطة ~ ^ \\ ثم \"علامة\" و'أخرى' و«هلالان»",
    "@article{حيلة, title = {خبر}} % تعليق",
    "قال: \"نعم\"، ثم قال: “لا”، و``هكذا'' و--هكذا--- و<<هكذا>> ?` !`",
    "السطر الأول\nTY  - JOUR\nER  - \nالسطر الأخير",
    "BBC قالت: The \\textbf{dam} will {not} close — 100% sure 🌊👍🏽 é ß ﷺ",
    "\u200fنصّ فيه محارف اتجاه \u202bداخلي\u202c و\u2066معزول\u2069 ورقم 2017-01-20",
    "ﻻ ﷲ ـــ مُحَمَّدٌ رسولٌ\u200cوصلة",
    '=HYPERLINK("http://else.example","انقر")',
    "and others and الراوي, سلمى",
    "نهاية بشرطة \\",
    "}{",
    "C:\\new\\table #1 _ x^2 ~y",
)


@pytest.fixture
def plain() -> Reference:
    return PLAIN


@pytest.fixture(params=NASTY, ids=range(len(NASTY)))
def nasty(request: pytest.FixtureRequest) -> Reference:
    """A citation whose every text is hostile to some format, of an article without a date."""
    words = str(request.param)
    return Reference(
        words,
        f"ش {words}",
        Span(3, 3 + len(words)),
        title=words,
        outlet=words,
        author=words,
        speaker=words,
        place=words,
    )
