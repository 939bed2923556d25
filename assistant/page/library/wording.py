"""The words of the library."""

from assistant.page.text import Noun, Text

TITLE = Text("المكتبة", "Library")

ADD = Text("أضف مقالات", "Add articles")
FILES = Text("ملفات", "Files")
FILES_MORE = Text(
    "JSON وCSV ونصوص وصفحات HTML وPDF وWord وخلاصات RSS، مضغوطةً أو غير مضغوطة؛ حتى {limit} للملف.",
    "JSON, CSV, text, HTML, PDF, Word, RSS and Atom, packed or not; up to {limit} a file.",
)
ADDRESSES = Text("عناوين صفحات أو خلاصات", "Addresses of pages or feeds")
ADDRESSES_HINT = Text("عنوان في كل سطر", "One address a line")
PUBLIC_ONLY = Text(
    "هذا الخادم متاح لأجهزة أخرى، فلا يجلب إلا من مواقع الإنترنت العامة.",
    "Other machines reach this server, so it fetches from public hosts of the internet only.",
)
ADD_NOW = Text("أضف إلى المكتبة", "Add to the library")
NOTHING_GIVEN = Text("اختر ملفًا أو اكتب عنوانًا أولًا.", "Choose a file or write an address first.")
NOT_TAKEN = Text("لم يُقبل الطلب: الخادم يتوقف عن العمل.", "Not taken on: the server is stopping.")

JOBS = Text("سير العمل", "Work in progress")
NO_JOBS = Text(
    "لا عمل جاريًا. ما تضيفه أو تحذفه يظهر هنا خطوة بخطوة.", "Nothing is going on. What you add or remove shows here."
)
KINDS = {
    "add": Text("إضافة", "Adding"),
    "remove": Text("حذف", "Removing"),
    "reindex": Text("إعادة الفهرسة", "Indexing anew"),
    "statements": Text("إعادة استخراج التصريحات", "Extracting statements anew"),
}
STATES = {
    "waiting": Text("في الانتظار", "waiting"),
    "running": Text("جارٍ", "running"),
    "done": Text("تمّ", "done"),
    "stopped": Text("أُوقف", "stopped"),
    "failed": Text("فشل", "failed"),
    "reading": Text("يُقرأ", "being read"),
}
SHARE = Text("{percent}%", "{percent}%")
STOP = Text("أوقف", "Stop")
STOP_JOB = Text("أوقف العمل رقم {number}", "Stop job {number}")
FAILED = Text(
    "توقّف العمل لخلل، وسُجّل تفصيله في سجلّ الخادم:", "The work ended with a failure; the server's log has more:"
)
NOTHING_NEW = Text("لا جديد", "nothing new")
ADDED = Text("أُضيف {articles}", "{articles} added")
DUPLICATE = Text("منها بنصٍّ موجود من قبل: {number}", "{number} of these with a text that was there")
CHANGED = Text("استُبدل لتغيّره: {number}", "{number} changed and replaced")
UNCHANGED = Text("موجود من قبل: {number}", "{number} there already")
REJECTED = Text("رُفض: {number}", "{number} rejected")
WHY = Text("ما رُفض ولماذا", "What was rejected, and why")
FLAWS = Text("ملاحظات على ما أُضيف", "Notes on what was added")
MORE = Text("وغيرها: {number}", "and {number} more")
REMOVED = Text("حُذف {articles}", "{articles} removed")
MADE = Text("أُنجز {articles}", "{articles} done")
ENDED = Text("{kind}: {state}. {outcome}", "{kind}: {state}. {outcome}")

SHELF = Text("ما في المكتبة", "What the library holds")
SEARCH = Text("ابحث في المقالات", "Search the articles")
SEARCH_HINT = Text("كلمات من العنوان أو النص، أو معرّف المقال", "Words of title or text, or an article's id")
OUTLET = Text("المصدر", "Outlet")
EVERY_OUTLET = Text("كل المصادر", "All outlets")
UNNAMED = Text("مصدر غير مذكور", "outlet not named")
UNTITLED = Text("بلا عنوان", "untitled")
ARTICLE = Text("المقال", "Article")
DAY = Text("التاريخ", "Date")
STATEMENTS = Text("التصريحات", "Statements")
CHOOSE = Text("اختر: {title}", "Choose: {title}")
CHOOSE_ALL = Text("اختر كل ما في الصفحة", "Choose all on this page")
CHOSEN = Text("اختير", "chosen")
NOTHING_FOUND = Text("لا مقال يوافق البحث.", "No article fits the search.")
EMPTY = Text("المكتبة فارغة: أضف ملفًا أو عنوانًا لتبدأ.", "The library is empty: add a file or an address to begin.")
PAGE = Text("صفحة {number} من {pages}", "Page {number} of {pages}")
NEXT = Text("التالية", "Next")
PREVIOUS = Text("السابقة", "Previous")
REMOVE = Text("احذف المختار", "Remove the chosen")
REMOVE_SURE = Text("أتحذف المقالات المختارة؟", "Remove the chosen articles?")
REMOVE_MORE = Text(
    "تُحذف المقالات ومقاطعها وتصريحاتها من المكتبة نهائيًّا، وتبقى الملفات التي جاءت منها كما هي.",
    "The articles, their passages and statements leave the library for good; the files they came from stay.",
)
YES_REMOVE = Text("نعم، احذف", "Yes, remove")
CANCEL = Text("إلغاء", "Cancel")

ANEW = Text("إعادة الفهرسة", "Index anew")
ANEW_MORE = Text(
    "يُعاد تقسيم المقالات واستخراج تصريحاتها وفهرستها. لا حاجة إليه إلا بعد تحديث البرنامج أو إن أوصى به الفحص. تبقى "
    "المقالات كما هي، وتنقص الأجوبة إلى أن يتمّ العمل.",
    "Articles are divided, their statements extracted and indexed again. Needed only after an update, or where the "
    "check advises it. The articles stay as they are; answers are incomplete until it is done.",
)
ANEW_ALL = Text("أعد الفهرسة كلها", "Index everything anew")
ANEW_STATEMENTS = Text("أعد استخراج التصريحات فقط", "Extract the statements only")
ANEW_SURE = Text("أتبدأ إعادة الفهرسة؟", "Begin indexing anew?")
YES_ANEW = Text("نعم، ابدأ", "Yes, begin")

ARTICLES = Noun("مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال", "article", "articles")
PASSAGES = Noun("مقطع واحد", "مقطعان", "مقاطع", "مقطعًا", "مقطع", "passage", "passages")
SAID = Noun("تصريح واحد", "تصريحان", "تصريحات", "تصريحًا", "تصريح", "statement", "statements")
SOURCES = Noun("مصدر واحد", "مصدران", "مصادر", "مصدرًا", "مصدر", "source", "sources")
