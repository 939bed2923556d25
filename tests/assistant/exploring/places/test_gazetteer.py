from __future__ import annotations

import pytest

from assistant.exploring.places.gazetteer import locate


@pytest.mark.parametrize(
    ("phrase", "english", "country"),
    [
        ("بيروت", "Beirut", "LB"),
        ("مدينة صيدا", "Sidon", "LB"),
        ("القاهرة", "Cairo", "EG"),
        ("الاسكندريه", "Alexandria", "EG"),
        ("الرياض", "Riyadh", "SA"),
        ("جدة", "Jeddah", "SA"),
        ("الدار البيضاء", "Casablanca", "MA"),
        ("بصفاقس", "Sfax", "TN"),
        ("العاصمة الفرنسية", "Paris", "FR"),
        ("العاصمة الفرنسية باريس", "Paris", "FR"),
        ("العاصمة بغداد", "Baghdad", "IQ"),
        ("ندوة صحفية بسوسة", "Sousse", "TN"),
        ("رام الله", "Ramallah", "PS"),
        ("السعودية", "Saudi Arabia", "SA"),
        ("الولايات المتحدة", "United States", "US"),
        ("أميركا", "United States", "US"),
    ],
)
def test_a_place_is_found_as_newsrooms_write_it(phrase: str, english: str, country: str) -> None:
    found = locate(phrase)
    assert found is not None and (found.english, found.country) == (english, country)


@pytest.mark.parametrize(
    "phrase",
    ["", "ندوة صحفية", "المؤتمر", "جلسة استماع", "المدينة", "العاصمة", "مجلس الأمن", "هذا اللقاء", "الحي", "!!"],
)
def test_an_occasion_is_no_place(phrase: str) -> None:
    assert locate(phrase) is None


def test_a_country_comes_before_a_city_of_its_name_and_namesakes_are_told() -> None:
    tunis, tripoli, beirut = locate("تونس"), locate("طرابلس"), locate("بيروت")
    assert tunis and tunis.kind == "country"
    assert tripoli and (tripoli.country, tripoli.shared) == ("LY", True)
    assert beirut and not beirut.shared


def test_places_lie_where_they_are() -> None:
    cairo, rabat = locate("القاهرة"), locate("الرباط")
    assert cairo and rabat
    assert (round(cairo.latitude), round(cairo.longitude)) == (30, 31)
    assert (round(rabat.latitude), round(rabat.longitude)) == (34, -7)


def test_names_are_shown_in_careful_spelling() -> None:
    for phrase, shown in {"دبى": "دبي", "انقره": "أنقرة", "بنغازى": "بنغازي", "سول": "سيول"}.items():
        found = locate(phrase)
        assert found is not None and found.name == shown
