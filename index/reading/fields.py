"""From a record's named values to an article: which name stands for which field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from index.reading.dates import day
from index.reading.records import Notice, Record
from index.vocabulary import Article, Rejection

TEXT_LIMIT = 1_000_000
"""The characters of the longest text that is taken for an article: a book of five hundred pages."""

# Best first: a record with both `text` and `content` is read from `text`.
_USUAL = {
    "text": "text body full_text fulltext article_text article_body articlebody article_content content content_text "
    "content_encoded contents story article main_text maintext raw_text texte corps contenu texte_integral النص نص "
    "نص_الخبر نص_المقال نص_المقالة المتن متن المحتوى محتوى محتوى_الخبر محتوى_المقال الخبر المقال",
    "title": "title headline head heading hl article_title titre العنوان عنوان عنوان_الخبر عنوان_المقال",
    "date": "date published pubdate published_at publishedat date_published datepublished publication_date "
    "publish_date published_date published_time publishdate pub_date date_time datetime date_publication "
    "date_de_publication timestamp time created_at created day التاريخ تاريخ تاريخ_النشر",
    "source": "source outlet publisher source_name sitename site_name site newspaper media domain agency journal "
    "editeur éditeur المصدر مصدر الصحيفة الجريدة الناشر الموقع",
    "url": "url link href uri permalink source_url article_url lien الرابط رابط",
    "author": "author byline authors creator dc_creator writer auteur auteurs الكاتب كاتب المؤلف المحرر بقلم",
    "category": "category section categories rubric topic subject desk tag tags label rubrique catégorie categorie "
    "القسم التصنيف تصنيف قسم الفئة الباب",
    "id": "id _id guid docno docid doc_id article_id articleid uuid identifier identifiant المعرف معرف الرقم",
}
ROLES = tuple(_USUAL)
"""The fields of an article that a record can fill."""

_ROLE = {name: (role, rank) for role, names in _USUAL.items() for rank, name in enumerate(names.split())}


class Names:
    """Which field names stand for what: the user's own first, then the usual ones in English, French and Arabic.

    `given` maps fields of an article to names in the records: ``{"text": "story_body"}``. Case and the difference
    between a blank, ``-``, ``.``, ``:`` and ``_`` do not count. Raises ValueError for a field articles do not have.
    """

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._given = {role: _plain(name) for role, name in (given or {}).items()}
        for role in self._given:
            if role not in ROLES:
                raise ValueError(f"an article has no field {role!r}: choose from {', '.join(ROLES)}")
        self._find = lru_cache(maxsize=512)(self._find_once)

    def find(self, names: Iterable[str], *, ours: bool = False) -> dict[str, list[str]]:
        """For each field of an article, those of `names` that stand for it, the best first."""
        return self._find(tuple(names), ours)

    def _find_once(self, names: tuple[str, ...], ours: bool) -> dict[str, list[str]]:
        found: dict[str, list[tuple[int, str]]] = {}
        given = {} if ours else self._given
        for name in names:
            plain = _plain(name)
            for role, wanted in given.items():
                if plain == wanted:
                    found.setdefault(role, []).append((0, name))
            role, rank = _ROLE.get(plain, ("", 0))
            if role and role not in given and plain not in given.values():
                found.setdefault(role, []).append((rank, name))
        return {role: [name for _, name in sorted(ranked)] for role, ranked in found.items()}

    def missing_text(self, names: Iterable[str]) -> str:
        """Why a record with these names has no text, and what to do about it."""
        listed = ", ".join(str(name) for name in list(names)[:30]) or "none"
        wanted = self._given.get("text")
        lead = f"no field {wanted!r}" if wanted else "no field is known to hold the text"
        return f"{lead}; the fields are: {listed}. Name the right one with --field text=NAME"

    def article(self, record: Record, on_notice: Callable[[Notice], None] | None = None) -> Article | Rejection:
        """The article that `record` holds, or why it holds none; `on_notice` hears of a date that cannot be read."""
        found = self.find((name for name in record.values if isinstance(name, str)), ours=record.ours)

        def first(role: str) -> object:
            for name in found.get(role, ()):
                value = record.values[name]
                if value is not None and _words(value).strip():
                    return value
            return ""

        text = _storable(_words(first("text"), "\n"))
        if not text.strip():
            if "text" not in found:
                return Rejection(record.place, self.missing_text(record.values))
            return Rejection(record.place, f"the text ({found['text'][0]}) is empty")
        if len(text) > TEXT_LIMIT:
            # Not only a bound on time: words of millions of letters come in archives made to do harm.
            return Rejection(record.place, f"the text is longer than {TEXT_LIMIT:,} characters: split it into articles")
        written = first("date")
        date = day(written if isinstance(written, int | float) else _words(written))
        if written and date is None and on_notice:
            on_notice(Notice(record.place, f"the date {_line(written)[:60]!r} cannot be read: the article has none"))
        rest = {role: _line(first(role)) for role in ("title", "source", "url", "author", "category", "id")}
        return Article(text=text, date=date, **rest)


def _plain(name: str) -> str:
    return re.sub(r"[\s\-.:_]+", "_", name.strip("\ufeff \t\r\n")).casefold()


def _words(value: object, joint: str = ", ") -> str:
    """A value in words: text as it stands, a list joined, of an object ({"name": "BBC"}) the part that names it."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, Mapping):
        if isinstance(value.get("rendered"), str):  # WordPress, whose values are HTML
            from index.reading.web import stripped

            return stripped(value["rendered"])
        for key in ("name", "title", "text", "#text", "value", "$oid", "$date", "$numberLong", "_", "href"):
            if key in value and not isinstance(value[key], Mapping | list):
                return _words(value[key])
        return ""
    if isinstance(value, list | tuple):
        return joint.join(filter(None, (_words(one) for one in value if not isinstance(one, list))))
    return str(value)


def _line(value: object) -> str:
    return " ".join(_storable(_words(value)).split())


def _storable(text: str) -> str:
    # Half a surrogate pair (a cut "\ud83d") is no character, and neither UTF-8 nor SQLite can hold it.
    try:
        text.encode()
    except UnicodeEncodeError:
        # UTF-16 joins the pairs that a file in CESU-8 or JSON left apart; what stays alone is replaced.
        return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return text
