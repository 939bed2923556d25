"""The words of the explore room."""

from __future__ import annotations

from assistant.page.text import Noun, Text

TITLE = Text("استكشاف", "Explore")
STATEMENTS = Noun("تصريح واحد", "تصريحان", "تصريحات", "تصريحًا", "تصريح", "statement", "statements")
DAYS = Noun("يوم واحد", "يومين", "أيام", "يومًا", "يوم", "day", "days")

SEARCH = Text("ابحث في التصريحات", "Search the statements")
SEARCH_HINT = Text("موضوع أو كلمات من التصريح…", "A topic, or words of the statement…")
FIND = Text("ابحث", "Search")
BY_WORDS = Text("بالكلمات", "By words")
BY_MEANING = Text("بالمعنى", "By meaning")
HOW = Text("طريقة البحث", "How to search")
SINCE = Text("من", "From")
UNTIL = Text("إلى", "To")
NARROW = Text("تصفية", "Narrow down")
CHOSEN = Text("ما اخترته", "Your choice")
REMOVE = Text("أزل", "Remove")
CLEAR = Text("أزل الكل", "Clear all")
MORE = Text("المزيد", "More")
FILTER_BY = Text("ابحث في: {facet}", "Search in: {facet}")
TYPE_NAME = Text("اكتب اسمًا، بالعربية أو اللاتينية", "Type a name, in Arabic or Latin letters")
TYPE_WORD = Text("اكتب للبحث", "Type to search")
NOTHING_LIKE = Text("لا شيء بهذا الاسم ضمن اختيارك.", "Nothing of that name under your choice.")
NONE = Text(
    "لا تصريح يطابق اختيارك كلّه. أزل بعضه، أو ابحث بالمعنى.",
    "No statement fits all of your choice. Remove some of it, or search by meaning.",
)
NO_STATEMENT = Text("لا تصريحات", "No statements")
TRY_MEANING = Text("ابحث عن الأقرب معنى", "Look for the nearest in meaning")
EMPTY = Text("لا تصريحات في الأرشيف بعد. أضف مقالات أولًا.", "There are no statements yet. Add articles first.")
OUTDATED = Text(
    "تصريحات هذا الأرشيف استُخرجت بإصدار سابق، أو لم تُستخرج بعد. نفّذ الأمر:",
    "The statements of this store come from an older version, or are missing. Run:",
)
IN_USE = Text(
    "الأرشيف مشغول ببرنامج آخر الآن، فلا يمكن البحث في نصّه. أعد المحاولة بعد قليل.",
    "Another program is using the store, so that its text cannot be searched. Try again in a while.",
)
FAILED = Text(
    "تعذّر عرض هذه الصفحة لخلل في البرنامج، وقد سُجّل تفصيله. أعد المحاولة.",
    "This page could not be shown; the server's log says why. Try again.",
)
NOBODY = Text("لم يعد أحد معروفًا بهذا الاسم.", "Nobody is known by that name any more.")

FACETS = {
    "speaker": Text("المتحدّث", "Speaker"),
    "organization": Text("الجهة", "Organisation"),
    "place": Text("المكان أو المناسبة", "Place or occasion"),
    "medium": Text("قناة التصريح", "Medium"),
    "month": Text("الشهر", "Month"),
    "stance": Text("طبيعة التصريح", "Stance"),
    "kind": Text("صفة المتحدّث", "Kind of speaker"),
    "type": Text("صيغة النقل", "How it is quoted"),
    "outlet": Text("الصحيفة أو الوكالة", "Outlet"),
}
STANCES = {
    "say": Text("قول", "said"),
    "stress": Text("تأكيد", "stressed"),
    "explain": Text("إيضاح", "explained"),
    "add": Text("إضافة", "added"),
    "announce": Text("إعلان", "announced"),
    "demand": Text("مطالبة", "demanded"),
    "opine": Text("رأي", "held"),
    "accuse": Text("اتّهام", "accused"),
    "deny": Text("نفي أو رفض", "denied"),
    "warn": Text("تحذير", "warned"),
    "commit": Text("تعهّد", "promised"),
    "relay": Text("نقل عن غيره", "relayed"),
    "praise": Text("إشادة", "praised"),
    "ask": Text("تساؤل", "asked"),
    "answer": Text("ردّ", "answered"),
    "regret": Text("أسف", "regretted"),
}
KINDS = {
    "person": Text("شخص", "person"),
    "organization": Text("جهة", "organisation"),
    "anonymous": Text("غير مسمّى", "unnamed"),
    "document": Text("وثيقة", "document"),
}
TYPES = {
    "direct": Text("بالنصّ", "verbatim"),
    "indirect": Text("بالمعنى", "in other words"),
    "mixed": Text("بعضه بالنصّ", "partly verbatim"),
}
VIEWS = {
    "statements": Text("التصريحات", "Statements"),
    "timeline": Text("الخطّ الزمني", "Timeline"),
    "matrix": Text("من تحدّث في ماذا", "Who on what"),
    "exchanges": Text("من يردّ على من", "Who answers whom"),
    "map": Text("الخريطة", "Map"),
}
VIEWS_LABEL = Text("طرائق العرض", "Views")

