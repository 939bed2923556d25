"""What the sign-in page says, in Arabic and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """The page's words in one language; `lang` and `dir` are those of the document."""

    lang: str
    dir: str
    brand: str
    sign_in: str
    lead: str
    name: str
    password: str
    no_account: str
    other: str
    other_lang: str
    wrong: str
    stale: str
    sign_out: str
    signed_in_as: str
    stay: str
    not_from_here: str
    unusable: str

    def wait(self, seconds: int) -> str:
        """That too many tries failed, and how long to wait."""
        minutes = -(-seconds // 60)
        if self.lang == "en":
            how_long = "a minute" if minutes == 1 else f"{minutes} minutes"
            return f"Too many attempts have failed. Wait {how_long}, then try again."
        if minutes <= 2:
            how_long = "دقيقة" if minutes == 1 else "دقيقتين"
        else:
            how_long = f"{minutes} {'دقائق' if minutes <= 10 else 'دقيقة'}"
        return f"أخفقت محاولات كثيرة متتالية. انتظر {how_long} ثم أعد المحاولة."


ARABIC: Final = Wording(
    lang="ar",
    dir="rtl",
    brand="إسناد",
    sign_in="تسجيل الدخول",
    lead="هذا الأرشيف مفتوح لمن له حساب فيه.",
    name="اسم المستخدم",
    password="كلمة المرور",
    no_account="ليس لديك حساب؟ اطلبه من القائم على هذا الأرشيف.",
    other="English",
    other_lang="en",
    wrong="اسم المستخدم أو كلمة المرور غير صحيحة. تحقّق منهما ثم أعد المحاولة.",
    stale="انتهت صلاحية الصفحة قبل إرسالها. أدخل اسمك وكلمة المرور من جديد.",
    sign_out="تسجيل الخروج",
    signed_in_as="الحساب الحالي:",
    stay="العودة إلى الأرشيف",
    not_from_here="وصل هذا الطلب من موقع آخر، فلم يُنفَّذ. افتح الصفحة من عنوانها وأعد المحاولة.",
    unusable="تعذّرت قراءة ملف الحسابات، وقد سُجّل تفصيل الخلل. راجع القائم على هذا الأرشيف.",
)
ENGLISH: Final = Wording(
    lang="en",
    dir="ltr",
    brand="Isnad",
    sign_in="Sign in",
    lead="This archive is open to those who have an account.",
    name="User name",
    password="Password",
    no_account="No account? Ask whoever looks after this archive.",
    other="العربية",
    other_lang="ar",
    wrong="The user name or the password is wrong. Check both, then try again.",
    stale="The page expired before it was sent. Enter your name and password again.",
    sign_out="Sign out",
    signed_in_as="Signed in as",
    stay="Back to the archive",
    not_from_here="This request came from another site and was not carried out. Open the page anew and try again.",
    unusable="The file of accounts cannot be read; the log has the details. Ask whoever looks after this archive.",
)


def wording(lang: str | None) -> Wording:
    """The words in that language; in Arabic where it is none of ours."""
    return ENGLISH if lang == "en" else ARABIC
