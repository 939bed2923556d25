"""The words of the settings."""

from assistant.page.text import Text

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
