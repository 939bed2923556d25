from __future__ import annotations

import logging
from collections.abc import AsyncIterator

import pytest
from lxml import html
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from assistant.page.security import SecurityHeaders
from assistant.sign_in.gate import OUTSIDE, Gate
from assistant.sign_in.sessions import COOKIE
from assistant.sign_in.users import Users

PASSWORD = "الميناء لا يغلق قبل العاصفة"
PERSON = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
# Gradio's pages, interface, uploads, queue (a stream of events), files, static parts; our rooms, API and MCP.
PATHS = (
    "/ /config /explore /library /settings /article/x /gradio_api/info /gradio_api/queue/data /gradio_api/queue/join "
    "/gradio_api/upload /gradio_api/file=/etc/passwd /gradio_api/heartbeat/x /gradio_api/startup-events /theme.css "
    "/assets/index.js /static/img/logo.svg /favicon.ico /manifest.json /api/ask /api/openapi.json /mcp /page/page.js "
    "/en /en/sign-in /choose/ /choose/x /page/chat.css /page/fonts/../page.js //page/page.css /page/page.css/ "
    "/sign-in/ /sign-in/x /Sign-In /sign-in.css.map"
).split()


async def _whoever(request: Request) -> Response:
    return JSONResponse({"user": request.state.user})


async def _stream(request: Request) -> Response:
    async def events() -> AsyncIterator[str]:
        yield "data: 1\n\n"

    return StreamingResponse(events(), media_type="text/event-stream", headers={"Cache-Control": "max-age=9"})


async def _socket(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text(websocket.state.user)
    await websocket.close()


async def _style(request: Request) -> Response:
    return PlainTextResponse("", headers={"Cache-Control": "max-age=9"})


@pytest.fixture
def client(users: Users) -> TestClient:
    routes = [
        WebSocketRoute("/socket", _socket),
        Route("/stream", _stream),
        Route("/page/page.css", _style),
        Route("/{path:path}", _whoever, methods=["GET", "POST", "PUT", "DELETE"]),
    ]
    app = SecurityHeaders(Gate(Starlette(routes=routes), users))
    return TestClient(app, follow_redirects=False, base_url="http://archive.example")


def sign_in(client: TestClient, name: str = "سلمى", password: str = PASSWORD, path: str = "/sign-in") -> Response:
    """Fill the form and send it, as a browser does."""
    (form,) = html.fromstring(client.get(path, headers=PERSON).text).xpath("//form")
    return client.post(form.get("action"), data={**dict(form.fields), "name": name, "password": password})  # type: ignore[return-value]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_gets_nothing(client: TestClient, method: str, path: str) -> None:
    answered = client.request(method, f"http://archive.example{path}")
    assert answered.status_code == 401
    assert answered.headers["www-authenticate"] == 'Bearer realm="isnad"'
    if method != "HEAD":
        assert answered.json()["error"] == "sign_in_needed" and "isnad user token" in answered.json()["message"]


def test_a_stranger_gets_no_stream_and_no_socket(client: TestClient) -> None:
    assert client.get("/stream").status_code == 401
    with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect("ws://archive.example/socket"):
        pass
    assert refused.value.code == 1008


def test_the_assets_of_the_sign_in_page_are_outside(client: TestClient) -> None:
    for path in (*OUTSIDE - {"/page/page.css"},):
        assert client.post(path).status_code == 401  # to read, not to send to
    assert client.get("/page/page.css").headers["cache-control"] == "max-age=9"
    assert "entry" in client.get("/sign-in.css").text


def test_who_opens_a_page_is_led_in_and_on_to_that_page(client: TestClient) -> None:
    led = client.get("/article/a%252F%D8%A8?start=1&end=5", headers=PERSON)
    assert led.status_code == 303
    entered = sign_in(client, path=led.headers["location"])
    assert entered.status_code == 303
    assert entered.headers["location"] == "/article/a%252F%D8%A8?start=1&end=5"
    assert client.get("/article/x").json() == {"user": "سلمى"}
    assert client.get("/sign-in?next=/explore").headers["location"] == "/explore"


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient, users: Users) -> None:
    cookie = sign_in(client).headers.get_list("set-cookie")[0]  # type: ignore[attr-defined]
    assert cookie.startswith(f"{COOKIE}=") and "HttpOnly" in cookie and "SameSite=lax" in cookie
    assert "Secure" not in cookie
    secure = TestClient(client.app, follow_redirects=False, base_url="https://archive.example")
    assert all("Secure" in one for one in sign_in(secure).headers.get_list("set-cookie")[:1])  # type: ignore[attr-defined]


@pytest.mark.parametrize("name, password", [("سلمى", "خطأ"), ("ليلى", PASSWORD), ("", ""), ("سلمى", "x" * 5000)])
def test_a_wrong_name_or_password(client: TestClient, name: str, password: str) -> None:
    answered = sign_in(client, name, password)
    assert answered.status_code == 401
    assert "اسم المستخدم أو كلمة المرور غير صحيحة" in answered.text  # type: ignore[attr-defined]
    assert "set-cookie" not in answered.headers or COOKIE not in answered.headers["set-cookie"]
    assert client.get("/").status_code == 401


