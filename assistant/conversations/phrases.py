"""What an exported conversation says of itself, in Arabic and in English."""

from __future__ import annotations

from typing import Final

_PHRASES: Final = {
    "from": ("محادثة من أرشيف إسناد", "A conversation with the Isnad archive"),
    "asked": ("طُرح السؤال", "Asked"),
    "within": ("ضمن", "Within"),
    "since": ("منذ", "from"),
    "until": ("حتى", "to"),
    "refused": ("لا جواب في هذه المقالات", "No answer in these articles"),
    "sources": ("المصادر", "Sources"),
    "open": ("افتح المقال عند هذا الموضع", "Open the article at these words"),
    "article": ("المقال", "Article"),
    "no_date": ("بلا تاريخ", "no date"),
    "no_outlet": ("مصدر غير مذكور", "outlet not named"),
    "no_title": ("بلا عنوان", "untitled"),
    "extractive": ("مستخرَج حرفيًّا من المقالات", "taken word for word from the articles"),
    "by": ("صاغه النموذج", "put into words by the model"),
    "asked_outcome": ("لم يكتمل الجواب.", "The answer was cut off."),
    "stopped_outcome": ("أُوقف الجواب قبل أن يكتمل.", "The answer was stopped before it was complete."),
    "failed_outcome": ("تعذّر إتمام الجواب.", "The answer failed."),
}


def phrase(name: str, language: str = "ar") -> str:
    """The phrase `name` in Arabic (``ar``) or English (``en``)."""
    return _PHRASES[name][language == "en"]
