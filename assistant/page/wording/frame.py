"""The words around every room: navigation, language, colours."""

from assistant.page.text import Text

SKIP = Text("انتقل إلى المحتوى", "Skip to the content")
ROOMS = Text("أقسام إسناد", "Rooms of Isnad")
HOME = Text("إسناد: الصفحة الأولى", "Isnad: first page")
# Each in its own language: who looks for it reads that one.
OTHER_LANGUAGE = Text("English", "العربية")
TO_DARK = Text("ألوان داكنة", "Dark colours")
TO_LIGHT = Text("ألوان فاتحة", "Light colours")