def test_who_guesses_waits_even_with_the_right_password(client: TestClient) -> None:
    for _ in range(8):
        assert sign_in(client, password="تخمين").status_code == 401
    slowed = sign_in(client)
    assert slowed.status_code == 429 and 0 < int(slowed.headers["retry-after"]) <= 300
    assert "انتظر 5 دقائق" in slowed.text  # type: ignore[attr-defined]
    assert client.get("/").status_code == 401


@pytest.mark.parametrize(
    "after", ["//else.example", "https://else.example", "/\\else.example", "/sign-out", "javascript:x", "/%0d\n", ""]
)
def test_signing_in_leads_to_no_other_host(client: TestClient, after: str) -> None:
    client.get("/sign-in")
    (form,) = html.fromstring(client.get("/sign-in").text).xpath("//form")
    sent = {**dict(form.fields), "next": after, "name": "سلمى", "password": PASSWORD}
    assert client.post("/sign-in", data=sent).headers["location"] == "/"


def test_a_form_of_another_site_does_not_sign_in(client: TestClient) -> None:
    (form,) = html.fromstring(client.get("/sign-in").text).xpath("//form")
    stolen = dict(form.fields)
    client.cookies.clear()
    answered = client.post("/sign-in", data={**stolen, "name": "سلمى", "password": PASSWORD})
    assert answered.status_code == 403 and "انتهت صلاحية الصفحة" in answered.text
    client.get("/sign-in")
    assert client.post("/sign-in", data={"name": "سلمى", "password": PASSWORD}).status_code == 403
    assert client.post("/sign-in", json={"name": "سلمى", "password": PASSWORD}).status_code == 403
    assert client.post("/sign-in", content=b"x" * 20_000).status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://else.example"},
        {"Origin": "null"},
    ],
)
def test_a_page_of_another_site_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    sign_in(client)
    assert client.post("/gradio_api/queue/join", headers=headers).status_code == 403
    assert client.get("/article/x", headers=headers).status_code == 200  # a link from elsewhere may be followed
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("ws://archive.example/socket", headers=headers):
        pass
    for own in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://archive.example"}, {}):
        assert client.post("/gradio_api/queue/join", headers=own).status_code == 200


def test_inside_streams_and_sockets_work(client: TestClient) -> None:
    sign_in(client)
    streamed = client.get("/stream")
    assert streamed.text == "data: 1\n\n" and streamed.headers["cache-control"] == "private, max-age=9"
    with client.websocket_connect("ws://archive.example/socket") as socket:
        assert socket.receive_text() == "سلمى"


def test_signing_out_takes_a_form_and_ends_the_session(client: TestClient) -> None:
    assert client.get("/sign-out").headers["location"] == "/sign-in"
    sign_in(client)
    cookie = client.cookies[COOKIE]
    assert client.post("/sign-out").status_code == 403 and client.get("/").status_code == 200
    (form,) = html.fromstring(client.get("/sign-out").text).xpath("//form")
    left = client.post("/sign-out", data=dict(form.fields))
    assert left.status_code == 303 and left.headers["location"] == "/sign-in"
    assert COOKIE not in client.cookies
    client.cookies.set(COOKIE, cookie)  # somebody kept it
    assert client.get("/").status_code == 401


def test_a_program_enters_with_its_token(client: TestClient, users: Users) -> None:
    token = users.new_token("سلمى")
    assert client.get("/api/x", headers={"Authorization": f"Bearer {token}"}).json() == {"user": "سلمى"}
    assert client.post("/x", headers={"Authorization": f"bearer {token}", "Origin": "http://x.example"}).is_success
    with client.websocket_connect(
        "ws://archive.example/socket", headers={"Authorization": f"Bearer {token}"}
    ) as socket:
        assert socket.receive_text() == "سلمى"
    for wrong in ("Bearer", "Bearer x", f"Bearer {token}x", f"Bearer x {token}"):
        refused = client.get("/x", headers={"Authorization": wrong})
        assert refused.status_code == 401 and refused.json()["error"] == "unknown_token"
    assert client.get("/x", headers={"Authorization": f"Basic {token}"}).status_code == 401
    users.remove("سلمى")
    assert client.get("/x", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_a_damaged_file_lets_nobody_in(client: TestClient, users: Users, caplog: pytest.LogCaptureFixture) -> None:
    users.path.write_text("key = ")
    with caplog.at_level(logging.ERROR):
        assert client.get("/").status_code == 503
        assert "تعذّرت قراءة ملف الحسابات" in client.get("/sign-in").text
    assert "the file of users cannot be used" in caplog.text


def test_the_page_keeps_its_own_policy_and_its_language(client: TestClient) -> None:
    page = client.get("/sign-in?next=/en/explore")
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store" and '<html lang="en" dir="ltr"' in page.text
    assert '<html lang="ar" dir="rtl" data-theme="auto">' in client.get("/sign-in").text
    client.cookies.update({"language": "en", "theme": "dark"})
    assert '<html lang="en" dir="ltr" data-theme="dark">' in client.get("/sign-in").text
    client.cookies.clear()
    assert client.put("/sign-in").status_code == 405


def test_under_a_prefix(users: Users) -> None:
    app = Gate(Starlette(routes=[Route("/{path:path}", _whoever)]), users)
    client = TestClient(app, follow_redirects=False, root_path="/isnad", base_url="http://archive.example")
    led = client.get("/isnad/explore", headers=PERSON)
    assert led.headers["location"] == "/isnad/sign-in?next=/explore"
    assert sign_in(client, path=led.headers["location"]).headers["location"] == "/isnad/explore"
