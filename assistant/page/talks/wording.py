"""The words of conversations: their list, dialogs, buttons under an answer, keys."""

from __future__ import annotations

from assistant.page.text import Noun, Text

TALKS = Text("محادثاتك", "Your conversations")
SHOW_TALKS = Text("المحادثات", "Conversations")
NO_TALKS = Text("تُحفظ محادثاتك هنا، وتجدها متى عدت.", "Your conversations are kept here for when you come back.")
NO_TALK_FOUND = Text("لا محادثة فيها هذه الكلمات.", "No conversation holds these words.")
SEARCH = Text("ابحث في محادثاتك", "Search your conversations")
CLOSE = Text("أغلق", "Close")
TODAY, YESTERDAY = Text("اليوم", "today"), Text("أمس", "yesterday")
QUESTIONS = Noun("سؤال واحد", "سؤالان", "أسئلة", "سؤالًا", "سؤال", "question", "questions")
MORE = Text("خيارات المحادثة: {title}", "Options of the conversation: {title}")
RENAME = Text("غيّر العنوان", "Rename")
DELETE = Text("احذف", "Delete")
EXPORT_AS = Text("صدّرها بصيغة {format}", "Export as {format}")
MISSING = Text(
    "لا محادثة بهذا العنوان؛ لعلّها حُذفت، أو أنها لقارئ آخر.",
    "There is no conversation at this address: it may have been deleted, or it is another reader's.",
)
NOT_KEPT = Text(
    "تعذّر حفظ هذه المحادثة على القرص؛ صدّرها أو انسخها قبل إغلاق الصفحة. وتفصيل الخلل في سجلّ الخادم.",
    "This conversation could not be kept on disk: copy what you need before you close the page. The log says why.",
)
NOT_DONE = Text("تعذّر ذلك، وقد سُجّل تفصيل الخلل. أعد المحاولة.", "That failed, and the log says why. Try again.")
DELETED = Text("حُذفت المحادثة.", "The conversation was deleted.")
RENAMED = Text("تغيّر العنوان.", "The title was changed.")
NEEDS_TITLE = Text("اكتب عنوانًا للمحادثة.", "Write a title for the conversation.")

# Under a question.
WITHOUT = Text("أزل هذا القيد وأعد السؤال", "Take this off and ask again")
RESTORE = Text("أعد القيود المزالة", "Put back what was taken off")
KINDS = {
    "person": Text("الشخص", "Person"),
    "outlet": Text("المصدر", "Outlet"),
    "days": Text("الفترة", "Period"),
}
UNDERSTOOD = Text("فُهم من السؤال:", "Understood from the question:")
CHOSEN = Text("ضمن:", "Within:")
EDIT = Text("عدّل السؤال", "Edit the question")
RETRY = Text("أعد السؤال", "Ask again")

# Under an answer.
CONFIDENCE = {
    "high": Text("الثقة بالجواب عالية", "High confidence"),
    "fair": Text("الثقة بالجواب متوسطة", "Fair confidence"),
    "low": Text("الثقة بالجواب ضعيفة، فراجع المصدر", "Low confidence: check the source"),
}
WHY = {
    "citation": Text("لا مصدر يسند هذه العبارة", "no source bears this out"),
    "quote": Text("كلام منقول لم يُعثر على نصّه في المصادر", "these quoted words do not stand in the sources"),
    "name": Text("اسم لم يرد في المصادر", "this name does not stand in the sources"),
    "number": Text("رقم لم يرد في المصادر", "this number does not stand in the sources"),
}
UNSUPPORTED = Text("لم يثبت في المصادر", "not borne out by the sources")
STOPPED = Text("أوقفتَ هذا الجواب قبل أن يكتمل.", "You stopped this answer before it was complete.")
CUT_OFF = Text("انقطع هذا الجواب قبل أن يكتمل.", "This answer was cut off before it was complete.")
NEXT = Text("أسئلة تالية", "Next questions")
JUDGE = Text("رأيك في الجواب", "Your opinion of the answer")
VERDICTS = {
    "right": Text("صحيح", "Right"),
    "wrong": Text("خطأ", "Wrong"),
    "wrong_refusal": Text("بل الجواب موجود", "There is an answer"),
    "wrong_speaker": Text("القائل غيره", "Wrong speaker"),
    "not_relevant": Text("لا صلة له بالسؤال", "Not relevant"),
}
RIGHT_REFUSAL = Text("صحيح، لا جواب", "Right, there is none")
JUDGED = Text("سُجّل رأيك، وشكرًا.", "Your opinion was recorded. Thank you.")
UNJUDGED = Text("أُلغي رأيك.", "Your opinion was taken back.")
GONE = Text(
    "لم يعد هذا المقال في الأرشيف؛ وهذه كلماته كما استُشهد بها.",
    "This article is no longer in the archive; these are its words as they were cited.",
)
CHANGED = Text(
    "تغيّر نصّ هذا المقال بعد الاستشهاد؛ وهذه كلماته كما كانت.",
    "The text of this article has changed since; these are its words as they were cited.",
)

# Dialogs.
CANCEL = Text("تراجع", "Cancel")
DELETE_TITLE = Text("حذف المحادثة", "Delete the conversation")
DELETE_ASKS = Text(
    "تُحذف المحادثة وكل ما فيها، ولا سبيل إلى استرجاعها.", "The conversation and all in it will be deleted for good."
)
RENAME_TITLE = Text("عنوان المحادثة", "Title of the conversation")
EDIT_TITLE = Text("تعديل السؤال", "Edit the question")
DROPS_LATER = Text(
    "الأسئلة والأجوبة التي بعد هذا السؤال تُحذف من المحادثة.",
    "The questions and answers after this one will be dropped from the conversation.",
)
AGAIN_TITLE = Text("إعادة السؤال", "Ask again")
RIGHT_TITLE = Text("ما الجواب الصحيح؟", "What is the right answer?")
RIGHT_HINT = Text(
    "اكتبه إن عرفته، بكلمات المقال ما أمكن. ولك أن تترك الخانة فارغة.",
    "Write it if you know it, in the article's words if you can. You may leave this empty.",
)
SEND = Text("سجّل", "Record")
SAVE = Text("احفظ", "Save")

HELP = Text("لوحة المفاتيح", "Keyboard")
HELP_TITLE = Text("مفاتيح الاختصار", "Keyboard shortcuts")
KEYS = (
    ("Enter", Text("أرسل السؤال", "Send the question")),
    ("Shift Enter", Text("سطر جديد في السؤال", "A new line in the question")),
    ("Ctrl K", Text("انتقل إلى خانة السؤال، ومثلها المفتاح /", "Go to the question; so does /")),
    ("↑ ↓", Text("تنقّل بين المحادثات في القائمة", "Move through the list of conversations")),
    ("F2", Text("غيّر عنوان المحادثة المحدَّدة", "Rename the conversation in focus")),
    ("Delete", Text("احذف المحادثة المحدَّدة", "Delete the conversation in focus")),
    ("Esc", Text("أغلق النافذة أو القائمة", "Close the dialog or the list")),
    ("?", Text("أظهر هذه القائمة", "Show this list")),
)
