from __future__ import annotations

import csv
import html
import io
import json
import re
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from assistant.citing import cite
from assistant.page.rooms import Newsroom
from assistant.page.sources.export_links import Wanted
from assistant.page.sources.routes import router
from index.vocabulary import Answer, Article

HOME = "/article/%D9%85%2F1%20%3F%23%25"


class Archive:
    def __init__(self, news: Any) -> None:
        self.articles = {news.article.id: news.article, "..": Article("نص ما.", id="..", title="نقطتان")}
        self.hits, self.failure = news.hits, False

    def article(self, article_id: str) -> Article | None:
        if self.failure:
            raise RuntimeError("secret-detail")
        return self.articles.get(article_id)

    def statements_of(self, article_id: str) -> list[Any]:
        return [hit for hit in self.hits if hit.article.id == article_id]


@pytest.fixture
def archive(news: Any) -> Archive:
    return Archive(news)


@pytest.fixture
def client(archive: Any) -> TestClient:
    app = FastAPI()
    app.include_router(router(Newsroom(archive), ()))
    return TestClient(app, base_url="http://desk.example", raise_server_exceptions=False)


def cited(page: str) -> list[str]:
    marks = re.findall('<mark id="cited".*?</mark>', page, re.DOTALL)
    return [html.unescape(re.sub("<[^>]*>", "", mark)) for mark in marks]


def test_a_permalink_opens_at_its_words_in_both_languages(client: TestClient, news: Any) -> None:
    at = news.span("لن نغلق الميناء")
    for prefix, language in (("", 'lang="ar" dir="rtl"'), ("/en", 'lang="en" dir="ltr"')):
        page = client.get(f"{prefix}{HOME}?start={at.start}&end={at.end}")
        assert page.status_code == 200 and language in page.text
        assert cited(page.text) == ["لن نغلق الميناء"]
        assert "http://desk.example/article/" in html.unescape(page.text)
        assert page.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")


def test_a_place_outside_is_explained_and_the_article_shown(client: TestClient) -> None:
    page = client.get(f"{HOME}?start=5&end=99999")
    assert page.status_code == 200 and not cited(page.text)
    assert "خارج نص المقال" in page.text and "سلمى الراوي" in page.text
    assert "lies outside the article" in client.get(f"/en{HOME}?start=5&end=99999").text


def test_ids_that_are_no_path(client: TestClient) -> None:
    page = client.get("/article?id=..&start=0&end=2")
    assert page.status_code == 200 and cited(page.text) == ["نص"]


def test_beside_the_chat_it_is_a_part_with_a_bar(client: TestClient) -> None:
    part = client.get(f"{HOME}?start=0&end=4&view=beside&at=1&of=2").text
    assert part.startswith('<div class="bar">') and "الاستشهاد 1 من 2" in part and "<html" not in part
    assert cited(part) == ["أكدت"]


@pytest.mark.parametrize("view", ["", "?view=beside"])
def test_an_unknown_article_and_a_failure_are_told(client: TestClient, archive: Archive, view: str) -> None:
    page = client.get(f"/article/none{view}")
    assert page.status_code == 404 and "المقال غير موجود" in page.text and ("<html" in page.text) == (not view)
    archive.failure = True
    page = client.get(f"/en/article/none{view}")
    assert page.status_code == 500 and "could not be opened" in page.text and "secret" not in page.text


def test_an_export_by_address_is_a_file_that_parsers_read(client: TestClient, news: Any) -> None:
    one = str(Wanted.of(cite(news.article, news.span("لن نغلق الميناء"))))
    two = str(Wanted.of(cite(news.article, news.span("وجود أضرار"))))
    got = {form: client.get("/export", params={"format": form, "cite": [one, two]}) for form in FORMS}
    assert all(answer.status_code == 200 for answer in got.values())
    assert got["ris"].headers["content-disposition"] == 'attachment; filename="isnad-citations.ris"'
    words = ["لن نغلق الميناء", "وجود أضرار"]
    assert [entry["abstract"] for entry in parse_string(got["bibtex"].text).entries] == words
    assert [entry["abstract"] for entry in rispy.loads(got["ris"].text.replace("\r\n", "\n"))] == words
    assert [item["custom"]["speaker"] for item in json.loads(got["csl"].text)] == ["سلمى الراوي", "مصدر أمني"]
    rows = csv.DictReader(io.StringIO(got["csv"].content.decode("utf-8-sig"), newline=""))
    assert [row["stance"] for row in rows] == ["say", "deny"]


