"""What the pages for signing in and out say."""

from __future__ import annotations

from assistant.page.reader import Reader
from assistant.page.text import Noun, Text

SIGN_IN = Text("تسجيل الدخول", "Sign in")
LEAD = Text("هذا الأرشيف مفتوح لمن له حساب فيه.", "This archive is open to those who have an account.")
USER_NAME = Text("اسم المستخدم", "User name")
PASSWORD = Text("كلمة المرور", "Password")
NO_ACCOUNT = Text(
    "ليس لديك حساب؟ اطلبه من القائم على هذا الأرشيف.", "No account? Ask whoever looks after this archive."
)
WRONG = Text(
    "اسم المستخدم أو كلمة المرور غير صحيحة. تحقّق منهما ثم أعد المحاولة.",
    "The user name or the password is wrong. Check both, then try again.",
)
STALE = Text(
    "انتهت صلاحية الصفحة قبل إرسالها. أدخل اسمك وكلمة المرور من جديد.",
    "The page expired before it was sent. Enter your name and password again.",
)
SIGN_OUT = Text("تسجيل الخروج", "Sign out")
ACCOUNT = Text("الحساب", "Account")
SIGNED_IN_AS = Text("الحساب الحالي:", "Signed in as")
STAY = Text("العودة إلى الأرشيف", "Back to the archive")
NOT_FROM_HERE = Text(
    "وصل هذا الطلب من موقع آخر، فلم يُنفَّذ. افتح الصفحة من عنوانها وأعد المحاولة.",
    "This request came from another site and was not carried out. Open the page anew and try again.",
)
UNUSABLE = Text(
    "تعذّرت قراءة ملف الحسابات، وقد سُجّل تفصيل الخلل. راجع القائم على هذا الأرشيف.",
    "The file of accounts cannot be read; the log has the details. Ask whoever looks after this archive.",
)
_WAIT = Text(
    "أخفقت محاولات كثيرة متتالية. انتظر {minutes} ثم أعد المحاولة.",
    "Too many attempts have failed. Wait {minutes}, then try again.",
)
_MINUTES = Noun("دقيقة", "دقيقتين", "دقائق", "دقيقة", "دقيقة", "minute", "minutes")


def wait(reader: Reader, seconds: int) -> str:
    """That too many attempts failed, and how long to wait, in minutes."""
    return reader.say(_WAIT, minutes=reader.count(-(-seconds // 60), _MINUTES))
