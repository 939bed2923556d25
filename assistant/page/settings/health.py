"""The doctor's verdict in a sentence, with what it found as the command would print it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.page.settings import wording
from index.doctor import Finding


def verdict(findings: Sequence[Finding], reader: Reader) -> str:
    """`findings` as HTML. They stay in English, as `isnad doctor` says them: the commands they name are, too."""
    wrong = sum(finding.level == "error" for finding in findings)
    noted = sum(finding.level == "warning" for finding in findings)
    if wrong:
        words = reader.say(wording.DAMAGED, number=wrong)
    else:
        words = reader.say(wording.SOUND_WITH, number=noted) if noted else reader.say(wording.SOUND)
    lines = "".join(
        f'<li class="{finding.level}">{plain(finding.what)}'
        f"{f': <code>{plain(finding.remedy)}</code>' if finding.remedy else ''}</li>"
        for finding in findings
    )
    kind = "error" if wrong else "ok"
    return (
        f'<p class="verdict {kind}">{plain(words)}</p><details{" open" if wrong else ""}>'
        f'<summary>{plain(reader.say(wording.DETAILS))}</summary><ul lang="en" dir="ltr">{lines}</ul></details>'
    )


def plainly(words: str) -> str:
    """A sentence in the verdict's place."""
    return f'<p class="verdict">{plain(words)}</p>'