ORDER = Text("الترتيب", "Order")
ORDERS = {
    "newest": Text("الأحدث أولًا", "Newest first"),
    "oldest": Text("الأقدم أولًا", "Oldest first"),
    "nearest": Text("الأقرب إلى البحث", "Nearest to the search"),
}
DAY = Text("التاريخ", "Day")
WORDS = Text("التصريح", "Statement")
WHERE = Text("المكان", "Place")
SOURCE = Text("المصدر", "Source")
OPEN = Text("افتح المقال عند هذا التصريح", "Open the article at these words")
PAGES = Text("صفحات النتائج", "Pages of results")
PAGE = Text("صفحة {number} من {pages}", "Page {number} of {pages}")
PREVIOUS = Text("السابقة", "Previous")
NEXT = Text("التالية", "Next")
EXPORT = Text("نزّل النتائج", "Download the results")
SHARE = Text(
    "رابط هذه الصفحة يحفظ اختيارك؛ انسخه وأرسله لمن تشاء.",
    "The address of this page holds your choice: copy it and share it.",
)

TABLE = Text("الأرقام في جدول", "The figures as a table")
COUNT = Text("عدد التصريحات", "Statements")
PERIOD = Text("الفترة", "Period")
UNDATED = Text("بلا تاريخ: {count}", "Without a day: {count}")
OVER_TIME = Text(
    "التصريحات في الزمن: لكلّ عمود رابط إلى تصريحاته", "Statements over time: each bar leads to its statements"
)
IN_ORDER = Text("التصريحات بترتيبها", "The statements in order")

ACROSS = {"topic": Text("بحسب الموضوع", "By topic"), "place": Text("بحسب المكان", "By place")}
ACROSS_LABEL = Text("أعمدة الجدول", "Columns")
TOPICS = Text("مواضيع تختارها أنت، بينها فواصل", "Topics of your own, between commas")
TOPICS_SET = Text("اعرضها", "Show")
TOPICS_OURS = Text("كلمات تميّز هذه التصريحات", "Words these statements are about")
MATRIX = Text("عدد تصريحات كلّ متحدّث", "Statements of each speaker")
NO_MATRIX = Text("لا يكفي ما اخترته لجدول. وسّع الاختيار.", "Your choice is too narrow for a table.")

CHOOSE_TOPIC = Text(
    "اختر موضوعًا لترى من يردّ على من فيه: ابحث أعلاه، أو ابدأ من هنا.",
    "Choose a topic to see who answers whom on it: search above, or begin here.",
)
DENYING = Text("نفي ومعارضة", "Denying")
AGREEING = Text("اتّفاق", "Agreeing")
SPEAKING = Text("ذكر بالاسم", "Naming each other")
BY_RULE = Text(
    "جُمعت هذه الأزواج بقاعدة، لا بحكم: تصريح يسمّي صاحب تصريح قبله، أو يقاربه معنى وينفيه أو يوافقه. اقرأ القولين معًا.",
    "Paired by rule, not by judgement: a statement that names an earlier speaker, or comes near their words and denies "
    "or bears them out. Read both.",
)
BASIS = {
    "name": Text("ذكره بالاسم", "by name"),
    "article": Text("في المقال نفسه", "in the same article"),
    "meaning": Text("بقرب المعنى", "by nearness of meaning"),
}
SAME_DAY = Text("في اليوم نفسه", "the same day")
LATER = Text("بعد {days}", "{days} later")
COMPARED = Text("قورن أحدث {compared} من {total}.", "The newest {compared} of {total} were compared.")
NO_EXCHANGES = Text("لم نجد من يردّ على أحد في هذا الاختيار.", "Nobody was found to answer anybody under this choice.")
NO_SUCH = Text("لا شيء من هذا.", "None.")
WHO_WHOM = Text("المتحدّثون ومن يردّون عليه", "Who answers whom")
ANSWERER = Text("من يردّ", "Who answers")
ANSWERED = Text("على من", "Whom")

