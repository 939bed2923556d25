import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.command import isnad
from assistant.command.reference import reference

PAGE = Path(__file__).parents[3] / "docs" / "commands.md"


def test_the_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), (
        "run python -m assistant.command.reference > docs/commands.md"
    )


@pytest.mark.parametrize("name", ["", *isnad.commands])
def test_every_help_is_in_the_page(name: str) -> None:
    result = CliRunner(env={"COLUMNS": "82"}).invoke(isnad, [*name.split(), "--help"], prog_name="isnad")
    assert result.exit_code == 0
    assert _words(result.stdout) in _words(PAGE.read_text(encoding="utf-8"))


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
