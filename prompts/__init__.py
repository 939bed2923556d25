"""What the assistant says in words of its own: Arabic templates, one a file, with declared variables.

A template begins with a line ``variables: a, b`` (or ``variables:`` for none), then a blank line, then the text with
``{a}`` and ``{b}``. A template that uses another variable, or lacks a declared one, fails when it is loaded. What a
language model is told has a second line ``version: 1``, so that figures can name the words they were measured with.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache
from importlib import resources


class TemplateError(Exception):
    """A template that does not keep its own declaration; the message names file and variable."""


@dataclass(frozen=True, slots=True)
class Template:
    """A text with named gaps. `name` is its file's, without ``.txt``; `version` is empty where the file names none."""

    name: str
    variables: frozenset[str]
    text: str
    version: str = ""

    def fill(self, **values: str) -> str:
        """The text with its gaps filled. Raises TemplateError unless exactly the declared variables are given."""
        if values.keys() != self.variables:
            wanted, given = (", ".join(sorted(names)) or "none" for names in (self.variables, values))
            raise TemplateError(f"{self.name}.txt wants the variables {wanted}, got {given}")
        return self.text.format(**values)


@cache
def template(name: str) -> Template:
    """The template in the file ``prompts/NAME.txt``. Raises TemplateError if it is not there or ill-formed."""
    try:
        raw = resources.files("prompts").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TemplateError(f"there is no template {name}.txt") from None
    return parse(name, raw)


def parse(name: str, raw: str) -> Template:
    """A template from the text of its file. Raises TemplateError where declaration and text differ."""
    head, _, text = raw.partition("\n\n")
    if not head.startswith("variables:"):
        raise TemplateError(f"{name}.txt must begin with a line 'variables: ...' and a blank line")
    first, _, second = head.partition("\n")
    if second and not second.startswith("version:"):
        raise TemplateError(f"{name}.txt: the second line may only be 'version: ...', not {second!r}")
    declared = frozenset(word.strip() for word in first.removeprefix("variables:").split(",") if word.strip())
    used = frozenset(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
    if declared != used:
        wrong = ", ".join(sorted(declared ^ used))
        raise TemplateError(f"{name}.txt: declared and used variables differ: {wrong}")
    return Template(name, declared, text.strip(), second.removeprefix("version:").strip())
