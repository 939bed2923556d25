"""Conjugate the reporting verbs: ``python -m index.statements.lexicon.generate``, run by hand after verbs.tsv changes.

Needs `mazini <https://pypi.org/project/mazini/>`_ 0.2.2 (CC BY 4.0, the tables of Arabic Wiktionary), which nothing
else in the project does: its forms are committed as forms.tsv. Written are the third persons (who is reported is never
"I" or "you") of the active voice, and the participles in the accusative of circumstance.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from index.arabic.normal import clean, fold

HERE = Path(__file__).parent
_PERSONS = {"3ms": "m s", "3fs": "f s", "3md": "m d", "3fd": "f d", "3mp": "m p", "3fp": "f p"}
_TENSES = {"past": "past", "ind": "present"}


def rows(lemma: str, root: str, pattern: str) -> Iterator[tuple[str, str, str, str, str]]:
    """The forms of one verb: folded form, lemma, tense or ``participle``, gender, number."""
    import mazini  # type: ignore[import-not-found, unused-ignore]

    slots = mazini.conjugate(root.replace(" ", "_"), pattern).slots
    for tense, name in _TENSES.items():
        for person, agreement in _PERSONS.items():
            for form in slots.get(f"{tense}_{person}", ()):
                yield (_written(form.form), lemma, name, *_agreement(agreement))
    for form in slots.get("ap", ()):
        stem = _written(form.form)
        weak = form.form.endswith("\u064d")  # داعٍ, which is داعيا in the accusative
        stem += "ي" if weak and not stem.endswith("ي") else ""
        yield stem + "ا", lemma, "participle", "m", "s"
        yield stem + "ه", lemma, "participle", "f", "s"
        yield (stem.removesuffix("ي") if weak else stem) + "ين", lemma, "participle", "m", "p"
        if lemma in ("أكد", "أشار", "أوضح", "طالب", "أضاف"):  # elsewhere a noun: مذكرات, متابعات
            yield stem + "ات", lemma, "participle", "f", "p"


def _agreement(both: str) -> tuple[str, str]:
    gender, number = both.split()
    return gender, number


def _written(form: str) -> str:
    return fold(clean(form))


def main() -> None:
    """Write forms.tsv beside verbs.tsv."""
    seen: set[tuple[str, ...]] = set()
    with (HERE / "forms.tsv").open("w", encoding="utf-8") as out:
        print("# Made by generate.py from verbs.tsv: folded form, lemma, tense, gender, number.", file=out)
        for line in (HERE / "verbs.tsv").read_text(encoding="utf-8").splitlines():
            if line.startswith("#") or not line.strip():
                continue
            _, lemma, root, pattern, _ = line.split("\t")
            for row in rows(lemma, root, pattern):
                if row not in seen:
                    seen.add(row)
                    print(*row, sep="\t", file=out)
    print(f"{len(seen)} forms", file=sys.stderr)


if __name__ == "__main__":
    main()
