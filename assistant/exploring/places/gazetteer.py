"""Places of saying as points: countries, capitals, and cities that Arabic newsrooms name.

The list is made by :mod:`assistant.exploring.places.generate` from GeoNames (CC BY 4.0) and CLDR. A name that several
places bear means the largest of them, a country before a city: `Place.shared` tells that there are others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from index.arabic.normal import clean, fold

_WORD: Final = re.compile(r"\w+")
_NOTABLE: Final = 0.1  # of the inhabitants: a namesake so large has to be told apart (طرابلس)
_BEFORE: Final = frozenset(
    fold(word) for word in "مدينة العاصمة ولاية محافظة إمارة جمهورية مملكة دولة بلدة معتمدية مطار ميناء".split()
)
_CAPITAL_OF: Final = {  # by the adjective of its country: العاصمة الفرنسية
    fold(adjective): code
    for adjective, code in (
        pair.split("=")
        for pair in (
            "التونسية=TN الجزائرية=DZ المغربية=MA الليبية=LY المصرية=EG السودانية=SD الموريتانية=MR اللبنانية=LB "
            "السورية=SY الأردنية=JO العراقية=IQ السعودية=SA الكويتية=KW القطرية=QA البحرينية=BH الإماراتية=AE "
            "العمانية=OM اليمنية=YE الصومالية=SO التركية=TR الإيرانية=IR الفرنسية=FR الألمانية=DE البريطانية=GB "
            "الإيطالية=IT الإسبانية=ES البرتغالية=PT البلجيكية=BE الهولندية=NL السويسرية=CH النمساوية=AT الروسية=RU "
            "الأوكرانية=UA اليونانية=GR السويدية=SE الأمريكية=US الأميركية=US الكندية=CA الصينية=CN اليابانية=JP "
            "الهندية=IN الباكستانية=PK الأفغانية=AF الإثيوبية=ET السنغالية=SN النيجيرية=NG البولندية=PL"
        ).split()
    )
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names and position in degrees (WGS 84). `kind` is country, capital or city.

    `country` is its ISO 3166 code; `shared` says that another place of the gazetteer has the name as well.
    """

    country: str
    kind: str
    latitude: float
    longitude: float
    inhabitants: int
    english: str
    name: str
    shared: bool = False


@lru_cache(maxsize=1 << 14)
def locate(phrase: str) -> Place | None:
    """The place that the words of a place of saying name, None where they name none that is known.

    >>> [found.english for found in map(locate, ["بسوسة", "العاصمة الفرنسية باريس", "مدينة جدة"]) if found]
    ['Sousse', 'Paris', 'Jeddah']
    >>> locate("ندوة صحفية") is None
    True
    """
    words = _WORD.findall(fold(clean(phrase)))
    if not words:
        return None
    known = _known()
    whole = words
    while len(whole) > 1 and (whole[0] in _BEFORE or whole[0] in _CAPITAL_OF):
        whole = whole[1:]
    for form in (whole, [_without_bi(whole[0]), *whole[1:]]):
        if found := known.get(_key(" ".join(form))):
            return found
    if len(words) > 1 and words[-2].endswith("العاصمه") and (code := _CAPITAL_OF.get(words[-1])):
        return _capitals().get(code)
    # An occasion and where it was: ندوة صحفية بصفاقس. Without the preposition a name may be a word like any other.
    for length in (2, 1):
        tail = words[-length:]
        if (
            len(words) > length
            and tail[0].startswith("ب")
            and (found := known.get(_key(" ".join([tail[0][1:], *tail[1:]]))))
        ):
            return found
    return None


def _without_bi(word: str) -> str:
    return word[1:] if len(word) > 3 and word.startswith("ب") else word


def _key(name: str) -> str:
    words = [word.removeprefix("ال") if len(word) > 4 else word for word in name.split()]
    return " ".join(words)


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[Place, tuple[str, ...]], ...]:
    rows = []
    for line in (resources.files(__package__) / "gazetteer.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, kind, latitude, longitude, inhabitants, english, names = line.split("\t")
            arabic = tuple(names.split("|"))
            place = Place(country, kind, float(latitude), float(longitude), int(inhabitants), english, arabic[0])
            rows.append((place, arabic))
    return tuple(rows)


@lru_cache(maxsize=1)
def _known() -> dict[str, Place]:
    """Every name's place, by its key."""
    bearing: dict[str, list[Place]] = {}
    for place, names in _places():
        for key in {_key(fold(name).replace("-", " ")) for name in names}:
            bearing.setdefault(key, []).append(place)
    return {key: _first(places) for key, places in bearing.items()}


def _first(places: list[Place]) -> Place:
    best = min(places, key=lambda place: (place.kind != "country", -place.inhabitants))
    if len(places) == 1:
        return best
    others = any(
        place.country != best.country and place.inhabitants > _NOTABLE * best.inhabitants
        for place in places
        if place is not best
    )
    fields = (best.country, best.kind, best.latitude, best.longitude, best.inhabitants, best.english, best.name)
    return Place(*fields, shared=others)


@lru_cache(maxsize=1)
def _capitals() -> dict[str, Place]:
    return {place.country: place for place, _ in _places() if place.kind == "capital"}
