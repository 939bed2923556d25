"""The words the extractor knows: reporting verbs with all their forms, and nouns by what they tell about a source.

verbs.tsv groups the verbs by stance and says how their words follow; forms.tsv, made from it by generate.py, has every
form; nouns.txt, given_names.txt and places.txt are lists. All of it is folded when read (:func:`index.arabic.normal.fold`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from index.arabic.normal import fold

_SUFFIXES: Final = ("ه", "ها", "هم", "هما", "نا")
# Forms that are other words far more often; no complement tells them apart.
_NOT_CUES: Final = frozenset(
    fold(word)
    for word in "مدينة إضافة عدة كاتبا كاتبة كاتبات طالبا طالبة طالبات حاكيا مفيدا مفيدة معلقة عادة "
    "عادا رادا رادة ناقلا ناقلة ناقلات متابعة متابعات متابعين مواصلة خاتما خاتمة خالصا خالصة ظانا راجعا عابرا زائدة زائدا ذاكرة متهمات مسجلا مسجلة مسجلين مبينات طالبين مقدرا مقدرة مصرين منذرا واعدين "
    "معروف تعلق يتعلق مذكرات رات رايا يرد ترد يرين راين يعد تعد يعدوا عدوا عدا عدت حاملا قالن ملفتة مرادا آمرا مكملا مكملة مقرين متصورا "
    "مغردين مغردا مغردة مثبتا مبرزة مشرحة شارحة شارحا حاثين مدينا مدينين دينا حكما ملحا ملحة ملحين حكا حكت سالت سالا "
    "كذبا كذبت رضا حثا املا املت تامل تاملا يامل كتبا شجبا وعدا وعدت امرا امرت امر ردا ندا يحكي تحكي".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its stance, and the ways its words may follow (`links`, see verbs.tsv)."""

    lemma: str
    stance: str
    links: frozenset[str]

    @property
    def weak(self) -> bool:
        """Whether most uses report nothing, so that more must speak for one."""
        return "weak" in self.links


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb. `tense` is past, present or participle; `gender` m or f; `number` s, d or p.

    `joined` says that و or ف is written to it, `future` that س is, `suffix` that an object pronoun is.
    """

    verb: Verb
    tense: str
    gender: str
    number: str
    joined: bool = False
    future: bool = False
    suffix: bool = False


def lines(name: str) -> list[str]:
    """The lines of a data file that are not comments."""
    text = (files(__name__) / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def verbs() -> dict[str, Verb]:
    """The reporting verbs by lemma."""
    rows = (line.split("\t") for line in lines("verbs.tsv"))
    return {lemma: Verb(lemma, stance, frozenset(links.split())) for stance, lemma, _, _, links in rows}


@cache
def forms() -> dict[str, Form]:
    """Every folded form, alone and with و, ف, س and an object pronoun. Where verbs share one, the first listed wins."""
    found: dict[str, Form] = {}
    plain: list[tuple[str, Form]] = []
    for line in lines("forms.tsv"):
        word, lemma, tense, gender, number = line.split("\t")
        if word not in _NOT_CUES and len(word) > 1:
            plain.append((word, Form(verbs()[lemma], tense, gender, number)))
    for prefix in ("", "و", "ف"):  # the plain forms first: وعد is "promised" before it is "and counted"
        for word, form in plain:
            joined = bool(prefix)
            found.setdefault(prefix + word, Form(form.verb, form.tense, form.gender, form.number, joined))
    for word, form in plain:
        for prefix in ("", "و", "ف"):
            if form.tense == "present":
                future = Form(form.verb, form.tense, form.gender, form.number, bool(prefix), True)
                found.setdefault(prefix + "س" + word, future)
            if form.tense == "participle":
                continue
            stem = word[:-1] if word.endswith("وا") else word
            stem = stem[:-1] + "ا" if stem.endswith("ي") and form.tense == "past" and len(stem) > 3 else stem
            for suffix in _SUFFIXES:
                with_object = Form(form.verb, form.tense, form.gender, form.number, bool(prefix), False, True)
                found.setdefault(prefix + stem + suffix, with_object)
    return found


@cache
def nouns(section: str) -> frozenset[str]:
    """The folded words of one section of nouns.txt. Raises KeyError for a section that is not there."""
    return _sections("nouns.txt")[section]


@cache
def grammar(section: str) -> frozenset[str]:
    """The folded words of one section of grammar.txt. Raises KeyError for a section that is not there."""
    return _sections("grammar.txt")[section]


@cache
def given_names() -> frozenset[str]:
    """Folded given names."""
    return frozenset(fold(w).replace("_", " ") for line in lines("given_names.txt") for w in line.split()) - _COMMON


@cache
def places() -> frozenset[str]:
    """Folded names of countries and cities."""
    return frozenset(fold(w).replace("_", " ") for line in lines("places.txt") for w in line.split())


# Of these the name is the usual reading.
_BOTH: Final = (
    "ماجد رائد قاسم فارس ناصر كريم عزيز صالح صادق حافظ فريد مبارك سالم رفيق جواد ماهر ناجي عادل هادي باسل أشرف أكرم أمجد أنس حبيب "
    "منير منصور مختار هاني صابر فايز رشيد سليم شاكر طاهر سعد جلال جمال ضياء كامل حازم وسيم شريف شاهين عيسى حامد فائز فرج غالب حكيم "
    "وحيد محفوظ مبروك مجيد حميد منصف نعمة كرم فضل كنزة أسعد برهان"
)
# Given names that news uses more often as words; a title before them still makes them names.
_COMMON: Final = frozenset(
    fold(w)
    for w in "عبد صباح سعيد مي أمل حياة نجم أمير أمين شي بيل زهرة علي نور آية جو شعبان رمضان رجب عيد سلام معروف مفيد مقبل معالي فجر سحر هلال ورد درويش رزق خلف سرور عطا فرح مشير مسلم براءة برهان ذكرى شمس ندى مالك حاكم شهد صافي شامل ملاك وردة إكرام أنوار أزهار أماني جواهر حامد كرم فضل كامل ماجد رائد قاسم فائز ضياء جلال جمال فارس عدي سعدي لأن فرج ناصر خيري شيخة ولاء تيم ريك ليز راند دان بن سام ماك ون غالب حازم وسيم شريف كبير شاهين قدري عيسى سيدي الشيخ المهدي عزيز كريم حكيم صالح صادق ثابت حافظ وحيد فريد مبارك راضي محفوظ مبروك سالم باهر رفيق جواد ماهر ناجي عادل هادي باسل ودود وافي أسعد أشرف أكرم أمجد أنس حبيب منير منصور سرحان مختار هاني صابر فايز رشيد سليم شاكر طاهر سعد فهيم كنزة نعمة منصف مجيد حميد".split()
) - frozenset(fold(w) for w in _BOTH.split())


@cache
def _sections(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in lines(name):
        if line.startswith("["):
            current = found.setdefault(line.strip()[1:-1], set())
        else:
            current.update(fold(word).replace("_", " ") for word in line.split())
    return {name: frozenset(words) for name, words in found.items()}
