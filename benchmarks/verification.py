"""How well verification tells what a source bears out from what it does not, with no language model.

    python -m benchmarks.verification STORE QUESTIONS.jsonl STATEMENTS.jsonl

STORE holds the articles. People's questions, each with its answer before it, stand for true sentences in other words
than the source's; the same over another passage, with another number, or said by somebody else, for false ones.
Statements (who said what) give names as the press writes them. JSON on stdout: shares of sentences.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.generated.attribution import misattributed
from assistant.generated.evidence import Source, gather
from assistant.generated.figures import Evidenced, figures
from assistant.generated.support import ENOUGH, share
from index.arabic.analyser import tokens
from index.store import Store
from index.store.catalogue import Catalogue
from index.vocabulary import Article, Evidence, Passage, Statement


@dataclass(frozen=True)
class Sentence:
    """A sentence, the passage that bears it out, and others of its article that do not.

    `swapped` is the sentence given to another person who speaks in the article; empty where none does.
    """

    text: str
    passage: Source
    others: tuple[Source, ...]
    swapped: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("store", "questions", "statements"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    with Store(options.store, must_exist=True) as store:
        asked = list(_asked(store.catalogue, _read(options.questions)))
        said = list(_said(store.catalogue, _read(options.statements)))
    chance = random.Random(1)
    elsewhere = [(one.text, other.passage) for one, other in zip(asked, asked[37:] + asked[:37], strict=True)]
    beside = [(one.text, chance.choice(one.others)) for one in asked if one.others]
    speakers = [one.text.split(" إن ")[0] for one in said]
    found = {
        "threshold": ENOUGH,
        "paraphrases": len(asked),
        "words_reach_the_threshold": {
            "the passage that answers": _rate(_borne(one.text, one.passage) for one in asked),
            "another of its article": _rate(_borne(*pair) for pair in beside),
            "of another article": _rate(_borne(*pair) for pair in elsewhere),
        },
        "a_name_or_number_is_marked": {
            "the passage that answers": _rate(bool(_lacking(one.text, one.passage)) for one in asked),
            "another of its article": _rate(bool(_lacking(*pair)) for pair in beside),
            "of another article": _rate(bool(_lacking(*pair)) for pair in elsewhere),
        },
        "statements": len(said),
        "of_a_statement_with_its_speaker_something_is_marked": _rate(
            bool(_lacking(one.text, one.passage)) for one in said
        ),
        "and_with_the_speaker_of_another": _rate(
            bool(_lacking(f"{other} إن {one.text.split(' إن ', 1)[1]}", one.passage))
            for one, other in zip(said, speakers[101:] + speakers[:101], strict=True)
        ),
        "words_are_called_misattributed": {
            "of the one who said them": _rate(bool(misattributed(one.text, [one.passage])) for one in said),
            "of another in the article": _rate(
                bool(misattributed(one.swapped, [one.passage])) for one in said if one.swapped
            ),
        },
        "a_changed_number_is_marked": _rate(
            any(figure.why == "number" for figure in _lacking(changed, one.passage))
            for one in [*asked, *said]
            if not _lacking(one.text, one.passage) and (changed := _changed(one.text)) != one.text
        ),
    }
    print(json.dumps(found, indent=1, ensure_ascii=False))


def _asked(catalogue: Catalogue, questions: Sequence[dict[str, Any]]) -> Iterator[Sentence]:
    for one in questions:
        if one.get("evidence") and one["kind"] not in ("unanswerable", "followup"):
            text = f"{one['answers'][0]} {one['question'].rstrip('؟ ?')}."
            yield from _sentence(catalogue, text, one["article_id"], one["evidence"][0])


def _said(catalogue: Catalogue, statements: Sequence[dict[str, Any]]) -> Iterator[Sentence]:
    for line in statements:
        article = catalogue.article(line["article_id"])
        said = [one for one in line["statements"] if one["speaker_names"]]
        people = [one["speaker_names"] for one in said if one["speaker_kind"] == "person"]
        for one in said if article else ():
            if one["speaker_kind"] in ("person", "organization"):
                names = one["speaker_names"]
                words = article.text[slice(*one["content"])] if article else ""
                other = next((each[0] for each in people if names in people and not set(each) & set(names)), "")
                for made in _sentence(catalogue, f"قال {names[0]} إن {words}", line["article_id"], one["content"][0]):
                    yield replace(made, swapped=f"قال {other} إن {words}" if other else "")


def _sentence(catalogue: Catalogue, text: str, article_id: str, place: int) -> Iterator[Sentence]:
    for key in catalogue.keys_of_articles([article_id]):
        article, parts = catalogue.parts(key)
        passages = [passage for passage, _ in parts]
        here = next((one for one in passages if one.span.start <= place < one.span.end), None)
        if here:
            said = [statement for statement, _ in catalogue.statements(key)]
            others = tuple(_source(article, one, said) for one in passages if one != here)
            yield Sentence(text, _source(article, here, said), others)


def _source(article: Article, passage: Passage, statements: Sequence[Statement]) -> Source:
    """The passage as a model is shown it."""
    block = gather([Evidence(article, passage, 1.0)], statements)
    return next(iter(block.sources.values()))


def _borne(text: str, source: Source) -> bool:
    return share(frozenset(tokens(text)), [source]) >= ENOUGH


def _lacking(text: str, source: Source) -> list[Any]:
    evidenced = Evidenced([source])
    return [figure for figure in figures(text) if not evidenced.has(figure)]


def _changed(text: str) -> str:
    return re.sub(r"\d+", lambda number: str(int(number[0]) + 37), text, count=1)


def _rate(told: Iterator[bool]) -> float | None:
    each = list(told)
    return round(sum(each) / len(each), 3) if each else None


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
