from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pandas
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.assistant import Assistant
from assistant.page.explore.routes import routes
from assistant.page.rooms import Newsroom
from index.embedder import Embedder
from index.ingest import add
from index.store import Store
from index.vocabulary import Article


@pytest.fixture(scope="module")
def client(press: Store) -> TestClient:
    return _client(press)


@pytest.fixture
def own(tmp_path: Path, press_articles: Sequence[Article], tiny_embedder: Embedder) -> Iterator[TestClient]:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, press_articles)
        yield _client(store)


def _client(store: Store) -> TestClient:
    app = FastAPI()
    app.include_router(routes(Newsroom(Assistant(store), store)))
    return TestClient(app)


def test_a_view_comes_in_the_language_of_its_address_and_the_digits_of_its_reader(client: TestClient) -> None:
    assert "13 تصريحًا" in client.get("/explore/part").text
    assert "١٣ تصريحًا" in client.get("/explore/part", headers={"cookie": "digits=arabic"}).text
    english = client.get("/en/explore/part?stance=deny")
    assert "1 statement<" in english.text and 'href="/en/explore' in english.text
    assert english.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "query", ["%ff=%fe", "about=%00%01", "about=" + "%D8%B3" * 3000, "view=x&page=-5&month=99", "a" * 9000]
)
def test_any_query_is_answered(client: TestClient, query: str) -> None:
    answer = client.get(f"/explore/part?{query}")
    assert answer.status_code == 200 and 'data-part="main"' in answer.text


def test_values_are_suggested_as_they_are_typed(client: TestClient) -> None:
    answer = client.get("/explore/suggest", params={"facet": "speaker", "typed": "merai", "stance": "add"})
    assert "هالة المرعي" in answer.text and "stance=add" in answer.text
    assert "لا شيء بهذا الاسم" in client.get("/explore/suggest", params={"facet": "speaker", "typed": "ززز"}).text
    assert client.get("/explore/suggest", params={"facet": "colour", "typed": "x"}).status_code == 404
    assert client.get("/explore/people", params={"typed": "سليم"}).json() == [
        {"key": "سليم غزواني", "shown": "سليم الغزواني", "count": 3}
    ]


def test_exports_hold_what_is_chosen_and_are_read_by_other_parsers(client: TestClient) -> None:
    query = "speaker=سليم الغزواني&order=oldest"
    csv = client.get(f"/explore/export.csv?{query}")
    assert csv.headers["content-disposition"] == 'attachment; filename="isnad-statements.csv"'
    table = pandas.read_csv(io.BytesIO(csv.content), encoding="utf-8-sig")
    lines = [json.loads(line) for line in client.get(f"/en/explore/export.jsonl?{query}").text.splitlines()]
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"/explore/export.xlsx?{query}").content)).active
    assert sheet is not None
    head, *rows = sheet.iter_rows(values_only=True)
    said = [line["content"] for line in lines]
    assert len(said) == 3 and said[0] == "رسوم الميناء تثقل كاهل الصيادين الصغار"
    assert table["content"].tolist() == said == [row[head.index("content")] for row in rows]
    assert lines[0]["link"].startswith("http://testserver/en/article/fees-1?start=")
    assert table["link"][0].startswith("http://testserver/article/fees-1?start=")
    assert client.get("/explore/export.exe").status_code == 404


def test_people_are_merged_renamed_split_and_all_undone(own: TestClient) -> None:
    merged = own.post("/explore/people", json={"act": "merge", "person": "سليم غزواني", "other": "عادل سنوسي"})
    assert merged.json()["said"] == "صارا متحدّثًا واحدًا: سليم الغزواني"
    assert "5 تصريحات" in own.get("/explore/part?speaker=عادل سنوسي").text
    renamed = own.post("/explore/people", json={"act": "rename", "person": "سليم غزواني", "shown": "نقيب البحارة"})
    assert "نقيب البحارة" in renamed.json()["said"]
    split = own.post("/en/explore/people", json={"act": "split", "person": "سليم غزواني", "names": ["عادل السنوسي"]})
    assert split.json()["said"] == "A speaker of its own now: عادل السنوسي"
    for one in (split, renamed, merged):
        undone = own.post("/explore/people", json={"act": "undo", "token": one.json()["undo"]})
        assert undone.status_code == 200 and undone.json()["said"] == "عاد كلّ شيء كما كان."
    assert "3 تصريحات" in own.get("/explore/part?speaker=سليم غزواني").text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"act": "merge", "person": "سليم غزواني", "other": ""}, "لم يُدمج"),
        ({"act": "merge", "person": "سليم غزواني", "other": "سليم غزواني"}, "لم يُدمج"),
        ({"act": "split", "person": "سليم غزواني", "names": []}, "لم يُفصل"),
        ({"act": "split", "person": "سليم غزواني", "names": ["سليم الغزواني"]}, "لم يُفصل"),
        ({"act": "split", "person": "سليم غزواني", "names": "x"}, "لم يُفصل"),
        ({"act": "rename", "person": "سليم غزواني", "shown": " "}, "لم يتغيّر الاسم"),
        ({"act": "rename", "person": "سليم غزواني", "shown": "عادل السنوسي"}, "لم يتغيّر الاسم"),
        ({"act": "undo", "token": "x"}, "لا يمكن التراجع"),
    ],
)
def test_what_cannot_be_decided_is_said_kindly(client: TestClient, asked: dict[str, object], said: str) -> None:
    answer = client.post("/explore/people", json=asked)
    assert answer.status_code == 409 and answer.json()["said"].startswith(said)


def test_only_a_request_of_our_own_page_decides(client: TestClient) -> None:
    # What a form of another site can send without the browser asking first.
    assert client.post("/explore/people", data={"act": "undo"}).status_code == 415
    plain = client.post("/explore/people", content='{"act":"undo"}', headers={"content-type": "text/plain"})
    assert plain.status_code == 415
    json_type = {"content-type": "application/json"}
    assert client.post("/explore/people", content="[1]", headers=json_type).status_code == 400
    assert client.post("/explore/people", content="{", headers=json_type).status_code == 400
    assert client.post("/explore/people", json={"act": "explode"}).status_code == 400


def test_a_store_without_statements_names_the_command(own: TestClient, tmp_path: Path, tiny_embedder: Embedder) -> None:
    store = Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder)
    with store as other, other.catalogue.transaction() as db:
        db.execute("UPDATE articles SET statements = '0'")
    answer = own.get("/explore/part")
    assert answer.status_code == 503 and "isnad reindex statements" in answer.text and "sqlite" not in answer.text


def test_without_a_store_there_is_nothing_to_ask(press: Store) -> None:
    app = FastAPI()
    app.include_router(routes(Newsroom(Assistant(press))))
    assert TestClient(app).get("/explore/part").status_code == 404