FORMS = ("bibtex", "ris", "csl", "csv")


def test_an_export_by_form_takes_the_chosen_ones_of_a_turn(client: TestClient, news: Any) -> None:
    one = str(Wanted.of(cite(news.article, news.span("لن نغلق الميناء")), 1))
    two = str(Wanted.of(cite(news.article, news.span("وجود أضرار")), 2))
    answer = client.post("/en/export", data={"cite": [one, two], "format": "ris.2"})
    assert [entry["abstract"] for entry in rispy.loads(answer.text.replace("\r\n", "\n"))] == ["وجود أضرار"]
    assert answer.headers["cache-control"] == "no-store"


def test_the_text_of_a_quotation_to_copy(client: TestClient, news: Any) -> None:
    one = str(Wanted.of(cite(news.article, news.span("لن نغلق الميناء"))))
    answer = client.get("/export", params={"format": "text", "cite": one})
    assert (
        answer.text.startswith("«لن نغلق الميناء»، منسوبًا إلى سلمى الراوي")
        and "content-disposition" not in answer.headers
    )


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", "لم يُختر أي استشهاد"),
        ("?format=word&cite=0-3:x", "لا صيغة بهذا الاسم: word"),
        ("?cite=0-3:none", "لم يعد المقال «none» في الأرشيف"),
        ("?cite=%3Cscript%3E", "استشهاد مكتوب خطأ"),
    ],
)
def test_what_cannot_be_exported_is_a_page_that_says_why(client: TestClient, query: str, why: str) -> None:
    page = client.get(f"/export{query}")
    assert page.status_code == 400 and why in html.unescape(page.text) and "<script>" not in page.text


def test_a_form_without_end_is_refused(client: TestClient) -> None:
    page = client.post(
        "/export", content="cite=" + "1" * (1 << 20), headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert page.status_code == 413 and "أكبر مما يُصدَّر" in page.text


def test_a_kept_conversation_is_exported_to_whom_it_belongs(archive: Archive, news: Any) -> None:
    answer = Answer("س", "", (cite(news.article, news.span("وجود أضرار")),))

    def kept(request: Request, name: str) -> list[Any]:
        if (name, request.headers.get("x-user")) != ("t1", "salma"):
            raise KeyError(name)
        return [SimpleNamespace(number=1, answer=answer, heads={})]

    app = FastAPI()
    app.include_router(router(Newsroom(archive), (), kept))  # type: ignore[arg-type]
    client = TestClient(app)
    mine = client.get("/export?format=ris&conversation=t1", headers={"x-user": "salma"})
    assert [entry["abstract"] for entry in rispy.loads(mine.text.replace("\r\n", "\n"))] == ["وجود أضرار"]
    assert "لا محادثة محفوظة" in client.get("/export?format=ris&conversation=t1").text
    assert client.get("/export?conversation=t2").status_code == 400


def test_behind_a_proxy_links_lead_through_it(archive: Archive, news: Any) -> None:
    app = FastAPI()
    app.include_router(router(Newsroom(archive), ()))  # type: ignore[arg-type]
    at = news.span("لن نغلق الميناء")
    page = html.unescape(
        TestClient(app, base_url="https://press.example", root_path="/isnad")
        .get(f"/isnad{HOME}?start={at.start}&end={at.end}")
        .text
    )
    assert f'class="permalink" href="https://press.example/isnad{HOME}?start={at.start}&end={at.end}#cited"' in page
    assert 'href="/isnad/export?format=bibtex&' in page and 'src="/isnad/page/sources/sources.js"' in page


def test_the_other_language_of_an_id_with_slashes_is_asked_for_by_query(client: TestClient) -> None:
    page = html.unescape(client.get(f"{HOME}?start=0&end=4").text)
    (link,) = re.findall('class="language"[^>]*href="(.*?)"', page)
    to = dict(parse_qsl(urlsplit(link).query))["to"]
    assert cited(client.get(to).text) == ["أكدت"] and 'lang="en"' in client.get(to).text
