"""Why something was not read, in Arabic: the readers say it in English, for the command line and its logs.

What is not known here is shown as it was said.
"""

from __future__ import annotations

import re

from assistant.page.reader import Reader

_FORMATS = {
    "an old Office file (.doc, .xls): save it as .docx or .csv": "ملف أوفيس قديم، فاحفظه بصيغة .docx أو .csv",
    "RTF: save it as .docx or .txt": "ملف RTF، فاحفظه بصيغة .docx أو .txt",
    "a picture": "صورة",
    "a picture, sound or film": "صورة أو صوت أو مقطع مصوّر",
    "sound or film": "صوت أو مقطع مصوّر",
    "an SQLite database: export the articles as CSV": "قاعدة بيانات SQLite، فصدّر المقالات منها بصيغة CSV",
    "a Parquet file: export the articles as CSV or JSONL": "ملف Parquet، فصدّر المقالات منه بصيغة CSV أو JSONL",
    "a RAR archive: unpack it, or pack it as ZIP": "أرشيف RAR، ففكّه أو اضغطه بصيغة ZIP",
    "a 7z archive: unpack it, or pack it as ZIP": "أرشيف 7z، ففكّه أو اضغطه بصيغة ZIP",
    "an Excel workbook: save it as .csv": "مصنّف إكسل، فاحفظه بصيغة .csv",
    "a spreadsheet: save it as .csv": "جدول بيانات، فاحفظه بصيغة .csv",
    "slides: save them as .pdf": "عرض شرائح، فاحفظه بصيغة .pdf",
    "a web archive: save the page as .html": "أرشيف صفحات، فاحفظ الصفحة بصيغة .html",
    "an OpenDocument or EPUB file: save it as .docx or .txt": "ملف OpenDocument أو EPUB، فاحفظه بصيغة .docx أو .txt",
}

