"""A small catalogue's names and outlets, in memory."""

import pytest

from assistant.understanding import Gazetteer
from assistant.understanding.gazetteer import Known
from index.people.keys import name_key, words

PEOPLE = [
    ("سامر الخطيبي", "person", 40),
    ("هدى الخطيبي", "person", 3),
    ("إيمانويل ماكرون", "person", 30),
    ("كمال عبد العزيز الدريدي", "person", 12),
    ("أبو بكر الزنتاني", "person", 5),
    ("يوسف الشاهد", "person", 60),
    ("لبنى الجريبي", "person", 8),
    ("حسن نصر الله", "person", 9),
    ("مدير المهرجان المغاربي", "person", 4),  # a phrase that was taken for a name
    ("وزارة الصحة", "organization", 50),
    ("حزب السنابل", "organization", 15),
    ("الداخلية", "organization", 20),
    ("تونس", "organization", 10),
    ("شهود عيان", "anonymous", 7),
    ("شاهد", "anonymous", 3),
]
OUTLETS = [("Nawa Press", 400), ("جريدة الضحى", 300), ("الشعلة", 200)]


def known(shown: str, kind: str, count: int) -> Known:
    return Known(words(shown), name_key(shown), shown, kind, count)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer([known(*person) for person in PEOPLE], OUTLETS)
