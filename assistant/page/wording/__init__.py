"""What the page says in its chat and around it, in both languages. A room of its own says its words in its own file.

A :class:`~assistant.page.text.Text` is its Arabic where it is used as a string; ``reader.say(TEXT)`` puts it in the
reader's language.
"""

from __future__ import annotations

import datetime as dt

from assistant.page.reader import ARABIC, Reader
from assistant.page.text import Noun, Text

PAGE_TITLE = "إسناد · Isnad"
NAME = Text("إسناد", "Isnad")
TAGLINE = Text(
    "اسأل أرشيفك الإخباري: من قال ماذا، وأين، ومتى. ولكل جواب مصدرٌ تفتحه وتقرؤه.",
    "Ask your news archive who said what, where and when. Every answer has a source that you can open and read.",
)
NO_ARTICLES = Text("لا مقالات في الأرشيف بعد.", "The archive holds no articles yet.")

QUESTION = Text("سؤالك", "Your question")
QUESTION_HINT = Text("اكتب سؤالك عن الأخبار…", "Ask about the news…")
ASK = Text("اسأل", "Ask")
STOP = Text("أوقف", "Stop")
NEW_CHAT = Text("محادثة جديدة", "New conversation")
CHAT = Text("المحادثة", "Conversation")
WELCOME = Text("عمَّ تبحث اليوم؟", "What are you looking for today?")
WELCOME_MORE = Text(
    "كل عبارة في الجواب مرقّمة، ورقمها يقودك إلى كلماتها في المقال الأصلي.",
    "Every sentence of an answer carries a number that leads to its words in the article they come from.",
)
SEARCHING = Text("يبحث في المقالات…", "Searching the articles…")

FILTERS = Text("تصفية المقالات", "Narrow the articles")
OUTLETS = Text("الصحف والوكالات", "Newspapers and agencies")
SINCE = Text("من تاريخ", "From")
UNTIL = Text("إلى تاريخ", "To")

SOURCES = Text("المصادر", "Sources")
SOURCES_EN = "Sources"
SOURCES_EMPTY = Text(
    "هنا تظهر المقاطع التي يستند إليها الجواب، وكلماتها المقتبسة مظلّلة في سياقها.",
    "The passages an answer rests on appear here, with the cited words marked where they stand.",
)
SOURCES_OF = Text("مصادر الجواب عن:", "Sources of the answer to:")
NO_PASSAGES = Text("لم يُعثر على أي مقطع قريب من السؤال.", "No passage near the question was found.")
NEAREST = Text("أقرب ما وُجد", "The nearest found")
NEARBY = Text("مقاطع قريبة من السؤال", "Passages near the question")
RELATED = Text("مقاطع أخرى قريبة", "Other passages near it")
OPEN_ARTICLE = Text("افتح المقال عند هذا الموضع", "Open the article at this place")
NEW_TAB = Text("(في نافذة جديدة)", "(in a new tab)")
BACK_TO_ANSWER = Text("عُد إلى الجواب", "Back to the answer")
ALSO_IN = Text("نشرها أيضًا:", "Also published by:")
CITED = Text("الاستشهاد", "Citation")

NO_DATE = Text("بلا تاريخ", "undated")
NO_OUTLET = Text("مصدر غير مذكور", "outlet not named")
NO_TITLE = Text("بلا عنوان", "untitled")

REFUSED = Text("لا جواب في هذه المقالات", "These articles hold no answer")
REFUSED_REASON = Text("لم يرد في المقالات ما يجيب عن هذا السؤال.", "Nothing in the articles answers this question.")
EXTRACTIVE = Text("مستخرَج حرفيًّا من المقالات", "taken word for word from the articles")
EMPTY_QUESTION = Text("اكتب سؤالًا أولًا، ثم أرسله.", "Write a question first, then send it.")
DATES_CROSSED = Text(
    "تاريخ البداية بعد تاريخ النهاية؛ صحّح التاريخين ثم أعد السؤال.",
    "The first day is after the last; correct them and ask again.",
)
FAILED = Text(
    "تعذّر إتمام الجواب لخلل في البرنامج، وقد سُجّل تفصيله. أعد المحاولة، فإن تكرّر فراجع سجلّ الخادم.",
    "The answer could not be completed: something failed in the program. Try again; the server's log has the details.",
)

