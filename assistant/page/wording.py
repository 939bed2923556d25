"""Every word that the page says, Arabic first."""

from __future__ import annotations

import datetime as dt

PAGE_TITLE = "إسناد · Isnad"
NAME = "إسناد"
TAGLINE = "اسأل أرشيفك الإخباري: من قال ماذا، وأين، ومتى. ولكل جواب مصدرٌ تفتحه وتقرؤه."
NO_ARTICLES = "لا مقالات في الأرشيف بعد."

QUESTION = "سؤالك"
QUESTION_HINT = "اكتب سؤالك عن الأخبار…"
ASK = "اسأل"
STOP = "أوقف"
NEW_CHAT = "محادثة جديدة"
CHAT = "المحادثة"
WELCOME = "عمَّ تبحث اليوم؟"
WELCOME_MORE = "كل عبارة في الجواب مرقّمة، ورقمها يقودك إلى كلماتها في المقال الأصلي."
SEARCHING = "يبحث في المقالات…"

FILTERS = "تصفية المقالات"
OUTLETS = "الصحف والوكالات"
SINCE = "من تاريخ"
UNTIL = "إلى تاريخ"

SOURCES = "المصادر"
SOURCES_EN = "Sources"
SOURCES_EMPTY = "هنا تظهر المقاطع التي يستند إليها الجواب، وكلماتها المقتبسة مظلّلة في سياقها."
SOURCES_OF = "مصادر الجواب عن:"
NO_PASSAGES = "لم يُعثر على أي مقطع قريب من السؤال."
NEAREST = "أقرب ما وُجد"
NEARBY = "مقاطع قريبة من السؤال"
RELATED = "مقاطع أخرى قريبة"
OPEN_ARTICLE = "افتح المقال عند هذا الموضع"
NEW_TAB = "(في نافذة جديدة)"
BACK_TO_ANSWER = "عُد إلى الجواب"
ALSO_IN = "نشرها أيضًا:"
CITED = "الاستشهاد"

NO_DATE = "بلا تاريخ"
NO_OUTLET = "مصدر غير مذكور"
NO_TITLE = "بلا عنوان"

REFUSED = "لا جواب في هذه المقالات"
REFUSED_REASON = "لم يرد في المقالات ما يجيب عن هذا السؤال."
EXTRACTIVE = "مستخرَج حرفيًّا من المقالات"
EMPTY_QUESTION = "اكتب سؤالًا أولًا، ثم أرسله."
DATES_CROSSED = "تاريخ البداية بعد تاريخ النهاية؛ صحّح التاريخين ثم أعد السؤال."
FAILED = "تعذّر إتمام الجواب لخلل في البرنامج، وقد سُجّل تفصيله. أعد المحاولة، فإن تكرّر فراجع سجلّ الخادم."

ARTICLE_MISSING = "المقال غير موجود"
ARTICLE_MISSING_MORE = "لا مقال بهذا المعرّف في الأرشيف. لعلّه حُذف، أو أن الرابط ناقص."
ARTICLE_FAILED = "تعذّر فتح المقال"
ARTICLE_FAILED_MORE = "حدث خلل في قراءة المقال، وقد سُجّل تفصيله. أعد المحاولة بعد قليل."
BACK_TO_CHAT = "العودة إلى المحادثة"
ORIGINAL = "المقال في موقعه الأصلي:"
GO_TO_CITED = "انتقل إلى موضع الاستشهاد"
NEEDS_JAVASCRIPT = "تحتاج صفحة المحادثة إلى JavaScript؛ فعّله في متصفحك ثم أعد تحميل الصفحة."

# What Gradio says to screen readers in English only: the beginning of its label, and ours.
SPOKEN = {
    "chatbot conversation": CHAT,
    "user's message": "سؤال القارئ",
    "bot's message": "جواب إسناد",
    "Select example": "اسأل:",
}

_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()


def day_in_words(day: dt.date | None) -> str:
    """``20 يناير 2017``: digits beside a named month keep their order in any direction, a numeric date does not."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else NO_DATE


def counted(number: int, one: str, two: str, few: str, many: str, other: str) -> str:
    """`number` with its noun in the form Arabic asks for: 1, 2, 3-10, 11-99, and the round hundreds."""
    if number in (1, 2):
        return one if number == 1 else two
    rest = number % 100
    noun = few if 3 <= rest <= 10 else many if 11 <= rest <= 99 else other
    return f"{number:,} {noun}"


def articles(number: int) -> str:
    """``3 مقالات``, ``25 مقالًا``, ``1,200 مقال``."""
    return counted(number, "مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال")


def too_long(length: int, limit: int) -> str:
    """What a question of `length` characters, longer than `limit`, is told."""
    size = counted(length, "حرف واحد", "حرفان", "أحرف", "حرفًا", "حرف")
    return f"سؤالك طويل ({size})، والحد {limit:,} حرف. اختصره ثم أعد إرساله؛ نصّه باقٍ في خانة السؤال."


def written_by(method: str) -> str:
    """How the answer's text was made, in words: taken from the articles, or put by a language model."""
    return EXTRACTIVE if method == "extractive" else f"صاغه النموذج {method} من المقاطع المذكورة"


def took(seconds: float) -> str:
    """A duration: ``0.42 ثانية``."""
    return f"{seconds:.2f} ثانية"


def filters_label(outlets: tuple[str, ...], since: dt.date | None, until: dt.date | None) -> str:
    """The heading of the filters, which says what they are set to even when they are folded."""
    parts = ["، ".join(outlets)] if outlets else []
    if since:
        parts.append(f"منذ {day_in_words(since)}")
    if until:
        parts.append(f"حتى {day_in_words(until)}")
    return f"{FILTERS}: {' · '.join(parts)}" if parts else FILTERS
