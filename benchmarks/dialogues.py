"""Hold the dialogues of dialogues.txt with a store, and write them down as they come out: docs/dialogues.md.

    python -m benchmarks.dialogues STORE [--dialogues FILE] [--out FILE]

The file has a paragraph for each dialogue: ``# title``, then a question a line; ``! `` before a line makes it a remark
on what is wrong in the answers, which is written below them. Words of articles are shortened, since articles are not
ours to print.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from index.store import Store
from index.vocabulary import Answer

WORDS = 16
"""Words of an article that are printed in a row."""
_QUOTED = re.compile("«([^»]*)»|“([^”]*)”")


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Questions asked one after the other, and what a reader of the answers finds wrong in them."""

    title: str
    questions: tuple[str, ...]
    remarks: tuple[str, ...]


def read(text: str) -> list[Dialogue]:
    """The dialogues of a file.

    >>> read("# One\\nمن قال؟\\n! Nothing.\\n")
    [Dialogue(title='One', questions=('من قال؟',), remarks=('Nothing.',))]
    """
    dialogues = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        title, *lines = paragraph.splitlines()
        remarks = tuple(line[1:].strip() for line in lines if line.startswith("!"))
        dialogues.append(Dialogue(title.lstrip("# "), tuple(x for x in lines if not x.startswith("!")), remarks))
    return dialogues


def shortened(text: str) -> str:
    """An answer's text with the articles' words cut to :data:`WORDS`.

    >>> shortened("قال: «" + "كلمة " * 20 + "» [1]").count("كلمة")
    16
    """

    def cut(found: re.Match[str]) -> str:
        words = (found[1] or found[2] or "").split()
        opening, closing = found[0][0], found[0][-1]
        return opening + " ".join(words[:WORDS]) + (" (...)" if len(words) > WORDS else "") + closing

    return _QUOTED.sub(cut, text)


def told(answer: Answer) -> Iterator[str]:
    """An answer in Markdown, by lines."""
    facts = [answer.kind, "refused" if answer.refused else answer.confidence]
    facts += [chip.shown for chip in answer.chips]
    yield f"> {' · '.join(f'`{fact}`' for fact in facts if fact)}"
    for notice in filter(None, [answer.notice]):
        yield f">\n> *{notice}*"
    for part in shortened(answer.text).split("\n\n"):
        yield f">\n> {part}"
    sources = [f"[{number}] {one.article_id}" for number, one in enumerate(answer.citations, start=1)]
    if sources:
        yield f">\n> <sub>{' · '.join(sources)}</sub>"
    if answer.suggestions:
        yield f">\n> → {' · '.join(answer.suggestions)}"


def document(assistant: Assistant, dialogues: Sequence[Dialogue], head: str) -> str:
    """All dialogues in Markdown, after `head`."""
    lines = [head.strip(), ""]
    for number, dialogue in enumerate(dialogues, start=1):
        lines += [f"## {number}. {dialogue.title}", ""]
        history: list[str] = []
        for question in dialogue.questions:
            lines += [f"**{question}**", "", *told(assistant.ask(question, history=history)), ""]
            history.append(question)
        lines += [f"*What is wrong:* {remark}" for remark in dialogue.remarks] + [""]
    return "\n".join(lines).rstrip() + "\n"


HEAD = f"""# Dialogues

Twenty dialogues over 10,139 articles of a Tunisian broadcaster (2013 to June 2017), with no language model, as they
come out of `python -m benchmarks.dialogues STORE --out docs/dialogues.md`; the questions and the remarks stand in
`benchmarks/dialogues.txt`. Nothing was left out because it went badly. Words of articles are cut after {WORDS} words
here, not in the product. The line under a question tells its kind, how sure the answer is, and what the question was
understood to name; the line after the arrow what is suggested next.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--dialogues", type=Path, default=Path(__file__).with_suffix(".txt"))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    dialogues = read(options.dialogues.read_text(encoding="utf-8"))
    with Store(options.store, must_exist=True) as store:
        text = document(Assistant(store), dialogues, HEAD)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
