"""The words of the settings."""

from assistant.page.text import Noun, Text

TITLE = Text("الإعدادات", "Settings")
READING = Text("كيف تقرأ", "How you read")
LANGUAGE = Text("لغة الواجهة", "Language of the page")
# Each language under its own name, in either of them.
LANGUAGES = {"ar": "العربية", "en": "English"}
DIGITS = Text("الأرقام", "Digits")
DIGITS_MORE = Text(
    "تُكتب بها أعداد الواجهة وتواريخها؛ أمّا نصوص المقالات فتبقى كما نُشرت.",
    "For the numbers and dates of the Arabic page; the articles stay as they were published.",
)
DIGIT_CHOICES = {"latin": "1 2 3", "arabic": "١ ٢ ٣"}
THEME = Text("الألوان", "Colours")
THEMES = {
    "auto": Text("كما في النظام", "As the system has them"),
    "light": Text("فاتحة", "Light"),
    "dark": Text("داكنة", "Dark"),
}

BEHIND = Text("ما وراء الصفحة", "What stands behind the page")
HELD = Text("المحتوى", "Content")
HELD_WORDS = Text("{articles}، {passages}، {statements}", "{articles}, {passages}, {statements}")
SPAN = Text("المدة", "Period")
SPAN_WORDS = Text("من {first} إلى {last}", "{first} to {last}")
PEOPLE = Text("المتحدثون والمصادر", "Speakers and outlets")
PEOPLE_WORDS = Text("{people} · {outlets}", "{people} · {outlets}")
UNFINISHED = Text("لم تكتمل فهرسته", "Not finished")
OUTDATED = Text("تصريحاته من إصدار سابق", "With statements of an earlier version")
TAKEN = Text("الحجم على القرص", "Size on disk")
EMBEDDER = Text("نموذج التضمين", "Embedding model")
EMBEDDER_WORDS = Text("{name}، {dimension} بُعدًا", "{name}, {dimension} dimensions")
NO_EMBEDDER = Text("يُختار عند إضافة أول مقال", "chosen when the first article is added")
MODEL = Text("النموذج اللغوي", "Language model")
NO_MODEL = Text(
    "لا نموذج لغويًّا: تُستخرج الأجوبة حرفيًّا من المقالات",
    "none: answers are taken word for word from the articles",
)
VERSIONS = Text("الإصدارات", "Versions")
VERSION_NAMES = {
    "isnad": Text("إسناد", "Isnad"),
    "passages": Text("المقاطع", "passages"),
    "analyser": Text("المحلّل", "analyser"),
    "statements": Text("التصريحات", "statements"),
}
HEALTH = Text("سلامة المكتبة", "Health of the library")
HEALTH_MORE = Text(
    "يُفحص كل ما في المكتبة ويُعاد حساب عيّنة منه؛ قد يستغرق دقيقة في مكتبة كبيرة.",
    "Examines all that the library holds and makes a sample of it again; a minute, perhaps, for a large one.",
)
EXAMINE = Text("افحص الآن", "Examine now")
EXAMINING = Text("يجري الفحص…", "Examining…")
BUSY = Text("في المكتبة عمل جارٍ: افحصها بعد أن يتمّ.", "The library is being changed: examine it when that is done.")
SOUND = Text("المكتبة سليمة.", "The library is sound.")
SOUND_WITH = Text("المكتبة سليمة، وعليها ملاحظات: {number}", "The library is sound, with {number} to note")
DAMAGED = Text(
    "في المكتبة خلل: {number}. أوقف الخادم ثم نفّذ الأمر المذكور.",
    "Something is wrong with the library: {number}. Stop the server and run the command that is named.",
)
FAILED = Text("تعذّر الفحص؛ في سجلّ الخادم تفصيله.", "It could not be examined; the server's log has the details.")
DETAILS = Text("نتيجة الفحص بالتفصيل", "What was found")

ARTICLES = Noun("مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال", "article", "articles")
PASSAGES = Noun("مقطع واحد", "مقطعان", "مقاطع", "مقطعًا", "مقطع", "passage", "passages")
STATEMENTS = Noun("تصريح واحد", "تصريحان", "تصريحات", "تصريحًا", "تصريح", "statement", "statements")
SPEAKERS = Noun("متحدث واحد", "متحدثان", "متحدثين", "متحدثًا", "متحدث", "speaker", "speakers")
OUTLETS = Noun("مصدر واحد", "مصدران", "مصادر", "مصدرًا", "مصدر", "outlet", "outlets")