# The readers' words as patterns, with what stands in parentheses put in the place of the numbers.
_REASONS = [
    (r"no article in it", "لا مقال فيه"),
    (r"the file is empty", "الملف فارغ"),
    (r"no such file or folder", "لا ملف بهذا الاسم"),
    (r"an archive in an archive in an archive: unpack it first", "أرشيف داخل أرشيف داخل أرشيف: فكّه أولًا"),
    (r"the ZIP archive cannot be opened: (.*)", "تعذّر فتح أرشيف ZIP: {1}"),
    (r"encrypted: unpack it first", "مشفّر: فكّه أولًا"),
    (r"the archive holds no file", "لا ملف في الأرشيف"),
    (
        r"it unpacks to more than (\d+) times its size: taken for an archive bomb",
        "يزيد بعد فكّه على {1} ضعف حجمه، فعُدّ قنبلة ضغط ولم يُقرأ",
    ),
    (
        r"it unpacks to more than (\d+) times its size: taken for an archive bomb; read no further",
        "يزيد بعد فكّه على {1} ضعف حجمه، فعُدّ قنبلة ضغط ولم تُكمل قراءته",
    ),
    (r"it unpacks to more than (\d+) MiB", "يزيد بعد فكّه على {1} ميغابايت"),
    (r"the text is longer than ([\d,]+) characters: split it into articles", "النص أطول من {1} حرف: قسّمه إلى مقالاته"),
    (
        r"larger than (\d+) MiB: split it, or turn it into JSONL, which is streamed",
        "أكبر من {1} ميغابايت: قسّمه أو حوّله إلى JSONL",
    ),
    (r"larger than (\d+) MiB: download it and give the file", "أكبر من {1} ميغابايت: نزّله وأضف الملف"),
    (r"the text \((.*)\) is empty", "النص ({1}) فارغ"),
    (
        r"no field is known to hold the text; the fields are: (.*)\. Name the right one with --field text=NAME",
        "لا حقل معروفًا للنص؛ الحقول هي: \u2068{1}\u2069. سمِّ حقل النص text أو أضف الملف بالأمر "
        "\u2066isnad add --field text=NAME\u2069",
    ),
    (r"the date (.*) cannot be read: the article has none", "تعذّرت قراءة التاريخ {1}، فأُضيف المقال بلا تاريخ"),
    (r"a JSON (.*) where an object was expected", "قيمة JSON ({1}) حيث يُنتظر كائن"),
    (r"not a row of the table: (.*)", "ليس صفًّا من الجدول: {1}"),
    (r'a quotation mark \("\) opens here(.*), and nothing closes it', "علامة تنصيص تُفتح هنا ولا تُغلق"),
    (
        r"(\d+) cells under (\d+) columns: an unquoted delimiter in a cell\?",
        "{1} خلايا تحت {2} أعمدة: لعلّ في إحداها فاصلًا بلا تنصيص",
    ),
    (r"no document with fields: (.*) was expected", "لا مستند فيه حقول؛ المنتظر: {1}"),
    (r"no </DOC> within (\d+) MiB; read no further", "لا ‎</DOC> في أول {1} ميغابايت، فلم تُكمل قراءته"),
    (r"not a page that can be read: (.*)", "صفحة لا تُقرأ: {1}"),
    (r"no article is found in the page", "لم يُعثر على مقال في الصفحة"),
    (r"not an RSS or Atom feed", "ليس خلاصة RSS أو Atom"),
    (r"not a feed that can be read: (.*)", "خلاصة لا تُقرأ: {1}"),
    (r"the feed is damaged: (.*)", "الخلاصة تالفة: {1}"),
    (r"the PDF is encrypted: save it without its password", "ملف PDF مشفّر: احفظه بلا كلمة مرور"),
    (r"not a PDF that can be read: (.*)", "ملف PDF لا يُقرأ: {1}"),
    (
        r"the PDF holds no text \(scanned pages\?\): recognise its text \(OCR\) first",
        "لا نص في ملف PDF (لعلّ صفحاته صور): تعرّف على نصّه ضوئيًّا أولًا",
    ),
    (
        r"the PDF's fonts do not tell which letters they show: recognise its text \(OCR\) first",
        "خطوط ملف PDF لا تدلّ على حروفها: تعرّف على نصّه ضوئيًّا أولًا",
    ),
    (r"not a Word document that can be read: (.*)", "مستند Word لا يُقرأ: {1}"),
    (r"the document holds no text \(pictures of text cannot be read\)", "لا نص في المستند (صور النصوص لا تُقرأ)"),
    (r"not a text: most of it is control characters", "ليس نصًّا: أكثره رموز تحكّم"),
    (
        r"the name says (\S+), the content is something else or damaged",
        "اسمه يدلّ على {1}، ومحتواه غير ذلك أو تالف",
    ),
    (r"not text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6 .*", "ليس نصًّا بترميز معروف: احفظه بترميز UTF-8"),
    (r"not valid (\S+): byte .*", "ليس نصًّا صحيحًا بترميز {1}"),
    (r"not valid (\S+): cut off in the middle of a character", "النص مقطوع في وسط حرف (ترميز {1})"),
    (
        r"the line that begins at byte (\d+) is longer than (\d+) MiB",
        "السطر الذي يبدأ عند البايت {1} أطول من {2} ميغابايت",
    ),
    (r"the file is cut off: what came before was read", "الملف مقطوع: قُرئ ما قبل القطع"),
    (r"the file is damaged: (.*)", "الملف تالف: {1}"),
    (r"(.*): addresses are not fetched: only http and https are", "لا تُجلب عناوين {1}: تُجلب عناوين http وhttps فقط"),
    (r"the server answers (\d+)(.*)", "أجاب الموقع بالرمز {1}{2}"),
    (r"not there within (\d+) seconds", "لم يصل كاملًا في {1} ثانية"),
    (r"the server does not answer in time: try again later", "تأخر الموقع في الردّ: أعد المحاولة لاحقًا"),
    (
        r"cannot be fetched \(no host is called (.*)\): is the network there\?",
        "تعذّر الجلب: لا موقع باسم {1}؛ أمتصل أنت بالشبكة؟",
    ),
    (r"cannot be fetched \((.*)\): is the network there\?", "تعذّر الجلب ({1})؛ أمتصل أنت بالشبكة؟"),
    (
        r"(.*) is not a public host: this server fetches from public ones only",
        "‏{1} ليس موقعًا عامًّا، وهذا الخادم لا يجلب إلا من المواقع العامة",
    ),
    (
        r"another article with this id was added in the same run; give this one an id of its own",
        "أُضيف معه مقال آخر بالمعرّف نفسه: أعطِ كلًّا منهما معرّفًا",
    ),
    (r"it holds half a surrogate pair, .*", "فيه رمز مبتور لا يُعرض: أصلح ترميز مصدره"),
    (r"(.*); the file was read no further", "{1}؛ ولم تُكمل قراءة الملف"),
]
_COMPILED = [(re.compile(pattern, re.S), said) for pattern, said in _REASONS]
_NO_FORMAT = "not a format that is read: "


def reason(said: str, reader: Reader) -> str:
    """`said` by a reader of :mod:`index.reading`, in the language of `reader` where its Arabic is known."""
    if reader.language != "ar":
        return said
    if said.startswith(_NO_FORMAT):
        kind = said.removeprefix(_NO_FORMAT)
        return f"صيغة لا تُقرأ: {_FORMATS[kind]}" if kind in _FORMATS else said
    for pattern, arabic in _COMPILED:
        if found := pattern.fullmatch(said):
            return _filled(arabic, found.groups(), reader)
    return said


def known(said: str) -> bool:
    """Whether the Arabic for `said` is known."""
    return reason(said, Reader()) != said


def _filled(arabic: str, parts: tuple[str, ...], reader: Reader) -> str:
    for number, part in enumerate(parts, start=1):
        inner = part if part.isdigit() or not known(part) else reason(part, reader)
        arabic = arabic.replace(f"{{{number}}}", reader.figures(inner) if inner.replace(",", "").isdigit() else inner)
    return arabic