ON_MAP = Text("أماكن التصريحات: لكلّ دائرة رابط إلى تصريحاتها", "Places of saying: each circle leads to its statements")
WORLD = Text("العالم", "The world")
ARAB = Text("البلاد العربية", "Arab countries")
AROUND = Text("حول النقاط", "Around the points")
ZOOM = Text("مجال الخريطة", "Extent of the map")
UNPLACED = Text("ليست على الخريطة", "Not on the map")
UNPLACED_MORE = Text("مناسبات، وأماكن لا نعرف موضعها.", "Occasions, and places whose position is not known.")
UNTOLD = Text("لا يذكر المقال مكانها: {count}", "No place is told of: {count}")
NO_POINTS = Text("لا مكان معروفًا على الخريطة ضمن اختيارك.", "No place under your choice is on the map.")
MAP_LEGEND = Text("الدائرة المفرغة: بلد ذُكر دون مدينة.", "A hollow circle: a country, without a city.")
MAP_SOURCE = Text("الحدود: Natural Earth، والمواضع: GeoNames.", "Outlines: Natural Earth. Positions: GeoNames.")

ABOUT_SPEAKER = Text("عن المتحدّث", "About the speaker")
FROM_TO = Text("من {first} إلى {last}", "{first} to {last}")
ROLES = Text("صفاته", "Roles")
NAMES = Text("أسماؤه في المقالات", "Names in the articles")
NAME_BASIS = {
    "name": Text("الاسم نفسه", "the name itself"),
    "spelling": Text("رسم آخر للاسم", "another spelling"),
    "part": Text("جزء من الاسم", "a part of the name"),
    "user": Text("بقرار منك", "as you decided"),
}
IN_OUTLETS = Text("في", "In")
CORRECT = Text("صحّح الأسماء", "Correct the names")
MERGE = Text("ادمجه مع", "Merge with")
MERGE_DO = Text("ادمج", "Merge")
SPLIT = Text("الأسماء المحدّدة لشخص آخر", "The chosen names are somebody else's")
SPLIT_DO = Text("افصل", "Split")
RENAME = Text("اعرضه باسم", "Show as")
RENAME_DO = Text("غيّر الاسم", "Rename")
UNDO = Text("تراجع", "Undo")
MERGED = Text("صارا متحدّثًا واحدًا: {name}", "They are one speaker now: {name}")
SPLIT_OFF = Text("صار متحدّثًا مستقلًّا: {name}", "A speaker of its own now: {name}")
RENAMED = Text("يُعرض الآن باسم: {name}", "Shown now as: {name}")
UNDONE = Text("عاد كلّ شيء كما كان.", "Everything is as it was.")
NOT_MERGED = Text("لم يُدمج: اختر من القائمة متحدّثًا آخر غيره.", "Not merged: choose another speaker from the list.")
NOT_SPLIT = Text("لم يُفصل: حدّد بعض الأسماء، لا كلّها.", "Not split: choose some of the names, not all.")
NOT_RENAMED = Text(
    "لم يتغيّر الاسم: إمّا أنه فارغ، وإمّا أنه لمتحدّث آخر فادمجهما.",
    "Not renamed: the name is empty, or another speaker's: merge them instead.",
)
NOT_UNDONE = Text(
    "لا يمكن التراجع: اتُّخذ قرار آخر بعده، أو أُعيد تشغيل البرنامج.",
    "Cannot be undone: something else was decided since, or the program was restarted.",
)
UNKNOWN = Text("لا تصريح له هنا: {value}", "Nothing here is by: {value}")


def value_shown(facet: str, key: str, shown: str) -> Text | None:
    """The words for a value that is a code of ours (a stance, kind or type); None where it is the articles' own."""
    return {"stance": STANCES, "kind": KINDS, "type": TYPES}.get(facet, {}).get(key)
