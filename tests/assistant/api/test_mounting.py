from __future__ import annotations

import importlib.util
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.api.mounting import mount
from assistant.api.programs import Programs


def test_every_way_in_is_there_while_the_application_runs(scripted: Any) -> None:
    pytest.importorskip("mcp")
    app = FastAPI(openapi_url=None)
    mount(app, Programs(scripted), any_host=True)
    with TestClient(app) as client:
        assert client.get("/api/openapi.json").status_code == 200
        assert client.post("/mcp", content=b"{").status_code == 400


def test_without_the_package_mcp_says_what_is_missing(scripted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *more: None if name == "mcp" else found(name, *more))
    app = FastAPI(openapi_url=None)
    mount(app, Programs(scripted), any_host=True)
    with TestClient(app) as client:
        told = client.post("/mcp", json={})
    assert told.status_code == 501 and 'pip install "isnad[mcp]"' in told.json()["message"]