ARTICLE_MISSING = Text("المقال غير موجود", "There is no such article")
ARTICLE_MISSING_MORE = Text(
    "لا مقال بهذا المعرّف في الأرشيف. لعلّه حُذف، أو أن الرابط ناقص.",
    "No article in the archive has this id. It may have been removed, or the link is incomplete.",
)
ARTICLE_FAILED = Text("تعذّر فتح المقال", "The article could not be opened")
ARTICLE_FAILED_MORE = Text(
    "حدث خلل في قراءة المقال، وقد سُجّل تفصيله. أعد المحاولة بعد قليل.",
    "Reading the article failed, and the details are in the log. Try again in a moment.",
)
BACK_TO_CHAT = Text("العودة إلى المحادثة", "Back to the conversation")
ORIGINAL = Text("المقال في موقعه الأصلي:", "The article on its own site:")
GO_TO_CITED = Text("انتقل إلى موضع الاستشهاد", "Go to the cited words")
NEEDS_JAVASCRIPT = Text(
    "تحتاج هذه الصفحة إلى JavaScript؛ فعّله في متصفحك ثم أعد تحميل الصفحة.",
    "This page needs JavaScript: allow it in your browser and load the page again.",
)

# What Gradio says to screen readers in English only: the beginning of its label, and ours.
SPOKEN = {
    "chatbot conversation": CHAT,
    "user's message": Text("سؤال القارئ", "Reader's question"),
    "bot's message": Text("جواب إسناد", "Isnad's answer"),
    "Select example": Text("اسأل:", "Ask:"),
    "Click to upload or drop files": Text("اختر ملفات أو أسقطها هنا", "Choose files or drop them here"),
    "File upload": Text("الملفات", "Files"),
    "Remove this file": Text("أزل هذا الملف", "Remove this file"),
    "Clear": Text("أزل الملفات", "Remove the files"),
    "Common.clear": Text("أزل الملفات", "Remove the files"),
}

ARTICLES = Noun("مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال", "article", "articles")
LETTERS = Noun("حرف واحد", "حرفان", "أحرف", "حرفًا", "حرف", "character", "characters")
_TOO_LONG = Text(
    "سؤالك طويل ({size})، والحد {limit} حرف. اختصره ثم أعد إرساله؛ نصّه باقٍ في خانة السؤال.",
    "Your question is long ({size}); the limit is {limit} characters. Shorten it and send it again: it is still there.",
)
_PUT_BY_MODEL = Text("صاغه النموذج {method} من المقاطع المذكورة", "put into words by {method} from the passages shown")
_FROM_DAY, _TO_DAY = Text("منذ {day}", "from {day}"), Text("حتى {day}", "to {day}")
_AND = Text("، ", ", ")


def day_in_words(day: dt.date | None, reader: Reader = ARABIC) -> str:
    """``20 يناير 2017`` (see :meth:`assistant.page.reader.Reader.day`)."""
    return reader.day(day)


def articles(number: int, reader: Reader = ARABIC) -> str:
    """``3 مقالات``, ``25 مقالًا``, ``1,200 مقال``."""
    return reader.count(number, ARTICLES)


def too_long(length: int, limit: int, reader: Reader = ARABIC) -> str:
    """What a question of `length` characters, longer than `limit`, is told."""
    return reader.say(_TOO_LONG, size=reader.count(length, LETTERS), limit=limit)


def written_by(method: str, reader: Reader = ARABIC) -> str:
    """How the answer's text was made, in words: taken from the articles, or put by a language model."""
    return reader.say(EXTRACTIVE) if method == "extractive" else reader.say(_PUT_BY_MODEL, method=method)


def took(seconds: float, reader: Reader = ARABIC) -> str:
    """A duration: ``0.42 ثانية``."""
    return reader.seconds(seconds)


def filters_label(
    outlets: tuple[str, ...], since: dt.date | None, until: dt.date | None, reader: Reader = ARABIC
) -> str:
    """The heading of the filters, which says what they are set to even when they are folded."""
    parts = [reader.say(_AND).join(outlets)] if outlets else []
    if since:
        parts.append(reader.say(_FROM_DAY, day=reader.day(since)))
    if until:
        parts.append(reader.say(_TO_DAY, day=reader.day(until)))
    return f"{reader.say(FILTERS)}: {' · '.join(parts)}" if parts else reader.say(FILTERS)
