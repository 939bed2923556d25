from __future__ import annotations

from typing import Any

import pytest

from assistant.api.failures import bad, said


@pytest.mark.parametrize(
    ("errors", "sentence"),
    [
        ([{"loc": ("body", "question"), "msg": "Field required", "input": "سر"}], "question: Field required"),
        (
            [{"loc": ("body", "kinds", 0), "msg": "Input should be 'person'"}, {"loc": ("query", "end"), "msg": "x"}],
            "kinds.0: Input should be 'person'; end: x",
        ),
        ([{"loc": ("body",), "msg": "Value error, until is before since"}], "until is before since"),
        ([], ""),
    ],
)
def test_what_is_wrong_is_said_without_what_was_sent(errors: list[Any], sentence: str) -> None:
    assert said(errors) == sentence


def test_a_bad_request_is_422() -> None:
    assert (bad("why").status, bad("why").error, str(bad("why"))) == (422, "bad_request", "why")
