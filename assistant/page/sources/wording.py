"""The words of the sources."""

from __future__ import annotations

from assistant.page.text import Noun, Text

# The bar over an article that is open beside the chat.
TO_LIST = Text("عودة إلى المصادر", "Back to the sources")
CITATIONS = Text("استشهادات الجواب", "Citations of the answer")
CITATIONS_HERE = Text("الاستشهادات في هذا المقال", "Citations in this article")
POSITION = Text("الاستشهاد {at} من {of}", "Citation {at} of {of}")
PREVIOUS = Text("السابق", "Previous")
NEXT = Text("التالي", "Next")
PREVIOUS_CITATION = Text("الاستشهاد السابق", "Previous citation")
NEXT_CITATION = Text("الاستشهاد التالي", "Next citation")
APART = Text("في صفحة مستقلة", "On its own page")
NEW_TAB = Text("(في نافذة جديدة)", "(in a new tab)")
FAILED = Text(
    "تعذّر فتح المقال هنا. أعد المحاولة، أو افتحه في صفحة مستقلة.",
    "The article could not be opened here. Try again, or open it on its own page.",
)

# Voices and statements.
VOICES = Text("المتحدثون في المقال", "Who speaks in this article")
SHOW_MARKS = Text("ميّز الأقوال في النص", "Mark the statements in the text")
NO_STATEMENTS = Text("لم يُستخرج من هذا المقال قول منسوب إلى أحد.", "No reported statement was found in this article.")
STATEMENTS = Noun("قول واحد", "قولان", "أقوال", "قولًا", "قول", "statement", "statements")
OTHER_VOICES = Text("متحدثون آخرون", "Other speakers")

# Where a link goes astray.
PLACE_UNREADABLE = Text(
    "الموضع في الرابط ناقص أو مكتوب خطأ، فعُرض المقال من أوله. المنتظر رقمان: start ثم end.",
    "The place in the link is incomplete or misspelt, so the article is shown from its beginning. It takes two "
    "numbers: start and end.",
)
PLACE_EMPTY = Text(
    "الموضع المطلوب ({start}–{end}) لا كلمات فيه، فعُرض المقال من أوله.",
    "There are no words at the place asked for ({start}–{end}), so the article is shown from its beginning.",
)
PLACE_OUTSIDE = Text(
    "الموضع المطلوب ({start}–{end}) خارج نص المقال، وطوله {length}، فعُرض من أوله. لعلّ المقال تغيّر بعد نسخ الرابط.",
    "The place asked for ({start}–{end}) lies outside the article, which has {length}, so it is shown from its "
    "beginning. The article may have changed since the link was copied.",
)
CHARACTERS = Noun("حرف واحد", "حرفان", "أحرف", "حرفًا", "حرف", "character", "characters")

# Taking a citation along.
COPY_QUOTATION = Text("انسخ الاقتباس بمصدره", "Copy the quotation with its source")
QUOTATION = Text("الاقتباس بمصدره", "The quotation with its source")
COPY_LINK = Text("انسخ الرابط", "Copy the link")
PERMALINK = Text("رابط دائم إلى هذا الموضع", "Permanent link to this place")
COPIED = Text("نُسخ", "Copied")
COPY_YOURSELF = Text(
    "لا يسمح المتصفح بالنسخ المباشر؛ النص محدَّد، فانسخه بـ Ctrl+C.",
    "The browser does not let pages copy; the text is selected: copy it with Ctrl+C.",
)
COPY_FAILED = Text("تعذّر النسخ؛ لعلّ المقال حُذف أو تغيّر.", "It could not be copied; the article may be gone or changed.")
EXPORT = Text("صدّر الاستشهاد", "Export the citation")
EXPORT_ANSWER = Text("صدّر استشهادات الجواب", "Export the answer's citations")
EXPORT_CHOSEN = Text("الاستشهادات المختارة", "Chosen citations")
EXPORT_ALL = Text("صدّر استشهادات المحادثة كلها", "Export the citations of the whole conversation")
OF_CITATION = Text("الاستشهاد {number}", "Citation {number}")
FILE = Text("ملف {form}", "{form} file")

# What an export is told.
EXPORT_REFUSED = Text("تعذّر تصدير الاستشهادات", "The citations could not be exported")
EXPORT_NOTHING = Text(
    "لم يُختر أي استشهاد. اختر واحدًا على الأقل ثم أعد التصدير.",
    "No citation was chosen. Choose at least one and export again.",
)
EXPORT_FORM = Text(
    "لا صيغة بهذا الاسم: {form}. الصيغ المتاحة: {known}.", "There is no format {form}. There are: {known}."
)
EXPORT_MALFORMED = Text("استشهاد مكتوب خطأ في الطلب: {cite}", "A citation is misspelt in the request: {cite}")
EXPORT_GONE = Text(
    "لم يعد المقال «{article}» في الأرشيف. ألغِ اختيار استشهاده ثم أعد التصدير.",
    "The article “{article}” is no longer in the archive. Leave its citation out and export again.",
)
EXPORT_CHANGED = Text(
    "تغيّر نص المقال «{article}» بعد الاستشهاد به، فلم يعد الاقتباس في موضعه. ألغِ اختياره ثم أعد التصدير.",
    "The article “{article}” has changed since it was cited, and the quotation is no longer in its place. Leave it out "
    "and export again.",
)
EXPORT_NO_CONVERSATION = Text("لا محادثة محفوظة بهذا المعرّف.", "No conversation of this id is kept.")
EXPORT_LARGE = Text(
    "الطلب أكبر مما يُصدَّر دفعة واحدة. صدّر الاستشهادات على دفعات.",
    "That is more than is exported at once. Export the citations in parts.",
)
