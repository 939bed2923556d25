from __future__ import annotations

import datetime as dt

import pytest

from index.reading.fields import Names
from index.reading.records import Notice, Record
from index.vocabulary import Article, Rejection


def article(values: dict[str, object], **given: str) -> Article:
    found = Names(given).article(Record("news.jsonl:1", values))
    assert isinstance(found, Article), found
    return found


def test_arabic_names() -> None:
    assert article(
        {
            "المعرف": 7,
            "العنوان": " زيارة\nرسمية ",
            "النص": "وصل الرئيس إلى عمّان.\r\n",
            "تاريخ النشر": "٣ آب ٢٠١٩",
            "المصدر": "بترا",
            "الكاتب": "سلمى",
            "القسم": "سياسة",
            "الرابط": "https://example.org/7",
        }
    ) == Article(
        id="7",
        title="زيارة رسمية",
        text="وصل الرئيس إلى عمّان.\r\n",
        date=dt.date(2019, 8, 3),
        source="بترا",
        author="سلمى",
        category="سياسة",
        url="https://example.org/7",
    )


def test_case_and_separators_do_not_count_and_the_best_name_wins() -> None:
    found = article(
        {"Content": "مقتطف", "BODY": "النص كاملاً.", "pubDate": "2017-01-20", "Head Line": "", "HeadLine": "ع"}
    )
    assert (found.text, found.date, found.title) == ("النص كاملاً.", dt.date(2017, 1, 20), "ع")


def test_french_names() -> None:
    found = article(
        {"Titre": "Une visite", "Contenu": "Le président est arrivé.", "Date de publication": "3 août 2019"}
    )
    assert (found.title, found.date) == ("Une visite", dt.date(2019, 8, 3))


def test_the_users_mapping_wins_over_the_usual_names() -> None:
    values: dict[str, object] = {"text": "ملخص", "story_body": "النص.", "id": 1, "nid": 9}
    found = article(values, text="Story-Body", id="nid")
    assert (found.text, found.id) == ("النص.", "9")


def test_a_mapping_whose_name_is_missing_does_not_fall_back_on_another_text() -> None:
    found = Names({"text": "story_body"}).article(Record("a.csv:2", {"text": "ملخص"}))
    assert isinstance(found, Rejection)
    assert "no field 'story_body'; the fields are: text." in found.reason


def test_a_mapping_is_not_for_formats_without_field_names() -> None:
    found = Names({"text": "story_body"}).article(Record("a.txt", {"text": "نص"}, ours=True))
    assert isinstance(found, Article)


def test_an_unknown_field_in_the_mapping() -> None:
    with pytest.raises(ValueError, match="no field 'tex': choose from text, title, date"):
        Names({"tex": "body"})


def test_a_record_without_text_names_its_fields_and_the_option() -> None:
    found = Names().article(Record("news.jsonl:3", {"headline": "عنوان", "story_body": "نص"}))
    assert found == Rejection(
        "news.jsonl:3",
        "no field is known to hold the text; the fields are: headline, story_body. "
        "Name the right one with --field text=NAME",
    )


@pytest.mark.parametrize("empty", ["", " \n\t ", None, [], {}, True])
def test_an_empty_text(empty: object) -> None:
    found = Names().article(Record("a", {"text": empty}))
    assert found == Rejection("a", "the text (text) is empty")


def test_null_counts_as_empty_and_the_next_name_is_tried() -> None:
    found = article(
        {"text": None, "content": "نص", "title": None, "author": None, "date": None, "published": "2020-02-02"}
    )
    assert (found.text, found.title, found.author, found.date) == ("نص", "", "", dt.date(2020, 2, 2))


def test_nested_values() -> None:
    found = article(
        {
            "_id": {"$oid": "65a"},
            "source": {"id": None, "name": "رويترز"},
            "authors": ["سلمى", "كريم"],
            "text": ["فقرة أولى.", "فقرة ثانية."],
            "date": {"$date": "2017-01-20T00:00:00Z"},
        }
    )
    assert (found.id, found.source, found.author, found.text) == (
        "65a",
        "رويترز",
        "سلمى, كريم",
        "فقرة أولى.\nفقرة ثانية.",
    )
    assert found.date == dt.date(2017, 1, 20)


def test_wordpress() -> None:
    found = article(
        {"id": 3, "title": {"rendered": "قمة &amp; لقاء"}, "content": {"rendered": "<p>خبر.</p>\n<p>آخر.</p>"}}
    )
    assert (found.id, found.title, found.text) == ("3", "قمة & لقاء", "خبر.\nآخر.")


def test_half_a_surrogate_pair_is_replaced_in_text_title_and_id() -> None:
    found = article({"text": "خبر \ud83d عاجل", "title": "\udc00", "id": "\ud83d"})
    assert (found.text, found.title, found.id) == ("خبر \ufffd عاجل", "\ufffd", "\ufffd")


def test_nul_and_spaces_in_the_text_are_kept() -> None:
    assert article({"text": " أ\x00ب\u00a0 "}).text == " أ\x00ب\u00a0 "


def test_an_unreadable_date_is_noticed_and_rejects_nothing() -> None:
    notices: list[Notice] = []
    found = Names().article(Record("a.jsonl:4", {"text": "نص", "date": "أول أمس"}), notices.append)
    assert isinstance(found, Article)
    assert found.date is None
    assert notices == [Notice("a.jsonl:4", "the date 'أول أمس' cannot be read: the article has none")]


def test_a_text_too_long_for_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.reading.fields.TEXT_LIMIT", 1000)
    found = Names().article(Record("x.txt", {"text": "ا" * 1001}))
    assert found == Rejection("x.txt", "the text is longer than 1,000 characters: split it into articles")
