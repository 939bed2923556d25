from __future__ import annotations

import html
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.programs import Programs
from assistant.library.jobs import Jobs
from assistant.page import build
from assistant.page.application import application
from assistant.page.rooms import Newsroom
from assistant.sign_in.users import Users


@pytest.fixture
def client(desk: Any) -> TestClient:
    return TestClient(build(desk), raise_server_exceptions=False)


def test_the_chat_is_arabic_before_any_script_runs(client: TestClient) -> None:
    page = client.get("/", headers={"Accept-Encoding": "br, gzip"})
    assert page.status_code == 200
    assert re.search(r'<html\s+lang="ar" dir="rtl"', page.text)
    assert page.text.count("<title>") == 1 and "<title>إسناد · Isnad</title>" in page.text
    assert "huggingface" not in page.text.split("window.gradio_config")[0] and "og:image" not in page.text
    assert page.headers["content-length"] == str(len(page.content))


def test_an_article_opens_at_the_place_asked_for(client: TestClient) -> None:
    page = client.get("/article/%D9%85%2F1%20%3F%26%23%25?start=13&end=25")
    assert page.status_code == 200 and page.headers["content-type"] == "text/html; charset=utf-8"
    assert [re.sub("<[^>]*>", "", mark) for mark in re.findall("<mark .*?</mark>", page.text)] == ["«سنبدأ غدًا»"]
    assert "&lt;b&gt;ثم&lt;/b&gt;" in page.text and 'href="/page/page.css"' in page.text


@pytest.mark.parametrize(
    "place", ["", "?start=5", "?start=a&end=b", "?start=9&end=2", "?start=0&end=99999", "?start=-1&end=3"]
)
def test_a_bad_place_opens_the_article_without_a_mark(client: TestClient, place: str) -> None:
    page = client.get(f"/article/%D9%85%2F1%20%3F%26%23%25{place}")
    assert page.status_code == 200 and "<mark" not in page.text and "العامري" in html.unescape(page.text)


@pytest.mark.parametrize("path", ["x", "", "..%2F..%2Fetc%2Fpasswd", "%3Cscript%3E", "%ff%fe", "a" * 4000])
def test_an_unknown_article_is_a_page_in_arabic(client: TestClient, path: str) -> None:
    page = client.get(f"/article/{path}")
    assert page.status_code == 404
    assert "المقال غير موجود" in page.text and "<script" not in page.text


def test_a_failing_store_is_a_page_in_arabic_and_a_line_in_the_log(
    client: TestClient, desk: Any, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failure = RuntimeError("the catalogue is locked")
    with caplog.at_level(logging.ERROR):
        page = client.get("/article/x")
    assert page.status_code == 500 and "تعذّر فتح المقال" in page.text and "locked" not in page.text
    assert "the catalogue is locked" in caplog.text


@pytest.mark.parametrize("path", ["/", "/config", "/article/x", "/page/page.css", "/page/nothing", "/nothing/at/all"])
def test_every_response_is_kept_to_this_host(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy and "object-src 'none'" in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_an_article_may_run_no_script_of_its_own(client: TestClient) -> None:
    policy = client.get("/article/x").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';") and "unsafe" not in policy


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_no_documentation_from_another_host(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_event_of_the_page_is_an_open_endpoint(client: TestClient) -> None:
    assert client.get("/gradio_api/info").json()["named_endpoints"] == {}


def test_only_what_is_for_programs_is_an_open_endpoint(desk: Any) -> None:
    info = TestClient(build(desk, programs=Programs(desk))).get
    assert list(info("/gradio_api/info").json()["named_endpoints"]) == ["/ask", "/search_statements", "/get_article"]
    assert info("/en/gradio_api/info").json()["named_endpoints"] == {}


@pytest.mark.parametrize("path", ["/", "/en/", "/settings", "/config", "/en/config", "/article/x", "/gradio_api/info"])
def test_with_users_nothing_is_shown_to_a_stranger(desk: Any, tmp_path: Path, path: str) -> None:
    users = Users(tmp_path / "users.toml")
    users.add("سلمى", "الميناء لا يغلق قبل العاصفة")
    client = TestClient(build(desk, users=users), follow_redirects=False)
    assert client.get(path).status_code == 401
    led = client.get(path, headers={"Accept": "text/html"})
    assert led.status_code == 303 and led.headers["location"].startswith("/sign-in")
    assert client.get(path, headers={"Authorization": f"Bearer {users.new_token('سلمى')}"}).status_code in (200, 404)


def test_under_a_prefix_the_article_finds_its_style(desk: Any) -> None:
    page = TestClient(build(desk), root_path="/isnad").get("/isnad/article/x")
    assert 'href="/isnad/page/page.css"' in page.text


def test_jobs_end_with_the_server_before_their_store_is_closed(desk: Any) -> None:
    jobs = Jobs()
    with TestClient(application(Newsroom(desk, jobs=jobs))):
        jobs.give("remove", lambda _: None)
    with pytest.raises(RuntimeError, match="stopping"):
        jobs.give("remove", lambda _: None)
