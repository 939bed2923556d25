from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

import assistant.page.talks as talks
from assistant.page.reader import Reader
from assistant.page.talks.dialogs import dialogs

SCRIPT = (Path(talks.__file__).parent / "talks.js").read_text("utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_dialog_and_field_has_a_name(language: str) -> None:
    tree = html.fromstring(f"<main>{dialogs(Reader(language))}</main>")
    for dialog in tree.iter("dialog"):
        title = dialog.get("aria-labelledby")
        assert tree.xpath(f"//*[@id='{title}']")[0].text_content().strip()
        for field in dialog.xpath(".//input | .//textarea"):
            assert field.get("aria-labelledby") == title
        assert dialog.xpath(".//button[@class='cancel']")
    assert len(set(tree.xpath("//@id"))) == len(tree.xpath("//@id"))


def test_the_script_opens_no_dialog_that_is_not_there() -> None:
    there = set(re.findall(r'<dialog id="(\w+)-dialog"', dialogs(Reader())))
    opened = set(re.findall(r'asked\("(\w+)"', SCRIPT))
    assert opened == there


def test_the_help_tells_every_key() -> None:
    text = html.fromstring(dialogs(Reader())).text_content()
    for key in ("Enter", "Shift", "Ctrl", "F2", "Delete", "Esc"):
        assert key in text
